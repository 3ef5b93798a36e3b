"""What sections share: the built site, the server and the browser, each made at first need, cleaned up at the end."""

import os
import shutil
import subprocess
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Self

from playwright.sync_api import Browser, sync_playwright

from groupwork.bank import Bank, load
from groupwork.site import live_lab
from tests.bench.server import Server, serving

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PYODIDE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")


class Missing(Exception):
    """Something that a section needs is not there; the message says in a line what, and how to get it."""


@dataclass(frozen=True)
class Built:
    """A finished site, how long its build took and how much memory the largest process of the build had."""

    folder: Path
    seconds: float
    megabytes: float


class Setting:
    """The place of a benchmark: enter it, measure, and leave nothing running."""

    def __init__(self, root: Path, *, runs: int, slowest_runs: int) -> None:
        self.root, self.runs, self.slowest_runs = root, runs, slowest_runs
        self.cache = root / ".cache" / "bench"
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        self.cache.mkdir(parents=True, exist_ok=True)
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    @cached_property
    def bank(self) -> Bank:
        return load(self.root)

    @cached_property
    def server(self) -> Server:
        return self._stack.enter_context(serving())

    @cached_property
    def browser(self) -> Browser:
        system = next((path for path in map(shutil.which, BROWSERS) if path), None)
        playwright = self._stack.enter_context(sync_playwright())
        if not system and not Path(playwright.chromium.executable_path).exists():
            raise Missing("no Chromium: install the package “chromium”, or run `make .cache/browser`")
        browser = playwright.chromium.launch(executable_path=system, args=FLAGS)
        self._stack.callback(browser.close)
        return browser

    @cached_property
    def site(self) -> Built:
        """The course's own site, built strictly and from nothing, and served as `ours`."""
        if not (self.root / "src" / "groupwork" / "web" / "dist" / "page.js").is_file():
            raise Missing("the page's script is not built: run `npm ci` and `npm run build`, or `make bench`")
        live_lab.make(self.root)
        built = self.build(self.root, "site", "--strict")
        self.server.folders["ours"] = built.folder
        return built

    @property
    def pyodide(self) -> Path:
        folder = self.root / "node_modules" / "pyodide"
        if not all((folder / name).is_file() for name in PYODIDE):
            raise Missing("no Pyodide in node_modules: run `npm ci`")
        return folder

    def build(self, source: Path, name: str, *options: str, path: Path | None = None) -> Built:
        """Build the site of the folder `source` with MkDocs; packages in `path` come before the environment's."""
        folder = self.cache / name
        shutil.rmtree(folder, ignore_errors=True)
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder), *options]
        environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"} | ({"PYTHONPATH": str(path)} if path else {})
        log = self.cache / f"{name}.log"
        started = time.perf_counter()
        with log.open("wb") as output:
            process = subprocess.Popen(command, cwd=source, env=environment, stdout=output, stderr=subprocess.STDOUT)
            # Unlike `getrusage`, this knows the one child from all others that ran before it.
            _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            last = (log.read_text(encoding="utf-8", errors="replace").strip().splitlines() or ["no message"])[-1]
            raise Missing(f"the site {name} does not build ({last}); see {log.relative_to(self.root)}")
        unit = 2**20 if sys.platform == "darwin" else 2**10
        return Built(folder, seconds, usage.ru_maxrss / unit)
