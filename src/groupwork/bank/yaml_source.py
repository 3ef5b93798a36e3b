"""Reading a YAML file into plain data that remembers its lines.

The dialect is smaller than YAML: no anchors, tags or second documents, and a scalar that YAML 1.1 and 1.2
read differently must be quoted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from groupwork.bank.errors import Fault, Problem, Trail
from groupwork.bank.yaml_events import Reading, StopError

MAX_BYTES = 2 * 1024 * 1024

# NEL, LS and PS are line breaks to YAML and to no editor: they would shift every line number.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_TAB_INDENT = re.compile(r"^ *\t", re.MULTILINE)
_QUESTION_ID = re.compile(r"^ *- +id: *[\"']?([a-z][a-z-]*-[0-9]{3})\b", re.MULTILINE)

_SYNTAX = {
    "mapping values are not allowed": (
        "one `field: text` in a line",
        "text with a colon in quotes or on the next line after `>-`, or this line further left",
    ),
    "end of stream": ("a closing quote or bracket", "closing what is opened here"),
    "cannot start any token": ("quotes around text that begins with @, ` or %", "the text in quotes"),
    "unknown escape": ("no backslash between double quotes", "single quotes"),
    "expected ',' or": (
        "a comma or a closing bracket",
        "closing the bracket, or quotes around text with commas",
    ),
    "node content": ("a value or a closing bracket", "closing the bracket that is open here"),
    "could not find expected ':'": (
        "`field: text`",
        "a colon and a space after the field's name, or `>-` above",
    ),
    "alphabetic or numeric": ("text", "the text in quotes, if it should begin with * or &"),
}
_INDENTATION = (
    "all fields of one entry in one column",
    "moving this line, or the one above, to the column of its neighbours",
)


@dataclass(frozen=True)
class Document:
    """A file's data (None if it could not be read), the line of each value, and what was wrong with its YAML.

    `unread` holds the trails whose value is a stand-in: nothing more should be said about them.
    """

    file: str
    data: Any = None
    lines: Mapping[Trail, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    unread: frozenset[Trail] = frozenset()

    def line(self, trail: Trail) -> int:
        """Return the line of a value, or of the nearest thing around it that stands in the file."""
        while trail and trail not in self.lines:
            trail = trail[:-1]
        return self.lines.get(trail, 1)

    def problem(self, fault: Fault, question: str | None = None) -> Problem:
        """Return the fault with its file and line."""
        return Problem(self.file, self.line(fault.trail), question, fault.what, fault.expected, fault.hint)

    def is_unread(self, trail: Trail) -> bool:
        """Tell whether the value, or what it stands in, could not be read."""
        return bool(self.unread) and any(trail[:end] in self.unread for end in range(len(trail) + 1))


def read(path: Path, file: str) -> Document:
    """Read a YAML file; `file` is the name that problems give it."""
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        reason = (error.strerror or "error").lower()
        what = f"the file cannot be read ({reason})"
        return Document(file, problems=(Problem(file, 1, None, what, "a YAML file", "putting the file there"),))
    return parse(content, file)


def parse(content: bytes, file: str) -> Document:
    """Read the content of a YAML file; `file` is the name that problems give it."""
    reading = Reading()
    text = content.decode("utf-8", "replace")
    data = None
    try:
        text = decode(content)
        reading.take(text)
        data = reading.data
    except StopError as stop:
        reading.say(stop.line, (), *stop.words)
    except yaml.YAMLError as error:
        line, words = _syntax(error)
        reading.say(line, (), *words)
    problems = tuple(
        Problem(file, line, _question(data, fault.trail, text, line), fault.what, fault.expected, fault.hint)
        for line, fault in reading.faults
    )
    return Document(file, data, reading.lines, problems, frozenset(reading.unread))


def decode(content: bytes) -> str:
    """Return the text of a file, or raise StopError at the first byte that no person wrote."""
    if len(content) > MAX_BYTES:
        raise StopError(1, "the file is larger than 2 MiB", "a file that people can edit", "several smaller files")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        what = f"the byte 0x{content[error.start]:02x} is not UTF-8"
        raise StopError(line, what, "text encoded in UTF-8", "saving the file as UTF-8 in the editor") from None
    if found := _CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        what = f"the character U+{ord(found[0]):04X} cannot be seen"
        raise StopError(line, what, "readable text", "deleting the character, or checking that this is a text file")
    if found := _TAB_INDENT.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise StopError(line, "a tab indents this line", "spaces", "replacing each tab by two spaces")
    return text


def _syntax(error: yaml.YAMLError) -> tuple[int, tuple[str, str, str]]:
    problem = str(getattr(error, "problem", None) or "it is not YAML")
    mark = getattr(error, "problem_mark", None)
    if "end of stream" in problem or "could not find" in problem or "expected ','" in problem:
        # Where the quote, field or bracket began says more than where the reader gave up.
        mark = getattr(error, "context_mark", None) or mark
    line = mark.line + 1 if mark else 1
    expected, hint = next((words for part, words in _SYNTAX.items() if part in problem), _INDENTATION)
    return line, (f"YAML cannot be read from here ({problem})", expected, hint)


def _question(data: Any, trail: Trail, text: str, line: int) -> str | None:
    """Return the id of the question in which a fault lies: from the data, or from the lines above."""
    if data is None:
        found = _QUESTION_ID.findall("\n".join(text.split("\n")[:line]))
        return str(found[-1]) if found else None
    if isinstance(data, list) and trail and isinstance(trail[0], int) and trail[0] < len(data):
        entry = data[trail[0]]
        name = entry.get("id") if isinstance(entry, dict) else None
        return name if isinstance(name, str) else None
    return None
