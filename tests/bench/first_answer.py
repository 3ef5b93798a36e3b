"""Section: from a cold navigation to the first graded answer, for our page and its two rivals."""

import re
import statistics
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from tests.bench.browsing import PLAIN, SLOW, Conditions, script, visit
from tests.bench.rivals import build_peer, build_pyodide
from tests.bench.setting import Missing, Setting
from tests.bench.table import Row, Section, at_least, at_most, median_row, number, row

LESSON = "stages/why-stages"
PYODIDE_PAGE = "pyodide/"
TIMES_PYODIDE, TIMES_PEER = 10, 1.3
READING = 5
"""Seconds that a fast reader gives a question before answering."""

WATERFALL = """["navigation", "resource"]
  .flatMap((type) => performance.getEntriesByType(type))
  .map(({ name, startTime, responseEnd, encodedBodySize }) => ({ name, startTime, responseEnd, encodedBodySize }))"""


@dataclass
class Subject:
    """A page, when its question can be answered, what to click then, what its feedback is, and the times measured."""

    name: str
    path: str
    ready: str
    press: list[str]
    feedback: str
    pressed: list[float] = field(default_factory=list)
    painted: list[float] = field(default_factory=list)
    waterfall: list[dict[str, Any]] = field(default_factory=list)


def measure(setting: Setting) -> Section:
    """Measure the three pages in turn, again and again, so that whatever slows the machine slows all of them."""
    section = Section("From a cold navigation to the first graded answer")
    for conditions in (PLAIN, SLOW):
        subjects = _subjects(setting)
        for turn in range(setting.runs):
            for subject in subjects:
                if subject.path != PYODIDE_PAGE or conditions is PLAIN or turn < setting.slowest_runs:
                    _answer(setting, conditions, subject)
        section.rows += [median_row(f"{it.name}, {conditions.name}", it.painted, "ms") for it in subjects]
        section.rows += _compared(conditions, *(statistics.median(it.painted) for it in subjects))
        section.notes += _details(conditions, subjects)
    section.rows.append(_after_reading(setting))
    return section


def _after_reading(setting: Setting) -> Row:
    """Measure how long a learner waits who reads the question before answering it."""
    ours, *_ = _subjects(setting)
    for _ in range(setting.runs):
        _answer(setting, SLOW, ours, reading=READING)
    waits = [painted - pressed for pressed, painted in zip(ours.pressed, ours.painted, strict=True)]
    return median_row(f"our lesson, click → feedback after {READING} s of reading, {SLOW.name}", waits, "ms")


def _subjects(setting: Setting) -> tuple[Subject, Subject, Subject]:
    folder = setting.site.folder
    text = (folder / LESSON / "index.html").read_text(encoding="utf-8")
    shown = re.findall(r'data-question="([^"]+)" data-kind="choice"', text)
    if not shown:
        raise Missing(f"the lesson {LESSON} has no choice question: name another in tests/bench/first_answer.py")
    options = setting.bank.question(shown[0]).as_json()["options"]
    right = next(option["id"] for option in options if option.get("correct"))
    if "peer" not in setting.server.folders:
        setting.server.folders["peer"] = build_peer(setting, f"{LESSON}.md")
        setting.server.folders["pyodide"] = build_pyodide(setting, shown[0])
    form = f'[data-question="{shown[0]}"]'
    return (
        Subject(
            "our lesson",
            f"ours/{LESSON}/",
            f"{form} .gw-actions:not([hidden]) .gw-check",
            [f'{form} .gw-option [value="{right}"]', f"{form} .gw-check"],
            f"{form} .gw-feedback h3",
        ),
        Subject(
            "one question with Pyodide",
            PYODIDE_PAGE,
            "[data-ready]",
            [f'[value="{right}"]', "button"],
            "[role=status] h3",
        ),
        # The peer's script adds the button to try again when it is ready; a click on an option is the answer there.
        Subject(
            "the peer's lesson",
            f"peer/{LESSON}/",
            ".quiz .quiz-reset-button",
            [".quiz [data-correct]"],
            ".quiz .quiz-feedback:not(.hidden)",
        ),
    )


def _answer(setting: Setting, conditions: Conditions, subject: Subject, *, reading: float = 0) -> None:
    does = {"ready": subject.ready, "press": subject.press, "feedback": subject.feedback, "reading": reading * 1000}
    robot = script("robot", **does)
    with visit(setting, conditions, robot) as page:
        page.goto(setting.server.address(subject.path), wait_until="commit")
        times = page.evaluate("window.benchDone")
        subject.waterfall = page.evaluate(WATERFALL)
    subject.pressed.append(times["pressed"])
    subject.painted.append(times["painted"])


def _compared(conditions: Conditions, ours: float, pyodide: float, peer: float) -> list[Row]:
    return [
        row(f"Pyodide's time ÷ ours, {conditions.name}", pyodide / ours, "×", at_least(TIMES_PYODIDE, "×")),
        row(f"our time ÷ the peer's, {conditions.name}", ours / peer, "×", at_most(TIMES_PEER, "×")),
    ]


def _details(conditions: Conditions, subjects: tuple[Subject, ...]) -> list[str]:
    """Say when the answer was given, and what our last visit loaded when (start, first byte, end)."""
    lines = [
        f"{conditions.name}: answered at "
        + ", ".join(f"{number(statistics.median(it.pressed))} ms ({it.name})" for it in subjects)
    ]
    for subject in (it for it in subjects if it.path != PYODIDE_PAGE):
        lines.append(f"  {subject.name}, last visit: asked for at, complete at, size")
        for entry in subject.waterfall:
            name = urlsplit(entry["name"]).path.partition("/")[2].partition("/")[2]
            asked, complete = round(entry["startTime"]), round(entry["responseEnd"])
            lines.append(f"  {asked:>6} {complete:>6} ms  {entry['encodedBodySize']:>8,} bytes  {name}")
    return lines
