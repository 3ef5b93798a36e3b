"""The two pages that ours is measured against: the nearest peer's, and a bare one with Pyodide."""

import html
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

from groupwork.site.assets import checker_sources
from tests.bench.setting import PYODIDE, Missing, Setting

PEER = "mkdocs-quiz==1.7.1"
QUESTION = re.compile(r"^/// question \| (\S+)\n///$", re.MULTILINE)
FENCE = re.compile(r"^///.*\n", re.MULTILINE)
CITED = re.compile(r"\[-?@[^\]]*\]")
EXTENSIONS = ["attr_list", "smarty", "def_list", "tables", {"toc": {"permalink": True}}]


def build_peer(setting: Setting, lesson: str) -> Path:
    """Build the lesson as a page of the nearest peer: same theme, prose and navigation, its own grader."""
    packages = _installed(setting)
    source = setting.cache / "peer-source"
    shutil.rmtree(source, ignore_errors=True)
    config = yaml.load((setting.root / "mkdocs.yml").read_text(encoding="utf-8"), _Loader)
    theme = {name: config["theme"][name] for name in ("name", "font", "features", "palette")}
    plain = {
        "site_name": config["site_name"],
        "site_description": config["site_description"],
        "site_url": "http://127.0.0.1:8000/",
        "theme": theme,
        "nav": config["nav"],
        "plugins": ["search", "mkdocs_quiz"],
        "markdown_extensions": EXTENSIONS,
    }
    for page in _pages(config["nav"]):
        path = source / "docs" / page
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {path.stem}\n", encoding="utf-8")
    text = (setting.root / "docs" / lesson).read_text(encoding="utf-8")
    (source / "docs" / lesson).write_text(_peer_markdown(text, setting), encoding="utf-8")
    (source / "mkdocs.yml").write_text(yaml.safe_dump(plain), encoding="utf-8")
    return setting.build(source, "peer", path=packages).folder


def build_pyodide(setting: Setting, name: str) -> Path:
    """Make the bare page: one question, Pyodide from its first byte on, and the checker's own files."""
    folder = setting.cache / "pyodide"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for file in PYODIDE:
        shutil.copy(setting.pyodide / file, folder)
    (folder / "checker.json").write_text(json.dumps(checker_sources()), encoding="utf-8")
    question = setting.bank.question(name)
    options = "".join(
        f'<label><input type="radio" name="answer" value="{option["id"]}"> {html.escape(option["text"])}</label><br>'
        for option in question.as_json()["options"]
    )
    page = (Path(__file__).parent / "pyodide.html").read_text(encoding="utf-8")
    parts = {"STEM": html.escape(question.stem), "OPTIONS": options, "KEY": json.dumps(question.key())}
    for place, part in parts.items():
        page = page.replace(f"<!--{place}-->", part)
    (folder / "index.html").write_text(page, encoding="utf-8")
    return folder


def _installed(setting: Setting) -> Path:
    """Install the peer with all it needs into a folder of its own, once."""
    packages = setting.cache / "packages" / PEER
    if not (packages / "mkdocs_quiz").is_dir():
        print(f"  installing {PEER} (once) …", flush=True)
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(packages), PEER]
        if subprocess.run(command, check=False, capture_output=True).returncode:
            shutil.rmtree(packages, ignore_errors=True)
            raise Missing(f"pip could not install {PEER}, the page to compare with: is there a network?")
    return packages


def _pages(nav: Any) -> list[str]:
    """Return the Markdown pages of a navigation; a notebook has no place on the peer's site."""
    if isinstance(nav, str):
        return [nav] if nav.endswith(".md") else []
    return [page for entry in (nav.values() if isinstance(nav, dict) else nav) for page in _pages(entry)]


def _peer_markdown(text: str, setting: Setting) -> str:
    """Turn our lesson into the peer's words: questions that it knows in its syntax, other blocks as their text."""

    def quiz(match: re.Match[str]) -> str:
        question = setting.bank.question(match[1]).as_json()
        if question["kind"] not in ("choice", "multi"):
            return ""
        asked = " ".join(part.strip() for part in (question.get("vignette") or "", question["stem"]))
        options = [f"- [{'x' if option.get('correct') else ' '}] {option['text']}" for option in question["options"]]
        reasons = [f"- {option['text']} – {option['rationale']}" for option in question["options"]]
        return "\n".join(["<quiz>", asked.strip(), *options, "", *reasons, "</quiz>"])

    return CITED.sub("", FENCE.sub("", QUESTION.sub(quiz, text)))


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml, whose `!ENV` lists end with the default."""


def _default(loader: _Loader, node: yaml.SequenceNode) -> Any:
    return loader.construct_sequence(node)[-1]


_Loader.add_constructor("!ENV", _default)
