"""The reader's desk in the site: its places, and the outline of the course that its scripts read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from markdown import Markdown

from groupwork.site import desk
from groupwork.site.context import Course, SiteError
from groupwork.site.markdown import CourseMarkdown

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def course() -> Course:
    return Course(ROOT)


def html(course: Course, text: str, page: str) -> str:
    course.open(page)
    return Markdown(extensions=[CourseMarkdown(course)]).convert(text)


def outline(course: Course, shown: dict[str, dict[str, str]]) -> dict[str, Any]:
    """Return the outline of a site in which only these forms stand: page → question → form."""
    sources = [path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs").rglob("*.md")]
    pages = {
        source: {
            "url": source.removesuffix("index.md"),
            "title": f"Title of {source}",
            "forms": shown.get(source, {}),
            "unscored": {"stages-003"} if source == "stages/index.md" else set(),
        }
        for source in [*shown, *sources]
    }
    found: dict[str, Any] = json.loads(desk.outline(course.bank, pages))
    return found


def test_a_desk_brings_its_style_and_its_place(course: Course) -> None:
    found = html(course, "/// desk | review\n///", "desk/review.md")
    assert '<div class="gw-desk" data-desk="review"></div>' in found
    assert 'href="../assets/groupwork/desk/desk.css"' in found
    assert "<noscript>" in found


def test_an_unknown_desk_stops_the_build(course: Course) -> None:
    with pytest.raises(SiteError, match="the argument is one of progress, review, exam, data"):
        html(course, "/// desk | diary\n///", "desk/diary.md")


def test_a_question_of_the_pool_is_found_on_a_page(course: Course) -> None:
    assert desk.held_out(course.bank, ["stages-001", "exam-001"]) == ["exam-001"]


def test_the_forms_of_a_page_are_found_once_each(course: Course) -> None:
    found = html(course, "/// question | stages-001\n///\n\n" * 2 + "/// question | stages-002\n///", "stages/x.md")
    assert desk.forms(found) == {"stages-001": "q1", "stages-002": "q3"}


def test_the_forms_of_a_notebook_are_found_whatever_the_order_of_their_attributes() -> None:
    form = """<form class="gw-question" data-key='{"id":"stages-032"}' data-question="stages-032" id="q7">"""
    assert desk.forms(form) == {"stages-032": "q7"}


def test_the_outline_names_every_module_with_its_objectives(course: Course) -> None:
    found = outline(course, {})
    for module, named in zip(course.bank.course.taught, found["modules"], strict=True):
        assert named["url"] == f"{module.id}/"
        assert [objective["id"] for objective in named["objectives"]] == [each.id for each in module.objectives]
    assert found["questions"] == []


def test_a_question_that_stands_in_a_lab_and_a_lesson_is_taken_from_the_lesson(course: Course) -> None:
    shown = {"notebooks/stages.ipynb": {"stages-002": "q1"}, "stages/quiz.md": {"stages-002": "quiz1-3"}}
    (question,) = outline(course, shown)["questions"]
    bank = course.bank.question("stages-002")
    assert (question["url"], question["form"]) == ("stages/quiz.md", "quiz1-3")
    assert question["family"] == bank.clone_group
    assert question["taught"] == bank.taught
    assert question["lesson"] == "Title of stages/why-stages.md"
    assert (
        question["text"] == "A hospital social worker leads a closed group for people who care for a relative after a …"
    )


def test_a_question_asked_only_before_it_is_taught_is_not_scored(course: Course) -> None:
    before = "/// quiz | stages\n    ids: [stages-003]\n    scored: false\n///\n\n/// question | stages-001\n///"
    assert desk.unscored(html(course, before, "stages/index.md")) == {"stages-003"}
    (only,) = outline(course, {"stages/index.md": {"stages-003": "quiz1-1"}})["questions"]
    (again,) = outline(course, {"stages/index.md": {"stages-003": "q1"}, "stages/quiz.md": {"stages-003": "q2"}})[
        "questions"
    ]
    assert (only["scored"], again["scored"]) == (False, True)


def test_a_question_without_a_scene_is_named_by_what_it_asks(course: Course) -> None:
    cloze = next(each for each in course.bank.active("stages") if each.kind == "cloze" and not each.vignette)
    shown = {"stages/quiz.md": {"stages-001": "q1", cloze.id: "q2"}}
    stem, gaps = (each["text"] for each in outline(course, shown)["questions"])
    assert stem == "What does a stage model of group development claim?"
    assert "[[" not in gaps
    assert "…" in gaps
