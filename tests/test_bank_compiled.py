"""A compiled bank says the same as the bank that it was made from."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from groupwork.bank import Bank, UnknownIdError, load
from groupwork.bank.compiled import read, write

ROOT = Path(__file__).parents[1]
LIGHT = """
import sys
from groupwork.bank.compiled import read
import groupwork.render, groupwork.widgets.place
print(sorted({"pydantic", "yaml", "pybtex", "mkdocs"} & set(sys.modules)))
"""


@pytest.fixture(scope="module")
def bank() -> Bank:
    return load(ROOT)


@pytest.fixture(scope="module")
def compiled(bank: Bank) -> Bank:
    return read(write(bank))


def alike(model: Any, record: Any) -> bool:
    """Say whether a record has every field of a model, with the same values, all the way down."""
    if fields := getattr(type(model), "model_fields", None):
        return all(alike(getattr(model, name), getattr(record, name)) for name in fields)
    if isinstance(model, Mapping):
        return list(model) == list(record) and all(alike(model[name], record[name]) for name in model)
    if isinstance(model, tuple):
        return isinstance(record, tuple) and len(model) == len(record) and all(map(alike, model, record))
    return bool(model == record)


def test_every_question_has_the_same_fields_plain_form_and_key(bank: Bank, compiled: Bank) -> None:
    assert list(compiled.questions) == list(bank.questions)
    for name, question in bank.questions.items():
        other = compiled.question(name)
        assert alike(question, other), name
        assert (other.as_json(), other.key()) == (question.as_json(), question.key())
        assert (other.module, other.in_quizzes) == (question.module, question.in_quizzes)


def test_every_scenario_has_the_same_fields_and_plain_form(bank: Bank, compiled: Bank) -> None:
    assert list(compiled.scenarios) == list(bank.scenarios)
    for name, scenario in bank.scenarios.items():
        assert alike(scenario, compiled.scenario(name)), name
        assert compiled.scenario(name).as_json() == scenario.as_json()


@pytest.mark.parametrize("part", ["course", "glossary", "timeline", "corrections"])
def test_course_and_lists_have_the_same_fields(bank: Bank, compiled: Bank, part: str) -> None:
    assert alike(getattr(bank, part), getattr(compiled, part))


def test_references_and_objectives_are_the_same(bank: Bank, compiled: Bank) -> None:
    assert compiled.references == bank.references
    assert list(compiled.course.objectives) == list(bank.course.objectives)


def test_a_quiz_draws_the_same_questions(bank: Bank, compiled: Bank) -> None:
    for module in bank.course.modules:
        for seed in range(5):
            assert compiled.form(module.id, 6, seed, {}) == bank.form(module.id, 6, seed, {})


def test_an_unknown_question_is_named_with_the_nearest_ids(compiled: Bank) -> None:
    with pytest.raises(UnknownIdError, match="did you mean `stages-001`"):
        compiled.question("stages-0001")


def test_compiling_twice_gives_the_same_text(bank: Bank) -> None:
    assert write(bank) == write(load(ROOT))
    assert json.loads(write(bank))


def test_reading_and_rendering_import_nothing_that_reads_yaml() -> None:
    run = subprocess.run([sys.executable, "-c", LIGHT], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
