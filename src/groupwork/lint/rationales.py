"""Rules on rationales: long enough to teach, short enough to be read, and about content."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from groupwork.bank import BaseQuestion
from groupwork.bank.errors import Trail
from groupwork.bank.text import folded, shown
from groupwork.lint import prose
from groupwork.lint.findings import Flaw
from groupwork.lint.parts import Check, name, rationales

WORDS = (15, 80)
# In how many questions a sentence may serve, and from how many words on it is one.
SERVES, SENTENCE_WORDS = 2, 4

_ONE = r"(?i:option|answer|choice|alternative|distractor)"
# “Answer” and “response” are verbs and deeds as well: “to answer one”, “the first response of the worker”.
_NOUN = r"(?i:option|choice|alternative|distractor)"
_PLACE = r"(?i:first|second|third|fourth|fifth|last|previous|next|preceding|middle)"
_LETTER = r"(?:[B-E]\b|A\b(?! [a-z])|[b-e]\b|a\b(?=[\"')]|[.,;:]| (?:is|was|would|fits)\b))"
_VERDICT = r"(?:right|correct|wrong|incorrect|true|false|the (?:key|answer|best))"
_POSITION = re.compile(
    "|".join(
        (
            rf"\b{_ONE}s? [\"'(]?{_LETTER}",
            rf"\b{_ONE}s? (?:[1-9]|number \w+)\b",
            rf"\b{_NOUN} (?:one|two|three|four|five)\b(?! of)",
            rf"\b{_PLACE} {_NOUN}s?\b",
            rf"\b{_PLACE} answer (?:is|was|would|given|here)\b",
            rf"\b{_ONE}s? (?:above|below)\b",
            r"\b(?:as|than|unlike|see) the (?:one )?above\b",
            r"(?<![\w.])\([A-Ea-e]\)",
            rf"(?:^|[.:;,] |\b(?:and|but|that|so|while|because) )[A-E] is (?:also )?{_VERDICT}\b",
        )
    )
)


def lengths(question: BaseQuestion) -> Iterator[Flaw]:
    """GW016: find rationales that are too short or too long."""
    least, most = WORDS
    for trail, text in rationales(question):
        size = prose.count(text)
        if not least <= size <= most:
            what = f"the rationale of {name(question, trail)} has {size} words, where {least} to {most} are wanted"
            yield Flaw("GW016", trail, what, "" if size < least else "leaving out what another rationale says")


def positions(question: BaseQuestion) -> Iterator[Flaw]:
    """GW017: find rationales that name a letter or a position."""
    for trail, text in rationales(question):
        if found := _POSITION.search(text):
            what = f"the rationale of {name(question, trail)} says {shown(found[0])}, and the order is shuffled"
            yield Flaw("GW017", trail, what)


def stock_sentences(questions: Iterable[BaseQuestion]) -> Iterator[tuple[str, Flaw]]:
    """GW016: find sentences that serve as rationale in more than two questions, beginning with the third."""
    uses: dict[str, dict[str, tuple[Trail, str]]] = {}
    for question in questions:
        for trail, text in rationales(question):
            for sentence in prose.sentences(text):
                if prose.count(sentence) >= SENTENCE_WORDS:
                    uses.setdefault(folded(sentence), {}).setdefault(question.id, (trail, sentence))
    for places in uses.values():
        first = list(places)[:SERVES]
        for question_id, (trail, sentence) in list(places.items())[SERVES:]:
            what = f"the sentence {shown(sentence)} stands in {' and '.join(first)} already"
            yield question_id, Flaw("GW016", trail, what)


CHECKS: tuple[Check, ...] = (lengths, positions)
