"""The two commands on a notebook's page, run as they stand there, in an environment with nothing else in it."""

import json
import os
import re
import shlex
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from urllib.error import URLError

import pytest
import uv

from tests.labs import LABS

from .site import Site

_TOKEN = "a-token-of-the-tests"
_CHECK = """
import importlib.util, json
from groupwork import Question
question = Question("stages-001")
question.response = "a"
there = [bool(importlib.util.find_spec(name)) for name in ("pydantic", "mkdocs")]
print(json.dumps([question.result["correct"], there]))
"""


def commands(site: Site, lab: str) -> list[list[str]]:
    found = re.search(r'class="gw-run-commands"[^>]*>(.*?)</pre>', site.html(f"notebooks/{lab}/"), re.DOTALL)
    assert found
    return [shlex.split(line) for line in found[1].strip().splitlines()]


@pytest.fixture(scope="module")
def python(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment made by the first command; uv does the same as pip, in a tenth of the time."""
    folder = tmp_path_factory.mktemp("own") / "environment"
    (pip, install, *packages), _ = commands(site, LABS[0].stem)
    assert (pip, install) == ("pip", "install")
    made = folder / "bin" / "python"
    subprocess.run([uv.find_uv_bin(), "venv", "--quiet", "--python", sys.executable, str(folder)], check=True)
    subprocess.run([uv.find_uv_bin(), "pip", "install", "--quiet", "--python", str(made), *packages], check=True)
    return made


def test_the_wheel_grades_without_what_reads_yaml_or_makes_the_site(python: Path, tmp_path: Path) -> None:
    run = subprocess.run([python, "-c", _CHECK], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert json.loads(run.stdout) == [True, [False, False]]


@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.stem)
def test_every_notebook_runs_with_the_wheel(python: Path, tmp_path: Path, lab: Path) -> None:
    script = python.with_name("jupyter")
    copy = tmp_path / lab.name
    copy.write_bytes(lab.read_bytes())
    environment = {
        **os.environ,
        "PATH": f"{python.parent}{os.pathsep}{os.environ['PATH']}",
        "IPYTHONDIR": str(tmp_path),
    }
    command = [script, "execute", "--inplace", "--kernel_name=python3", copy]
    subprocess.run(command, check=True, capture_output=True, env=environment, cwd=tmp_path)
    cells = json.loads(copy.read_text(encoding="utf-8"))["cells"]
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    assert not [output for output in outputs if output["output_type"] == "error"]
    assert "application/vnd.jupyter.widget-view+json" in {kind for output in outputs for kind in output.get("data", {})}


def test_the_second_command_serves_the_notebook(python: Path, site: Site, tmp_path: Path) -> None:
    lab = LABS[0]
    (tmp_path / lab.name).write_bytes(lab.read_bytes())
    _, (jupyter, *arguments) = commands(site, lab.stem)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--no-browser", "--allow-root", f"--port={port}", f"--IdentityProvider.token={_TOKEN}"]
    address = f"http://127.0.0.1:{port}/api/contents/{lab.name}?content=0&token={_TOKEN}"
    server = subprocess.Popen(
        [python.with_name(jupyter), *arguments, *options], cwd=tmp_path, stderr=subprocess.DEVNULL
    )
    try:
        assert answer(address)["type"] == "notebook"
    finally:
        server.terminate()
        server.wait(20)


def answer(address: str) -> dict[str, object]:
    """Return what a server says as soon as it is up."""
    for _ in range(120):
        try:
            with urllib.request.urlopen(address) as response:
                found: dict[str, object] = json.load(response)
                return found
        except URLError:
            time.sleep(0.25)
    raise AssertionError(f"nobody answers at {address}")
