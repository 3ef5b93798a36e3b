"""What the page loads besides the theme: our script and style, MicroPython, the checker's sources, scenarios."""

from __future__ import annotations

import json
from pathlib import Path

from groupwork import checker, web
from groupwork.bank import Bank

FOLDER = "assets/groupwork"

DIST = Path(web.__file__).parent / "dist"
_DESK = ("progress.js", "review.js", "exam.js", "data.js", "desk.css")
_FILES = (
    *("page.js", "live.js", "menu.js", "offline.js", "page.css", "micropython.mjs", "micropython.wasm"),
    *(f"desk/{name}" for name in _DESK),
)


def collect(bank: Bank) -> dict[str, bytes]:
    """Return path in the site → content; the error names the command that makes what is missing."""
    missing = [name for name in _FILES if not (DIST / name).is_file()]
    if missing:
        raise FileNotFoundError(f"{DIST} lacks {', '.join(missing)}: run `npm run build`")
    found = {f"{FOLDER}/{name}": (DIST / name).read_bytes() for name in _FILES}
    found[f"{FOLDER}/checker.json"] = json.dumps(checker_sources(), ensure_ascii=False).encode()
    for scenario in bank.scenarios.values():
        found[f"{FOLDER}/scenarios/{scenario.id}.json"] = json.dumps(scenario.as_json(), ensure_ascii=False).encode()
    return found


def checker_sources() -> dict[str, str]:
    """Return the checker's modules, name → source, as the page writes them into MicroPython's file system."""
    folder = Path(checker.__file__).parent
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py"))}
