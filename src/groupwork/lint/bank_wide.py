"""Rules that compare the questions of a bank with each other."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from groupwork.bank import BaseQuestion, MatchQuestion, OrderQuestion
from groupwork.lint import prose
from groupwork.lint.findings import Flaw
from groupwork.lint.parts import asked
from groupwork.lint.stems import STEM, negative

# Share of word pairs that two questions have in common: six single words changed in a scene of sixty leave 0.66.
ALIKE = 0.6
NEGATIVES = 0.02

Pairs = frozenset[tuple[str, str]]


def repeats(questions: Iterable[BaseQuestion]) -> Iterator[tuple[str, Flaw]]:
    """GW019: find questions whose scene and stem almost repeat those of an earlier one of no common clone group."""
    ordered = list(questions)
    for first, second, share in alike([_pairs(question) for question in ordered], ALIKE):
        one, other = ordered[first], ordered[second]
        if one.clone_group is None or one.clone_group != other.clone_group:
            what = f"scene and stem share {share:.0%} of their word pairs with {one.id}"
            yield other.id, Flaw("GW019", ("vignette",) if other.vignette else STEM, what)


def negatives(questions: Sequence[BaseQuestion]) -> Iterator[tuple[str, Flaw]]:
    """GW004: find the negative lead-ins beyond two in a hundred questions, which no waiver answers."""
    found = [question for question in questions if any(negative(question))]
    most = math.floor(NEGATIVES * len(questions))
    for question in found[most:]:
        if question.level == "reasoning" and any(waiver.code == "GW004" for waiver in question.waive):
            what = f"{len(found)} of {len(questions)} lead-ins are negative, where at most {most} may be"
            yield question.id, Flaw("GW004", STEM, what, severity="error")


def alike(sets: Sequence[Pairs], share: float) -> Iterator[tuple[int, int, float]]:
    """Return the positions of sets that have at least this share of their union in common, with the share.

    Two such sets share one of their rarest members, so only those are looked up (Chaudhuri and others 2006);
    comparing each with each would take a hundred times as long for ten times as many questions.
    """
    frequency = Counter(pair for each in sets for pair in each)
    holders: dict[tuple[str, str], list[int]] = {}
    for second, pairs in enumerate(sets):
        rarest = sorted(pairs, key=lambda pair: (frequency[pair], pair))
        rarest = rarest[: len(pairs) - math.ceil(share * len(pairs)) + 1]
        near = {first for pair in rarest for first in holders.get(pair, ())}
        for first in sorted(near):
            common = len(sets[first] & pairs)
            if common >= share * (len(sets[first]) + len(pairs) - common):
                yield first, second, common / (len(sets[first]) + len(pairs) - common)
        for pair in rarest:
            holders.setdefault(pair, []).append(second)


def _pairs(question: BaseQuestion) -> Pairs:
    text = asked(question)
    # “Match each remark with its stage” may be asked of other remarks.
    if isinstance(question, OrderQuestion):
        text = "\n".join([text, *(item.text for item in question.items)])
    elif isinstance(question, MatchQuestion):
        text = "\n".join([text, *(pair.left for pair in question.pairs)])
    roots = ["", *(prose.stem(word) for word in prose.words(text)), ""]
    return frozenset(pairwise(roots))
