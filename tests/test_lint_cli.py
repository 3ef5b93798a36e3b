"""The commands `check` and `release` say what they found, in one line each, and set the exit status."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from groupwork.cli import main
from groupwork.lint import RULES, attackers, check, reporting
from groupwork.lint.checking import Report
from groupwork.lint.findings import finding

from . import generated_bank

HERE = Path(__file__).parent


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a bank with no findings but perhaps those of chance."""
    return generated_bank.write(tmp_path, 96, seed=1)


def spoil(root: Path, old: str, new: str) -> None:
    """Change the text of the first file of questions once."""
    path = root / "quizzes/module-a/questions-0.yml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def test_a_clean_bank_passes_and_shows_how_the_attackers_fared(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(root)]) == 0
    out = capsys.readouterr().out
    assert "position 3" in out
    assert "module module-b" in out
    assert "No findings\n2 modules, 12 objectives, 96 questions (96 active)" in out


def test_a_finding_names_place_code_question_and_advice(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(root, "should she do FIRST", "should she do first")
    assert main(["check", "--root", str(root)]) == 1
    out = capsys.readouterr().out
    assert out.startswith("quizzes/module-a/questions-0.yml:")
    assert ": GW013 module-a-" in out
    assert "`first` ranks the options and is easily passed over – try `FIRST`" in out
    assert "1 error in 1 file: GW013 × 1" in out


def test_a_warning_on_a_question_fails_until_it_is_waived(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(root, "stem: ", "stem: The schizophrenic is at the door. ")
    assert main(["check", "--root", str(root)]) == 1
    assert "1 warning to mend or waive in 1 file: GW015 × 1" in capsys.readouterr().out
    spoil(root, "  stem: ", "  waive:\n  - {code: GW015, reason: The word is what is asked about.}\n  stem: ")
    assert main(["check", "--root", str(root)]) == 0
    assert "No findings; 1 waiver in use" in capsys.readouterr().out


def test_a_warning_on_the_bank_as_a_whole_does_not_fail(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in root.glob("quizzes/*/questions*.yml"):
        text = path.read_text(encoding="utf-8").replace("level: reasoning", "level: application")
        path.write_text(text, encoding="utf-8")
    assert main(["check", "--root", str(root)]) == 0
    assert "1 warning on the bank as a whole in 1 file: GW022 × 1" in capsys.readouterr().out


def test_what_cannot_be_read_is_a_finding_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(tmp_path)]) == 1
    out = capsys.readouterr().out
    assert out.startswith("quizzes/course.yml:1: GW001 ")
    assert "The other rules run once these files can be read." in out
    assert out.endswith("1 error in 1 file: GW001 × 1\n")


def test_a_module_over_the_bound_is_a_warning_and_the_course_an_error(root: Path) -> None:
    for module in ("module-a", "module-b"):
        path = root / f"quizzes/{module}/questions-0.yml"
        rows = [*generated_bank.choices(60, 2 if module == "module-a" else 3, module)]
        for row in rows:
            row["options"].sort(key=lambda option: "correct" not in option)
        path.unlink()
        generated_bank.dump(path, rows)
    found = [each for each in check(root).findings if each.code == "GW024" and "position 1" in each.what]
    assert sorted((each.severity, "the course" in each.what) for each in found) == [
        ("error", True),
        ("warning", False),
        ("warning", False),
    ]
    lines = (root / "quizzes/course.yml").read_text(encoding="utf-8").split("\n")
    warnings = [each for each in found if each.severity == "warning"]
    assert all(f"id: {each.what.split('module ')[1].split()[0]}" in lines[each.line - 1] for each in warnings)


def test_a_pool_is_attacked_like_the_course(root: Path) -> None:
    course = root / "quizzes/course.yml"
    text = course.read_text(encoding="utf-8")
    course.write_text(text.replace("- id: module-b\n", "- id: module-b\n  pool: true\n"), encoding="utf-8")
    path = root / "quizzes/module-b/questions-0.yml"
    rows = [*generated_bank.choices(60, 3, "module-b")]
    for row in rows:
        row["options"].sort(key=lambda option: "correct" not in option)
    path.unlink()
    generated_bank.dump(path, rows)
    over = [each for each in check(root).findings if each.code == "GW024" and "keys of the pool" in each.what]
    assert [each.severity for each in over if "position 1" in each.what] == ["error"]
    assert all("keys of the pool module-b" in each.what for each in over)


def test_without_the_extra_the_attackers_are_skipped_in_one_line(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attackers, "find_spec", lambda name: None)
    assert main(["check", "--root", str(root)]) == 0
    out = capsys.readouterr().out
    assert "Blind attackers skipped: they need SciPy and scikit-learn (pip install 'groupwork[dev]')." in out
    assert "longest option" not in out


def test_github_gets_one_command_for_each_finding(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(root, "should she do FIRST", "should she do first")
    assert main(["check", "--format", "github", "--root", str(root)]) == 1
    line = capsys.readouterr().out.split("\n")[0]
    assert line.startswith("::error file=quizzes/module-a/questions-0.yml,line=")
    assert ",title=GW013::module-a-" in line


def test_github_commands_hold_no_character_that_ends_them() -> None:
    odd = finding("GW001", "a,b:c.yml", 3, "100 %\nof it", "this: that")
    assert reporting.command(odd) == ("::error file=a%2Cb%3Ac.yml,line=3,title=GW001::100 %25%0Aof it – try this: that")
    assert reporting.command(finding("GW022", "a.yml", 1, "x")).startswith("::warning file=a.yml")


def test_findings_are_grouped_by_file_and_sorted_by_line() -> None:
    places = [("a.yml", 2), ("a.yml", 10), ("b.yml", 1)]
    text = reporting.text(Report(tuple(finding("GW001", file, line, "x") for file, line in places)))
    assert [block.split(": ")[0] for block in text.split("\n\n")[:2]] == ["a.yml:2", "b.yml:1"]
    assert text.endswith("3 errors in 2 files: GW001 × 3")


@pytest.mark.parametrize("code", RULES)
def test_every_code_can_be_explained(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--explain", code.lower()]) == 0
    rule = RULES[code]
    head, why, mend = capsys.readouterr().out.strip().split("\n")
    assert head.startswith(f"{code} {rule.title} (")
    assert (why, mend) == (f"Why: {rule.why}", f"Try: {rule.mend}.")


@pytest.mark.parametrize("code", ["GW114", "nonsense"])
def test_an_unknown_code_is_refused_with_those_that_exist(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--explain", code]) == 2
    assert "GW014" in capsys.readouterr().out


def test_a_release_says_what_it_entered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = str(shutil.copytree(HERE / "good_bank", tmp_path / "bank"))
    assert main(["release", "--root", root]) == 0
    assert capsys.readouterr().out.startswith("11 questions released: open-groups-001, stages-101,")
    assert main(["release", "--root", root]) == 0
    assert capsys.readouterr().out == "0 questions released\n"
    (tmp_path / "bank/quizzes/stages/questions-other-kinds.yml").unlink()
    assert main(["release", "--root", root]) == 1
    assert "the released question `stages-104` has vanished" in capsys.readouterr().out
