"""Choice: one option is right. The response is its id."""

from .grades import graded, problem, verdict
from .questions import options
from .responses import trouble_with_id


def grade(question: dict[str, object], response: object) -> dict[str, object]:
    """Grade one chosen option: one point or none; parts stand in the order of the options."""
    listed = options(question)
    if listed is None or sum(1 for _, correct in listed if correct) != 1:
        return problem("bad-question")
    trouble = trouble_with_id(response, [ident for ident, _ in listed])
    if trouble:
        return problem(trouble, 1, "Choose an answer first." if trouble == "empty" else "")
    parts: list[dict[str, object]] = []
    points = 0
    for ident, correct in listed:
        chosen = ident == response
        parts.append({"id": ident, "verdict": verdict(correct, chosen)})
        points += 1 if chosen and correct else 0
    return graded(points, 1, parts)
