"""What the lab on dates counts: how much of a story is left at each grade of evidence, and what a claim rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import NamedTuple, Protocol

from groupwork.labs import timeline
from groupwork.labs.drawing import box, figure, group, paint, percent, svg, table, tag, text
from groupwork.labs.timeline import GRADES, STRANDS, WIDE, within

PERIODS = {
    "Before 1934": (1800, 1933),
    "1934 to 1955": (1934, 1955),
    "1956 to 1979": (1956, 1979),
    "Since 1980": (1980, 2100),
}
"""Parts of the story, by the year in which an event begins; the cuts are ours."""

ROLES = {
    "for": "says it",
    "near": "happened, and says less",
    "against": "speaks against it",
}
"""How an event can bear on a claim."""


class Event(timeline.Dated, Protocol):
    """An event of the timeline, with its name and its caveat."""

    @property
    def id(self) -> str: ...
    @property
    def note(self) -> str | None: ...


class Claim(NamedTuple):
    """A sentence about history, the events that bear on it by their ids, and what can be written instead."""

    short: str
    sentence: str
    bearing: Mapping[str, str]
    instead: str


CLAIMS = (
    Claim(
        "Accepted in 1946",
        "In 1946 the National Conference of Social Work accepted group work as a method of social work.",
        {
            "section-status": "near",
            "montreal": "near",
            "coyle-1946": "near",
            "aagw": "near",
            "accepted-1946": "for",
        },
        "In the usual account Coyle argued in 1946 that group work is a method within social work; "
        "no record of a decision by the Conference was found.",
    ),
    Claim(
        "Coyle’s course of 1923",
        "In 1923 Grace Coyle taught the first course in group work, at Western Reserve University.",
        {"coyle-ywca": "against", "first-course": "for", "coyle-cleveland": "against"},
        "In the 1920s Western Reserve University taught one of the first courses in group work; "
        "who began it is told in more than one way.",
    ),
    Claim(
        "Merged in 1955",
        "In 1955 the association of group workers merged into NASW.",
        {"aagw": "near", "nasw": "for"},
        "In October 1955 the American Association of Group Workers and other bodies merged into NASW.",
    ),
)


# Counting


def kept[E: timeline.Dated](events: Iterable[E], least: str) -> list[E]:
    """Return the events that are at least as sure as a grade."""
    good = list(GRADES)[: list(GRADES).index(least) + 1]
    return [event for event in events if event.certainty in good]


def parts(events: Iterable[timeline.Dated]) -> dict[str, dict[str, int]]:
    """Return how many events of each strand and each period have each grade; `All` comes first."""
    everything = list(events)
    chosen = {"All": everything}
    chosen |= {name: [event for event in everything if event.strand == key] for key, name in STRANDS.items()}
    chosen |= {name: [each for each in everything if a <= each.year <= b] for name, (a, b) in PERIODS.items()}
    return {
        name: {grade: sum(event.certainty == grade for event in some) for grade in GRADES}
        for name, some in chosen.items()
    }


def longest_gap(events: Iterable[timeline.Dated]) -> tuple[int, int]:
    """Return the longest stretch between two events, as the years of its two ends; the earlier one of two."""
    best, reached = (0, 0), None
    for event in sorted(events, key=lambda event: event.year):
        if reached is not None and event.year - reached > best[1] - best[0]:
            best = (reached, event.year)
        reached = max(reached or 0, event.end or event.year)
    return best


def grade_of(claim: Claim, events: Iterable[Event]) -> str:
    """Return the best grade of an event that says what the claim says."""
    found = {event.certainty for event in events if claim.bearing.get(event.id) == "for"}
    return next(grade for grade in GRADES if grade in found)


# Figures


def survival(events: Sequence[timeline.Dated]) -> str:
    """Return a bar for each part of the story: filled as far as dates were seen, then open, then dashed."""
    counted = parts(events)
    scale = (WIDE - 300) / max(sum(grades.values()) for name, grades in counted.items() if name != "All")
    rows = [(name, grades) for name, grades in counted.items() if name != "All"]
    drawn = [
        group(_bar(name, grades, scale), transform=f"translate(0 {8 + 34 * place + 14 * (place >= len(STRANDS))})")
        for place, (name, grades) in enumerate(rows)
    ]
    height = 8 + 34 * len(rows) + 14
    says = "How many events of each strand and each period were seen, are commonly told, or are disputed."
    words = table(
        ["Part of the story", *(grade.name for grade in GRADES.values()), "Seen, of all"],
        ([name, *map(str, grades.values()), percent(_share(grades))] for name, grades in counted.items()),
        says=says,
    )
    return figure(svg(*drawn, width=WIDE, height=height, says=says), words, says=says)


def _share(grades: Mapping[str, int]) -> float:
    return grades["seen"] / (sum(grades.values()) or 1)


def _bar(name: str, grades: Mapping[str, int], scale: float) -> str:
    x, pieces = 120.0, []
    looks: dict[str, dict[str, str | float]] = {
        "seen": dict(paint("fig-ink")),
        "told": {"stroke_width": 1.5, **paint("fig-line")},
        "disputed": {"stroke_width": 1.5, "stroke_dasharray": "2.5 2", **paint("fig-line", "fig-c")},
    }
    for grade, count in grades.items():
        if count:
            pieces.append(tag("path", d=box(x, 4, count * scale - 3, 18), **looks[grade]))
            x += count * scale
    said = f"{grades['seen']} of {sum(grades.values())} seen"
    return text(0, 18, name, **paint("fig-ink")) + "".join(pieces) + text(x + 8, 18, said, **paint("fig-ink"))


def on_trial(claim: Claim, events: Sequence[Event], around: int = 10) -> str:
    """Return a claim with the drawing of the years around what bears on it, and each event’s part in a table."""
    bearing = [event for event in events if event.id in claim.bearing]
    first = min(event.year for event in bearing) - around
    last = max(event.end or event.year for event in bearing) + around
    rows = [
        [event.date, event.label, ROLES[claim.bearing[event.id]], GRADES[event.certainty].name] for event in bearing
    ]
    best = GRADES[grade_of(claim, events)].name.lower()
    return (
        tag("p", tag("strong", escape(claim.sentence)))
        + timeline.drawn(within(events, first, last), first, last)
        + table(["Date", "Event", "Towards the claim it", "Grade"], rows, says=f"What bears on: {claim.sentence}")
        + tag("p", f"What says it is {best}. ", tag("em", "The data carry this much: "), escape(claim.instead))
    )


def compared(events: Sequence[Event]) -> str:
    """Return the claims side by side: what says each of them, how sure that is, and what can be written."""
    roles = {claim.short: [claim.bearing.get(event.id) for event in events] for claim in CLAIMS}
    rows = [
        [claim.short, GRADES[grade_of(claim, events)].name, *(str(roles[claim.short].count(role)) for role in ROLES)]
        for claim in CLAIMS
    ]
    head = ["Claim", "Grade of what says it", *(f"Events: {said}" for said in ROLES.values())]
    instead = (tag("li", tag("strong", f"{escape(claim.short)}. "), escape(claim.instead)) for claim in CLAIMS)
    return table(head, rows, says="Three claims and the events that bear on them") + tag("ul", *instead)
