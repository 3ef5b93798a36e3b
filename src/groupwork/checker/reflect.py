"""Reflect: a short answer in the learner's own words, held against a rubric. Never a grade.

A criterion is "found" if one sentence states one of its phrasings: beginnings of words, in any order, near each
other. A negation in a phrasing ("can", "not", "promise") stands for any ("cannot", "never", "no one can") and has to
stand just before the word named after it; function words ("can", "if") have to be the very words.
"found" quotes the learner's sentence, "open" says no more than that nothing was found: the answer may still say it.

Not found, although the words occur: lists and loose words, noise, denials ("I would never say …"), other people's
opinions, statements taken back, questions to the reader, talk about the question, sentences of the stem.
What it cannot see, because it knows words and not meanings:

- the same words about something else ("the speed limit is confidential"), irony, nonsense in good grammar;
- an argument or judgement against, in words that deny nothing ("limits would only frighten them", "asking would be
  over the top"), and what others do ("some colleagues would ask");
- a denial two sentences later, or a contradiction elsewhere;
- what is said in words that no phrasing has, with spelling mistakes, in other languages, or spread over sentences;
- a statement next to a denial of something else: when in doubt, nothing is found.

So "found" is a hint where to look, never a finding about the learner, and the page has to say so. Phrasings of three
beginnings are safer than of two. `tests/cases/reflections.json` holds examples of all this, known mistakes included.
"""

from . import english
from .claims import refusals, states
from .folding import fold
from .grades import formative, problem
from .questions import entries
from .responses import is_blank, trouble_with_size
from .sentences import Sentence, sentences

LONGEST = 2000
HARD_CAP = 5000
BULLETS = "-–*•·0123456789"


def phrasings_of(criterion: dict[str, object]) -> list[list[str]] | None:
    """Return the phrasings of a criterion, folded, or None if they cannot be looked for."""
    listed = criterion.get("phrasings")
    if not isinstance(listed, list) or not listed:
        return None
    found = []
    for phrasing in listed:
        if not isinstance(phrasing, list) or not phrasing:
            return None
        if not all(isinstance(beginning, str) and not is_blank(beginning) for beginning in phrasing):
            return None
        folded = [fold(beginning) for beginning in phrasing]
        if all(beginning in english.NEGATIONS for beginning in folded):
            return None
        found.append(folded)
    return found


def rubric_of(question: dict[str, object]) -> list[tuple[str, list[list[str]]]] | None:
    """Return the rubric as (id, phrasings), or None if it cannot be used."""
    listed = entries(question, "rubric")
    if listed is None:
        return None
    rubric = []
    for ident, criterion in listed:
        phrasings = phrasings_of(criterion)
        if phrasings is None:
            return None
        rubric.append((ident, phrasings))
    return rubric


def longest_of(question: dict[str, object]) -> int | None:
    """Return how many characters a response may have, or None if the question says it wrongly."""
    longest = question.get("longest")
    if longest is None:
        return LONGEST
    if type(longest) is not int or longest < 1:
        return None
    return min(longest, HARD_CAP)


def triples(words: list[str]) -> list[tuple[str, str, str]]:
    """Return every three words in a row."""
    return [(words[place], words[place + 1], words[place + 2]) for place in range(len(words) - 2)]


def asked_of(question: dict[str, object]) -> tuple[set[tuple[str, str, str]], list[list[str]]]:
    """Return the three-word runs of the stem and the vignette, and the words of each criterion, where sent along."""
    runs = set()
    for field in ("stem", "vignette"):
        text = question.get(field)
        for sentence in sentences(text) if isinstance(text, str) else []:
            runs.update(triples(sentence.words))
    criteria = []
    for _, criterion in entries(question, "rubric") or []:
        text = criterion.get("criterion")
        criteria.append([word for part in sentences(text) for word in part.words] if isinstance(text, str) else [])
    return runs, criteria


def is_echo(sentence: Sentence, asked: tuple[set[tuple[str, str, str]], list[list[str]]]) -> bool:
    """Say whether a sentence is mostly the question's own words, or a criterion's."""
    runs, criteria = asked
    own = triples(sentence.words)
    return sentence.words in criteria or (bool(own) and 10 * sum(1 for run in own if run in runs) >= 6 * len(own))


def retracts(sentence: Sentence) -> bool:
    """Say whether a sentence takes the one before it back ("That is not true.", "I would never say that.")."""
    words = sentence.words
    if words in (["not"], ["no"], ["wrong"], ["false"]) or words[:2] in (["i", "disagree"], ["just", "kidding"]):
        return True
    if words[0] in ("that", "this", "it", "which") and words[1:2] and words[1] in english.BEING:
        after = words[2:5]
        denied = "not" in after and any(word in ("true", "right", "correct", "so", "what") for word in after)
        return denied or any(word in english.REFUSALS for word in after)
    if words[0] != "i" or len(words) > 8 or words[-1] not in ("that", "this", "it", "so"):
        return False
    return bool(refusals(words, 0, len(words)))


def own_sentences(text: str, question: dict[str, object]) -> list[Sentence]:
    """Return the sentences that speak for the learner.

    Left out: echoes of the question, what the next sentence takes back, and what a denial introduces, in a
    quotation or as a list.
    """
    asked = asked_of(question)
    listed = sentences(text)
    found = []
    denied_quote = False
    denied_list = False
    for place, sentence in enumerate(listed):
        bullet = sentence.text[0] in BULLETS
        denied_list = denied_list and bullet
        hidden = is_echo(sentence, asked) or (sentence.inside and denied_quote) or denied_list
        if place + 1 < len(listed) and retracts(listed[place + 1]):
            hidden = True
        if not hidden:
            found.append(sentence)
        denied = bool(refusals(sentence.words, 0, len(sentence.words)))
        if sentence.opens is not None and not sentence.inside:
            denied_quote = bool(refusals(sentence.words, 0, sentence.opens))
        if sentence.text.endswith(":") and not bullet:
            denied_list = denied
    return found


def grade(question: dict[str, object], response: object) -> dict[str, object]:
    """Look for each criterion of the rubric; parts stand in its order, each with the sentence that says it.

    The result has `formative` and no points: `score` 0.0, `max` 0, `correct` false, whatever was found.
    """
    rubric = rubric_of(question)
    longest = longest_of(question)
    if rubric is None or longest is None:
        return problem("bad-question")
    trouble = trouble_with_size(response, longest)
    if not trouble and not isinstance(response, str):
        trouble = "type"
    if not trouble and is_blank(response):
        trouble = "empty"
    if trouble or not isinstance(response, str):
        return problem(trouble, 0, "Write a few sentences first." if trouble == "empty" else "")
    written = own_sentences(response, question)
    parts: list[dict[str, object]] = []
    for ident, phrasings in rubric:
        quote = ""
        for sentence in written:
            if not quote and any(states(sentence, phrasing) for phrasing in phrasings):
                quote = sentence.text
        parts.append({"id": ident, "verdict": "found" if quote else "open", "quote": quote})
    return formative(parts)
