"""The map of a scenario for authors and instructors: scenes as boxes, choices as lines between them."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from typing import Any

from groupwork.render.html import Scenario, environment

WIDTH, HEIGHT, GAP_X, GAP_Y, LETTERS = 150, 54, 26, 62, 20
"""Size of a box, the room between boxes, in units of the drawing; letters in a line of a box."""

BESIDE = {"best": -14, "acceptable": 0, "harmful": 14}


def render_map(scenario: Scenario) -> str:
    """Render the scenes in rows by their distance from the start, with the same ways as a list below."""
    plain = scenario.as_json()
    rows = _rows(plain)
    widest = max(map(len, rows))
    places = {
        name: (GAP_X + (2 * column + widest - len(names)) * (WIDTH + GAP_X) // 2, 20 + row * (HEIGHT + GAP_Y))
        for row, names in enumerate(rows)
        for column, name in enumerate(names)
    }
    template = environment.get_template("map.html")
    return template.render(
        scenario=plain,
        places=places,
        lines={scene["id"]: wrap(_title(scene), LETTERS)[:2] for scene in plain["scenes"]},
        ways=[(*way, _line(places[way[0]], places[way[2]], way[1]["level"])) for way in _ways(plain)],
        width=GAP_X + widest * (WIDTH + GAP_X),
        height=20 + len(rows) * (HEIGHT + GAP_Y),
        size=(WIDTH, HEIGHT),
    )


def _title(scene: dict[str, Any]) -> str:
    return str(scene["ending"]["title"]) if scene["ending"] else str(scene["id"]).replace("-", " ").capitalize()


def _ways(scenario: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield every way as scene, choice, next scene; a choice with conditions has several."""
    for scene in scenario["scenes"]:
        for choice in scene["choices"]:
            to = choice["to"]
            for name in [to] if isinstance(to, str) else dict.fromkeys(way["to"] for way in to):
                yield scene["id"], choice, name


def _rows(scenario: dict[str, Any]) -> list[list[str]]:
    """Return the scenes by their longest distance from the start, so that lines lead downwards; endings come last."""
    ways = {(start, end) for start, _, end in _ways(scenario)}
    skips = {(scene["id"], scene["skip"]["to"]) for scene in scenario["scenes"] if scene["skip"]}
    order = [scene["id"] for scene in scenario["scenes"]]
    depth = dict.fromkeys(order, 0)
    for _ in order:  # as often as there are scenes: enough for every path, and an end for every loop
        for start, end in ways | skips:
            if depth[end] <= depth[start] < len(order):
                depth[end] = depth[start] + 1
    endings = {scene["id"] for scene in scenario["scenes"] if scene["ending"]}
    last = max(depth[name] for name in order if name not in endings) + 1
    depth.update(dict.fromkeys(endings, last))
    levels = sorted(set(depth.values()))
    return [[name for name in order if depth[name] == level] for level in levels]


def _line(start: tuple[int, int], end: tuple[int, int], level: str) -> str:
    """Return the path of a curve from the foot of one box to the head of another; levels run side by side."""
    beside = BESIDE[level]
    x1, y1 = start[0] + WIDTH // 2 + beside, start[1] + HEIGHT
    x2, y2 = end[0] + WIDTH // 2 + beside, end[1] - 4
    bend = max(20, abs(y2 - y1) // 2)
    return f"M{x1} {y1}C{x1} {y1 + bend} {x2} {y2 - bend} {x2} {y2}"
