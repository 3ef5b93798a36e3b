"""What may stand where people write text."""

from __future__ import annotations

import re

from groupwork.bank.errors import Fault, Trail

_PLACEHOLDER = re.compile(
    r"(todo|tbd|tba|fixme|xxx+|lorem|placeholder|(option|answer) [a-e1-9])[\s.:…!?-]*"
    r"|(todo|tbd|fixme)\s*:.*|.*\blorem ipsum\b.*",
    re.IGNORECASE | re.DOTALL,
)
_LOUD_PLACEHOLDER = re.compile(r"\b(TODO|TBD|FIXME)\b")
_HTML = re.compile(r"</?[a-zA-Z][^<>]*>|<!--|&(#[0-9]+|#x[0-9a-fA-F]+|[a-zA-Z]{2,8});")
_MARKDOWN = re.compile(
    r"\*\*|`|[^\]]\]\(|(?<!\w)_(?=[^\W_])[^_]*[^\W_]_(?!\w)|(?<![\w*])\*(?=\w)[^*]*(?<=\w)\*(?![\w*])"
)
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_UNFIT = (
    (re.compile("\t"), "holds the tab", "spaces", "replacing each tab by a space"),
    (_UNSEEN, "holds the unseen character", "characters that can be seen", "deleting it"),
    (_HTML, "holds the HTML", "plain text", "the words or characters alone"),
    (_MARKDOWN, "holds the Markdown", "plain text", "the words alone"),
)


def text_fault(text: str, trail: Trail = ()) -> Fault | None:
    """Return what keeps a text from being shown to a reader, if anything does."""
    if not re.search(r"[^\W_]", text):
        return Fault(trail, "has no words", "text for the reader", "writing it, or deleting the entry")
    if _PLACEHOLDER.fullmatch(text) or _LOUD_PLACEHOLDER.search(text):
        return Fault(trail, f"is the placeholder {shown(text)}", "the text itself", "writing it now")
    for pattern, what, expected, hint in _UNFIT:
        if found := pattern.search(text):
            part = shown(found[0]) if found[0].isprintable() else f"U+{ord(found[0]):04X}"
            return Fault(trail, f"{what} {part}", expected, hint)
    return None


def shown(value: object) -> str:
    """Return a value as a message shows it: short, in one line, between backticks."""
    text = str(value).lower() if isinstance(value, bool) else " ".join(str(value).split())
    return f"`{text if len(text) <= 40 else text[:39] + '…'}`"


def folded(text: str) -> str:
    """Return a text as a reader compares it: without case, punctuation or extra spaces."""
    return " ".join(re.sub(r"[\W_]+", " ", text.casefold()).split())
