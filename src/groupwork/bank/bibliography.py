"""Reading the bibliography: BibTeX to plain records."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from pybtex import database
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text as _Text

from groupwork.bank.errors import Problem
from groupwork.bank.references import Reference

# pybtex has no types.
_parse: Any = database.parse_string
Text: Any = _Text

_TITLES = ("title", "booktitle")


def read_references(root: Path, file: str, problems: list[Problem]) -> dict[str, Reference] | None:
    """Return the works of a BibTeX file by key, in its order, or None if there is none that could be read."""
    text = ""
    try:
        text = (root / file).read_text(encoding="utf-8")
        return {key: _reference(key, entry) for key, entry in _parse(text, "bibtex").entries.items()}
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        line, what, expected, hint = 1, "the file is not UTF-8", "text encoded in UTF-8", "saving it as UTF-8"
    except PybtexError as error:
        line, expected, hint = _line(error, text), "a BibTeX entry", "comparing it with the entry above"
        what = re.sub(r"^syntax error in line \d+: ", "", str(error))
    problems.append(Problem(file, line, None, what, expected, hint))
    return None


def _line(error: Any, text: str) -> int:
    """Return the line of a pybtex error; a repeated entry comes without one."""
    if found := re.match(r"repeated bibliography entry: (.+)", str(error)):
        starts = [each.start() for each in re.finditer(rf"@\w+\s*\{{\s*{re.escape(found[1])}\s*,", text, re.IGNORECASE)]
        return text.count("\n", 0, starts[1]) + 1 if len(starts) > 1 else 1
    return getattr(error, "lineno", None) or 1


def _reference(key: str, entry: Any) -> Reference:
    """Return the record of a pybtex entry."""
    fields = {name.lower(): _plain(name.lower(), value) for name, value in entry.fields.items()}
    return Reference(key, entry.type, fields, _people(entry, "author"), _people(entry, "editor"))


def _plain(name: str, value: str) -> str:
    """Turn LaTeX into text, and a title into APA's sentence case: a capital at its start and after a colon."""
    text = Text.from_latex(value)
    if name not in _TITLES:
        return str(text)
    parts = text.split(": ")
    return ": ".join(str(part[:1].upper() + part[1:].lower()) for part in parts)


def _people(entry: Any, role: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (
            _plain("person", " ".join([*person.prelast_names, *person.last_names])),
            _initials(person.first_names + person.middle_names),
        )
        for person in entry.persons.get(role, [])
    )


def _initials(names: list[str]) -> str:
    return " ".join(name if name.endswith(".") else f"{name[0]}." for name in names)
