"""The Content-Security-Policy that every page carries, as a `<meta>` since a static site sets no headers."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from groupwork.site.links import own_pages

_INLINE = re.compile(r"<script(?P<attributes>[^>]*)>(?P<body>.*?)</script>", re.DOTALL)
_CHARSET = '<meta charset="utf-8">'


def inline_scripts(html: str) -> set[str]:
    """Return the bodies of scripts that a browser would run and that stand in the page itself."""
    return {
        match["body"]
        for match in _INLINE.finditer(html)
        if match["body"].strip() and "src=" not in match["attributes"] and "json" not in match["attributes"]
    }


def policy(scripts: set[str], *, serving: bool = False) -> str:
    """Return the policy that allows these inline scripts by hash.

    `make serve` injects its own script for live reload, different on every request, so while serving any inline
    script may run; everything else is as strict as in the built site.
    """
    allowed = "'unsafe-inline'" if serving else _hashes(scripts)
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' 'wasm-unsafe-eval' {allowed}".strip(),
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "frame-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "object-src 'none'",
        )
    )


def lab_policy(scripts: set[str]) -> str:
    """Return the policy of the live lab, which allows these inline scripts by hash.

    JupyterLab writes style into its elements, compiles the schemas of its settings, and shows pictures that a
    notebook has made; a widget's script comes as text from the kernel. Other hosts stay shut out.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' blob: 'wasm-unsafe-eval' 'unsafe-eval' {_hashes(scripts)}".strip(),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "object-src 'none'",
        )
    )


def meta(text: str) -> str:
    """Return the element that puts a policy into a page."""
    return f'<meta http-equiv="Content-Security-Policy" content="{text}">'


def _hashes(scripts: set[str]) -> str:
    digests = sorted(base64.b64encode(hashlib.sha256(body.encode()).digest()).decode() for body in scripts)
    return " ".join(f"'sha256-{digest}'" for digest in digests)


def apply(site: Path, *, serving: bool = False) -> None:
    """Write the policy into every page.

    Instant navigation keeps the first page's policy for all later ones, so each page carries the hashes of all.
    """
    pages = {path: path.read_text(encoding="utf-8") for path in own_pages(site)}
    scripts = set().union(*(inline_scripts(html) for html in pages.values()))
    element = meta(policy(scripts, serving=serving))
    for path, html in pages.items():
        path.write_text(html.replace(_CHARSET, _CHARSET + element, 1), encoding="utf-8")
