"""The rules by code: what each is called, why it is there, how to mend what it finds, and whether it can be waived.

GW001 to GW020 are numbered as in the guide to writing questions; a code keeps its meaning for ever.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as its author should know it.

    A finding of an `either` rule says itself which it is. Errors are never waivable.
    """

    code: str
    title: str
    severity: Literal["error", "warning", "either"]
    waivable: bool
    why: str
    mend: str


_RULES = (
    Rule(
        "GW001",
        "The file follows the format",
        "error",
        False,
        "A question with a missing field, two keys or a placeholder cannot be shown or graded.",
        "what the message suggests",
    ),
    Rule(
        "GW002",
        "Options differ in substance",
        "error",
        False,
        "Two options that say the same can both be ruled out, since only one could be the key.",
        "another misconception for one of the two",
    ),
    Rule(
        "GW003",
        "No option speaks of other options",
        "error",
        False,
        "“All of the above” rewards whoever recognises two options, and breaks when the order is shuffled.",
        "an option that stands alone, or `kind: multi`",
    ),
    Rule(
        "GW004",
        "The lead-in is positive",
        "either",
        True,
        "Readers miss a NOT or answer the opposite of what they know, and knowing what is wrong is not the objective.",
        "asking for what is right, or a multi question",
    ),
    Rule(
        "GW005",
        "No absolute words in distractors alone",
        "error",
        False,
        "Test-wise readers strike out “always” and “never” without knowing anything.",
        "a distractor that somebody could defend, without the absolute word",
    ),
    Rule(
        "GW006",
        "No hedges in the key alone",
        "warning",
        True,
        "Hedged statements are usually true, so a hedge that stands only in the key points to it.",
        "leaving the hedge out, or giving a distractor one as well",
    ),
    Rule(
        "GW007",
        "The key is as long as the rest",
        "either",
        True,
        "Authors qualify the right answer until nothing is wrong with it, and readers have learnt to pick the longest.",
        "moving the qualification to the rationale, or making the distractors as specific",
    ),
    Rule(
        "GW008",
        "No word links stem and key alone",
        "warning",
        True,
        "A striking word that stands in the stem and in one option is picked by its sound.",
        "a synonym in the key, or the same word in a distractor",
    ),
    Rule(
        "GW009",
        "Every option fits the stem's grammar",
        "warning",
        True,
        "An option that does not continue the stem is struck out unread, and one that differs in form is noticed.",
        "the same form for all options",
    ),
    Rule(
        "GW010",
        "The key is not the middle of the options",
        "warning",
        True,
        "When each distractor varies the key, the option that resembles all the others is the key.",
        "a distractor built on an idea of its own",
    ),
    Rule(
        "GW011",
        "The lead-in is a focused question",
        "error",
        False,
        "With “which of the following is true” the reader has to find out from the options what is asked.",
        "a question that could be answered with the options covered",
    ),
    Rule(
        "GW012",
        "The scene is as long as the level needs",
        "warning",
        True,
        "A scene under 25 words leaves nothing to weigh, and one over 90 tests reading; recall needs no story.",
        "adding what the answer depends on, or cutting what it does not",
    ),
    Rule(
        "GW013",
        "The qualifier stands in capitals",
        "error",
        False,
        "Several options can be defended, and FIRST, NEXT, BEST or MOST says by which measure they are ranked.",
        "writing the qualifier in capitals",
    ),
    Rule(
        "GW014",
        "The text reads easily",
        "warning",
        True,
        "A hard sentence measures reading, most of all for those who study in a second language.",
        "two sentences for one, and shorter words",
    ),
    Rule(
        "GW015",
        "People come before their diagnosis",
        "warning",
        True,
        "Words that turn somebody into a diagnosis or a problem teach the reader to see them so.",
        "naming the person first",
    ),
    Rule(
        "GW016",
        "Rationales teach",
        "error",
        False,
        "Under 15 words a rationale only repeats the verdict, over 80 it is not read, and a stock sentence explains "
        "nothing.",
        "saying what in this case makes the option right or less fitting",
    ),
    Rule(
        "GW017",
        "Rationales name no letter or position",
        "error",
        False,
        "The order of the options is shuffled for every reader.",
        "the content of the option in place of its letter",
    ),
    Rule(
        "GW018",
        "Numbers stand in order and apart",
        "warning",
        True,
        "Numbers out of order cost time, and with overlapping ranges two options can be right.",
        "ascending order, and ranges that begin where the last one ended",
    ),
    Rule(
        "GW019",
        "No question is asked twice",
        "error",
        False,
        "Two questions with almost the same stem give each other away and count one objective twice.",
        "retiring one, or one `clone_group` for both if the setting really differs",
    ),
    Rule(
        "GW020",
        "Ids, objectives and sources hold",
        "error",
        False,
        "Grades once given stay explainable only if an id stands for one question and one key for ever.",
        "retiring the question (`status: retired`), and a new id with `replaces:` for the new key",
    ),
    Rule(
        "GW021",
        "Every waiver is needed",
        "error",
        False,
        "A waiver that answers nothing hides the next flaw of its kind.",
        "deleting the waiver",
    ),
    Rule(
        "GW022",
        "The levels are balanced",
        "warning",
        False,
        "A bank of recall questions measures reading of the lesson and not readiness for practice.",
        "new questions at the level that is short",
    ),
    Rule(
        "GW023",
        "Every objective is covered",
        "either",
        False,
        "An objective with fewer than four questions cannot be practised and then tested again.",
        "questions on this objective, two of them in one `clone_group`",
    ),
    Rule(
        "GW024",
        "Knowing nothing does not help",
        "either",
        False,
        "Where a strategy that never reads for meaning beats chance, a score no longer shows what somebody knows.",
        "rewording the questions in which the strategy hits, the most obvious first",
    ),
    Rule(
        "GW025",
        "The facts of the examination are fresh",
        "error",
        False,
        "Examinations change, and exam practice in an outdated form prepares for one that is no longer given.",
        "looking the facts up again, then the new day in `verified`",
    ),
)

RULES: Mapping[str, Rule] = MappingProxyType({rule.code: rule for rule in _RULES})
"""All rules by code, in order."""


def near_codes(code: str) -> tuple[str, ...]:
    """Return the codes that look most like one that does not exist."""
    return tuple(difflib.get_close_matches(code.upper(), RULES, n=2, cutoff=0.7))
