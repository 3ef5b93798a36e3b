"""Responses: names what keeps a response from being graded.

Each check returns the name of a problem, or "" if there is none.
Checks never depend on the order of a dict, which MicroPython does not keep.
"""

from .folding import squeeze

LONGEST_TEXT = 500
MOST_ENTRIES = 100


def is_empty(response: object) -> bool:
    """Say whether a response is one of the four ways of not answering."""
    return response in (None, "", [], {})


def is_blank(value: object) -> bool:
    """Say whether a gap or a pair was left without an answer; white space is none."""
    return value is None or (isinstance(value, str) and squeeze(value) == "")


def is_oversized(response: object, longest: int = LONGEST_TEXT) -> bool:
    """Say whether a response passes the caps: `longest` characters as a text, 100 entries, 500 characters in one."""
    if isinstance(response, str):
        return len(response) > longest
    if isinstance(response, (list, dict)):
        if len(response) > MOST_ENTRIES:
            return True
        values = response.values() if isinstance(response, dict) else response
        return any(isinstance(value, str) and len(value) > LONGEST_TEXT for value in values)
    return False


def trouble_with_size(response: object, longest: int = LONGEST_TEXT) -> str:
    """Check what holds for every kind: a response is neither too long nor empty."""
    if is_oversized(response, longest):
        return "too-long"
    return "empty" if is_empty(response) else ""


def trouble_with_id(response: object, known: list[str]) -> str:
    """Check a response that is one id."""
    trouble = trouble_with_size(response)
    if not trouble and not isinstance(response, str):
        trouble = "type"
    return trouble or ("" if response in known else "unknown-id")


def trouble_with_ids(response: object, known: list[str]) -> str:
    """Check a response that is a list of ids, each at most once."""
    trouble = trouble_with_size(response)
    if trouble:
        return trouble
    if not isinstance(response, list) or not all(isinstance(ident, str) for ident in response):
        return "type"
    if not all(ident in known for ident in response):
        return "unknown-id"
    return "duplicate-id" if len(set(response)) < len(response) else ""


def trouble_with_texts(response: object, known: list[str]) -> str:
    """Check a response that is a dict from ids to texts, where None and white space stand for no answer."""
    trouble = trouble_with_size(response)
    if trouble:
        return trouble
    if not isinstance(response, dict):
        return "type"
    if all(is_blank(value) for value in response.values()):
        return "empty"
    texts = list(response) + [value for value in response.values() if value is not None]
    if not all(isinstance(text, str) for text in texts):
        return "type"
    return "" if all(ident in known for ident in response) else "unknown-id"
