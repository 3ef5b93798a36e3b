"""A goal worksheet with five SMART parts, and goal attainment scales with their T-score; the member is invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from itertools import product
from math import sqrt
from typing import NamedTuple

from groupwork.labs.drawing import box, centred, figure, group, paint, svg, table, tag, text


class Part(NamedTuple):
    """A part of a goal in words, and what would still have to be asked about it (empty: nothing)."""

    words: str
    ask: str = ""


Sheet = Mapping[str, Part]

SMART: Mapping[str, Sequence[tuple[str, Part]]] = {
    "specific": (
        ("vague", Part("I go out more", "Where to, and what do you do there?")),
        ("a scene", Part("I walk to the market hall and choose my own fish")),
        ("a test", Part("I reach level 4 on the walking test")),
    ),
    "measurable": (
        ("leave out", Part("", "How often, and how would you yourself know that it worked?")),
        ("a feeling", Part("and feel better", "What would you notice, on which day?")),
        ("a count", Part("on two Saturdays in a row")),
    ),
    "achievable": (
        ("leave out", Part("", "What is the first step, and who or what do you need for it?")),
        ("at one go", Part("alone from the first day", "What if the first day is bad? Is there a smaller step?")),
        ("a step", Part("the first time with Pavel from the group")),
    ),
    "relevant": (
        ("leave out", Part("", "Why this, and why to you?")),
        (
            "hospital",
            Part("because the hospital wants me to exercise", "The hospital has its reason. What is yours?"),
        ),
        ("her own", Part("because my son brings the wrong fish")),
    ),
    "time": (
        ("leave out", Part("", "By when?")),
        ("soon", Part("as soon as possible", "Which day is that?")),
        ("a date", Part("by 12 June")),
    ),
    "words": (
        ("worker’s", Part("written by the worker", "Whose sentence is this? How would you say it?")),
        ("corrected", Part("proposed by the worker, corrected by Noor")),
        ("hers", Part("said by Noor")),
    ),
}
"""The five letters, and whose words the goal is in, each as (label, part)."""

FIRST = {name: choices[0][1] for name, choices in SMART.items()}
LATER = {name: choices[place][1] for (name, choices), place in zip(SMART.items(), (1, 2, 2, 2, 2, 2), strict=True)}
TIDY = {name: choices[place][1] for (name, choices), place in zip(SMART.items(), (2, 2, 2, 2, 2, 1), strict=True)}
"""A first draft, the same goal after a talk, and a sheet on which nothing is missing and the wish has gone."""


def goal(sheet: Sheet) -> str:
    """Return the goal as a sentence."""
    order = ("time", "specific", "measurable", "achievable", "relevant")
    said = ", ".join(sheet[name].words for name in order if sheet[name].words)
    return f"{said[0].upper()}{said[1:]}."


def missing(sheet: Sheet) -> dict[str, str]:
    """Return the parts of a sheet that are still to be asked about, with the question."""
    return {name: part.ask for name, part in sheet.items() if part.ask}


def complete() -> list[dict[str, Part]]:
    """Return every sheet that can be put together on which nothing is missing."""
    names = list(SMART)
    sheets = [dict(zip(names, parts, strict=True)) for parts in product(*_parts())]
    return [sheet for sheet in sheets if not missing(sheet)]


def possible() -> int:
    """Return how many sheets can be put together."""
    return len(list(product(*_parts())))


def _parts() -> list[list[Part]]:
    return [[part for _, part in choices] for choices in SMART.values()]


def worksheet(**sheet: Part) -> str:
    """Return one sheet: drawing, sentence, and the questions that are still open."""
    return worksheets({"Your sheet": sheet})


def worksheets(sheets: Mapping[str, Sheet]) -> str:
    """Return a drawing of several sheets, and below it each goal with its open questions."""
    says = "Which parts of a goal are said; a dashed edge means: still to be asked."
    heads = [text(132 + 102 * place + 51, 18, name.capitalize(), font_weight=600) for place, name in enumerate(SMART)]
    rows = [
        group(_sheet_row(name, sheet), transform=f"translate(0 {30 + 44 * place})")
        for place, (name, sheet) in enumerate(sheets.items())
    ]
    drawing = svg(centred(*heads), *rows, width=744, height=36 + 44 * len(sheets), says=says)
    cells = ([name, *(part.ask or part.words for part in sheet.values())] for name, sheet in sheets.items())
    words = table(["Sheet", *(name.capitalize() for name in SMART)], cells, says=says)
    return figure(drawing, words, says=says) + "".join(_told(name, sheet) for name, sheet in sheets.items())


def _sheet_row(name: str, sheet: Sheet) -> str:
    solid, dashed, said = "", "", []
    for place, part in enumerate(sheet.values()):
        piece = box(134 + 102 * place, 2, 98, 36)
        solid, dashed = (solid, dashed + piece) if part.ask else (solid + piece, dashed)
        said.append(text(132 + 102 * place + 51, 25, "ask" if part.ask else "said", font_size=12))
    return (
        text(0, 25, name, **paint("fig-ink"))
        + (tag("path", d=solid, **paint("fig-line", "fig-d")) if solid else "")
        + (tag("path", d=dashed, stroke_dasharray="5 4", **paint("fig-line", "fig-c")) if dashed else "")
        + centred(*said)
    )


def _told(name: str, sheet: Sheet) -> str:
    asked = missing(sheet)
    questions = tag("ul", *(tag("li", escape(f"{part.capitalize()}: {ask}")) for part, ask in asked.items()))
    rest = questions if asked else tag("p", "Nothing is missing by the letter. Ask her: do you still want it?")
    return tag("p", tag("strong", escape(name)), escape(f": “{goal(sheet)}” ({sheet['words'].words})")) + rest


# Goal attainment scales

LEVELS = (-2, -1, 0, 1, 2)
RHO = 0.3
"""The correlation between goals that is assumed as a rule."""

SCALES: Mapping[str, Sequence[str]] = {
    "market": ("not out", "to the gate", "two Saturdays", "four Saturdays", "every week"),
    "nights": ("up all night", "up four times", "up twice", "up once", "slept through"),
    "pills": ("son sorts them", "sorts with son", "sorts, son checks", "sorts alone", "shows a member"),
}
"""Three goals of one member; the middle step is what she and the worker expect, before they start."""

PROFILES = {
    "Just as expected": (0, 0, 0),
    "Up, down and even": (2, -2, 0),
    "One fall, two small gains": (-2, 1, 1),
    "Expected too little": (1, 1, 1),
}


def t_score(reached: Sequence[int], weights: Sequence[float], rho: float = RHO) -> float:
    """Return the T-score of Kiresuk and Sherman (1968): 50 if everything is as expected.

    T = 50 + 10 Σwx / √((1 − ρ)Σw² + ρ(Σw)²), as printed in the correction to Turner-Stokes (2009).
    Raises ValueError unless some weight is above 0.
    """
    if not any(weight > 0 for weight in weights):
        raise ValueError("a T-score needs a weight above 0")
    total = sum(weight * level for weight, level in zip(weights, reached, strict=True))
    spread = (1 - rho) * sum(weight**2 for weight in weights) + rho * sum(weights) ** 2
    return 50 + 10 * total / sqrt(spread)


def signed(level: int) -> str:
    """Return a step with its sign, with a minus that is as wide as the plus."""
    return f"{level:+d}".replace("-", "−") if level else "0"


def all_profiles() -> list[tuple[int, int, int]]:
    """Return every way in which three goals can be reached."""
    return [(one, two, three) for one in LEVELS for two in LEVELS for three in LEVELS]


def ladders(market: int, nights: int, pills: int, market_weight: int = 1) -> str:
    """Return three scales with the step that was reached, and the T-score in a sentence."""
    reached = dict(zip(SCALES, (market, nights, pills), strict=True))
    weights = (market_weight, 1, 1)
    score = t_score(tuple(reached.values()), weights)
    says = f"Three goals on five steps each, and the step reached. T is {score:.1f}."
    columns = [
        group(_ladder(name, reached[name]), transform=f"translate({70 + 226 * place} 0)")
        for place, name in enumerate(SCALES)
    ]
    steps = [text(58, 54 + 34 * row, signed(level)) for row, level in enumerate(reversed(LEVELS))]
    drawing = svg(group(*steps, text_anchor="end", **paint("fig-ink")), *columns, width=748, height=206, says=says)
    rows = ([name.capitalize(), signed(level), SCALES[name][level + 2]] for name, level in reached.items())
    words = table(["Goal", "Step reached", "What that is"], rows, says=says)
    told = f"T = {score:.1f}, with weights {', '.join(map(str, weights))} and ρ = {RHO}."
    return figure(drawing, words, says=says) + tag("p", tag("strong", escape(told)))


def _ladder(name: str, reached: int) -> str:
    rest, said = "", []
    for row, level in enumerate(reversed(LEVELS)):
        rest += box(0, 34 + 34 * row, 212, 30) if level != reached else ""
        said.append(text(106, 54 + 34 * row, SCALES[name][level + 2], font_weight=600 if level == reached else 400))
    here = box(0, 34 + 34 * (2 - reached), 212, 30)
    return (
        tag("path", d=rest, **paint("fig-line"))
        + tag("path", d=here, stroke_width=2.5, **paint("fig-line", "fig-d"))
        + group(
            text(106, 20, name.capitalize(), font_weight=600),
            *said,
            text_anchor="middle",
            **paint("fig-ink"),
        )
    )


def profiles() -> str:
    """Return some profiles with their T-score, for equal weights, another ρ, and a goal that counts three times."""
    says = "What different profiles give as a T-score"
    head = ["Profile", *(name.capitalize() for name in SCALES), "T", "T with ρ = 0.6", "T if market counts three times"]
    rows = (
        [
            name,
            *map(signed, reached),
            f"{t_score(reached, (1, 1, 1)):.1f}",
            f"{t_score(reached, (1, 1, 1), 0.6):.1f}",
            f"{t_score(reached, (3, 1, 1)):.1f}",
        ]
        for name, reached in PROFILES.items()
    )
    return table(head, rows, says=says)
