"""The block of the page on the five texts that the course started from."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from groupwork.site.course_block import CourseBlock

VERDICTS = {
    "right": "Right",
    "partly": "Partly right",
    "garbled": "Garbled",
    "wrong": "Mistaken",
    "unsupported": "No source found",
    "missing": "Left out",
}
"""Verdict in the data → its words on the page."""


class CorrectionsBlock(CourseBlock):
    """`/// corrections | article`: the claims of one of the five texts, each with verdict, reason and lesson."""

    NAME = "corrections"

    def on_create(self, parent: etree.Element) -> etree.Element:
        found = [each for each in self.course.bank.corrections if each.text == self.argument]
        if not found:
            raise self.course.fail(f"docs/corrections.yml holds no claim of the text “{self.argument}”")
        listed = etree.SubElement(parent, "dl", {"class": "gw-corrections"})
        for each in found:
            etree.SubElement(listed, "dt", {"id": f"claim-{each.id}"}).text = each.says
            said = etree.SubElement(listed, "dd")
            etree.SubElement(said, "strong", {"data-verdict": each.verdict}).text = f"{VERDICTS[each.verdict]}."
            cited = [f"[{'; '.join(f'@{ref}' for ref in each.sources)}]"] if each.sources else []
            lesson = [f"[In the lesson]({self.course.source_link(each.page)})"] if each.page else []
            # Citations and links are Markdown, which the page resolves and checks.
            said[-1].tail = " ".join(["", each.correct, *cited, *lesson])
        return etree.SubElement(parent, "div")
