"""A reader of purpose statements: six hints, each with the words that it matched, and never a grade.

It knows words and not meanings; `CANNOT_SEE` says what follows from that. Lists and limits are this course's own.
"""

from __future__ import annotations

import re
from typing import NamedTuple

POINTS = ("Reading", "Jargon", "For whom", "Promises", "Mutual help", "Limits")

HARD = 9.0
"""From this grade on the reader suggests shorter sentences or words; our choice."""

LONG = 4
"""Words of so many syllables are quoted."""

CANNOT_SEE = (
    "whether it is true, and whether anybody wants it",
    "whether a reader feels invited or insulted",
    "the same point in words that are on no list",
    "irony, and most denials (“you will not help each other” names mutual help)",
    "any language but English",
)

JARGON = {
    r"psycho-?social\w*": "what in life, and between whom?",
    r"interventions?": "what happens there?",
    r"(?:self-management|competenc\w+|capacit\w+|functioning)": "what could somebody do, seen from outside?",
    r"(?:empower\w*|enabl\w+|activat\w+)": "who decides what, afterwards?",
    r"(?:facilitat\w+|enhanc\w+|foster\w*|promot\w+|implement\w*)": "a verb for something that one can watch?",
    r"(?:non-)?complian\w+": "who wants what from whom?",
    r"(?:utilis\w+|utiliz\w+)": "“use”?",
    r"(?:resilien\w+|holistic|sustainab\w+|low-threshold|person-centred)": "what would a visitor see?",
    r"(?:multi-agency|stakeholders?|pathways?|outcomes?|resources)": "who, or what, by name?",
    r"(?:hard-to-reach|at-risk|vulnerable)": "would you say it to their face?",
    r"(?:integration|readiness|participation|engagement)": "who does what, and with whom?",
    r"(?:participants|target group)": "“you”, “members” or what they share?",
}
"""Words of the trade, as beginnings, with a question that may lead to plainer ones."""

_SENTENCE_END = re.compile(r"(?<=[.!?])[”’\"')]*\s+|\n+")
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_VOWELS = re.compile(r"[aeiouyàâäéèêëíîïóôöúûü]+")
_ODD = {
    "every": 2,
    "everyone": 3,
    "everybody": 4,
    "everything": 3,
    "evening": 2,
    "evenings": 2,
    "idea": 3,
    "ideas": 3,
    "area": 3,
    "sometimes": 2,
    "something": 2,
    "somebody": 3,
    "someone": 2,
    "hospital": 3,
    "being": 2,
    "society": 4,
    "quiet": 2,
    "science": 2,
    "medicine": 3,
    "create": 2,
}
_LABELS = (
    r"patients?|clients?|cases|service users?|beneficiaries|offenders?|addicts?|sufferers?|the elderly|the vulnerable"
)
_PEOPLE = (
    r"people|parents?|mothers?|fathers?|men|women|adults?|children|carers?|relatives|families|neighbours|students"
    r"|tenants|workers|members|young people|anyone|everyone|those"
)
_WHO = re.compile(rf"\bfor (?:\w+ ){{0,2}}?(?:{_PEOPLE})\b[^.,;:!?]*", re.IGNORECASE)
_LABELLED = re.compile(rf"\b(?:\w+ )?(?:{_LABELS})\b|\b(?:hard-to-reach|at-risk) \w+", re.IGNORECASE)
_SPOKEN_TO = re.compile(r"\b(?:you|your|we|our)\b", re.IGNORECASE)
_EFFECT = (
    r"feel|stop|gain|overcome|sleep|cope|recover|become|improve|master|succeed|miss|speak for|go (?:out|down|back)"
    r"|be (?:able|free|well|happy|better|healthy|strong\w*|confident)|have (?:more|less|no)|get (?:better|well|rid)"
)
_PROMISE = re.compile(
    rf"\b(?:will|[’']ll) (?:\w+ ){{0,2}}?(?:{_EFFECT})\b[^.!?]*|\bwon[’']t (?:miss|feel|need|have)\b[^.!?]*"
    r"|\b(?:guarantees?|guaranteed|ensures?|prevents?|reduces?) [^.!?]*|\bno more \w+[^.!?]*|\bonce and for all\b"
    r"|\b(?:everything|all|what) (?:that )?(?:you|is|we) sa(?:y|id)[^.!?]*\bstays\b[^.!?]*",
    re.IGNORECASE,
)
_MODEST = re.compile(
    r"\b(?:cannot|can[’']t|can not|do not|don[’']t|nobody can|no one can) (?:promise|guarantee)[^.!?]*", re.IGNORECASE
)
_EACH_OTHER = re.compile(
    r"(?:\w+ ){0,3}\b(?:each other|one another|other members|others (?:who|manage|do)|members help)\b(?: \w+){0,3}",
    re.IGNORECASE,
)
_TOGETHER = re.compile(r"(?:\w+ )?\b(?:together|shar(?:e|ing)|in company)\b(?: \w+)?", re.IGNORECASE)
_LIMITS = re.compile(
    r"\b(?:it|this|we) (?:is|are) (?:not|no) [^.!?]*|\b(?:it|this)[’']s (?:not|no) [^.!?]*|\bin danger\b[^.!?]*"
    r"|\byou (?:decide|choose)[^.!?]*|\b(?:nobody|no one) has to\b[^.!?]*|\b(?:can|may) say no\b",
    re.IGNORECASE,
)


class Reading(NamedTuple):
    """Counts of a text, and the grade that follows from them."""

    words: int
    sentences: int
    syllables: int
    grade: float
    longest: str
    long_words: tuple[str, ...]


class Hint(NamedTuple):
    """What was looked for, whether a second look is suggested, in two lengths, and the words that matched."""

    point: str
    look: bool
    short: str
    says: str
    quotes: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    """A question to each quotation, or none at all."""


def syllables(word: str) -> int:
    """Count syllables by groups of vowels, with a few endings and exceptions; the count is a guess for other words."""
    word = word.lower().replace("’", "'").split("'")[0]
    if "-" in word:
        return sum(syllables(part) for part in word.split("-"))
    if word in _ODD:
        return _ODD[word]
    word = re.sub(r"(?<=[aeiouy][^aeiouyl])e(?=(?:ly|ful|less|ness|ments?|work|thing)$)", "", word)
    count = len(_VOWELS.findall(word))
    silent = (
        (word.endswith("e") and not re.search(r"[^aeiouy]le$", word))
        or re.search(r"[^aeiouytd]ed$", word)
        or re.search(r"(?:[aeiouy]l|[^aeiouylszxcgh])es$", word)
    )
    apart = len(re.findall(r"[aeiouy]ing\b|[^tscgu]i[oau](?!u)|[^tscg]iou|[^tcs]ien[ct]|ua[lt]|[^qg]uar|uous", word))
    return max(1, count - (1 if silent and count > 1 else 0) + apart)


def read(text: str) -> Reading | None:
    """Return the counts and the Flesch–Kincaid grade of an English text, or None if it holds no word.

    Source of the formula: Kincaid et al. (1975): 0.39 words per sentence + 11.8 syllables per word − 15.59.
    """
    parts = [part for part in sentences(text) if _WORD.search(part)]
    words = _WORD.findall(text)
    if not words:
        return None
    counts = [syllables(word) for word in words]
    grade = 0.39 * len(words) / len(parts) + 11.8 * sum(counts) / len(words) - 15.59
    long_words = tuple(dict.fromkeys(word for word, count in zip(words, counts, strict=True) if count >= LONG))
    longest = max(parts, key=lambda part: len(_WORD.findall(part)))
    return Reading(len(words), len(parts), sum(counts), grade, longest, long_words)


def sentences(text: str) -> list[str]:
    """Cut a text after each full stop, exclamation or question mark that a space follows, and at line breaks."""
    return [part.strip() for part in _SENTENCE_END.split(text) if part and part.strip()]


def hints(text: str) -> list[Hint]:
    """Return one hint for each of `POINTS`, or none for a text without a word."""
    counts = read(text)
    if counts is None:
        return []
    return [_plain(counts), _jargon(text), _who(text), _promises(text), _mutual(text), _limits(text)]


def _plain(counts: Reading) -> Hint:
    short = f"grade {counts.grade:.1f}"
    size = f"{_number(counts.words, 'word')} in {_number(counts.sentences, 'sentence')}"
    measured = f"Grade {counts.grade:.1f}: {size}, {_number(counts.syllables, 'syllable')}."
    if counts.grade < HARD:
        return Hint(POINTS[0], False, short, f"{measured} Length is all that the formula knows.")
    quotes = (counts.longest, *counts.long_words[:4])
    return Hint(POINTS[0], True, short, f"{measured} Look at the longest sentence and the longest words:", quotes)


def _jargon(text: str) -> Hint:
    found: dict[str, str] = {}
    for pattern, question in JARGON.items():
        for match in re.finditer(rf"\b{pattern}\b", text, re.IGNORECASE):
            found.setdefault(match.group().lower(), question)
    if not found:
        return Hint(POINTS[1], False, "none listed", "No word of our list; yours may be another.")
    says = "Words of the trade. What would a member say instead?"
    return Hint(POINTS[1], True, _number(len(found), "word"), says, tuple(found), tuple(found.values()))


def _who(text: str) -> Hint:
    if labels := _matches(_LABELLED, text):
        return Hint(POINTS[2], True, "a label", "A label stands for people. What do they share?", labels)
    if named := _matches(_WHO, text):
        return Hint(POINTS[2], False, "named", "Says for whom. Would these people say it of themselves?", named)
    if _SPOKEN_TO.search(text):
        return Hint(POINTS[2], True, "“you” or “we”", "Speaks to somebody, and does not say who is meant.")
    return Hint(POINTS[2], True, "not found", "Nobody found for whom it is.")


def _promises(text: str) -> Hint:
    modest: list[str] = []
    promised: list[str] = []
    for sentence in sentences(text):
        kept = _matches(_MODEST, sentence)
        modest += kept
        promised += () if kept else _matches(_PROMISE, sentence)
    if promised:
        says = "Sounds like a promise. Who could be held to it?"
        return Hint(POINTS[3], True, _number(len(promised), "promise"), says, tuple(promised))
    if modest:
        return Hint(POINTS[3], False, "says it cannot", "Says what it cannot promise.", tuple(modest))
    return Hint(POINTS[3], False, "none found", "No promise found in the words that we look for.")


def _mutual(text: str) -> Hint:
    if found := _matches(_EACH_OTHER, text):
        return Hint(POINTS[4], False, "named", "Says that members are of use to each other.", found)
    if found := _matches(_TOGETHER, text):
        says = "Could also mean no more than the same room. Who helps whom, with what?"
        return Hint(POINTS[4], True, "perhaps", says, found)
    return Hint(POINTS[4], True, "not found", "Why a group, and not a talk or an appointment for each?")


def _limits(text: str) -> Hint:
    if found := _matches(_LIMITS, text):
        return Hint(POINTS[5], False, "named", "Says what it is not, or where a limit lies.", found)
    return Hint(POINTS[5], True, "not found", "What is it not, what may people refuse, when must you act?")


def _matches(pattern: re.Pattern[str], text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(match.group().strip() for match in pattern.finditer(text)))


def _number(count: int, thing: str) -> str:
    return f"{count} {thing}{'s' if count != 1 else ''}"
