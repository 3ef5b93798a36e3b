"""Properties of scenarios under random walks, with MicroPython held against CPython."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groupwork.checker import debrief, explore, start, step, view
from groupwork.checker.plan import Plan
from groupwork.checker.story import Fault, read_story

from .runtimes import Runtime, cpython, written

SCENARIOS = Path(__file__).parent / "scenarios"
SAMPLES = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(SCENARIOS.glob("*.json"))}
BOUNDED = {name: explore(scenario)["longest"] for name, scenario in SAMPLES.items() if explore(scenario)["longest"]}

some = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

names = st.sampled_from(["s0", "s1", "s2", "s3", "s4", "end"])
facts = st.lists(st.sampled_from(["f", "é"]), max_size=1)
numbers = st.dictionaries(st.sampled_from(["trust", "safety"]), st.integers(-2, 6), max_size=2)
parts = {"facts": facts, "no_facts": facts, "least": numbers, "most": numbers}
chosen = st.lists(st.builds("{}.{}".format, names, st.sampled_from("abc")), max_size=1)
plain = st.fixed_dictionaries({}, optional={**parts, "chose": chosen})
conditions = st.none() | plain | st.fixed_dictionaries({"any": st.lists(plain, max_size=2)}, optional=parts)
ways = names | st.lists(st.fixed_dictionaries({"when": conditions, "to": names}), min_size=1, max_size=2)
lines = st.lists(
    st.fixed_dictionaries({"voice": st.just("Mei"), "text": st.text(max_size=3), "when": conditions}), max_size=2
)
choices = st.fixed_dictionaries(
    {"level": st.sampled_from(["best", "acceptable", "harmful"]), "to": ways},
    optional={"when": conditions, "effects": numbers, "sets": facts, "unsets": facts, "consequence": lines},
)
scenes = st.fixed_dictionaries(
    {"choices": st.lists(choices, min_size=1, max_size=3)},
    optional={"lines": lines, "heavy": st.just("Heavy."), "skip": st.fixed_dictionaries({"to": ways})},
)


def built(drawn: list[dict[str, Any]]) -> dict[str, Any]:
    """Build a scenario of five scenes and an ending."""
    listed: list[dict[str, Any]] = []
    for place, scene in enumerate(drawn):
        named = [{"id": "abc"[number], **choice} for number, choice in enumerate(scene["choices"])]
        listed.append({**scene, "id": f"s{place}", "choices": named})
    listed.append({"id": "end", "ending": {"title": "End", "level": "mixed", "text": "Over."}})
    return {"id": "made", "state": {"trust": 2, "safety": 2}, "start": "s0", "scenes": listed}


scenarios = st.lists(scenes, min_size=5, max_size=5).map(built)
walks = st.lists(st.integers(0, 11), max_size=12)
scalars = st.none() | st.booleans() | st.integers() | st.text(max_size=3) | st.sampled_from(["s0", "end", "skip", "a"])
junk = st.recursive(scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner))


def walk(scenario: dict[str, Any], picks: list[int]) -> dict[str, Any]:
    """Take steps as the picks say, among what is offered, skipping included, until nothing is."""
    session = start(scenario)
    for pick in picks:
        seen = view(scenario, session)
        assert seen["problem"] in (None, "dead-end")
        open_choices = [choice["id"] for choice in seen["choices"]] + (["skip"] if seen["skip"] else [])
        if not open_choices:
            break
        after = step(scenario, session, open_choices[pick % len(open_choices)])
        if after["problem"] is not None:
            assert after == {**session, "problem": "dead-end"}
            break
        session = after
    return session


@pytest.mark.parametrize("name", BOUNDED)
@some
@given(picks=st.lists(st.integers(0, 11), min_size=12, max_size=12))
def test_every_walk_through_a_bounded_sample_ends_within_the_bound(name: str, picks: list[int]) -> None:
    session = walk(SAMPLES[name], picks)
    back = debrief(SAMPLES[name], session)
    assert len(session["path"]) <= BOUNDED[name] < len(picks)
    assert view(SAMPLES[name], session)["ending"] is not None
    assert (back["level"], back["endings"]["seen"]) == (back["level"] or "", back["states"][-1]["scene"])


@some
@given(scenario=scenarios, picks=walks)
def test_the_search_knows_what_a_walk_meets(scenario: dict[str, Any], picks: list[int]) -> None:
    found = explore(scenario)
    session = walk(scenario, picks)
    back = debrief(scenario, session)
    last = view(scenario, session)
    path = session["path"]
    assert {place["scene"] for place in back["states"]} <= set(found["scenes"])
    assert not {f"{scene}.{choice}" for scene, choice in path} & set(found["never_offered"])
    assert found["longest"] is None or len(path) <= found["longest"]
    assert 0 <= back["points"] <= back["max"] or last["ending"] is None
    skipped = any(choice == "skip" for _, choice in path)
    if last["ending"] is not None and not skipped:
        assert found["lowest"] <= back["points"] <= found["highest"] == back["max"]
    if last["problem"] == "dead-end":
        assert last["scene"] in [place["scene"] for place in found["dead_ends"]]
    for fork in back["forks"]:
        assert {fork["chosen"], fork["expert"] or fork["chosen"], *fork["best"]} <= {*fork["offered"], "skip"}


@some
@given(scenario=scenarios)
def test_the_expert_comes_to_an_ending_wherever_there_is_one(scenario: dict[str, Any]) -> None:
    found = explore(scenario)
    session = {"scenario": "made", "path": found["expert"]["path"]}
    assert found["expert"]["points"] <= (found["highest"] or 0)
    if found["highest"] is not None:
        assert view(scenario, session)["ending"] is not None
        assert debrief(scenario, session)["points"] == found["expert"]["points"]


@some
@given(scenario=scenarios, picks=walks)
def test_looking_leaves_scenario_and_session_alone(scenario: dict[str, Any], picks: list[int]) -> None:
    session = walk(scenario, picks)
    before = written([scenario, session])
    step(scenario, session, "a")
    debrief(scenario, session)
    assert written([scenario, session]) == before


@some
@given(scenario=scenarios, picks=walks)
def test_micropython_plays_byte_for_byte_as_cpython(
    scenario: dict[str, Any], picks: list[int], micropython: Runtime
) -> None:
    session = walk(scenario, picks)
    text = written({"scenario": scenario, "session": session, "choice": "a"})
    for call in ("scenario_json", "start_json", "step_json", "view_json", "debrief_json", "explore_json"):
        assert micropython(call, text) == cpython(call, text)


def replaced(value: Any, picks: list[int], other: Any) -> Any:
    """Put another value in some place of a value."""
    if not picks or not isinstance(value, list | dict) or not value:
        return other
    if isinstance(value, list):
        place = picks[0] % len(value)
        return [*value[:place], replaced(value[place], picks[1:], other), *value[place + 1 :]]
    name = sorted(value)[picks[0] % len(value)]
    return {**value, name: replaced(value[name], picks[1:], other)}


@some
@given(picks=st.lists(st.integers(0, 9), max_size=7), other=junk, session=junk, choice=junk)
def test_no_scenario_and_no_session_raise(
    picks: list[int], other: Any, session: Any, choice: Any, micropython: Runtime
) -> None:
    sound = {"scenario": "stages-evening", "path": [["arrival", "nod"], ["round", "pass"]]}
    scenario = replaced(SAMPLES["evening"], picks, other)
    for held in (session, replaced(sound, picks[:3], other), sound):
        text = written({"scenario": scenario, "session": held, "choice": choice})
        for call in ("step_json", "view_json", "debrief_json"):
            answer = cpython(call, text)
            assert json.loads(answer)["problem"] in (None, *PROBLEMS)
            assert micropython(call, text) == answer


PROBLEMS = "bad-scenario bad-session broken-path unknown-choice ended dead-end too-long".split()


def test_a_search_that_grows_too_large_stops_and_says_so() -> None:
    plan = Plan(read_story(SAMPLES["evening"]), 10)
    assert (len(plan.situations), plan.capped) == (10, True)


def test_an_author_is_told_where_a_scenario_cannot_be_read() -> None:
    scenario = {"id": "s", "start": "a", "scenes": [{"id": "a", "choices": [{"id": "b", "level": "best", "to": "c"}]}]}
    with pytest.raises(Fault, match="scene a: to: there is no such scene"):
        read_story(scenario)
