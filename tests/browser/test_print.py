"""On paper every page has its words whole and nothing to press; the key is printed when it is asked for."""

import pytest
from playwright.sync_api import Page, expect

from groupwork.bank import Bank

from . import answers
from .site import Site
from .test_layout import _CUT

# A4 less its margins, in CSS pixels; and US Letter is wider.
PAPER = 658
PAGES = (
    "stages/five-stages/",
    "stages/quiz/",
    "stages/practice/",
    "reference/timeline/",
    "notebooks/stages/",
    "about/",
)
_PRESS = "button, select:has(option[value='']:checked), .gw-case > summary, .gw-print, .gw-keep, .gw-said"
_BEYOND = """width => [...document.querySelectorAll("article *")].filter((element) =>
  element.checkVisibility() && element.clientWidth > 1 && element.getBoundingClientRect().right > width + 1
).map((element) => element.outerHTML.slice(0, 120))"""


def on_paper(page: Page, address: str, *, key: bool = False) -> None:
    page.emulate_media(media="screen")
    page.goto(address)
    if key:
        page.locator("#gw-print-key").check()
    page.set_viewport_size({"width": PAPER, "height": 930})
    page.emulate_media(media="print")


@pytest.mark.parametrize("key", [False, True], ids=["questions", "with-key"])
@pytest.mark.parametrize("address", PAGES)
def test_a_page_on_paper_is_whole_and_has_nothing_to_press(page: Page, site: Site, address: str, key: bool) -> None:
    if key and not site.on(address):
        pytest.skip("no key to print")
    on_paper(page, address, key=key)
    assert page.evaluate(_CUT) == []
    assert page.evaluate(_BEYOND, PAPER) == []
    expect(page.locator("article").locator(_PRESS).locator("visible=true")).to_have_count(0)
    expect(page.locator("header, .md-sidebar, .md-footer").locator("visible=true")).to_have_count(0)


@pytest.mark.parametrize("address", ["stages/quiz/", "stages/five-stages/", "stages/practice/"])
def test_reasons_and_consequences_are_printed_with_the_key_and_not_without(
    page: Page, site: Site, bank: Bank, address: str
) -> None:
    on_paper(page, address)
    folded = page.locator(".gw-reasons, .gw-case details")
    expect(folded.locator("visible=true")).to_have_count(0)
    on_paper(page, address, key=True)
    for form in page.locator("form.gw-question").all():
        for reason in answers.reasons(answers.plain(bank, form)):
            expect(form.get_by_text(reason.strip()[:60]).locator("visible=true").first).to_be_visible()
    for section in page.locator(".gw-scenario").all():
        name = section.get_attribute("data-scenario") or ""
        for scene in bank.scenario(name).as_json()["scenes"]:
            for choice in scene["choices"]:
                expect(section.get_by_text(choice["rationale"].strip()[:60]).first).to_be_visible()


def test_a_question_that_is_answered_prints_no_key_by_itself(page: Page, bank: Bank) -> None:
    page.goto("stages/quiz/")
    form = page.locator("form.gw-question[data-kind=choice]").first
    answers.answer(form, answers.wrong(answers.plain(bank, form)))
    page.emulate_media(media="print")
    expect(form.locator(".gw-reasons, .gw-done, .gw-feedback").locator("visible=true")).to_have_count(0)
    page.emulate_media(media="screen")
    page.locator("#gw-print-key").check()
    page.emulate_media(media="print")
    expect(form.locator(".gw-reasons")).to_be_visible()


def test_a_scenario_on_paper_has_every_scene_and_choice(page: Page, bank: Bank) -> None:
    on_paper(page, "stages/practice/")
    for section in page.locator(".gw-scenario").all():
        for scene in bank.scenario(section.get_attribute("data-scenario") or "").as_json()["scenes"]:
            for choice in scene["choices"]:
                expect(section.get_by_text(choice["text"].strip(), exact=True).locator("visible=true")).to_have_count(1)


def test_a_long_reflection_is_printed_to_its_end(page: Page) -> None:
    page.goto("stages/practice/")
    page.locator(".gw-reflect textarea").first.fill("A line of mine.\n" * 40)
    page.emulate_media(media="print")
    paper = page.locator(".gw-reflect textarea").first
    assert paper.evaluate("field => field.scrollHeight <= field.clientHeight + 1")
