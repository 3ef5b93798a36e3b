"""The reader's desk: the places that its scripts fill, and the outline of the course that they read."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable, Mapping
from typing import Any

from groupwork.bank import Bank
from groupwork.site.assets import FOLDER
from groupwork.site.course_block import CourseBlock

OUTLINE = f"{FOLDER}/desk.json"
STYLE = f"{FOLDER}/desk/desk.css"
DESKS = ("progress", "review", "exam", "data")

_GAP = re.compile(r"\[\[\d+\]\]")
_UNSCORED = re.compile(r'<section class="gw-quiz" data-unscored.*?</section>', re.DOTALL)
_FORM = re.compile(r'<form\b[^>]* class="gw-question"[^>]*>')
_ATTRIBUTE = re.compile(r' (id|data-question)="([^"]+)"')


_NO_SCRIPT = "<noscript><p>A script fills this part from the answers in your browser.</p></noscript>"


class DeskBlock(CourseBlock):
    """`/// desk | review`: the place that a script of the desk fills."""

    NAME = "desk"

    def on_create(self, parent: etree.Element) -> etree.Element:
        if self.argument not in DESKS:
            raise self.course.fail(f"`/// desk | {self.argument}`: the argument is one of {', '.join(DESKS)}")
        # In the page's body, since the theme exchanges the head as it likes when a reader goes from page to page.
        self.raw(parent, f'<link rel="stylesheet" href="{self.course.lesson(STYLE)}">{_NO_SCRIPT}')
        return etree.SubElement(parent, "div", {"class": "gw-desk", "data-desk": self.argument})


def forms(html: str) -> dict[str, str]:
    """Return the questions of a page: id → id of its first form."""
    found: dict[str, str] = {}
    # A notebook's converter puts attributes into an order of its own.
    for attributes in (dict(_ATTRIBUTE.findall(form)) for form in _FORM.findall(html)):
        found.setdefault(attributes["data-question"], attributes["id"])
    return found


def held_out(bank: Bank, names: Iterable[str]) -> list[str]:
    """Return those of the questions that are held out of lessons, for exam practice."""
    pool = {question.id for question in bank.pool()}
    return [name for name in names if name in pool]


def unscored(html: str) -> set[str]:
    """Return the questions of a page that are asked before they are taught."""
    return {name for quiz in _UNSCORED.findall(html) for name in forms(quiz)}


def outline(bank: Bank, pages: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the course as the desk's scripts read it: modules with objectives, and where each question stands.

    `pages` are source path → `{"url", "title", "forms", "unscored"}`, in the order of the course.
    """
    modules = [
        {
            "id": module.id,
            "title": module.title,
            "url": pages[f"{module.id}/index.md"]["url"],
            "objectives": [{"id": objective.id, "text": objective.text} for objective in module.objectives],
        }
        for module in bank.course.taught
    ]
    placed: dict[str, dict[str, Any]] = {}
    # A notebook's page is large: a question that stands in a lesson, too, is fetched from there.
    for page in sorted(pages.values(), key=lambda page: page["url"].startswith("notebooks/")):
        for name, form in page["forms"].items():
            place = placed.setdefault(name, {"url": page["url"], "form": form, "scored": False})
            place["scored"] |= name not in page["unscored"]
    asked = [_asked(bank, name, place, pages) for name, place in placed.items()]
    return json.dumps({"modules": modules, "questions": asked}, ensure_ascii=False)


def _asked(bank: Bank, name: str, place: dict[str, Any], pages: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    question = bank.question(name)
    path, _, anchor = (question.taught or "").partition("#")
    return {
        "id": name,
        "module": question.module,
        "objective": question.objective,
        "family": question.clone_group or name,
        **place,
        "taught": f"{pages[path]['url']}#{anchor}",
        "lesson": pages[path]["title"],
        "text": _shortened(question.vignette or _GAP.sub("…", getattr(question, "text", question.stem))),
    }


def _shortened(text: str, most: int = 90) -> str:
    """Return the beginning of a text, at whole words."""
    words = " ".join(text.split())
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0].rstrip(",;:.–") + " …"
