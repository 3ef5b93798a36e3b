"""Exam practice: draws blocks from the pool so that nothing repeats too early, and reports on a finished block."""

from .forms import assemble, fits
from .kinds import grade
from .measures import wilson
from .progress import calibration

FIELDS = ("area", "level", "objective")
THIRDS = ("fastest", "middle", "slowest")


def times_met(met: object, ident: object) -> int:
    """Return how often a question has been in a block; anything that is no count is none."""
    number = met.get(ident) if isinstance(met, dict) else None
    return number if type(number) is int and number > 0 else 0


def draw(
    questions: list[dict[str, object]],
    count: int,
    seed: str | int,
    filters: dict[str, object] | None = None,
    met: dict[str, int] | None = None,
) -> dict[str, object]:
    """Draw a block of up to `count` questions and return its ids, and how many of them come again.

    `met` maps an id to the number of blocks that it has been in. Questions met less often come first, so that none
    repeats before the pool, as far as it fits the filters, is exhausted. Among those met equally often the
    objectives take turns and clones keep apart; two clones in a block are still better than a repetition.
    """
    fitting = [question for question in questions if fits(question, filters or {})]
    form: list[str] = []
    again = 0
    for number in sorted({times_met(met, question.get("id")) for question in fitting}):
        waiting = [question for question in fitting if times_met(met, question.get("id")) == number]
        drawn = True
        while drawn and len(form) < count:
            taken = {question.get("clone_group") for question in fitting if question.get("id") in form}
            left = [question for question in waiting if question.get("id") not in form]
            apart = [each for each in left if each.get("clone_group") is None or each.get("clone_group") not in taken]
            drawn = assemble(apart or left, count - len(form), seed)
            form += drawn
            again += len(drawn) if number else 0
    return {"ids": form, "again": again}


def checked(questions: object) -> list[dict[str, object]]:
    """Return the questions of a block if they have the form that `report` wants. Raises TypeError."""
    if not isinstance(questions, list):
        raise TypeError("questions: expected a list")
    for question in questions:
        if not isinstance(question, dict) or not isinstance(question.get("key"), dict):
            raise TypeError("questions: expected objects with a key")
        for field in ("seconds", "sure"):
            if type(question.get(field)) is not int:
                raise TypeError(field + ": expected a whole number")
        if not isinstance(question.get("given"), list):
            raise TypeError("given: expected a list of responses")
    return questions


def right_of(question: dict[str, object], response: object) -> int:
    """Return 1 if the response has full points, otherwise 0."""
    return 1 if grade(question["key"], response)["correct"] else 0


def share(questions: list[dict[str, object]]) -> dict[str, object]:
    """Return how many of some questions are right, with the 95 % interval; what was left open is not right."""
    right = sum([question["right"] for question in questions])
    return {"right": right, "total": len(questions), "interval": wilson(right, len(questions))}


def by(questions: list[dict[str, object]], field: str) -> dict[str, object]:
    """Return the share for each value of a field."""
    groups: dict[str, list[dict[str, object]]] = {}
    for question in questions:
        groups.setdefault(str(question.get(field)), []).append(question)
    return {name: share(group) for name, group in groups.items()}


def changes(answered: list[dict[str, object]]) -> dict[str, int]:
    """Count the answers whose first response differs from the last, by what the change did."""
    counts = {"right_to_wrong": 0, "wrong_to_right": 0, "wrong_to_wrong": 0}
    for question in answered:
        given = question["given"]
        if given[0] != given[-1]:
            before, after = right_of(question, given[0]), question["right"]
            if before != after:
                counts["right_to_wrong" if before else "wrong_to_right"] += 1
            elif not before:
                counts["wrong_to_wrong"] += 1
    return counts


def median(numbers: list[int]) -> int:
    """Return the median of whole numbers, rounded down; 0 for none."""
    ordered = sorted(numbers)
    half = len(ordered) // 2
    if not ordered:
        return 0
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) // 2


def pace(answered: list[dict[str, object]]) -> list[dict[str, object]]:
    """Return share and median seconds of the fastest, the middle and the slowest third; empty below six answers."""
    number = len(answered)
    if number < 6:
        return []
    # MicroPython's sort is not stable: the place settles ties, so that every runtime cuts alike.
    order = [place for _, place in sorted([(each["seconds"], place) for place, each in enumerate(answered)])]
    thirds = []
    for at, name in enumerate(THIRDS):
        part = [answered[place] for place in order[at * number // 3 : (at + 1) * number // 3]]
        third = share(part)
        third["third"] = name
        third["seconds"] = median([each["seconds"] for each in part])
        thirds.append(third)
    return thirds


def report(questions: object) -> dict[str, object]:
    """Grade a block and return its shares, changes of answers, pace and calibration.

    A question is `{"id", "area", "level", "objective", "key", "given", "seconds", "sure", "late"}`: `given` are the
    responses in the order in which the learner settled on them, the last one counts, and an empty list is a question
    left open; `sure` is 1 to 3, or 0 where not said; `late` is true where the last one came after the time was up.
    Raises TypeError for anything else.
    """
    asked = checked(questions)
    for question in asked:
        given = question["given"]
        question["right"] = right_of(question, given[-1]) if given else 0
    answered = [question for question in asked if question["given"]]
    measured = [{"right": [each["right"]], "sure": [each["sure"]]} for each in answered]
    found: dict[str, object] = {
        "total": share(asked),
        "answered": len(answered),
        "within": sum([each["right"] for each in answered if not each.get("late")]),
        "right": [each["id"] for each in asked if each["right"]],
        "changes": changes(answered),
        "pace": pace(answered),
        "calibration": calibration(measured),
    }
    for field in FIELDS:
        found[field] = by(asked, field)
    return found
