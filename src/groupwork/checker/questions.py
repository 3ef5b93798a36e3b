"""Questions: reads the key out of a question's plain JSON form, and refuses what cannot be graded."""


def entries(question: dict[str, object], field: str) -> list[tuple[str, dict[str, object]]] | None:
    """Return a field's entries as (id, entry), or None unless each is an object with an id of its own."""
    listed = question.get(field)
    if not isinstance(listed, list) or not listed:
        return None
    found = []
    seen = set()
    for entry in listed:
        ident = entry.get("id") if isinstance(entry, dict) else None
        if not isinstance(ident, str) or not ident or ident in seen:
            return None
        seen.add(ident)
        found.append((ident, entry))
    return found


def options(question: dict[str, object]) -> list[tuple[str, bool]] | None:
    """Return a question's options as (id, correct), or None if they cannot be graded."""
    listed = entries(question, "options")
    if listed is None:
        return None
    found = []
    for ident, option in listed:
        correct = option.get("correct")
        if correct is not None and not isinstance(correct, bool):
            return None
        found.append((ident, correct is True))
    return found
