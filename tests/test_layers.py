"""The arrows of the architecture: which package may import which."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "groupwork"

MAY_IMPORT = {
    "checker": set(),
    "web": set(),
    "labs": set(),
    "bank": {"checker"},
    "lint": {"bank", "checker"},
    "render": {"bank", "checker"},
    "site": {"render", "lint", "labs", "bank", "checker", "web"},
    "widgets": {"render", "bank", "checker", "web"},
}


def imported(path: Path) -> Iterator[str]:
    """Yield the parts of groupwork that a module imports, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "groupwork":
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("groupwork."):
            yield (node.module or "").split(".")[1]
        elif isinstance(node, ast.Import):
            yield from (alias.name.split(".")[1] for alias in node.names if alias.name.startswith("groupwork."))


def test_every_part_is_named_here() -> None:
    assert {path.parent.name for path in PACKAGE.glob("*/__init__.py")} == set(MAY_IMPORT)


@pytest.mark.parametrize("part", MAY_IMPORT)
def test_arrows_run_one_way(part: str) -> None:
    found = {name for path in (PACKAGE / part).rglob("*.py") for name in imported(path)}
    assert found - {part} <= MAY_IMPORT[part]


@pytest.mark.parametrize("part", set(MAY_IMPORT) - {"site"})
def test_only_the_site_knows_mkdocs(part: str) -> None:
    assert not [path for path in (PACKAGE / part).rglob("*.py") if "mkdocs" in path.read_text(encoding="utf-8")]
