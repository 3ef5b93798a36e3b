"""Blocks, citations and glossary links in lessons."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown import Markdown

from groupwork.bank import load
from groupwork.site.context import Course, SiteError
from groupwork.site.desk import forms
from groupwork.site.markdown import CourseMarkdown

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def course() -> Course:
    return Course(ROOT)


def html(course: Course, text: str, page: str = "stages/lesson.md") -> str:
    course.open(page)
    return Markdown(extensions=[CourseMarkdown(course)]).convert(text)


def test_a_question_block_gives_the_question_with_links_to_its_lesson(course: Course) -> None:
    found = html(course, "/// question | stages-001\n///")
    assert 'data-question="stages-001"' in found
    assert 'href="why-stages.md#what-a-stage-model-claims"' in found
    assert 'href="../reference/references.md#garland1965"' in found


def test_the_same_question_twice_on_a_page_gets_ids_of_its_own(course: Course) -> None:
    found = html(course, "/// question | stages-001\n///\n\n/// question | stages-001\n///")
    assert 'id="q1"' in found
    assert 'id="q2"' in found


def test_an_unknown_question_stops_the_build_with_the_page_and_the_nearest_id(course: Course) -> None:
    with pytest.raises(SiteError, match=r"docs/stages/lesson\.md: .*`stages-0001`.*did you mean `stages-001`"):
        html(course, "/// question | stages-0001\n///")


def test_a_quiz_draws_the_same_questions_for_the_same_seed(course: Course) -> None:
    block = "/// quiz | stages\n    count: 4\n    seed: {}\n///"
    assert html(course, block.format(7)) == html(course, block.format(7))
    assert html(course, block.format(7)) != html(course, block.format(8))


def test_a_quiz_draws_only_what_its_filters_let_through(course: Course) -> None:
    found = html(course, "/// quiz | stages\n    count: 4\n    level: [recall, reasoning]\n    kind: choice\n///")
    bank = load(ROOT)
    drawn = [bank.question(name) for name in forms(found)]
    assert len(drawn) == 4
    assert {question.kind for question in drawn} == {"choice"}
    assert {question.level for question in drawn} <= {"recall", "reasoning"}


def test_a_quiz_that_asks_for_more_than_there_is_stops_the_build(course: Course) -> None:
    with pytest.raises(SiteError, match="asks for 500 questions"):
        html(course, "/// quiz | stages\n    count: 500\n///")


def test_a_quiz_can_name_its_questions(course: Course) -> None:
    found = html(course, "/// quiz | stages\n    ids: [stages-003, stages-001]\n///")
    assert list(forms(found)) == ["stages-003", "stages-001"]


def test_objectives_come_from_the_course_file(course: Course) -> None:
    found = html(course, "/// objectives | stages\n///")
    assert all(objective.text in found for objective in course.bank.module("stages").objectives)


def test_objectives_of_an_unknown_module_stop_the_build(course: Course) -> None:
    with pytest.raises(SiteError, match=r"docs/stages/lesson\.md: .*module `stage`.*did you mean `stages`"):
        html(course, "/// objectives | stage\n///")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("[@garland1965]", "(Garland et al., 1965)"),
        ("[-@garland1965]", "(1965)"),
        ("[@riessman1965, p. 27]", "(Riessman, 1965, p. 27)"),
        ("[@schiller1995; @schiller1997]", "(Schiller, 1995; Schiller, 1997)"),
    ],
)
def test_citations_name_author_and_year(course: Course, written: str, shown: str) -> None:
    assert shown in strip(html(course, f"Seen {written}.\n\n/// references\n///"))


def strip(text: str) -> str:
    """Return the text without its tags."""
    return re.sub(r"<[^>]+>", "", text)


def test_a_page_lists_the_works_it_cites_and_no_others(course: Course) -> None:
    found = html(course, "Seen [@tuckman1965].\n\n/// references\n///")
    assert 'id="ref-tuckman1965"' in found
    assert "garland1965" not in found


def test_a_citation_of_an_unknown_work_stops_the_build(course: Course) -> None:
    with pytest.raises(SiteError, match="@callander1965"):
        html(course, "Seen [@callander1965].\n\n/// references\n///")


def test_a_page_that_cites_without_a_list_stops_the_build(course: Course) -> None:
    with pytest.raises(SiteError, match="no `/// references` block"):
        html(course, "Seen [@tuckman1965].")


def test_the_first_use_of_a_term_is_linked_once_and_never_in_a_heading(course: Course) -> None:
    found = html(
        course, "# Pre-affiliation\n\nIn pre-affiliation, wait. Pre-affiliation passes, *pre-affiliation* too."
    )
    assert found.count("glossary.md#pre-affiliation") == 1
    assert found.index("glossary.md#pre-affiliation") < found.index("wait")


def test_text_around_linked_terms_keeps_its_order(course: Course) -> None:
    text = "First pre-affiliation, then adjourning, then *the* end of pre-affiliation and adjourning."
    assert strip(html(course, text)) == text.replace("*", "")


def test_a_figure_carries_its_drawing_a_name_and_its_content_in_words(course: Course) -> None:
    found = html(course, "/// figure | stage-models\n    alt: Five models.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n///")
    assert "<svg" in found
    assert 'aria-label="Five models."' in found
    assert "The same in words" in found


def test_a_figure_without_a_name_for_it_stops_the_build(course: Course) -> None:
    with pytest.raises(SiteError, match="and an `alt:`"):
        html(course, "/// figure | stage-models\n///")


def test_the_glossary_page_defines_every_term_and_links_none_to_itself(course: Course) -> None:
    found = html(course, "/// glossary\n///\n\n/// references\n///", page="reference/glossary.md")
    assert all(f'id="{term.id}"' in found for term in course.bank.glossary)
    assert "gw-term" not in found


def test_a_scenario_block_gives_the_scenario(course: Course) -> None:
    assert 'data-scenario="stages-first-evening"' in html(course, "/// scenario | stages-first-evening\n///")


@pytest.mark.parametrize("block", ["scenario", "map"])
def test_an_unknown_scenario_stops_the_build_with_the_nearest_id(course: Course, block: str) -> None:
    with pytest.raises(SiteError, match="did you mean `stages-first-evening`"):
        html(course, f"/// {block} | stages-first-evning\n///")


def test_a_quiz_draws_practice_only_where_it_is_asked_for(course: Course) -> None:
    bank = load(ROOT)
    found = html(course, "/// quiz | stages\n    count: 30\n///")
    assert all(bank.question(name).in_quizzes for name in forms(found))
    found = html(course, "/// quiz | stages\n    count: 3\n    kind: rate\n///")
    assert {bank.question(name).kind for name in forms(found)} == {"rate"}


def test_misconceptions_stand_under_their_objective_once_each(course: Course) -> None:
    found = html(course, "/// misconceptions | stages\n///")
    assert found.count("<summary>") == len(course.bank.module("stages").objectives)
    ideas = re.findall(r"<li>(.*?)</li>", found)
    assert "Being in a stage means that each member is in that stage." in ideas
    assert len(ideas) == len(set(ideas)) > 50


@pytest.mark.parametrize(
    ("page", "module"),
    [("stages/why-stages.md", "stages"), ("notebooks/stages.ipynb", "stages"), ("about.md", None)],
)
def test_a_page_belongs_to_the_module_of_its_folder_or_lab(course: Course, page: str, module: str | None) -> None:
    course.open(page)
    assert (course.module.id if course.module else None) == module


def test_the_modules_are_listed_to_learn_or_to_practise(course: Course) -> None:
    learn, practise = (html(course, f"/// modules{which}\n///", "index.md") for which in ("", " | practice"))
    for module in course.bank.course.taught:
        assert f'href="{module.id}/index.md"' in learn
        assert module.summary in learn
        assert module.title in practise
    for scenario in course.bank.scenarios.values():
        assert f'practice.md#{scenario.id}">{scenario.title}</a> – {scenario.summary}' in practise


def test_modules_know_no_other_list(course: Course) -> None:
    with pytest.raises(SiteError, match="the one argument is `practice`"):
        html(course, "/// modules | all\n///")
