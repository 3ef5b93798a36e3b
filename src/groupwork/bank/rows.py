"""Looking through plain data that may be incomplete: the lists of a question, course or scenario, row by row."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from groupwork.bank.errors import Fault, Trail
from groupwork.bank.text import folded, shown

Plain = Mapping[str, Any]
Row = tuple[Trail, Plain]


def rows(holder: Plain, field: str) -> list[Row]:
    """Return the entries of a list that can be looked into, each with its trail."""
    entries = holder.get(field)
    if not isinstance(entries, list | tuple):
        return []
    return [((field, position), entry) for position, entry in enumerate(entries) if isinstance(entry, Mapping)]


def repeated_ids(listed: Iterable[Row], concept: str) -> Iterator[Fault]:
    """Refuse an id that stands in the list before."""
    seen: set[str] = set()
    for trail, row in listed:
        name = row.get("id")
        if isinstance(name, str):
            if name in seen:
                what = f"a second {concept} has the id {shown(name)}"
                yield Fault((*trail, "id"), what, "each id once", "another id for the newer of the two")
            seen.add(name)


def alike(listed: Iterable[Row], field: str, concept: str, expected: str) -> Iterator[Fault]:
    """Refuse a text that a reader could not tell from one before it."""
    seen: set[str] = set()
    for trail, row in listed:
        text = row.get(field)
        if isinstance(text, str):
            if folded(text) in seen:
                what = f"a second {concept} reads {shown(text)}"
                yield Fault((*trail, field), what, expected, "saying in the text how the two differ")
            seen.add(folded(text))


def named(concept: str, trail: Trail, row: Plain) -> str:
    """Return the words for a row: its concept and its id, or its number if it has none."""
    name = row.get("id")
    return f"{concept} {shown(name if isinstance(name, str) and name else int(trail[-1]) + 1)}"


def words(holder: Plain, field: str) -> list[tuple[Trail, str]]:
    """Return the texts of a list, each with its trail."""
    entries = holder.get(field)
    if not isinstance(entries, list | tuple):
        return []
    return [((field, position), entry) for position, entry in enumerate(entries) if isinstance(entry, str)]


def unknown(trail: Trail, what: str, name: str, known: Iterable[str], expected: str, hint: str) -> Fault:
    """Return the fault of a name that stands for nothing; the nearest known name is the first thing to try."""
    found = near(name, known)
    return Fault(trail, f"{what} {shown(name)}", expected, f"`{found[0]}`" if found else hint)


def near(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the known names that look most like a name."""
    return tuple(difflib.get_close_matches(name, list(known), n=3, cutoff=0.6))
