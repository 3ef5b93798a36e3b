"""A reader sees what is done and what comes next, how long a page takes, and what has been checked."""

import re

import pytest
from playwright.sync_api import Page, expect

from groupwork.bank import Bank

from . import answers
from .conftest import NewPage
from .site import Site
from .watch import Watch

PAGE = "stages/why-stages/"


def answer(page: Page, bank: Bank, places: range) -> None:
    """Answer the questions that stand in these places of the page."""
    for place in places:
        form = page.locator("form.gw-question").nth(place)
        answers.answer(form, answers.right(answers.plain(bank, form)))


def test_a_reader_who_has_answered_nothing_loads_no_list_of_pages(page: Page, watch: Watch) -> None:
    page.goto(PAGE, wait_until="networkidle")
    assert not [address for address in watch.requests if "pages.json" in address]
    page.goto("")
    expect(page.locator(".gw-go-on")).to_be_hidden()


def test_the_navigation_marks_what_is_begun_and_what_is_done(page: Page, site: Site, bank: Bank) -> None:
    number = len(site.on(PAGE))
    page.goto(PAGE)
    mark = page.locator("a.md-nav__link--active .gw-nav-mark")
    answer(page, bank, range(1))
    expect(mark).to_have_text(f"1/{number}, 1 of {number} questions answered")
    answer(page, bank, range(1, number))
    expect(mark).to_have_text("✓, all questions answered")


def test_a_module_counts_the_questions_of_all_its_pages(page: Page, site: Site, bank: Bank) -> None:
    page.goto(PAGE)
    answer(page, bank, range(2))
    pages = [address for address in site.pages if address.startswith(("stages/", "notebooks/stages/"))]
    module = {name for address in pages for name in re.findall(' data-question="([^"]+)"', site.html(address))}
    mark = page.locator(".md-nav__container").filter(has_text="Stages").locator(".gw-nav-mark")
    expect(mark).to_have_text(f"2/{len(module)}, 2 of {len(module)} questions answered")


def test_the_first_page_says_where_to_go_on(page: Page, site: Site, bank: Bank) -> None:
    page.goto(PAGE)
    answer(page, bank, range(1))
    page.goto("")
    line = page.locator(".gw-go-on")
    expect(line).to_have_text(f"Go on with: Why stages? (1 of {len(site.on(PAGE))} questions answered)")
    line.get_by_role("link").click()
    page.wait_for_url(f"**/{PAGE}")


def test_a_lesson_says_how_long_it_takes_and_that_no_key_is_reviewed(page: Page) -> None:
    page.goto(PAGE)
    line = page.locator(".gw-page")
    expect(line).to_contain_text("About 13 minutes")
    expect(line).to_contain_text("Keys not yet reviewed by licensed social workers")


def test_questions_asked_before_they_are_taught_are_not_scored(page: Page, bank: Bank) -> None:
    page.goto("stages/")
    line = page.locator(".gw-quiz .gw-count")
    expect(line).to_have_text("4 questions, not scored")
    answer(page, bank, range(1))
    expect(line).to_have_text("1 of 4 answered, not scored")


@pytest.mark.parametrize("with_key", [False, True])
def test_a_page_prints_with_or_without_the_key(page: Page, with_key: bool) -> None:
    page.goto(PAGE)
    page.get_by_label("with answers and reasons").set_checked(with_key)
    page.emulate_media(media="print")
    reasons = page.locator(".gw-reasons li").first
    expect(reasons).to_be_visible(visible=with_key)
    expect(page.locator(".gw-print")).to_be_hidden()
    expect(page.locator(".gw-stem").first).to_be_visible()


def test_without_a_script_a_page_offers_no_print_button(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(PAGE)
    expect(page.locator(".gw-print")).to_be_hidden()
