"""The profile of the examination: its facts have states and sources, and go out of date."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from groupwork.bank import Bank, load
from groupwork.lint import check
from groupwork.lint.exam import fresh

ROOT = Path(__file__).parents[1]
BANK = load(ROOT)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a small bank with the profile of the course."""
    root = Path(shutil.copytree(ROOT / "tests" / "good_bank", tmp_path / "bank"))
    (root / "quizzes/exam").mkdir()
    shutil.copy(ROOT / "quizzes/exam/profile.yml", root / "quizzes/exam/profile.yml")
    return root


def dated(root: Path, day: str) -> Bank:
    """Return the bank with a profile that was verified on this day."""
    path = root / "quizzes/exam/profile.yml"
    text = re.sub(r"^verified: .*$", f'verified: "{day}"', path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    path.write_text(text, encoding="utf-8")
    return load(root)


@pytest.mark.parametrize(
    ("verified", "today", "found"),
    [
        ("2026-11-22", date(2026, 11, 22), False),
        ("2026-11-22", date(2027, 11, 22), False),
        ("2026-11-22", date(2027, 11, 23), True),
        ("2024-02-29", date(2025, 2, 28), False),
        ("2024-02-29", date(2025, 3, 1), True),
        ("2026-11-22", date(2026, 11, 21), True),
    ],
)
def test_facts_go_out_of_date_after_twelve_months(root: Path, verified: str, today: date, found: bool) -> None:
    findings = list(fresh(dated(root, verified), root, today))
    assert [(each.code, each.file, each.fails) for each in findings] == (
        [("GW025", "quizzes/exam/profile.yml", True)] if found else []
    )


def test_the_check_fails_when_the_facts_are_old(root: Path) -> None:
    dated(root, "2026-11-22")
    assert "GW025" not in {each.code for each in check(root, today=date(2027, 1, 1)).findings}
    found = [each for each in check(root, today=date(2028, 1, 1)).findings if each.code == "GW025"]
    assert [each.line for each in found] == [5]
    assert "2026-11-22, more than twelve months ago" in found[0].what


def test_a_course_without_a_profile_has_nothing_to_look_up() -> None:
    bank = load(ROOT / "tests" / "good_bank")
    assert bank.exam is None
    assert list(fresh(bank, ROOT / "tests" / "good_bank", date(2040, 1, 1))) == []


def test_what_sources_disagree_on_is_called_unverified() -> None:
    assert BANK.exam
    states = {fact.id: fact.state for fact in BANK.exam.facts}
    assert {name for name, state in states.items() if state == "unverified"} == {
        "time-limit",
        "start-day",
        "weights",
        "group-work",
    }
    assert all(fact.note for fact in BANK.exam.facts if fact.state == "unverified")


def test_questions_name_areas_of_the_profile() -> None:
    assert BANK.exam
    assert {question.aswb for question in BANK.pool()} <= {area.id for area in BANK.exam.areas}
