"""The typed form of what people write in YAML: the course, the glossary, and the parts of a question.

Field descriptions are shown to authors, in editors (through the JSON Schema) and where a field is missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from groupwork.bank.errors import Fault
from groupwork.bank.rules import course_faults
from groupwork.bank.text import text_fault

SHAPES: dict[str, tuple[str, str]] = {
    r"^[a-z][a-z-]*-[0-9]{3}$": ("the module's id and three digits", "`stages-001`"),
    r"^[a-z]([a-z-]*[a-z])?$": ("small letters and hyphens", "`stages`"),
    r"^[a-z]([a-z-]*[a-z])?\.[a-z0-9][a-z0-9-]*$": (
        "the module's id, a full stop and a short name",
        "`stages.gjk`",
    ),
    r"^[a-z0-9-]{1,20}$": ("1 to 20 small letters, digits and hyphens", "`a`"),
    r"^[1-9][0-9]?$": ("the number of a gap", '`"1"`'),
    r"^[a-z0-9][a-z0-9-]*$": ("small letters, digits and hyphens", "`stages-gjk-intimacy`"),
    r"^[A-Za-z][A-Za-z0-9:_-]*$": ("a key of docs/references.bib", "`garland1965`"),
    r"^([a-z0-9_-]+/)*[a-z0-9_-]+\.md#[a-z0-9_-]+$": (
        "a page in docs/ and an anchor on it",
        "`stages/five-stages.md#intimacy`",
    ),
    r"^GW[0-9]{3}$": ("the code of a lint rule", "`GW013`"),
    r"^[a-z][a-z-]*-[a-z0-9]([a-z0-9-]*[a-z0-9])?$": (
        "the module's id, a hyphen and a short name",
        "`stages-first-evening`",
    ),
    r"^[a-z0-9][a-z0-9-]*\.[a-z0-9-]{1,20}$": ("a scene, a full stop and a choice", "`arrival.a`"),
}
"""Each pattern of an id, with what it means and an example."""

(_QUESTION, _SLUG, _OBJECTIVE, _PART, _GAP, _NAME, _REF, _TAUGHT, _CODE, _SCENARIO, _MADE) = SHAPES

BRANCH = "~"
"""Begins the name of each branch of a union: no field begins so, and pydantic puts the name into its trails."""


def plain_text(text: str) -> str:
    """Return a text that can be shown to a reader; refuse others."""
    if fault := text_fault(text):
        words = {"what": fault.what, "expected": fault.expected, "hint": fault.hint}
        raise PydanticCustomError("unfit_text", "{what}", words)
    return text


def refuse_empty(value: Any) -> Any:
    """Refuse None where a field that may be left out stands without a value."""
    # `relevance:` with nothing after it is a line forgotten, not a wish for the default.
    if value is None:
        raise PydanticCustomError("empty_value", "is empty")
    return value


QuestionId = Annotated[str, StringConstraints(pattern=_QUESTION)]
ModuleId = Annotated[str, StringConstraints(pattern=_SLUG)]
ObjectiveId = Annotated[str, StringConstraints(pattern=_OBJECTIVE)]
PartId = Annotated[str, StringConstraints(pattern=_PART)]
GapId = Annotated[str, StringConstraints(pattern=_GAP)]
ScenarioId = Annotated[str, StringConstraints(pattern=_SCENARIO)]
Made = Annotated[str, StringConstraints(pattern=_MADE)]
Ref = Annotated[str, StringConstraints(pattern=_REF)]
Code = Annotated[str, StringConstraints(pattern=_CODE)]
Taught = Annotated[str, StringConstraints(pattern=_TAUGHT)]
Name = Annotated[str, StringConstraints(pattern=_NAME)]
Text = Annotated[str, StringConstraints(min_length=1), AfterValidator(plain_text)]
# A field that may be left out, and may not be left empty.
MaybeText = Annotated[Text | None, BeforeValidator(refuse_empty)]
MaybeName = Annotated[Name | None, BeforeValidator(refuse_empty)]
MaybeTaught = Annotated[Taught | None, BeforeValidator(refuse_empty)]
MaybeQuestionId = Annotated[QuestionId | None, BeforeValidator(refuse_empty)]
Accepted = Annotated[str, StringConstraints(min_length=1, max_length=200), AfterValidator(plain_text)]
Competency = Annotated[int, Field(ge=1, le=9, description="the number of a CSWE 2022 competency, 1 to 9")]

RATIONALE = "15–80 words on why this is right or less fitting"


class BrokenRulesError(ValueError):
    """Fields that are right alone and wrong together."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        super().__init__("; ".join(f"{fault.what} – expected {fault.expected}" for fault in faults))


class Record(BaseModel):
    """What all parts of the bank share: nothing unknown, nothing guessed, nothing changed later."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, str_strip_whitespace=True)

    @classmethod
    def faults(cls, data: Mapping[str, Any]) -> list[Fault]:
        """Return what is wrong between the fields of plain data, complete or not."""
        return []


class Objective(Record):
    """What a learner can do after a module."""

    id: ObjectiveId = Field(description="the module's id, a full stop and a short name, such as stages.gjk")
    text: Text = Field(description="one sentence that starts with a verb")
    cswe: Competency


class Module(Record):
    """A part of the course: some lessons, a lab, a quiz."""

    id: ModuleId = Field(description="the name of the module's folder, such as stages")
    title: Text = Field(description="the title of the module")
    summary: Text = Field(description="one sentence on what the module is about")
    reviewed: MaybeText = Field(
        None, description="who has reviewed the answer keys, and when; left out until licensed social workers have"
    )
    pool: bool = Field(False, description="true for questions held out of lessons, kept for exam practice")
    objectives: tuple[Objective, ...] = Field(strict=False, min_length=1, description="a list of objectives")


class Course(Record):
    """The course as a whole: modules and their objectives, in order."""

    title: Text = Field(description="the title of the course")
    modules: tuple[Module, ...] = Field(strict=False, min_length=1, description="a list of modules")

    @classmethod
    def faults(cls, data: Mapping[str, Any]) -> list[Fault]:
        """Return what is wrong between modules and objectives."""
        return course_faults(data)

    @model_validator(mode="after")
    def _hold_rules(self) -> Self:
        return held(self)

    @property
    def taught(self) -> tuple[Module, ...]:
        """The modules that have lessons, in order."""
        return tuple(module for module in self.modules if not module.pool)

    @property
    def objectives(self) -> dict[str, Objective]:
        """The objectives of all modules, by id."""
        return {objective.id: objective for module in self.modules for objective in module.objectives}


class Source(Record):
    """A work that an answer rests on."""

    ref: Ref = Field(description="a key of docs/references.bib, such as garland1965")
    at: MaybeText = Field(None, description="chapter or page, where it is known")


class Waiver(Record):
    """A lint rule that a question may break, and why."""

    code: Code = Field(description="the code of a lint rule, such as GW013")
    reason: Text = Field(description="why the rule does not hold here")


class Option(Record):
    """One answer to choose, of a choice or multi question."""

    id: PartId = Field(description="a short permanent name, such as a")
    text: Text = Field(description="the answer as the learner reads it")
    correct: bool = Field(False, description="true for a key; left out otherwise")
    rationale: Text = Field(description=RATIONALE)
    misconception: MaybeText = Field(None, description="the mistaken idea that makes a wrong option look right")


class Item(Record):
    """One step of an order question."""

    id: PartId = Field(description="a short permanent name, such as a")
    text: Text = Field(description="the step as the learner reads it")
    rationale: Text = Field(description=RATIONALE)


class Pair(Record):
    """A left side of a match question, with the right side that fits it."""

    id: PartId = Field(description="a short permanent name, such as a")
    left: Text = Field(description="the line that is given")
    right: Text = Field(description="what fits it; the same text in several pairs makes a category")
    rationale: Text = Field(description=RATIONALE)


class Extra(Record):
    """A right side of a match question that fits no left side."""

    id: PartId = Field(description="a short permanent name, such as x")
    text: Text = Field(description="a text that fits no left side")
    rationale: Text = Field(description=RATIONALE)


class Gap(Record):
    """A gap of a cloze question."""

    id: GapId = Field(description='the number of the gap in quotes, such as "1" for [[1]] in the text')
    accept: tuple[Accepted, ...] = Field(
        strict=False,
        min_length=1,
        max_length=50,
        description="a list of accepted forms; capital letters do not count",
    )
    rationale: Text = Field(description=RATIONALE)


class Term(Record):
    """A word of the field and what it means in this course."""

    id: Name = Field(description="a short permanent name, such as mutual-aid")
    term: Text = Field(description="the term as it is written in a sentence")
    also: tuple[Text, ...] = Field((), strict=False, description="other names for the same thing")
    definition: Text = Field(description="what the term means, in a sentence or two")
    sources: tuple[Ref, ...] = Field((), strict=False, description="a list of keys of docs/references.bib")


def held[R: Record](record: R) -> R:
    """Return a record that keeps the rules between its fields, or raise BrokenRulesError."""
    if faults := record.faults(record.model_dump(mode="json")):
        raise BrokenRulesError(faults)
    return record
