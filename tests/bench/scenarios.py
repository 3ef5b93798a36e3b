"""Section: random walks through every scenario, and the first debrief, which searches the scenario."""

import json
import random
import shutil
import time
from typing import Any

from groupwork.checker import debrief, start, step, view
from groupwork.checker.story import read_story
from tests.bench.setting import Missing, Setting
from tests.bench.table import Section, at_most, row
from tests.runtimes import Runtime, started

WALKS, SLOW_WALKS = 10_000, 50


def measure(setting: Setting) -> Section:
    """Walk at random in CPython, fewer times in MicroPython; every walk must end."""
    if not shutil.which("node"):
        raise Missing("no Node.js on the path: install Node 20 or newer")
    section = Section(f"Scenarios ({WALKS:,} random walks each)")
    for scenario in setting.bank.scenarios.values():
        story = read_story(scenario.as_json())
        begun = time.perf_counter()
        stuck = sum(not _walk(story, seed) for seed in range(WALKS))
        rate = WALKS / (time.perf_counter() - begun)
        section.rows.append(row(f"{scenario.id}, CPython", rate, "walks/s"))
        section.rows.append(row(f"{scenario.id}, walks that did not end", stuck, "walks", at_most(0, "walks")))
        with started("micropython") as micropython:
            section.rows += _in_micropython(micropython, scenario.as_json())
    return section


def _walk(story: Any, seed: int) -> bool:
    """Take choices at random; say whether the walk came to an ending with a debrief."""
    chance, session = random.Random(seed), start(story)
    while not (seen := view(story, session))["ending"]:
        if seen["problem"]:
            return False
        session = step(story, session, chance.choice(seen["choices"])["id"])
    return session["problem"] is None


def _in_micropython(runtime: Runtime, scenario: dict[str, Any]) -> list[Any]:
    name = scenario["id"]
    runtime("scenario_json", json.dumps({"scenario": scenario}))
    begun, session = time.perf_counter(), {}
    for seed in range(SLOW_WALKS):
        chance = random.Random(seed)
        session = json.loads(runtime("start_json", json.dumps({"scenario": name})))
        while True:
            call = {"scenario": name, "session": session}
            seen = json.loads(runtime("view_json", json.dumps(call)))
            if seen["ending"]:
                break
            call["choice"] = chance.choice(seen["choices"])["id"]
            session = json.loads(runtime("step_json", json.dumps(call)))
    rate = SLOW_WALKS / (time.perf_counter() - begun)
    begun = time.perf_counter()
    runtime("debrief_json", json.dumps({"scenario": name, "session": session}))
    first = 1000 * (time.perf_counter() - begun)
    assert debrief(scenario, session)["points"] >= 0
    return [
        row(f"{name}, MicroPython in Node", rate, "walks/s"),
        row(f"{name}, first debrief in MicroPython", first, "ms"),
    ]
