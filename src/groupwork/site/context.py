"""What a page needs to know while it is rendered: the bank, the bibliography, the glossary, and where it stands."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath

from groupwork.bank import Bank, Module, UnknownIdError, load
from groupwork.render import cite

REFERENCES = "reference/references.md"
GLOSSARY = "reference/glossary.md"
LABS = "notebooks"


class SiteError(Exception):
    """A lesson asks for something that is not there; the message says on which page and what to try."""


@dataclass
class Course:
    """The course as one build sees it; `page` is the source path of the page being rendered, relative to docs/.

    `address` turns a source path with an optional anchor into an address relative to that page; without a site
    generator around it, links keep pointing to the sources.
    """

    root: Path
    page: str = "index.md"
    address: Callable[[str], str] | None = None
    cited: dict[str, None] = field(default_factory=dict)
    scenarios_shown: list[str] = field(default_factory=list)

    @cached_property
    def bank(self) -> Bank:
        return load(self.root)

    def open(self, page: str, address: Callable[[str], str] | None = None) -> None:
        """Start a page: what was cited and shown so far belongs to the last one."""
        self.page, self.address = page, address
        self.cited.clear()
        self.scenarios_shown.clear()

    @property
    def module(self) -> Module | None:
        """The module that the page belongs to: that of its folder, or of its lab."""
        folder, _, name = self.page.rpartition("/")
        own = PurePosixPath(name).stem if folder == LABS else folder
        return next((module for module in self.bank.course.modules if module.id == own), None)

    def fail(self, what: str) -> SiteError:
        """Return the error that names the page."""
        return SiteError(f"docs/{self.page}: {what}")

    @contextmanager
    def finding(self) -> Iterator[None]:
        """Name the page where something is looked up in the bank that is not there."""
        try:
            yield
        except UnknownIdError as error:
            raise self.fail(str(error)) from error

    def source_link(self, target: str) -> str:
        """Return a Markdown link target relative to the page's source, which the generator resolves and checks."""
        path, _, anchor = target.partition("#")
        relative = posixpath.relpath(path, posixpath.dirname(self.page) or ".")
        return f"{relative}#{anchor}" if anchor else relative

    # The three below make a Course the `Links` of groupwork.render.

    def cite(self, ref: str) -> str:
        return cite(self.bank.references[ref])

    def reference(self, ref: str) -> str | None:
        return self._address(f"{REFERENCES}#{ref}")

    def lesson(self, taught: str) -> str | None:
        return self._address(taught)

    def _address(self, target: str) -> str:
        return self.address(target) if self.address else self.source_link(target)
