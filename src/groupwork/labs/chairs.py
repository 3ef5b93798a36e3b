"""The circle of chairs: who spoke to whom in one session."""

from __future__ import annotations

from collections.abc import Mapping
from math import cos, hypot, pi, sin

from groupwork.labs.drawing import box, group, paint, percent, tag, text
from groupwork.labs.record import Group, Session, tally

Place = tuple[float, float]

MIDDLE = 168
"""The axis of the drawing; two of them stand side by side on a page."""


def circle(known: Group, session: Session) -> str:
    """Return the drawing: a line between two people is the thicker, the more remarks passed between them."""
    seats = _seats(known)
    lines: dict[int, str] = {}
    for pair, count in (tally(session.to_worker) | session.pairs).items():
        one, other = (seats[letter] for letter in pair.rjust(2))
        lines[count] = lines.get(count, "") + _line(one, other)
    title = f"Session {session.number}: {percent(session.share_between)} between members"
    return (
        text(MIDDLE, 16, title, font_weight=600, text_anchor="middle", **paint("fig-ink"))
        + group(*(tag("path", d=d, stroke_width=0.6 + count * 0.7) for count, d in lines.items()), **paint("fig-line"))
        + _chairs(seats, session)
        + _names(known, seats, session)
    )


def _seats(known: Group) -> dict[str, Place]:
    """Return where each chair stands; the worker, whose letter is a space, sits at the top."""
    letters = [" ", *known.members]
    turns = [2 * pi * place / len(letters) for place in range(len(letters))]
    return {
        letter: (MIDDLE + 92 * sin(turn), 152 - 92 * cos(turn)) for letter, turn in zip(letters, turns, strict=True)
    }


def _chairs(seats: Mapping[str, Place], session: Session) -> str:
    """Return a square for the worker, circles for members, empty rings for those who are absent."""
    taken = [letter for letter in seats if letter not in session.absent]
    x, y = seats[" "]
    rings = [tag("circle", cx=seats[letter][0], cy=seats[letter][1], r=13) for letter in session.absent]
    circles = [tag("circle", cx=seats[letter][0], cy=seats[letter][1], r=13) for letter in taken if letter != " "]
    return (
        tag("path", d=box(x - 13, y - 13, 26, 26), stroke_width=2, **paint("fig-line", "fig-a"))
        + group(*circles, stroke_width=1.5, **paint("fig-line", "fig-c"))
        + (group(*rings, stroke_width=1.5, stroke_dasharray="3 4", **paint("fig-line")) if rings else "")
    )


def _names(known: Group, seats: Mapping[str, Place], session: Session) -> str:
    """Return the letter in each chair, and the name beside it on the outer side."""
    names = {" ": known.worker, **known.members}
    letters = [text(x, y + 5, names[letter][0]) for letter, (x, y) in seats.items()]
    sides: dict[str, list[str]] = {"start": [], "end": []}
    for letter, (x, y) in seats.items():
        side, beside = ("start", x + 19) if x > MIDDLE else ("end", x - 19)
        if letter != " ":
            sides[side].append(text(beside, y + 5, names[letter]))
        if letter in session.absent:
            sides[side].append(text(beside, y + 20, "(absent)"))
    top = text(MIDDLE, seats[" "][1] - 19, known.worker, text_anchor="middle")
    outside = [group(*words, text_anchor=side) for side, words in sides.items()]
    return group(group(*letters, font_weight=600, text_anchor="middle"), top, *outside, **paint("fig-ink"))


def _line(one: Place, other: Place) -> str:
    """Return a line from the edge of one chair to the edge of another, as a piece of a path."""
    x, y = other[0] - one[0], other[1] - one[1]
    inset = 15 / hypot(x, y)
    ends = (one[0] + x * inset, one[1] + y * inset, other[0] - x * inset, other[1] - y * inset)
    return "M{:.0f} {:.0f}L{:.0f} {:.0f}".format(*ends)


def circle_in_words(known: Group, session: Session) -> str:
    """Return what the drawing shows: who is absent, the counts, and the two busiest pairs of members."""
    away = ", ".join(known.members[letter] for letter in session.absent)
    pairs = sorted(session.pairs, key=lambda pair: -session.pairs[pair])[:2]
    most = " and ".join(
        f"{known.members[pair[0]]} with {known.members[pair[1]]} ({session.pairs[pair]})" for pair in pairs
    )
    return (
        f"Session {session.number}{f', without {away}' if away else ''}. {counted(session)} "
        f"Most was said by {most}, among the members."
    )


def counted(session: Session) -> str:
    """Return the three counts of remarks as a sentence."""
    return (
        f"In twenty minutes: {session.from_worker} remarks by the worker, {session.to_worker_total} to the worker, "
        f"{session.between_total} between members ({percent(session.share_between)})."
    )
