"""Blocks for those who teach with the course."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Iterator

from groupwork.bank import BaseQuestion, ChoiceQuestion, MultiQuestion
from groupwork.site.course_block import CourseBlock


class MisconceptionsBlock(CourseBlock):
    """`/// misconceptions | stages`: the mistaken ideas behind a module's wrong options, under their objectives."""

    NAME = "misconceptions"

    def on_create(self, parent: etree.Element) -> etree.Element:
        with self.course.finding():
            module = self.course.bank.module(self.argument)
        for objective in module.objectives:
            asked = [each for each in self.course.bank.active(module.id) if each.objective == objective.id]
            found = list(dict.fromkeys(idea for question in asked for idea in _misconceptions(question)))
            if not found:
                continue
            details = etree.SubElement(parent, "details", {"class": "gw-misconceptions"})
            etree.SubElement(details, "summary").text = f"{objective.text} ({len(found)})"
            ideas = etree.SubElement(details, "ul")
            for idea in found:
                etree.SubElement(ideas, "li").text = idea
        return etree.SubElement(parent, "div")


def _misconceptions(question: BaseQuestion) -> Iterator[str]:
    if isinstance(question, ChoiceQuestion | MultiQuestion):
        yield from (option.misconception for option in question.options if option.misconception)
