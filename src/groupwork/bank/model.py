"""The questions of the bank: one type for each kind, all with the same head.

The course, the glossary and the parts of a question are in `parts`; this module also offers them by name.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from groupwork.bank.errors import Fault
from groupwork.bank.parts import (
    Competency,
    Course,
    Extra,
    Gap,
    Item,
    MaybeName,
    MaybeQuestionId,
    MaybeText,
    Module,
    Objective,
    ObjectiveId,
    Option,
    Pair,
    QuestionId,
    Record,
    Source,
    Taught,
    Term,
    Text,
    Waiver,
    held,
)
from groupwork.bank.rules import COUNTS, question_faults

Kind = Literal["choice", "multi", "order", "match", "cloze"]
Status = Literal["draft", "active", "retired"]
Level = Literal["recall", "application", "reasoning"]
Phase = Literal["planning", "beginning", "middle", "ending", "any"]
Area = Literal["values-and-ethics", "assessment-and-planning", "intervention-and-practice"]


def _counted(kind: Kind) -> Any:
    """Return the field for the parts of a kind; `rules` counts them, the schema only shows the bounds."""
    field, least, most = COUNTS[kind]
    bounds: dict[str, Any] = {"minItems": least, "maxItems": most}
    return Field(strict=False, description=f"a list of {least} to {most} {field}", json_schema_extra=bounds)


class BaseQuestion(Record):
    """The head that all kinds share."""

    id: QuestionId = Field(description="permanent: the module's id and three digits, such as stages-001")
    kind: Kind = Field(description="choice, multi, order, match or cloze")
    status: Status = Field(description="draft, active or retired")
    objective: ObjectiveId = Field(description="an objective of quizzes/course.yml, such as stages.gjk")
    level: Level = Field(description="recall, application or reasoning")
    phase: Phase = Field(description="planning, beginning, middle, ending or any")
    cswe: Competency
    aswb: Area = Field(description="values-and-ethics, assessment-and-planning or intervention-and-practice")
    taught: Taught = Field(description="the page and anchor that teach it, such as stages/five-stages.md#intimacy")
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
        """Return what grading needs and a page may carry: ids, correct, right, accept, and no text."""
        return {"id": self.id, "kind": self.kind}


class ChoiceQuestion(BaseQuestion):
    """One best answer among two to five."""

    kind: Literal["choice"] = Field(description="one best answer")
    options: tuple[Option, ...] = _counted("choice")

    def key(self) -> dict[str, Any]:
        """Return the ids of the options, with `correct` on the keys."""
        return {**super().key(), "options": _option_keys(self.options)}


class MultiQuestion(BaseQuestion):
    """Several right answers among options."""

    kind: Literal["multi"] = Field(description="two or more right answers")
    options: tuple[Option, ...] = _counted("multi")

    def key(self) -> dict[str, Any]:
        """Return the ids of the options, with `correct` on the keys."""
        return {**super().key(), "options": _option_keys(self.options)}


class OrderQuestion(BaseQuestion):
    """Steps to put in order; they are stored in the right one."""

    kind: Literal["order"] = Field(description="steps to put in order")
    items: tuple[Item, ...] = _counted("order")

    def key(self) -> dict[str, Any]:
        """Return the ids of the items in the right order."""
        return {**super().key(), "items": [{"id": item.id} for item in self.items]}


class MatchQuestion(BaseQuestion):
    """Left sides, each with the right side that fits; also sorting into categories."""

    kind: Literal["match"] = Field(description="lines to match, or to sort into categories")
    pairs: tuple[Pair, ...] = _counted("match")
    extra: tuple[Extra, ...] = Field((), strict=False, max_length=20, description="right sides that fit no line")

    def as_json(self) -> dict[str, Any]:
        """Return the plain form, where `right` is the id of an entry of `rights`; the extras come last."""
        plain = super().as_json()
        del plain["extra"]
        ids = self._right_ids()
        for pair in plain["pairs"]:
            pair["right"] = ids[pair["right"]]
        plain["rights"] = [
            *({"id": name, "text": text, "rationale": None} for text, name in ids.items()),
            *({"id": f"x-{part.id}", "text": part.text, "rationale": part.rationale} for part in self.extra),
        ]
        return plain

    def key(self) -> dict[str, Any]:
        """Return the id of the right side of each pair, and the ids of all right sides."""
        ids = self._right_ids()
        pairs = [{"id": pair.id, "right": ids[pair.right]} for pair in self.pairs]
        rights = [{"id": name} for name in (*ids.values(), *(f"x-{part.id}" for part in self.extra))]
        return {**super().key(), "pairs": pairs, "rights": rights}

    def _right_ids(self) -> dict[str, str]:
        """Return an id for each distinct right side, in order: that of the first pair with it."""
        ids: dict[str, str] = {}
        for pair in self.pairs:
            ids.setdefault(pair.right, f"r-{pair.id}")
        return ids


class ClozeQuestion(BaseQuestion):
    """A text with numbered gaps to fill."""

    kind: Literal["cloze"] = Field(description="a text with gaps to fill")
    text: Text = Field(description="the text, with [[1]], [[2]] … where the gaps are")
    gaps: tuple[Gap, ...] = _counted("cloze")

    def key(self) -> dict[str, Any]:
        """Return the accepted forms of each gap."""
        return {**super().key(), "gaps": [{"id": gap.id, "accept": list(gap.accept)} for gap in self.gaps]}


def _option_keys(options: tuple[Option, ...]) -> list[dict[str, Any]]:
    return [{"id": option.id, "correct": True} if option.correct else {"id": option.id} for option in options]


Question = Annotated[
    ChoiceQuestion | MultiQuestion | OrderQuestion | MatchQuestion | ClozeQuestion,
    Field(discriminator="kind"),
]
QUESTION_TYPES: dict[str, type[BaseQuestion]] = {
    "choice": ChoiceQuestion,
    "multi": MultiQuestion,
    "order": OrderQuestion,
    "match": MatchQuestion,
    "cloze": ClozeQuestion,
}

__all__ = [
    "QUESTION_TYPES",
    "BaseQuestion",
    "ChoiceQuestion",
    "ClozeQuestion",
    "Course",
    "Extra",
    "Gap",
    "Item",
    "MatchQuestion",
    "Module",
    "MultiQuestion",
    "Objective",
    "Option",
    "OrderQuestion",
    "Pair",
    "Question",
    "Source",
    "Term",
    "Waiver",
]
