"""Forms: draws a practice set from a bank, the same for the same seed in every runtime."""

from .rng import shuffle


def fits(question: dict[str, object], filters: dict[str, object]) -> bool:
    """Say whether a question has, for every field named, the value or one of the values wanted."""
    for field, wanted in filters.items():
        values = wanted if isinstance(wanted, list) else [wanted]
        if question.get(field) is None or question.get(field) not in values:
            return False
    return True


def candidates(questions: list[dict[str, object]], filters: dict[str, object]) -> list[tuple[str, dict[str, object]]]:
    """Return the questions that fit, sorted by id, so that the order of the bank does not matter."""
    found = {}
    for question in questions:
        ident = question.get("id") if isinstance(question, dict) else None
        if isinstance(ident, str) and ident not in found:
            found[ident] = question
    return [(ident, found[ident]) for ident in sorted(found) if fits(found[ident], filters)]


def by_objective(drawn: list[tuple[str, dict[str, object]]]) -> list[list[tuple[str, dict[str, object]]]]:
    """Group drawn questions by objective; the groups stand in the order in which they were first drawn."""
    places: dict[str, int] = {}
    groups: list[list[tuple[str, dict[str, object]]]] = []
    for ident, question in drawn:
        objective = question.get("objective")
        name = objective if isinstance(objective, str) else ""
        if name not in places:
            places[name] = len(groups)
            groups.append([])
        groups[places[name]].append((ident, question))
    return groups


def assemble(
    questions: list[dict[str, object]], count: int, seed: str | int, filters: dict[str, object] | None = None
) -> list[str]:
    """Draw up to `count` questions and return their ids.

    `filters` maps a field (objective, level, phase, kind, …) to a value or a list of values.
    The objectives take turns, so that a form is spread over them; of one clone group at most one is drawn.
    If fewer fit, all that fit are returned. Entries without an id, and repeats of one, are passed over.
    Raises TypeError for a seed that is neither a text nor a whole number.
    """
    waiting = by_objective(shuffle(candidates(questions, filters or {}), seed))
    form: list[str] = []
    clone_groups: set[str] = set()
    while waiting and len(form) < count:
        group = waiting.pop(0)
        ident, question = group.pop(0)
        clone_group = question.get("clone_group")
        taken = isinstance(clone_group, str) and clone_group in clone_groups
        if not taken:
            form.append(ident)
            if isinstance(clone_group, str):
                clone_groups.add(clone_group)
        if group:
            # An objective whose question was passed over stays first in the queue: it has not had its turn.
            waiting.insert(0 if taken else len(waiting), group)
    return form
