"""The lab on models: its widgets answer to Python, and its matrix and figures keep their promises."""

import re

import pytest

from groupwork.labs import models_figures as figures
from groupwork.labs.models import (
    DRAFTS,
    EQUAL,
    FEATURES,
    HEART,
    MODELS,
    Plan,
    Weights,
    all_weights,
    changed,
    changes,
    fewest,
    kept,
    moves,
    points,
    read,
)

from .labs import LEADS_A_SCENARIO

CROSSING, SUPPORT, SATURDAY, REFERRED = (draft.plan for draft in DRAFTS)
SOCIAL, RECIPROCAL, REMEDIAL, DEVELOPMENTAL = MODELS

DRIVEN = {
    "Question(": """
        question = _
        assert question.result is None
        from groupwork.widgets.place import bank
        options = bank().question("models-040").as_json()["options"]
        question.response = next(option["id"] for option in options if option.get("correct"))
        assert question.result["correct"] is True
    """,
    "def build": """
        *sliders, figure = _.children
        assert len(sliders) == 8
        assert "Nearest: remedial, with 9 of 16" in figure.value
        assert "No single change" in figure.value
        sliders[0].value = sliders[2].value = 1
        assert "Nearest: reciprocal, with 8 of 16 points and a lead of 2 points" in figure.value
        assert "Each of these changes" in figure.value
    """,
    "LEVELS": """
        *sliders, figure = _.children
        assert len(sliders) == 8 and {slider.value for slider in sliders} == {1}
        before = figure.value
        sliders[3].value = 2
        assert figure.value != before
        for slider in sliders:
            slider.value = 0
        assert "Your weights" in figure.value
    """,
    "Quiz(": """
        quiz = _
        assert len(quiz.ids) == 3 and quiz.score == (0, 0)
    """,
    "from groupwork import Scenario": LEADS_A_SCENARIO,
}
"""Code that test_labs runs after the cell that starts so: `_` is then what the cell showed."""


@pytest.mark.parametrize("name", FEATURES)
def test_every_model_finds_its_heart_in_one_answer_to_each_question(name: str) -> None:
    columns = zip(*(answer.points for answer in FEATURES[name].answers), strict=True)
    assert [column.count(HEART) for column in columns] == [1, 1, 1, 1]


def test_the_sums_that_the_text_quotes_are_those_of_the_matrix() -> None:
    assert [list(read(draft.plan).sums) for draft in DRAFTS] == [
        [14, 3, 1, 2],
        [0, 4, 13, 2],
        [1, 11, 1, 12],
        [0, 4, 9, 2],
    ]
    for_reciprocal = [name for name, each in points(SUPPORT).items() if each[1]]
    assert for_reciprocal == ["members", "time"]
    assert read({**REFERRED, "purpose": 1, "worker": 1}).sums[1:3] == [8, 6]


def test_two_answers_bring_the_referred_plan_to_another_model_and_one_does_not() -> None:
    assert moves(REFERRED) == []
    after = [read(changed(REFERRED, pair)).nearest for pair in changes(REFERRED, 2)]
    assert (after.count([RECIPROCAL]), after.count([DEVELOPMENTAL]), after.count([SOCIAL])) == (27, 1, 0)
    assert fewest(REFERRED, SOCIAL) == 3
    assert read({**REFERRED, "purpose": 1, "worker": 1}).nearest == [RECIPROCAL]


def test_six_single_changes_tip_the_saturday_table_and_all_to_the_reciprocal_model() -> None:
    found = moves(SATURDAY)
    assert len(found) == 6
    assert {model for _, model in found} == {RECIPROCAL}


def only(*names: str) -> Weights:
    return {name: int(name in names) for name in FEATURES}


AIMS, WAY = only("purpose", "change", "success"), only("goals", "worker", "hour")


@pytest.mark.parametrize(
    ("plan", "aims", "way"),
    [
        (CROSSING, [SOCIAL], [SOCIAL]),
        (SUPPORT, [REMEDIAL], [REMEDIAL]),
        (SATURDAY, [RECIPROCAL], [DEVELOPMENTAL]),
        (REFERRED, [REMEDIAL], [RECIPROCAL, REMEDIAL]),
    ],
)
def test_by_its_aims_and_by_its_way_a_plan_reads_as_the_text_says(plan: Plan, aims: object, way: object) -> None:
    assert (read(plan, AIMS).nearest, read(plan, WAY).nearest) == (aims, way)


def test_the_saturday_table_keeps_its_reading_least_often() -> None:
    assert len(all_weights()) == 6560
    settings = [kept(draft.plan) for draft in DRAFTS]
    assert min(settings) == settings[2] == 3743


def test_without_the_fourth_column_one_plan_changes_its_model() -> None:
    three = [read(draft.plan, EQUAL, MODELS[:3]) for draft in DRAFTS]
    assert [reading.nearest == read(draft.plan).nearest for reading, draft in zip(three, DRAFTS, strict=True)] == [
        True,
        True,
        False,
        True,
    ]
    assert (three[2].nearest, three[2].lead, read(SATURDAY).lead) == ([RECIPROCAL], 10, 1)


def test_no_weight_gives_no_reading() -> None:
    reading = read(CROSSING, dict.fromkeys(FEATURES, 0))
    assert reading.nearest == []
    assert figures.in_a_sentence(reading) == "No model gets a point."


def test_a_figure_has_colours_without_the_style_of_the_site() -> None:
    drawn = figures.matrix(CROSSING)
    classed = re.findall(r"<[a-z]+ [^>]*class=\"fig-[^>]*>", drawn)
    assert classed
    assert all("fill=" in element for element in classed)
