"""A group on record: what a tally and notes say of each session, and what a weighing of five signals makes of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

SIGNALS = ("talk", "issue", "worker", "norms", "time")
"""The five signals of the lesson "Why stages?"."""

Weights = Mapping[str, int]


class Stage(NamedTuple):
    """A stage of Garland, Jones and Kolodny (1965), in the order of the model."""

    short: str
    name: str
    paint: str


STAGES = {
    stage.short: stage
    for stage in (
        Stage("Pre", "pre-affiliation", "fig-a"),
        Stage("Pow", "power and control", "fig-b"),
        Stage("Int", "intimacy", "fig-c"),
        Stage("Dif", "differentiation", "fig-d"),
        Stage("Sep", "separation", "fig-e"),
    )
}


def tally(marks: str) -> dict[str, int]:
    """Return the counts in a line such as `A3 BS12`, by the letters before each number."""
    return {letters: int(number) for letters, number in re.findall(r"([A-Z]+)([0-9]+)", marks)}


@dataclass(frozen=True)
class Session:
    """One session: a note, and the tally of a slice of twenty minutes.

    `to_worker` counts remarks by member (`A3 B2`), `between` by pair, in both directions (`AS4`).
    `votes` holds one word for issue, worker, norms and time each: the stage that the signal speaks for, or two joined
    by a slash. Talk votes by its own numbers. `before` is what happened since the last session.
    """

    number: int
    note: str
    from_worker: int
    to_worker: str
    between: str
    votes: str
    disagreements: int = 0
    parting: int = 0
    absent: str = ""
    before: str = ""

    @property
    def pairs(self) -> dict[str, int]:
        return tally(self.between)

    @property
    def to_worker_total(self) -> int:
        return sum(tally(self.to_worker).values())

    @property
    def between_total(self) -> int:
        return sum(self.pairs.values())

    @property
    def share_between(self) -> float:
        """Return the share of all remarks that went from member to member."""
        return self.between_total / (self.from_worker + self.to_worker_total + self.between_total)

    @property
    def signals(self) -> dict[str, list[str]]:
        """Return the stages for which each signal votes."""
        votes = [talk_vote(self.share_between), *self.votes.split()]
        return {name: vote.split("/") for name, vote in zip(SIGNALS, votes, strict=True)}


@dataclass(frozen=True)
class Group:
    """A closed group; a member is known in the tally by one letter."""

    worker: str
    members: Mapping[str, str]
    sessions: tuple[Session, ...]

    def session(self, number: int) -> Session:
        return self.sessions[number - 1]

    def present(self, session: Session) -> int:
        return len(self.members) - len(session.absent)


def talk_vote(share: float) -> str:
    """Return the stage for which this share of talk between members votes; parting cannot be seen from talk.

    The cut points are this course's own, chosen for the example.
    """
    for below, stage in ((0.3, "Pre"), (0.5, "Pow"), (0.7, "Int")):
        if share < below:
            return stage
    return "Dif"


class Reading(NamedTuple):
    """The stage with the most points and the next one, with their shares of all points."""

    stage: Stage
    share: float
    second: Stage
    second_share: float

    @property
    def lead(self) -> float:
        return self.share - self.second_share


def read(session: Session, weights: Weights) -> Reading | None:
    """Weigh the five signals: each gives its weight to the stage it votes for, or half of it to each of two.

    Returns None if nothing has any weight. An illustration, not a measure that anyone has tested.
    """
    points = dict.fromkeys(STAGES, 0.0)
    for name, votes in session.signals.items():
        for stage in votes:
            points[stage] += weights[name] / len(votes)
    total = sum(points.values())
    if not total:
        return None
    # Sorting is stable, so that of two stages with equal points the earlier one comes first.
    first, second, *_ = sorted(STAGES.values(), key=lambda stage: -points[stage.short])
    return Reading(first, points[first.short] / total, second, points[second.short] / total)


def all_weights(most: int = 3) -> list[Weights]:
    """Return every setting of the five weights from 0 to `most`, except the one that gives no weight at all."""
    return [dict(zip(SIGNALS, values, strict=True)) for values in product(range(most + 1), repeat=5) if any(values)]


def steadiness(session: Session, settings: list[Weights]) -> float:
    """Return the share of settings under which the session reads as it does with equal weights; a tie does not."""
    equal = read(session, dict.fromkeys(SIGNALS, 1))
    readings = [read(session, weights) for weights in settings]
    same = [reading for reading in readings if reading and equal and reading.stage == equal.stage and reading.lead > 0]
    return len(same) / len(settings)
