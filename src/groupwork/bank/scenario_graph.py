"""What a walk through every situation of a scenario shows: the checker walks, this module says where it went wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from groupwork.bank.errors import Fault, Trail
from groupwork.bank.scenario import Scenario
from groupwork.bank.scenario_rules import SKIP
from groupwork.bank.text import shown
from groupwork.checker import explore

_SITUATIONS = {
    "dead_ends": (
        "nothing can be chosen",
        "2 to 4 choices in every situation",
        "a choice without `when`",
    ),
    "loops": (
        "no ending can be reached any more",
        "a way out of every circle",
        "a choice that leads on to an ending",
    ),
    "unacceptable": (
        "no choice is best or acceptable",
        "at least one in every situation",
        "an acceptable choice, or a wider `when`",
    ),
    "too_few": (
        "there is only one choice",
        "2 to 4 choices in every situation",
        "another choice, or a wider `when`",
    ),
    "too_many": (
        "there are more than 4 choices",
        "2 to 4 choices in every situation",
        "a `when` on some of them, or fewer",
    ),
}


def graph_faults(scenario: Scenario) -> Iterator[Fault]:
    """Yield what is wrong with a valid scenario as a graph."""
    found: Any = explore(scenario.as_json())
    if found["problem"]:
        yield Fault((), f"the checker cannot read the scenario ({found['problem']})", "the fields of the format", "")
        return
    if found["capped"]:
        what = "the scenario has too many situations to look at all of them"
        hint = "fewer facts and measures in conditions"
        yield Fault(("scenes",), what, "a scenario that can be checked as a whole", hint)
    trails = {scene.id: ("scenes", position) for position, scene in enumerate(scenario.scenes)}
    yield from _never(scenario, found)
    for kind, (what, expected, hint) in _SITUATIONS.items():
        for each in found[kind]:
            name = each["scene"]
            trail = trails[name] if kind == "loops" else (*trails[name], "choices")
            yield Fault(trail, f"in scene {shown(name)} {what} ({_after(each['path'])})", expected, hint)


def _never(scenario: Scenario, found: Mapping[str, Any]) -> Iterator[Fault]:
    for position, scene in enumerate(scenario.scenes):
        trail: Trail = ("scenes", position)
        if scene.id in found["unreachable"]:
            what = f"no path leads to scene {shown(scene.id)}"
            yield Fault(trail, what, "scenes that can be reached", "a `to` that leads here, or deleting the scene")
        for at, choice in enumerate(scene.choices):
            if f"{scene.id}.{choice.id}" in found["never_offered"]:
                what = f"choice {shown(choice.id)} of scene {shown(scene.id)} is never offered"
                hint = "another `when`, or deleting the choice"
                yield Fault((*trail, "choices", at, "when"), what, "a `when` that can hold here", hint)
        for at in range(len(scene.lines)):
            if f"{scene.id}:{at + 1}" in found["never_heard"]:
                what = f"line {at + 1} of scene {shown(scene.id)} is never heard"
                hint = "another `when`, or deleting the line"
                yield Fault((*trail, "lines", at, "when"), what, "a `when` that can hold here", hint)


def _after(path: Sequence[Sequence[str]]) -> str:
    """Return a path as an author can walk it; a long one by its last steps."""
    if not path:
        return "at the start"
    steps = [f"{scene}.{choice}" if choice != SKIP else f"skipping {scene}" for scene, choice in path]
    return f"after {'… ' if len(steps) > 6 else ''}{', '.join(steps[-6:])}"
