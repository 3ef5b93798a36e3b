"""Every rule catches its defects where they are, and leaves alone what only looks like one."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from groupwork.bank import BankError, load
from groupwork.lint import RULES, Finding
from groupwork.lint.checking import from_problem, rule_findings
from groupwork.lint.findings import waived

HERE = Path(__file__).parent
BAD = sorted((HERE / "bad_bank/lint").glob("*.yml"))
GOOD = sorted((HERE / "good_bank/lint").glob("*.yml"))
EXPECTED = re.compile(r"(?P<code>GW\d{3}) at line (?P<line>\d+)")
FILE = "quizzes/stages/questions-case.yml"
OF_THE_WHOLE_BANK = {"GW022", "GW023", "GW024", "GW025"}
TERMS = """\
- {id: pre-affiliation, term: Pre-affiliation, definition: The first stage.}
- {id: intimacy, term: Intimacy, definition: The third stage.}
- {id: differentiation, term: Differentiation, definition: The fourth stage.}
- {id: separation, term: Separation, definition: The last stage.}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a bank with a course, a lesson, a bibliography and a glossary, and without questions."""
    shutil.copytree(HERE / "good_bank/docs", tmp_path / "docs")
    (tmp_path / "docs/glossary.yml").write_text(TERMS, encoding="utf-8")
    (tmp_path / "quizzes/stages").mkdir(parents=True)
    shutil.copy(HERE / "good_bank/quizzes/course.yml", tmp_path / "quizzes/course.yml")
    return tmp_path


def found_in(root: Path, case: Path) -> list[Finding]:
    """Return what the rules on questions find in one file."""
    shutil.copy(case, root / FILE)
    try:
        bank = load(root)
    except BankError as error:
        return [from_problem(problem) for problem in error.problems]
    return waived(bank, rule_findings(bank))[0]


@pytest.mark.parametrize("case", BAD, ids=lambda path: path.stem)
def test_a_defect_is_found_on_its_line_and_nothing_else(case: Path, root: Path) -> None:
    first_line = case.read_text(encoding="utf-8").split("\n")[0]
    expected = [EXPECTED.fullmatch(part) for part in first_line.removeprefix("# expect: ").split(" | ")]
    found = found_in(root, case)
    assert all(each.file == FILE and each.question for each in found)
    assert sorted((each.code, each.line) for each in found) == sorted(
        (each["code"], int(each["line"])) for each in expected if each
    ), [each.what for each in found]
    assert case.stem[:5].upper() in {each.code for each in found}
    assert all(each.what and each.advice and each.fails for each in found)


@pytest.mark.parametrize("case", GOOD, ids=lambda path: path.stem)
def test_a_near_miss_is_left_alone(case: Path, root: Path) -> None:
    assert [(each.code, each.line, each.what) for each in found_in(root, case)] == []


@pytest.mark.parametrize("cases", [BAD, GOOD], ids=["defect", "near miss"])
def test_every_rule_on_questions_has_a_defect_and_a_near_miss(cases: list[Path]) -> None:
    assert {case.stem[:5].upper() for case in cases} == set(RULES) - OF_THE_WHOLE_BANK


@pytest.mark.parametrize(
    ("case", "severity"),
    [
        ("gw004-not", "error"),
        ("gw004-reasoning-without-a-waiver", "warning"),
        ("gw004-more-than-two-percent", "error"),
        ("gw007-long-key", "error"),
        ("gw007-rather-long-key", "warning"),
        ("gw007-short-key", "error"),
    ],
)
def test_a_rule_with_errors_and_warnings_says_which_it_is(case: str, severity: str, root: Path) -> None:
    (found,) = found_in(root, HERE / f"bad_bank/lint/{case}.yml")
    assert found.severity == severity


def test_errors_cannot_be_waived_and_warnings_on_questions_can() -> None:
    assert not [rule for rule in RULES.values() if rule.severity == "error" and rule.waivable]
    warnings = {rule.code for rule in RULES.values() if rule.severity != "error"}
    assert {code for code in warnings if not RULES[code].waivable} == OF_THE_WHOLE_BANK - {"GW025"}


def test_codes_count_on_from_one() -> None:
    assert list(RULES) == [f"GW{number:03}" for number in range(1, len(RULES) + 1)]
    assert all(code == rule.code for code, rule in RULES.items())
