"""A question asks how sure the learner is, before the feedback; nobody has to say."""

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from groupwork.bank import Bank

from . import answers
from .conftest import NewPage
from .site import KINDS, Placed, Site


def sure(form: Locator) -> Locator:
    return form.locator(".gw-sure")


def attempts(page: Page, question: Placed) -> list[dict[str, object]]:
    return json.loads(page.evaluate("id => localStorage.getItem(`groupwork:answers:${id}`)", question.id) or "[]")


@pytest.mark.parametrize("kind", KINDS)
def test_confidence_is_said_by_keyboard_and_kept_with_the_attempt(
    page: Page, site: Site, bank: Bank, kind: str
) -> None:
    question = site.question(kind)
    page.goto(question.address)
    form = page.locator(f"#{question.uid}")
    answers.give(form, answers.wrong(answers.plain(bank, form)))
    group = form.get_by_role("group", name="How sure are you? (optional)")
    answers.press(group.get_by_role("radio", name="A guess"), "Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(group.get_by_role("radio", name="Sure", exact=True)).to_be_checked()
    expect(form.locator(".gw-feedback")).to_be_empty()
    assert attempts(page, question) == []
    answers.commit(form)
    expect(form.locator(".gw-feedback")).to_contain_text("You were sure of it, so it will come first in your review.")
    assert [attempt["confidence"] for attempt in attempts(page, question)] == [3]
    page.reload()
    expect(form).to_have_attribute("data-result", "not-yet")
    expect(sure(form).locator("input[value='3']")).to_be_checked()
    expect(sure(form).locator("input[value='3']")).to_be_disabled()
    answers.press(form.locator(".gw-again"))
    expect(sure(form).locator("input:checked")).to_have_count(0)


def test_who_says_nothing_is_graded_all_the_same(page: Page, site: Site, bank: Bank) -> None:
    question = site.question("choice")
    page.goto(question.address)
    form = page.locator(f"#{question.uid}")
    expect(answers.answer(form, answers.right(answers.plain(bank, form)))).to_have_text("Right.")
    (attempt,) = attempts(page, question)
    assert "confidence" not in attempt


def test_a_reader_turns_the_question_off_and_on_again(page: Page, site: Site) -> None:
    question = site.question("choice")
    page.goto("desk/your-record/")
    box = page.get_by_role("checkbox", name="Ask me how sure I am")
    expect(box).to_be_checked()
    for times in (0, 1):
        answers.press(box, "Space")
        page.goto(question.address)
        form = page.locator(f"#{question.uid}")
        expect(form.locator(".gw-check")).to_be_visible()
        expect(sure(form)).to_have_count(times)
        page.goto("desk/your-record/")


def test_a_reflection_does_not_ask_and_paper_does_not_show_it(page: Page, site: Site) -> None:
    reflection, question = site.question("reflect"), site.question("choice")
    page.goto(reflection.page)
    expect(page.locator(f"#{reflection.uid} .gw-check")).to_be_visible()
    expect(sure(page.locator(f"#{reflection.uid}"))).to_have_count(0)
    page.goto(question.page)
    form = page.locator(f"#{question.uid}")
    expect(sure(form)).to_be_visible()
    page.emulate_media(media="print")
    expect(sure(form)).to_be_hidden()


def test_without_a_script_nothing_asks(new_page: NewPage, site: Site) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(site.question("choice").page)
    expect(page.locator(".gw-sure")).to_have_count(0)
