"""The built site over HTTP, what stands in it, and pages that tests add beside it."""

import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from groupwork.site import offline

KINDS = ("choice", "multi", "order", "match", "cloze")
"""The kinds that quizzes draw; practice has tests of its own."""
_QUESTION = re.compile(r'<form class="gw-question"[^>]*>')
_ATTRIBUTE = re.compile(r' (id|data-question|data-kind)="([^"]*)"')


@dataclass(frozen=True)
class Placed:
    """A question where it stands: `page` is the address in the site, `uid` the id of its form."""

    page: str
    uid: str
    id: str
    kind: str

    @property
    def address(self) -> str:
        """Return the address that puts the reader, and the next press of Tab, at the question."""
        return f"{self.page}#{self.uid}"


@dataclass
class Site:
    """`extra` holds pages that tests add: address → HTML."""

    url: str
    folder: Path
    extra: dict[str, str] = field(default_factory=dict)

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """The addresses of the sitemap."""
        text = (self.folder / "sitemap.xml").read_text(encoding="utf-8")
        return tuple(address.removeprefix(self.url) for address in re.findall("<loc>(.*?)</loc>", text))

    @cached_property
    def questions(self) -> tuple[Placed, ...]:
        forms = ((page, form) for page in self.pages for form in _QUESTION.findall(self.html(page)))
        found = ((page, dict(_ATTRIBUTE.findall(form))) for page, form in forms)
        return tuple(Placed(page, form["id"], form["data-question"], form["data-kind"]) for page, form in found)

    def html(self, page: str) -> str:
        """Return a page as it was built."""
        return (self.folder / page / "index.html").read_text(encoding="utf-8")

    def on(self, page: str) -> tuple[Placed, ...]:
        """Return the questions of one page."""
        return tuple(question for question in self.questions if question.page == page)

    def question(self, kind: str, page: str = "") -> Placed:
        """Return the first question of this kind, on this page or anywhere."""
        found = (each for each in self.questions if each.kind == kind and page in ("", each.page))
        return next(found)

    def kinds_on(self, page: str) -> tuple[str, ...]:
        """Return the kinds of question that stand on a page."""
        return tuple(dict.fromkeys(question.kind for question in self.on(page)))

    def page_with_all_kinds(self) -> str:
        """Return a page with a quiz on which every kind of quiz question stands."""
        quizzes = (page for page in self.pages if 'class="gw-quiz"' in self.html(page))
        return next(page for page in quizzes if set(self.kinds_on(page)) >= set(KINDS))


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map = {
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def __init__(self, *arguments: object, site: Site, seeded: Path, **options: object) -> None:
        self.site, self.seeded = site, seeded
        super().__init__(*arguments, directory=str(site.folder), **options)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        if path.startswith("/seeded/"):
            return str(self.seeded / Path(path.partition("?")[0]).name)
        return super().translate_path(path)

    def do_GET(self) -> None:
        html = self.site.extra.get(self.path.partition("?")[0].lstrip("/"))
        if html is None:
            super().do_GET()
            return
        body = html.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing: a browser that leaves a page drops its connections."""


@contextmanager
def serve(folder: Path, seeded: Path) -> Iterator[Site]:
    """Serve the folder, now or later filled, on a free port; the seeded pages stand under /seeded/."""
    site = Site("", folder)
    with _Server(("127.0.0.1", 0), partial(_Handler, site=site, seeded=seeded)) as server:
        site.url = f"http://127.0.0.1:{server.server_port}/"
        Thread(target=server.serve_forever, daemon=True).start()
        yield site
        server.shutdown()


@dataclass
class Shelf:
    """A copy of the site that a test may change: its server can be `down` or slow, and says what it was `asked` for."""

    url: str
    folder: Path
    down: bool = False
    delay: float = 0
    asked: list[str] = field(default_factory=list)


class _ShelfHandler(_Handler):
    def __init__(self, *arguments: object, shelf: Shelf, **options: object) -> None:
        self.shelf = shelf
        super().__init__(*arguments, **options)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        self.shelf.asked.append(self.path)
        time.sleep(self.shelf.delay)
        if self.shelf.down:
            self.close_connection = True
            return
        super().do_GET()


@contextmanager
def shelve(site: Site, folder: Path) -> Iterator[Shelf]:
    """Serve a copy of the site below the path /course/ on a free port."""
    shelf = Shelf("", folder / "course")
    shutil.copytree(site.folder, shelf.folder)
    handler = partial(_ShelfHandler, shelf=shelf, site=Site("", folder), seeded=folder)
    with _Server(("127.0.0.1", 0), handler) as server:
        shelf.url = f"http://127.0.0.1:{server.server_port}/course/"
        _move(shelf.folder, site.url, shelf.url)
        Thread(target=server.serve_forever, daemon=True).start()
        yield shelf
        server.shutdown()


def _move(folder: Path, old: str, new: str) -> None:
    """Write the new address where the build writes SITE_URL: in the sitemap, and in the page for missing ones."""
    for name, pattern, text in (
        ("sitemap.xml", re.escape(old), new),
        ("404.html", '((?:href|src)=|"(?:base|search)": )"/', r'\1"/course/'),
    ):
        file = folder / name
        file.write_text(re.sub(pattern, text, file.read_text(encoding="utf-8")), encoding="utf-8")
    offline.write(folder)
