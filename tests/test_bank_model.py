"""The plain form of a question is complete, and its key holds no text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from groupwork.bank import BaseQuestion, ChoiceQuestion, ComposeQuestion, Course, Question, load
from groupwork.bank.model import QUESTION_TYPES
from groupwork.bank.yaml_source import read
from groupwork.checker import grade

GOOD = Path(__file__).parent / "good_bank"
FILES = sorted(GOOD.glob("quizzes/*/questions*.yml"))
WRITTEN: dict[str, dict[str, Any]] = {each["id"]: each for path in FILES for each in read(path, path.name).data}
QUESTIONS = load(GOOD).questions


def rebuilt(plain: dict[str, Any]) -> dict[str, Any]:
    """Return the form that people write from the plain form, to show that nothing was lost."""
    plain = json.loads(json.dumps(plain))
    if "rights" in plain:
        rights = {right["id"]: right for right in plain.pop("rights")}
        for pair in plain["pairs"]:
            pair["right"] = rights[pair["right"]]["text"]
        plain["extra"] = [
            {**right, "id": name.removeprefix("x-")} for name, right in rights.items() if name.startswith("x-")
        ]
    written: dict[str, Any] = pruned(plain)
    return written


def pruned(value: Any) -> Any:
    """Leave out what need not be written: None, empty lists, `correct: false`; trim text."""
    if isinstance(value, dict):
        kept = {name: pruned(each) for name, each in value.items()}
        return {name: each for name, each in kept.items() if each is not None and each != [] and each is not False}
    if isinstance(value, list):
        return [pruned(each) for each in value]
    return value.strip() if isinstance(value, str) else value


def texts(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set().union(*(texts(each) for each in value.values()))
    if isinstance(value, list):
        return set().union(*(texts(each) for each in value))
    return {value} if isinstance(value, str) else set()


@pytest.mark.parametrize("name", WRITTEN)
def test_the_plain_form_loses_nothing(name: str) -> None:
    assert rebuilt(QUESTIONS[name].as_json()) == pruned(WRITTEN[name])


@pytest.mark.parametrize("name", WRITTEN)
def test_a_question_is_valid_from_its_plain_form_again(name: str) -> None:
    again: BaseQuestion = TypeAdapter[BaseQuestion](Question).validate_python(rebuilt(QUESTIONS[name].as_json()))
    assert again == QUESTIONS[name]


def test_all_kinds_are_among_the_examples() -> None:
    assert {question.kind for question in QUESTIONS.values()} == set(QUESTION_TYPES)


def test_the_rights_of_a_match_are_its_distinct_texts_and_then_the_extras() -> None:
    plain = QUESTIONS["stages-106"].as_json()
    assert [pair["right"] for pair in plain["pairs"]] == ["r-a", "r-b", "r-a"]
    assert plain["rights"] == [
        {"id": "r-a", "text": "Early", "rationale": None},
        {"id": "r-b", "text": "Late", "rationale": None},
        {"id": "x-x", "text": "Never", "rationale": "Every line fits a time."},
    ]
    assert "extra" not in plain


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("stages-101", {"kind": "choice", "options": [{"id": "no", "correct": True}, {"id": "1"}]}),
        ("stages-105", {"kind": "order", "items": [{"id": "a"}, {"id": "b"}, {"id": "c"}]}),
        (
            "stages-106",
            {
                "kind": "match",
                "pairs": [
                    {"id": "a", "right": "r-a"},
                    {"id": "b", "right": "r-b"},
                    {"id": "c", "right": "r-a"},
                ],
                "rights": [{"id": "r-a"}, {"id": "r-b"}, {"id": "x-x"}],
            },
        ),
        (
            "stages-108",
            {
                "kind": "transcript",
                "tags": [{"id": "early"}, {"id": "late"}, {"id": "never"}],
                "turns": [{"id": "t3", "tag": "late"}, {"id": "t4", "tag": "early"}],
            },
        ),
        (
            "stages-110",
            {
                "kind": "rate",
                "responses": [
                    {"id": "a", "level": "best"},
                    {"id": "b", "level": "best"},
                    {"id": "c", "level": "harmful"},
                ],
            },
        ),
        (
            "stages-111",
            {
                "kind": "reflect",
                "stem": "What do you say about confidentiality?",
                "vignette": None,
                "longest": 600,
                "rubric": [
                    {
                        "id": "limits",
                        "criterion": "Says that confidentiality has limits.",
                        "phrasings": [
                            ["can", "not", "promis"],
                            ["no", "one", "promis"],
                            ["confiden", "limit"],
                            ["limit"],
                        ],
                    }
                ],
            },
        ),
        (
            "stages-107",
            {
                "kind": "cloze",
                "gaps": [
                    {"id": "1", "accept": ["power and control", "power & control", "2"]},
                    {"id": "2", "accept": ["intimacy"]},
                ],
            },
        ),
    ],
)
def test_the_key_is_what_grading_needs(name: str, key: dict[str, Any]) -> None:
    assert QUESTIONS[name].key() == {"id": name, **key}


@pytest.mark.parametrize("name", [name for name in WRITTEN if QUESTIONS[name].kind != "reflect"])
def test_the_key_carries_no_text_but_the_accepted_forms(name: str) -> None:
    question = QUESTIONS[name]
    accepted = texts([gap["accept"] for gap in question.as_json().get("gaps", [])])
    assert not {text for text in texts(question.key()) - accepted if " " in text}


def test_the_key_of_a_group_to_compose_is_its_traits_and_rules() -> None:
    key = QUESTIONS["stages-109"].key()
    traits = {"purpose": "grief", "gender": "man", "evening": "no", "1": "one"}
    assert key["cards"][3] == {"id": "dov", "traits": traits}
    assert key["rules"][2:4] == [
        {"id": "alone", "type": "not-alone", "trait": "gender", "values": ["man"]},
        {"id": "free", "type": "most", "trait": "evening", "value": "no", "most": 0},
    ]


def test_a_turn_to_be_read_has_every_field() -> None:
    first, example, *_ = QUESTIONS["stages-108"].as_json()["turns"]
    assert list(first) == list(example) == ["speaker", "text", "id", "tag", "rationale", "shown"]
    assert (first["id"], first["shown"], example["id"], example["shown"]) == (None, False, "t2", True)


@pytest.mark.parametrize(
    ("name", "response"),
    [
        ("stages-108", {"t3": "late", "t4": "late"}),
        ("stages-109", ["ben", "dov", "eva"]),
        ("stages-110", {"a": "best", "c": "acceptable"}),
        ("stages-111", "I cannot promise that all of you keep it."),
    ],
)
def test_the_checker_grades_the_key_of_the_kinds_that_practise(name: str, response: Any) -> None:
    assert grade(QUESTIONS[name].key(), response)["problem"] is None


def test_a_group_to_compose_holds_its_rules_without_a_file() -> None:
    plain = rebuilt(QUESTIONS["stages-109"].as_json())
    plain["rules"] = [rule for rule in plain["rules"] if rule["id"] in ("free", "women")]
    plain["rules"][0]["most"] = 1
    with pytest.raises(ValidationError, match="everybody together meets all rules"):
        ComposeQuestion.model_validate(plain)


def test_the_rules_hold_without_a_file() -> None:
    plain = rebuilt(QUESTIONS["stages-103"].as_json())
    plain["options"][1] = {"id": "b", "text": "Let go.", "correct": True, "rationale": "They may."}
    with pytest.raises(ValidationError, match="2 options are marked correct – expected exactly one"):
        ChoiceQuestion.model_validate(plain)


def test_the_objectives_of_a_course_are_found_by_id() -> None:
    course = Course.model_validate(read(GOOD / "quizzes/course.yml", "course.yml").data)
    assert list(course.objectives) == ["stages.gjk", "stages.limits", "open-groups.entry-2"]
