"""The tables of cases, in CPython, MicroPython and Pyodide.

A row of `tests/cases/<kind>.json` is a name that states a fact, a question, a response, and their grade.
The other tables hold the arguments of the function in their name; an expectation may leave fields out.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from .runtimes import Runtime, written

CASES = Path(__file__).parent / "cases"
SCENARIOS = Path(__file__).parent / "scenarios"
KINDS = "choice multi order match cloze transcript compose rate reflect question".split()
FIELDS = {"score", "points", "max", "correct", "problem", "detail", "parts"}


def rows(*names: str) -> list[Any]:
    """Read tables as parameters, each with its own name as the id."""
    return [
        pytest.param(row, id=f"{name}: {row['name']}")
        for name in names
        for row in json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize("case", rows(*KINDS))
def test_a_response_is_graded_as_the_table_says(case: dict[str, Any], runtime: Runtime) -> None:
    text = runtime("grade_json", written({"question": case["question"], "response": case["response"]}))
    result = json.loads(text)
    assert {field: result[field] for field in case["expect"]} == case["expect"]
    assert set(result) - {"formative"} == FIELDS
    assert (result["problem"] is None) == (result["detail"] == "")


def reflections() -> list[Any]:
    """Read the answers to the sample rubrics: genuine ones, adversarial ones, and known mistakes."""
    table = json.loads((CASES / "reflections.json").read_text(encoding="utf-8"))
    return [
        pytest.param(table["rubrics"][row["rubric"]], row, id=f"{row['kind']} {row['rubric']}: {row['name']}")
        for row in table["rows"]
    ]


@pytest.mark.parametrize(("question", "row"), reflections())
def test_in_an_answer_is_found_what_the_table_says(
    question: dict[str, Any], row: dict[str, Any], runtime: Runtime
) -> None:
    result = json.loads(runtime("grade_json", written({"question": question, "response": row["text"]})))
    assert [part["id"] for part in result["parts"] if part["verdict"] == "found"] == row["found"]
    assert all(part["quote"] in " ".join(row["text"].split()) for part in result["parts"])
    assert (result["score"], result["max"], result["formative"]) == (0.0, 0, True)


def test_each_rubric_has_enough_answers_of_either_sort() -> None:
    table = json.loads((CASES / "reflections.json").read_text(encoding="utf-8"))
    for rubric in table["rubrics"]:
        sorts = [row["kind"] for row in table["rows"] if row["rubric"] == rubric]
        assert sorts.count("genuine") >= 15
        assert sorts.count("adversarial") >= 20
    assert [row["name"] for row in table["rows"] if row["kind"] == "adversarial" and row["found"]] == []


@pytest.mark.parametrize("case", rows("scenario"))
def test_a_scenario_is_played_as_the_table_says(case: dict[str, Any], runtime: Runtime) -> None:
    scenario = json.loads((SCENARIOS / f"{case['scenario']}.json").read_text(encoding="utf-8"))
    call: dict[str, Any] = {"scenario": scenario, "choice": case.get("choice")}
    call["session"] = case.get("session", {"scenario": scenario["id"], "path": case.get("path")})
    result = json.loads(runtime(f"{case['call']}_json", written(call)))
    assert {field: result[field] for field in case["expect"]} == case["expect"]
    loaded = json.loads(runtime("scenario_json", written({"scenario": scenario})))
    assert loaded == {"scenario": scenario["id"], "problem": None, "detail": ""}
    assert json.loads(runtime(f"{case['call']}_json", written({**call, "scenario": scenario["id"]}))) == result


@pytest.mark.parametrize("case", rows("scenario-faults"))
def test_a_scenario_that_cannot_be_read_is_named(case: dict[str, Any], runtime: Runtime) -> None:
    call = written({"scenario": case["scenario"], "session": {"scenario": "s", "path": []}, "choice": "a"})
    names = ["scenario", "start", "step", "view", "debrief", "explore"]
    assert {json.loads(runtime(f"{name}_json", call))["problem"] for name in names} == {"bad-scenario"}


@pytest.mark.parametrize("case", rows("shuffle"))
def test_items_are_shuffled_as_the_table_says(case: dict[str, Any], runtime: Runtime) -> None:
    text = runtime("shuffle_json", written({"items": case["items"], "seed": case["seed"]}))
    assert json.loads(text) == case["expect"]


@pytest.mark.parametrize("case", rows("assemble"))
def test_a_form_is_drawn_as_the_table_says(case: dict[str, Any], runtime: Runtime) -> None:
    fields = ("questions", "count", "seed", "filters")
    text = runtime("assemble_json", written({field: case[field] for field in fields}))
    assert json.loads(text) == case["expect"]


@pytest.mark.parametrize("case", rows("wilson"))
def test_an_interval_is_what_the_table_says(case: dict[str, Any], runtime: Runtime) -> None:
    text = runtime("wilson_json", written({"right": case["right"], "total": case["total"]}))
    assert json.loads(text) == case["expect"]


@pytest.mark.parametrize("case", rows("progress"))
def test_progress_is_what_the_table_says(case: dict[str, Any], runtime: Runtime) -> None:
    result = json.loads(runtime("progress_json", written({"questions": case["questions"]})))
    result["passed"] = {name: [group["days"], group["mastered"]] for name, group in result["modules"].items()}
    assert {field: result[field] for field in case["expect"]} == case["expect"]


@pytest.mark.parametrize("questions", [None, [1], [{}], [{"days": [1], "right": [True], "sure": [0]}]])
def test_progress_of_anything_else_is_refused(questions: object, runtime: Runtime) -> None:
    assert runtime("progress_json", written({"questions": questions})) == "error: TypeError"


@pytest.mark.parametrize("case", rows("host"))
def test_a_host_gets_the_same_bytes_everywhere(case: dict[str, Any], runtime: Runtime) -> None:
    assert runtime(case["call"], case["text"]) == case["expect"]
