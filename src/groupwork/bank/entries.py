"""One thing that a file describes – a course, a question, a term – together with where it is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from groupwork.bank.errors import Fault, Problem, Trail
from groupwork.bank.messages import validate
from groupwork.bank.model import BaseQuestion
from groupwork.bank.parts import Record
from groupwork.bank.yaml_source import Document


@dataclass(frozen=True)
class Entry[R: Record]:
    """Plain data at a trail of a document, and the record it describes (None if it is not valid)."""

    document: Document
    trail: Trail
    data: Any
    record: R | None
    question: str | None
    problems: tuple[Problem, ...]

    @property
    def folder(self) -> str:
        """The module's folder, which holds the entry's file or its folder of scenarios."""
        return module_folder(self.document.file)

    @property
    def place(self) -> str:
        """The file and line of the entry."""
        return f"{self.document.file}:{self.document.line(self.trail)}"

    def text(self, *trail: str | int) -> str | None:
        """Return the text at a trail below the entry, or None if there is none that could be read."""
        value = self._value(trail)
        return value if isinstance(value, str) and not self.document.is_unread((*self.trail, *trail)) else None

    def rows(self, *trail: str | int) -> range:
        """Return the positions of the entries of a list at a trail below this entry."""
        value = self._value(trail)
        return range(len(value)) if isinstance(value, list) else range(0)

    def _value(self, trail: Trail) -> Any:
        value = self.data
        for step in trail:
            inside = (isinstance(value, dict) and step in value) or (
                isinstance(value, list) and isinstance(step, int) and step < len(value)
            )
            value = value[step] if inside else None
        return value

    def problem(self, trail: Trail, what: str, expected: str, hint: str) -> Problem:
        """Return a problem at a trail below the entry."""
        return self.document.problem(Fault((*self.trail, *trail), what, expected, hint), self.question)


def module_folder(file: str) -> str:
    """Return the name of the folder of the module that a file belongs to."""
    folder = PurePosixPath(file).parent
    return (folder.parent if folder.name == "scenarios" else folder).name


def enter[R: Record](document: Document, trail: Trail, data: Any, model: type[R]) -> Entry[R]:
    """Return the entry for plain data, with what keeps it from being valid."""
    name = data.get("id") if isinstance(data, dict) and issubclass(model, BaseQuestion) else None
    record, faults = validate(model, data)
    question = name if isinstance(name, str) else None
    problems = tuple(
        document.problem(replace(fault, trail=(*trail, *fault.trail)), question)
        for fault in faults
        if fault.of_name or not document.is_unread((*trail, *fault.trail))
    )
    return Entry(document, trail, data, record, question, problems)
