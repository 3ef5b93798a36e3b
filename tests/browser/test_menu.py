"""Where the theme's menu is a drawer, and its search a sheet, the keyboard opens, walks and leaves them."""

import pytest
from playwright.sync_api import Locator, Page, expect

from . import answers
from .conftest import NewPage
from .test_access import violations

PAGE = "stages/why-stages/"


@pytest.fixture
def page(new_page: NewPage) -> Page:
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto(PAGE)
    return page


def menu(page: Page) -> Locator:
    return page.get_by_role("button", name="Menu", exact=True)


def focus(page: Page) -> Locator:
    return page.locator(":focus")


def opened(page: Page) -> None:
    # The script of the menu comes with the first key.
    with page.expect_response("**/menu.js"):
        answers.tab_to(menu(page))
    expect(menu(page)).to_be_focused()
    page.keyboard.press("Space")
    expect(menu(page)).to_have_attribute("aria-expanded", "true")
    expect(focus(page)).to_have_text("Stages of group development")


def test_the_menu_opens_on_its_button_and_the_focus_goes_in_and_back(page: Page) -> None:
    opened(page)
    page.keyboard.press("Tab")
    expect(focus(page)).to_have_text("Five stages")
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(menu(page)).to_have_attribute("aria-expanded", "false")
    expect(menu(page)).to_be_focused()


def test_the_way_back_from_a_section_leads_to_all_modules_and_in_again(page: Page) -> None:
    opened(page)
    page.keyboard.press("Enter")
    expect(focus(page)).to_have_text("Stages of group development")
    page.keyboard.press("Shift+Tab")
    expect(focus(page)).to_contain_text("Functions and goals")
    page.keyboard.press("Enter")
    page.wait_for_url("**/functions/")
    expect(menu(page)).to_have_attribute("aria-expanded", "false")


def test_leaving_the_menu_closes_it(page: Page) -> None:
    opened(page)
    for _ in range(12):
        page.keyboard.press("Tab")
    expect(menu(page)).to_have_attribute("aria-expanded", "false")
    assert page.evaluate("document.activeElement.getBoundingClientRect().left >= 0")


def test_a_closed_menu_keeps_its_links_out_of_the_way(page: Page) -> None:
    for _ in range(8):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.md-sidebar--primary') === null")


def test_the_search_opens_when_the_keyboard_comes_to_it(page: Page) -> None:
    answers.tab_to(page.get_by_role("textbox", name="Search"))
    page.keyboard.type("cohesion")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".md-search-result__item").first).to_be_hidden()
