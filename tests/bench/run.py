"""The command: which sections to run, and the report of them."""

import argparse
import json
import os
import platform
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from playwright.sync_api import Error

from tests.bench import (
    bank,
    building,
    clicks,
    first_answer,
    first_view,
    grading,
    live,
    offline,
    record,
    scenarios,
)
from tests.bench.setting import Missing, Setting
from tests.bench.table import Section, table

SECTIONS: dict[str, Callable[[Setting], Section]] = {
    "building": building.measure,
    "bank": bank.measure,
    "grading": grading.measure,
    "scenarios": scenarios.measure,
    "first-view": first_view.measure,
    "clicks": clicks.measure,
    "record": record.measure,
    "first-answer": first_answer.measure,
    "offline": offline.measure,
    "live": live.measure,
}
"""A new section is a module with `measure(setting) -> Section`, and a line here."""


QUIET = 0.7
"""Load average before the start up to which nothing else counts as running."""


def main() -> int:
    """Run the benchmark; a missed target is said in the table, and is no failure of the command."""
    arguments = _parser().parse_args()
    started, load = time.perf_counter(), os.getloadavg()[0]
    sections, missing = [], []
    with Setting(Path(__file__).parents[2], runs=arguments.runs, slowest_runs=arguments.slowest_runs) as setting:
        for name in arguments.only or SECTIONS:
            print(f"{name} …", flush=True)
            try:
                sections.append(SECTIONS[name](setting))
            except (Missing, Error) as error:
                missing.append(f"{name}: not measured: {str(error).splitlines()[0]}")
    facts = _facts(load, time.perf_counter() - started)
    print("\n" + table(sections))
    for section in sections:
        if section.notes:
            print(f"\n{section.title}\n" + "\n".join(f"  {line}" for line in section.notes))
    print("\n" + "\n".join([*missing, facts, _verdict(sections)]))
    if arguments.json:
        report = {"facts": facts, "missing": missing, "sections": [asdict(section) for section in sections]}
        arguments.json.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 1 if missing else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tests/bench", description="Measure the course's speed and size.")
    parser.add_argument("--only", action="append", choices=SECTIONS, help="run this section (may be repeated)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the report as JSON, too")
    parser.add_argument("--runs", type=int, default=7, metavar="N", help="cold navigations per page (default 7)")
    parser.add_argument(
        "--slowest-runs", type=int, default=3, metavar="N", help="those of half a minute each: Pyodide on slow 4G (3)"
    )
    return parser


def _facts(load: float, seconds: float) -> str:
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; "
        f"took {seconds:.0f} s; load average {load:.1f} before, {os.getloadavg()[0]:.1f} after"
        + (" – the machine was busy: measure again when it is quiet" if load > QUIET else "")
    )


def _verdict(sections: list[Section]) -> str:
    held = [row for section in sections for row in section.rows if row.met is not None]
    failed = [row.name for row in held if not row.met]
    return f"{len(held) - len(failed)} of {len(held)} targets met" + (": not " + "; ".join(failed) if failed else "")
