"""Rules on the options among themselves: what they say twice, and what their form gives away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from groupwork.bank import BaseQuestion, ChoiceQuestion, Option
from groupwork.bank.text import folded, shown
from groupwork.lint import prose
from groupwork.lint.findings import Flaw
from groupwork.lint.parts import Check, options, split
from groupwork.lint.words import ABSOLUTES, FILLERS, MILD_PHRASES, VAGUE

# Ten words of which one differs; below that, one word can carry the whole difference.
SAME_WORDS = 0.9
TOO_LONG, LONG, TOO_SHORT = 1.5, 1.3, 0.67
# A name or a term is as long as it is: “Intimacy”, “Power and control”.
NAME_WORDS = 4

_OF_THE_ABOVE = re.compile(
    r"\b(all|none|both|any|either|neither|two|three|some|more than one) (of )?(the |these )?"
    r"((above|other|following|previous|preceding) )?(options|answers|choices|alternatives|above)(?![-\w])"
    r"|^(all|none|both|neither) of (these|them|the others)\W*$",
    re.IGNORECASE,
)
_OPTION = r"(?i:options? |answers? |choices? )?[\"'(]?(?:[A-E]|[IV]{1,3}|[a-e](?=[)\"']))[)\"']?"
_A_AND_B = re.compile(rf"\W*(?i:both |either |neither |only )?{_OPTION}(?:,? (?:and|or|nor|&) {_OPTION})+(?: only)?\W*")
_MILD = re.compile(rf"\b(?:{'|'.join(MILD_PHRASES)})\b")
_FIGURES = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
    )
}
_NUMBER = rf"(\d+(?:[.,]\d+)?|{'|'.join(_FIGURES)})"
_RANGE = re.compile(
    rf"(?:about |around |between |from |in )?{_NUMBER}(?: ?(?:-|–|to|and) ?{_NUMBER})?((?: ?[^\W\d]+){{0,3}})\W*",
    re.IGNORECASE,
)


def twins(question: BaseQuestion) -> Iterator[Flaw]:
    """GW002: find two options that say the same."""
    for (_, one), (position, other) in combinations(enumerate(options(question)), 2):
        trail = ("options", position, "text")
        if folded(one.text) == folded(other.text):
            yield Flaw("GW002", trail, f"options `{one.id}` and `{other.id}` differ only in case or punctuation")
        elif _says_the_same(one.text, other.text):
            yield Flaw("GW002", trail, f"options `{one.id}` and `{other.id}` have almost the same words")


def _says_the_same(one: str, other: str) -> bool:
    # Whole words are compared, in their order: Forming and Norming differ, as do “A before B” and “B before A”.
    left, right = ([prose.stem(word) for word in prose.words(text) if word not in FILLERS] for text in (one, other))
    if not left or not right:
        return False
    return left == right or SequenceMatcher(None, left, right, autojunk=False).ratio() >= SAME_WORDS


def about_others(question: BaseQuestion) -> Iterator[Flaw]:
    """GW003: find an option that speaks of other options."""
    for position, option in enumerate(options(question)):
        if _OF_THE_ABOVE.search(option.text) or _A_AND_B.fullmatch(option.text):
            what = f"option `{option.id}` reads {shown(option.text)} and has no content of its own"
            yield Flaw("GW003", ("options", position, "text"), what)


def absolutes(question: BaseQuestion) -> Iterator[Flaw]:
    """GW005: find absolute words that stand in a distractor and in no key."""
    keys, distractors = split(question)
    if any(absolute_words(option.text) for _, option in keys):
        return
    for position, option in distractors:
        if found := absolute_words(option.text):
            what = f"{shown(found[0])} stands in the distractor `{option.id}` and in no key"
            yield Flaw("GW005", ("options", position, "text"), what)


def absolute_words(text: str) -> list[str]:
    """Return the absolute words of a text, outside mild phrases and what somebody says."""
    plain = _MILD.sub(" ", " ".join(prose.words(prose.without_speech(text))))
    return [word for word in plain.split() if word in ABSOLUTES]


def vague(question: BaseQuestion) -> Iterator[Flaw]:
    """GW006: find hedges that stand in a key and in no distractor."""
    keys, distractors = split(question)
    if any(_vague_words(option.text) for _, option in distractors):
        return
    for position, option in keys:
        if found := _vague_words(option.text):
            what = f"{shown(found[0])} stands in the key `{option.id}` and in no distractor"
            yield Flaw("GW006", ("options", position, "text"), what)


def _vague_words(text: str) -> list[str]:
    # May with a capital is a month, or the first word of a question.
    text = re.sub(r"\bMay\b", " ", prose.without_speech(text))
    return [word for word in prose.words(text) if word in VAGUE]


def lengths(question: BaseQuestion) -> Iterator[Flaw]:
    """GW007: find a key that is longer or shorter than all distractors."""
    keys, distractors = split(question)
    if not distractors or all(prose.count(option.text) <= NAME_WORDS for _, option in keys + distractors):
        return
    longest = max(len(option.text) for _, option in distractors)
    shortest = min(len(option.text) for _, option in distractors)
    for position, option in keys:
        trail, size = ("options", position, "text"), len(option.text)
        if size > LONG * longest:
            what = f"the key `{option.id}` has {size} characters, the longest distractor {longest}"
            yield Flaw("GW007", trail, what, severity="error" if size > TOO_LONG * longest else "warning")
        elif size < TOO_SHORT * shortest:
            what = f"the key `{option.id}` has {size} characters, the shortest distractor {shortest}"
            advice = "a key as specific as the distractors, or shorter distractors"
            yield Flaw("GW007", trail, what, advice, "error")


def numbers(question: BaseQuestion) -> Iterator[Flaw]:
    """GW018: find numeric options that are out of order or overlap."""
    ranges = [_range(option) for option in options(question)]
    known = [each for each in ranges if each is not None]
    if len(known) < 2 or len(known) < len(ranges):
        return
    if known not in (sorted(known), sorted(known, reverse=True)):
        yield Flaw("GW018", ("options",), "the numbers in the options are out of order")
    for (low, high), (next_low, next_high) in combinations(known, 2):
        # Equal single numbers, such as “1965 in Boston” and “1965 in Chicago”, do not overlap: their words differ.
        if low <= next_high and next_low <= high and (low < high or next_low < next_high):
            what = f"the options {_shown(low, high)} and {_shown(next_low, next_high)} overlap"
            yield Flaw("GW018", ("options",), what)


def _range(option: Option) -> tuple[float, float] | None:
    """Return the lower and upper end of an option that is a number or a range, with its unit."""
    found = _RANGE.fullmatch(option.text.strip())
    if not found:
        return None
    low = _value(found[1])
    return low, _value(found[2]) if found[2] else low


def _value(text: str) -> float:
    word = text.casefold()
    return float(_FIGURES[word]) if word in _FIGURES else float(re.sub(r",(?=\d{3}\b)", "", word).replace(",", "."))


def _shown(low: float, high: float) -> str:
    return f"{low:g}" if low == high else f"{low:g}–{high:g}"


def convergence(question: BaseQuestion) -> Iterator[Flaw]:
    """GW010: find a key that each distractor resembles more than it resembles the other distractors."""
    if not isinstance(question, ChoiceQuestion) or len(question.options) < 3:
        return
    sets = [frozenset(prose.content(option.text)) for option in question.options]
    common = frozenset.intersection(*sets)
    sets = [each - common for each in sets]
    keys, distractors = split(question)
    position, key = keys[0]
    others = [place for place, _ in distractors]
    for place in others:
        nearest = max(len(sets[place] & sets[other]) for other in others if other != place)
        if len(sets[place] & sets[position]) <= nearest:
            return
    shared = frozenset.union(*(sets[place] & sets[position] for place in others))
    found = [word for word in prose.words(key.text) if prose.stem(word) in shared]
    what = f"each distractor has more words in common with the key `{key.id}` than with the others ({', '.join(found)})"
    yield Flaw("GW010", ("options", position, "text"), what)


CHECKS: tuple[Check, ...] = (twins, about_others, absolutes, vague, lengths, numbers, convergence)
