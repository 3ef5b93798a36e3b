"""The lab on stages runs in a kernel, live and for the site, and its record and figures keep their promises."""

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from textwrap import dedent
from typing import Any
from unittest import mock

import nbformat
import pytest
from nbclient import NotebookClient

from groupwork.labs import figures
from groupwork.labs.fathers import FATHERS
from groupwork.labs.record import SIGNALS, STAGES, Session, all_weights, read, steadiness, tally
from groupwork.render import STATIC

ROOT = Path(__file__).parents[1]
LAB = ROOT / "notebooks" / "stages.ipynb"
WIDGET = "application/vnd.jupyter.widget-view+json"
EQUAL = dict.fromkeys(SIGNALS, 1)

DRIVEN = {
    "Question(": """
        question = _
        assert question.result is None
        question.response = "zz"
        assert question.result["problem"] == "unknown-id"
        from groupwork.widgets.place import bank
        options = bank().question("stages-032").as_json()["options"]
        question.response = next(option["id"] for option in options if option.get("correct"))
        assert question.result["correct"] is True
    """,
    "Quiz(": """
        quiz = _
        assert len(quiz.ids) == 3 and quiz.score == (0, 0)
        options = bank().question("stages-041").as_json()["options"]
        key = [option["id"] for option in options if option.get("correct")]
        quiz.responses = {"stages-041": key}
        assert quiz.score == (1, 1)
    """,
    "def evening": """
        slider, figure = _.children
        assert "Session 1." in figure.value and "(absent)" not in figure.value
        slider.index = 6
        assert "Session 7." in figure.value and "(absent)" in figure.value
    """,
    "LEVELS": """
        *sliders, figure = _.children
        assert [slider.description for slider in sliders] == ["Talk", "Issue", "Worker", "Norms", "Time"]
        assert {slider.value for slider in sliders} == {1}
        before = figure.value
        sliders[2].value = sliders[3].value = 3
        assert figure.value != before
        for slider in sliders:
            slider.value = 0
        assert "–" in figure.value
    """,
    "from groupwork import Scenario": """
        scenario = _
        scenario.choose(scenario.view["choices"][0]["id"])
        assert len(scenario.path) == 1
    """,
}
"""Code to run after the cell that starts so: `_` is then what the cell showed."""


@contextmanager
def environment(**variables: str) -> Iterator[None]:
    kept = {name: value for name, value in os.environ.items() if name != STATIC}
    with mock.patch.dict(os.environ, kept | variables, clear=True):
        yield


def executed(folder: Path, driven: dict[str, str]) -> Any:
    """Run a copy of the lab in an empty folder, with code put in after some cells; an error in a cell is raised."""
    notebook = nbformat.read(LAB, 4)
    cells = []
    for cell in notebook.cells:
        cells.append(cell)
        if cell.cell_type == "code":
            added = [code for start, code in driven.items() if cell.source.startswith(start)]
            cells += [nbformat.v4.new_code_cell(dedent(code)) for code in added]
    notebook.cells = cells
    NotebookClient(notebook, kernel_name="python3", timeout=120, resources={"metadata": {"path": folder}}).execute()
    return notebook


def bundles(notebook: Any) -> list[dict[str, str]]:
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return [output["data"] for cell in code for output in cell.outputs if "data" in output]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    """What the cells show on the site."""
    with environment(**{STATIC: str(ROOT)}):
        return bundles(executed(tmp_path_factory.mktemp("static"), {}))


def test_the_lab_is_stored_without_outputs_and_counts() -> None:
    cells = json.loads(LAB.read_text(encoding="utf-8"))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert code
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)
    assert all(cell["metadata"] == {} for cell in cells)


def test_no_cell_of_code_is_longer_than_fifteen_lines() -> None:
    cells = nbformat.read(LAB, 4).cells
    assert max(len(cell.source.splitlines()) for cell in cells if cell.cell_type == "code") <= 15


def test_the_lab_runs_live_and_its_widgets_answer_when_python_moves_them(tmp_path: Path) -> None:
    with environment():
        shown = bundles(executed(tmp_path, DRIVEN))
    assert sum(WIDGET in bundle for bundle in shown) == len(DRIVEN)


def test_the_page_holds_questions_and_figures_and_no_widget(page: list[dict[str, str]]) -> None:
    assert not any(WIDGET in bundle for bundle in page)
    html = [bundle["text/html"] for bundle in page]
    assert sum(each.count('class="gw-question"') for each in html) == 4
    drawings = [each for each in html if "<svg" in each]
    assert len(drawings) == 4
    for each in drawings:
        assert each.count("<svg") == each.count('role="img"')
        assert "<summary>The same in words</summary>" in each


def test_the_page_keeps_the_policy_of_the_site(page: list[dict[str, str]]) -> None:
    for html in (bundle["text/html"] for bundle in page):
        assert not re.search(
            r"<style|\sstyle=|<script(?! type=\"application/json\")|\son[a-z]+=|https?://(?!www\.w3)", html
        )


def test_no_question_of_the_lab_stands_in_a_lesson(page: list[dict[str, str]]) -> None:
    shown = "".join(bundle.get("text/html", "") for bundle in page)
    asked = set(re.findall(r'data-question="(stages-[0-9]{3})"', shown))
    lessons = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "stages").glob("*.md"))
    assert len(asked) == 4
    assert not asked & set(re.findall(r"stages-[0-9]{3}", lessons))


@pytest.mark.parametrize("session", FATHERS.sessions, ids=lambda session: f"session-{session.number}")
def test_the_tally_names_only_members_who_were_there(session: Session) -> None:
    there = set(FATHERS.members) - set(session.absent)
    assert set(tally(session.to_worker)) <= there
    pairs = [frozenset(pair) for pair in session.pairs]
    assert all(len(pair) == 2 and pair <= there for pair in pairs)
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize("session", FATHERS.sessions, ids=lambda session: f"session-{session.number}")
def test_every_signal_votes_for_stages_of_the_model(session: Session) -> None:
    assert list(session.signals) == list(SIGNALS)
    assert {stage for stages in session.signals.values() for stage in stages} <= set(STAGES)


def test_the_numbers_that_the_text_quotes_are_those_of_the_record() -> None:
    shares = [round(100 * session.share_between) for session in FATHERS.sessions]
    assert (shares[0], max(shares), shares.index(max(shares)) + 1) == (7, 82, 10)
    assert shares[6] == 25
    assert [FATHERS.session(number).disagreements for number in (4, 9)] == [7, 6]
    assert len(all_weights()) == 1023


def stages(**more: int) -> list[str]:
    readings = [read(session, EQUAL | more) for session in FATHERS.sessions]
    return [reading.stage.short for reading in readings if reading]


def test_the_readings_change_in_the_sessions_that_the_text_names() -> None:
    rows = [stages(), stages(talk=3, time=3), stages(issue=3, norms=3)]
    changed = [number for number, three in enumerate(zip(*rows, strict=True), start=1) if len(set(three)) > 1]
    assert changed == [5, 8, 9]
    assert stages(worker=3, norms=3)[10] == "Pow"


def test_sessions_between_two_stages_keep_their_reading_least_often() -> None:
    settings = all_weights()
    kept = {session.number: steadiness(session, settings) for session in FATHERS.sessions}
    assert sorted(sorted(kept, key=kept.__getitem__)[:5]) == [3, 5, 8, 9, 11]
    assert kept[7] > 0.85


def test_no_weight_gives_no_reading() -> None:
    assert read(FATHERS.session(1), dict.fromkeys(SIGNALS, 0)) is None


def test_a_figure_has_colours_without_the_style_of_the_site() -> None:
    drawn = figures.strip(FATHERS, {"Equal": EQUAL})
    classed = re.findall(r"<[a-z]+ [^>]*class=\"fig-[^>]*>", drawn)
    assert classed
    assert all("fill=" in element for element in classed)
