"""Rate: each of several responses in a moment is best, acceptable or harmful.

The response is a dict from the id of a response to a level.
"""

from .grades import graded, problem
from .questions import entries
from .responses import is_blank, trouble_with_texts

LEVELS = ["harmful", "acceptable", "best"]


def key_of(question: dict[str, object]) -> list[tuple[str, str]] | None:
    """Return the responses as (id, level), or None if they cannot be graded."""
    listed = entries(question, "responses")
    if listed is None:
        return None
    key = []
    for ident, response in listed:
        level = response.get("level")
        if not isinstance(level, str) or level not in LEVELS:
            return None
        key.append((ident, level))
    return key


def grade(question: dict[str, object], response: object) -> dict[str, object]:
    """Grade rated responses: two points for the level, one for the level next to it.

    `given` in a part is the level that was given, or None.
    """
    key = key_of(question)
    if key is None:
        return problem("bad-question")
    maximum = 2 * len(key)
    trouble = trouble_with_texts(response, [ident for ident, _ in key])
    if trouble or not isinstance(response, dict):
        return problem(trouble, maximum, "Rate at least one response first." if trouble == "empty" else "")
    answers = {ident: level for ident, level in response.items() if not is_blank(level)}
    if not all(level in LEVELS for level in answers.values()):
        return problem("unknown-id", maximum)
    parts: list[dict[str, object]] = []
    points = 0
    for ident, level in key:
        given = answers.get(ident)
        earned = 0 if given is None else 2 - abs(LEVELS.index(given) - LEVELS.index(level))
        verdict = "missed" if given is None else ("wrong", "near", "right")[earned]
        points += earned
        parts.append({"id": ident, "verdict": verdict, "given": given})
    return graded(points, maximum, parts)
