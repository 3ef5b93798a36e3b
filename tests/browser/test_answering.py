"""Every kind of question is answered by keyboard alone, and every answer is met with reasons."""

import pytest
from playwright.sync_api import Locator, Page, expect

from groupwork.bank import Bank

from . import answers
from .site import KINDS, Site

each_kind = pytest.mark.parametrize("kind", KINDS)


def opened(page: Page, site: Site, kind: str) -> Locator:
    """Open the page with the first question of a kind, at the question."""
    question = site.question(kind)
    page.goto(question.address)
    return page.locator(f"#{question.uid}")


def parts(form: Locator) -> list[str | None]:
    """Return the ids of what a learner chooses from or moves, in the order on the page."""
    return [part.get_attribute("data-part") for part in form.locator(".gw-parts > [data-part]").all()]


@each_kind
@pytest.mark.parametrize(("give", "result"), [(answers.right, "right"), (answers.wrong, "not-yet")])
def test_an_answer_given_by_keyboard_meets_every_reason(
    page: Page, site: Site, bank: Bank, kind: str, give: answers.Answer, result: str
) -> None:
    form = opened(page, site, kind)
    question = answers.plain(bank, form)
    expect(form.locator(".gw-feedback[role=status]")).to_be_empty()
    heading = answers.answer(form, give(question))
    expect(heading).to_have_text("Right." if result == "right" else "Not this time.")
    expect(form).to_have_attribute("data-result", result)
    for reason in answers.reasons(question):
        expect(form.get_by_text(reason.strip(), exact=True)).to_be_visible()
    expect(form.locator(".gw-sources")).to_be_visible()


@pytest.mark.parametrize("kind", ["match", "cloze"])
def test_an_answer_right_in_part_says_how_far(page: Page, site: Site, bank: Bank, kind: str) -> None:
    form = opened(page, site, kind)
    question = answers.plain(bank, form)
    one, *others = answers.right(question).items()
    expect(answers.answer(form, dict([one]))).to_have_text(f"Partly right: 1 of {len(others) + 1}.")
    expect(form.locator(".gw-reasons [data-verdict=missed]")).to_have_count(len(others))


@each_kind
def test_keys_other_than_the_button_grade_nothing(page: Page, site: Site, bank: Bank, kind: str) -> None:
    form = opened(page, site, kind)
    question = answers.plain(bank, form)
    answers.give(form, answers.wrong(question))
    answers.give(form, answers.right(question))
    # The checker works in order: once it has graded another question, it would have graded this one.
    other = page.locator(".gw-question[data-kind=choice]").last
    answers.answer(other, answers.right(answers.plain(bank, other)))
    expect(form.locator(".gw-feedback")).to_be_empty()
    assert page.evaluate("name => localStorage.getItem(name)", f"groupwork:answers:{question['id']}") is None


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("choice", "Choose an answer first."),
        ("multi", "Choose at least one answer first."),
        ("match", "Match at least one pair first."),
        ("cloze", "Fill in at least one gap first."),
    ],
)
def test_an_empty_answer_is_asked_for_kindly_and_not_kept(page: Page, site: Site, kind: str, words: str) -> None:
    form = opened(page, site, kind)
    expect(answers.commit(form)).to_have_text(words)
    expect(form.locator(".gw-reasons")).to_be_hidden()
    expect(form.locator(".gw-check")).to_be_enabled()
    assert page.evaluate("localStorage.length") == 0


@each_kind
def test_try_again_empties_and_reshuffles_the_question_and_moves_the_focus_into_it(
    page: Page, site: Site, bank: Bank, kind: str
) -> None:
    form = opened(page, site, kind)
    before = parts(form)
    answers.answer(form, answers.right(answers.plain(bank, form)))
    answers.press(form.locator(".gw-again"))
    expect(form.locator("fieldset :is(input, select, button)").first).to_be_focused()
    expect(form.locator(".gw-feedback")).to_be_empty()
    expect(form.locator(".gw-reasons")).to_be_hidden()
    expect(form.locator("[data-verdict]")).to_have_count(0)
    if kind != "cloze":
        assert parts(form) != before
        assert sorted(map(str, parts(form))) == sorted(map(str, before))
    if kind != "order":
        expect(answers.commit(form)).not_to_have_text("Right.")


@each_kind
def test_a_question_can_be_answered_again_after_try_again(page: Page, site: Site, bank: Bank, kind: str) -> None:
    form = opened(page, site, kind)
    question = answers.plain(bank, form)
    answers.answer(form, answers.wrong(question))
    answers.press(form.locator(".gw-again"))
    expect(form.locator(".gw-feedback")).to_be_empty()
    expect(answers.answer(form, answers.right(question))).to_have_text("Right.")
    expect(form.locator(".gw-done")).to_have_text("· ✓ answered right")


def test_a_question_is_reached_and_answered_from_the_top_of_the_page(page: Page, site: Site, bank: Bank) -> None:
    placed = site.question("choice")
    page.goto(placed.page)
    answers.press(page.get_by_role("link", name="Skip to content"))
    form = page.locator(f"#{placed.uid}")
    expect(answers.answer(form, answers.right(answers.plain(bank, form)))).to_have_text("Right.")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_line_moved_by_its_button_keeps_the_focus_and_is_announced(page: Page, site: Site, key: str) -> None:
    form = opened(page, site, "order")
    lines = form.locator(".gw-order > li")
    text, count = lines.nth(1).locator(".gw-item").inner_text(), lines.count()
    up = form.get_by_role("button", name=f"Move up: {text}", exact=True)
    said = form.locator(".gw-moved[role=status]")
    answers.press(up, key)
    expect(up).to_be_focused()
    expect(lines.first.locator(".gw-item")).to_have_text(text)
    expect(said).to_have_text(f"{text} is now in place 1 of {count}.")
    page.keyboard.press(key)
    expect(up).to_be_focused()
    expect(said).to_have_text(f"{text} is already first.")


def test_enter_in_a_gap_commits_the_answer(page: Page, site: Site, bank: Bank) -> None:
    form = opened(page, site, "cloze")
    answers.give(form, answers.right(answers.plain(bank, form)))
    page.keyboard.press("Enter")
    expect(answers.heading(form)).to_have_text("Right.")
