"""Section: how many answers a second the checker grades, from text to text as on a page."""

import json
import shutil
import time
from collections import defaultdict

from groupwork.checker import KINDS
from tests.bench.setting import Missing, Setting
from tests.bench.table import Section, row
from tests.responses import right
from tests.runtimes import Runtime, cpython, started

SECONDS = 1.0


def measure(setting: Setting) -> Section:
    """Grade right answers to all active questions, kind by kind."""
    if not shutil.which("node"):
        raise Missing("no Node.js on the path: install Node 20 or newer")
    calls = _calls(setting)
    section = Section("Grading (key and answer in, grade out, as JSON text)")
    with started("micropython") as micropython:
        pipe = 1 / _rate(micropython, "no_such_call", [""], SECONDS / 5)
        for name, runtime in (("CPython", cpython), ("MicroPython in Node", micropython)):
            for kind, texts in calls.items():
                section.rows.append(row(f"{name}, {kind}", _rate(runtime, "grade_json", texts), "grades/s"))
    section.notes.append(
        f"MicroPython's figures include {pipe * 1e6:.0f} µs a grade for the way to Node and back; "
        "measured on " + ", ".join(f"{len(texts)} {kind}" for kind, texts in calls.items()) + " questions."
    )
    return section


def _calls(setting: Setting) -> dict[str, list[str]]:
    calls: dict[str, list[str]] = defaultdict(list)
    for question in setting.bank.questions.values():
        if question.status == "active" and question.kind in KINDS:
            call = {"question": question.key(), "response": right(question.as_json())}
            calls[question.kind].append(json.dumps(call))
    return dict(calls)


def _rate(runtime: Runtime, call: str, texts: list[str], seconds: float = SECONDS) -> float:
    count, begun = 0, time.perf_counter()
    while (elapsed := time.perf_counter() - begun) < seconds:
        for text in texts:
            runtime(call, text)
        count += len(texts)
    return count / elapsed
