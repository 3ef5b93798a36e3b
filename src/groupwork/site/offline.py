"""What a reader's device keeps of the course: the list of its files, and the service worker that carries the list."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from urllib.parse import quote

from groupwork.site.assets import DIST, FOLDER
from groupwork.site.policy import digest

LEFT_OUT = ("lab/", "assets/javascripts/lunr/")
"""Folders that are not kept: Python for the labs that run (some 40 MB), and the theme's search in other languages."""

LARGEST = 4_000_000
"""Bytes above which a file is not kept: the reader has been told of a course, not of a download."""

_WORKER = "sw.js"
_SIZE = f"{FOLDER}/offline.json"
_NOT_READ = (".map", ".gz")

# While the course is edited, a worker that an earlier visit left at this address would show pages of old.
_FAREWELL = """\
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith("groupwork-course:")) await caches.delete(name);
  await self.registration.unregister();
})()));
"""


def files(site: Path) -> dict[str, bytes]:
    """Return the files to keep, in order: address below the site's root → content; a page's address is its folder."""
    found = {}
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        kept = not name.startswith(LEFT_OUT) and name not in (_WORKER, _SIZE) and path.suffix not in _NOT_READ
        if kept and path.is_file() and path.stat().st_size <= LARGEST:
            address = name.removesuffix("index.html") if path.name == "index.html" else name
            found[quote(address)] = path.read_bytes()
    return found


def course(kept: dict[str, bytes]) -> dict[str, object]:
    """Return the course as the worker reads it; the same files give the same version."""
    hashes = {address: digest(content) for address, content in kept.items()}
    version = hashlib.sha256(json.dumps(hashes).encode()).hexdigest()[:16]
    return {"version": version, "bytes": sum(map(len, kept.values())), "files": hashes}


def write(site: Path, *, serving: bool = False) -> None:
    """Write the service worker and the size of the course into a finished site; nothing may change after this."""
    if serving:
        (site / _WORKER).write_text(_FAREWELL, encoding="utf-8")
        (site / _SIZE).write_text('{"files": 0, "bytes": 0}', encoding="utf-8")
        return
    kept = files(site)
    listed = course(kept)
    source = (DIST / _WORKER).read_text(encoding="utf-8")
    (site / _WORKER).write_text(f"self.course={json.dumps(listed)};\n{source}", encoding="utf-8")
    (site / _SIZE).write_text(json.dumps({"files": len(kept), "bytes": listed["bytes"]}), encoding="utf-8")
