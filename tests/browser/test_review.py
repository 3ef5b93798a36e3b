"""Review: sessions of ten by keyboard, sure and wrong first, clone and original in turns."""

import json
import re
from datetime import date, timedelta

from playwright.sync_api import Locator, Page, Route, expect

from groupwork.bank import Bank

from . import answers, desk
from .site import KINDS, Site
from .watch import Watch

PAGE = "desk/review/"


def form_of(page: Page) -> Locator:
    return page.locator(".gw-desk form.gw-question")


def begin(page: Page) -> None:
    answers.press(page.get_by_role("button", name=re.compile("^Begin with")))


def answer(page: Page, bank: Bank, place: str, *, right: bool) -> None:
    """Wait for the question in this place, which has the focus on its heading, and answer it by keyboard."""
    expect(page.get_by_role("heading", name=f"Question {place}")).to_be_focused()
    question = answers.plain(bank, form_of(page))
    answers.answer(form_of(page), answers.right(question) if right else answers.wrong(question))


def test_who_has_answered_nothing_is_told_what_comes_here(page: Page) -> None:
    page.goto(PAGE)
    expect(page.locator(".gw-desk")).to_have_text(
        "Nothing to review yet: questions come here once you have answered them in a lesson."
    )


def test_an_empty_queue_says_when_the_next_question_comes(page: Page, site: Site) -> None:
    desk.keep(page, {desk.asked(site)[0]: [(0, False, 3)]})
    page.goto(PAGE)
    tomorrow = date.today() + timedelta(days=1)
    expect(page.locator(".gw-desk")).to_have_text(
        f"Nothing is ready now. The next question comes tomorrow, {tomorrow:%A} {tomorrow.day} {tomorrow:%B}."
    )


def test_a_session_has_ten_questions_and_goes_by_keyboard(page: Page, site: Site, bank: Bank) -> None:
    desk.keep(page, {name: [(2, False, 2)] for name in desk.asked(site, *KINDS)[:12]})
    page.goto(PAGE)
    expect(page.locator(".gw-desk")).to_contain_text("12 questions are ready.")
    begin(page)
    for place in range(1, 11):
        answer(page, bank, f"{place} of 10", right=place % 2 == 0)
        answers.press(page.get_by_role("button", name="Finish" if place == 10 else "Next question"))
    expect(page.get_by_role("heading", name="The session is done")).to_be_focused()
    expect(page.locator(".gw-desk")).to_contain_text("10 questions reviewed, 5 right at the first answer.")
    expect(page.locator(".gw-desk")).to_contain_text("2 questions are ready.")
    begin(page)
    expect(page.get_by_role("heading", name="Question 1 of 2")).to_be_focused()


def test_an_answer_is_kept_like_any_other_and_counts_once(page: Page, site: Site, bank: Bank) -> None:
    (name,) = desk.asked(site)[:1]
    desk.keep(page, {name: [(2, False, 2)]})
    page.goto(PAGE)
    begin(page)
    answer(page, bank, "1 of 1", right=False)
    again = form_of(page).get_by_role("button", name="Try again")
    answers.press(again)
    answers.answer(form_of(page), answers.right(answers.plain(bank, form_of(page))))
    # Another question of its family was asked; both attempts at it are kept.
    asked = form_of(page).get_attribute("data-question")
    assert asked != name
    assert len(json.loads(desk.kept(page)[f"groupwork:answers:{asked}"])) == 2
    answers.press(page.get_by_role("button", name="Finish"))
    expect(page.locator(".gw-desk")).to_contain_text("1 question reviewed, 0 right at the first answer.")
    expect(page.locator(".gw-desk")).to_contain_text("The next question comes tomorrow")


def test_sure_and_wrong_comes_before_everything_else(page: Page, site: Site) -> None:
    guessed, doubtful, lucky, wrong = desk.asked(site)[:4]
    desk.keep(
        page,
        {guessed: [(3, False, 1)], doubtful: [(3, False, 2)], lucky: [(3, True, 1)], wrong: [(1, False, 3)]},
    )
    page.goto(PAGE)
    begin(page)
    expect(page.get_by_role("heading", name="Question 1 of 4")).to_be_focused()
    family = next(each["family"] for each in desk.outline(site)["questions"] if each["id"] == wrong)
    members = [each["id"] for each in desk.outline(site)["questions"] if each["family"] == family]
    assert form_of(page).get_attribute("data-question") in members
    expect(page.locator(".gw-desk")).to_contain_text("yesterday, were sure – and it was not right yet.")


def test_of_a_family_comes_the_question_met_longest_ago(page: Page, site: Site) -> None:
    questions = desk.outline(site)["questions"]
    families = [each["family"] for each in questions]
    pair = [each["id"] for each in questions if each["family"] == next(f for f in families if families.count(f) == 2)]
    for last, other in (pair, pair[::-1]):
        desk.keep(page, {last: [(2, False, 3)], other: [(5, False, 3)]})
        page.goto(PAGE)
        begin(page)
        expect(form_of(page)).to_have_attribute("data-question", other)
        expect(page.locator(".gw-desk")).to_contain_text("You met this idea 2 days ago")


def test_the_links_of_a_question_lead_where_they_lead_in_its_lesson(page: Page, site: Site, bank: Bank) -> None:
    desk.keep(page, {desk.asked(site)[0]: [(2, False, 2)]})
    page.goto(PAGE)
    begin(page)
    answer(page, bank, "1 of 1", right=True)
    for link in form_of(page).locator("a[href]").all():
        path, _, anchor = (link.get_attribute("href") or "").removeprefix(site.url).partition("#")
        assert f'id="{anchor}"' in site.html(path)


def test_a_question_that_cannot_be_fetched_is_asked_for_again(page: Page, site: Site, bank: Bank, watch: Watch) -> None:
    watch.expect("^console: .*(net::ERR_FAILED|Failed to fetch)")
    desk.keep(page, {desk.asked(site)[0]: [(2, False, 2)]})
    page.goto(PAGE, wait_until="networkidle")

    def refuse(route: Route) -> None:
        route.abort()

    page.route(re.compile("/$"), refuse)
    begin(page)
    expect(page.locator(".gw-desk")).to_contain_text("The question could not be fetched.")
    page.unroute_all()
    answers.press(page.get_by_role("button", name="Try again"))
    answer(page, bank, "1 of 1", right=True)


def test_a_link_within_the_page_leaves_the_session_as_it_is(page: Page, site: Site, bank: Bank) -> None:
    desk.keep(page, {desk.asked(site)[0]: [(2, False, 2)]})
    page.goto(PAGE, wait_until="networkidle")
    begin(page)
    expect(form_of(page)).to_be_visible()
    page.locator(".md-content").evaluate("content => { content.dataset.stale = 1; }")
    page.locator(".md-sidebar--secondary .md-nav__link").last.evaluate("link => link.click()")
    expect(page.locator(".md-content[data-stale]")).to_have_count(0)
    answer_ = answers.right(answers.plain(bank, form_of(page)))
    expect(answers.answer(form_of(page), answer_)).to_have_text("Right.")
