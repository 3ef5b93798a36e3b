"""Figures of the definitions and cases: two side by side, the board of all, how cases fit, the four conditions."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from groupwork.labs.definition_cases import (
    CASES,
    CONDITIONS,
    LEVELS,
    NO,
    PARTLY,
    YES,
    Case,
    conditions,
    fit,
    judged,
    lacking,
    like,
    verdict,
)
from groupwork.labs.definitions import DEFINITIONS, FEATURES, Comparison, Definition, compare, named_by
from groupwork.labs.drawing import box, centred, figure, group, paint, percent, svg, table, tag, text

_WIDE = 748
_KINDS = (
    ("What it is", "fig-a", ("process", "method")),
    ("What it is for", "fig-b", ("growth", "change", "common", "society")),
    ("What does it", "fig-c", ("means", "interaction", "activities", "mutual", "worker", "autonomy")),
    ("Conditions", "fig-d", ("goals", "voluntary", "agency", "small", "ending")),
)
_PAINT_OF = {name: colour for _, colour, names in _KINDS for name in names}
_LEVEL_PAINT = {YES: "fig-d", PARTLY: "fig-c", NO: "fig-line"}


# Two definitions


def pair(one: str, other: str) -> str:
    """Return two definitions for two controls: their words, the drawing, and the comparison in sentences."""
    first, second = DEFINITIONS[one], DEFINITIONS[other]
    words = tag("div", *(_definition(each) for each in dict.fromkeys((first, second))), cls="gw-voices")
    return words + _pair_drawing(first, second) + tag("p", escape(pair_in_words(first, second)))


def pairs_shown(*chosen: tuple[str, str]) -> str:
    """Return some pairs below each other, with the same in words."""
    known = [(DEFINITIONS[one], DEFINITIONS[other]) for one, other in chosen]
    drawn, height = [], 0.0
    for one, other in known:
        drawn.append(group(_columns(one, other), transform=f"translate(0 {height:g})"))
        height += _height(one, other) + 12
    says = f"What they share: {'; '.join(f'{one.short} and {other.short}' for one, other in known)}."
    words = tag("ul", *(tag("li", escape(pair_in_words(*two))) for two in known))
    return figure(svg(*drawn, width=_WIDE, height=height - 12, says=says), words, says=says)


def pair_in_words(one: Definition, other: Definition) -> str:
    if one is other:
        return f"{one.authors}: the same definition twice. Choose another one to compare it with."
    found = compare(one, other)
    shared = f"both name {_labels(found.both)}" if found.both else "they name nothing in common"
    return (
        f"{one.short} and {other.short}: {shared}. "
        f"Only {one.short}: {_labels(found.only_one)}. Only {other.short}: {_labels(found.only_other)}. "
        f"Likeness: {_likeness(found)}."
    )


def _pair_drawing(one: Definition, other: Definition) -> str:
    drawn = _columns(one, other)
    return svg(drawn, width=_WIDE, height=_height(one, other), says=pair_in_words(one, other))


def _columns(one: Definition, other: Definition) -> str:
    """Return three boxes: what only the first names, what both name, what only the other names."""
    found = compare(one, other)
    heads = (f"Only {one.short}", f"Both: {_likeness(found)}", f"Only {other.short}")
    boxes = []
    for place, (head, names, colour) in enumerate(zip(heads, found, ("fig-a", "fig-d", "fig-b"), strict=True)):
        labels = [FEATURES[name].label for name in names] or ["nothing"]
        lines = [text(124 + 250 * place, 44 + 20 * row, label) for row, label in enumerate(labels)]
        edge = tag("path", d=box(2 + 250 * place, 2, 244, _height(one, other) - 4), **paint("fig-line", colour))
        boxes.append(edge + centred(text(124 + 250 * place, 22, head, font_weight=600), *lines))
    return "".join(boxes)


def _height(one: Definition, other: Definition) -> int:
    return 44 + 20 * max(map(len, compare(one, other)))


def _definition(known: Definition) -> str:
    return tag("p", tag("strong", escape(known.authors) + "."), " ", escape(f"{known.words} ({known.certainty}.)"))


def _likeness(found: Comparison) -> str:
    return f"{len(found.both)} of {sum(map(len, found))} features"


def _labels(names: list[str]) -> str:
    return ", ".join(FEATURES[name].label for name in names) or "nothing"


# The board of all definitions


def sources() -> str:
    """Return the nine definitions in our own words, each with how sure the attribution is."""
    rows = [
        tag("li", tag("strong", escape(each.authors) + "."), " ", escape(each.words), " ", _sure(each))
        for each in DEFINITIONS.values()
    ]
    return tag("ul", *rows)


def _sure(known: Definition) -> str:
    return tag("em", escape(f"{known.certainty[0].upper()}{known.certainty[1:]}."))


def board() -> str:
    """Return which definition names which feature, and how many name it."""
    left, step = 132, 62
    rows = []
    for place, (name, feature) in enumerate(FEATURES.items()):
        y = 56 + 24 * place
        known = named_by(name)
        dots = [
            tag("circle", cx=left + step * column + step / 2, cy=y, r=8)
            for column, key in enumerate(DEFINITIONS)
            if key in known
        ]
        rows.append(text(0, y + 5, feature.label, **paint("fig-ink")))
        rows.append(group(*dots, **paint("fig-line", _PAINT_OF[name])))
        rows.append(text(_WIDE - 24, y + 5, str(len(known)), **paint("fig-ink"), text_anchor="middle"))
    height = 56 + 24 * len(FEATURES) + 24
    says = "Which of nine definitions names which of seventeen features, in the reading of this course."
    drawing = svg(_heads(left, step), *rows, _key(height - 22), width=_WIDE, height=height, says=says)
    words = table(
        ["Feature", "How we read it", "Named by", "How many"],
        (
            [feature.label, feature.says, ", ".join(DEFINITIONS[key].short for key in known), str(len(known))]
            for feature, known in ((feature, named_by(name)) for name, feature in FEATURES.items())
        ),
        says=says,
    )
    return figure(drawing, words, says=says)


def _heads(left: float, step: float) -> str:
    """Return the names above the columns; two authors stand below each other."""
    heads = []
    for column, known in enumerate(DEFINITIONS.values()):
        first, _, second = known.short.partition(" & ")
        x = left + step * column + step / 2
        heads.append(text(x, 16, first))
        if second:
            heads.append(text(x, 31, f"& {second}"))
    return centred(*heads, font_size=11, font_weight=600)


def _key(y: float) -> str:
    pieces = []
    for x, (title, colour, _) in zip((4, 134, 284, 424), _KINDS, strict=True):
        pieces.append(tag("path", d=box(x, y, 14, 14), **paint("fig-line", colour)))
        pieces.append(text(x + 20, y + 12, title, font_size=12, **paint("fig-ink")))
    return "".join(pieces)


# Cases against definitions


def case_board(case: str) -> str:
    """Return one case for a control: its words, how far it has what each definition names, and what it lacks."""
    known = CASES[case]
    bars, words = [], []
    for place, definition in enumerate(DEFINITIONS.values()):
        share, y = fit(known, definition), 4 + 26 * place
        bars.append(text(0, y + 15, definition.short, **paint("fig-ink")))
        bars.append(tag("path", d=box(150, y, 400, 20), **paint("fig-line")))
        if share:
            bars.append(tag("path", d=box(150, y, 400 * share, 20), **paint("fig-line", _fit_paint(share))))
        bars.append(text(562, y + 15, percent(share), **paint("fig-ink")))
        words.append([definition.short, percent(share), _labels(lacking(known, definition))])
    says = f"How much of what each definition names is there in this case: {known.name}."
    drawing = svg(*bars, width=_WIDE, height=8 + 26 * len(DEFINITIONS), says=says)
    return _case_words(known) + figure(drawing, table(["Definition", "Share", "Lacks"], words, says=says), says=says)


def grid() -> str:
    """Return the share for every case and definition."""
    left, step = 132, 68
    rows = []
    for place, known in enumerate(CASES.values()):
        y = 42 + 34 * place
        rows.append(text(0, y + 20, known.name, **paint("fig-ink")))
        for column, definition in enumerate(DEFINITIONS.values()):
            share, x = fit(known, definition), left + step * column
            rows.append(tag("path", d=box(x + 1, y, step - 2, 30), **paint("fig-line", _fit_paint(share))))
            rows.append(centred(text(x + step / 2, y + 20, percent(share))))
    says = "How much of what each definition names is there in each of seven cases."
    drawing = svg(_heads(left, step), *rows, width=_WIDE, height=42 + 34 * len(CASES) + 4, says=says)
    words = table(
        ["Case", *(each.short for each in DEFINITIONS.values())],
        ([known.name, *(percent(fit(known, each)) for each in DEFINITIONS.values())] for known in CASES.values()),
        says=says,
    )
    return figure(drawing, words, says=says)


def case_notes() -> str:
    return tag("div", *(_note(known) for known in CASES.values()), cls="gw-voices")


def _case_words(known: Case) -> str:
    return tag("div", _note(known), cls="gw-voices")


def _note(known: Case) -> str:
    return tag("p", tag("strong", escape(known.name) + "."), " ", escape(known.words))


def _fit_paint(share: float) -> str:
    return "fig-d" if share >= 0.75 else "fig-c" if share >= 0.5 else "fig-b"


# The four conditions


def four_conditions() -> str:
    """Return the four conditions for every case, with what follows from them."""
    rows = [
        group(
            text(0, 20, known.name, **paint("fig-ink")),
            _levels(conditions(known), 132, 84),
            text(476, 20, judged(known).partition(":")[0], font_size=12, **paint("fig-ink")),
            transform=f"translate(0 {42 + 34 * place})",
        )
        for place, known in enumerate(CASES.values())
    ]
    says = "Whether each of seven cases meets the four conditions of Middleman and Wood, in the reading of this course."
    drawing = svg(_condition_heads(), *rows, width=_WIDE, height=42 + 34 * len(CASES) + 4, says=says)
    words = table(
        ["Case", *CONDITIONS.values(), "So"],
        (
            [known.name, *(LEVELS[level] for level in conditions(known).values()), judged(known)]
            for known in CASES.values()
        ),
        says=says,
    )
    return figure(drawing, words, says=says)


def your_reading(**levels: float) -> str:
    """Return what follows from a reader's own levels of the four conditions, for four controls."""
    found = dict(zip(CONDITIONS, levels.values(), strict=True))
    said = verdict(found)
    drawing = svg(
        _condition_heads(),
        group(_levels(found, 132, 84), transform="translate(0 42)"),
        width=_WIDE,
        height=76,
        says=f"The four conditions as you set them: {said}.",
    )
    same = like(found)
    beside = f"Read by us in the same way: {', '.join(same)}." if same else "None of our seven cases is read like this."
    return drawing + tag("p", tag("strong", escape(f"{said[0].upper()}{said[1:]}.")), " ", escape(beside))


def _condition_heads() -> str:
    heads = {"mutual": ("Mutual", "aid"), "interaction": ("Group", "process"), "ending": ("Groupness", "at the end")}
    lines = []
    for column, (name, label) in enumerate(CONDITIONS.items()):
        for row, line in enumerate(heads.get(name, (label.capitalize(),))):
            lines.append(text(132 + 84 * column + 42, 16 + 15 * row, line))
    return centred(*lines, font_size=12, font_weight=600)


def _levels(levels: Mapping[str, float], left: float, step: float) -> str:
    cells = []
    for column, level in enumerate(levels.values()):
        x = left + step * column
        cells.append(tag("path", d=box(x + 1, 0, step - 2, 30), **paint("fig-line", _LEVEL_PAINT[level])))
        cells.append(centred(text(x + step / 2, 20, LEVELS[level])))
    return "".join(cells)
