"""The timeline as a drawing: lanes of dated events whose marks show by their form how sure each date is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import NamedTuple, Protocol

from groupwork.labs.drawing import figure, group, paint, svg, tag, text

STRANDS = {
    "practice": "Practice",
    "profession": "Profession",
    "education": "Education",
    "writing": "Writing",
    "china": "China",
}
"""The lanes, in their order, and what each is called."""


class Grade(NamedTuple):
    """How sure a date is: its sign, its name, and what it claims."""

    sign: str
    name: str
    means: str


GRADES = {
    "seen": Grade("●", "Seen", "read in a source that is named"),
    "told": Grade("○", "Commonly told", "the literature tells it, and we have not looked it up"),
    "disputed": Grade("◇", "Disputed", "sources conflict, or the sentence says more than they do"),
}
"""The three grades of evidence, the surest first."""

WIDE = 748
_LEFT = 84
_RIGHT = WIDE - 12
_ROW = 18
_TOP = 30
_LETTER = 6.2
"""About the width of a letter of 12 units; labels are kept apart by it."""

_STEPS = (1, 2, 5, 10, 20, 50)


class Dated(Protocol):
    """What the drawing needs to know of an event."""

    @property
    def date(self) -> str: ...
    @property
    def year(self) -> int: ...
    @property
    def end(self) -> int | None: ...
    @property
    def label(self) -> str: ...
    @property
    def what(self) -> str: ...
    @property
    def strand(self) -> str: ...
    @property
    def certainty(self) -> str: ...


class _Placed(NamedTuple):
    event: Dated
    row: int
    x: float
    to: float
    before: bool


def within[E: Dated](events: Iterable[E], first: int, last: int) -> list[E]:
    """Return the events that happened, at least in part, in the years from `first` to `last`."""
    return [event for event in events if event.year <= last and (event.end or event.year) >= first]


def timeline(events: Iterable[Dated], first: int, last: int) -> str:
    """Return the drawing of the events from `first` to `last`: one lane for each strand, each event with its label."""
    shown = within(events, first, max(last, first + 1))
    last = max(last, first + 1)
    lanes = [(strand, _rows([event for event in shown if event.strand == strand], first, last)) for strand in STRANDS]
    lanes = [(strand, placed) for strand, placed in lanes if placed]
    top, pieces = _TOP, []
    for strand, placed in lanes:
        height = _ROW * (1 + max(each.row for each in placed)) + 12
        pieces.append(group(_lane(strand, placed, height), transform=f"translate(0 {top})"))
        top += height
    key = group(_key(), transform=f"translate(0 {top + 8})")
    return svg(_years(first, last, top), *pieces, key, width=WIDE, height=top + 34, says=says(shown, first, last))


def drawn(events: Iterable[Dated], first: int, last: int) -> str:
    """Return the drawing with the same in words: each event with its date and how sure that is."""
    shown = within(events, first, last)
    items = [tag("li", escape(in_a_line(event))) for event in shown]
    words = tag("ul", *items) if items else tag("p", "No event in these years.")
    return figure(timeline(shown, first, last), words, says=says(shown, first, last))


def in_a_line(event: Dated) -> str:
    """Return date, event and grade as a line of text."""
    return f"{event.date}: {event.what} ({STRANDS[event.strand]}; {GRADES[event.certainty].name.lower()})"


def says(shown: Sequence[Dated], first: int, last: int) -> str:
    """Return what the drawing shows, as one sentence."""
    counts = [(sum(event.certainty == grade for event in shown), GRADES[grade].name.lower()) for grade in GRADES]
    counted = ", ".join(f"{count} {name}" for count, name in counts)
    return f"Timeline from {first} to {last}: {len(shown)} events, {counted}."


def _rows(events: Sequence[Dated], first: int, last: int) -> list[_Placed]:
    """Give each event the first row of its lane in which neither its mark nor its label touches another."""
    taken: list[list[tuple[float, float]]] = []
    placed = []
    for event in events:
        x, to = _at(event.year, first, last), _at(event.end or event.year, first, last)
        width = len(_label(event)) * _LETTER + 12
        before = to + width > _RIGHT
        span = (x - width, to + 8) if before else (x - 8, to + width)
        row = next(
            (row for row, spans in enumerate(taken) if all(span[0] > right or span[1] < left for left, right in spans)),
            len(taken),
        )
        taken[row:] = taken[row:] or [[]]
        taken[row].append(span)
        placed.append(_Placed(event, row, x, to, before))
    return placed


def _lane(strand: str, placed: Sequence[_Placed], height: float) -> str:
    name = text(0, 18, STRANDS[strand], font_weight=600, **paint("fig-ink"))
    floor = tag("path", d=f"M0 {height}H{WIDE}", stroke_width=0.7, **paint("fig-line"))
    marks = [_mark(each.event, each.x, each.to, 14 + _ROW * each.row) for each in placed]
    right = [_word(each, each.to + 9) for each in placed if not each.before]
    left = [_word(each, each.x - 9) for each in placed if each.before]
    sides = [group(*words, text_anchor=side) for words, side in ((right, "start"), (left, "end")) if words]
    return name + floor + "".join(marks) + group(*sides, font_size=12, **paint("fig-ink"))


def _word(each: _Placed, x: float) -> str:
    return text(x, 18 + _ROW * each.row, _label(each.event))


def _label(event: Dated) -> str:
    return f"{event.label}?" if event.certainty == "disputed" else event.label


def _mark(event: Dated, x: float, to: float, y: float) -> str:
    """Return the mark: filled if the date was seen, a ring if it is told, a diamond if it is disputed."""
    span = to - x
    if event.certainty == "disputed":
        shape = f"M{x - 7:.1f} {y}L{x:.1f} {y - 7}H{to:.1f}L{to + 7:.1f} {y}L{to:.1f} {y + 7}H{x:.1f}z"
        return tag("path", d=shape, stroke_width=1.6, **paint("fig-line", "fig-c"))
    if event.certainty == "seen":
        look: dict[str, str | float] = dict(paint("fig-ink"))
        radius = 5.0
    else:
        look = {"stroke_width": 1.6, **paint("fig-line")}
        radius = 4.5
    if not span:
        return tag("circle", cx=x, cy=y, r=radius, **look)
    return tag("rect", x=x - radius, y=y - radius, width=span + 2 * radius, height=2 * radius, rx=radius, **look)


def _years(first: int, last: int, height: float) -> str:
    """Return thin lines with the years above them, not more than a dozen."""
    step = next((step for step in _STEPS if (last - first) / step <= 12), _STEPS[-1])
    marked = list(range(-(-first // step) * step, last + 1, step))
    lines = "".join(f"M{_at(year, first, last):.1f} 20V{height}" for year in marked)
    numbers = [text(_at(year, first, last), 14, str(year)) for year in marked]
    grid = tag("path", d=lines, stroke_width=0.5, stroke_dasharray="1 4", **paint("fig-line"))
    return grid + group(*numbers, text_anchor="middle", font_size=12, **paint("fig-ink"))


def _key() -> str:
    """Return the three marks with what they mean."""
    return "".join(_keys(zip((10, 90, 230), GRADES, strict=True)))


def _keys(places: Iterable[tuple[int, str]]) -> Iterator[str]:
    for x, grade in places:
        yield _mark(_Sample(grade), x, x, 10) + text(x + 12, 14, GRADES[grade].name, font_size=12, **paint("fig-ink"))


def _at(year: int, first: int, last: int) -> float:
    """Return where a year stands; what lies outside the span is drawn at its edge."""
    share = (min(max(year, first), last) - first) / (last - first)
    return _LEFT + 10 + share * (_RIGHT - _LEFT - 24)


class _Sample(NamedTuple):
    """A mark without an event, for the key."""

    certainty: str
    date: str = ""
    year: int = 0
    end: int | None = None
    label: str = ""
    what: str = ""
    strand: str = "practice"
