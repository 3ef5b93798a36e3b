"""The bank as a whole is held against its targets, in the file of the course."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from groupwork.bank import load
from groupwork.lint import check, targets

from . import generated_bank


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a bank in balance: 96 questions in two modules of six objectives."""
    return generated_bank.write(tmp_path, 96)


def change(root: Path, **fields: str) -> None:
    """Set fields of the questions on the first objective of module-a."""
    for path in (root / "quizzes/module-a").glob("*.yml"):
        rows = yaml.safe_load(path.read_text(encoding="utf-8"))
        for row in rows:
            if row["objective"] == "module-a.a":
                row.update(fields)
        path.write_text(yaml.safe_dump(rows, sort_keys=False, allow_unicode=True), encoding="utf-8")


def keep(root: Path, count: int) -> None:
    """Retire the questions on the first objective of module-a but for some."""
    change(root, status="retired")
    for path in (root / "quizzes/module-a").glob("*.yml"):
        path.write_text(path.read_text(encoding="utf-8").replace("status: retired", "status: active", count))


def test_a_bank_in_balance_has_no_findings(root: Path) -> None:
    bank = load(root)
    assert [*targets.levels(bank), *targets.objectives(bank, root)] == []


def test_each_level_is_held_against_its_share(root: Path) -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(root.glob("quizzes/*/*.yml")))
    assert "level: recall" in text
    for path in root.glob("quizzes/*/*.yml"):
        rows = yaml.safe_load(path.read_text(encoding="utf-8"))
        for row in rows:
            if row["level"] != "application":
                row["level"] = "recall"
                row.pop("vignette", None)
        path.write_text(yaml.safe_dump(rows, sort_keys=False, allow_unicode=True), encoding="utf-8")
    found = [each.what for each in targets.levels(load(root))]
    assert len(found) == 2
    assert "are recall (50%), at most 25% are wanted" in found[0]
    assert "are reasoning (0%), at least 30% are wanted" in found[1]


@pytest.mark.parametrize(
    ("count", "severity", "what"),
    [
        (0, "error", "no active question tests module-a.a"),
        (3, "warning", "module-a.a is tested by 3 of at least 4 active questions"),
    ],
)
def test_an_empty_objective_is_an_error_and_a_thin_one_a_warning(
    count: int, severity: str, what: str, root: Path
) -> None:
    keep(root, count)
    (found,) = targets.objectives(load(root), root)
    assert (found.severity, found.what, found.file) == (severity, what, "quizzes/course.yml")
    assert "module-a.a" in (root / found.file).read_text(encoding="utf-8").split("\n")[found.line - 1]
    assert check(root).fails == (severity == "error")


def test_four_questions_in_four_clone_groups_are_not_enough(root: Path) -> None:
    for path in (root / "quizzes/module-a").glob("*.yml"):
        rows = yaml.safe_load(path.read_text(encoding="utf-8"))
        for row in rows:
            if row["objective"] == "module-a.a":
                row["clone_group"] = f"alone-{row['id']}"
        path.write_text(yaml.safe_dump(rows, sort_keys=False, allow_unicode=True), encoding="utf-8")
    (found,) = targets.objectives(load(root), root)
    assert found.what == "no two active questions on module-a.a are in one clone group"


def test_drafts_and_retired_questions_do_not_count(root: Path) -> None:
    change(root, status="draft")
    assert [each.severity for each in targets.objectives(load(root), root)] == ["error"]
