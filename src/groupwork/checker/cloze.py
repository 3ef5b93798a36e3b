"""Cloze: gaps in a text. The response is a dict from the id of a gap to what was typed there."""

from .folding import fold
from .grades import graded, problem
from .questions import entries
from .responses import is_blank, trouble_with_texts


def key_of(question: dict[str, object]) -> list[tuple[str, list[str]]] | None:
    """Return the gaps as (id, accepted forms, folded), or None if they cannot be graded."""
    listed = entries(question, "gaps")
    if listed is None:
        return None
    key = []
    for ident, gap in listed:
        accept = gap.get("accept")
        if not isinstance(accept, list) or not accept:
            return None
        if not all(isinstance(form, str) and not is_blank(form) for form in accept):
            return None
        key.append((ident, [fold(form) for form in accept]))
    return key


def grade(question: dict[str, object], response: object) -> dict[str, object]:
    """Grade filled gaps: one point each, for any accepted form.

    Forms are compared trimmed, with inner white space made one space, and case-folded – nothing more,
    because no more travels to other systems: accents, hyphens and spelling count.
    """
    key = key_of(question)
    if key is None:
        return problem("bad-question")
    trouble = trouble_with_texts(response, [ident for ident, _ in key])
    if trouble or not isinstance(response, dict):
        return problem(trouble, len(key), "Fill in at least one gap first." if trouble == "empty" else "")
    parts: list[dict[str, object]] = []
    points = 0
    for ident, forms in key:
        typed = fold(response.get(ident) or "")
        verdict = "missed" if typed == "" else "right" if typed in forms else "wrong"
        points += 1 if verdict == "right" else 0
        parts.append({"id": ident, "verdict": verdict})
    return graded(points, len(key), parts)
