"""The Content-Security-Policy that every page carries, as a `<meta>` since a static site sets no headers."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

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
    hashes = sorted(base64.b64encode(hashlib.sha256(body.encode()).digest()).decode() for body in scripts)
    allowed = "'unsafe-inline'" if serving else " ".join(f"'sha256-{digest}'" for digest in hashes)
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' 'wasm-unsafe-eval' {allowed}".strip(),
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "object-src 'none'",
        )
    )


def apply(site: Path, *, serving: bool = False) -> None:
    """Write the policy into every page.

    Instant navigation keeps the first page's policy for all later ones, so each page carries the hashes of all.
    """
    pages = {path: path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    scripts = set().union(*(inline_scripts(html) for html in pages.values()))
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(scripts, serving=serving)}">'
    for path, html in pages.items():
        path.write_text(html.replace(_CHARSET, _CHARSET + meta, 1), encoding="utf-8")
