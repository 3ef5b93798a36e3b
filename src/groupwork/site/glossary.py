"""Links the first use of every glossary term on a page to its definition."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from groupwork.site.context import GLOSSARY, Course

_CLOSED = {"a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "script", "style", "button", "label"}
_CLOSED_CLASSES = {
    "gw-glossary",
    "gw-objectives",
    "gw-references",
    "gw-block",
    "gw-elsewhere-title",
    "gw-cite",
    "gw-modules",
}


class TermLinks(Treeprocessor):
    """Walks the text of a page in reading order; each term is linked once."""

    def __init__(self, md: Markdown, course: Course) -> None:
        super().__init__(md)
        self.course = course
        forms = {form.lower(): term for term in course.bank.glossary for form in (term.term, *term.also)}
        self.terms = forms
        longest_first = sorted(forms, key=len, reverse=True)
        self.pattern = re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE) if forms else None

    def run(self, root: etree.Element) -> None:
        if self.pattern is not None and self.course.page != GLOSSARY:
            self._walk(root, set())

    def _walk(self, element: etree.Element, linked: set[str]) -> None:
        if element.tag in _CLOSED or _CLOSED_CLASSES & set(element.get("class", "").split()):
            return
        self._link(element, None, linked)
        for child in list(element):
            self._walk(child, linked)
            self._link(element, child, linked)

    def _link(self, parent: etree.Element, after: etree.Element | None, linked: set[str]) -> None:
        """Link terms in the text at the start of `parent`, or in the text that follows its child `after`."""
        text = (parent.text if after is None else after.tail) or ""
        if self.pattern is None or isinstance(text, AtomicString):
            return
        position = 0 if after is None else list(parent).index(after) + 1
        start = 0
        for match in self.pattern.finditer(text):
            term = self.terms[match[0].lower()]
            if term.id in linked:
                continue
            linked.add(term.id)
            link = etree.Element("a", {"class": "gw-term", "title": term.definition})
            link.set("href", self.course.source_link(f"{GLOSSARY}#{term.id}"))
            link.text = AtomicString(match[0])
            _set_text(parent, after, text[start : match.start()])
            parent.insert(position, link)
            after, position, start = link, position + 1, match.end()
        if start:
            _set_text(parent, after, text[start:])


def _set_text(parent: etree.Element, after: etree.Element | None, text: str) -> None:
    if after is None:
        parent.text = text
    else:
        after.tail = text
