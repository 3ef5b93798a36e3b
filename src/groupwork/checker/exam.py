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
        drawn = [""]
        while drawn and len(form) < count:
            taken = {question.get("clone_group") for question in fitting if question.get("id") in form}
            left = [question for question in waiting if question.get("id") not in form]
            apart = [each for each in left if each.get("clone_group") is None or each.get("clone_group") not in taken]
            drawn = assemble(apart or left, count - len(form), seed)
            form += drawn
            again += len(drawn) if number else 0
    return {"ids": form, "again": again}


class Answer:
    """What came of one question of a block."""

    def __init__(self, question: dict[str, object], given: list[object], seconds: int, sure: int) -> None:
        """Grade what was settled on last; a question left open is not right."""
        self.id = question.get("id")
        self.groups = {field: str(question.get(field)) for field in FIELDS}
        self.key = question.get("key")
        self.given = given
        self.seconds = seconds
        self.sure = sure
        self.late = question.get("late") is True
        self.right = self.is_right(given[-1]) if given else 0

    def is_right(self, response: object) -> int:
        """Return 1 if the response has full points, otherwise 0."""
        return 1 if grade(self.key, response)["correct"] else 0


def read(questions: object) -> list[Answer]:
    """Return the questions of a block, graded. Raises TypeError if they have not the form that `report` wants."""
    if not isinstance(questions, list):
        raise TypeError("questions: expected a list")
    found = []
    for question in questions:
        if not isinstance(question, dict) or not isinstance(question.get("key"), dict):
            raise TypeError("questions: expected objects with a key")
        given, seconds, sure = question.get("given"), question.get("seconds"), question.get("sure")
        if type(seconds) is not int or type(sure) is not int:
            raise TypeError("seconds, sure: expected whole numbers")
        if not isinstance(given, list):
            raise TypeError("given: expected a list of responses")
        found.append(Answer(question, given, seconds, sure))
    return found


def share(answers: list[Answer]) -> dict[str, object]:
    """Return how many of some questions are right, with the 95 % interval."""
    right = sum([each.right for each in answers])
    return {"right": right, "total": len(answers), "interval": wilson(right, len(answers))}


def by(answers: list[Answer], field: str) -> dict[str, object]:
    """Return the share for each value of a field."""
    groups: dict[str, list[Answer]] = {}
    for each in answers:
        groups.setdefault(each.groups[field], []).append(each)
    return {name: share(group) for name, group in groups.items()}


def changes(answered: list[Answer]) -> dict[str, int]:
    """Count the answers whose first response differs from the last, by what the change did."""
    counts = {"right_to_wrong": 0, "wrong_to_right": 0, "wrong_to_wrong": 0}
    for each in answered:
        if each.given[0] != each.given[-1]:
            before = each.is_right(each.given[0])
            if before != each.right:
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


def pace(answered: list[Answer]) -> list[dict[str, object]]:
    """Return share and median seconds of the fastest, the middle and the slowest third; empty below six answers."""
    number = len(answered)
    if number < 6:
        return []
    # MicroPython's sort is not stable: the place settles ties, so that every runtime cuts alike.
    order = [place for _, place in sorted([(each.seconds, place) for place, each in enumerate(answered)])]
    thirds = []
    for at, name in enumerate(THIRDS):
        part = [answered[place] for place in order[at * number // 3 : (at + 1) * number // 3]]
        third = share(part)
        third["third"] = name
        third["seconds"] = median([each.seconds for each in part])
        thirds.append(third)
    return thirds


def report(questions: object) -> dict[str, object]:
    """Grade a block and return its shares, changes of answers, pace and calibration.

    A question is `{"id", "area", "level", "objective", "key", "given", "seconds", "sure", "late"}`: `given` are the
    responses in the order in which the learner settled on them, the last one counts, and an empty list is a question
    left open; `sure` is 1 to 3, or 0 where not said; `late` is true where the last one came after the time was up.
    Raises TypeError for anything else.
    """
    asked = read(questions)
    answered = [each for each in asked if each.given]
    found: dict[str, object] = {
        "total": share(asked),
        "answered": len(answered),
        "within": sum([each.right for each in answered if not each.late]),
        "right": [each.id for each in asked if each.right],
        "changes": changes(answered),
        "pace": pace(answered),
        "calibration": calibration([{"right": [each.right], "sure": [each.sure]} for each in answered]),
    }
    for field in FIELDS:
        found[field] = by(asked, field)
    return found
