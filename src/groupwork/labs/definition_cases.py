"""Seven invented cases, read by the features of the definitions and by the four conditions of Middleman and Wood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from groupwork.labs.definitions import DEFINITIONS, FEATURES, Definition

NO, PARTLY, YES = 0.0, 0.5, 1.0
LEVELS = {NO: "no", PARTLY: "partly", YES: "yes"}

CONDITIONS = {
    "mutual": "mutual aid",
    "interaction": "group process",
    "autonomy": "autonomy",
    "ending": "groupness at the end",
}
"""Middleman and Wood's four, by the feature that each corresponds to in a case."""


@dataclass(frozen=True)
class Case:
    """A case in words; the features that it has, that it has in part, and (all others) that it lacks."""

    name: str
    words: str
    yes: frozenset[str]
    partly: frozenset[str]

    def level(self, feature: str) -> float:
        return YES if feature in self.yes else PARTLY if feature in self.partly else NO


def _case(name: str, words: str, yes: str, partly: str) -> Case:
    case = Case(name, words, frozenset(yes.split()), frozenset(partly.split()))
    assert case.yes | case.partly <= {key for key, feature in FEATURES.items() if feature.testable}
    assert not case.yes & case.partly
    return case


CASES = {
    "carers": _case(
        "Carers’ evening",
        "Seven people who look after a relative meet for ten evenings with Nomsa, a social worker at a health centre. "
        "They choose the topics. When Yusuf tells of a bad night, Nomsa asks who knows such nights, and Ruth offers "
        "to ring him. The last two evenings are about what the group has become.",
        "change means interaction mutual worker autonomy goals voluntary agency small ending",
        "growth common",
    ),
    "therapy": _case(
        "Therapy group",
        "Eight adults who have panic attacks come to a clinic by their own choice, for sixteen sessions with Lucía, "
        "a clinical social worker, and a psychologist. What happens between members is the material. "
        "They comfort and challenge each other, and the leaders do most of the explaining. "
        "The leaders set method and rules. The last two sessions are about parting.",
        "change means interaction worker goals voluntary agency small ending",
        "growth mutual",
    ),
    "class": _case(
        "Classroom group",
        "A teacher puts five pupils together for three lessons. They make a poster about rivers, and each gets a mark. "
        "They share out the parts, and Ling helps Max with the captions. Then the groups are mixed anew.",
        "common worker goals small",
        "growth means interaction mutual autonomy agency",
    ),
    "tenants": _case(
        "Tenants’ committee",
        "Eleven tenants, elected by their staircases, meet every second week about mould. They write to the landlord "
        "and go to the hearing together. Hana, a community worker, sits with them, helps when asked and has no vote. "
        "Nobody has thought about an ending.",
        "common society autonomy goals voluntary small",
        "growth change means interaction mutual worker agency",
    ),
    "family": _case(
        "Family session",
        "A mother, her partner and two teenagers see Paolo, a social worker at a family service, six times, about "
        "evenings that end in shouting. The son was told to come. Paolo has them speak to each other. "
        "The sessions will end, and the family will not.",
        "change interaction worker goals agency small",
        "common means mutual autonomy voluntary",
    ),
    "forum": _case(
        "Online peer forum",
        "Three thousand people with the same skin condition write to each other, under names of their own choosing. "
        "A question at night has answers by morning. Volunteers from among them make the rules. "
        "There is no worker and no agency, and people come and go.",
        "change interaction mutual autonomy voluntary",
        "means common",
    ),
    "round": _case(
        "Monday round",
        "On the door it says “support group”. Nine people who have lost their jobs sit in a circle at an agency. "
        "Piet, a social worker, talks with each of them for eight minutes, with good advice, while the others wait. "
        "They may come for as long as they like.",
        "change worker goals voluntary agency small",
        "",
    ),
}


def findable(definition: Definition) -> list[str]:
    """Return the features of a definition that can be looked for in a case."""
    return [name for name, feature in FEATURES.items() if feature.testable and name in definition.features]


def fit(case: Case, definition: Definition) -> float:
    """Return the share of a definition's testable features that a case has; one that it has in part counts half."""
    features = findable(definition)
    return sum(case.level(name) for name in features) / len(features)


def lacking(case: Case, definition: Definition) -> list[str]:
    """Return the features that a definition names and a case does not have at all."""
    return [name for name in findable(definition) if case.level(name) == NO]


def mean_fit(definition: Definition) -> float:
    return sum(fit(case, definition) for case in CASES.values()) / len(CASES)


def conditions(case: Case) -> dict[str, float]:
    return {name: case.level(name) for name in CONDITIONS}


def verdict(levels: Mapping[str, float], *, worker: bool = True) -> str:
    """Say whether the four conditions are met: all of them have to be.

    They are tasks of a worker, so that without one they are not met by anybody, whatever happens among members.
    """
    if not worker:
        return "no worker, so there is no practice to judge"
    missing = [CONDITIONS[name] for name, level in levels.items() if level == NO]
    half = [CONDITIONS[name] for name, level in levels.items() if level == PARTLY]
    if missing:
        return f"not met: {_listed(missing)}"
    return f"open: {_listed(half)} in part" if half else "all four are met"


def judged(case: Case) -> str:
    return verdict(conditions(case), worker=case.level("worker") > NO)


def like(levels: Mapping[str, float]) -> list[str]:
    """Return the names of the cases that have these levels of the four conditions."""
    return [case.name for case in CASES.values() if conditions(case) == dict(levels)]


def best_fits(case: Case) -> list[str]:
    """Return the keys of the definitions that a case fits best."""
    fits = {key: fit(case, definition) for key, definition in DEFINITIONS.items()}
    return [key for key, share in fits.items() if share == max(fits.values())]


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
