"""What the page loads besides the theme: our script and style, MicroPython, and the checker's sources."""

from __future__ import annotations

import json
from pathlib import Path

from groupwork import checker, web

FOLDER = "assets/groupwork"

_DIST = Path(web.__file__).parent / "dist"
_FILES = ("page.js", "page.css", "micropython.mjs", "micropython.wasm")


def collect() -> dict[str, bytes]:
    """Return path in the site → content; the error names the command that makes what is missing."""
    missing = [name for name in _FILES if not (_DIST / name).is_file()]
    if missing:
        raise FileNotFoundError(f"{_DIST} lacks {', '.join(missing)}: run `npm run build`")
    found = {f"{FOLDER}/{name}": (_DIST / name).read_bytes() for name in _FILES}
    found[f"{FOLDER}/checker.json"] = json.dumps(checker_sources(), ensure_ascii=False).encode()
    return found


def checker_sources() -> dict[str, str]:
    """Return the checker's modules, name → source, as the page writes them into MicroPython's file system."""
    folder = Path(checker.__file__).parent
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py"))}
