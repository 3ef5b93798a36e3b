"""A scenario keeps all that is written, and is walked through before anybody plays it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from groupwork.bank import Choice, Condition, Line, Scenario, Scene, load
from groupwork.bank.scenario import Ending, Skip, Way
from groupwork.bank.scenario_graph import graph_faults
from groupwork.bank.yaml_source import parse, read
from groupwork.checker import explore, start, step, view

from .test_bank_model import pruned

GOOD = Path(__file__).parent / "good_bank"
FILE = GOOD / "quizzes/stages/scenarios/evening.yml"
SCENARIO = load(GOOD).scenario("stages-1st")


def written() -> dict[str, Any]:
    """Return the fields of the good scenario, to be changed."""
    data: dict[str, Any] = read(FILE, FILE.name).data
    return data


def without_empty(value: Any) -> Any:
    """Leave out what need not be written, empty mappings too."""
    if isinstance(value, dict):
        return {name: without_empty(each) for name, each in value.items() if each not in (None, [], {})}
    return [without_empty(each) for each in value] if isinstance(value, list) else value


def test_the_plain_form_loses_nothing() -> None:
    plain = without_empty(SCENARIO.as_json())
    for scene in plain["scenes"]:
        if scene["question"] == "What do you do?":
            del scene["question"]
    assert plain == pruned(written())


def test_a_scenario_is_valid_from_its_plain_form_again() -> None:
    assert Scenario.model_validate(without_empty(SCENARIO.as_json())) == SCENARIO


@pytest.mark.parametrize(
    ("model", "trail"),
    [
        (Scenario, ()),
        (Scene, ("scenes", 0)),
        (Scene, ("scenes", 2)),
        (Line, ("scenes", 0, "lines", 0)),
        (Choice, ("scenes", 0, "choices", 0)),
        (Condition, ("scenes", 0, "choices", 1, "when")),
        (Way, ("scenes", 1, "choices", 0, "to", 1)),
        (Skip, ("scenes", 1, "skip")),
        (Ending, ("scenes", 2, "ending")),
    ],
)
def test_every_field_is_in_the_plain_form(model: type[BaseModel], trail: tuple[str | int, ...]) -> None:
    plain = SCENARIO.as_json()
    for part in trail:
        plain = plain[part]
    assert list(plain) == list(model.model_fields)


def test_the_checker_plays_the_plain_form() -> None:
    plain = SCENARIO.as_json()
    session = start(plain)
    for choice in ("b", "a", "a"):
        session = step(plain, session, choice)
    assert view(plain, session)["ending"] == {"title": "Warm", "level": "best", "text": "They stay."}


def test_a_circle_with_a_way_out_is_no_fault() -> None:
    assert not list(graph_faults(SCENARIO))
    assert explore(SCENARIO.as_json())["scenes"] == ["arrival", "round", "warm", "cool"]


def test_the_rules_hold_without_a_file() -> None:
    plain = written()
    plain["start"] = "arival"
    with pytest.raises(ValidationError, match="the scenario starts with the unknown scene `arival`"):
        Scenario.model_validate(plain)


def test_a_scene_without_choices_and_ending_is_refused_without_a_file() -> None:
    plain = written()
    del plain["scenes"][3]["ending"]
    with pytest.raises(ValidationError, match="scene `cool` has neither choices nor an ending"):
        Scenario.model_validate(plain)


def test_the_example_for_authors_is_a_good_scenario() -> None:
    page = (GOOD.parents[1] / "docs/contributing/write-a-scenario.md").read_text(encoding="utf-8")
    document = parse(page.split("```yaml\n")[1].split("```")[0].encode(), "example.yml")
    assert not document.problems
    assert not list(graph_faults(Scenario.model_validate(document.data)))


def test_the_module_is_that_of_the_objectives() -> None:
    assert SCENARIO.module == "stages"


def test_a_scenario_too_wide_to_be_walked_through_is_named() -> None:
    plain = written()
    facts = [f"fact-{number}" for number in range(16)]
    arrival, room, *endings = plain["scenes"]
    welcome, _, harmful = arrival["choices"]
    arrival["choices"] = [{**welcome, "to": "step-0"}, {**harmful, "to": "step-0"}]
    arrival["lines"] = arrival["lines"][:1]
    room["lines"] = [{"voice": "", "text": "Somebody remembers.", "when": {"facts": [fact]}} for fact in facts]
    steps = []
    for number, fact in enumerate(facts):
        ways = {"to": f"step-{number + 1}" if number < 15 else "round"}
        choices = [{**welcome, **ways, "id": "a"}, {**welcome, **ways, "id": "b", "sets": [fact]}]
        steps.append({"id": f"step-{number}", "phase": "middle", "text": "A step.", "choices": choices})
    plain["facts"] += facts
    plain["scenes"] = [arrival, *steps, room, *endings]
    (fault,) = graph_faults(Scenario.model_validate(plain))
    assert fault.trail == ("scenes",)
    assert "too many situations" in fault.what
