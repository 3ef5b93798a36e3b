"""The lab on stages: its widgets answer to Python, and its record and figures keep their promises."""

import re

import pytest

from groupwork.labs import figures
from groupwork.labs.fathers import FATHERS
from groupwork.labs.record import SIGNALS, STAGES, Session, all_weights, read, steadiness, tally

from .labs import LEADS_A_SCENARIO

EQUAL = dict.fromkeys(SIGNALS, 1)

DRIVEN = {
    "Question(": """
        question = _
        assert question.result is None
        question.response = "zz"
        assert question.result["problem"] == "unknown-id"
        from groupwork.widgets.place import bank
        options = bank().question("stages-032").as_json()["options"]
        question.response = next(option["id"] for option in options if option.get("correct"))
        assert question.result["correct"] is True
    """,
    "Quiz(": """
        quiz = _
        assert len(quiz.ids) == 3 and quiz.score == (0, 0)
        options = bank().question("stages-041").as_json()["options"]
        key = [option["id"] for option in options if option.get("correct")]
        quiz.responses = {"stages-041": key}
        assert quiz.score == (1, 1)
    """,
    "def evening": """
        slider, figure = _.children
        assert "Session 1." in figure.value and "(absent)" not in figure.value
        slider.index = 6
        assert "Session 7." in figure.value and "(absent)" in figure.value
    """,
    "LEVELS": """
        *sliders, figure = _.children
        assert [slider.description for slider in sliders] == ["Talk", "Issue", "Worker", "Norms", "Time"]
        assert {slider.value for slider in sliders} == {1}
        before = figure.value
        sliders[2].value = sliders[3].value = 3
        assert figure.value != before
        for slider in sliders:
            slider.value = 0
        assert "–" in figure.value
    """,
    "from groupwork import Scenario": LEADS_A_SCENARIO,
}
"""Code that test_labs runs after the cell that starts so: `_` is then what the cell showed."""


@pytest.mark.parametrize("session", FATHERS.sessions, ids=lambda session: f"session-{session.number}")
def test_the_tally_names_only_members_who_were_there(session: Session) -> None:
    there = set(FATHERS.members) - set(session.absent)
    assert set(tally(session.to_worker)) <= there
    pairs = [frozenset(pair) for pair in session.pairs]
    assert all(len(pair) == 2 and pair <= there for pair in pairs)
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize("session", FATHERS.sessions, ids=lambda session: f"session-{session.number}")
def test_every_signal_votes_for_stages_of_the_model(session: Session) -> None:
    assert list(session.signals) == list(SIGNALS)
    assert {stage for stages in session.signals.values() for stage in stages} <= set(STAGES)


def test_the_numbers_that_the_text_quotes_are_those_of_the_record() -> None:
    shares = [round(100 * session.share_between) for session in FATHERS.sessions]
    assert (shares[0], max(shares), shares.index(max(shares)) + 1) == (7, 82, 10)
    assert shares[6] == 25
    assert [FATHERS.session(number).disagreements for number in (4, 9)] == [7, 6]
    assert len(all_weights()) == 1023


def stages(**more: int) -> list[str]:
    readings = [read(session, EQUAL | more) for session in FATHERS.sessions]
    return [reading.stage.short for reading in readings if reading]


def test_the_readings_change_in_the_sessions_that_the_text_names() -> None:
    rows = [stages(), stages(talk=3, time=3), stages(issue=3, norms=3)]
    changed = [number for number, three in enumerate(zip(*rows, strict=True), start=1) if len(set(three)) > 1]
    assert changed == [5, 8, 9]
    assert stages(worker=3, norms=3)[10] == "Pow"


def test_sessions_between_two_stages_keep_their_reading_least_often() -> None:
    settings = all_weights()
    kept = {session.number: steadiness(session, settings) for session in FATHERS.sessions}
    assert sorted(sorted(kept, key=kept.__getitem__)[:5]) == [3, 5, 8, 9, 11]
    assert kept[7] > 0.85


def test_no_weight_gives_no_reading() -> None:
    assert read(FATHERS.session(1), dict.fromkeys(SIGNALS, 0)) is None


def test_a_figure_has_colours_without_the_style_of_the_site() -> None:
    drawn = figures.strip(FATHERS, {"Equal": EQUAL})
    classed = re.findall(r"<[a-z]+ [^>]*class=\"fig-[^>]*>", drawn)
    assert classed
    assert all("fill=" in element for element in classed)
