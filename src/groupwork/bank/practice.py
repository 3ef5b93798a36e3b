"""The parts of the questions that practise: transcripts, groups to compose, responses to rate, reflections."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, StringConstraints
from pydantic import Tag as Branch

from groupwork.bank.parts import BRANCH, RATIONALE, MaybeText, Name, PartId, Record, Text, refuse_empty

Level = Literal["best", "acceptable", "harmful"]
MaybePartId = Annotated[PartId | None, BeforeValidator(refuse_empty)]
Beginning = Annotated[str, StringConstraints(min_length=1, max_length=40)]
Phrasing = Annotated[tuple[Beginning, ...], Field(strict=False, min_length=1, max_length=8)]
Limit = Annotated[int, Field(ge=0, le=14)]

LEVEL = "best, acceptable or harmful"
_ID = "a short permanent name, such as a"


class Tag(Record):
    """What a turn of a transcript can show."""

    id: PartId = Field(description="a short permanent name, such as pre-affiliation")
    text: Text = Field(description="the tag as the learner reads it")
    hint: Text = Field(description="one short line that says what the tag means")


class Turn(Record):
    """A turn of a transcript: to be read, to be tagged, or tagged already as an example."""

    speaker: Text = Field(description="who speaks")
    text: Text = Field(description="what is said")
    id: MaybePartId = Field(None, description="a short permanent name, such as t2, of a turn that has a tag")
    tag: MaybePartId = Field(None, description="the id of the tag that fits")
    rationale: MaybeText = Field(None, description="15–80 words on why this tag fits")
    shown: bool = Field(False, description="true for an example, whose tag and reason are visible")


class Card(Record):
    """Somebody who could be a member of the group: an intake note, and what the rules look at."""

    id: PartId = Field(description="a short permanent name, such as ana")
    name: Text = Field(description="the name on the card")
    text: Text = Field(description="an intake note of 25–60 words")
    traits: dict[Name, Name] = Field(description="what the rules look at, such as {purpose: grief}")


class BaseRule(Record):
    """What every rule of a good group has."""

    id: PartId = Field(description="a short permanent name, such as size")
    text: Text = Field(description="what the rule asks, as the learner reads it afterwards")
    rationale: Text = Field(description="15–80 words on why it matters")


class SizeRule(BaseRule):
    """The group is neither too small nor too large."""

    type: Literal["size"] = Field(description="how many members")
    least: Limit = Field(description="the smallest number of members")
    most: Limit = Field(description="the largest number of members")


class SharedRule(BaseRule):
    """All members have the same value of a trait."""

    type: Literal["shared"] = Field(description="all members have the same value of the trait")
    trait: Name = Field(description="a trait of the cards")


class NotAloneRule(BaseRule):
    """Nobody is the only one with a value of a trait."""

    type: Literal["not-alone"] = Field(description="nobody is the only one with a value of the trait")
    trait: Name = Field(description="a trait of the cards")
    values: Annotated[tuple[Name, ...] | None, BeforeValidator(refuse_empty)] = Field(
        None, strict=False, min_length=1, description="the values that the rule looks at, if not all"
    )


class MostRule(BaseRule):
    """At most so many members have a value of a trait."""

    type: Literal["most"] = Field(description="at most so many members with the value")
    trait: Name = Field(description="a trait of the cards")
    value: Name = Field(description="a value of the trait")
    most: Limit = Field(description="the largest number of members with the value")


class LeastRule(BaseRule):
    """At least so many members have a value of a trait."""

    type: Literal["least"] = Field(description="at least so many members with the value")
    trait: Name = Field(description="a trait of the cards")
    value: Name = Field(description="a value of the trait")
    least: Limit = Field(description="the smallest number of members with the value")


class ApartRule(BaseRule):
    """Of these cards at most one is in the group."""

    type: Literal["apart"] = Field(description="of these cards at most one")
    cards: tuple[PartId, ...] = Field(strict=False, min_length=1, description="a list of ids of cards")


class WithoutRule(BaseRule):
    """None of these cards is in the group."""

    type: Literal["without"] = Field(description="none of these cards")
    cards: tuple[PartId, ...] = Field(strict=False, min_length=1, description="a list of ids of cards")


def _branch(rule: Any) -> str | None:
    kind = rule.get("type") if isinstance(rule, Mapping) else getattr(rule, "type", None)
    return None if kind is None else f"{BRANCH}{kind}"


Rule = Annotated[
    Annotated[SizeRule, Branch(f"{BRANCH}size")]
    | Annotated[SharedRule, Branch(f"{BRANCH}shared")]
    | Annotated[NotAloneRule, Branch(f"{BRANCH}not-alone")]
    | Annotated[MostRule, Branch(f"{BRANCH}most")]
    | Annotated[LeastRule, Branch(f"{BRANCH}least")]
    | Annotated[ApartRule, Branch(f"{BRANCH}apart")]
    | Annotated[WithoutRule, Branch(f"{BRANCH}without")],
    Discriminator(_branch),
]


class Response(Record):
    """Something a worker could say or do, with what it is worth in this moment."""

    id: PartId = Field(description=_ID)
    text: Text = Field(description="the response as the learner reads it")
    level: Level = Field(description=LEVEL)
    rationale: Text = Field(description=RATIONALE)


class Criterion(Record):
    """Something that a reflection may say, and the words by which it is found."""

    id: PartId = Field(description="a short permanent name, such as limits")
    criterion: Text = Field(description="what an answer may cover, as the learner reads it afterwards")
    phrasings: tuple[Phrasing, ...] = Field(
        strict=False, min_length=1, max_length=50, description="a list of phrasings, such as [confiden, limit]"
    )
    rationale: Text = Field(description="15–80 words on why it matters")
