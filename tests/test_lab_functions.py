"""The lab on purpose statements: its widgets answer to Python, its hints quote, and its numbers are computed."""

from itertools import product

import pytest

from groupwork.labs import goals, workshop
from groupwork.labs.purpose import POINTS, hints, read, syllables

EQUAL = (1, 1, 1)

DRIVEN = {
    "import ipywidgets": """
        question = _
        assert question.result is None
        from groupwork.widgets.place import bank
        options = bank().question("functions-046").as_json()["options"]
        question.response = next(option["id"] for option in options if option.get("correct"))
        assert question.result["correct"] is True
    """,
    "def pick": """
        *sliders, figure = _.children
        assert [slider.description for slider in sliders] == ["Who", "Purpose", "Help", "Boundary", "Limits"]
        assert "discharged patients" in figure.value
        for slider in sliders:
            slider.index = 2
        assert "discharged patients" not in figure.value and "look again)" not in figure.value
    """,
    "from groupwork.widgets": """
        field, hints = _.children
        assert "2 promises" in hints.value
        field.value = "For people who <b>help</b> each other. The patients utilise it."
        assert "“The patients”" in hints.value and "“utilise”" in hints.value and "<b>" not in hints.value
        field.value = ""
        assert "nothing to read" in hints.value
    """,
    "Quiz(": """
        quiz = _
        assert len(quiz.ids) == 3 and quiz.score == (0, 0)
    """,
    "explore(": """
        *sliders, figure = _.children
        assert "By when?" in figure.value
        for slider in sliders:
            slider.index = 2
        assert "Nothing is missing" in figure.value
    """,
    "STEPS": """
        *sliders, figure = _.children
        assert "T = 50.0" in figure.value
        for slider in sliders[:3]:
            slider.value = 1
        assert "T = 63.7" in figure.value
        sliders[3].value = 3
        assert "T = 62.8" in figure.value
    """,
}
"""Code that test_labs runs after the cell that starts so: `_` is then what the cell showed."""

SYLLABLES = {
    1: "group home nights stairs shop goal helped helps walked goes eyes queue through hour our tired fire",
    2: """purpose people other morning social action values problem member worker decide wanted tables little listen
        doing being going trying saying really police courage places houses changes science quiet enough parents
        homework something sometimes safely careful lonely movement statement basement client clients patient higher
        power theatre create neighbour business Wednesday anxious million station poem required""",
    3: """together hospital correction prevention neighbourhood agency specific relevant decided period various medium
        usually family funeral radio serious readiness competence utilise empowered chocolate different piano created
        previous curious religion opinion union idea museum quietly dialogue violence""",
    4: """community measurable achievable situation experience material integration psychosocial intervention
        sustainable facilitates January February interesting comfortable reliable cooperate society variety anxiety""",
    5: "habilitation socialization individual",
    6: "rehabilitation",
}


def test_syllables_are_wrong_for_as_many_words_as_the_text_says() -> None:
    words = {word: count for count, listed in SYLLABLES.items() for word in listed.split()}
    wrong = {word for word, count in words.items() if syllables(word) != count}
    assert (len(words), len(wrong)) == (130, 14)
    assert {"poem", "business"} <= wrong


def test_the_grade_is_that_of_the_formula() -> None:
    found = read("We met at ten. You may go on.")
    assert found is not None
    assert found[:3] == (8, 2, 8)
    assert found.grade == pytest.approx(0.39 * 4 + 11.8 * 1 - 15.59)
    assert read(" … ") is None


def test_the_grades_that_the_text_quotes_are_computed() -> None:
    aim = "The aim is to be at one with what is and to let go of what is not."
    texts = (workshop.STATEMENTS["From the letter"], workshop.STATEMENTS["A first offer"], aim)
    assert [f"{found.grade:.1f}" for text in texts if (found := read(text))] == ["15.4", "3.6", "3.2"]


def test_one_full_stop_less_moves_the_grade_and_lengths_are_all_that_counts() -> None:
    for text in workshop.STATEMENTS.values():
        before, after = read(text), read(text.replace(". ", ", ", 1))
        assert before is not None
        assert after is not None
        assert after.sentences == before.sentences - 1
        assert after.grade - before.grade >= 0.5
    assert syllables("hospital") == syllables("implement")


def looks(text: str) -> list[str]:
    return [hint.point for hint in hints(text) if hint.look]


def test_the_four_statements_differ_in_what_deserves_a_second_look() -> None:
    assert [looks(text) for text in workshop.STATEMENTS.values()] == [
        list(POINTS),
        ["For whom", "Promises", "Mutual help", "Limits"],
        ["Mutual help"],
        [],
    ]
    assert looks(workshop.FOOLED) == []


def test_three_of_all_statements_that_can_be_built_leave_nothing_to_add() -> None:
    parts = [[sentence for _, sentence in choices] for choices in workshop.PARTS.values()]
    built = [workshop.build(*chosen) for chosen in product(*parts)]
    plain = [text for text in built if not looks(text)]
    assert (len(built), len(plain)) == (243, 3)
    assert all("each other" in text and "have come home" in text and "nights" in text for text in plain)


@pytest.mark.parametrize("name", workshop.STATEMENTS)
def test_a_hint_quotes_the_text(name: str) -> None:
    text = workshop.STATEMENTS[name]
    assert all(quote.lower() in text.lower() for hint in hints(text) for quote in hint.quotes)


@pytest.mark.parametrize(
    ("text", "point", "look"),
    [
        ("We cannot promise that you will feel better.", "Promises", False),
        ("You will feel better.", "Promises", True),
        ("We will meet on Tuesdays.", "Promises", False),
        ("A group for parents who work nights.", "For whom", False),
        ("A group for vulnerable clients.", "For whom", True),
        ("We sit together.", "Mutual help", True),
        ("You help one another.", "Mutual help", False),
        ("It is no course.", "Limits", False),
    ],
)
def test_a_sentence_is_read_as_a_person_would_read_it(text: str, point: str, look: bool) -> None:
    assert (point in looks(text)) is look


def test_four_sheets_are_complete_and_two_of_them_have_lost_the_wish() -> None:
    sheets = goals.complete()
    assert (goals.possible(), len(sheets)) == (729, 4)
    assert sum("walking test" in goals.goal(sheet) for sheet in sheets) == 2
    assert goals.TIDY in sheets
    assert len(goals.missing(goals.FIRST)) == 6
    assert goals.missing(goals.LATER) == {}


def test_the_t_scores_are_those_that_the_text_quotes() -> None:
    scores = [goals.t_score(profile, EQUAL) for profile in goals.PROFILES.values()]
    assert [round(score, 1) for score in scores] == [50, 50, 50, 63.7]
    heavy = [goals.t_score(profile, (3, 1, 1)) for profile in goals.PROFILES.values()]
    assert [round(score, 1) for score in heavy[1:3]] == [60.3, 39.7]
    even = [profile for profile in goals.all_profiles() if goals.t_score(profile, EQUAL) == pytest.approx(50)]
    assert (len(even), len(goals.all_profiles())) == (19, 125)


def test_a_t_score_needs_a_weight() -> None:
    with pytest.raises(ValueError, match="above 0"):
        goals.t_score((0, 0, 0), (0, 0, 0))
