"""The kinds of question, and the one door through which each of them is graded."""

from . import choice, cloze, match, multi, order
from .grades import problem

# A new kind is one module with `grade(question, response)` and one line here.
KINDS = {
    "choice": choice.grade,
    "multi": multi.grade,
    "order": order.grade,
    "match": match.grade,
    "cloze": cloze.grade,
}


def grade(question: object, response: object) -> dict[str, object]:
    """Grade a response to a question.

    Returns `score` (0.0–1.0, four decimals), `points` and `max` (whole numbers), `correct`, `problem`,
    `detail`, and `parts`: one per option, item, pair or gap, with `id` and `verdict`, which is one of
    right, wrong, missed, unchosen.
    `problem` is None or names why nothing was graded: bad-question, unknown-kind, too-long, empty, type,
    unknown-id, duplicate-id, incomplete – the first that holds, in this order; `detail` then says it kindly.
    Never raises, whatever JSON value the question and the response are.
    """
    if not isinstance(question, dict) or not isinstance(question.get("kind"), str):
        return problem("bad-question")
    grader = KINDS.get(question["kind"])
    if grader is None:
        return problem("unknown-kind")
    return grader(question, response)
