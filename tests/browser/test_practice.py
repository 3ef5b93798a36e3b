"""Transcripts, groups from cards, ratings and reflections, answered by keyboard alone."""

import pytest
from playwright.sync_api import Locator, Page, expect

from groupwork.bank import Bank

from . import answers
from .site import Site

GRADED = ("transcript", "compose", "rate")


def opened(page: Page, site: Site, kind: str) -> Locator:
    question = site.question(kind)
    page.goto(question.address)
    return page.locator(f"#{question.uid}")


@pytest.mark.parametrize("kind", GRADED)
def test_practice_done_well_by_keyboard_meets_every_reason(page: Page, site: Site, bank: Bank, kind: str) -> None:
    form = opened(page, site, kind)
    question = answers.plain(bank, form)
    expect(answers.answer(form, answers.right(question))).to_have_text("Right.")
    for reason in answers.reasons(question):
        expect(form.get_by_text(reason.strip(), exact=False).first).to_be_visible()


@pytest.mark.parametrize("kind", GRADED)
def test_practice_that_missed_says_where(page: Page, site: Site, bank: Bank, kind: str) -> None:
    form = opened(page, site, kind)
    heading = answers.answer(form, answers.wrong(answers.plain(bank, form)))
    expect(heading).not_to_have_text("Right.")
    assert form.locator(".gw-reasons [data-verdict=wrong]").count() > 0


def test_turns_that_are_shown_carry_their_reading_and_cannot_be_changed(page: Page, site: Site) -> None:
    shown = opened(page, site, "transcript").locator(".gw-shown")
    assert shown.count() > 0
    expect(shown.locator("select")).to_have_count(0)
    expect(shown.locator(".gw-example")).to_have_count(shown.count())


def test_a_group_counts_its_members_aloud(page: Page, site: Site) -> None:
    form = opened(page, site, "compose")
    for place in range(3):
        answers.press(form.locator(".gw-card input").nth(place), "Space")
    expect(form.locator(".gw-chosen[role=status]")).to_have_text("3 chosen")


def test_a_rule_that_is_broken_names_the_cards_that_break_it(page: Page, site: Site, bank: Bank) -> None:
    form = opened(page, site, "compose")
    answers.answer(form, answers.wrong(answers.plain(bank, form)))
    assert form.locator(".gw-reasons .gw-mark", has_text="look at").count() > 0


def test_a_reflection_is_quoted_and_compared_but_never_graded(page: Page, site: Site, bank: Bank) -> None:
    form = opened(page, site, "reflect")
    question = answers.plain(bank, form)
    expect(answers.answer(form, question["model"])).to_have_text("What your answer covers.")
    expect(form.locator(".gw-reasons [data-verdict=found]")).to_have_count(len(question["rubric"]))
    expect(form.locator(".gw-model")).to_contain_text(question["model"].strip())
    expect(form.locator(".gw-done")).to_have_text("· answered")
    expect(form).not_to_contain_text("Right")


def test_what_a_reflection_does_not_cover_is_asked_about_and_not_called_wrong(
    page: Page, site: Site, bank: Bank
) -> None:
    form = opened(page, site, "reflect")
    question = answers.plain(bank, form)
    answers.answer(form, answers.wrong(question))
    expect(form.locator(".gw-reasons [data-verdict=open]")).to_have_count(len(question["rubric"]))


def test_the_learner_rates_a_reflection_and_the_rating_is_kept(page: Page, site: Site, bank: Bank) -> None:
    form = opened(page, site, "reflect")
    answers.answer(form, answers.right(answers.plain(bank, form)))
    answers.press(form.locator(".gw-self input").first, "Space")
    page.reload()
    form.scroll_into_view_if_needed()
    expect(form.locator(".gw-self input").first).to_be_checked()
    expect(form.locator("textarea")).not_to_be_empty()


def test_a_reflection_asks_for_no_real_details_and_goes_into_no_address(page: Page, site: Site, bank: Bank) -> None:
    form = opened(page, site, "reflect")
    expect(form).to_contain_text("no details of real clients or members")
    before = page.url
    answers.answer(form, answers.right(answers.plain(bank, form)))
    assert page.url == before
