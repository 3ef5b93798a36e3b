"""The Content-Security-Policy that every page carries, as a `<meta>` since a static site sets no headers."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from groupwork.site.links import own_pages

_INLINE = re.compile(r"<script(?P<attributes>[^>]*)>(?P<body>.*?)</script>", re.DOTALL)
_STRICT = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "frame-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "object-src": "'none'",
}
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
    return _written({"script-src": f"'self' 'wasm-unsafe-eval' {allowed}".strip()})


def lab_policy(scripts: set[str]) -> str:
    """Return the policy of the live lab, which allows these inline scripts by hash.

    JupyterLab writes style into its elements, compiles the schemas of its settings, and shows pictures that a
    notebook has made; a widget's script comes as text from the kernel. Other hosts stay shut out.
    """
    return _written(
        {
            "script-src": f"'self' blob: 'wasm-unsafe-eval' 'unsafe-eval' {_hashes(scripts)}".strip(),
            "style-src": "'self' 'unsafe-inline'",
            "img-src": "'self' data: blob:",
            "font-src": "'self' data:",
            "frame-src": "'none'",
        }
    )


def meta(text: str) -> str:
    """Return the element that puts a policy into a page."""
    return f'<meta http-equiv="Content-Security-Policy" content="{text}">'


def _written(own: dict[str, str]) -> str:
    """Return a policy: the strict one, with what a kind of page has of its own."""
    return "; ".join(f"{name} {allowed}" for name, allowed in (_STRICT | own).items())


def digest(content: bytes) -> str:
    """Return the hash of a file or script as browsers check it (Subresource Integrity, 3.1)."""
    return f"sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode()}"


def _hashes(scripts: set[str]) -> str:
    return " ".join(f"'{each}'" for each in sorted(digest(body.encode()) for body in scripts))


def apply(site: Path, *, serving: bool = False) -> None:
    """Write the policy into every page.

    Instant navigation keeps the first page's policy for all later ones, so each page carries the hashes of all.
    """
    pages = {path: path.read_text(encoding="utf-8") for path in own_pages(site)}
    scripts = set().union(*(inline_scripts(html) for html in pages.values()))
    element = meta(policy(scripts, serving=serving))
    for path, html in pages.items():
        path.write_text(html.replace(_CHARSET, _CHARSET + element, 1), encoding="utf-8")
