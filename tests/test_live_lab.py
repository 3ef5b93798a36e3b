"""The live lab: what it holds, when it is made anew, and how a notebook reads in it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from groupwork.bank import Bank, load
from groupwork.site import live_lab
from groupwork.site.live_notebooks import readable
from groupwork.site.policy import lab_policy

ROOT = Path(__file__).parents[1]
LIGHT = """
import sys
import groupwork, groupwork.labs.figures
from groupwork.widgets.place import bank
groupwork.Quiz(list(bank().questions)[:3]), groupwork.Scenario(next(iter(bank().scenarios))), bank().timeline
print(sorted({"pydantic", "yaml", "pybtex", "mkdocs", "markdown", "numpy"} & set(sys.modules)))
"""


@pytest.fixture(scope="module")
def lab() -> Path:
    return live_lab.make(ROOT)


def copy_of_the_checkout(folder: Path) -> Path:
    for name in ("docs", "quizzes", "notebooks", "src", "tools"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "package-lock.json"):
        shutil.copy(ROOT / name, folder)
    return folder


def test_it_is_made_anew_for_a_notebook_or_a_question_and_not_for_a_lesson(tmp_path: Path) -> None:
    root = copy_of_the_checkout(tmp_path)
    keys = [live_lab.key(root)]
    changed = (
        next(root.glob("docs/*/index.md")),
        next(root.glob("notebooks/*.ipynb")),
        next(root.glob("quizzes/*/*.yml")),
    )
    for path in changed:
        path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        keys.append(live_lab.key(root))
    assert keys[0] == keys[1]
    assert len(set(keys)) == 3


def test_what_is_made_already_is_not_made_again(lab: Path) -> None:
    before = lab.stat().st_mtime_ns
    assert live_lab.make(ROOT) == lab == live_lab.cached(ROOT)
    assert lab.stat().st_mtime_ns == before


def test_it_holds_every_notebook_and_lists_it(lab: Path) -> None:
    notebooks = sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))
    assert sorted(path.name for path in (lab / "files").iterdir()) == notebooks
    listed = json.loads((lab / "api" / "contents" / "all.json").read_text(encoding="utf-8"))
    assert [entry["path"] for entry in listed["content"]] == notebooks


def test_every_package_that_python_may_ask_for_is_in_it(lab: Path) -> None:
    path = lab / "static" / "pyodide-lock" / "pyodide-lock.json"
    packages = json.loads(path.read_text(encoding="utf-8"))["packages"]
    assert {"groupwork", "ipywidgets", "anywidget", "jinja2", "markupsafe"} <= set(packages)
    for package in packages.values():
        assert (path.parent / package["file_name"]).resolve().is_relative_to(lab.resolve())
        assert (path.parent / package["file_name"]).is_file()
        assert set(package["depends"]) <= set(packages)


def test_it_holds_no_source_maps_and_no_service_worker(lab: Path) -> None:
    assert not [*lab.rglob("*.map"), *lab.rglob("service-worker*")]


def test_its_pages_carry_a_policy_that_lets_nothing_in_from_elsewhere(lab: Path) -> None:
    for page in lab.rglob("index.html"):
        html = page.read_text(encoding="utf-8")
        policy = html.split('http-equiv="Content-Security-Policy" content="')[1].split('"')[0]
        assert html.index("Content-Security-Policy") < html.index("<script")
        assert not [word for word in policy.split() if "//" in word or "*" in word]
        assert "script-src 'self' blob:" in policy
    assert "'unsafe-inline'" not in lab_policy(set()).split("style-src")[0]


def test_citations_are_words_and_works_are_listed() -> None:
    bank: Bank = load(ROOT)
    for path in (ROOT / "notebooks").glob("*.ipynb"):
        cells = readable(json.loads(path.read_text(encoding="utf-8")), bank)["cells"]
        text = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")
        assert "[@" not in text
        assert "[-@" not in text
        assert "\n///" not in text


def test_the_widgets_import_nothing_that_reads_yaml_or_makes_the_site(lab: Path, tmp_path: Path) -> None:
    wheel = next(lab.glob("*.whl"))
    shutil.unpack_archive(wheel, tmp_path, "zip")
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n{LIGHT}"]
    run = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert run.stdout.strip() == "[]"
