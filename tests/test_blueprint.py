"""The blueprint of the bank and the preview of a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from groupwork.bank import Module, load
from groupwork.cli import main
from groupwork.render.blueprint import AXES, cells, render_blueprint
from groupwork.site import preview
from groupwork.site.context import Course

ROOT = Path(__file__).parents[1]
BANK = load(ROOT)
OBJECTIVES = list(BANK.course.objectives)


@pytest.mark.parametrize("axis", AXES)
def test_every_active_question_is_counted_once_on_every_axis(axis: str) -> None:
    counted = [
        question.id
        for objective in OBJECTIVES
        for cell in cells(BANK, objective)
        if cell.axis == axis
        for question in cell.questions
    ]
    assert sorted(counted) == sorted(question.id for question in BANK.active())


@pytest.mark.parametrize("module", BANK.course.modules, ids=lambda module: module.id)
def test_every_number_leads_to_its_questions(module: Module) -> None:
    html = render_blueprint(BANK, module, Course(ROOT))
    filled = [cell for objective in module.objectives for cell in cells(BANK, objective.id) if cell.questions]
    assert all(f'href="#{cell.anchor}"' in html and f'<dt id="{cell.anchor}"' in html for cell in filled)
    assert all(f'<li id="{question.id}"' in html for question in BANK.active(module.id))


def test_a_preview_shows_the_questions_of_one_file_in_its_order() -> None:
    page = preview.page(BANK, "quizzes/stages/questions-working-with-stages.yml")
    assert page.index("/// question | stages-030") < page.index("/// question | stages-031")
    assert "stages-001" not in page


def test_a_preview_of_a_missing_file_says_what_to_try(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["preview", "quizzes/none.yml", "--root", str(ROOT)]) == 2
    assert "There is no file quizzes/none.yml" in capsys.readouterr().out
