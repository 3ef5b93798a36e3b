"""From the folder of a project to its bank: every file read, every problem collected, then one answer."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from types import MappingProxyType
from typing import Any

from groupwork.bank.bank import Bank
from groupwork.bank.bibliography import read_references
from groupwork.bank.corrections import Correction
from groupwork.bank.crosscheck import (
    check_corrections,
    check_events,
    check_folders,
    check_questions,
    check_scenarios,
    check_terms,
)
from groupwork.bank.entries import Entry, enter, module_folder
from groupwork.bank.errors import Fault, InvalidBankError, Problem
from groupwork.bank.model import QUESTION_TYPES, BaseQuestion, Course, Term
from groupwork.bank.parts import Record
from groupwork.bank.scenario import Scenario
from groupwork.bank.scenario_graph import graph_faults
from groupwork.bank.timeline import Event
from groupwork.bank.yaml_source import Document, read

COURSE = "quizzes/course.yml"
GLOSSARY = "docs/glossary.yml"
TIMELINE = "docs/timeline.yml"
CORRECTIONS = "docs/corrections.yml"
BIBLIOGRAPHY = "docs/references.bib"


def load(root: Path) -> Bank:
    """Read the bank of a project; raise InvalidBankError with all problems of all its files."""
    problems: list[Problem] = []
    course = _course(root, problems)
    files = _question_files(root, problems)
    scenes = _scenario_files(root, problems)
    names = [_name(root, path) for path in (*files, *scenes)]
    problems += check_folders(((name, module_folder(name)) for name in names), course)
    entries = [entry for path in files for entry in _questions(root, path, problems)]
    scenarios = [entry for path in scenes if (entry := _scenario(root, path, problems))]
    terms = _listed(root, GLOSSARY, "a list of terms", Term, problems)
    events = _listed(root, TIMELINE, "a list of events", Event, problems)
    corrections = _listed(root, CORRECTIONS, "a list of corrections", Correction, problems)
    references = read_references(root, BIBLIOGRAPHY, problems)
    problems += check_questions(entries, root, course, references)
    problems += check_scenarios(scenarios, course, references)
    problems += check_terms(terms, references)
    problems += check_events(events, root, references)
    problems += check_corrections(corrections, root, references)
    if problems or course is None or course.record is None:
        raise InvalidBankError(problems)
    order = [module.id for module in course.record.modules]
    entries.sort(key=lambda entry: order.index(entry.folder))
    scenarios.sort(key=lambda entry: order.index(entry.folder))
    return Bank(
        course.record,
        MappingProxyType({entry.record.id: entry.record for entry in entries if entry.record}),
        MappingProxyType({entry.record.id: entry.record for entry in scenarios if entry.record}),
        tuple(entry.record for entry in terms if entry.record),
        tuple(entry.record for entry in events if entry.record),
        tuple(entry.record for entry in corrections if entry.record),
        MappingProxyType(references or {}),
        MappingProxyType({entry.record.id: entry for entry in entries if entry.record}),
    )


def _name(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()


def _read(
    root: Path, path: Path, kind: type, expected: str, problems: list[Problem], first: str = "title"
) -> Document | None:
    """Return a file whose data is a list or a mapping, as its format wants; otherwise add a problem."""
    document = read(path, _name(root, path))
    problems += document.problems
    if isinstance(document.data, kind):
        return document
    if not document.problems:
        what = "the file is empty" if document.data is None else f"the file holds {_shape(document.data)}"
        hint = "beginning each entry with `- id:`" if kind is list else f"beginning with `{first}:` in the first column"
        problems.append(Problem(document.file, document.line(()), None, what, expected, hint))
    return None


def _shape(data: Any) -> str:
    return "a list" if isinstance(data, list) else "one mapping of fields" if isinstance(data, dict) else "one text"


def _course(root: Path, problems: list[Problem]) -> Entry[Course] | None:
    document = _read(root, root / COURSE, dict, "a title and a list of modules", problems)
    if document is None:
        return None
    entry = enter(document, (), document.data, Course)
    problems += entry.problems
    return entry


def _question_files(root: Path, problems: list[Problem]) -> list[Path]:
    """Return the files of questions, adding to the problems those that nobody would find."""
    quizzes = root / "quizzes"
    files = sorted(quizzes.glob("*/questions*.yml"))
    for path in sorted({*quizzes.glob("questions*.y*ml"), *quizzes.glob("*/*/**/questions*.y*ml")}):
        what = "a file of questions stands outside a module's folder"
        hint = "moving it into its module's folder"
        problems.append(Problem(_name(root, path), 1, None, what, "quizzes/<module>/questions-<topic>.yml", hint))
    for path in sorted(quizzes.glob("*/questions*.yaml")):
        what = "the name of the file ends in .yaml"
        hint = f"the name {path.stem}.yml"
        problems.append(Problem(_name(root, path), 1, None, what, "questions-<topic>.yml", hint))
    return files


def _scenario_files(root: Path, problems: list[Problem]) -> list[Path]:
    """Return the files of scenarios, adding to the problems those that nobody would find."""
    quizzes = root / "quizzes"
    files = sorted(quizzes.glob("*/scenarios/*.yml"))
    lost = {*quizzes.glob("scenarios/**/*.y*ml"), *quizzes.glob("*/*/**/scenarios/*.y*ml")}
    for path in sorted(lost | {*quizzes.glob("*/scenarios/*/**/*.y*ml"), *quizzes.glob("*/scenarios/*.yaml")}):
        if path.suffix == ".yaml":
            what, hint = "the name of the file ends in .yaml", f"the name {path.stem}.yml"
        else:
            what, hint = "a scenario stands outside a module's folder", "moving it into the scenarios of its module"
        problems.append(Problem(_name(root, path), 1, None, what, "quizzes/<module>/scenarios/<name>.yml", hint))
    return [path for path in files if path not in lost]


def _scenario(root: Path, path: Path, problems: list[Problem]) -> Entry[Scenario] | None:
    document = _read(root, path, dict, "the fields of one scenario", problems, "id")
    if document is None:
        return None
    entry = enter(document, (), document.data, Scenario)
    problems += entry.problems
    # A walk through a scenario with holes would only repeat them.
    faults: Iterable[Fault] = graph_faults(entry.record) if entry.record and not document.problems else ()
    problems += (document.problem(fault) for fault in faults)
    return entry


def _questions(root: Path, path: Path, problems: list[Problem]) -> list[Entry[BaseQuestion]]:
    document = _read(root, path, list, "a list of questions", problems)
    entries = [_question(document, position) for position in range(len(document.data))] if document else []
    problems += (problem for entry in entries for problem in entry.problems)
    return entries


def _question(document: Document, position: int) -> Entry[BaseQuestion]:
    data = document.data[position]
    kind = data.get("kind") if isinstance(data, dict) else None
    if isinstance(kind, str) and kind in QUESTION_TYPES:
        return enter(document, (position,), data, QUESTION_TYPES[kind])
    return enter(document, (position,), _head(data) if isinstance(data, dict) else data, BaseQuestion)


def _head(data: dict[str, Any]) -> dict[str, Any]:
    """Leave out the fields that only some kinds have, where nobody can tell which kind was meant."""
    of_kinds = {name for model in QUESTION_TYPES.values() for name in model.model_fields}
    return {name: value for name, value in data.items() if name in BaseQuestion.model_fields or name not in of_kinds}


def _listed[R: Record](root: Path, file: str, expected: str, model: type[R], problems: list[Problem]) -> list[Entry[R]]:
    """Return the entries of a file that may be left out and holds one list."""
    if not (root / file).is_file():
        return []
    document = _read(root, root / file, list, expected, problems)
    entries = [enter(document, (at,), data, model) for at, data in enumerate(document.data)] if document else []
    problems += (problem for entry in entries for problem in entry.problems)
    return entries
