"""The block that draws and lists the dated events of the course."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from groupwork.bank import Event
from groupwork.labs.timeline import GRADES, STRANDS, says, timeline
from groupwork.site.course_block import CourseBlock


class TimelineBlock(CourseBlock):
    """`/// timeline`: all dated events as a drawing, and as a list with certainty, notes and sources."""

    NAME = "timeline"
    ARGUMENT = False

    def on_create(self, parent: etree.Element) -> etree.Element:
        events = self.course.bank.timeline
        if not events:
            raise self.course.fail("there is no event in docs/timeline.yml to draw")
        first, last = min(event.year for event in events), max(event.end or event.year for event in events)
        first, last = first // 10 * 10, last // 5 * 5 + 5
        figure = etree.SubElement(parent, "figure", {"class": "gw-figure"})
        scroll = {"class": "gw-scroll", "tabindex": "0", "role": "group", "aria-label": says(events, first, last)}
        etree.SubElement(figure, "div", scroll).text = self.md.htmlStash.store(timeline(events, first, last))
        listed = etree.SubElement(parent, "ul", {"class": "gw-timeline"})
        for event in events:
            self._entry(etree.SubElement(listed, "li", {"id": event.id}), event)
        return etree.SubElement(parent, "div")

    def _entry(self, item: etree.Element, event: Event) -> None:
        """Fill an entry; citations and links in it are Markdown, which the page resolves and checks."""
        grade = GRADES[event.certainty]
        head = etree.SubElement(item, "p")
        etree.SubElement(head, "strong").text = event.date
        marked = etree.SubElement(head, "span", {"class": "gw-grade"})
        sign = etree.SubElement(marked, "span", {"aria-hidden": "true"})
        sign.text, sign.tail = grade.sign, f" {grade.name}, {STRANDS[event.strand].lower()}"
        etree.SubElement(item, "p").text = event.what
        if about := self._about(event):
            etree.SubElement(item, "p", {"class": "gw-grade"}).text = about

    def _about(self, event: Event) -> str:
        """Return what there is to say of the evidence: note, where it was seen, sources, lesson."""
        parts = [event.note] if event.note else []
        if event.seen_in:
            parts.append(f"Seen in {event.seen_in}.")
        if event.sources:
            parts.append(f"Sources: {' '.join(f'[@{ref}]' for ref in event.sources)}.")
        if event.page:
            parts.append(f"[In the lesson]({self.course.source_link(event.page)})")
        return " ".join(parts)
