"""The schemas beside the files are those of the models, and say yes and no as the loader does."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from groupwork.bank import schema
from groupwork.bank.yaml_source import read
from groupwork.cli import main

HERE = Path(__file__).parent
ROOT = HERE.parent
Draft202012Validator: Any = import_module("jsonschema").Draft202012Validator
QUESTIONS = Draft202012Validator(json.loads(schema.texts()["questions.schema.json"]))
TIMELINE = Draft202012Validator(json.loads(schema.texts()["timeline.schema.json"]))
SCENARIO = Draft202012Validator(json.loads(schema.texts()["scenario.schema.json"]))


def test_the_checked_in_schemas_are_current() -> None:
    assert not schema.stale(ROOT), "The schemas differ from the models: run `groupwork schema` and commit the result."


def test_schemas_are_stable() -> None:
    assert schema.texts() == schema.texts()


@pytest.mark.parametrize("name", ["course", "questions", "scenario", "glossary", "timeline"])
def test_a_schema_is_one(name: str) -> None:
    text = schema.texts()[f"{name}.schema.json"]
    Draft202012Validator.check_schema(json.loads(text))
    assert text.endswith("}\n")


@pytest.mark.parametrize("path", sorted(HERE.glob("good_bank/quizzes/*/*.yml")), ids=lambda path: path.stem)
def test_valid_questions_fit_the_schema(path: Path) -> None:
    QUESTIONS.validate(read(path, path.name).data)


@pytest.mark.parametrize("path", sorted(HERE.glob("good_bank/quizzes/*/scenarios/*.yml")), ids=lambda path: path.stem)
def test_valid_scenarios_fit_the_schema(path: Path) -> None:
    SCENARIO.validate(read(path, path.name).data)


def test_a_valid_timeline_fits_the_schema() -> None:
    TIMELINE.validate(read(HERE / "good_bank" / "docs" / "timeline.yml", "timeline.yml").data)


@pytest.mark.parametrize("name", ["date-unquoted", "unknown-certainty", "long-label"])
def test_an_editor_sees_the_simple_defects_of_a_timeline(name: str) -> None:
    assert not TIMELINE.is_valid(read(HERE / "bad_bank" / f"timeline-{name}.yml", name).data)


@pytest.mark.parametrize(
    "name",
    [
        "unknown-field",
        "missing-rationale",
        "unknown-level",
        "bad-id",
        "empty-field",
        "six-options",
        "compose-missing-rule-field",
        "compose-unknown-rule-type",
        "rate-unknown-level",
        "reflect-empty-phrasing",
    ],
)
def test_an_editor_sees_the_simple_defects(name: str) -> None:
    assert not QUESTIONS.is_valid(read(HERE / "bad_bank" / f"{name}.yml", name).data)


@pytest.mark.parametrize(
    "name", ["missing-title", "missing-to", "to-is-empty", "unknown-part-of-condition", "measure-out-of-range"]
)
def test_an_editor_sees_the_simple_defects_of_a_scenario(name: str) -> None:
    assert not SCENARIO.is_valid(read(HERE / "bad_bank" / f"scenario-{name}.yml", name).data)


def test_the_command_writes_the_schemas(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--root", str(tmp_path)]) == 0
    assert not schema.stale(tmp_path)
    assert len(capsys.readouterr().out.splitlines()) == 5
