"""What can be wrong with a bank, said so that its author can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Trail = tuple[str | int, ...]
"""The way to a value inside a file's data: field names and list positions."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong at a place in a file's data, before the place has a line number.

    `of_name` says that the field's name is wrong, whatever its value.
    """

    trail: Trail
    what: str
    expected: str
    hint: str
    of_name: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong at a line of a file; `question` is None where no question is concerned."""

    file: str
    line: int
    question: str | None
    what: str
    expected: str
    hint: str

    def __str__(self) -> str:
        about = f"[{self.question}] " if self.question else ""
        text = f"{self.file}:{self.line}: {about}{self.what} – expected {self.expected} – try {self.hint}"
        return " ".join(text.split())


class BankError(Exception):
    """Base of all errors of the bank."""

    problems: tuple[Problem, ...] = ()

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class InvalidBankError(BankError):
    """The files of a bank break its rules; `problems` holds all of them, by file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(
            sorted(
                problems,
                key=lambda problem: (problem.file, problem.line, problem.question or "", problem.what),
            )
        )
        super().__init__(self.problems)


class UnknownIdError(BankError, KeyError):
    """The bank holds nothing with this id; `near` are the ids that look most like it."""

    def __init__(self, concept: str, name: str, near: tuple[str, ...]) -> None:
        self.concept = concept
        self.name = name
        self.near = near
        super().__init__(concept, name, near)

    def __str__(self) -> str:
        instead = f" – did you mean {' or '.join(f'`{name}`' for name in self.near)}?" if self.near else ""
        return f"the bank holds no {self.concept} `{self.name}`{instead}"
