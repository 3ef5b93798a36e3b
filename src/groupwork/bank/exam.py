"""What the course knows about the licensing examination whose form its exam practice follows, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from groupwork.bank.errors import Fault
from groupwork.bank.head import Area
from groupwork.bank.parts import MaybeText, Name, Record, Text, held

State = Literal["reported", "unverified"]


def _day(text: str) -> str:
    """Return a text that names a day of the calendar as 2026-11-22; refuse others."""
    try:
        found = date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None
    except ValueError:
        found = None
    if found is None:
        words = {"what": "is no day", "expected": "year, month and day, such as 2026-11-22"}
        raise PydanticCustomError("unfit_text", "{what}", {**words, "hint": "the day on which somebody looked it up"})
    return text


Day = Annotated[str, AfterValidator(_day)]
Counted = Annotated[int, Field(ge=0, le=1000)]


class ExamArea(Record):
    """One of the areas that the examination names."""

    id: Area = Field(description="values-and-ethics, assessment-and-planning or intervention-and-practice")
    title: Text = Field(description="the area as the reader sees it")


class ExamFact(Record):
    """One statement about the examination.

    `reported` means that several sources agree and nobody here has read it on a page of the board itself since the
    change; `unverified` that sources conflict, or that there is no source to rest on.
    """

    id: Name = Field(description="a short permanent name, such as time-limit")
    about: Text = Field(description="what the fact is about, in a word or two")
    says: Text = Field(description="the fact, in a sentence")
    state: State = Field(description="reported or unverified")
    note: MaybeText = Field(None, description="what speaks against it; an unverified fact needs one")
    sources: tuple[Text, ...] = Field(
        strict=False, min_length=1, description="where it was read, as words and addresses"
    )


class ExamProfile(Record):
    """The form of an examination on one day, with what exam practice assumes where sources conflict."""

    name: Text = Field(description="what the practice is called; it claims no more than it is")
    verified: Day = Field(description="the day on which the facts were last looked up, such as 2026-11-22")
    confirm: Text = Field(description="where the reader confirms the facts, such as aswb.org")
    questions: Counted = Field(description="how many questions the examination has")
    scored: Counted = Field(description="how many of them count")
    pretest: Counted = Field(description="how many are being tried out")
    options: Counted = Field(description="how many options most questions have")
    minutes: Annotated[int, Field(ge=1, le=1000)] = Field(
        description="the time limit that practice assumes, in minutes"
    )
    areas: tuple[ExamArea, ...] = Field(strict=False, min_length=1, description="the areas of the examination")
    facts: tuple[ExamFact, ...] = Field(strict=False, min_length=1, description="what is known, fact by fact")
    not_covered: tuple[Text, ...] = Field(
        strict=False, min_length=1, description="what the examination asks and this course does not teach"
    )

    @classmethod
    def faults(cls, data: Mapping[str, Any]) -> list[Fault]:
        """Return what is wrong between the fields of a profile."""
        found = []
        numbers = [data.get(field) for field in ("questions", "scored", "pretest")]
        total, scored, pretest = (number if isinstance(number, int) else None for number in numbers)
        if total is not None and scored is not None and pretest is not None and scored + pretest != total:
            what = f"`scored` and `pretest` make {scored + pretest}, and `questions` is {total}"
            found.append(Fault(("questions",), what, "their sum", "looking all three up again"))
        facts = data.get("facts")
        for place, fact in enumerate(facts if isinstance(facts, list) else ()):
            if isinstance(fact, dict) and fact.get("state") == "unverified" and not fact.get("note"):
                what = "an unverified fact has no `note`"
                hint = "a line `note: …`, or `state: reported`"
                found.append(Fault(("facts", place, "state"), what, "what speaks against it", hint))
        for field in ("facts", "areas"):
            found += _twice(data.get(field), field)
        return found

    @model_validator(mode="after")
    def _hold_rules(self) -> Self:
        return held(self)

    def is_stale(self, today: date) -> bool:
        """Say whether the facts were looked up more than twelve months ago."""
        day = date.fromisoformat(self.verified)
        return (today.year - 1, today.month, today.day) > (day.year, day.month, day.day)


def _twice(entries: Any, field: str) -> list[Fault]:
    """Return the entries of a list whose id an earlier one has."""
    found, known = [], set()
    for place, entry in enumerate(entries if isinstance(entries, list) else ()):
        name = entry.get("id") if isinstance(entry, dict) else None
        if isinstance(name, str) and name in known:
            found.append(Fault((field, place, "id"), f"the id `{name}` is taken", "each id once", "another id"))
        known.add(name if isinstance(name, str) else None)
    return found
