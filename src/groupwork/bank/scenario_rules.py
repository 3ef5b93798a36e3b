"""Rules between the parts of a scenario: what is named exists, what is declared is used.

What only a walk through the scenario can show is in `scenario_graph`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from groupwork.bank.errors import Fault, Trail
from groupwork.bank.rows import Plain, Row, named, repeated_ids, rows, unknown, words
from groupwork.bank.text import folded, shown

SKIP = "skip"
CHOICES = (2, 8)
"""How many choices a scene may list; which of them are offered depends on what went before."""


def scenario_faults(scenario: Plain) -> list[Fault]:
    """Return what is wrong between the parts of a scenario."""
    return [fault for rule in _SCENARIO_RULES for fault in rule(scenario)]


def scenes(scenario: Plain) -> list[Row]:
    """Return the scenes that can be looked into, each with its trail."""
    return rows(scenario, "scenes")


def choices(trail: Trail, scene: Plain) -> list[Row]:
    """Return the choices of the scene at a trail, each with its own trail."""
    return [((*trail, *below), choice) for below, choice in rows(scene, "choices")]


def _all_choices(scenario: Plain) -> Iterator[Row]:
    for trail, scene in scenes(scenario):
        yield from choices(trail, scene)


def _identity(scenario: Plain) -> Iterator[Fault]:
    name = scenario.get("id")
    objectives = words(scenario, "objectives")
    module = objectives[0][1].split(".")[0] if objectives and "." in objectives[0][1] else None
    if module and isinstance(name, str) and not name.startswith(f"{module}-"):
        what = f"the id {shown(name)} does not begin with the module of its objective {shown(objectives[0][1])}"
        yield Fault(("id",), what, f"an id that begins with `{module}-`", f"`{module}-` in front of a short name")


def _names_once(scenario: Plain) -> Iterator[Fault]:
    yield from repeated_ids(scenes(scenario), "scene")
    for trail, scene in scenes(scenario):
        yield from repeated_ids(choices(trail, scene), f"choice of {named('scene', trail, scene)}")
    listed = [((*trail, "name"), member.get("name")) for trail, member in rows(scenario, "members")]
    facts, objectives = words(scenario, "facts"), words(scenario, "objectives")
    for concept, each in (("member", listed), ("fact", facts), ("objective", objectives)):
        seen: set[str] = set()
        for place, name in each:
            if isinstance(name, str) and folded(name) in seen:
                what = f"the {concept} {shown(name)} is listed twice"
                yield Fault(place, what, f"each {concept} once", "deleting one")
            seen.add(folded(str(name)))


def _shape(scenario: Plain) -> Iterator[Fault]:
    """Hold each scene to one of its two shapes: choices, or an ending."""
    for trail, scene in scenes(scenario):
        name = named("scene", trail, scene)
        ends, listed = scene.get("ending") is not None, scene.get("choices")
        chosen = isinstance(listed, list | tuple) and bool(listed)
        if ends and chosen:
            what = f"{name} has choices and an ending"
            yield Fault((*trail, "ending"), what, "one of the two", "a scene of its own for the ending")
        elif not ends and not listed:
            what = f"{name} has neither choices nor an ending"
            yield Fault((*trail, "ending"), what, "one of the two", "`choices:` or `ending:`")
        elif chosen:
            yield from _playable(trail, name, scene)
        elif ends and scene.get("skip") is not None:
            what = f"{name} is an ending and has a `skip`"
            yield Fault((*trail, "skip"), what, "a scene with choices", "deleting it")


def _playable(trail: Trail, name: str, scene: Plain) -> Iterator[Fault]:
    """Check what a scene with choices needs."""
    for field, hint in (("phase", "`phase: beginning`"), ("text", "`text: >-` and what you see")):
        if scene.get(field) is None:
            yield Fault((*trail, field), f"{name} has choices and no `{field}`", f"a {field}", hint)
    if scene.get("skip") is not None and scene.get("heavy") is None:
        what = f"{name} can be skipped and has no `heavy`"
        yield Fault((*trail, "skip"), what, "a content note above the skip", "`heavy: …`, or deleting the skip")
    number, (least, most) = len(scene["choices"]), CHOICES
    if not least <= number <= most:
        what = f"{name} has {number} choice{'s' if number != 1 else ''}"
        hint = "another `- id:` under `choices`" if number < least else "leaving out the weakest, or two scenes"
        yield Fault((*trail, "choices"), what, f"{least} to {most}", hint)
    for place, choice in choices(trail, scene):
        if choice.get("id") == SKIP:
            what = f"a choice of {name} has the id `skip`"
            yield Fault((*place, "id"), what, "another id: this one stands for skipping a scene", "`a`")


def _links(scenario: Plain) -> Iterator[Fault]:
    """Refuse ways to scenes that are not there, and ways that are never or not always taken."""
    known = [scene["id"] for _, scene in scenes(scenario) if isinstance(scene.get("id"), str)]
    links: list[tuple[Trail, Any, str]] = [(("start",), scenario.get("start"), "the scenario starts with")]
    for trail, scene in scenes(scenario):
        skip = scene.get("skip")
        if isinstance(skip, Mapping):
            links.append(((*trail, "skip", "to"), skip.get("to"), "the skip leads to"))
    for trail, choice in _all_choices(scenario):
        name = named("choice", trail, choice)
        links.append(((*trail, "to"), choice.get("to"), f"{name} leads to"))
        ways = rows(choice, "to")
        links += [((*trail, *below, "to"), way.get("to"), f"{name} leads to") for below, way in ways]
        yield from _order(trail, name, ways)
    for place, link, what in links:
        if isinstance(link, str) and known and link not in known:
            yield unknown(place, f"{what} the unknown scene", link, known, "the id of a scene", "a scene with this id")


def _order(trail: Trail, name: str, ways: list[Row]) -> Iterator[Fault]:
    for below, way in ways[:-1]:
        if way.get("when") is None:
            what = f"a way of {name} without `when` stands before others, which are never tried"
            yield Fault((*trail, *below, "when"), what, "the way without `when` at the end", "moving it down")
    if ways and ways[-1][1].get("when"):
        what = f"the last way of {name} has a `when`, so it may lead nowhere"
        yield Fault((*trail, *ways[-1][0], "when"), what, "a last way that is always open", "deleting the `when`")


def conditions(scenario: Plain) -> Iterator[Row]:
    """Yield every condition of a scenario, those inside `any` too, each with its trail."""
    holders: list[Row] = []
    for trail, scene in scenes(scenario):
        holders += [((*trail, *below), line) for below, line in rows(scene, "lines")]
        for place, choice in choices(trail, scene):
            holders.append((place, choice))
            holders += [((*place, *below), way) for below, way in rows(choice, "to")]
    stack = [((*trail, "when"), holder["when"]) for trail, holder in holders if isinstance(holder.get("when"), Mapping)]
    while stack:
        trail, condition = stack.pop()
        yield trail, condition
        stack += [((*trail, *below), inner) for below, inner in rows(condition, "any")]


def _conditions(scenario: Plain) -> Iterator[Fault]:
    made = {
        f"{scene.get('id')}.{choice.get('id')}"
        for trail, scene in scenes(scenario)
        for _, choice in [*choices(trail, scene), *([(trail, {"id": SKIP})] if scene.get("skip") else [])]
    }
    for trail, condition in conditions(scenario):
        if not any(condition.values()):
            what, expected = "the condition asks for nothing", "facts, no_facts, least, most, chose or any"
            yield Fault(trail, what, expected, "a condition, or deleting the line")
        for below, name in words(condition, "chose"):
            if name not in made:
                hint = "the id of a scene, a full stop and the id of a choice there"
                yield unknown((*trail, *below), "unknown choice", name, sorted(made), "a choice of this scenario", hint)


def _facts(scenario: Plain) -> Iterator[Fault]:
    declared = words(scenario, "facts")
    known = [name for _, name in declared]
    changed = [
        ((*trail, *below), name, field)
        for trail, choice in _all_choices(scenario)
        for field in ("sets", "unsets")
        for below, name in words(choice, field)
    ]
    asked = [
        ((*trail, *below), name)
        for trail, condition in conditions(scenario)
        for field in ("facts", "no_facts")
        for below, name in words(condition, field)
    ]
    strangers = [each for each in [*((place, name) for place, name, _ in changed), *asked] if each[1] not in known]
    for place, name in strangers:
        expected, hint = "one of the scenario's `facts`", "adding it to `facts`"
        yield unknown(place, "unknown fact", name, known, expected, hint)
    done, met = {name for _, name, field in changed if field == "sets"}, {name for _, name in asked}
    # A misspelt fact would seem to be unused as well.
    for place, name in declared if not strangers else ():
        if name not in done:
            what = f"no choice sets the fact {shown(name)}"
            yield Fault(place, what, "`sets` in at least one choice", "setting it somewhere, or deleting it")
        elif name not in met:
            what = f"no condition asks for the fact {shown(name)}"
            yield Fault(place, what, "a `when` that looks at it", "letting somebody remember it, or deleting it")


def _measures(scenario: Plain) -> Iterator[Fault]:
    state = scenario.get("state")
    known = [name for name in state if isinstance(name, str)] if isinstance(state, Mapping) else []
    used: Iterable[Row] = [
        *(((*trail, "effects"), choice.get("effects", {})) for trail, choice in _all_choices(scenario)),
        *(
            ((*trail, field), condition.get(field, {}))
            for trail, condition in conditions(scenario)
            for field in ("least", "most")
        ),
    ]
    for trail, measures in used:
        for name in measures if isinstance(measures, Mapping) and known else ():
            if name not in known:
                expected, hint = f"one of {', '.join(known)}", "adding it to `state`"
                yield unknown((*trail, name), "unknown measure", name, known, expected, hint)


_SCENARIO_RULES: tuple[Callable[[Plain], Iterator[Fault]], ...] = (
    _identity,
    _names_once,
    _shape,
    _links,
    _conditions,
    _facts,
    _measures,
)
