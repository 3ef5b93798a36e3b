"""What all of the course's Markdown blocks share."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from pymdownx.blocks.block import Block

from groupwork.site.context import Course


class CourseBlock(Block):
    """A block that knows the course; a bad argument stops the build with the page's name."""

    ARGUMENT: bool | None = True
    course: Course
    counter: int

    def on_init(self) -> None:
        self.course = self.config["course"]
        self.tracker["count"] = self.counter = self.tracker.get("count", 0) + 1

    def raw(self, parent: etree.Element, html: str) -> etree.Element:
        """Put finished HTML into the page, out of reach of Markdown."""
        element = etree.SubElement(parent, "div", {"class": "gw-block"})
        element.text = self.md.htmlStash.store(html)
        return element
