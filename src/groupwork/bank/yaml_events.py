"""From YAML's events to plain data, with the line of every value.

Events are read instead of nodes: nodes forget anchors, and composing them recurses as deep as a file nests.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from groupwork.bank.errors import Fault, Trail

MAX_DEPTH = 20

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})\.[0-9]{1,17}")
# What some YAML reader, old or new, takes for something else than the text that stands there.
_AMBIGUOUS = re.compile(
    r"yes|no|on|off|true|false|null|[-+]?\.(inf|nan)|0x[0-9a-f_]+|0o[0-7_]+|0b[01_]+"
    r"|[-+]?([0-9][0-9_]*\.?[0-9_]*|\.[0-9][0-9_]*)(e[-+]?[0-9]+)?",
    re.IGNORECASE,
)
_WORDS: dict[str, Any] = {"true": True, "false": False, "null": None, "~": None, "": None}


class StopError(Exception):
    """Nothing after this point of the file can be read."""

    def __init__(self, line: int, what: str, expected: str, hint: str) -> None:
        super().__init__(what)
        self.line = line
        self.words = (what, expected, hint)


@dataclass(slots=True)
class _Frame:
    """An open list or mapping; a mapping waits for a field's name or, once `key` is set, for its value."""

    trail: Trail
    holder: Any
    key: str | None = None
    drop: bool = False
    key_lines: dict[str, int] = field(default_factory=dict)


class Reading:
    """One pass over the events of a file: its data, and the faults that do not end the reading."""

    def __init__(self) -> None:
        self.data: Any = None
        self.lines: dict[Trail, int] = {}
        self.faults: list[tuple[int, Fault]] = []
        self.unread: set[Trail] = set()
        self._stack: list[_Frame] = []

    def say(self, line: int, trail: Trail, what: str, expected: str, hint: str) -> None:
        """Note a fault."""
        self.faults.append((line, Fault(trail, what, expected, hint)))

    def take(self, text: str) -> None:
        """Read a text; raise StopError or YAMLError where nothing after can be read."""
        documents = 0
        events: Iterator[Any] = yaml.parse(text, Loader=_Loader)
        for event in events:
            line = event.start_mark.line + 1
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event, line)
            elif isinstance(event, yaml.CollectionStartEvent):
                self._open(event, line)
            elif isinstance(event, yaml.CollectionEndEvent):
                self._stack.pop()
            elif isinstance(event, yaml.AliasEvent):
                self._alias(event, line)
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    hint = "deleting the line `---`"
                    self.say(line, (), "a second document begins here", "one document in a file", hint)
                    return
                if event.version or event.tags:
                    self.say(line, (), "a directive begins the file", "plain YAML", "deleting the line with %")

    def _trail(self) -> Trail:
        """Return the trail of the value that comes next."""
        if not self._stack:
            return ()
        frame = self._stack[-1]
        if isinstance(frame.holder, list):
            return (*frame.trail, len(frame.holder))
        # A repeated field keeps its own trail, so that it does not overwrite the lines of the first.
        return (*frame.trail, f"{frame.key} again" if frame.drop else frame.key or "")

    def _put(self, value: Any, line: int, *, unread: bool = False) -> None:
        trail = self._trail()
        if unread:
            self.unread.add(trail)
        self.lines.setdefault(trail, line)
        if not self._stack:
            self.data = value
            return
        frame = self._stack[-1]
        if isinstance(frame.holder, list):
            frame.holder.append(value)
        elif frame.key is None:
            what = "a list, a mapping or an alias stands where a field's name should"
            hint = "a plain name in front of the colon, or quotes around the text"
            raise StopError(line, what, "`field: text`", hint)
        else:
            if not frame.drop:
                frame.holder[frame.key] = value
            frame.key, frame.drop = None, False

    def _open(self, event: yaml.CollectionStartEvent, line: int) -> None:
        self._refuse_marks(event, line)
        if len(self._stack) >= MAX_DEPTH:
            what = f"lists stand in lists more than {MAX_DEPTH} deep"
            raise StopError(line, what, "the fields of the format", "quotes around text that begins with [ or {")
        holder: Any = [] if isinstance(event, yaml.SequenceStartEvent) else {}
        trail = self._trail()
        self._put(holder, line)
        self._stack.append(_Frame(trail, holder))

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        self._refuse_marks(event, line)
        frame = self._stack[-1] if self._stack else None
        if frame and isinstance(frame.holder, dict) and frame.key is None:
            self._name(frame, event.value, line)
            return
        plain = event.implicit[0] and event.tag is None
        value, is_sure = typed(event.value) if plain else (event.value, True)
        if not is_sure:
            what = f"`{value}` is read as text by some and as {_other(value)} by others"
            plainly = f", or `{value.lower()}`" if value.lower() in _WORDS else ""
            self.say(line, self._trail(), what, f"text in quotes{plainly}", f'to put it in quotes: "{value}"')
        self._put(value, line, unread=not is_sure)

    def _name(self, frame: _Frame, name: str, line: int) -> None:
        """Take the name of a field, whose value comes next."""
        frame.key = name
        trail = (*frame.trail, name)
        if name == "<<":
            frame.drop = True
            what = "`<<` merges fields from another place"
            self.say(line, trail, what, "the fields themselves", "writing the fields out")
        elif name in frame.key_lines:
            frame.drop = True
            what = f"`{name}` stands here a second time (first in line {frame.key_lines[name]})"
            self.say(line, trail, what, "each field once", "deleting one of the two")
        else:
            frame.key_lines[name] = line
            self.lines[trail] = line

    def _alias(self, event: yaml.AliasEvent, line: int) -> None:
        trail = self._trail()
        self._put(None, line, unread=True)
        what = f"`*{event.anchor}` stands for text from another place"
        self.say(line, trail, what, "the text itself", "writing it out, or quotes if it should begin with *")

    def _refuse_marks(self, event: Any, line: int) -> None:
        """Refuse an anchor or a tag in front of a value."""
        if event.anchor is not None:
            what = f"`&{event.anchor}` marks a place to copy from"
            hint = "deleting the mark, or quotes if the text should begin with &"
            self.say(line, self._trail(), what, "the text alone", hint)
        if event.tag is not None:
            what = f"the tag `{event.tag.replace('tag:yaml.org,2002:', '!!')}` gives a type"
            hint = "deleting the tag, or quotes if the text should begin with !"
            self.say(line, self._trail(), what, "the text alone", hint)


def typed(text: str) -> tuple[Any, bool]:
    """Return the value of an unquoted scalar, and whether every YAML reader would agree on it."""
    if text in _WORDS:
        return _WORDS[text], True
    if _INTEGER.fullmatch(text):
        return int(text), True
    if _DECIMAL.fullmatch(text):
        return float(text), True
    return text, len(text) > 40 or not _AMBIGUOUS.fullmatch(text)


def _other(value: str) -> str:
    if value.lower() in ("yes", "no", "on", "off", "true", "false"):
        return "true or false"
    return "nothing" if value.lower() == "null" else "a number"
