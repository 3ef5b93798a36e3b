"""The claims of the five texts that the course started from: what they say, what is right, and where it is taught."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from groupwork.bank.errors import Fault
from groupwork.bank.parts import MaybeTaught, Name, Record, Ref, Text, held

SeedText = Literal["encyclopaedia", "article", "answer", "rationale", "entry"]
Verdict = Literal["right", "partly", "garbled", "wrong", "unsupported", "missing"]


class Correction(Record):
    """One claim of one of the five texts; `right` and `partly` right claims are taught somewhere."""

    id: Name = Field(description='the number of the text and of its claim, in quotes, such as "0-8"')
    text: SeedText = Field(description="which of the five texts says it")
    says: Text = Field(description="what the text says, in words of our own")
    verdict: Verdict = Field(description="right, partly, garbled, wrong, unsupported or missing")
    correct: Text = Field(description="what is right, and why")
    page: MaybeTaught = Field(None, description="the section that teaches it, such as history/roots.md#settlements")
    sources: tuple[Ref, ...] = Field((), strict=False, description="a list of keys of docs/references.bib")

    @classmethod
    def faults(cls, data: Mapping[str, Any]) -> list[Fault]:
        """Return what is wrong between the fields of a correction."""
        if data.get("verdict") in ("right", "partly") and not data.get("page"):
            what = f"the claim is {data['verdict']} and no `page` teaches it"
            return [Fault(("verdict",), what, "a section of a lesson", "a line `page: …`, or teaching it")]
        return []

    @model_validator(mode="after")
    def _hold_rules(self) -> Self:
        return held(self)
