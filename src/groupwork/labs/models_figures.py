"""Figures of plans and models: the four drafts, the matrix cell by cell, bars under several weights, and tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from groupwork.labs.drawing import box, centred, figure, group, paint, percent, svg, table, tag, text
from groupwork.labs.models import (
    DRAFTS,
    EQUAL,
    FEATURES,
    HEART,
    MODELS,
    Draft,
    Model,
    Plan,
    Reading,
    Weights,
    all_weights,
    fewest,
    kept,
    moves,
    points,
    read,
)

_WIDE = 748
_LEFT = 300
_CELL = (_WIDE - _LEFT) / len(MODELS)
_ROW = 42

_MARGIN = 148
_BLOCK = (_WIDE - _MARGIN) / len(DRAFTS)
_BAR = 26


def drafts() -> str:
    """Return what is written about each ready plan, one paragraph each."""
    return tag(
        "div", *(tag("p", tag("strong", f"{each.name}."), " ", escape(each.text)) for each in DRAFTS), cls="gw-voices"
    )


def all_points() -> str:
    """Return every answer with its points, in a list to unfold."""
    rows = [
        [f"{feature.name.capitalize()}: {answer.text}", *map(str, answer.points)]
        for feature in FEATURES.values()
        for answer in feature.answers
    ]
    says = "All answers with their points for each model"
    return tag("details", tag("summary", says), table(["Answer", *_names(MODELS)], rows, says=says))


# The matrix


def matrix(plan: Plan, weights: Weights = EQUAL, *, name: str = "This plan") -> str:
    """Return the plan as a grid: a row for each feature, a column for each model, the sum below."""
    reading = read(plan, weights)
    found = points(plan, weights)
    rows = [
        group(_row(feature, plan, weights, found[feature]), transform=f"translate(0 {30 + _ROW * place})")
        for place, feature in enumerate(FEATURES)
    ]
    height = 30 + _ROW * len(FEATURES)
    sums = group(_sums(reading), transform=f"translate(0 {height})")
    says = f"{name}: points of eight answers for four models. {in_a_sentence(reading)}"
    drawing = svg(_heads(), *rows, sums, width=_WIDE, height=height + 50, says=says)
    cells = [[FEATURES[feature].question, _answer(plan, feature), *map(str, each)] for feature, each in found.items()]
    total = ["Sum", f"of {reading.most}", *map(str, reading.sums)]
    return figure(drawing, table(["Feature", "Answer", *_names(MODELS)], [*cells, total], says=says), says=says)


def _heads() -> str:
    return centred(*(text(_middle(place), 18, model.name, font_weight=600) for place, model in enumerate(MODELS)))


def _row(feature: str, plan: Plan, weights: Weights, cells: Sequence[int]) -> str:
    """Return one feature: a full box is at the heart of a model, half a box is one that it can live with."""
    weight = weights[feature]
    times = "" if weight == 1 else f" (× {weight})"
    label = group(
        text(0, 16, FEATURES[feature].question + times, font_weight=600),
        text(0, 33, _answer(plan, feature)),
        **paint("fig-ink"),
    )
    drawn = []
    for place, (model, value) in enumerate(zip(MODELS, cells, strict=True)):
        x = _LEFT + place * _CELL + 3
        drawn.append(tag("path", d=box(x, 2, _CELL - 6, _ROW - 6), **paint("fig-line")))
        if weight and value:
            height = (_ROW - 6) * value / (HEART * weight)
            drawn.append(tag("path", d=box(x, _ROW - 4 - height, _CELL - 6, height), **paint("fig-line", model.paint)))
    # In half a box the number stands lower, clear of the edge.
    half = [weight and value == weight for value in cells]
    numbers = [text(_middle(place), 33 if half[place] else 25, str(value)) for place, value in enumerate(cells)]
    return label + "".join(drawn) + centred(*numbers)


def _sums(reading: Reading) -> str:
    label = group(text(0, 22, f"Sum, of {reading.most} possible", font_weight=600), **paint("fig-ink"))
    line = tag("path", d=f"M0 3H{_WIDE}", **paint("fig-line"))
    totals = [text(_middle(place), 22, str(total), font_weight=600) for place, total in enumerate(reading.sums)]
    shares = [text(_middle(place), 40, percent(share), font_size=12) for place, share in enumerate(reading.shares)]
    return line + label + centred(*totals, *shares)


def in_a_sentence(reading: Reading) -> str:
    """Say which model is nearest, and by how much."""
    if not reading.nearest:
        return "No model gets a point."
    names = " and ".join(_names(reading.nearest)).lower()
    if len(reading.nearest) > 1:
        return f"Equally near: {names}, with {max(reading.sums)} of {reading.most} points each."
    points_ahead = f"{reading.lead} point{'' if reading.lead == 1 else 's'}"
    return f"Nearest: {names}, with {max(reading.sums)} of {reading.most} points and a lead of {points_ahead}."


def built(plan: Plan) -> str:
    """Return a plan that a reader has put together: the sentence, the grid, and the single changes that move it."""
    reading = read(plan)
    return tag("p", tag("strong", escape(in_a_sentence(reading)))) + matrix(plan) + single_changes(plan)


def single_changes(plan: Plan) -> str:
    """Return the single changes after which another model stands alone in front, as a list."""
    found = moves(plan)
    if not found:
        return tag("p", "No single change brings another model to the front.")
    items = [
        tag(
            "li",
            escape(
                f"{FEATURES[each.feature].question} {FEATURES[each.feature].answers[each.answer].text} → {model.name}"
            ),
        )
        for each, model in found
    ]
    return tag("p", "Each of these changes alone brings another model to the front:") + tag("ul", *items)


# Bars under several weights


def comparison(settings: Mapping[str, Weights]) -> str:
    """Return the four ready plans as blocks of bars, with one row per setting; a name may hold one line break."""
    rows = [
        group(_bars(name, weights), transform=f"translate(0 {28 + 112 * place})")
        for place, (name, weights) in enumerate(settings.items())
    ]
    heads = [text(_block(place) + _BLOCK / 2, 16, each.name, font_weight=600) for place, each in enumerate(DRAFTS)]
    names = [name.replace("\n", " ") for name in settings]
    says = f"How near four plans lie to four models, in percent, with these weights: {'; '.join(names)}."
    drawing = svg(centred(*heads), *rows, width=_WIDE, height=28 + 112 * len(rows), says=says)
    cells = [
        [f"{each.name}: {name}", *map(percent, read(each.plan, weights).shares)]
        for name, weights in zip(names, settings.values(), strict=True)
        for each in DRAFTS
    ]
    return figure(drawing, table(["Plan and weights", *_names(MODELS)], cells, says=says), says=says)


def _bars(name: str, weights: Weights) -> str:
    lines = name.split("\n")
    label = group(*(text(0, 56 + 16 * place, line) for place, line in enumerate(lines)), **paint("fig-ink"))
    boxes: dict[str, str] = {model.paint: "" for model in MODELS}
    words = []
    for place, each in enumerate(DRAFTS):
        for model, share, x in _places(place, each, weights):
            height = 64 * share
            words += [text(x + _BAR / 2, 100, model.short, font_size=12)]
            words += [text(x + _BAR / 2, 80 - height, f"{round(100 * share)}", font_size=12)]
            boxes[model.paint] += box(x, 84 - height, _BAR, height) if share else ""
    drawn = [tag("path", d=d, **paint("fig-line", colour)) for colour, d in boxes.items() if d]
    floor = tag("path", d=f"M{_MARGIN} 84H{_WIDE}", **paint("fig-line"))
    return label + "".join(drawn) + floor + centred(*words)


def _places(place: int, each: Draft, weights: Weights) -> Iterator[tuple[Model, float, float]]:
    """Yield each model with its share and where its bar begins."""
    start = _block(place) + (_BLOCK - 4 * (_BAR + 6)) / 2
    for step, (model, share) in enumerate(zip(MODELS, read(each.plan, weights).shares, strict=True)):
        yield model, share, start + step * (_BAR + 6)


# Tables


def firm() -> str:
    """Return how firm each reading is: its lead, the settings that keep it, and how many changes move it."""
    says = "How firm the reading of each plan is"
    rows = [
        [
            each.name,
            _nearest(read(each.plan)),
            str(read(each.plan).lead),
            f"{kept(each.plan):,} of {len(all_weights()):,}",
            *(_times(fewest(each.plan, model)) for model in MODELS),
        ]
        for each in DRAFTS
    ]
    heads = ["Plan", "Nearest", "Lead", "Kept in", *(f"To {model.short}" for model in MODELS)]
    return table(heads, rows, says=says)


def three_or_four() -> str:
    """Return the plans read with all four models and with the three of 1966."""
    says = "The same plans read with four models and with three"
    rows = [[each.name, *_nearest_with(each, MODELS), *_nearest_with(each, MODELS[:3])] for each in DRAFTS]
    return table(["Plan", "With four", "Lead", "With three", "Lead"], rows, says=says)


def _nearest_with(each: Draft, models: Sequence[Model]) -> tuple[str, str]:
    reading = read(each.plan, EQUAL, models)
    return _nearest(reading), str(reading.lead)


def _nearest(reading: Reading) -> str:
    return " or ".join(_names(reading.nearest)) or "none"


def _times(number: int | None) -> str:
    return "over 4" if number is None else str(number)


# Shared pieces


def _names(models: Sequence[Model]) -> list[str]:
    return [model.name for model in models]


def _answer(plan: Plan, feature: str) -> str:
    return FEATURES[feature].answers[plan[feature]].text


def _middle(place: int) -> float:
    return _LEFT + (place + 0.5) * _CELL


def _block(place: int) -> float:
    return _MARGIN + place * _BLOCK
