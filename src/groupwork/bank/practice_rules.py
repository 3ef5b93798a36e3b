"""Rules between the fields of transcripts, groups to compose, responses to rate and reflections.

Groups and words are judged by the checker itself, so that the bank and a grade never disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any

from groupwork.bank.errors import Fault, Trail
from groupwork.bank.rows import Plain, alike, named, rows, unknown, words
from groupwork.bank.text import folded, shown
from groupwork.checker import grade
from groupwork.checker.compose import cards_of, is_sound, judge
from groupwork.checker.english import NEGATIONS
from groupwork.checker.folding import fold
from groupwork.checker.sentences import sentences

FEWEST_ASKED = 2
MOST_CARDS = 14
"""Up to here all groups are tried out: 16,384 of them."""


def _turns(question: Plain) -> Iterator[Fault]:
    if question.get("kind") != "transcript":
        return
    tags = [tag["id"] for _, tag in rows(question, "tags") if isinstance(tag.get("id"), str)]
    yield from alike(rows(question, "tags"), "text", "tag", "tags that differ")
    asked = 0
    for trail, turn in rows(question, "turns"):
        marked = [field for field in ("id", "tag", "rationale") if turn.get(field) is not None]
        if not marked and turn.get("shown") is not True:
            continue
        asked += turn.get("shown") is not True
        name = named("turn", trail, turn)
        for field in ("id", "tag", "rationale"):
            if turn.get(field) is None:
                what = f"{name} has {_listed(marked) or '`shown`'} and no `{field}`"
                yield Fault((*trail, field), what, "id, tag and rationale, or none of them", f"a line `{field}: …`")
        tag = turn.get("tag")
        if isinstance(tag, str) and tags and tag not in tags:
            expected, hint = f"one of {', '.join(tags)}", "adding it under `tags`"
            yield unknown((*trail, "tag"), f"{name} has the unknown tag", tag, tags, expected, hint)
    if rows(question, "turns") and asked < FEWEST_ASKED:
        what = f"{asked or 'no'} turn{'s are' if asked != 1 else ' is'} asked"
        hint = "id, tag and rationale on another turn"
        yield Fault(("turns",), what, "two or more with id, tag and rationale that are not shown", hint)


def _listed(fields: list[str]) -> str:
    return " and ".join(f"`{field}`" for field in fields)


def _compose(question: Plain) -> Iterator[Fault]:
    if question.get("kind") == "compose":
        faults = list(_rules(question))
        yield from faults or _groups(question)


def _rules(question: Plain) -> Iterator[Fault]:
    cards = rows(question, "cards")
    yield from alike(cards, "name", "card", "cards with names that differ")
    ids = [card["id"] for _, card in cards if isinstance(card.get("id"), str)]
    traits = [card["traits"] for _, card in cards if isinstance(card.get("traits"), dict)]
    for trail, rule in rows(question, "rules"):
        name = named("rule", trail, rule)
        yield from _limits(trail, name, rule, len(cards))
        if len(ids) == len(traits) == len(cards):
            yield from _trait(trail, name, rule, list(zip(ids, traits, strict=True)))
        for below, card in words(rule, "cards"):
            if card not in ids:
                expected, hint = f"one of {', '.join(ids)}", "a card with this id"
                yield unknown((*trail, *below), f"{name} names the unknown card", card, ids, expected, hint)
        if rule.get("type") == "apart" and len(set(listed := [card for _, card in words(rule, "cards")])) == 1:
            what = f"{name} keeps {shown(listed[0])} apart from nobody"
            yield Fault((*trail, "cards"), what, "two or more cards", "another card, or `type: without`")


def _limits(trail: Trail, name: str, rule: Plain, cards: int) -> Iterator[Fault]:
    least, most = rule.get("least"), rule.get("most")
    if rule.get("type") != "size" or not isinstance(least, int) or not isinstance(most, int):
        return
    if least > most:
        what = f"{name} asks for at least {least} and at most {most} members"
        yield Fault((*trail, "least"), what, "bounds that some group can meet", f"`least: {most}` and `most: {least}`")
    elif most > cards:
        what = f"{name} allows {most} members, and there are {cards} cards"
        yield Fault((*trail, "most"), what, f"at most {cards}", "a smaller number, or more cards")
    elif least < 2:
        what = f"{name} allows {'a group of one' if least else 'a group of nobody'}"
        yield Fault((*trail, "least"), what, "2 or more", "the number of members that the purpose needs")


def _trait(trail: Trail, name: str, rule: Plain, cards: list[tuple[str, dict[str, Any]]]) -> Iterator[Fault]:
    trait = rule.get("trait")
    if not isinstance(trait, str) or not cards:
        return
    known = list(dict.fromkeys(each for _, traits in cards for each in traits))
    without = [card for card, traits in cards if trait not in traits]
    if trait not in known:
        expected, hint = f"one of {', '.join(known)}", "the trait on every card"
        yield unknown((*trail, "trait"), f"{name} looks at the unknown trait", trait, known, expected, hint)
        return
    if without:
        what = f"{name} looks at `{trait}`, which card {shown(without[0])} does not have"
        yield Fault((*trail, "trait"), what, "a trait that every card has", f"`{trait}: …` on every card")
    values = list(dict.fromkeys(str(traits[trait]) for _, traits in cards if trait in traits))
    value = rule.get("value")
    listed = [((*trail, "value"), value)] if isinstance(value, str) else []
    listed += [((*trail, *below), each) for below, each in words(rule, "values")]
    for place, each in listed:
        if each not in values:
            expected, hint = f"one of {', '.join(values)}", "the value on some card"
            yield unknown(place, f"{name} looks at `{trait}` for the unknown value", each, values, expected, hint)


def _groups(question: Plain) -> Iterator[Fault]:
    """Refuse a task that one can solve without choosing, or in one way only, or not at all."""
    plain = {field: [dict(row) for _, row in rows(question, field)] for field in ("cards", "rules")}
    for rule in plain["rules"]:
        rule.update({field: list(rule[field]) for field in ("cards", "values") if isinstance(rule.get(field), tuple)})
    cards, rules = cards_of({"cards": plain["cards"]}), plain["rules"]
    if not cards or len(cards) > MOST_CARDS or not rules:
        return
    ids = [card for card, _ in cards]
    if not all(is_sound(rule, ids) for rule in rules):
        return
    if all(judge(rule, cards)[0] for rule in rules):
        what = "everybody together meets all rules, so there is nothing to choose"
        yield Fault(("rules",), what, "a rule that keeps somebody out", "a `size` rule with fewer members than cards")
    good: list[list[str]] = []
    for size in range(1, len(cards) + 1):
        for group in combinations(cards, size):
            if all(judge(rule, list(group))[0] for rule in rules):
                good.append([card for card, _ in group])
                if len(good) > 1:
                    return
    what = f"only one group meets all rules: {', '.join(good[0])}" if good else "no group meets all rules"
    yield Fault(("rules",), what, "at least two good groups", "a rule that asks for less, or another card")


def _levels(question: Plain) -> Iterator[Fault]:
    if question.get("kind") != "rate":
        return
    responses = rows(question, "responses")
    yield from alike(responses, "text", "response", "responses that differ")
    levels = [response.get("level") for _, response in responses]
    if len(levels) > 1 and len(set(map(str, levels))) == 1 and isinstance(levels[0], str):
        what = f"every response is {levels[0]}"
        yield Fault(("responses",), what, "at least two levels", "a response of another level")


def _reflect(question: Plain) -> Iterator[Fault]:
    if question.get("kind") == "reflect":
        faults = list(_phrasings(question))
        yield from faults or _model_answer(question)


def _phrasings(question: Plain) -> Iterator[Fault]:
    """Refuse phrasings that no sentence can ever state, as the checker reads words."""
    for trail, criterion in rows(question, "rubric"):
        name = named("criterion", trail, criterion)
        listed = criterion.get("phrasings")
        seen: set[tuple[str, ...]] = set()
        for position, phrasing in enumerate(listed if isinstance(listed, list | tuple) else ()):
            place = (*trail, "phrasings", position)
            found = words({"_": phrasing}, "_")
            for (_, step), beginning in found:
                yield from _beginning((*place, step), name, beginning)
            folds = tuple(fold(beginning) for _, beginning in found)
            if folds and all(beginning in NEGATIONS for beginning in folds):
                what = f"a phrasing of {name} only denies: {shown(' '.join(folds))}"
                yield Fault(place, what, "a word that is denied", f"[{folds[0]}, promis]")
            if folds and tuple(sorted(folds)) in seen:
                what = f"{name} has the phrasing {shown(' '.join(folds))} twice; the order of its words does not count"
                yield Fault(place, what, "each phrasing once", "deleting one")
            seen.add(tuple(sorted(folds)))


def _beginning(trail: Trail, name: str, beginning: str) -> Iterator[Fault]:
    heard = [word for sentence in sentences(beginning) for word in sentence.words]
    if not heard:
        hint = "letters, such as confiden"
        yield Fault(trail, f"{name} looks for {shown(beginning)}, which is no word", "the beginning of a word", hint)
    elif heard != [fold(beginning)]:
        what = f"{name} looks for {shown(beginning)}, which is read as {', '.join(map(shown, heard))}"
        yield Fault(trail, what, "the beginning of one word", f"`{', '.join(heard)}`")


def _model_answer(question: Plain) -> Iterator[Fault]:
    """Refuse a model answer in which the checker does not find what the rubric asks for."""
    model = question.get("model")
    if not isinstance(model, str) or not folded(model):
        return
    rubric = []
    for _, criterion in rows(question, "rubric"):
        listed = criterion.get("phrasings")
        listed = listed if isinstance(listed, list | tuple) else ()
        phrasings = [list(each) for each in listed if isinstance(each, list | tuple)]
        rubric.append({"id": criterion.get("id"), "phrasings": phrasings})
    result: Any = grade({"kind": "reflect", "rubric": rubric, "longest": 5000}, model)
    for part in result["parts"]:
        if part["verdict"] == "open":
            what = f"the model answer does not meet criterion {shown(part['id'])}"
            hint = "a phrasing with the words of the model answer"
            yield Fault(("model",), what, "an answer in which every criterion is found", hint)


PRACTICE_RULES: tuple[Callable[[Plain], Iterator[Fault]], ...] = (_turns, _compose, _levels, _reflect)
