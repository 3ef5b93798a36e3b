"""The lab on definitions: its widgets answer to Python, and what its text says of the readings is computed."""

from collections import Counter

import pytest

from groupwork.labs import definition_figures as figures
from groupwork.labs.definition_cases import CASES, CONDITIONS, conditions, findable, fit, judged, verdict
from groupwork.labs.definitions import DEFINITIONS, FEATURES, compare, named_by, nearest, pairs

from .labs import LEADS_A_SCENARIO

DRIVEN = {
    "NAMES": """
        one, another, figure = _.children
        assert (one.value, another.value) == ("coyle", "trecker")
        assert "Likeness: 4 of 9 features" in figure.value
        another.value = "middleman"
        assert "Likeness: 2 of 8 features" in figure.value
        one.value = "middleman"
        assert "the same definition twice" in figure.value
    """,
    'Quiz(["definitions-040"': """
        from groupwork.widgets.place import bank
        options = bank().question("definitions-040").as_json()["options"]
        _.responses = {"definitions-040": next(option["id"] for option in options if option.get("correct"))}
        assert _.score == (1, 1)
    """,
    "explore(\n    figures.case_board": """
        slider, figure = _.children
        assert "Therapy group" in figure.value
        slider.value = "round"
        assert "Monday round" in figure.value and "80 %" in figure.value
    """,
    "Question(": """
        assert _.result is None
        options = bank().question("definitions-044").as_json()["options"]
        _.response = next(option["id"] for option in options if option.get("correct"))
        assert _.result["correct"] is True
    """,
    "DEGREES": """
        *sliders, figure = _.children
        assert [slider.description for slider in sliders] == ["Mutual aid", "Group process", "Autonomy", "Groupness"]
        assert "Not met: autonomy." in figure.value and "Therapy group" in figure.value
        for slider in sliders:
            slider.value = 1.0
        assert "All four are met." in figure.value and "Carers’ evening" in figure.value
        sliders[1].value = 0.5
        assert "Open: group process in part." in figure.value
    """,
    'Quiz(["definitions-042"': """
        assert len(_.ids) == 2
    """,
    "Scenario(": LEADS_A_SCENARIO,
}
"""Code that test_labs runs after the cell that starts so: `_` is then what the cell showed."""


def test_what_the_text_says_of_the_board_is_so() -> None:
    assert (len(DEFINITIONS), len(FEATURES)) == (9, 17)
    counts = {name: len(named_by(name)) for name in FEATURES}
    assert [name for name, count in counts.items() if count == max(counts.values())] == ["means"]
    assert counts["means"] == 7
    assert named_by("growth") == ["newstetter", "coyle", "trecker"]
    assert named_by("change") == ["konopka", "vinter", "toseland"]
    assert named_by("mutual") == ["middleman"]


def test_what_the_text_says_of_pairs_is_so() -> None:
    near = compare(DEFINITIONS["coyle"], DEFINITIONS["trecker"])
    assert near.only_one == []
    assert near.only_other == ["method", "society", "activities", "worker", "agency"]
    for one, other in (("middleman", "toseland"), ("newstetter", "toseland")):
        assert compare(DEFINITIONS[one], DEFINITIONS[other]).both == []
    assert len(nearest()) == 2
    found = Counter(pair for name in FEATURES for pair in nearest(name))
    assert len(found) == 4
    assert max(found.values()) < len(FEATURES)


@pytest.mark.parametrize(("one", "other"), pairs())
def test_a_comparison_holds_every_feature_of_both_once(one: str, other: str) -> None:
    first, second = DEFINITIONS[one], DEFINITIONS[other]
    found = compare(first, second)
    named = [name for part in found for name in part]
    assert Counter(named) == Counter(first.features | second.features)
    assert found.likeness == compare(second, first).likeness


def test_what_the_text_says_of_cases_and_definitions_is_so() -> None:
    def share(case: str, definition: str) -> int:
        return round(100 * fit(CASES[case], DEFINITIONS[definition]))

    assert (len(CASES), share("tenants", "hamilton"), len(findable(DEFINITIONS["hamilton"]))) == (7, 100, 2)
    assert share("therapy", "vinter") == 100
    assert [share("round", key) for key in ("toseland", "vinter", "middleman")] == [80, 75, 17]
    assert [share("family", key) for key in ("toseland", "vinter")] == [90, 88]
    assert not {"interaction"} & (DEFINITIONS["toseland"].features | DEFINITIONS["vinter"].features)


def test_what_the_text_says_of_the_four_conditions_is_so() -> None:
    assert {key: judged(case) for key, case in CASES.items() if key in ("carers", "therapy", "tenants", "forum")} == {
        "carers": "all four are met",
        "therapy": "not met: autonomy",
        "tenants": "not met: groupness at the end",
        "forum": "no worker, so there is no practice to judge",
    }
    assert list(conditions(CASES["therapy"]).values()).count(0.5) == 1
    assert list(conditions(CASES["forum"]).values()).count(1.0) == 3
    assert set(conditions(CASES["round"]).values()) == {0.0}


def test_one_condition_that_is_not_met_is_enough() -> None:
    met = dict.fromkeys(CONDITIONS, 1.0)
    assert verdict(met) == "all four are met"
    for name in CONDITIONS:
        assert verdict(met | {name: 0.0}) == f"not met: {CONDITIONS[name]}"
        assert verdict(met | {name: 0.5}) == f"open: {CONDITIONS[name]} in part"


def test_a_figure_of_definitions_has_colours_without_the_style_of_the_site() -> None:
    for drawn in (figures.board(), figures.grid(), figures.four_conditions()):
        assert 'fill="rgba' in drawn
