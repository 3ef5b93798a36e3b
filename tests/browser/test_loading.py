"""Questions stay useful when their checker does not come, or no script runs at all."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from groupwork.bank import Bank

from . import answers
from .conftest import NewPage
from .site import KINDS, Site
from .watch import Watch


@pytest.mark.parametrize("file", ["checker.json", "micropython.wasm", "micropython.mjs"])
def test_an_answer_waits_for_a_checker_that_cannot_be_loaded(
    page: Page, site: Site, bank: Bank, watch: Watch, file: str
) -> None:
    watch.expect("^console: .*(net::ERR_FAILED|Failed to fetch|wasm|ArrayBuffer instantiation)")
    page.route(f"**/{file}*", lambda route: route.abort())
    placed = site.question("choice")
    page.goto(placed.address)
    form = page.locator(f"#{placed.uid}")
    question = answers.plain(bank, form)
    expect(answers.answer(form, answers.right(question))).to_have_text("The checker could not be loaded.")
    expect(form.locator(".gw-feedback p")).to_contain_text("Your answer is still here")
    expect(form.locator(f"input[value='{answers.right(question)}']")).to_be_checked()
    answers.press(form.locator("summary"))
    for reason in answers.reasons(question):
        expect(form.get_by_text(reason.strip(), exact=True)).to_be_visible()
    assert page.evaluate("localStorage.length") == 0
    page.unroute_all()
    expect(answers.commit(form)).to_have_text("Right.")


def test_a_checker_that_is_slow_grades_one_press_once(page: Page, site: Site, bank: Bank) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/checker.json", hold)
    placed = site.question("choice")
    page.goto(placed.address)
    form = page.locator(f"#{placed.uid}")
    answers.give(form, answers.right(answers.plain(bank, form)))
    for _ in range(3):
        answers.press(form.locator(".gw-check"))
    expect(form.locator(".gw-check")).to_have_attribute("aria-disabled", "true")
    held[0].continue_()
    expect(answers.heading(form)).to_have_text("Right.")
    assert len(page.evaluate("name => JSON.parse(localStorage.getItem(name))", f"groupwork:answers:{placed.id}")) == 1


def test_the_checker_is_not_loaded_on_a_page_without_questions(page: Page, watch: Watch) -> None:
    page.goto("about/", wait_until="networkidle")
    assert not [address for address in watch.requests if "micropython" in address or "checker.json" in address]


def test_the_checker_is_loaded_once_for_many_questions_and_pages(page: Page, site: Site, watch: Watch) -> None:
    # Before it knows the sitemap, the theme leaves links to the browser.
    page.goto("stages/quiz/", wait_until="networkidle")
    for form in page.locator(".gw-question").all():
        form.scroll_into_view_if_needed()
    page.evaluate("window.sameDocument = true")
    page.locator(".md-nav--primary a[href*='five-stages']").last.evaluate("link => link.click()")
    expect(page).to_have_title(re.compile("^Five stages"))
    answers.commit(page.locator(".gw-question[data-kind=choice]").first)
    assert page.evaluate("window.sameDocument")
    assert sum("micropython.wasm" in address for address in watch.requests) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_without_script_a_question_can_be_read_with_its_reasons(
    new_page: NewPage, site: Site, bank: Bank, kind: str
) -> None:
    page = new_page(java_script_enabled=False)
    placed = site.question(kind)
    page.goto(placed.page)
    form = page.locator(f"#{placed.uid}")
    question = bank.question(placed.id).as_json()
    expect(form.get_by_text(question["stem"].strip(), exact=True)).to_be_visible()
    for part in [*question.get("options", []), *question.get("items", [])]:
        expect(form.locator(".gw-parts").get_by_text(part["text"].strip(), exact=True)).to_be_visible()
    for pair in question.get("pairs", []):
        expect(form.locator("label").get_by_text(pair["left"].strip(), exact=True)).to_be_visible()
    form.locator("summary").click()
    for reason in answers.reasons(question):
        expect(form.get_by_text(reason.strip(), exact=True)).to_be_visible()


def test_without_script_no_button_of_a_question_shows(new_page: NewPage, site: Site) -> None:
    page = new_page(java_script_enabled=False)
    for address in dict.fromkeys(question.page for question in site.questions):
        page.goto(address)
        expect(page.locator(".gw-question button:visible")).to_have_count(0)
