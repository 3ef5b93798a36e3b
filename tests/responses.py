"""Responses that earn every point, and none, to a question in its plain form."""

from collections.abc import Mapping
from itertools import chain, combinations
from typing import Any

from groupwork.checker import grade

Plain = Mapping[str, Any]


def right(question: Plain) -> Any:
    """Return the response that earns every point."""
    match question["kind"]:
        case "choice":
            return next(option["id"] for option in question["options"] if option.get("correct"))
        case "multi":
            return [option["id"] for option in question["options"] if option.get("correct")]
        case "order":
            return [item["id"] for item in question["items"]]
        case "match":
            return {pair["id"]: pair["right"] for pair in question["pairs"]}
        case "cloze":
            return {gap["id"]: gap["accept"][0] for gap in question["gaps"]}
        case "transcript":
            return {turn["id"]: turn["tag"] for turn in asked(question)}
        case "compose":
            cards = [card["id"] for card in question["cards"]]
            groups = chain.from_iterable(combinations(cards, size) for size in range(1, len(cards)))
            return next(list(group) for group in groups if grade(dict(question), list(group))["correct"])
        case "rate":
            return {response["id"]: response["level"] for response in question["responses"]}
        case "reflect":
            return question["model"]
    raise ValueError(question["kind"])


def asked(question: Plain) -> list[Plain]:
    """Return the turns of a transcript that a learner tags."""
    return [turn for turn in question["turns"] if turn["id"] and not turn["shown"]]


def wrong(question: Plain) -> Any:
    """Return a response that earns no point."""
    match question["kind"]:
        case "choice":
            return next(option["id"] for option in question["options"] if not option.get("correct"))
        case "multi":
            return [next(option["id"] for option in question["options"] if not option.get("correct"))]
        case "order":
            return [item["id"] for item in reversed(question["items"])]
        case "match":
            rights = [entry["id"] for entry in question["rights"]]
            return {
                pair["id"]: next(name for name in reversed(rights) if name != pair["right"])
                for pair in question["pairs"]
            }
        case "cloze":
            return {gap["id"]: "something else" for gap in question["gaps"]}
        case "transcript":
            tags = [tag["id"] for tag in question["tags"]]
            return {turn["id"]: next(tag for tag in tags if tag != turn["tag"]) for turn in asked(question)}
        case "compose":
            return [card["id"] for card in question["cards"]]
        case "rate":
            far = {"best": "harmful", "acceptable": "harmful", "harmful": "best"}
            return {response["id"]: far[response["level"]] for response in question["responses"]}
        case "reflect":
            return "The weather was fine and we talked about football for a long time."
    raise ValueError(question["kind"])
