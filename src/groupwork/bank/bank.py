"""The bank as the rest of the project uses it, wherever it was read from; it needs neither YAML nor the model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from groupwork.bank.errors import UnknownIdError
from groupwork.bank.references import Reference
from groupwork.bank.rows import near
from groupwork.checker import assemble

if TYPE_CHECKING:
    from groupwork.bank.corrections import Correction
    from groupwork.bank.entries import Entry
    from groupwork.bank.model import BaseQuestion, Course, Module, Term
    from groupwork.bank.scenario import Scenario
    from groupwork.bank.timeline import Event


@dataclass(frozen=True)
class Bank:
    """Questions and scenarios of the course by id, in the order of modules and files, with what they refer to."""

    course: Course
    questions: Mapping[str, BaseQuestion]
    scenarios: Mapping[str, Scenario]
    glossary: tuple[Term, ...]
    timeline: tuple[Event, ...]
    corrections: tuple[Correction, ...]
    references: Mapping[str, Reference]
    _entries: Mapping[str, Entry[BaseQuestion]] = field(repr=False, compare=False)

    def module(self, name: str) -> Module:
        """Return a module by its id; raises `UnknownIdError`."""
        known = {module.id: module for module in self.course.modules}
        if name not in known:
            raise UnknownIdError("module", name, near(name, known))
        return known[name]

    def active(self, module: str | None = None) -> tuple[BaseQuestion, ...]:
        """Return the questions that learners meet, of one module or of all."""
        if module is not None:
            self.module(module)
        active = (question for question in self.questions.values() if question.status == "active")
        return tuple(question for question in active if module in (None, question.module))

    def form(self, module: str, count: int, seed: str | int, filters: Mapping[str, Any]) -> list[str]:
        """Draw a quiz of up to `count` questions from a module; the same seed and filters give the same ids.

        Kinds that are practice rather than quiz are drawn only if a filter names kinds.
        """
        open_to_all = (question for question in self.active(module) if question.in_quizzes or "kind" in filters)
        return assemble([question.as_json() for question in open_to_all], count, seed, dict(filters))

    def question(self, name: str) -> BaseQuestion:
        """Return the question with this id; raise UnknownIdError, with the nearest ids, if there is none."""
        if name not in self.questions:
            raise UnknownIdError("question", name, near(name, self.questions))
        return self.questions[name]

    def scenario(self, name: str) -> Scenario:
        """Return the scenario with this id; raise UnknownIdError, with the nearest ids, if there is none."""
        if name not in self.scenarios:
            raise UnknownIdError("scenario", name, near(name, self.scenarios))
        return self.scenarios[name]

    def place(self, name: str, *trail: str | int) -> tuple[str, int]:
        """Return the file and line of a question or a field: `place("stages-001", "options", 0, "text")`.

        Only a bank that was read from its files knows.
        """
        self.question(name)
        entry = self._entries[name]
        return entry.document.file, entry.document.line((*entry.trail, *trail))
