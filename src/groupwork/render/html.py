"""The one place where a question becomes HTML.

A template never sees a host: where a link leads comes from `Links`, which the site fills and a notebook leaves empty.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from groupwork.checker import shuffle

STATIC = "GROUPWORK_STATIC"
"""Environment variable, set while the site runs notebooks: there is no kernel behind the page that they become."""


class Question(Protocol):
    """What rendering needs of a question of the bank."""

    def as_json(self) -> dict[str, Any]:
        """Return the plain form with all its text."""

    def key(self) -> dict[str, Any]:
        """Return what grading needs, without any text."""


class Scenario(Protocol):
    """What rendering needs of a scenario of the bank."""

    def as_json(self) -> dict[str, Any]:
        """Return the plain form, complete."""


class Links(Protocol):
    """Where a question's references and lesson are found by its reader."""

    def cite(self, ref: str) -> str:
        """Return the short citation of a bibliography key, such as `Garland et al., 1965`."""

    def reference(self, ref: str) -> str | None:
        """Return the address of a bibliography entry, or None where there is no page to go to."""

    def lesson(self, taught: str) -> str | None:
        """Return the address of the section that teaches the question, or None."""


def _paragraphs(text: str) -> Markup:
    """Turn plain text with blank lines into paragraphs."""
    parts = [part.strip() for part in text.split("\n\n") if part.strip()]
    return Markup("").join(Markup("<p>{}</p>").format(part) for part in parts)


def _gapped(text: str, gaps: Iterable[Mapping[str, Any]], uid: str) -> Markup:
    """Put a labelled input into every `[[n]]` of a cloze text."""
    html = escape(text.strip())
    for gap in gaps:
        name = gap["id"]
        field = Markup(
            '<span class="gw-gap"><label class="gw-hidden" for="{uid}-{name}">Gap {name}</label>'
            '<input id="{uid}-{name}" data-part="{name}" type="text" autocomplete="off" autocapitalize="off" '
            'spellcheck="false" maxlength="200" size="{size}"></span>'
        ).format(uid=uid, name=name, size=max(8, *(len(form) for form in gap["accept"])))
        html = html.replace(f"[[{name}]]", field)
    return html


def _arranged(parts: list[Any], seed: str) -> list[Any]:
    """Return the parts in the order in which a reader first meets them, never the stored one if that is the answer."""
    attempt = 0
    order = parts
    while order == parts and len(parts) > 1:
        order = shuffle(parts, f"{seed}:{attempt}")
        attempt += 1
    return order


environment = Environment(
    loader=PackageLoader("groupwork.render"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
environment.filters["paragraphs"] = _paragraphs
environment.globals.update(arranged=_arranged, gapped=_gapped)


def render_question(question: Question, uid: str, links: Links, *, label: str = "Question") -> str:
    """Render one question.

    `uid` prefixes every id in the HTML and must be unique on the page, so that the same question may stand there
    twice; `label` opens the legend. The page carries the key, for grading, and the reasons, for reading without
    a script.
    """
    plain = question.as_json()
    key = json.dumps(question.key(), ensure_ascii=False, separators=(",", ":"))
    template = environment.get_template(f"{plain['kind']}.html")
    return template.render(question=plain, key=key, uid=uid, links=links, label=label)


def render_quiz(
    questions: Iterable[Question], uid: str, links: Links, *, title: str, heading: int = 2, scored: bool = True
) -> str:
    """Render questions as one quiz under a heading of the given level, with a line that counts what is answered.

    Where it is not `scored` the line does not count what is right.
    """
    rendered = [
        Markup(render_question(question, f"{uid}-{number}", links, label=f"Question {number}"))
        for number, question in enumerate(questions, start=1)
    ]
    template = environment.get_template("quiz.html")
    return template.render(questions=rendered, uid=uid, title=title, heading=f"h{heading}", scored=scored)


def render_scenario(scenario: Scenario, uid: str, links: Links, *, heading: int = 3) -> str:
    """Render a scenario as a case to read; the page's script offers to play it instead."""
    template = environment.get_template("scenario.html")
    return template.render(scenario=scenario.as_json(), uid=uid, links=links, heading=f"h{heading}")
