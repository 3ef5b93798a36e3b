"""Match: every left belongs to one right; several lefts may share a right, some rights may fit none.

The response is a dict from the id of a pair to the id of a right.
"""

from .grades import graded, problem
from .questions import entries
from .responses import is_blank, trouble_with_texts


def key_of(question: dict[str, object]) -> list[tuple[str, str]] | None:
    """Return the pairs as (id, id of their right), or None if they cannot be graded."""
    listed = entries(question, "pairs")
    if listed is None:
        return None
    key = []
    for ident, pair in listed:
        right = pair.get("right")
        if not isinstance(right, str) or not right:
            return None
        key.append((ident, right))
    return key


def rights_of(question: dict[str, object], key: list[tuple[str, str]]) -> list[str] | None:
    """Return the ids that may be given, [] if the question does not list them, None if its list is faulty."""
    if question.get("rights") is None:
        return []
    listed = entries(question, "rights")
    if listed is None:
        return None
    rights = [ident for ident, _ in listed]
    return rights if all(right in rights for _, right in key) else None


def grade(question: dict[str, object], response: object) -> dict[str, object]:
    """Grade matched pairs: one point each; `given` in a part is the right that was given, or None.

    A page may send the pairs without `rights`; then a right that no pair has is wrong instead of unknown.
    """
    key = key_of(question)
    rights = None if key is None else rights_of(question, key)
    if key is None or rights is None:
        return problem("bad-question")
    trouble = trouble_with_texts(response, [ident for ident, _ in key])
    if trouble or not isinstance(response, dict):
        return problem(trouble, len(key), "Match at least one pair first." if trouble == "empty" else "")
    answers = {ident: right for ident, right in response.items() if not is_blank(right)}
    if rights and not all(right in rights for right in answers.values()):
        return problem("unknown-id", len(key))
    parts: list[dict[str, object]] = []
    points = 0
    for ident, right in key:
        given = answers.get(ident)
        verdict = "missed" if given is None else "right" if given == right else "wrong"
        points += 1 if verdict == "right" else 0
        parts.append({"id": ident, "verdict": verdict, "given": given})
    return graded(points, len(key), parts)
