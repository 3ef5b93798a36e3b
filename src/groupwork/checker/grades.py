"""Grades: the shape of a result, and the sentences that a learner reads when nothing could be graded."""

from .measures import ratio

DETAILS = {
    "bad-question": "This question has a fault in it, so it cannot be graded. It is not your doing.",
    "unknown-kind": "This page cannot grade this kind of question yet.",
    "too-long": "This answer is longer than the question can take. Please shorten it.",
    "empty": "Give an answer first.",
    "type": "This answer has a shape that the question cannot read. Please answer again.",
    "unknown-id": "This answer names something that is not part of the question. Please answer again.",
    "duplicate-id": "This answer names the same thing twice. Please answer again.",
    "incomplete": "Some parts are still missing. Please use all of them.",
}


def verdict(correct: bool, chosen: bool) -> str:
    """Name what choosing, or not choosing, a correct or wrong option amounts to."""
    if chosen:
        return "right" if correct else "wrong"
    return "missed" if correct else "unchosen"


def graded(points: int, maximum: int, parts: list[dict[str, object]]) -> dict[str, object]:
    """Build the result of a response that could be graded; full points are what `correct` means."""
    return {
        "score": ratio(points, maximum),
        "points": points,
        "max": maximum,
        "correct": points == maximum,
        "problem": None,
        "detail": "",
        "parts": parts,
    }


def formative(parts: list[dict[str, object]]) -> dict[str, object]:
    """Build the result of a response that is read but never graded."""
    return {
        "score": 0.0,
        "points": 0,
        "max": 0,
        "correct": False,
        "formative": True,
        "problem": None,
        "detail": "",
        "parts": parts,
    }


def problem(name: str, maximum: int = 0, detail: str = "") -> dict[str, object]:
    """Build the result of a response that could not be graded; `detail` replaces the general sentence."""
    return {
        "score": 0.0,
        "points": 0,
        "max": maximum,
        "correct": False,
        "problem": name,
        "detail": detail or DETAILS[name],
        "parts": [],
    }
