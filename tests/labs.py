"""Running the lab notebooks: live, with code put in between, and as the site shows them."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from textwrap import dedent
from typing import Any
from unittest import mock

import nbformat
from nbclient import NotebookClient

from groupwork.render import STATIC

ROOT = Path(__file__).parents[1]
LABS = tuple(sorted((ROOT / "notebooks").glob("*.ipynb")))
WIDGET = "application/vnd.jupyter.widget-view+json"

LEADS_A_SCENARIO = """
    scenario = _
    scenario.choose(scenario.view["choices"][0]["id"])
    assert len(scenario.path) == 1
"""
"""Code that drives the scenario of a lab: `_` is what its cell showed."""

Shown = list[dict[str, str]]
"""What the cells of a lab show, in order: content type → content."""


def static(lab: Path, folder: Path) -> Shown:
    """Return what the cells show on the site."""
    with _environment(**{STATIC: str(ROOT)}):
        return _shown(_executed(lab, folder, {}))


def live(lab: Path, folder: Path, driven: dict[str, str]) -> Shown:
    """Run a lab in a kernel, with code after the cells that start as named: `_` is then what the cell showed.

    Each piece of code must show nothing; an error in it, or in a cell, is raised.
    """
    with _environment():
        return _shown(_executed(lab, folder, driven))


@contextmanager
def _environment(**variables: str) -> Iterator[None]:
    kept = {name: value for name, value in os.environ.items() if name != STATIC}
    with mock.patch.dict(os.environ, kept | variables, clear=True):
        yield


def _executed(lab: Path, folder: Path, driven: dict[str, str]) -> Any:
    """Run a copy of the lab in an empty folder."""
    notebook = nbformat.read(lab, 4)
    missing = set(driven)
    cells = []
    for cell in notebook.cells:
        cells.append(cell)
        if cell.cell_type == "code":
            starts = [start for start in driven if cell.source.startswith(start)]
            missing -= set(starts)
            cells += [nbformat.v4.new_code_cell(dedent(driven[start])) for start in starts]
    assert not missing, f"no cell of {lab.name} starts with {missing}"
    notebook.cells = cells
    NotebookClient(notebook, kernel_name="python3", timeout=120, resources={"metadata": {"path": folder}}).execute()
    return notebook


def _shown(notebook: Any) -> Shown:
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return [output["data"] for cell in code for output in cell.outputs if "data" in output]
