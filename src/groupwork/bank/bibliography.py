"""Reading the bibliography."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from pybtex import database
from pybtex.exceptions import PybtexError

from groupwork.bank.errors import Problem
from groupwork.bank.references import Reference, reference

_parse: Any = database.parse_string  # pybtex has no types


def read_references(root: Path, file: str, problems: list[Problem]) -> dict[str, Reference] | None:
    """Return the works of a BibTeX file by key, in its order, or None if there is none that could be read."""
    text = ""
    try:
        text = (root / file).read_text(encoding="utf-8")
        return {key: reference(key, entry) for key, entry in _parse(text, "bibtex").entries.items()}
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
