"""Progress: what a learner's answers say about a module, an objective, and about being sure.

It takes the first answer to a question on each day: an answer given again right after the reasons shows nothing.
Sources of the rules: docs/contributing/decisions/0011-what-counts-as-progress.md.
"""

from .measures import ratio, wilson

LEVELS = (1, 2, 3)
# What “guess”, “fairly sure” and “sure” are read as, in per cent; most questions have three options.
READ_AS = {1: 33, 2: 67, 3: 95}
MASTERY_QUESTIONS = 10
MASTERY_DAYS = 2


def checked(questions: object) -> list[dict[str, list[int]]]:
    """Return the questions if each has three lists of whole numbers of one length. Raises TypeError."""
    if not isinstance(questions, list):
        raise TypeError("questions: expected a list")
    for question in questions:
        if not isinstance(question, dict):
            raise TypeError("questions: expected objects")
        lengths = []
        for field in ("days", "right", "sure"):
            numbers = question.get(field)
            if not isinstance(numbers, list) or not all(type(number) is int for number in numbers):
                raise TypeError(field + ": expected a list of whole numbers")
            lengths.append(len(numbers))
        if len(set(lengths)) > 1:
            raise TypeError("days, right, sure: expected lists of one length")
    return questions


def is_scored(question: object) -> bool:
    """Say whether a question counts; one that is asked before it is taught does not."""
    return isinstance(question, dict) and question.get("scored") is not False


def days_passed(questions: list[dict[str, list[int]]]) -> int:
    """Count the days on which at least ten questions were answered and at least 80 % of them right."""
    totals: dict[int, int] = {}
    rights: dict[int, int] = {}
    for question in questions:
        for place, day in enumerate(question["days"]):
            totals[day] = totals.get(day, 0) + 1
            rights[day] = rights.get(day, 0) + question["right"][place]
    return len([day for day in totals if totals[day] >= MASTERY_QUESTIONS and 5 * rights[day] >= 4 * totals[day]])


def standing(questions: list[dict[str, list[int]]]) -> dict[str, object]:
    """Return how some questions stand, each by its last day: answered, right, interval of the share, mastery."""
    answered = [question for question in questions if question["days"]]
    right = sum([question["right"][-1] for question in answered])
    passed = days_passed(answered)
    return {
        "questions": len(questions),
        "answered": len(answered),
        "right": right,
        "interval": wilson(right, len(answered)),
        "days": passed,
        "mastered": passed >= MASTERY_DAYS,
    }


def calibration(questions: list[dict[str, list[int]]]) -> dict[str, object]:
    """Return the share right per level of confidence, and the Brier score of all answers that have one.

    The score is the mean of (p - right)², from 0 to 1; None where no answer says how sure the learner was.
    Source: Brier (1950), Monthly Weather Review 78, 1–3.
    """
    rights, totals = dict.fromkeys(LEVELS, 0), dict.fromkeys(LEVELS, 0)
    squares = 0
    for question in questions:
        for place, sure in enumerate(question["sure"]):
            if sure in LEVELS:
                right = question["right"][place]
                totals[sure] += 1
                rights[sure] += right
                squares += (READ_AS[sure] - 100 * right) ** 2
    total = sum([totals[level] for level in LEVELS])
    levels = [
        {
            "level": level,
            "right": rights[level],
            "total": totals[level],
            "interval": wilson(rights[level], totals[level]),
            "read_as": READ_AS[level],
        }
        for level in LEVELS
    ]
    return {"levels": levels, "total": total, "brier": ratio(squares, 10000 * total) if total else None}


def progress(questions: object) -> dict[str, object]:
    """Return the standing of every module and objective, the calibration, and what was sure and is wrong.

    A question is `{"id", "module", "objective", "days", "right", "sure"}`: three lists with one entry per day on
    which it was answered – the day's number, 1 for right or 0, and the confidence 1 to 3, or 0 where not said.
    One with `scored` false, asked before it is taught, has a confidence like all others and counts for no standing.
    Raises TypeError for anything else.
    """
    asked = checked(questions)
    groups: dict[str, dict[str, list[dict[str, list[int]]]]] = {"module": {}, "objective": {}}
    for question in filter(is_scored, asked):
        for field, group in groups.items():
            group.setdefault(str(question.get(field)), []).append(question)
    return {
        "modules": {name: standing(group) for name, group in groups["module"].items()},
        "objectives": {name: standing(group) for name, group in groups["objective"].items()},
        "calibration": calibration(asked),
        "sure_and_wrong": [
            question["id"]
            for question in asked
            if question["days"] and question["sure"][-1] == 3 and not question["right"][-1]
        ],
    }
