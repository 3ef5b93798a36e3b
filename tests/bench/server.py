"""A static server as hosts of static sites are: text and WebAssembly compressed, several requests at once.

It also writes down what it sent, which counts workers and icons that a page cannot see.
"""

import gzip
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar
from urllib.parse import unquote, urlsplit

COMPRESSED = {".css", ".html", ".js", ".json", ".mjs", ".svg", ".txt", ".wasm", ".xml"}
TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm"}


@dataclass
class Server:
    """Folders by the name under which they are served, and what was sent since the log was last cleared."""

    port: int
    folders: dict[str, Path] = field(default_factory=dict)
    log: list[tuple[str, int]] = field(default_factory=list)
    _packed: dict[Path, bytes] = field(default_factory=dict)

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}/{path}"

    def file(self, path: str) -> Path | None:
        """Return the file behind a request's path, or None."""
        name, _, rest = unquote(urlsplit(path).path).lstrip("/").partition("/")
        if name not in self.folders:
            return None
        root = self.folders[name].resolve()
        file = (root / rest).resolve()
        file = file / "index.html" if file.is_dir() else file
        return file if file.is_relative_to(root) and file.is_file() else None

    def body(self, file: Path) -> bytes:
        """Return what is sent for a file; it is compressed once, as a host does ahead of time."""
        if file not in self._packed:
            content = file.read_bytes()
            self._packed[file] = gzip.compress(content, 9, mtime=0) if file.suffix in COMPRESSED else content
        return self._packed[file]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # What is written leaves at once, never held back to wait for an acknowledgement.
    disable_nagle_algorithm = True
    site: ClassVar[Server]

    def do_GET(self) -> None:
        file = self.site.file(self.path)
        body = self.site.body(file) if file else b""
        # Hosts of static sites let browsers keep files for some minutes; a cold visit comes from a fresh browser.
        lines = [f"HTTP/1.1 {'200 OK' if file else '404 Not Found'}", "Cache-Control: max-age=600"]
        if file:
            kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            lines += [f"Content-Type: {kind}", *(["Content-Encoding: gzip"] if file.suffix in COMPRESSED else [])]
        head = "\r\n".join([*lines, f"Content-Length: {len(body)}", "", ""]).encode("ascii")
        sent = head if self.command == "HEAD" else head + body
        self.site.log.append((urlsplit(self.path).path, len(sent)))
        self.wfile.write(sent)

    do_HEAD = do_GET

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class QuietServer(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a browser that closes its last page drops connections."""


@contextmanager
def serving() -> Iterator[Server]:
    """Serve on a free port of this machine until the end of the block."""

    class SiteHandler(Handler):
        pass

    with QuietServer(("127.0.0.1", 0), SiteHandler) as http:
        SiteHandler.site = site = Server(http.server_address[1])
        thread = Thread(target=http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield site
        finally:
            http.shutdown()
            thread.join()
