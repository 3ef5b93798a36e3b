"""Section: how long the course takes to build and to check, and how much memory that needs."""

import subprocess
import sys
import time
from collections.abc import Callable

from groupwork.bank import load
from tests.bench.setting import Setting
from tests.bench.table import Section, median_row, row

CHECK = "import sys; from groupwork.cli import main; sys.exit(main(['check']))"


def measure(setting: Setting) -> Section:
    """Build the site from nothing, run the check, read the bank."""
    built = setting.site

    def check() -> None:
        # What the check says is not our business here; it takes its time with and without findings.
        subprocess.run([sys.executable, "-c", CHECK], cwd=setting.root, check=False, capture_output=True)

    return Section(
        "Building",
        [
            row("site, strict, from nothing", built.seconds, "s"),
            row("memory of its largest process", built.megabytes, "MB"),
            median_row("groupwork check, as a command", _seconds(check, 3), "s"),
            median_row(
                f"reading the bank ({len(setting.bank.questions)} questions)",
                _seconds(lambda: load(setting.root), 5),
                "s",
            ),
        ],
    )


def _seconds(action: Callable[[], object], runs: int) -> list[float]:
    measured = []
    for _ in range(runs):
        started = time.perf_counter()
        action()
        measured.append(time.perf_counter() - started)
    return measured
