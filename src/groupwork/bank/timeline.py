"""The dated events of the course's history: what happened when, how sure that is, and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from groupwork.bank.errors import Fault
from groupwork.bank.parts import MaybeTaught, MaybeText, Name, Record, Ref, Text, held, refuse_empty

Strand = Literal["practice", "profession", "education", "writing", "china"]
Certainty = Literal["seen", "told", "disputed"]

Year = Annotated[int, Field(ge=1800, le=2100)]
MaybeYear = Annotated[Year | None, BeforeValidator(refuse_empty)]


class Event(Record):
    """One dated event.

    `seen` means that somebody who worked on the course has read it in the sources named here, `told` that the
    literature tells it and nobody has looked it up, `disputed` that sources conflict or the claim says too much.
    """

    id: Name = Field(description="a short permanent name, such as nasw-formed")
    date: Text = Field(description='the date as readers see it, in quotes, such as "June 1935"')
    year: Year = Field(description="the year for drawing, such as 1935")
    end: MaybeYear = Field(None, description="the last year of something that took longer than one")
    label: Text = Field(max_length=24, description="a name for the drawing, of at most 24 characters")
    what: Text = Field(description="what happened, in a sentence")
    strand: Strand = Field(description="practice, profession, education, writing or china")
    certainty: Certainty = Field(description="seen, told or disputed")
    note: MaybeText = Field(None, description="what to beware of; a disputed event needs one")
    seen_in: MaybeText = Field(None, description="the page on which it was read, named in words")
    sources: tuple[Ref, ...] = Field((), strict=False, description="a list of keys of docs/references.bib")
    page: MaybeTaught = Field(None, description="the section that teaches it, such as history/roots.md#settlements")

    @classmethod
    def faults(cls, data: Mapping[str, Any]) -> list[Fault]:
        """Return what is wrong between the fields of an event."""
        found = []
        year, end, certainty = data.get("year"), data.get("end"), data.get("certainty")
        if isinstance(year, int) and isinstance(end, int) and end <= year:
            found.append(Fault(("end",), f"`end` is {end}, and `year` is {year}", "a later year", "leaving `end` out"))
        if certainty == "disputed" and not data.get("note"):
            what = "a disputed event has no `note`"
            found.append(Fault(("certainty",), what, "what speaks against it", "a line `note: …`"))
        if certainty == "seen" and not data.get("sources") and not data.get("seen_in"):
            what = "an event that was seen names no source"
            found.append(Fault(("certainty",), what, "`sources` or `seen_in`", "one of the two, or `certainty: told`"))
        return found

    @model_validator(mode="after")
    def _hold_rules(self) -> Self:
        return held(self)
