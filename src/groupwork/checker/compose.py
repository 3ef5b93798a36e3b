"""Compose: a group is formed from cards. The response is a list of ids of cards, in any order.

Every rule looks at the chosen cards alone, so more than one group can meet all of them.
"""

from .grades import graded, problem
from .questions import entries
from .responses import trouble_with_ids


def traits_of(card: dict[str, object]) -> dict[str, str] | None:
    """Return the traits of a card, or None unless they are texts."""
    traits = card.get("traits")
    if traits is None:
        return {}
    if not isinstance(traits, dict) or not all(isinstance(value, str) for value in traits.values()):
        return None
    return traits


def cards_of(question: dict[str, object]) -> list[tuple[str, dict[str, str]]] | None:
    """Return the cards as (id, traits), or None if they cannot be chosen from."""
    listed = entries(question, "cards")
    if listed is None:
        return None
    cards = []
    for ident, card in listed:
        traits = traits_of(card)
        if traits is None:
            return None
        cards.append((ident, traits))
    return cards


def has(rule: dict[str, object], *fields: str) -> bool:
    """Say whether the fields of a rule are texts."""
    return all(isinstance(rule.get(field), str) for field in fields)


def counts(rule: dict[str, object], *fields: str) -> bool:
    """Say whether the fields of a rule are whole numbers of zero or more."""
    for field in fields:
        number = rule.get(field)
        if type(number) is not int or number < 0:
            return False
    return True


def names(rule: dict[str, object], known: list[str]) -> bool:
    """Say whether a rule names cards, all of them known."""
    cards = rule.get("cards")
    return isinstance(cards, list) and bool(cards) and all(card in known for card in cards)


def is_sound(rule: dict[str, object], known: list[str]) -> bool:
    """Say whether a rule has what its type needs."""
    kind = rule.get("type")
    if kind == "size":
        return counts(rule, "least", "most")
    if kind == "shared":
        return has(rule, "trait")
    if kind == "not-alone":
        values = rule.get("values")
        return has(rule, "trait") and (values is None or isinstance(values, list))
    if kind in ("most", "least"):
        return has(rule, "trait", "value") and counts(rule, str(kind))
    return kind in ("apart", "without") and names(rule, known)


def holders(chosen: list[tuple[str, dict[str, str]]], trait: object, value: object) -> list[str]:
    """Return the chosen cards that have a value of a trait."""
    return [ident for ident, traits in chosen if traits.get(str(trait)) == value]


def strangers(chosen: list[tuple[str, dict[str, str]]], trait: str) -> list[str]:
    """Return the chosen cards without the value that most of them have; of two such values the first counts."""
    values = [traits.get(trait) for _, traits in chosen]
    common: str | None = None
    for value in values:
        if value is not None and (common is None or values.count(value) > values.count(common)):
            common = value
    return [ident for ident, traits in chosen if common is None or traits.get(trait) != common]


def loners(chosen: list[tuple[str, dict[str, str]]], trait: str, values: object) -> list[str]:
    """Return the chosen cards that are alone with their value of a trait."""
    alone = []
    for ident, traits in chosen:
        value = traits.get(trait)
        watched = value is not None and (not isinstance(values, list) or value in values)
        if watched and len(holders(chosen, trait, value)) == 1:
            alone.append(ident)
    return alone


def judge(rule: dict[str, object], chosen: list[tuple[str, dict[str, str]]]) -> tuple[bool, list[str]]:
    """Return whether a sound rule is met, and the cards that break it; none break a rule that asks for more."""
    kind = rule["type"]
    trait = str(rule.get("trait"))
    if kind == "size":
        return within(rule, len(chosen)), []
    if kind in ("most", "least"):
        held = holders(chosen, trait, rule.get("value"))
        met = within(rule, len(held))
        return met, [] if met or kind == "least" else held
    listed = rule.get("cards")
    if kind == "shared":
        breaking = strangers(chosen, trait)
    elif kind == "not-alone":
        breaking = loners(chosen, trait, rule.get("values"))
    else:
        breaking = [ident for ident, _ in chosen if isinstance(listed, list) and ident in listed]
    if kind == "apart" and len(breaking) < 2:
        breaking = []
    # One member has nothing in common with anybody.
    return not breaking and (kind != "shared" or len(chosen) > 1), breaking


def within(rule: dict[str, object], number: int) -> bool:
    """Say whether a number lies within the `least` and `most` of a rule, as far as it has them."""
    least = rule.get("least")
    most = rule.get("most")
    return not (isinstance(least, int) and number < least) and not (isinstance(most, int) and number > most)


def grade(question: dict[str, object], response: object) -> dict[str, object]:
    """Grade a group: one point for each rule it meets; `cards` in a part names the chosen cards that break it.

    Cards stand in the order of the question. A rule about a trait that a card does not have passes that card over,
    but a purpose that one does not have is not shared.
    """
    cards = cards_of(question)
    rules = entries(question, "rules")
    known = [ident for ident, _ in cards or []]
    if cards is None or rules is None or not all(is_sound(rule, known) for _, rule in rules):
        return problem("bad-question")
    trouble = trouble_with_ids(response, known)
    if trouble or not isinstance(response, list):
        return problem(trouble, len(rules), "Choose at least one member first." if trouble == "empty" else "")
    chosen = [(ident, traits) for ident, traits in cards if ident in response]
    parts: list[dict[str, object]] = []
    points = 0
    for ident, rule in rules:
        met, breaking = judge(rule, chosen)
        points += 1 if met else 0
        parts.append({"id": ident, "verdict": "right" if met else "wrong", "cards": breaking})
    return graded(points, len(rules), parts)
