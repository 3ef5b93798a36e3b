"""The page of lint codes says what the code does, in both directions; its examples are what they claim."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from groupwork.bank import BankError, load
from groupwork.lint import RULES
from groupwork.lint.checking import from_problem, rule_findings
from groupwork.lint.findings import waived

HERE = Path(__file__).parent
PAGE = (HERE.parent / "docs/contributing/lint-codes.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (GW\d{3}) .+?\n(.+?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
# What these rules find lies between questions, or in files of their own; their examples are comments.
BETWEEN_QUESTIONS = {"GW019", "GW020", "GW022", "GW023", "GW024", "GW025"}
RATIONALES = (
    "Wary members need a frame and some room, and Garland (1965) pairs structure with distance at the start.",
    "The question may help later, once closeness can bear it; now it asks for more than they can carry.",
    "Groups that run themselves make good use of it, and people who have hardly met would be left alone.",
)


def fields(example: str) -> dict[str, Any]:
    """Return a whole question around the fields of an example."""
    (whole,) = yaml.safe_load((HERE / "bad_bank/lint/gw013-first.yml").read_text(encoding="utf-8"))
    whole["stem"] = "What should the worker do FIRST?"
    given = yaml.safe_load(example)
    whole |= given
    for place, option in enumerate(given.get("options", ())):
        option.setdefault("id", "abc"[place])
        option.setdefault("rationale", RATIONALES[place])
        if "correct" not in option:
            option["misconception"] = "Openness builds trust."
    return dict(whole)


def codes(example: str, root: Path) -> set[str]:
    """Return the codes of what the rules find in an example."""
    shutil.copytree(HERE / "good_bank/docs", root / "docs")
    (root / "quizzes/stages").mkdir(parents=True)
    shutil.copy(HERE / "good_bank/quizzes/course.yml", root / "quizzes/course.yml")
    text = yaml.safe_dump([fields(example)], sort_keys=False, allow_unicode=True)
    (root / "quizzes/stages/questions-example.yml").write_text(text, encoding="utf-8")
    try:
        bank = load(root)
    except BankError as error:
        return {from_problem(problem).code for problem in error.problems}
    return {each.code for each in waived(bank, rule_findings(bank))[0]}


def examples(code: str) -> tuple[str, str]:
    found = re.search(r"^Weak:\n\n```yaml\n(.+?)```\n\nMended:\n\n```yaml\n(.+?)```$", SECTIONS[code], re.M | re.S)
    assert found, f"{code} shows no weak and mended example"
    return found[1], found[2]


def test_the_page_has_a_section_for_every_code_in_order_and_no_other() -> None:
    assert re.findall(r"^## (GW.+)$", PAGE, re.MULTILINE) == [f"{code} {rule.title}" for code, rule in RULES.items()]
    assert set(re.findall(r"\bGW\d{3}\b", PAGE)) == set(RULES)


@pytest.mark.parametrize("code", RULES)
def test_a_section_gives_severity_waiver_and_reason_as_the_code_has_them(code: str) -> None:
    rule = RULES[code]
    severity = {"error": "Error", "warning": "Warning", "either": "Error or warning"}[rule.severity]
    first, second = SECTIONS[code].strip().split("\n")[:2]
    assert first.startswith(f"*{severity}; ")
    assert ("cannot be waived" in first) != rule.waivable
    assert second == rule.why


@pytest.mark.parametrize("code", [code for code in RULES if code not in BETWEEN_QUESTIONS])
def test_the_weak_example_is_found_and_the_mended_one_has_no_finding(code: str, tmp_path: Path) -> None:
    weak, mended = examples(code)
    assert code in codes(weak, tmp_path / "weak")
    assert codes(mended, tmp_path / "mended") == set()


@pytest.mark.parametrize("code", sorted(BETWEEN_QUESTIONS))
def test_every_other_section_has_its_examples_too(code: str) -> None:
    assert all(examples(code))
