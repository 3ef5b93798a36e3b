"""What every module of the course has: lessons, questions, practice, a lab and a guide, joined to each other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from groupwork.bank import Module, load
from groupwork.lint.reading import LESSON

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
BANK = load(ROOT)
NAV = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")

pytestmark = pytest.mark.parametrize("module", BANK.course.taught, ids=lambda module: module.id)


def pages(module: Module) -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in (DOCS / module.id).glob("*.md")}


def asked(text: str) -> set[str]:
    """Return the ids of the questions that a page names."""
    return set(re.findall(r"\b[a-z-]+-[0-9]{3}\b", text))


def test_a_module_has_thirty_active_questions_of_several_kinds(module: Module) -> None:
    active = BANK.active(module.id)
    assert len(active) >= 30
    assert len({question.kind for question in active}) >= 5


def test_a_module_has_a_scenario_and_a_transcript(module: Module) -> None:
    assert [each for each in BANK.scenarios.values() if each.module == module.id and each.status == "active"]
    assert [question for question in BANK.active(module.id) if question.kind == "transcript"]


def test_a_module_opens_with_questions_that_come_back_as_clones(module: Module) -> None:
    before, *later = pages(module)["index"], *(text for name, text in pages(module).items() if name != "index")
    assert "scored: false" in before
    first = asked(before)
    assert 3 <= len(first) <= 5
    groups = {name: BANK.question(name).clone_group for name in set().union(*map(asked, later)) - first}
    for name in first:
        group = BANK.question(name).clone_group
        assert group in groups.values(), f"{name} is not asked again in another setting"


def test_every_objective_is_asked_in_a_lesson(module: Module) -> None:
    lessons = [text for text in pages(module).values() if LESSON in text]
    placed = {BANK.question(name).objective for text in lessons for name in asked(text)}
    assert {objective.id for objective in module.objectives} <= placed


def test_a_module_is_whole_and_the_navigation_leads_through_it(module: Module) -> None:
    named = re.findall(rf"(?:{module.id}|notebooks|teaching)/[\w-]+\.(?:md|ipynb)", NAV)
    there = {f"{module.id}/{name}.md" for name in pages(module)}
    assert there | {f"notebooks/{module.id}.ipynb", f"teaching/{module.id}.md"} <= set(named)
    assert {"index", "practice", "quiz"} <= set(pages(module))


def test_the_guide_for_teachers_has_its_parts(module: Module) -> None:
    guide = (DOCS / "teaching" / f"{module.id}.md").read_text(encoding="utf-8")
    for part in ("## For whom and when", "## Discussion prompts", "## Role-play", "## Facilitation notes"):
        assert part in guide
    assert f"/// misconceptions | {module.id}" in guide
    assert "## On paper" in guide
