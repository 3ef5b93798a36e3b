"""The block that lists the modules of the course, to learn in order or to practise."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from groupwork.bank import Module
from groupwork.site.course_block import CourseBlock


class ModulesBlock(CourseBlock):
    """`/// modules`: every module with its summary; `/// modules | practice`: its quiz and its scenarios."""

    NAME = "modules"
    ARGUMENT = None

    def on_create(self, parent: etree.Element) -> etree.Element:
        if self.argument and self.argument != "practice":
            raise self.course.fail(f"`/// modules | {self.argument}`: the one argument is `practice`, or none")
        listed = etree.SubElement(parent, "ol", {"class": "gw-modules"})
        for module in self.course.bank.course.taught:
            item = etree.SubElement(listed, "li")
            if self.argument:
                self._practice(item, module)
            else:
                self._link(etree.SubElement(item, "strong"), module.title, f"{module.id}/index.md")
                etree.SubElement(item, "p").text = module.summary
        return etree.SubElement(parent, "div")

    def _practice(self, item: etree.Element, module: Module) -> None:
        etree.SubElement(item, "strong").text = module.title
        ways = etree.SubElement(item, "ul")
        self._link(etree.SubElement(ways, "li"), "Closing quiz", f"{module.id}/quiz.md")
        self._link(etree.SubElement(ways, "li"), "Sessions to read, responses to judge", f"{module.id}/practice.md")
        for scenario in self.course.bank.scenarios.values():
            if scenario.module == module.id and scenario.status == "active":
                way = etree.SubElement(ways, "li")
                self._link(way, scenario.title, f"{module.id}/practice.md#{scenario.id}")
                way[-1].tail = f" – {scenario.summary} About {scenario.minutes} minutes."

    def _link(self, parent: etree.Element, text: str, page: str) -> None:
        etree.SubElement(parent, "a", {"href": self.course.source_link(page)}).text = text
