"""Widgets driven through their traits, as a notebook's front end drives them."""

from __future__ import annotations

import pytest

from groupwork import Question, Quiz, Scenario
from groupwork.bank import UnknownIdError
from groupwork.render import STATIC


def test_a_response_is_graded_by_the_kernel_as_soon_as_it_arrives() -> None:
    question = Question("stages-001")
    question.responses = {"stages-001": "a"}
    assert question.result is not None
    assert question.result["correct"] is True


def test_the_same_response_after_another_is_graded_anew() -> None:
    question = Question("stages-001")
    question.response = "b"
    question.response = "a"
    assert question.result is not None
    assert question.result["correct"] is True


def test_a_front_end_that_drops_the_result_gets_a_new_one_for_the_same_response() -> None:
    question = Question("stages-001")
    question.response = "a"
    question.results = {}
    question.responses = {}
    question.responses = {"stages-001": "a"}
    assert question.result is not None


def test_a_response_that_makes_no_sense_is_answered_kindly_and_not_raised() -> None:
    question = Question("stages-001")
    question.response = {"not": ["an", "option"]}
    assert question.result is not None
    assert question.result["problem"] == "type"


def test_a_quiz_counts_what_is_right_and_what_is_answered() -> None:
    quiz = Quiz(["stages-001", "stages-018"])
    quiz.responses = {"stages-001": "a"}
    assert quiz.score == (1, 1)


def test_a_quiz_draws_the_questions_that_the_page_draws() -> None:
    assert Quiz("stages", count=5, seed=3).ids == Quiz("stages", count=5, seed=3).ids


def test_an_unknown_question_is_named_with_the_nearest_ids() -> None:
    with pytest.raises(UnknownIdError, match="did you mean"):
        Question("stages-0001")


def test_a_scenario_is_played_to_its_end_by_choices() -> None:
    scenario = Scenario("stages-first-evening")
    while not scenario.view["ending"]:
        scenario.choose(scenario.view["choices"][0]["id"])
    assert len(scenario.looked_back["forks"]) == len(scenario.path)


def test_a_front_end_takes_a_step_and_is_always_answered() -> None:
    scenario = Scenario("stages-first-evening")
    scenario.asked = {"number": 1, "choice": scenario.view["choices"][0]["id"]}
    assert (scenario.answered, len(scenario.path)) == (1, 1)
    scenario.asked = {"number": 2, "choice": "no such choice"}
    assert (scenario.answered, len(scenario.path)) == (2, 1)


def test_a_choice_that_is_not_open_is_refused_with_those_that_are() -> None:
    with pytest.raises(ValueError, match="open are: a, b, c"):
        Scenario("stages-first-evening").choose("z")


def test_starting_again_empties_the_path() -> None:
    scenario = Scenario("stages-first-evening")
    scenario.choose("a")
    scenario.path = []
    assert len(scenario.views) == 1


@pytest.mark.parametrize("make", [lambda: Question("stages-001"), lambda: Scenario("stages-first-evening")])
def test_on_the_static_site_a_widget_is_plain_html(make: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(STATIC, "1")
    data, _ = make()._repr_mimebundle_()
    assert set(data) == {"text/html"}
