"""The one Markdown extension of the course: blocks, citations and glossary links, in the order they must run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from groupwork.site.blocks import CourseBlocks
from groupwork.site.citations import Citation, ReferenceList
from groupwork.site.context import Course
from groupwork.site.glossary import TermLinks


class CourseMarkdown(Extension):
    """Takes `course`, the state of a build, or finds the course in the folder `root`."""

    def __init__(self, course: Course | None = None, **options: Any) -> None:
        self.config = {"root": [".", "The folder of the course."]}
        super().__init__(**options)
        self.course = course or Course(Path(self.getConfig("root")))

    def extendMarkdown(self, md: Markdown) -> None:
        course = self.course
        CourseBlocks(course).extendMarkdown(md)
        # Above the priority of links (160–170), which would take the brackets for their own.
        md.inlinePatterns.register(Citation(md, course), "gw-citation", 175)
        # Below `inline` (20), after which the citations of the page are known, and above MkDocs's own link check (0).
        md.treeprocessors.register(ReferenceList(md, course), "gw-references", 15)
        md.treeprocessors.register(TermLinks(md, course), "gw-terms", 14)


def makeExtension(**options: Any) -> CourseMarkdown:
    """Return the extension, as Python-Markdown asks for it by name."""
    return CourseMarkdown(**options)
