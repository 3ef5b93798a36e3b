"""Rules on language: how hard a text is to read, and how it speaks of people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from groupwork.bank import BaseQuestion, Term
from groupwork.bank.text import shown
from groupwork.lint import prose
from groupwork.lint.findings import Flaw
from groupwork.lint.parts import Check, asked, rationales, texts
from groupwork.lint.words import PERSON_FIRST

SENTENCE_WORDS = 22
GRADE = 12
# On a line or two a grade says more about one long word than about the text.
LEAST_WORDS = 30

_PERSON_FIRST = [(re.compile(rf"\b(?:{pattern})(?!\w)"), advice) for pattern, advice in PERSON_FIRST]


def readability(terms: Iterable[Term]) -> Check:
    """Return the check for GW014 that passes over the words of a glossary."""
    known = frozenset(word for term in terms for form in (term.term, *term.also) for word in prose.words(form))

    def check(question: BaseQuestion) -> Iterator[Flaw]:
        whole = ("vignette",) if question.vignette else ("stem",)
        yield from _hard(asked(question), whole, "the question", known)
        for trail, text in rationales(question):
            yield from _hard(text, trail, "the rationale", known)

    return check


def _hard(text: str, trail: tuple[str | int, ...], name: str, known: frozenset[str]) -> Iterator[Flaw]:
    size = prose.count(text)
    mean = size / max(1, len(prose.sentences(text)))
    if mean > SENTENCE_WORDS:
        yield Flaw(
            "GW014", trail, f"{name} has {mean:.0f} words to a sentence, where at most {SENTENCE_WORDS} are wanted"
        )
    elif size >= LEAST_WORDS and (grade := prose.grade(text, known)) > GRADE:
        what = f"{name} needs {grade:.1f} years of schooling (Flesch–Kincaid), where at most {GRADE} are wanted"
        yield Flaw("GW014", trail, what)


def person_first(question: BaseQuestion) -> Iterator[Flaw]:
    """GW015: find words that make a diagnosis or a problem of a person."""
    for trail, text in texts(question):
        # People may speak of themselves and of each other as they do.
        plain = prose.without_speech(text).casefold()
        for pattern, advice in _PERSON_FIRST:
            if found := pattern.search(plain):
                yield Flaw("GW015", trail, f"{shown(found[0])} does not put the person first", advice)
                break


CHECKS: tuple[Check, ...] = (person_first,)
