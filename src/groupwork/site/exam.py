"""Exam practice on the site: the facts of the examination, and the pool of questions as files that a block fetches."""

from __future__ import annotations

import json
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from groupwork.bank import BaseQuestion, ExamFact, ExamProfile
from groupwork.render import render_question
from groupwork.site.assets import FOLDER
from groupwork.site.context import Course
from groupwork.site.course_block import CourseBlock

PAGE = "desk/exam.md"
INDEX = f"{FOLDER}/exam.json"
STATES = {"reported": "Reported", "unverified": "Unverified"}
"""State in the data → its word on the page."""


class ProfileBlock(CourseBlock):
    """`/// profile`: what is known about the examination, and how sure it is; `| gaps`: what is not taught."""

    NAME = "profile"
    ARGUMENT = None

    def on_create(self, parent: etree.Element) -> etree.Element:
        profile = self.course.bank.exam
        if profile is None:
            raise self.course.fail("there is no quizzes/exam/profile.yml to show")
        if self.argument not in ("", None, "gaps"):
            raise self.course.fail(f"`/// profile | {self.argument}`: the one argument is `gaps`, or none")
        if self.argument:
            listed = etree.SubElement(parent, "ul")
            for gap in profile.not_covered:
                etree.SubElement(listed, "li").text = gap
        else:
            self._facts(parent, profile)
        return etree.SubElement(parent, "div")

    def _facts(self, parent: etree.Element, profile: ExamProfile) -> None:
        day = date.fromisoformat(profile.verified)
        head = etree.SubElement(parent, "p")
        head.text = (
            f"Looked up on {day.day} {day:%B} {day.year}. Examinations change: confirm every fact at {profile.confirm}."
        )
        listed = etree.SubElement(parent, "dl", {"class": "gw-facts"})
        for fact in profile.facts:
            self._fact(listed, fact)

    def _fact(self, listed: etree.Element, fact: ExamFact) -> None:
        term = etree.SubElement(listed, "dt", {"id": f"fact-{fact.id}"})
        term.text = f"{fact.about} "
        etree.SubElement(term, "span", {"class": "gw-state", "data-state": fact.state}).text = STATES[fact.state]
        etree.SubElement(listed, "dd").text = " ".join([fact.says, fact.note or ""])
        etree.SubElement(listed, "dd", {"class": "gw-hint"}).text = f"Read in: {'; '.join(fact.sources)}."


def index(course: Course, pages: Mapping[str, Mapping[str, Any]]) -> str:
    """Return what exam practice needs to offer and draw blocks; `pages` are source path → `{"url", "title"}`."""
    profile = course.bank.exam
    assert profile is not None
    pool = course.bank.pool()
    asked = {question.objective for question in pool}
    objectives = course.bank.course.objectives
    found = {
        **profile.model_dump(mode="json", include={"name", "questions", "minutes", "confirm", "areas"}),
        "objectives": [{"id": name, "text": each.text} for name, each in objectives.items() if name in asked],
        "pool": [_listed(question, pages) for question in pool],
    }
    return json.dumps(found, ensure_ascii=False)


def _listed(question: BaseQuestion, pages: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    path, _, anchor = (question.taught or "").partition("#")
    return {
        "id": question.id,
        "objective": question.objective,
        "level": question.level,
        "area": question.aswb,
        "clone_group": question.clone_group,
        "taught": f"{pages[path]['url']}#{anchor}" if path else "",
        "lesson": pages[path]["title"] if path else "",
    }


def fragments(course: Course) -> Iterator[tuple[str, str]]:
    """Yield (path in the site, HTML) of every question of the pool; the course must be open at the page of practice."""
    for question in course.bank.pool():
        # No page of the site: it is put into one, so it has no head and no policy of its own.
        yield f"{FOLDER}/exam/{question.id}.json", render_question(question, f"pool-{question.id}", course)
