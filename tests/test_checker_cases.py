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
KINDS = ["choice", "multi", "order", "match", "cloze", "question"]
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
    assert set(result) == FIELDS
    assert (result["problem"] is None) == (result["detail"] == "")


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


@pytest.mark.parametrize("case", rows("host"))
def test_a_host_gets_the_same_bytes_everywhere(case: dict[str, Any], runtime: Runtime) -> None:
    assert runtime(case["call"], case["text"]) == case["expect"]
