"""What the files of a bank say about each other.

The checks read plain data, so that a question with another mistake is checked too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from groupwork.bank.corrections import Correction
from groupwork.bank.entries import Entry
from groupwork.bank.errors import Problem, Trail
from groupwork.bank.model import BaseQuestion, Course, Term
from groupwork.bank.rows import near
from groupwork.bank.scenario import Scenario
from groupwork.bank.text import folded, shown
from groupwork.bank.timeline import Event

Questions = Sequence[Entry[BaseQuestion]]


def check_questions(
    entries: Questions, root: Path, course: Entry[Course] | None, references: Collection[str] | None
) -> Iterator[Problem]:
    """Check questions against the course, the bibliography, the lessons and one another."""
    yield from _ids(entries)
    yield from _replaced(entries)
    if course:
        known = _objective_ids(course)
        for entry in entries:
            yield from _objective(entry, ("objective",), known)
        yield from _untaught(entries, course)
    yield from _lessons(entries, "taught", root)
    for entry in entries:
        yield from _sources(entry, references)


def check_scenarios(
    entries: Sequence[Entry[Scenario]], course: Entry[Course] | None, references: Collection[str] | None
) -> Iterator[Problem]:
    """Check scenarios against the course, the bibliography and one another."""
    first: dict[str, Entry[Scenario]] = {}
    known = _objective_ids(course) if course else []
    for entry in entries:
        name = entry.text("id")
        if name is not None and first.setdefault(name, entry) is not entry:
            what = f"the id {shown(name)} is taken ({first[name].place})"
            yield entry.problem(("id",), what, "each id once, for ever", "another name after the module's")
        for position in entry.rows("objectives") if course else ():
            yield from _objective(entry, ("objectives", position), known)
        for scene in entry.rows("scenes"):
            for choice in entry.rows("scenes", scene, "choices"):
                yield from _sources(entry, references, ("scenes", scene, "choices", choice))


def check_terms(entries: Sequence[Entry[Term]], references: Collection[str] | None) -> Iterator[Problem]:
    """Check the terms of the glossary against the bibliography and one another."""
    ids: dict[str, str] = {}
    names: dict[str, str] = {}
    for entry in entries:
        yield from _sources(entry, references)
        yield from _listed_id(entry, ids)
        for trail in (("term",), *(("also", position) for position in entry.rows("also"))):
            text = entry.text(*trail)
            if text is None:
                continue
            if folded(text) in names:
                what = f"{shown(text)} is explained twice (first at {names[folded(text)]})"
                yield entry.problem(trail, what, "each name of a term once", "one entry for both, or deleting this one")
            names.setdefault(folded(text), entry.place)


def check_events(entries: Sequence[Entry[Event]], root: Path, references: Collection[str] | None) -> Iterator[Problem]:
    """Check the events of the timeline against the bibliography, the lessons and one another."""
    ids: dict[str, str] = {}
    latest = 0
    yield from _lessons(entries, "page", root)
    for entry in entries:
        yield from _sources(entry, references)
        yield from _listed_id(entry, ids)
        year = entry.data.get("year") if isinstance(entry.data, dict) else None
        if isinstance(year, int) and year < latest:
            what = f"the year {year} stands after {latest}"
            yield entry.problem(("year",), what, "events in the order of their years", "moving the event up")
        latest = max(latest, year) if isinstance(year, int) else latest


def check_corrections(
    entries: Sequence[Entry[Correction]], root: Path, references: Collection[str] | None
) -> Iterator[Problem]:
    """Check the corrections against the bibliography, the lessons and one another."""
    ids: dict[str, str] = {}
    yield from _lessons(entries, "page", root)
    for entry in entries:
        yield from _sources(entry, references)
        yield from _listed_id(entry, ids)


def check_folders(entries: Iterable[tuple[str, str]], course: Entry[Course] | None) -> Iterator[Problem]:
    """Check that every (file, folder) of questions or scenarios belongs to a module."""
    known = _module_ids(course) if course else []
    for file, folder in entries:
        if course and folder not in known:
            what = f"the folder `{folder}` is not a module of the course"
            found = near(folder, known)
            hint = f"the folder `{found[0]}`" if found else "a module with this id in quizzes/course.yml"
            yield Problem(file, 1, None, what, f"one of {', '.join(known)}", hint)


def _ids(entries: Questions) -> Iterator[Problem]:
    first: dict[str, Entry[BaseQuestion]] = {}
    for entry in entries:
        name = entry.text("id")
        if name is not None and first.setdefault(name, entry) is not entry:
            what = f"the id {shown(name)} is taken ({first[name].place})"
            yield entry.problem(("id",), what, "each id once, for ever", "the next free number of the module")


def _replaced(entries: Questions) -> Iterator[Problem]:
    statuses = {entry.text("id"): entry.text("status") for entry in entries}
    retired = [name for name, status in statuses.items() if name and status == "retired"]
    for entry in entries:
        name = entry.text("replaces")
        if name is None or name == entry.text("id"):
            continue
        if name not in statuses:
            found = near(name, retired)
            hint = f"`{found[0]}`" if found else "keeping the old question in its file with `status: retired`"
            yield entry.problem(
                ("replaces",), f"replaces the unknown question {shown(name)}", "a retired question", hint
            )
        elif statuses[name] in ("draft", "active"):
            what = f"replaces {shown(name)}, which is {statuses[name]}"
            yield entry.problem(("replaces",), what, "a retired question", f"`status: retired` in {name}")


def _objective(entry: Entry[Any], trail: Trail, known: list[str]) -> Iterator[Problem]:
    name = entry.text(*trail)
    if name is None:
        return
    if name not in known:
        found = near(name, known)
        hint = f"`{found[0]}`" if found else "adding it to quizzes/course.yml"
        yield entry.problem(trail, f"unknown objective {shown(name)}", "one of quizzes/course.yml", hint)
    elif name.split(".")[0] != entry.folder:
        what = f"the objective {shown(name)} belongs to another module than the folder `{entry.folder}`"
        concept = "the question" if trail == ("objective",) else "the scenario"
        hint = f"moving {concept} to quizzes/{name.split('.')[0]}/"
        yield entry.problem(trail, what, f"an objective of `{entry.folder}`", hint)


def _untaught(entries: Questions, course: Entry[Course]) -> Iterator[Problem]:
    """Refuse a question of a module with lessons that names none of them."""
    positions = course.rows("modules")
    modules = [course.data["modules"][position] for position in positions]
    pools = {module.get("id") for module in modules if isinstance(module, dict) and module.get("pool") is True}
    for entry in entries:
        if isinstance(entry.data, dict) and "taught" not in entry.data and entry.folder not in pools:
            hint = "a line `taught: stages/five-stages.md#intimacy`, with a page and anchor of its module"
            yield entry.problem((), "`taught` is missing", "the section that teaches the question", hint)


def _lessons(entries: Sequence[Entry[Any]], field: str, root: Path) -> Iterator[Problem]:
    docs = root / "docs"
    if not docs.is_dir():
        return
    pages = [path.relative_to(docs).as_posix() for path in sorted(docs.rglob("*.md"))]
    known = set(pages)
    for entry in entries:
        page = (entry.text(field) or "").split("#")[0]
        if page.endswith(".md") and page not in known:
            found = near(page, pages)
            hint = f"`{found[0]}`" if found else "the path below docs/, without a leading slash"
            yield entry.problem((field,), f"there is no page docs/{page}", "a page that exists", hint)


def _listed_id(entry: Entry[Any], ids: dict[str, str]) -> Iterator[Problem]:
    """Refuse an id that another entry of the list has, and remember this one."""
    name = entry.text("id")
    if name is not None and ids.setdefault(name, entry.place) != entry.place:
        what = f"the id {shown(name)} is taken ({ids[name]})"
        yield entry.problem(("id",), what, "each id once", "another id for the newer of the two")


def _sources(entry: Entry[Any], references: Collection[str] | None, above: Trail = ()) -> Iterator[Problem]:
    for position in entry.rows(*above, "sources") if references is not None else ():
        trail: Trail = (*above, "sources", position, "ref")
        if entry.text(*trail[:-1]) is not None:  # lists beside the lessons name the key alone
            trail = trail[:-1]
        ref = entry.text(*trail)
        if ref is not None and references is not None and ref not in references:
            found = near(ref, references)
            hint = f"`{found[0]}`" if found else "adding the work to docs/references.bib"
            what = f"unknown source {shown(ref)}"
            yield entry.problem(trail, what, "a key of docs/references.bib", hint)


def _module_ids(course: Entry[Course]) -> list[str]:
    return [name for position in course.rows("modules") if (name := course.text("modules", position, "id"))]


def _objective_ids(course: Entry[Course]) -> list[str]:
    modules = course.data.get("modules") if isinstance(course.data, dict) else None
    found = []
    for position, module in enumerate(modules if isinstance(modules, list) else ()):
        objectives = module.get("objectives") if isinstance(module, dict) else None
        for below in range(len(objectives) if isinstance(objectives, list) else 0):
            if name := course.text("modules", position, "objectives", below, "id"):
                found.append(name)
    return found
