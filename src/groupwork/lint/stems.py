"""Rules on the stem: what it asks, how, and what it lets slip about the key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from groupwork.bank import BaseQuestion, ChoiceQuestion
from groupwork.bank.text import shown
from groupwork.lint import prose
from groupwork.lint.findings import Flaw
from groupwork.lint.parts import Check, lead_in, options, split
from groupwork.lint.words import FIELD, NOUNS_IN_ING, PREPOSITIONS

STEM = ("stem",)
VIGNETTE_WORDS = (25, 90)
RECALL_WORDS = 30
CLANG_LETTERS = 5

_NEGATIVE = re.compile(r"\b(NOT|EXCEPT|LEAST)\b")
_EXCEPT = re.compile(r"\bexcept\b(?! for\b)|(?<!\bat )\bleast\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not\b(?! only\b)|\w+n['’]t\b)", re.IGNORECASE)
# What follows one of these describes somebody or something; it is not what is asked.
_SUBORDINATE = re.compile(
    r"\b(?:who|whom|whose|that|if|when|whenever|because|while|since|although|where|unless|until)\b|(?<=\w )which\b",
    re.IGNORECASE,
)
_OPENING = re.compile(r"(?:if|when|whenever|because|while|since|although|where|unless|until)\b[^,]*,", re.IGNORECASE)
_TRUE = re.compile(
    r"\b(?:which|what)(?: one)?(?: of)?(?: the)? (?:following|these|those|statements?|sentences?)\b[^?]*?"
    r"\b(?:is|are|would be) (?:\w+ly )?"
    r"(?:(?:true|correct|false|accurate|incorrect)\b\W*(?:$|about|of|for|regarding|concerning)|(?:right|wrong)\W*$)",
    re.IGNORECASE,
)


def _not_after(words: str) -> str:
    return "".join(rf"(?<!\b{word} )" for word in words.split())


_ORDER = re.compile(
    rf"{_not_after('at the a its their her his this that your my')}\b(first|next)"
    r"(?=\W*$|,? (?:after|before|with|in response|to (?:help|protect|support|respond|keep))\b)"
    r"|\bthe (first|next) (?:step|action|response|task|move|priority|thing|intervention|question to ask)\b"
)
_BEST = re.compile(rf"{_not_after('at its their her his your my')}\b(best)\b(?! (?:friends?|man|practices?|known)\b)")
# “What do most members feel?” asks about many members.
_MOST = re.compile(r"(?<!\bat )\b(most)\b(?! of\b)(?! \w+(?<!ou)(?<!s)s\b)(?! (?:people|children|men|women)\b)")
_ARTICLE = re.compile(r"\b(an?)\W*$", re.IGNORECASE)
# Letters are not sounds: hour, honest; user, one, European.
_VOWEL = re.compile(r"\W*(?:[aeio]|u(?!ni(?!n)|s[eua]|ti|r[iae])|hour|honest|heir)(?!ne\b|nce\b)(?<!eu)", re.IGNORECASE)
_PLURAL = re.compile(
    r"\b(?:which|what) (?:are|were)\b|\b(?:which|what) (?:two|three|four|\w{3,}[^s\W]s) (?:are|were|do|have)\b",
    re.IGNORECASE,
)
_SINGULAR = re.compile(r"\b(?:which|what) (?:is|was)\b|\b(?:which|what) \w+[^s\W] (?:is|was|does|has)\b", re.IGNORECASE)
_ONE = re.compile(r"(?:an?|one|this|that|each|every)\b", re.IGNORECASE)
_MANY = re.compile(r"(?:two|three|four|several|many|these|those|both|few)\b", re.IGNORECASE)


def negative(question: BaseQuestion) -> Iterator[Flaw]:
    """GW004: find a lead-in that asks for what does not hold."""
    if word := _negation(lead_in(question)):
        reasoning = question.level == "reasoning"
        what = f"the lead-in asks with {shown(word)}" + ("" if reasoning else f" at the level {question.level}")
        yield Flaw("GW004", STEM, what, severity="warning" if reasoning else "error")


def _negation(text: str) -> str | None:
    loud = _NEGATIVE.search(text)
    main = _main_clause(text)
    found = loud or _EXCEPT.search(main) or _NOT.search(main)
    return found[0] if found else None


def _main_clause(text: str) -> str:
    """Return what is asked, without the clauses that describe the situation."""
    main = _OPENING.sub("", prose.without_speech(text).strip(), count=1)
    cut = _SUBORDINATE.search(main)
    return main[: cut.start()] if cut else main


def unfocused(question: BaseQuestion) -> Iterator[Flaw]:
    """GW011: find a lead-in that is no question, or asks only what is true."""
    asks = lead_in(question)
    if _TRUE.search(asks):
        yield Flaw("GW011", STEM, "the lead-in asks only which option is true")
    elif options(question) and not re.search(r"\?['\"’”)]*$", asks):
        yield Flaw("GW011", STEM, f"the lead-in {shown(asks)} is not a question")
    elif not re.search(r"(?<!\.\.)[.?!:]['\"’”)]*$", asks):
        advice = "a question, or a request such as “Match …”"
        yield Flaw("GW011", STEM, f"the stem {shown(asks)} is not a sentence", advice)


def vignette_length(question: BaseQuestion) -> Iterator[Flaw]:
    """GW012: find a vignette that is too short or too long, and a long stem at the level recall."""
    if question.vignette:
        size, (least, most) = prose.count(question.vignette), VIGNETTE_WORDS
        if not least <= size <= most:
            what = f"the vignette has {size} words, where {least} to {most} are wanted"
            yield Flaw("GW012", ("vignette",), what)
    elif (size := prose.count(question.stem)) > RECALL_WORDS:
        what = f"the stem of this recall question has {size} words, where at most {RECALL_WORDS} are wanted"
        yield Flaw("GW012", STEM, what, "the bare question")


def quiet_qualifier(question: BaseQuestion) -> Iterator[Flaw]:
    """GW013: find a qualifier that is not in capitals."""
    asks = lead_in(question)
    main = _main_clause(asks)
    for pattern in (_ORDER, _BEST, _MOST):
        if found := pattern.search(main):
            word = next(group for group in found.groups() if group)
            yield Flaw("GW013", STEM, f"{shown(word)} ranks the options and is easily passed over", f"`{word.upper()}`")
    if (word := _negation(asks)) and not word.isupper():
        yield Flaw(
            "GW013", STEM, f"{shown(word)} turns the question round and is easily passed over", f"`{word.upper()}`"
        )


def clang(names: Iterable[str]) -> Check:
    """Return the check for GW008 that passes over names of authors, which are asked for."""
    known = frozenset(word for name in names for word in prose.words(name)) | FIELD

    def check(question: BaseQuestion) -> Iterator[Flaw]:
        """Find an uncommon word of the stem that stands in the key and in no distractor."""
        if not isinstance(question, ChoiceQuestion):
            return
        (position, key), *_ = split(question)[0]
        stem = _striking(question.stem, known)
        elsewhere = {root for option in question.options if option is not key for root in prose.content(option.text)}
        for root, word in _striking(key.text, known).items():
            if root in stem and root not in elsewhere:
                what = f"{shown(word)} stands in the stem, in the key `{key.id}` and in no distractor"
                yield Flaw("GW008", ("options", position, "text"), what)

    return check


def _striking(text: str, known: frozenset[str]) -> dict[str, str]:
    """Return the words that a reader would notice, by their stems."""
    content = set(prose.content(text))
    found = {prose.stem(word): word for word in prose.words(text) if len(word) >= CLANG_LETTERS and not word.isdigit()}
    return {root: word for root, word in found.items() if root in content and not {root, word} & known}


def grammar(question: BaseQuestion) -> Iterator[Flaw]:
    """GW009: find options that the grammar of the stem shuts out, or that differ in form."""
    keys, distractors = split(question)
    if not keys:
        return
    asks, everyone = lead_in(question), [option.text for option in options(question)]
    if (article := _ARTICLE.search(asks)) and len({bool(_VOWEL.match(text)) for text in everyone}) > 1:
        yield Flaw(
            "GW009",
            STEM,
            f"the stem ends in {shown(article[1])}, which fits some options only",
            "`a(n)`, or articles in the options",
        )
    elif isinstance(question, ChoiceQuestion) and _fits_key_only(
        asks, keys[0][1].text, [each.text for _, each in distractors]
    ):
        yield Flaw("GW009", STEM, "singular and plural of the stem fit the key and no distractor")
    yield from _forms([each.text for _, each in keys], [each.text for _, each in distractors])


def _forms(keys: list[str], distractors: list[str]) -> Iterator[Flaw]:
    """Find keys that begin in one way and distractors that all begin in another."""
    right, wrong = ({_form(text) for text in texts} for texts in (keys, distractors))
    if not right & wrong and all(prose.count(text) >= 3 for text in keys + distractors):
        what = f"{' or '.join(sorted(right))} begins each key, {' or '.join(sorted(wrong))} each distractor"
        yield Flaw("GW009", ("options",), what)


def _fits_key_only(asks: str, key: str, others: list[str]) -> bool:
    plural, singular = _PLURAL.search(asks), _SINGULAR.search(asks)
    if bool(plural) == bool(singular):
        return False
    fits, clashes = (_MANY, _ONE) if plural else (_ONE, _MANY)
    return bool(fits.match(key)) and all(clashes.match(text) for text in others)


def _form(text: str) -> str:
    """Return how an option begins, as far as its first word shows it."""
    first = (prose.words(text) or [""])[0]
    if text[:1] in "'‘“\"":
        return "a quotation"
    if first == "to":
        return "the word to"
    if first in PREPOSITIONS:
        return "a preposition"
    if first.endswith("ing") and len(first) > 5 and first not in NOUNS_IN_ING:
        return "an -ing form"
    return "a noun or verb"


CHECKS: tuple[Check, ...] = (negative, grammar, unfocused, vignette_length, quiet_qualifier)
