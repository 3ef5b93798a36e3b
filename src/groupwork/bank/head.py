"""The head that all kinds of question share: what one is about, where it is taught, what it asks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from groupwork.bank.errors import Fault
from groupwork.bank.parts import (
    Competency,
    MaybeName,
    MaybeQuestionId,
    MaybeTaught,
    MaybeText,
    ObjectiveId,
    QuestionId,
    Record,
    Source,
    Text,
    Waiver,
    held,
)
from groupwork.bank.rules import question_faults

Kind = Literal["choice", "multi", "order", "match", "cloze", "transcript", "compose", "rate", "reflect"]
Status = Literal["draft", "active", "retired"]
Level = Literal["recall", "application", "reasoning"]
Phase = Literal["planning", "beginning", "middle", "ending", "any"]
Area = Literal["values-and-ethics", "assessment-and-planning", "intervention-and-practice"]


class BaseQuestion(Record):
    """The head that all kinds share."""

    in_quizzes: ClassVar[bool] = True
    """Whether a quiz draws questions of this kind by itself; practice takes longer and stands in lessons."""

    id: QuestionId = Field(description="permanent: the module's id and three digits, such as stages-001")
    kind: Kind = Field(description="choice, multi, order, match, cloze, transcript, compose, rate or reflect")
    status: Status = Field(description="draft, active or retired")
    objective: ObjectiveId = Field(description="an objective of quizzes/course.yml, such as stages.gjk")
    level: Level = Field(description="recall, application or reasoning")
    phase: Phase = Field(description="planning, beginning, middle, ending or any")
    cswe: Competency
    aswb: Area = Field(description="values-and-ethics, assessment-and-planning or intervention-and-practice")
    taught: MaybeTaught = Field(
        None,
        description="the page and anchor that teach it, such as stages/five-stages.md#intimacy; "
        "a question of a pool may have none",
    )
    sources: tuple[Source, ...] = Field(
        strict=False, min_length=1, description="a list of sources, such as {ref: garland1965}"
    )
    clone_group: MaybeName = Field(None, description="the same principle asked in other settings")
    replaces: MaybeQuestionId = Field(None, description="the retired question whose answer key changed")
    relevance: MaybeText = Field(None, description="why a name, race, gender or diagnosis is needed here")
    waive: tuple[Waiver, ...] = Field((), strict=False, description="lint rules that this question may break")
    vignette: MaybeText = Field(None, description="a scene of 25–90 words; none for recall")
    stem: Text = Field(description="the question, as the learner reads it")

    @classmethod
    def faults(cls, data: Mapping[str, Any]) -> list[Fault]:
        """Return what is wrong between the fields of a question."""
        return question_faults(data)

    @model_validator(mode="after")
    def _hold_rules(self) -> Self:
        return held(self)

    @property
    def module(self) -> str:
        """The id of the module that the question belongs to."""
        return self.objective.split(".")[0]

    def as_json(self) -> dict[str, Any]:
        """Return the plain form for renderer, checker and exports.

        Every field is there: one that the question does not have is None, a list that it does not have is
        empty.
        """
        return self.model_dump(mode="json")

    def key(self) -> dict[str, Any]:
        """Return what grading needs and a page may carry: ids and what is right, and no text for readers."""
        return {"id": self.id, "kind": self.kind}
