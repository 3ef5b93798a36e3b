"""Plans for groups and four models: the matrix of points, four ready plans, and what a weighted sum makes of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product
from typing import NamedTuple


class Model(NamedTuple):
    """A model of group work, with its colour in the figures."""

    name: str
    short: str
    paint: str


MODELS = (
    Model("Social goals", "Soc", "fig-a"),
    Model("Reciprocal", "Rec", "fig-c"),
    Model("Remedial", "Rem", "fig-b"),
    Model("Developmental", "Dev", "fig-d"),
)
"""The three of Papell and Rothman (1966), then the one that other lists add."""

HEART = 2
"""Points of an answer at the heart of a model; 1 is one that it can live with, 0 one that is foreign to it."""

Points = tuple[int, int, int, int]
Plan = Mapping[str, int]
"""For each feature the place of the answer that the plan gives."""

Weights = Mapping[str, int]


class Answer(NamedTuple):
    """What a plan can say of a feature, with points for each model in the order of MODELS; our own judgement."""

    text: str
    points: Points


class Feature(NamedTuple):
    """A question to put to a plan."""

    name: str
    question: str
    answers: tuple[Answer, ...]


FEATURES = {
    feature.name: feature
    for feature in (
        Feature(
            "purpose",
            "What is the group for?",
            (
                Answer("to change a condition they share", (2, 1, 0, 0)),
                Answer("to get through something together", (0, 2, 0, 1)),
                Answer("to change something in each member", (0, 0, 2, 0)),
                Answer("to grow and learn new things", (1, 0, 0, 2)),
            ),
        ),
        Feature(
            "goals",
            "Who settles the goals?",
            (
                Answer("the members, by a vote", (2, 0, 0, 1)),
                Answer("members and worker, in an agreement", (1, 2, 1, 1)),
                Answer("worker and member, after assessment", (0, 0, 2, 0)),
                Answer("the members, as they go along", (0, 1, 0, 2)),
                Answer("whoever pays for the group", (0, 0, 0, 0)),
            ),
        ),
        Feature(
            "worker",
            "What does the worker mostly do?",
            (
                Answer("enable them to act in common", (2, 0, 0, 1)),
                Answer("link members, and mediate", (0, 2, 0, 0)),
                Answer("plan and guide each change", (0, 0, 2, 0)),
                Answer("step back as the group grows", (0, 1, 0, 2)),
                Answer("present a course", (0, 0, 1, 0)),
            ),
        ),
        Feature(
            "members",
            "How are members seen?",
            (
                Answer("as citizens", (2, 0, 0, 0)),
                Answer("as people who need each other", (0, 2, 0, 1)),
                Answer("as people with a difficulty of their own", (0, 0, 2, 0)),
                Answer("as people who can grow", (1, 0, 0, 2)),
            ),
        ),
        Feature(
            "change",
            "Where is the change to happen?",
            (
                Answer("outside, in the house or the town", (2, 0, 0, 0)),
                Answer("between members and those around them", (1, 2, 0, 0)),
                Answer("in each member", (0, 0, 2, 1)),
                Answer("in the group, and in members with it", (0, 1, 0, 2)),
            ),
        ),
        Feature(
            "hour",
            "What fills the hour?",
            (
                Answer("planning, and acting in public", (2, 0, 0, 0)),
                Answer("talk between members", (0, 2, 1, 1)),
                Answer("exercises chosen for each goal", (0, 0, 2, 0)),
                Answer("activities that members choose", (1, 0, 0, 2)),
            ),
        ),
        Feature(
            "success",
            "What counts as success?",
            (
                Answer("the condition has changed", (2, 0, 0, 0)),
                Answer("members help each other", (0, 2, 0, 1)),
                Answer("steps on each member’s own scale", (0, 0, 2, 0)),
                Answer("they run it by themselves", (1, 0, 0, 2)),
                Answer("enough people have attended", (0, 0, 0, 0)),
            ),
        ),
        Feature(
            "time",
            "When does it end?",
            (
                Answer("when the common aim is reached", (2, 0, 0, 0)),
                Answer("after the meetings agreed on", (0, 2, 1, 0)),
                Answer("for each one, when the goal is met", (0, 0, 2, 0)),
                Answer("when they can go on alone", (1, 0, 0, 2)),
            ),
        ),
    )
}

EQUAL: Weights = dict.fromkeys(FEATURES, 1)


@dataclass(frozen=True)
class Draft:
    """A ready plan: its name, what a colleague writes about it, and its answers."""

    name: str
    text: str
    plan: Plan


def _plan(places: str) -> Plan:
    """Return a plan from one digit per feature, in the order of FEATURES."""
    return {name: int(place) for name, place in zip(FEATURES, places, strict=True)}


DRAFTS = (
    Draft(
        "The crossing",
        "Parents of a primary school want a safe way over the main road. They vote on what to ask for. The worker "
        "helps them to plan and to speak at the town hall. Ten evenings are agreed on; it is a success if the crossing "
        "is built.",
        _plan("00000001"),
    ),
    Draft(
        "Parents’ mutual support",
        "The leaflet says that parents of toddlers support each other. In the plan the worker assesses each of them, "
        "sets a goal with each, picks the exercises for the evening, and measures every parent on a scale. There are "
        "eight evenings.",
        _plan("22212221"),
    ),
    Draft(
        "The Saturday table",
        "People who have moved to a new town eat together. What they do they decide from week to week; they talk, and "
        "they help each other to settle. The worker steps back more and more. It ends when they can go on alone.",
        _plan("13313113"),
    ),
    Draft(
        "As referred",
        "A landlord pays for eight evenings on budgeting, for tenants who are behind with the rent. The worker "
        "presents a course and has talks between members after it. It is a success if enough tenants have come.",
        _plan("24422141"),
    ),
)


def points(plan: Plan, weights: Weights = EQUAL) -> dict[str, Points]:
    """Return the points of each feature for the four models, times the weight of the feature."""
    found: dict[str, Points] = {}
    for name, feature in FEATURES.items():
        social, reciprocal, remedial, developmental = feature.answers[plan[name]].points
        weight = weights[name]
        found[name] = (social * weight, reciprocal * weight, remedial * weight, developmental * weight)
    return found


class Reading(NamedTuple):
    """The sum for each model that counts, and the most that the weights allow."""

    models: Sequence[Model]
    sums: Sequence[int]
    most: int

    @property
    def nearest(self) -> list[Model]:
        """Return the model with the highest sum, or all that share it; none if nothing fits at all."""
        top = max(self.sums)
        return [model for model, total in zip(self.models, self.sums, strict=True) if total == top and top]

    @property
    def lead(self) -> int:
        """Return by how many points the highest sum is above the next one."""
        first, second, *_ = sorted(self.sums, reverse=True)
        return first - second

    @property
    def shares(self) -> list[float]:
        """Return each sum as a share of the most that is possible."""
        return [total / self.most if self.most else 0.0 for total in self.sums]


def read(plan: Plan, weights: Weights = EQUAL, models: Sequence[Model] = MODELS) -> Reading:
    """Add up the points of a plan, for all models or for some; an illustration, which nobody has tested."""
    columns = list(zip(*points(plan, weights).values(), strict=True))
    return Reading(models, [sum(columns[MODELS.index(model)]) for model in models], HEART * sum(weights.values()))


class Change(NamedTuple):
    """Another answer to one feature."""

    feature: str
    answer: int


def changed(plan: Plan, changes: Sequence[Change]) -> Plan:
    return {**plan, **dict(changes)}


def _other_answers(plan: Plan, name: str) -> list[Change]:
    return [Change(name, place) for place in range(len(FEATURES[name].answers)) if place != plan[name]]


def changes(plan: Plan, number: int) -> Iterator[tuple[Change, ...]]:
    """Yield every way to answer so many features otherwise."""
    for names in combinations(FEATURES, number):
        yield from product(*(_other_answers(plan, name) for name in names))


def moves(plan: Plan, weights: Weights = EQUAL) -> list[tuple[Change, Model]]:
    """Return the single changes after which another model stands alone in front, each with that model."""
    before = read(plan, weights).nearest
    found = []
    for each in changes(plan, 1):
        after = read(changed(plan, each), weights).nearest
        if len(after) == 1 and after != before:
            found.append((each[0], after[0]))
    return found


def fewest(plan: Plan, model: Model, most: int = 4) -> int | None:
    """Return how many answers must change, at the least, until a model stands alone in front; None if over `most`."""
    for number in range(most + 1):
        if any(read(changed(plan, each)).nearest == [model] for each in changes(plan, number)):
            return number
    return None


@cache
def all_weights() -> tuple[Weights, ...]:
    """Return every setting of eight weights from 0 to 2, except the one without any weight."""
    return tuple(dict(zip(FEATURES, values, strict=True)) for values in product(range(3), repeat=8) if any(values))


def kept(plan: Plan) -> int:
    """Return in how many settings the plan stays nearest to the model that is nearest with equal weights."""
    equal = read(plan).nearest
    return sum(read(plan, weights).nearest == equal for weights in all_weights())
