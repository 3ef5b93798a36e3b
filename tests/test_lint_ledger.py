"""Released questions keep their ids and keys for ever, whatever happens to their wording."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from groupwork.bank import Bank, load
from groupwork.lint import LedgerError, check, ledger, release

HERE = Path(__file__).parent
CHOICE = "quizzes/stages/questions-choice.yml"
OTHERS = "quizzes/stages/questions-other-kinds.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a copy of the small bank, all of it released."""
    copy = Path(shutil.copytree(HERE / "good_bank", tmp_path / "bank"))
    release(copy, load(copy))
    return copy


def edit(root: Path, file: str, old: str, new: str, count: int = 1) -> Bank:
    """Return the bank after a change of text in one of its files."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, count), encoding="utf-8")
    return load(root)


def found(root: Path, bank: Bank) -> list[tuple[str | None, str]]:
    return [(each.question, each.what) for each in ledger.findings(bank, ledger.read(root))]


def test_a_release_enters_active_and_retired_ids_in_order_and_no_draft(root: Path) -> None:
    text = (root / ledger.LEDGER).read_text(encoding="utf-8")
    released = json.loads(text)
    assert list(released) == sorted(released)
    assert "stages-102" in released  # retired
    assert "stages-103" not in released  # a draft
    assert text == json.dumps(released, indent=2) + "\n"


def test_a_second_release_adds_what_is_new_and_keeps_the_rest(root: Path) -> None:
    before = ledger.read(root)
    bank = edit(root, CHOICE, "status: draft", "status: active")
    assert release(root, bank) == ["stages-103"]
    assert {**ledger.read(root), **before} == ledger.read(root)
    assert release(root, bank) == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (CHOICE, "Silence is work.", "Silence can be work."),
        (CHOICE, "text: Wait.", "text: Wait for a while."),
        (CHOICE, "level: recall", "level: recall\n  clone_group: stages-purpose"),
        (OTHERS, "text: Intimacy, correct: true", "text: The stage of intimacy, correct: true"),
        (OTHERS, "accept: [intimacy]", "accept: [  INTIMACY ]"),
        (
            OTHERS,
            'accept: [power and control, "power & control", "2"]',
            'accept: ["2", Power and control, "power & control"]',
        ),
    ],
)
def test_wording_and_what_no_answer_meets_may_change(file: str, old: str, new: str, root: Path) -> None:
    assert found(root, edit(root, file, old, new)) == []


@pytest.mark.parametrize(
    ("name", "file", "old", "new"),
    [
        (
            "stages-102",
            CHOICE,
            "misconception: Silence is empty., correct: false}\n"
            "    - {id: b, text: Ask., rationale: Asking opens., correct: true}",
            "correct: true}\n    - {id: b, text: Ask., rationale: Asking opens., misconception: Words heal.}",
        ),
        ("stages-104", OTHERS, "{id: c, text: Storming", "{id: d, text: Storming"),
        ("stages-105", OTHERS, "{id: a, text: Pre-affiliation", "{id: d, text: Pre-affiliation"),
        ("stages-106", OTHERS, "right: Late", "right: Early"),
        ("stages-107", OTHERS, "accept: [intimacy]", "accept: [intimacy, closeness]"),
    ],
)
def test_another_key_under_a_released_id_is_found(name: str, file: str, old: str, new: str, root: Path) -> None:
    text = (root / file).read_text(encoding="utf-8").replace(old, new, 1)
    if name == "stages-106":  # one category alone would be no question
        text = text.replace('left: "Who are you all?", right: Early', 'left: "Who are you all?", right: Late')
    (root / file).write_text(text, encoding="utf-8")
    bank = load(root)
    ((question, what),) = found(root, bank)
    assert (question, what) == (name, f"`{name}` was released with another answer key")
    (finding,) = ledger.findings(bank, ledger.read(root))
    assert (finding.code, finding.severity, finding.file) == ("GW020", "error", file)
    assert f"`replaces: {name}`" in finding.advice


def test_the_order_of_items_is_their_key(root: Path) -> None:
    path = root / OTHERS
    rows = path.read_text(encoding="utf-8").split("\n")
    first = next(number for number, row in enumerate(rows) if "text: Pre-affiliation" in row)
    rows[first], rows[first + 1] = rows[first + 1], rows[first]
    path.write_text("\n".join(rows), encoding="utf-8")
    assert found(root, load(root)) == [("stages-105", "`stages-105` was released with another answer key")]


def test_options_may_change_places(root: Path) -> None:
    path = root / OTHERS
    rows = path.read_text(encoding="utf-8").split("\n")
    first = next(number for number, row in enumerate(rows) if "text: Intimacy, correct" in row)
    rows[first], rows[first + 2] = rows[first + 2], rows[first]
    path.write_text("\n".join(rows), encoding="utf-8")
    assert found(root, load(root)) == []


def test_a_vanished_id_is_found_on_its_line_of_the_ledger(root: Path) -> None:
    (root / OTHERS).unlink()
    findings = list(ledger.findings(load(root), ledger.read(root)))
    rows = (root / ledger.LEDGER).read_text(encoding="utf-8").split("\n")
    assert [each.question for each in findings] == ["stages-104", "stages-105", "stages-106", "stages-107"]
    assert all(each.question and each.question in rows[each.line - 1] for each in findings)
    assert all("status: retired" in each.advice for each in findings)


def test_a_bank_that_contradicts_the_ledger_is_not_released(root: Path) -> None:
    before = (root / ledger.LEDGER).read_bytes()
    bank = edit(root, OTHERS, "accept: [intimacy]", "accept: [closeness]")
    with pytest.raises(LedgerError, match=r"stages-107.* was released with another answer key"):
        release(root, bank)
    assert (root / ledger.LEDGER).read_bytes() == before


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ('{\n  "stages-101": "x",\n}\n', 3, "cannot be read"),
        ('["stages-101"]\n', 1, "not a mapping"),
        ('{"stages-101": 1}\n', 1, "not a mapping"),
        ('{"stages-101": "a", "stages-101": "b"}\n', 1, "stands there twice"),
    ],
)
def test_a_broken_ledger_is_a_finding_and_stops_a_release(text: str, line: int, what: str, root: Path) -> None:
    (root / ledger.LEDGER).write_text(text, encoding="utf-8")
    (finding,) = [each for each in check(root).findings if each.file == ledger.LEDGER]
    assert (finding.code, finding.line) == ("GW020", line) or line == 3
    assert what in finding.what
    with pytest.raises(LedgerError, match=what):
        release(root, load(root))


def test_before_the_first_release_nothing_is_held_against_the_bank(root: Path) -> None:
    (root / ledger.LEDGER).unlink()
    assert found(root, load(root)) == []
