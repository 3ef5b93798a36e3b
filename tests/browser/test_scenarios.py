"""Scenarios, played by keyboard alone to different endings, left and taken up again, and read without a script."""

import json
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from groupwork.bank import Bank
from groupwork.checker import debrief, start, step, view

from . import answers
from .conftest import NewPage
from .test_access import violations

PAGE = "stages/practice/"
ONE = "stages-first-evening"
RANKS = {"best": 0, "acceptable": 1, "harmful": 2}


def walk(scenario: dict[str, Any], best_first: bool) -> dict[str, Any]:
    """Return the session of somebody who takes the best, or the most harmful, choice each time."""
    levels = {
        (scene["id"], choice["id"]): RANKS[choice["level"]]
        for scene in scenario["scenes"]
        for choice in scene["choices"]
    }
    session = start(scenario)
    while not (seen := view(scenario, session))["ending"]:
        choices = sorted(seen["choices"], key=lambda choice: levels[seen["scene"], choice["id"]])
        session = step(scenario, session, (choices if best_first else choices[::-1])[0]["id"])
    return session


def opened(page: Page, name: str = ONE) -> Locator:
    page.goto(PAGE)
    return page.locator(f".gw-scenario[data-scenario={name}]")


def begin(section: Locator, button: str = "Begin") -> None:
    answers.press(section.get_by_role("button", name=button))
    expect(section.locator(".gw-stage h3")).to_be_focused()


def decide(section: Locator, choice: str) -> None:
    """Take a choice by keyboard and wait until the next scene has the focus."""
    boxes = section.locator(".gw-choices input")
    values = [box.get_attribute("value") for box in boxes.all()]
    answers.press(boxes.first, "Space")
    for _ in range(values.index(choice)):
        section.page.keyboard.press("ArrowDown")
    expect(boxes.nth(values.index(choice))).to_be_checked()
    before = section.locator(".gw-stage h3").inner_text()
    answers.press(section.get_by_role("button", name="Do this"))
    expect(section.locator(".gw-stage h3")).not_to_have_text(before)
    expect(section.locator(".gw-stage h3")).to_be_focused()


@pytest.fixture
def scenario(bank: Bank) -> dict[str, Any]:
    return bank.scenario(ONE).as_json()


@pytest.mark.parametrize("best_first", [True, False], ids=["best", "harmful"])
def test_a_scenario_is_played_to_its_end_by_keyboard_with_the_debrief_of_that_path(
    page: Page, scenario: dict[str, Any], best_first: bool
) -> None:
    session = walk(scenario, best_first)
    section = opened(page)
    begin(section)
    for _, choice in session["path"]:
        decide(section, choice)
    expected = debrief(scenario, session)
    end = view(scenario, session)["ending"]
    expect(section.locator(".gw-stage h3")).to_have_text(end["title"])
    expect(section).to_contain_text(f"{expected['points']} of {expected['max']} points")
    forks = section.locator(".gw-forks > li")
    expect(forks).to_have_count(len(expected["forks"]))
    for place, fork in enumerate(expected["forks"]):
        expect(forks.nth(place)).to_contain_text(fork["text"])
        expect(forks.nth(place)).to_contain_text(fork["rationale"].strip())
    better = sum(fork["expert"] not in (None, fork["chosen"]) for fork in expected["forks"])
    expect(section.locator(".gw-forks b", has_text="An experienced worker")).to_have_count(better)
    expect(section.locator(".gw-stage tbody tr")).to_have_count(len(expected["states"]))


def test_the_two_ways_of_playing_end_differently(scenario: dict[str, Any]) -> None:
    ends = [view(scenario, walk(scenario, best_first))["ending"]["title"] for best_first in (True, False)]
    assert ends[0] != ends[1]


def test_a_scenario_is_taken_up_again_after_a_reload(page: Page, scenario: dict[str, Any]) -> None:
    path = walk(scenario, True)["path"]
    section = opened(page)
    begin(section)
    for _, choice in path[:2]:
        decide(section, choice)
    kept = page.evaluate("name => localStorage.getItem(name)", f"groupwork:scenarios:{ONE}")
    assert json.loads(kept) == path[:2]
    page.reload()
    begin(section, "Go on where you left")
    expect(section.locator(".gw-stage h3")).to_have_text("Scene 3")
    section.get_by_text("The conversation so far").click()
    expect(section.locator(".gw-past")).to_have_count(2)


def test_starting_again_forgets_the_path(page: Page, scenario: dict[str, Any]) -> None:
    section = opened(page)
    begin(section)
    decide(section, walk(scenario, True)["path"][0][1])
    page.reload()
    begin(section, "Start again")
    expect(section.locator(".gw-stage h3")).to_have_text("Scene 1")


def test_without_a_choice_the_page_asks_and_stays(page: Page) -> None:
    section = opened(page)
    begin(section)
    answers.press(section.get_by_role("button", name="Do this"))
    expect(section.locator(".gw-ask[role=status]")).to_have_text("Choose what you do first.")
    expect(section.locator(".gw-stage h3")).to_have_text("Scene 1")


def test_a_heavy_scene_says_so_and_can_be_skipped(page: Page, bank: Bank) -> None:
    plain = bank.scenario("stages-last-meetings").as_json()
    heavy = {scene["id"] for scene in plain["scenes"] if scene["heavy"]}
    path = walk(plain, True)["path"]
    before = next(place for place, (scene, _) in enumerate(path) if scene in heavy)
    section = opened(page, plain["id"])
    expect(section.locator(".gw-note").first).to_be_visible()
    begin(section)
    for _, choice in path[:before]:
        decide(section, choice)
    answers.press(section.get_by_role("button", name="Skip this scene"))
    expect(section.locator(".gw-stage h3")).to_have_text(f"Scene {before + 2}")


def test_a_scenario_that_cannot_be_loaded_says_so_and_can_be_tried_again(page: Page, watch: Any) -> None:
    watch.expect("Failed to (load resource|fetch)")
    section = opened(page)
    page.route("**/scenarios/*.json", lambda route: route.abort())
    answers.press(section.get_by_role("button", name="Begin"))
    expect(section.locator(".gw-stage")).to_contain_text("could not be loaded")
    page.unroute("**/scenarios/*.json")
    begin(section)


def test_without_a_script_a_scenario_is_a_case_to_read(new_page: NewPage, scenario: dict[str, Any]) -> None:
    section = opened(new_page(java_script_enabled=False))
    section.get_by_text("Read it as a case instead").click()
    first = scenario["scenes"][0]
    for choice in first["choices"]:
        expect(section.locator(".gw-case").get_by_text(choice["text"].strip(), exact=True).first).to_be_visible()
    expect(section.get_by_role("button")).to_have_count(0)


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_no_state_of_a_scenario_breaks_a_rule(
    new_page: NewPage, scenario: dict[str, Any], width: int, scheme: str
) -> None:
    page = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    section = opened(page)
    begin(section)
    path = walk(scenario, False)["path"]
    decide(section, path[0][1])
    found = violations(page)
    for _, choice in path[1:]:
        decide(section, choice)
    assert found + violations(page) == []
