"""The command line: arguments and printing only."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from groupwork.bank import Bank, BankError, load
from groupwork.bank import schema as schemas
from groupwork.lint import check, release, reporting
from groupwork.lint.catalogue import RULES, near_codes

COMMANDS = {
    "check": "read all questions and scenarios and say what is wrong with them",
    "release": "enter the ids and keys of all questions in the ledger, for ever",
    "schema": "write the JSON Schemas that editors use",
    "preview": "show the questions of one file in the browser, and again at every change",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name and return the exit status."""
    arguments = _parser().parse_args(argv)
    if arguments.command == "schema":
        return _schema(arguments.root)
    if arguments.command == "release":
        return _release(arguments.root)
    if arguments.command == "preview":
        return _preview(arguments.root, arguments.file, arguments.port)
    if arguments.explain:
        return _explain(arguments.explain)
    return _check(arguments.root, arguments.format)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="groupwork", description="Tools for the course in social work with groups.")
    commands = parser.add_subparsers(dest="command", required=True)
    made = {}
    for name, text in COMMANDS.items():
        made[name] = commands.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.")
        made[name].add_argument("--root", type=Path, default=Path(), metavar="DIR", help="the project's folder")
    made["check"].add_argument("--format", choices=("text", "github"), default="text", help="for people or for GitHub")
    made["check"].add_argument("--explain", metavar="CODE", help="say what a rule is for, and stop")
    made["preview"].add_argument("file", type=Path, help="a file of questions, such as quizzes/stages/questions-x.yml")
    made["preview"].add_argument("--port", type=int, default=8000, help="where to serve it (default: 8000)")
    return parser


def _check(root: Path, form: str) -> int:
    report = check(root)
    print(reporting.github(report) if form == "github" else reporting.text(report))
    if report.bank:
        print(_summary(report.bank))
    return 1 if report.fails else 0


def _explain(code: str) -> int:
    if code.upper() not in RULES:
        near = " or ".join(near_codes(code)) or f"one of {', '.join(RULES)}"
        print(f"There is no rule {code} – try {near}")
        return 2
    print(reporting.explain(code.upper()))
    return 0


def _release(root: Path) -> int:
    try:
        new = release(root, load(root))
    except BankError as error:
        print(error)
        return 1
    print(f"{_count(len(new), 'question')} released{': ' if new else ''}{', '.join(new)}")
    return 0


def _preview(root: Path, file: Path, port: int) -> int:
    if not (root / file).is_file():
        print(f"There is no file {file} in {root.resolve()} – try a file in quizzes/")
        return 2
    from groupwork.site import preview  # noqa: PLC0415 – the other commands do without the site

    address = f"http://127.0.0.1:{port}/preview/"
    print(f"The questions of {file} are at {address} in a moment. Stop it with Ctrl+C.", flush=True)
    return preview.serve(root, file.as_posix(), port)


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
        _count(len(bank.scenarios), "scenario"),
        _count(len(bank.glossary), "glossary term"),
        _count(len(bank.timeline), "dated event"),
        _count(len(bank.references), "reference"),
    ]
    return ", ".join(parts)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
