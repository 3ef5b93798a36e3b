"""The works that the course cites, as plain records: what an entry of the bibliography means, not how it looks."""

from __future__ import annotations

from dataclasses import dataclass


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
