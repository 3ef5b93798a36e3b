"""The questions of the bank: one type for each kind, all with the same head.

The course, the glossary and the parts of a question are in `parts`; this module also offers them by name.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from groupwork.bank.head import BaseQuestion, Kind
from groupwork.bank.parts import (
    Course,
    Extra,
    Gap,
    Item,
    Module,
    Objective,
    Option,
    Pair,
    Source,
    Term,
    Text,
    Waiver,
)
from groupwork.bank.practice import Card, Criterion, Response, Rule, Tag, Turn
from groupwork.bank.rules import COUNTS


def _counted(kind: Kind, field: str) -> Any:
    """Return the field for parts of a kind; `rules` counts them, the schema only shows the bounds."""
    least, most = COUNTS[kind][field]
    bounds: dict[str, Any] = {"minItems": least, "maxItems": most}
    return Field(strict=False, description=f"a list of {least} to {most} {field}", json_schema_extra=bounds)


class ChoiceQuestion(BaseQuestion):
    """One best answer among two to five."""

    kind: Literal["choice"] = Field(description="one best answer")
    options: tuple[Option, ...] = _counted("choice", "options")

    def key(self) -> dict[str, Any]:
        """Return the ids of the options, with `correct` on the keys."""
        return {**super().key(), "options": _option_keys(self.options)}


class MultiQuestion(BaseQuestion):
    """Several right answers among options."""

    kind: Literal["multi"] = Field(description="two or more right answers")
    options: tuple[Option, ...] = _counted("multi", "options")

    def key(self) -> dict[str, Any]:
        """Return the ids of the options, with `correct` on the keys."""
        return {**super().key(), "options": _option_keys(self.options)}


class OrderQuestion(BaseQuestion):
    """Steps to put in order; they are stored in the right one."""

    kind: Literal["order"] = Field(description="steps to put in order")
    items: tuple[Item, ...] = _counted("order", "items")

    def key(self) -> dict[str, Any]:
        """Return the ids of the items in the right order."""
        return {**super().key(), "items": [{"id": item.id} for item in self.items]}


class MatchQuestion(BaseQuestion):
    """Left sides, each with the right side that fits; also sorting into categories."""

    kind: Literal["match"] = Field(description="lines to match, or to sort into categories")
    pairs: tuple[Pair, ...] = _counted("match", "pairs")
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
    gaps: tuple[Gap, ...] = _counted("cloze", "gaps")

    def key(self) -> dict[str, Any]:
        """Return the accepted forms of each gap."""
        return {**super().key(), "gaps": [{"id": gap.id, "accept": list(gap.accept)} for gap in self.gaps]}


class TranscriptQuestion(BaseQuestion):
    """Turns of a session to tag, between turns to read."""

    in_quizzes: ClassVar[bool] = False
    kind: Literal["transcript"] = Field(description="turns of a session to tag")
    tags: tuple[Tag, ...] = _counted("transcript", "tags")
    turns: tuple[Turn, ...] = _counted("transcript", "turns")

    def key(self) -> dict[str, Any]:
        """Return the ids of the tags, and the tag of each turn that is asked."""
        turns = [{"id": turn.id, "tag": turn.tag} for turn in self.turns if turn.id and not turn.shown]
        return {**super().key(), "tags": [{"id": tag.id} for tag in self.tags], "turns": turns}


class ComposeQuestion(BaseQuestion):
    """A group to form from cards; more than one is good."""

    in_quizzes: ClassVar[bool] = False
    kind: Literal["compose"] = Field(description="a group to form from cards")
    cards: tuple[Card, ...] = _counted("compose", "cards")
    rules: tuple[Rule, ...] = _counted("compose", "rules")

    def key(self) -> dict[str, Any]:
        """Return the traits of each card, and the rules without their texts."""
        cards = [{"id": card.id, "traits": dict(card.traits)} for card in self.cards]
        rules = [rule.model_dump(mode="json", exclude={"text", "rationale"}) for rule in self.rules]
        return {**super().key(), "cards": cards, "rules": rules}


class RateQuestion(BaseQuestion):
    """Responses to one moment, each to be called best, acceptable or harmful."""

    in_quizzes: ClassVar[bool] = False
    kind: Literal["rate"] = Field(description="responses to rate")
    responses: tuple[Response, ...] = _counted("rate", "responses")

    def key(self) -> dict[str, Any]:
        """Return the level of each response."""
        responses = [{"id": response.id, "level": response.level} for response in self.responses]
        return {**super().key(), "responses": responses}


class ReflectQuestion(BaseQuestion):
    """A short text to write, held against a rubric and never graded."""

    in_quizzes: ClassVar[bool] = False
    kind: Literal["reflect"] = Field(description="a short text to write")
    longest: int = Field(2000, ge=100, le=5000, description="how many characters an answer may have")
    rubric: tuple[Criterion, ...] = _counted("reflect", "rubric")
    model: Text = Field(description="a model answer of 60–150 words")

    def key(self) -> dict[str, Any]:
        """Return the phrasings of each criterion, how long an answer may be, and the texts that must not be echoed."""
        rubric = [
            {"id": each.id, "criterion": each.criterion, "phrasings": [list(words) for words in each.phrasings]}
            for each in self.rubric
        ]
        asked = {"stem": self.stem, "vignette": self.vignette}
        return {**super().key(), **asked, "longest": self.longest, "rubric": rubric}


def _option_keys(options: tuple[Option, ...]) -> list[dict[str, Any]]:
    return [{"id": option.id, "correct": True} if option.correct else {"id": option.id} for option in options]


Question = Annotated[
    ChoiceQuestion
    | MultiQuestion
    | OrderQuestion
    | MatchQuestion
    | ClozeQuestion
    | TranscriptQuestion
    | ComposeQuestion
    | RateQuestion
    | ReflectQuestion,
    Field(discriminator="kind"),
]
QUESTION_TYPES: dict[str, type[BaseQuestion]] = {
    "choice": ChoiceQuestion,
    "multi": MultiQuestion,
    "order": OrderQuestion,
    "match": MatchQuestion,
    "cloze": ClozeQuestion,
    "transcript": TranscriptQuestion,
    "compose": ComposeQuestion,
    "rate": RateQuestion,
    "reflect": ReflectQuestion,
}

__all__ = [
    "QUESTION_TYPES",
    "BaseQuestion",
    "Card",
    "ChoiceQuestion",
    "ClozeQuestion",
    "ComposeQuestion",
    "Course",
    "Criterion",
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
    "RateQuestion",
    "ReflectQuestion",
    "Response",
    "Rule",
    "Source",
    "Tag",
    "Term",
    "TranscriptQuestion",
    "Turn",
    "Waiver",
]
