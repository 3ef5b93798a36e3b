"""Lessons are measured as a reader meets them, and none is long or hard."""

from __future__ import annotations

from pathlib import Path

import pytest

from groupwork.bank import load
from groupwork.cli import main
from groupwork.lint import reading

ROOT = Path(__file__).parents[1]
LESSONS = reading.lessons(load(ROOT), ROOT)

PAGE = """---
description: Not read.
---
# A title

## In this lesson

A worker [asks](other.md#part) one *thing* [@garland1965, ch. 2].
Nobody answers.

/// question | stages-001
///

/// voices
**Dana:** I may leave early.
///

| Not | read |
| --- | --- |
| a | b |

- first line;
- second line.

/// references
///
"""


def test_prose_is_what_stands_in_sentences() -> None:
    assert reading.prose_of(PAGE).splitlines() == [
        "A worker asks one thing. Nobody answers.",
        "Dana: I may leave early.",
        "first line;",
        "second line.",
    ]


def test_a_lesson_is_measured_by_words_sentences_and_questions() -> None:
    found = reading.measure("stages/x.md", PAGE)
    assert (found.words, found.questions, found.sentence) == (16, 1, 16 / 5)
    assert found.grade < 5


def test_hard_words_raise_the_grade_unless_they_are_terms() -> None:
    text = "The group talks about heterogeneity."
    with_terms = reading.measure("x", text, frozenset({"heterogeneity"}))
    assert reading.measure("x", text).grade > 10 > with_terms.grade


def test_minutes_come_from_words_and_questions() -> None:
    assert reading.minutes(1_000, 4) == 11
    assert reading.minutes(0, 0) == 1


def test_every_module_has_two_to_four_lessons() -> None:
    modules = [lesson.page.split("/")[0] for lesson in LESSONS]
    assert all(2 <= modules.count(module.id) <= 4 for module in load(ROOT).course.taught)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.page)
def test_a_lesson_is_short_plain_and_asks_every_400_words(lesson: reading.Reading) -> None:
    assert 600 <= lesson.words <= 1_400, "600 to 1,200 words, and as many as 200 of dialogue"
    assert lesson.sentence <= 18
    assert lesson.grade <= 10
    assert lesson.words / lesson.questions <= 400


def test_the_command_prints_every_lesson(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reading", "--root", str(ROOT)]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in printed] == ["lesson", *(lesson.page for lesson in LESSONS)]
