"""Transcript: marked turns of a session are tagged. The response is a dict from the id of a turn to that of a tag."""

from .grades import graded, problem
from .questions import entries
from .responses import is_blank, trouble_with_texts


def key_of(question: dict[str, object], tags: list[str]) -> list[tuple[str, str]] | None:
    """Return the asked turns as (id, id of the tag), or None if they cannot be graded.

    A page sends the asked turns only; in a full transcript, turns without an id and turns `shown` are passed over.
    """
    turns = question.get("turns")
    if not isinstance(turns, list) or not all(isinstance(turn, dict) for turn in turns):
        return None
    listed = entries({"turns": [turn for turn in turns if turn.get("id") is not None]}, "turns")
    if listed is None:
        return None
    key = []
    for ident, turn in listed:
        tag = turn.get("tag")
        if not isinstance(tag, str) or tag not in tags:
            return None
        if turn.get("shown") is not True:
            key.append((ident, tag))
    return key or None


def grade(question: dict[str, object], response: object) -> dict[str, object]:
    """Grade tagged turns: one point each; `given` in a part is the tag that was given, or None."""
    tags = [ident for ident, _ in entries(question, "tags") or []]
    key = key_of(question, tags)
    if key is None:
        return problem("bad-question")
    trouble = trouble_with_texts(response, [ident for ident, _ in key])
    if trouble or not isinstance(response, dict):
        return problem(trouble, len(key), "Tag at least one turn first." if trouble == "empty" else "")
    answers = {ident: tag for ident, tag in response.items() if not is_blank(tag)}
    if not all(tag in tags for tag in answers.values()):
        return problem("unknown-id", len(key))
    parts: list[dict[str, object]] = []
    points = 0
    for ident, tag in key:
        given = answers.get(ident)
        verdict = "missed" if given is None else "right" if given == tag else "wrong"
        points += 1 if verdict == "right" else 0
        parts.append({"id": ident, "verdict": verdict, "given": given})
    return graded(points, len(key), parts)
