"""Nine definitions of group work as sets of features, and cases held against them; the readings are this course's."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

SEEN = "seen, in a secondary source"
KNOWN = "agrees with the literature; original not read for this course"
YEAR_OPEN = "author seen, in a secondary source; the year is not settled"


class Feature(NamedTuple):
    """Something that a definition may name; `label` is short enough for a drawing, `says` is the rule of reading.

    What a definition only calls the work (`testable` is false) cannot be looked for in a case.
    """

    label: str
    says: str
    testable: bool = True


FEATURES = {
    "process": Feature("a process", "It calls the work a process.", testable=False),
    "method": Feature("a method", "It calls the work a method.", testable=False),
    "growth": Feature("growth of persons", "Persons are to grow or develop."),
    "change": Feature("coping or change", "Persons are to cope better or change, or their needs are to be met."),
    "common": Feature("common action", "The group does something together, or is to develop as a group."),
    "society": Feature("social ends", "The ends reach beyond the group, to a community or society."),
    "means": Feature("group as means", "Being in the group is itself what helps."),
    "interaction": Feature("interaction", "What happens between members is named as the force."),
    "activities": Feature("programme", "Activities that are planned as a programme."),
    "mutual": Feature("mutual aid", "Members help one another, and this is the aim of the work."),
    "worker": Feature("a guiding worker", "A worker is named who guides, directs or attends to the group."),
    "autonomy": Feature("group decides", "The group has power of its own: democracy, autonomy."),
    "goals": Feature("set goals", "Goals or purposes are set and worked towards."),
    "voluntary": Feature("voluntary", "Members come by their own choice."),
    "agency": Feature("agency", "The work belongs to an agency or a service."),
    "small": Feature("small group", "The group is small, or face to face."),
    "ending": Feature("ending", "The ending of the group is part of the work."),
}
"""In the order of the drawings: what it is, what it is for, by what, under which conditions."""


@dataclass(frozen=True)
class Definition:
    """A definition in our own words, with the features that we read in it."""

    short: str
    authors: str
    words: str
    features: frozenset[str]
    certainty: str


def _names(listed: str) -> frozenset[str]:
    names = frozenset(listed.split())
    unknown = names - set(FEATURES)
    assert not unknown, f"unknown features: {unknown}"
    return names


DEFINITIONS = {
    key: Definition(short, authors, words, _names(features), certainty)
    for key, short, authors, words, features, certainty in (
        (
            "newstetter",
            "Newstetter",
            "Newstetter (1935)",
            "An educational process: a person develops and finds a place among others by joining a group freely, "
            "and the group is also used for ends that society wants.",
            "process growth society means voluntary",
            KNOWN,
        ),
        (
            "coyle",
            "Coyle",
            "Coyle (1937)",
            "Persons develop as personalities act on each other in a group, "
            "and the group learns to act together for ends that its members share.",
            "growth common means interaction",
            SEEN,
        ),
        (
            "hamilton",
            "Hamilton",
            "Hamilton (1949 in most lists, 1954 in one)",
            "A psychosocial process that builds on what a group is interested in, "
            "so that leadership and cooperation grow for a social purpose.",
            "process common society",
            YEAR_OPEN,
        ),
        (
            "wilson",
            "Wilson & Ryland",
            "Wilson and Ryland (1949)",
            "A process and a method: the worker consciously directs what happens between members "
            "towards goals that a democratic society can accept.",
            "process method interaction worker autonomy goals means",
            KNOWN,
        ),
        (
            "trecker",
            "Trecker",
            "Trecker (1948)",
            "A method in which a worker of an agency guides the interaction in programme activities, "
            "so that individuals, the group and the community develop.",
            "method growth common society means interaction activities worker agency",
            KNOWN,
        ),
        (
            "konopka",
            "Konopka",
            "Konopka (1963)",
            "A method of social work that helps persons function better through purposeful group experience, "
            "and cope better with problems of their own, of their group or of their community.",
            "method change society means goals",
            SEEN,
        ),
        (
            "vinter",
            "Vinter",
            "Vinter (1967)",
            "Serving individuals within small face-to-face groups, and through them, "
            "in order to bring about the changes that are wanted.",
            "change means goals small",
            KNOWN,
        ),
        (
            "middleman",
            "Middleman & Wood",
            "Middleman and Wood (1990)",
            "Four conditions for the worker: help members become a system of mutual aid; understand group process "
            "as the main force; strengthen the group’s autonomy; let members feel their groupness at the end.",
            "means interaction mutual worker autonomy ending",
            SEEN,
        ),
        (
            "toseland",
            "Toseland & Rivas",
            "Toseland and Rivas (2017)",
            "Goal-directed activity with small treatment and task groups, within a system of services, that meets "
            "socio-emotional needs and gets tasks done, with an eye on each member and on the group as a whole.",
            "change common goals agency small",
            KNOWN,
        ),
    )
}


class Comparison(NamedTuple):
    """What two definitions share and what only one of them names, each in the order of `FEATURES`."""

    only_one: list[str]
    both: list[str]
    only_other: list[str]

    @property
    def likeness(self) -> float:
        """Return the share of features named by both among those named by either (the Jaccard index)."""
        named = sum(map(len, self))
        return len(self.both) / named if named else 1.0


def compare(one: Definition, other: Definition, without: str = "") -> Comparison:
    """Compare two definitions; `without` leaves one feature out of the reading."""
    first, second = one.features - {without}, other.features - {without}
    return Comparison(
        *([name for name in FEATURES if name in part] for part in (first - second, first & second, second - first))
    )


def pairs() -> list[tuple[str, str]]:
    """Return the keys of all pairs of different definitions."""
    return list(combinations(DEFINITIONS, 2))


def nearest(without: str = "") -> set[tuple[str, str]]:
    """Return the pair with the greatest likeness, or all of them if they tie."""
    found = {(one, other): compare(DEFINITIONS[one], DEFINITIONS[other], without).likeness for one, other in pairs()}
    most = max(found.values())
    return {pair for pair, likeness in found.items() if likeness == most}


def named_by(feature: str) -> list[str]:
    """Return the keys of the definitions that name a feature."""
    return [key for key, definition in DEFINITIONS.items() if feature in definition.features]
