"""A record for tests of the reader's desk, put into the browser as if it had been answered there."""

import json
import time
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Page

from .site import Site

Attempts = Mapping[str, list[tuple[int, bool, int]]]
"""Question → (days ago, right, confidence 1 to 3 or 0 for not said), oldest first."""

DAY = 86_400_000
KEPT = "() => Object.fromEntries(Object.keys(localStorage).sort().map((name) => [name, localStorage.getItem(name)]))"
_KEEP = "record => { for (const [name, text] of Object.entries(record)) localStorage.setItem(name, text); }"


def outline(site: Site) -> dict[str, Any]:
    """Return the outline of the course that the desk reads."""
    found: dict[str, Any] = json.loads((site.folder / "assets/groupwork/desk.json").read_text(encoding="utf-8"))
    return found


def asked(site: Site, *kinds: str) -> list[str]:
    """Return the ids of scored questions of these kinds, each of another family, in the order of the course."""
    kind_of = {question.id: question.kind for question in site.questions}
    families: dict[str, str] = {}
    for question in outline(site)["questions"]:
        # What stands only in a lab is in no lesson's page.
        if question["scored"] and kind_of.get(question["id"]) in (kinds or ("choice",)):
            families.setdefault(question["family"], question["id"])
    return list(families.values())


def keep(page: Page, answers: Attempts) -> None:
    """Keep these answers; the page that is open then is the one for lost addresses."""
    now = int(time.time() * 1000)
    record = {"groupwork:version": "1"}
    for number, (name, attempts) in enumerate(answers.items()):
        given = [
            {"at": now - ago * DAY - 1000 + number, "response": "a", "points": int(right), "max": 1}
            | ({"confidence": sure} if sure else {})
            for ago, right, sure in attempts
        ]
        # As JSON.stringify writes it, so that records can be compared as text.
        record[f"groupwork:answers:{name}"] = json.dumps(given, separators=(",", ":"))
    page.goto("404.html")
    page.evaluate(_KEEP, record)


def kept(page: Page) -> dict[str, str]:
    """Return everything in the browser's lasting storage."""
    found: dict[str, str] = page.evaluate(KEPT)
    return found
