"""Blind attackers: strategies that answer without reading for meaning, held against chance.

An attacker scores every option of a choice question and picks the highest. Where options tie it would have to draw
lots, so each of them counts by its share: the expected number of hits, which needs no seed and varies less than the
draw, so that the bound stays on the safe side. Only `choice` is attacked; the other kinds have no single pick.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from itertools import groupby
from typing import Any

from groupwork.bank import BaseQuestion, ChoiceQuestion
from groupwork.lint import prose
from groupwork.lint.options import absolute_words
from groupwork.lint.parts import asked

CONFIDENCE = 0.95
# The course as a whole stays within five points of chance. With fewer questions even keys drawn by lot do not: at 26,
# one of three positions holds at least nine keys, and ten are 5.1 points over chance.
MARGIN, MARGIN_FROM = 0.05, 100
MOST_OPTIONS = 5

Scores = Sequence[float]
Attacker = Callable[[ChoiceQuestion], Scores]


@dataclass(frozen=True, slots=True)
class Attack:
    """How often an attacker hit the key of some questions; `limit` is the highest number of hits that may be.

    `note` says why there was no attack.
    """

    attacker: str
    questions: int
    hits: float
    chance: float
    limit: float
    note: str = ""

    @property
    def rate(self) -> float:
        """The share of questions hit."""
        return self.hits / self.questions if self.questions else 0.0

    @property
    def caught(self) -> bool:
        """Tell whether the attacker hits more often than it may."""
        return self.hits > self.limit + 1e-9


def missing() -> str | None:
    """Return one line on what keeps the attackers from running, if anything does."""
    if find_spec("scipy") and find_spec("sklearn"):
        return None
    return "Blind attackers skipped: they need SciPy and scikit-learn (pip install 'groupwork[dev]')."


def attack(
    questions: Sequence[BaseQuestion], others: Sequence[BaseQuestion] = (), margin: float | None = None
) -> list[Attack]:
    """Return what each attacker scores on any list of questions.

    The classifier meets each question trained on the other modules among `questions` and `others`.
    `margin` adds a second limit from MARGIN_FROM choice questions on: that share above chance.
    """
    choices = [question for question in questions if isinstance(question, ChoiceQuestion)]
    results = []
    for name, attacker in ATTACKERS.items():
        results.append(_result(name, [(_hit(attacker(each), each), each) for each in choices], margin))
    for place in range(MOST_OPTIONS):
        long_enough = [each for each in choices if len(each.options) > place]
        if long_enough:
            hits = [(float(each.options[place].correct), each) for each in long_enough]
            results.append(_result(f"position {place + 1}", hits, margin))
    return [*results, _classifier(choices, others, margin)]


def bound(chances: Sequence[float]) -> int:
    """Return the exact one-sided 95 % bound: the most hits that chance exceeds in at most one of twenty banks.

    With different numbers of options the number of hits is a sum of binomials, one for each number.
    """
    if not chances:
        return 0
    numpy: Any = import_module("numpy")
    binom: Any = import_module("scipy.stats").binom
    distribution = numpy.ones(1)
    for chance, size in Counter(chances).items():
        distribution = numpy.convolve(distribution, binom.pmf(numpy.arange(size + 1), size, chance))
    # Rounding in the last digits must not move the bound.
    return int(numpy.argmax(numpy.cumsum(distribution) >= CONFIDENCE - 1e-12))


def longest(question: ChoiceQuestion) -> Scores:
    """Score options by their length."""
    return [len(option.text) for option in question.options]


def shortest(question: ChoiceQuestion) -> Scores:
    """Score options by their brevity."""
    return [-length for length in longest(question)]


def overlap(question: ChoiceQuestion) -> Scores:
    """Score options by the content words that they share with vignette and stem."""
    known = set(prose.content(asked(question)))
    return [len(known & set(prose.content(option.text))) for option in question.options]


def convergent(question: ChoiceQuestion) -> Scores:
    """Score options by the content words that they share with the other options."""
    sets = [set(prose.content(option.text)) for option in question.options]
    return [sum(len(one & other) for other in sets) - len(one) for one in sets]


def without_absolutes(question: ChoiceQuestion) -> Scores:
    """Score options by their length, those with absolute words last."""
    return [0 if absolute_words(option.text) else len(option.text) for option in question.options]


ATTACKERS: Mapping[str, Attacker] = {
    "longest option": longest,
    "shortest option": shortest,
    "overlap with the stem": overlap,
    "most convergent": convergent,
    "no absolutes, longest": without_absolutes,
}
CLASSIFIER = "words of the options"


def _hit(scores: Scores, question: ChoiceQuestion) -> float:
    """Return 1 for a hit, 0 for a miss, and a share where several options tie."""
    best = max(scores)
    picked = [option.correct for score, option in zip(scores, question.options, strict=True) if score == best]
    return sum(picked) / len(picked)


def _result(name: str, hits: Sequence[tuple[float, ChoiceQuestion]], margin: float | None) -> Attack:
    chances = [1 / len(question.options) for _, question in hits]
    chance = sum(chances) / len(chances) if chances else 0.0
    limit: float = bound(chances)
    if margin is not None and len(hits) >= MARGIN_FROM:
        limit = min(limit, (chance + margin) * len(hits))
    return Attack(name, len(hits), sum(hit for hit, _ in hits), chance, limit)


def _classifier(choices: Sequence[ChoiceQuestion], others: Sequence[BaseQuestion], margin: float | None) -> Attack:
    known = {each.id: each for each in (*choices, *others) if isinstance(each, ChoiceQuestion)}
    hits: list[tuple[float, ChoiceQuestion]] = []
    for module, group in groupby(sorted(choices, key=lambda each: each.module), key=lambda each: each.module):
        training = [each for each in known.values() if each.module != module]
        if training:
            hits += _trained_hits(training, list(group))
    if not hits:
        return Attack(CLASSIFIER, 0, 0.0, 0.0, 0.0, "not trained: needs a second module")
    return _result(CLASSIFIER, hits, margin)


def _trained_hits(
    training: Sequence[ChoiceQuestion], tested: Sequence[ChoiceQuestion]
) -> Iterator[tuple[float, ChoiceQuestion]]:
    count_vectorizer: Any = import_module("sklearn.feature_extraction.text").CountVectorizer
    regression: Any = import_module("sklearn.linear_model").LogisticRegression
    words = count_vectorizer(analyzer=prose.words, binary=True)
    seen = [option for question in training for option in question.options]
    model = regression(solver="liblinear", random_state=0)
    model.fit(words.fit_transform([option.text for option in seen]), [option.correct for option in seen])
    # Equal words must tie, whatever the last digit of their sum.
    scores = model.decision_function(
        words.transform([option.text for each in tested for option in each.options])
    ).round(9)
    start = 0
    for question in tested:
        end = start + len(question.options)
        yield _hit(list(scores[start:end]), question), question
        start = end
