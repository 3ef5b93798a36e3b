"""What every lab promises, whatever its subject: it runs live, and on the site it is complete, light and safe."""

import json
import re
from importlib import import_module
from pathlib import Path

import nbformat
import pytest

from .labs import LABS, ROOT, WIDGET, Shown, live, static

_UNSAFE = re.compile(r"<style|\sstyle=|<script(?! type=\"application/json\")|\son[a-z]+=|https?://(?!www\.w3)")


@pytest.fixture(scope="module", params=LABS, ids=lambda lab: lab.stem)
def lab(request: pytest.FixtureRequest) -> Path:
    return request.param


@pytest.fixture(scope="module")
def page(lab: Path, tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """What the cells show on the site."""
    return static(lab, tmp_path_factory.mktemp(lab.stem))


def test_the_lab_is_stored_without_outputs_and_counts(lab: Path) -> None:
    cells = json.loads(lab.read_text(encoding="utf-8"))["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert code
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)
    assert all(cell["metadata"] == {} for cell in cells)


def test_no_cell_of_code_is_longer_than_fifteen_lines(lab: Path) -> None:
    cells = nbformat.read(lab, 4).cells
    assert max(len(cell.source.splitlines()) for cell in cells if cell.cell_type == "code") <= 15


def test_the_lab_runs_live_and_its_widgets_answer_when_python_moves_them(lab: Path, tmp_path: Path) -> None:
    driven = import_module(f".test_lab_{lab.stem}", __package__).DRIVEN
    shown = live(lab, tmp_path, driven)
    assert driven
    assert sum(WIDGET in bundle for bundle in shown) == len(driven)


def test_the_page_holds_questions_and_figures_and_no_widget(page: Shown) -> None:
    assert not any(WIDGET in bundle for bundle in page)
    html = [bundle["text/html"] for bundle in page]
    assert sum(each.count('class="gw-question"') for each in html) >= 3
    drawings = [each for each in html if "<svg" in each]
    assert drawings
    for each in drawings:
        assert each.count("<svg") == each.count('role="img"')
        assert "<summary>The same in words</summary>" in each


def test_the_page_keeps_the_policy_of_the_site(page: Shown) -> None:
    for html in (bundle["text/html"] for bundle in page):
        assert not _UNSAFE.search(html)


def test_no_question_of_the_lab_stands_in_a_lesson(lab: Path, page: Shown) -> None:
    shown = "".join(bundle.get("text/html", "") for bundle in page)
    asked = set(re.findall(r'data-question="([a-z-]+-[0-9]{3})"', shown))
    lessons = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs" / lab.stem).glob("*.md"))
    assert asked
    assert not asked & set(re.findall(r"[a-z-]+-[0-9]{3}", lessons))
