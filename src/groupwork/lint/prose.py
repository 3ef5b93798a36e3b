"""Words, sentences and syllables of a text, as the rules count them."""

from __future__ import annotations

import re
from functools import lru_cache

from groupwork.lint.words import STOP

_WORD = re.compile(r"[^\W_]+(?:['’‑-][^\W_]+)*")
_QUOTED = re.compile(r"(?<!\w)'[^']*(?:\w'\w[^']*)*'(?!\w)|[‘“][^’”]*(?:\w’\w[^’”]*)*[’”](?!\w)|\"[^\"]*\"")
# A full stop ends a sentence where a capital, a figure or a quotation follows, except after these.
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'’”)]*\s+(?=[\"'‘“(]?[A-ZÀ-Ý0-9])")
_VOWELS = re.compile(r"[aeiouy]+")
# Vowels that are spoken apart: dialysis, client, various, create, idea, situation, museum, doing; and criticism.
_APART = re.compile(
    r"ia(?!ls?$|lly|ns?$)|(?<![ctf])ie(?=nt|nc|t)|^s(?:o?c)(?=ie)|(?<!g)eo(?!p)|(?<=[^cgtx])io(?=us)|io(?!n|u)|^lion"
    r"|rea(?=c|te|ti|to)|ea$|(?<=[^qgs])ua(?!r)|eum|eyo|iu|[aeiouy]ing|[st]h?ms?$"
)
# An e that is not spoken: close, closed, closes, closely, evening; it is in people, settled, wanted, changes.
_SILENT = re.compile(
    r"[^aeiouyl]e$|[aeiouy]le$|[^aeiouytdl]ed$|[aeiouyl]led$|[^aeiouyscgxzhl]es$|[aeiouy]les$"
    r"|[^aeiouy]e(?=(?:ly|ment|ful|less|ness)$)|^eve(?=ry|ning)"
)
_ABBREVIATION = re.compile(r"\b(?:e\.g|i\.e|cf|ch|pp?|eds?|et al|vs|vol|Dr|Mrs?|Ms|[A-HJ-Z])\.$")


def words(text: str) -> list[str]:
    """Return the words of a text in small letters, without a possessive 's; pre-affiliation is one word."""
    plain = text.casefold().replace("’", "'").replace("‑", "-")
    return [word[:-2] if word.endswith("'s") else word for word in _WORD.findall(plain)]


def count(text: str) -> int:
    """Return the number of words of a text."""
    return len(_WORD.findall(text))


def content(text: str) -> list[str]:
    """Return the stems of the words that carry content, in order."""
    return [stem(word) for word in words(text) if word not in STOP]


def without_speech(text: str) -> str:
    """Return a text without what stands in quotation marks: what somebody says is not what the text claims."""
    return _QUOTED.sub(" … ", text)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text."""
    found: list[str] = []
    start = 0
    for end in _SENTENCE_END.finditer(text):
        piece = text[start : end.start()]
        if not _ABBREVIATION.search(piece):
            found.append(text[start : end.end()].strip())
            start = end.end()
    rest = text[start:].strip()
    return [*found, rest] if rest else found


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return what is left of a word without its inflection: groups, grouping and grouped give group.

    Cruder than Porter's stemmer, which would also join words of different meaning (general, generous).
    """
    if len(word) < 4 or not word.isascii():
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    for suffix in ("ing", "ed", "es", "s"):
        if word.endswith(suffix) and not word.endswith(("ss", "us", "is")) and len(word) - len(suffix) >= 3:
            word = word[: -len(suffix)]
            if suffix in ("ing", "ed") and word[-1] == word[-2] and word[-1] not in "aeiouls":
                word = word[:-1]
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


@lru_cache(maxsize=65536)
def syllables(word: str) -> int:
    """Return the number of syllables of an English word, estimated from its groups of vowels.

    Libraries that look words up fetch their dictionary on first use; this estimate needs none, and over a
    passage its errors cancel out.
    """
    word = re.sub(r"[^a-z-]", "", word.casefold())
    return sum(_syllables(part) for part in word.split("-") if part) or 1


def grade(text: str, unmeasured: frozenset[str] = frozenset()) -> float:
    """Return the Flesch–Kincaid grade of a text (Kincaid and others 1975), passing over some of its words."""
    # Figures are read at a glance.
    counted = [word for word in words(text) if not word.isdigit() and word not in unmeasured]
    if not counted:
        return 0.0
    per_word = sum(syllables(word) for word in counted) / len(counted)
    return 0.39 * len(counted) / len(sentences(text)) + 11.8 * per_word - 15.59


def _syllables(part: str) -> int:
    groups = len(_VOWELS.findall(part)) + len(_APART.findall(part))
    return max(1, groups - len(_SILENT.findall(part)))
