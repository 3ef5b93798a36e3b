"""What counts as text for a reader, and what YAML's unquoted words mean."""

from __future__ import annotations

from typing import Any

import pytest

from groupwork.bank.text import text_fault
from groupwork.bank.yaml_source import parse


@pytest.mark.parametrize(
    "text",
    [
        "Say: 'I hear two things.' Then wait …",
        "The group's to-do list grows.",
        "Todos los miembros hablan.",
        "Members < 10 & meetings > 6",
        "Fill in the gap: ____ and control.",
        "2 * 3 = 6, and 3 * 2 too",
        "[[1]](the first) comes before [[2]].",
        "Option A-list groups are rare.",
        "file_name_with_underscores",
        "Tuckman (1965) – “storming”",
        "AT&T",
        "One line.\n\nAnother paragraph.",
    ],
)
def test_plain_text_is_left_alone(text: str) -> None:
    assert text_fault(text) is None


@pytest.mark.parametrize(
    "text",
    ["todo", "TBD.", "To be written TODO", "todo: ask", "Option B", "answer 2:", "lorem", "…", "?!", "___",
     "<b>bold</b>", "a<br/>b", "&nbsp;", "&#8211;", "**bold**", "an *emphasis*", "_so_ it is", "`code`",
     "[link](https://example.org)", "a\u202eb", "a\u200bb", "a\tb"],
)  # fmt: skip
def test_what_is_not_plain_text_is_refused(text: str) -> None:
    fault = text_fault(text)
    assert fault is not None
    assert fault.expected
    assert fault.hint


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("7", 7),
        ("-7", -7),
        ("0.5", 0.5),
        ("'no'", "no"),
        ('"1e3"', "1e3"),
        ("no thanks", "no thanks"),
        ("y", "y"),
        ("2015-01-01", "2015-01-01"),
        ("12:30", "12:30"),
        ("1,000", "1,000"),
        ("nan", "nan"),
        ("1.2.3", "1.2.3"),
    ],
)
def test_an_unquoted_word_that_all_readers_agree_on_is_taken(written: str, value: Any) -> None:
    document = parse(f"field: {written}\n".encode(), "a.yml")
    assert not document.problems
    assert document.data["field"] == value
    assert type(document.data["field"]) is type(value)


@pytest.mark.parametrize(
    "written",
    ["yes", "No", "ON", "off", "True", "FALSE", "Null", "1e3", "1.", ".5", "007", "0x1f", "0o17", "0b1",
     "1_000", ".inf", "-.INF", ".nan", "1" * 19],
)  # fmt: skip
def test_an_unquoted_word_that_readers_disagree_on_must_be_quoted(written: str) -> None:
    document = parse(f"field: {written}\n".encode(), "a.yml")
    (problem,) = document.problems
    assert f'"{written}"' in problem.hint
    assert document.data["field"] == written


@pytest.mark.parametrize("content", [b"[" * 100_000, b"- " * 100_000, b"{a: " * 100_000, b"? " * 100_000])
def test_a_file_that_nests_without_end_is_refused(content: bytes) -> None:
    document = parse(content, "a.yml")
    assert document.data is None
    assert document.problems


def test_lines_are_those_of_the_editor() -> None:
    document = parse(b"# comment\na:\n\n  - b: >-\n      one\n      two\n    c: 'x'\n  - {d: 1}\n", "a.yml")
    assert document.line(("a",)) == 2
    assert document.line(("a", 0, "b")) == 4
    assert document.line(("a", 0, "c")) == 7
    assert document.line(("a", 1, "d")) == 8
    assert document.line(("a", 1, "missing", "deep")) == 8
