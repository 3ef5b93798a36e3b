"""Citations in lessons: `[@garland1965, ch. 2]` becomes (Garland et al., 1965, ch. 2), and the page lists its works."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from groupwork.bank import Bank
from groupwork.render import apa, cite
from groupwork.site.context import Course

CITATION = r"\[(-?@[a-z][^\]\[]*)\]"
_ONE = re.compile(r"(?P<bare>-?)@(?P<ref>[a-z]+[0-9]{4}[a-z]?)(?:,\s*(?P<at>.+))?\s*")


def cited_in(citation: str, bank: Bank) -> list[tuple[str, str]]:
    """Return the works between the brackets, each with the words for it; raise KeyError for an unknown one."""
    works = []
    for part in citation.split(";"):
        found = _ONE.fullmatch(part.strip())
        if not found:
            raise KeyError(part)
        work = bank.references[found["ref"]]
        text = work.year if found["bare"] else cite(work)
        works.append((work.key, f"{text}, {found['at']}" if found["at"] else text))
    return works


class Citation(InlineProcessor):
    """Pandoc's citation form; a minus before the @ leaves the year alone, for a sentence that names the author."""

    def __init__(self, md: Markdown, course: Course) -> None:
        super().__init__(CITATION, md)
        self.course = course

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[etree.Element, int, int]:
        element = etree.Element("span", {"class": "gw-cite"})
        element.text = "("
        link = None
        try:
            works = cited_in(m.group(1), self.course.bank)
        except KeyError:
            raise self.course.fail(f"the citation {m.group(0)} names no work of docs/references.bib") from None
        for ref, text in works:
            self.course.cited[ref] = None
            if link is not None:
                link.tail = "; "
            link = etree.SubElement(element, "a", {"href": f"#ref-{ref}"})
            link.text = text
        if link is not None:
            link.tail = ")"
        return element, m.start(0), m.end(0)


class ReferenceList(Treeprocessor):
    """Fills the list that `/// references` left open; a page that cites must have one."""

    def __init__(self, md: Markdown, course: Course) -> None:
        super().__init__(md)
        self.stash = md.htmlStash
        self.course = course

    def run(self, root: etree.Element) -> None:
        lists = [element for element in root.iter("ul") if element.get("class") == "gw-references"]
        if self.course.cited and not lists:
            raise self.course.fail("the page cites works but has no `/// references` block at its end")
        for element in lists:
            everything = element.attrib.pop("data-which") == "all"
            references = self.course.bank.references
            works = [references[ref] for ref in (references if everything else self.course.cited)]
            for work in sorted(works, key=lambda work: (work.people, work.year)):
                item = etree.SubElement(element, "li", {"id": work.key if everything else f"ref-{work.key}"})
                item.text = self.stash.store(str(apa(work)))
