"""Figures of a group on record: notes, the circle of chairs, the counts, the strip of readings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from groupwork.labs.chairs import MIDDLE, circle, circle_in_words, counted
from groupwork.labs.drawing import box, centred, figure, group, in_words, paint, percent, svg, table, tag, text
from groupwork.labs.record import (
    SIGNALS,
    STAGES,
    Group,
    Reading,
    Session,
    Weights,
    all_weights,
    read,
    steadiness,
)

CLOSE = 0.25
"""A lead under this share of all points makes a reading close; our choice, like the points themselves."""

_WIDE = 748
_LEFT = 148
_STEP = (_WIDE - _LEFT) / 12


def notes(known: Group, first: int, last: int) -> str:
    """Return the notes of some sessions, one paragraph each."""
    return tag("div", *(_note(session) for session in known.sessions[first - 1 : last]), cls="gw-voices")


def _note(session: Session) -> str:
    before = tag("em", escape(session.before)) + " " if session.before else ""
    return tag("p", tag("strong", f"Session {session.number}."), " ", before, escape(session.note))


# The circle of chairs


def evening(known: Group, session: Session) -> str:
    """Return one session for a slider: its note, the circle, and the counts in a sentence."""
    drawing = svg(circle(known, session), width=2 * MIDDLE, height=262, says=circle_in_words(known, session))
    return tag("div", _note(session), cls="gw-voices") + drawing + tag("p", escape(counted(session)))


def evenings(known: Group, numbers: Sequence[int]) -> str:
    """Return the circles of some sessions; they stand side by side where there is room."""
    sessions = [known.session(number) for number in numbers]
    circles = [
        svg(
            circle(known, session),
            width=2 * MIDDLE,
            height=262,
            says=f"Who speaks to whom in session {session.number}",
        )
        for session in sessions
    ]
    words = tag("ul", *(tag("li", escape(circle_in_words(known, session))) for session in sessions))
    return tag("figure", *circles, in_words(words), cls="gw-figure")


# The counts over all sessions


def counts(known: Group) -> str:
    """Return four counts over the sessions as rows of bars, each bar with its number."""
    sessions = known.sessions
    rows = [
        _bars(["Talk between", "members, in %"], [round(100 * each.share_between) for each in sessions], 100, "fig-a"),
        _bars(["Open", "disagreements"], [each.disagreements for each in sessions], 8, "fig-b"),
        _bars(["Remarks about", "parting"], [each.parting for each in sessions], 15, "fig-e"),
        _bars(["Members", "present"], [known.present(each) for each in sessions], 8, "fig-c"),
    ]
    drawn = [group(row, transform=f"translate(0 {26 + 88 * place})") for place, row in enumerate(rows)]
    says = "Four counts for each of twelve sessions: talk between members, disagreements, parting, members present."
    words = table(
        ["Session", "Between members", "Disagreements", "On parting", "Present"],
        (
            map(str, (each.number, percent(each.share_between), each.disagreements, each.parting, known.present(each)))
            for each in sessions
        ),
        says=says,
    )
    return figure(svg(_numbers(), *drawn, width=_WIDE, height=384, says=says), words, says=says)


def _bars(label: list[str], values: list[int], most: int, colour: str) -> str:
    """Return a row of bars, 56 units high for the value `most`."""
    heights = [56 * value / most for value in values]
    bars = "".join(
        box(_column(place) + 9, 76 - height, _STEP - 18, height) for place, height in enumerate(heights) if height
    )
    numbers = [
        text(_column(place) + _STEP / 2, 72 - heights[place], f"{value:,}") for place, value in enumerate(values)
    ]
    floor = tag("path", d=f"M{_LEFT} 76H{_WIDE}", **paint("fig-line"))
    return _label(label, 52) + tag("path", d=bars, **paint("fig-line", colour)) + centred(*numbers) + floor


# The strip of readings


def votes(known: Group) -> str:
    """Return the table of votes: what each signal speaks for in each session."""
    return table(
        ["Session", *(name.capitalize() for name in SIGNALS)],
        (
            [str(session.number), *(" or ".join(stages) for stages in session.signals.values())]
            for session in known.sessions
        ),
        says="The votes of five signals in each session",
    )


def strip(known: Group, settings: Mapping[str, Weights]) -> str:
    """Return one row of readings per setting of weights; a name may hold one line break."""
    rows = [
        group(_row(known, name, weights), transform=f"translate(0 {26 + 62 * place})")
        for place, (name, weights) in enumerate(settings.items())
    ]
    height = 26 + 62 * len(rows) + 30
    key = group(_key(), transform=f"translate(0 {height - 24})")
    names = [name.replace("\n", " ") for name in settings]
    says = f"The stage that each of twelve sessions reads as, with these weights: {'; '.join(names)}."
    words = table(
        ["Session", *names],
        (
            [f"{session.number}", *(_said(read(session, weights)) for weights in settings.values())]
            for session in known.sessions
        ),
        says=says,
    )
    return figure(svg(_numbers(), *rows, key, width=_WIDE, height=height, says=says), words, says=says)


def steady(known: Group) -> str:
    """Return in how many of all settings each session keeps the reading that it has with equal weights."""
    settings = all_weights()
    kept = [round(steadiness(session, settings) * len(settings)) for session in known.sessions]
    readings = [read(session, dict.fromkeys(SIGNALS, 1)) for session in known.sessions]
    shorts = [reading.stage.short if reading else "" for reading in readings]
    labels = [text(_column(place) + _STEP / 2, 130, short) for place, short in enumerate(shorts)]
    says = f"In how many of {len(settings)} settings of the weights each session keeps its reading."
    drawing = svg(
        _numbers(),
        group(_bars(["Settings with", "the same reading"], kept, len(settings), "fig-c"), transform="translate(0 30)"),
        _label(["Equal weights"], 130),
        centred(*labels),
        width=_WIDE,
        height=142,
        says=says,
    )
    rows = (
        [str(session.number), short, f"{count:,}"]
        for session, short, count in zip(known.sessions, shorts, kept, strict=True)
    )
    words = table(["Session", "Equal weights", "Settings with the same reading"], rows, says=says)
    return figure(drawing, words, says=says)


def _row(known: Group, name: str, weights: Weights) -> str:
    """Return a row of cells; a close reading shows the second stage below the first, with a dashed edge."""
    solid, dashed = dict.fromkeys(STAGES, ""), dict.fromkeys(STAGES, "")
    words, smaller = [], []
    for place, session in enumerate(known.sessions):
        reading = read(session, weights)
        x, middle = _column(place) + 1, _column(place) + _STEP / 2
        if reading is None:
            words.append(text(middle, 33, "–"))
            continue
        close = _close(reading)
        solid[reading.stage.short] += box(x, 2, _STEP - 2, 28 if close else 52)
        words.append(text(middle, 21 if close else 33, reading.stage.short))
        if close:
            dashed[reading.second.short] += box(x, 32, _STEP - 2, 22)
            smaller.append(text(middle, 48, f"or {reading.second.short}"))
    boxes = [tag("path", d=d, **paint("fig-line", STAGES[short].paint)) for short, d in solid.items() if d]
    edged = [tag("path", d=d, **paint("fig-line", STAGES[short].paint)) for short, d in dashed.items() if d]
    return (
        _label(name.split("\n"), 32)
        + "".join(boxes)
        + (group(*edged, stroke_dasharray="4 3") if edged else "")
        + centred(group(*words, font_weight=600), group(*smaller, font_size=12))
    )


def _key() -> str:
    """Return the stages with their short names, in the order of the model."""
    pieces = []
    for x, stage in zip((4, 142, 312, 422, 570), STAGES.values(), strict=True):
        square = tag("path", d=box(x, 3, 14, 14), **paint("fig-line", stage.paint))
        pieces.append(square + text(x + 20, 15, f"{stage.short}: {stage.name}", font_size=12, **paint("fig-ink")))
    return "".join(pieces)


def _said(reading: Reading | None) -> str:
    if reading is None:
        return "none"
    return f"{reading.stage.short} or {reading.second.short}" if _close(reading) else reading.stage.short


def _close(reading: Reading) -> bool:
    # Shares are sums of halves over small wholes: rounding keeps 0.25 from counting as less.
    return round(reading.lead, 6) < CLOSE


# Shared pieces


def _numbers() -> str:
    numbers = [text(_column(place) + _STEP / 2, 14, str(place + 1), font_weight=600) for place in range(12)]
    return _label(["Session"], 14) + centred(*numbers)


def _label(lines: list[str], middle: float) -> str:
    top = middle - 8 * (len(lines) - 1)
    return group(*(text(0, top + 16 * place, line) for place, line in enumerate(lines)), **paint("fig-ink"))


def _column(place: int) -> float:
    return _LEFT + place * _STEP
