"""The command line: arguments and printing only."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from groupwork.bank import Bank, BankError, load
from groupwork.bank import schema as schemas


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name and return the exit status."""
    arguments = _parser().parse_args(argv)
    if arguments.command == "schema":
        return _schema(arguments.root)
    return _check(arguments.root)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="groupwork", description="Tools for the course in social work with groups.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, text in (
        ("check", "read all questions and say what is wrong with them"),
        ("schema", "write the JSON Schemas that editors use"),
    ):
        command = commands.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.")
        command.add_argument("--root", type=Path, default=Path(), metavar="DIR", help="the project's folder")
    return parser


def _check(root: Path) -> int:
    try:
        bank = load(root)
    except BankError as error:
        files = len({problem.file for problem in error.problems})
        print(error)
        print(f"\n{_count(len(error.problems), 'problem')} in {_count(files, 'file')}")
        return 1
    print(_summary(bank))
    return 0


def _schema(root: Path) -> int:
    for path in schemas.write(root):
        print(path)
    return 0


def _summary(bank: Bank) -> str:
    statuses = Counter(question.status for question in bank.questions.values())
    by_status = ", ".join(
        f"{statuses[status]} {status}" for status in ("active", "draft", "retired") if statuses[status]
    )
    parts = [
        _count(len(bank.course.modules), "module"),
        _count(len(bank.course.objectives), "objective"),
        _count(len(bank.questions), "question") + (f" ({by_status})" if by_status else ""),
        _count(len(bank.glossary), "glossary term"),
        _count(len(bank.references), "reference"),
    ]
    return ", ".join(parts)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
