"""What the documentation says exists, and what exists is documented."""

from __future__ import annotations

import re
from pathlib import Path

from groupwork.bank import load
from groupwork.checker import KINDS
from groupwork.cli import COMMANDS
from groupwork.site.blocks import BLOCKS

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
WEB = ROOT / "src" / "groupwork" / "web"
PROSE = "\n".join(path.read_text(encoding="utf-8") for path in [ROOT / "README.md", *DOCS.rglob("*.md")])


def read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def test_every_command_is_documented_and_every_documented_one_exists() -> None:
    documented = re.findall(r"(?:`|bin/)groupwork ([a-z]+)", PROSE)
    assert set(documented) == set(COMMANDS)


def test_every_kind_of_question_is_documented_and_no_other() -> None:
    table = read("docs/contributing/add-a-question.md").split("## The kinds")[1].split("##")[0]
    assert set(re.findall(r"^\| `([a-z]+)` \|", table, flags=re.MULTILINE)) == set(KINDS)


def test_every_block_of_lessons_is_documented_and_no_other() -> None:
    table = read("docs/contributing/how-it-is-built.md").split("## Markdown blocks")[1].split("##")[0]
    assert set(re.findall(r"^\| `/// ([a-z]+)", table, flags=re.MULTILINE)) == {block.NAME for block in BLOCKS}


def test_every_key_that_the_page_stores_is_documented_and_no_other() -> None:
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in WEB.rglob("*.js") if "dist" not in path.parts)
    (prefix,) = re.findall(r'PREFIX = "([^"]+)"', scripts)
    stored = {prefix + name for name in re.findall(r"\$\{PREFIX\}([a-z]+)", scripts)}
    assert set(re.findall(r"`(groupwork:[a-z]+)", read("docs/desk/your-record.md"))) == stored


def test_the_version_of_the_record_is_the_documented_one() -> None:
    version = re.findall(r'VERSION = "([^"]+)"', read("src/groupwork/web/shelf.js"))[0]
    assert f"The version of the format: `{version}`" in read("docs/desk/your-record.md")


def test_every_make_target_of_the_readme_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), flags=re.MULTILINE))
    assert set(re.findall(r"make ([a-z]+)", read("README.md"))) <= targets


def test_every_path_of_the_readme_exists() -> None:
    named = re.findall(r"`((?:docs|src|quizzes|notebooks|tests)/[^`]+)`", read("README.md"))
    missing = [path for path in named if not list(ROOT.glob(re.sub(r"<[a-z]+>", "*", path).rstrip("/")))]
    assert named
    assert missing == []


def test_every_decision_is_listed() -> None:
    listed = set(re.findall(r"\(decisions/([^)]+)\)", read("docs/contributing/decisions.md")))
    assert listed == {path.name for path in (DOCS / "contributing" / "decisions").glob("*.md")}


def test_every_scenario_has_its_map() -> None:
    maps = re.findall(r"^/// map \| (\S+)", read("docs/teaching/scenario-maps.md"), flags=re.MULTILINE)
    assert maps == list(load(ROOT).scenarios)
