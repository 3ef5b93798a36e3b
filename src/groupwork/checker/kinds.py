"""The kinds of question, and the one door through which each of them is graded."""

from . import choice, cloze, compose, match, multi, order, rate, reflect, transcript
from .grades import problem

# A new kind is one module with `grade(question, response)` and one line here.
KINDS = {
    "choice": choice.grade,
    "multi": multi.grade,
    "order": order.grade,
    "match": match.grade,
    "cloze": cloze.grade,
    "transcript": transcript.grade,
    "compose": compose.grade,
    "rate": rate.grade,
    "reflect": reflect.grade,
}


def grade(question: object, response: object) -> dict[str, object]:
    """Grade a response to a question.

    Returns `score` (0.0–1.0, four decimals), `points` and `max` (whole numbers), `correct`, `problem`,
    `detail`, and `parts`: one per option, item, pair, gap, turn, rule, response or criterion, with `id` and
    `verdict`, which is one of right, wrong, missed, unchosen; near (rate); found, open (reflect).
    `reflect` is never graded: its result has `formative` and a `max` of 0.
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
