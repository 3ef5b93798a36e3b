"""The workshop for purpose statements: parts to build one from, four to compare, and how hints are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from groupwork.labs.drawing import box, centred, figure, group, paint, svg, table, tag, text
from groupwork.labs.purpose import CANNOT_SEE, POINTS, Hint, hints

Choices = Sequence[tuple[str, str]]

PARTS: Mapping[str, Choices] = {
    "who": (
        ("the letter", "This group is for discharged patients with poor self-management."),
        ("everyone", "Everyone is welcome."),
        ("what they share", "This group is for people who have come home after a long time in hospital."),
    ),
    "purpose": (
        ("the letter", "It facilitates psychosocial functioning and enhances treatment compliance."),
        ("a promise", "After ten mornings you will sleep through and go out by yourself."),
        ("everyday life", "On ten Tuesdays we talk about the nights, the stairs and the way to the shop."),
    ),
    "help": (
        ("leave out", ""),
        ("from the worker", "A social worker explains what has helped in other cases."),
        ("from members", "You hear how others manage, and help each other to try one thing at a time."),
    ),
    "boundary": (
        ("leave out", ""),
        ("the letter", "It complements the multi-agency pathway."),
        ("what it is not", "It is not treatment, and nobody has to talk."),
    ),
    "limits": (
        ("leave out", ""),
        ("too much", "Everything you say stays in this room."),
        (
            "honest",
            "We ask all to keep what they hear to themselves, and cannot promise that all will. "
            "If somebody is in danger, we must act.",
        ),
    ),
}
"""The five parts, each as (label, sentence), from the words of the letter to plain ones."""

STATEMENTS = {
    "From the letter": (
        "The group offers a psychosocial intervention for discharged patients. It facilitates self-management "
        "competence and enhances treatment compliance in order to prevent readmission. Participants are empowered "
        "to utilise community resources."
    ),
    "A warm promise": (
        "Home again? Come to us! After ten Tuesdays you will sleep through and go down to the shop by yourself. "
        "Everything you say stays in this room. It is going to be lovely."
    ),
    "An honest course": (
        "Ten Tuesday mornings for people who have come home after a long time in hospital. "
        "A nurse talks about sleep, stairs and pills. There is time to ask. It is not treatment."
    ),
    "A first offer": (
        "This group is for people who have come home after a long time in hospital. On ten Tuesdays we talk about "
        "the nights, the stairs and the way to the shop. You hear how others manage, and help each other to try one "
        "thing at a time. It is not treatment, and we cannot promise that you get well faster. You decide how much "
        "you tell. What is missing, you can add on the first morning."
    ),
}

FOOLED = (
    "This group is for people who have come home from hospital and have let themselves go. "
    "We tell you what you do wrong. You watch each other and report who has not walked. "
    "Nobody has to like it."
)
"""A statement that meets every hint and should never be printed."""

_LEFT, _STEP, _ROW = 132, 102, 44


def build(who: str, purpose: str, help: str, boundary: str, limits: str) -> str:
    """Return a statement from its five parts; empty ones are left out."""
    return " ".join(part for part in (who, purpose, help, boundary, limits) if part)


def built(**parts: str) -> str:
    """Return a built statement with its drawing and its hints."""
    return shown({"Your statement": build(**parts)})


def shown(statements: Mapping[str, str]) -> str:
    """Return statements one after another, each with its hints, below a drawing of all."""
    pieces = [
        tag("p", tag("strong", escape(name))) + tag("blockquote", tag("p", escape(words))) + listed(words)
        for name, words in statements.items()
    ]
    return panel(statements) + "".join(pieces)


def live(words: str) -> str:
    """Return drawing and hints for a text that somebody is writing."""
    return panel({"Your text": words}) + listed(words) + blind()


def listed(words: str) -> str:
    """Return the hints on a text as a list, each with the words that it matched."""
    found = hints(words)
    if not found:
        return tag("p", "There is nothing to read yet.")
    return tag("ul", *(_item(hint) for hint in found))


def blind() -> str:
    """Return what the reader of statements cannot see, as a sentence."""
    return tag("p", escape(f"What these hints cannot see: {'; '.join(CANNOT_SEE)}."))


def panel(statements: Mapping[str, str]) -> str:
    """Return the drawing: a row for each statement, a box for each hint, with a dashed edge where to look again."""
    read = {name: hints(words) for name, words in statements.items()}
    height = 34 + _ROW * len(read) + 30
    says = "What six hints found in each statement; a dashed edge means: look again."
    heads = [text(_column(place) + _STEP / 2, 18, point, font_weight=600) for place, point in enumerate(POINTS)]
    rows = [
        group(_row(name, found), transform=f"translate(0 {30 + _ROW * place})")
        for place, (name, found) in enumerate(read.items())
    ]
    key = group(_key(), transform=f"translate(0 {height - 24})")
    drawing = svg(
        centred(*heads),
        *rows,
        key,
        width=_LEFT + _STEP * len(POINTS),
        height=height,
        says=says,
    )
    words = table(["Statement", *POINTS], ([name, *_cells(found)] for name, found in read.items()), says=says)
    return figure(drawing, words, says=says)


def _row(name: str, found: Sequence[Hint]) -> str:
    solid, dashed, words = "", "", []
    for place, hint in enumerate(found):
        piece = box(_column(place) + 2, 2, _STEP - 4, _ROW - 8)
        solid, dashed = (solid, dashed + piece) if hint.look else (solid + piece, dashed)
        words.append(text(_column(place) + _STEP / 2, 25, hint.short, font_size=12))
    return (
        text(0, 25, name, **paint("fig-ink"))
        + (tag("path", d=solid, **paint("fig-line", "fig-a")) if solid else "")
        + (tag("path", d=dashed, stroke_dasharray="5 4", **paint("fig-line", "fig-c")) if dashed else "")
        + (centred(*words) if words else "")
    )


def _key() -> str:
    return (
        tag("path", d=box(_LEFT + 2, 3, 14, 14), **paint("fig-line", "fig-a"))
        + tag("path", d=box(_LEFT + 182, 3, 14, 14), stroke_dasharray="5 4", **paint("fig-line", "fig-c"))
        + group(
            text(_LEFT + 22, 15, "nothing to add", font_size=12),
            text(_LEFT + 202, 15, "look again, and decide for yourself", font_size=12),
            **paint("fig-ink"),
        )
    )


def _cells(found: Sequence[Hint]) -> list[str]:
    return [f"{hint.short}{' (look again)' if hint.look else ''}" for hint in found] or ["–"] * len(POINTS)


def _item(hint: Hint) -> str:
    asks = [f" ({ask})" for ask in hint.asks] or [""] * len(hint.quotes)
    quotes = "; ".join(f"“{quote}”{ask}" for quote, ask in zip(hint.quotes, asks, strict=True))
    return tag("li", tag("strong", escape(hint.point)), escape(f": {hint.says}{f' {quotes}' if quotes else ''}"))


def _column(place: int) -> float:
    return _LEFT + place * _STEP
