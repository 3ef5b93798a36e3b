"""The works that the course cites, as plain records: what an entry of the bibliography means, not how it looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pybtex.richtext import Text as _Text

Text: Any = _Text  # pybtex is not typed


@dataclass(frozen=True)
class Reference:
    """One work.

    `kind` is the BibTeX type; a person is (family name, initials), an institution (name, "");
    titles are in sentence case, with what the entry holds in braces left as it is.
    """

    key: str
    kind: str
    fields: dict[str, str]
    authors: tuple[tuple[str, str], ...]
    editors: tuple[tuple[str, str], ...]

    @property
    def year(self) -> str:
        return self.fields.get("year", "n.d.")

    @property
    def people(self) -> tuple[tuple[str, str], ...]:
        """The authors, or where there are none the editors."""
        return self.authors or self.editors


_TITLES = ("title", "booktitle")


def reference(key: str, entry: Any) -> Reference:
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
