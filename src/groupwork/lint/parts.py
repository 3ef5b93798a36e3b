"""The texts of a question of any kind, each with its trail."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from groupwork.bank import (
    BaseQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    ComposeQuestion,
    MatchQuestion,
    MultiQuestion,
    Option,
    OrderQuestion,
    RateQuestion,
    ReflectQuestion,
    TranscriptQuestion,
)
from groupwork.bank.errors import Trail
from groupwork.lint import prose
from groupwork.lint.findings import Flaw

Check = Callable[[BaseQuestion], Iterator[Flaw]]
Placed = tuple[Trail, str]

LIST_OF = {
    "choice": "options",
    "multi": "options",
    "order": "items",
    "match": "pairs",
    "cloze": "gaps",
    "transcript": "turns",
    "compose": "rules",
    "rate": "responses",
    "reflect": "rubric",
}


def options(question: BaseQuestion) -> tuple[Option, ...]:
    """Return the options of a choice or multi question; the other kinds have none."""
    return question.options if isinstance(question, ChoiceQuestion | MultiQuestion) else ()


def split(question: BaseQuestion) -> tuple[list[tuple[int, Option]], list[tuple[int, Option]]]:
    """Return keys and distractors, each with its position."""
    placed = list(enumerate(options(question)))
    return [each for each in placed if each[1].correct], [each for each in placed if not each[1].correct]


def lead_in(question: BaseQuestion) -> str:
    """Return the sentence that asks: the last one of the stem."""
    found = prose.sentences(question.stem)
    return found[-1] if found else ""


def asked(question: BaseQuestion) -> str:
    """Return what a reader has to read before answering: vignette, stem, and the text of a cloze."""
    text = question.text if isinstance(question, ClozeQuestion) else ""
    return "\n".join(part for part in (question.vignette, question.stem, text) if part)


def rationales(question: BaseQuestion) -> Iterator[Placed]:
    """Return the rationales of all parts of a question; a turn that is only read has none."""
    field = LIST_OF[question.kind]
    for position, part in enumerate(getattr(question, field)):
        if part.rationale is not None:
            yield (field, position, "rationale"), part.rationale
    if isinstance(question, MatchQuestion):
        for position, extra in enumerate(question.extra):
            yield ("extra", position, "rationale"), extra.rationale


def answers(question: BaseQuestion) -> Iterator[Placed]:
    """Return the texts that a learner chooses from, puts in order, or judges."""
    if isinstance(question, ChoiceQuestion | MultiQuestion):
        yield from ((("options", position, "text"), part.text) for position, part in enumerate(question.options))
    elif isinstance(question, OrderQuestion):
        yield from ((("items", position, "text"), part.text) for position, part in enumerate(question.items))
    elif isinstance(question, MatchQuestion):
        for position, pair in enumerate(question.pairs):
            yield ("pairs", position, "left"), pair.left
            yield ("pairs", position, "right"), pair.right
        yield from ((("extra", position, "text"), part.text) for position, part in enumerate(question.extra))
    elif isinstance(question, ComposeQuestion):
        yield from ((("cards", position, "text"), part.text) for position, part in enumerate(question.cards))
    elif isinstance(question, RateQuestion):
        yield from ((("responses", position, "text"), part.text) for position, part in enumerate(question.responses))


def texts(question: BaseQuestion) -> Iterator[Placed]:
    """Return all that a learner reads before or after answering."""
    if question.vignette:
        yield ("vignette",), question.vignette
    yield ("stem",), question.stem
    if isinstance(question, ClozeQuestion):
        yield ("text",), question.text
    if isinstance(question, TranscriptQuestion):
        yield from ((("turns", position, "text"), turn.text) for position, turn in enumerate(question.turns))
    if isinstance(question, ReflectQuestion):
        yield ("model",), question.model
    yield from answers(question)
    yield from rationales(question)


def name(question: BaseQuestion, trail: Trail) -> str:
    """Return the words for the part at a trail: option `a`."""
    field, position = str(trail[0]), trail[1]
    assert isinstance(position, int)
    part = getattr(question, field)[position]
    noun = {"rubric": "criterion"}.get(field, field.removesuffix("s"))
    return f"{noun} `{part.id}`"
