"""Section: the whole check of generated banks, ten times as large once more."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.setting import Setting
from tests.bench.table import Section, at_most, row
from tests.generated_bank import write

SMALL, LARGE = 1_000, 10_000


def measure(setting: Setting) -> Section:
    """Run `groupwork check` as an author does, in a process of its own."""
    section = Section("The check of generated banks")
    seconds = [_seconds(count) for count in (SMALL, LARGE)]
    section.rows.append(row(f"groupwork check, {SMALL:,} questions", seconds[0], "s", at_most(10, "s")))
    section.rows.append(row(f"groupwork check, {LARGE:,} questions", seconds[1], "s"))
    section.rows.append(row("ten times the questions", seconds[1] / seconds[0], "× the time", at_most(12, "×")))
    return section


def _seconds(count: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), count, 1)
        begun = time.perf_counter()
        command = [sys.executable, "-c", "import sys; from groupwork.cli import main; sys.exit(main())"]
        done = subprocess.run([*command, "check", "--root", folder], capture_output=True, check=False)
        assert done.returncode in (0, 1), done.stderr.decode()
        return time.perf_counter() - begun
