"""Multi: several options are right. The response is a list of ids, in any order."""

from .grades import graded, problem, verdict
from .questions import options
from .responses import trouble_with_ids


def grade(question: dict[str, object], response: object) -> dict[str, object]:
    """Grade chosen options: right minus wrong, never below nothing, out of the number of right options.

    This is the rule that Canvas and Moodle can express too; choosing everything must not pay.
    """
    listed = options(question)
    maximum = 0 if listed is None else sum(1 for _, correct in listed if correct)
    if listed is None or maximum == 0:
        return problem("bad-question")
    trouble = trouble_with_ids(response, [ident for ident, _ in listed])
    if trouble or not isinstance(response, list):
        return problem(trouble, maximum, "Choose at least one answer first." if trouble == "empty" else "")
    parts: list[dict[str, object]] = []
    balance = 0
    for ident, correct in listed:
        chosen = ident in response
        parts.append({"id": ident, "verdict": verdict(correct, chosen)})
        if chosen:
            balance += 1 if correct else -1
    return graded(max(0, balance), maximum, parts)
