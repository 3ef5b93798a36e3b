"""Finds links inside the built site that lead to no page or no anchor."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

LAB = "lab"
"""The folder of the live lab, whose pages are other people's work."""


def own_pages(site: Path) -> Iterator[Path]:
    """Yield the pages of the built site that are the course's own."""
    for path in sorted(site.rglob("*.html")):
        if path.relative_to(site).parts[0] != LAB:
            yield path


class _Page(HTMLParser):
    """Collects what a page links to and what can be linked to in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.anchors: set[str] = {""}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value and name in ("href", "src"):
                self.links.add(value)
            elif value and name == "id":
                self.anchors.add(value)


def dead_links(site: Path) -> list[str]:
    """Return one line per link that leads nowhere; other hosts are not asked.

    The 404 page is left out: its links are absolute, because it is shown at any address.
    """
    pages = {path: _Page(path.read_text(encoding="utf-8")) for path in own_pages(site) if path.name != "404.html"}
    dead = []
    for path, page in pages.items():
        for link in sorted(page.links):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path.resolve()
            if target.is_dir():
                target /= "index.html"
            anchors = pages[target].anchors if target in pages else None
            missing_anchor = anchors is not None and unquote(parts.fragment) not in anchors
            if not target.is_file() or missing_anchor:
                dead.append(f"{path.relative_to(site)}: {link}")
    return dead
