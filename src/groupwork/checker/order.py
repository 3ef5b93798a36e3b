"""Order: the items are stored in their right order. The response lists all ids."""

from .grades import graded, problem
from .questions import entries
from .responses import trouble_with_ids


def grade(question: dict[str, object], response: object) -> dict[str, object]:
    """Grade an order: one point for the whole order, none otherwise.

    Parts stand in the order of the response; `verdict` is about the item's own place.
    `next` is about its neighbour: whether the item placed after it truly follows it, None for the last.
    """
    listed = entries(question, "items")
    if listed is None:
        return problem("bad-question")
    key = [ident for ident, _ in listed]
    trouble = trouble_with_ids(response, key)
    if trouble or not isinstance(response, list):
        return problem(trouble, 1, "Put the items in order first." if trouble == "empty" else "")
    if len(response) < len(key):
        return problem("incomplete", 1, "Some items are still missing. Please put all of them in order.")
    places = {ident: place for place, ident in enumerate(key)}
    parts: list[dict[str, object]] = []
    for place, ident in enumerate(response):
        last = place + 1 == len(response)
        parts.append(
            {
                "id": ident,
                "verdict": "right" if ident == key[place] else "wrong",
                "next": None if last else places[response[place + 1]] == places[ident] + 1,
            }
        )
    return graded(1 if response == key else 0, 1, parts)
