"""Exam practice by keyboard: a timed block from start to report, study, resuming, alerts, the pool and the record."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from groupwork.bank import Bank

from . import answers, audit, desk
from .conftest import NewPage
from .site import Site
from .test_access import each_scheme, each_width, violations

PAGE = "desk/exam/"
HOUR = 3_600_000


def form_of(page: Page) -> Locator:
    return page.locator(".gw-desk form.gw-question")


def button(page: Page, name: str) -> Locator:
    return page.locator(".gw-desk").get_by_role("button", name=name, exact=True)


def at(page: Page, place: str) -> None:
    """Wait for the question in this place, which has the focus on its heading."""
    expect(page.get_by_role("heading", name=f"Question {place}", exact=True)).to_be_focused()


def begin(page: Page, *, mode: str = "Timed block", count: str = "10", pace: str = "", seed: str = "") -> None:
    """Fill in the start form by keyboard and begin."""
    page.goto(PAGE)
    choose(page, "gw-mode", mode)
    choose(page, "gw-count", count)
    if pace:
        choose(page, "gw-pace", pace)
    if seed:
        answers.press(page.get_by_text("The same block as somebody else"))
        answers.tab_to(page.get_by_label("A word that you agree on"))
        page.keyboard.type(seed)
    answers.press(button(page, "Begin"))
    at(page, f"1 of {count}")


def choose(page: Page, name: str, text: str) -> None:
    """Choose a radio button by keyboard: Tab to the chosen one, then arrows."""
    radios = page.locator(f"[name={name}]")
    answers.tab_to(page.locator(f"[name={name}]:checked"))
    for _ in range(radios.count()):
        checked = page.locator(f"[name={name}]:checked")
        if text in (checked.evaluate("input => input.labels[0].textContent") or ""):
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"{name} offers no {text}")


def sittings(page: Page) -> list[dict[str, Any]]:
    """Return the blocks in the record."""
    return [json.loads(text) for name, text in desk.kept(page).items() if name.startswith("groupwork:exam:")]


def keep(page: Page, bank: Bank, **more: Any) -> list[str]:
    """Put an open block of ten into the browser and return its ids; the start page is open then."""
    ids = [question.id for question in bank.pool()][:10]
    page.goto("404.html")
    now = page.evaluate("Date.now()")
    sitting = {
        "begun": now - HOUR, "seen": now - 600_000, "ended": 0, "mode": "timed", "seed": "s", "area": "", "ids": ids,
        "place": 0, "limit": 1200, "used": 60, "away": 0, "breaks": 0, "told": [], "hidden": False, "marks": {},
    } | more  # fmt: skip
    page.evaluate(
        "([sitting]) => { localStorage['groupwork:version'] = '1'; localStorage['groupwork:exam:abc'] = sitting; }",
        [json.dumps(sitting)],
    )
    page.goto(PAGE)
    return ids


def right_of(bank: Bank, form: Locator) -> str:
    return str(answers.right(answers.plain(bank, form)))


def wrong_of(bank: Bank, form: Locator) -> str:
    return str(answers.wrong(answers.plain(bank, form)))


def test_a_timed_block_by_keyboard_from_start_to_report(page: Page, bank: Bank) -> None:
    begin(page)
    expect(page.get_by_role("timer")).to_contain_text(re.compile(r"^(20:00|19:5\d) left$"))
    first = form_of(page)
    shown = first.get_attribute("data-question")
    answers.give(first, wrong_of(bank, first))
    strike = first.get_by_role("button", name=re.compile("^Strike out: ")).first
    answers.press(strike, "Space")
    expect(strike).to_have_attribute("aria-pressed", "true")
    expect(first.locator(".gw-struck label")).to_contain_text("(struck out)")
    answers.press(first.get_by_label("A guess"), "Space")
    answers.press(button(page, "Flag for later"))
    expect(first.locator(".gw-feedback, .gw-reasons, .gw-check")).to_have_count(0)
    for place in range(2, 11):
        answers.press(button(page, "Next"))
        at(page, f"{place} of 10")
        if place < 9:
            answers.give(form_of(page), right_of(bank, form_of(page)))
    answers.press(button(page, "Review all"))
    expect(page.get_by_role("heading", name="Review", exact=True)).to_be_focused()
    expect(page.locator(".gw-overview li")).to_have_count(10)
    for name, number in (("Unanswered (2)", 2), ("Unsure (1)", 1), ("Flagged (1)", 1)):
        answers.press(button(page, name))
        expect(page.locator(".gw-overview li")).to_have_count(number)
    answers.press(button(page, "Question 1 answered, flagged, guessed"))
    at(page, "1 of 10")
    expect(form_of(page)).to_have_attribute("data-question", shown or "")
    expect(form_of(page).locator(".gw-struck")).to_have_count(1)
    answers.give(form_of(page), right_of(bank, form_of(page)))
    answers.press(button(page, "Review all"))
    answers.press(button(page, "Finish the block"))
    expect(page.locator(".gw-desk :focus")).to_contain_text("2 questions are unanswered and will not count as right.")
    answers.press(button(page, "Not yet"))
    expect(button(page, "Finish the block")).to_be_focused()
    answers.press(button(page, "Finish the block"))
    answers.press(button(page, "Yes, finish and see the report"))
    expect(page.get_by_role("heading", name="Your report")).to_be_focused()
    report = page.locator(".gw-desk")
    expect(report).to_contain_text("8 of 10 questions right: 80 %, between 49 % and 94 % with 95 % confidence.")
    expect(report).to_contain_text("2 questions left open.")
    expect(report).to_contain_text("You changed 1 answer: 1 from wrong to right, 0 from right to wrong.")
    expect(report).to_contain_text("It predicts no result.")
    expect(report.get_by_role("table")).to_have_count(5)
    answers.press(report.locator(".gw-asked-before summary").first)
    asked = report.locator(".gw-asked-before form").first
    expect(asked).to_have_attribute("data-result", "right")
    expect(asked.locator(".gw-reasons li")).to_have_count(3)
    expect(asked.locator(".gw-option input").first).to_be_disabled()


def test_nothing_is_graded_and_no_grader_is_asked_before_the_end(page: Page, bank: Bank) -> None:
    begin(page)
    answers.give(form_of(page), wrong_of(bank, form_of(page)))
    for key in ("Enter", "ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
    answers.press(button(page, "Next"))
    answers.press(button(page, "Previous"))
    at(page, "1 of 10")
    assert not page.locator(".gw-desk [data-verdict], .gw-desk [data-result]").count()
    assert all("right" not in json.dumps(each) for each in sittings(page))


def test_a_block_goes_on_after_a_reload_where_it_was(page: Page, bank: Bank) -> None:
    begin(page, pace="1.5 ×")
    expect(page.get_by_role("timer")).to_contain_text(re.compile(r"^(30:00|29:5\d) left$"))
    answers.press(button(page, "Hide the clock"))
    expect(page.get_by_role("timer")).to_have_text("Clock hidden")
    answers.press(button(page, "Next"))
    at(page, "2 of 10")
    form = form_of(page)
    chosen = wrong_of(bank, form)
    asked = form.get_attribute("data-question") or ""
    order = order_of(form)
    answers.give(form, chosen)
    answers.press(form.locator(".gw-strike").last)
    answers.press(button(page, "Flag for later"))
    page.reload()
    expect(page.locator(".gw-desk .gw-note")).to_contain_text("1 answered. 30 minutes left; the clock has stood still")
    answers.press(button(page, "Go on with this block"))
    at(page, "2 of 10")
    expect(form_of(page)).to_have_attribute("data-question", asked)
    assert order_of(form_of(page)) == order
    expect(form_of(page).locator(f"input[value='{chosen}']")).to_be_checked()
    expect(form_of(page).locator(".gw-strike[aria-pressed=true]")).to_have_count(1)
    expect(button(page, "Flag for later")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("timer")).to_have_text("Clock hidden")


def test_time_away_does_not_count_and_the_report_says_so(page: Page, bank: Bank) -> None:
    keep(page, bank)
    expect(page.locator(".gw-desk .gw-note").first).to_contain_text("0 answered. 19 minutes left")
    answers.press(button(page, "Go on with this block"))
    expect(page.get_by_role("timer")).to_contain_text(re.compile(r"^(19:00|18:5\d) left$"))
    answers.press(button(page, "Pause"))
    expect(page.locator(".gw-desk :focus")).to_contain_text("The block is kept as it is.")
    answers.press(button(page, "Go on with this block"))
    at(page, "1 of 10")
    answers.press(button(page, "Review all"))
    answers.press(button(page, "Finish the block"))
    answers.press(button(page, "Yes, finish and see the report"))
    expect(page.locator(".gw-desk")).to_contain_text("Interrupted 2 times, for 10 minutes that did not count.")


@pytest.mark.parametrize(
    ("used", "said"), [(299, "15 minutes left."), (899, "5 minutes left."), (1199, "The time is up.")]
)
def test_an_alert_is_told_once_and_moves_no_focus(page: Page, bank: Bank, used: int, said: str) -> None:
    told = [minutes for minutes, after in ((15, 300), (5, 900)) if used > after]
    keep(page, bank, used=used, told=told)
    answers.press(button(page, "Go on with this block"))
    at(page, "1 of 10")
    status = page.locator(".gw-alert[role=status]")
    page.evaluate("""() => {
      window.told = 0;
      new MutationObserver((all) => { window.told += all.length; })
        .observe(document.querySelector(".gw-alert"), { childList: true, subtree: true, characterData: true });
    }""")
    expect(status).to_contain_text(said)
    page.wait_for_timeout(2500)
    assert page.evaluate("window.told") <= 1
    expect(page.get_by_role("heading", name="Question 1 of 10", exact=True)).to_be_focused()
    (sitting,) = sittings(page)
    assert sitting["told"][: len(told)] == told
    assert len(sitting["told"]) == len(told) + 1


def test_who_hides_the_clock_is_not_shown_the_time_in_the_review(page: Page, bank: Bank) -> None:
    keep(page, bank)
    answers.press(button(page, "Go on with this block"))
    answers.press(button(page, "Review all"))
    expect(page.locator(".gw-exam-stage")).to_contain_text("0 of 10 questions answered. 19 minutes left.")
    answers.press(button(page, "Hide the clock"))
    expect(page.locator(".gw-exam-stage p").first).to_have_text("0 of 10 questions answered.")
    answers.press(button(page, "Back to question 1"))
    answers.press(button(page, "Review all"))
    expect(page.get_by_role("heading", name="Review", exact=True)).to_be_focused()
    expect(page.locator(".gw-exam-stage p").first).to_have_text("0 of 10 questions answered.")


def test_an_alert_that_is_due_on_resuming_enters_a_region_that_is_there_already(page: Page, bank: Bank) -> None:
    keep(page, bank, used=300)
    page.evaluate("""() => {
      window.entered = [];
      new MutationObserver((all) => {
        for (const node of all.flatMap((each) => [...each.addedNodes])) {
          if (node.matches?.(".gw-alert")) window.entered.push(node.textContent);
        }
      }).observe(document.querySelector(".gw-desk"), { childList: true, subtree: true });
    }""")
    answers.press(button(page, "Go on with this block"))
    expect(page.locator(".gw-alert")).to_contain_text("15 minutes left.")
    assert page.evaluate("window.entered") == [""]


def test_what_comes_after_the_time_is_counted_apart(page: Page, bank: Bank) -> None:
    keep(page, bank, used=1300, told=[15, 5, 0])
    answers.press(button(page, "Go on with this block"))
    at(page, "1 of 10")
    expect(page.get_by_role("timer")).to_contain_text("over the time")
    answers.give(form_of(page), right_of(bank, form_of(page)))
    answers.press(button(page, "Review all"))
    answers.press(button(page, "Finish the block"))
    answers.press(button(page, "Yes, finish and see the report"))
    expect(page.locator(".gw-desk")).to_contain_text("1 of 10 questions right")
    expect(page.locator(".gw-desk")).to_contain_text("0 of the right answers came within the time.")


def test_an_answer_that_was_changed_and_changed_back_is_told_as_it_was(page: Page, bank: Bank) -> None:
    marks = {bank.pool()[0].id: {"response": "a", "given": ["a", "b", "a"]}}
    keep(page, bank, ended=1, marks=marks)
    answers.press(page.locator(".gw-desk").get_by_role("button", name="Report: "))
    expect(page.locator(".gw-desk")).to_contain_text("No answer ended other than it began.")


def test_untimed_there_is_no_clock(page: Page) -> None:
    begin(page, pace="No limit")
    expect(page.get_by_role("timer")).to_have_count(0)
    assert sittings(page)[0]["limit"] == 0


def test_study_gives_the_reasons_after_every_question(page: Page, bank: Bank) -> None:
    begin(page, mode="Study")
    expect(page.get_by_role("timer")).to_have_count(0)
    answers.give(form_of(page), right_of(bank, form_of(page)))
    answers.press(form_of(page).locator(".gw-strike").last)
    answers.commit(form_of(page))
    expect(form_of(page).locator(".gw-struck")).to_have_count(1)
    expect(form_of(page).locator(".gw-reasons li").first).to_be_visible()
    answers.press(button(page, "Next question"))
    at(page, "2 of 10")
    answers.answer(form_of(page), wrong_of(bank, form_of(page)))
    page.reload()
    answers.press(button(page, "Go on with this block"))
    at(page, "3 of 10")
    answers.press(button(page, "End here and see the report"))
    expect(page.locator(".gw-desk")).to_contain_text("1 of 2 questions right: 50 %")
    assert not [name for name in desk.kept(page) if name.startswith("groupwork:answers:")]


def press_twice(target: Locator) -> None:
    """Press a button again before anything can have come of it."""
    target.evaluate("button => { button.click(); button.click(); }")


def test_a_button_that_is_pressed_twice_acts_once(page: Page, bank: Bank) -> None:
    page.goto(PAGE)
    press_twice(button(page, "Begin"))
    at(page, "1 of 10")
    assert len(sittings(page)) == 1
    page.reload()
    press_twice(button(page, "Go on with this block"))
    at(page, "1 of 10")
    answers.give(form_of(page), right_of(bank, form_of(page)))
    answers.press(button(page, "Review all"))
    answers.press(button(page, "Finish the block"))
    answers.press(button(page, "Yes, finish and see the report"))
    expect(page.get_by_role("heading", name="Your report")).to_be_focused()
    page.evaluate("""() => {
      Object.defineProperty(document, "visibilityState", { value: "hidden" });
      document.dispatchEvent(new Event("visibilitychange"));
    }""")
    (sitting,) = sittings(page)
    assert sitting["ended"]
    assert sitting["marks"][sitting["ids"][0]]["given"]


def test_a_study_that_was_left_after_its_last_answer_goes_on_to_its_report(page: Page, bank: Bank) -> None:
    marks = {question.id: {"response": "a", "given": ["a"]} for question in bank.pool()[:10]}
    keep(page, bank, mode="study", limit=0, marks=marks)
    answers.press(button(page, "Go on with this block"))
    expect(page.get_by_role("heading", name="Your report")).to_be_focused()


def test_a_long_thought_in_study_is_time_and_no_interruption(page: Page, bank: Bank) -> None:
    page.clock.install()
    begin(page, mode="Study")
    page.clock.run_for(150_000)
    answers.answer(form_of(page), right_of(bank, form_of(page)))
    (sitting,) = sittings(page)
    assert sitting["marks"][sitting["ids"][0]]["seconds"] >= 150
    assert (sitting["breaks"], sitting["away"]) == (0, 0)


def order_of(form: Locator) -> list[str | None]:
    return [option.get_attribute("value") for option in form.locator(".gw-option input").all()]


def test_options_stand_in_one_order_in_study_in_a_second_try_and_in_the_report(page: Page, bank: Bank) -> None:
    begin(page, mode="Study", seed="wednesday")
    orders = []
    for place in range(2, 5):
        form = form_of(page)
        orders.append(order_of(form))
        answers.answer(form, wrong_of(bank, form))
        answers.press(form.locator(".gw-actions .gw-again"))
        expect(form.locator(".gw-feedback")).to_be_empty()
        assert order_of(form) == orders[-1]
        answers.answer(form, right_of(bank, form))
        answers.press(button(page, "Next question"))
        at(page, f"{place} of 10")
    answers.press(button(page, "End here and see the report"))
    for details, order in zip(page.locator(".gw-asked-before").all(), orders, strict=True):
        answers.press(details.locator("summary").first)
        expect(details.locator(".gw-reasons li").last).to_be_visible()
        assert order_of(details.locator("form")) == order


def test_a_pause_speaks_of_a_clock_only_where_there_is_one(page: Page) -> None:
    for how, said in (
        ({"mode": "Study"}, "The block is kept as it is."),
        ({"pace": "No limit"}, "The block is kept as it is."),
        ({}, "The block is kept as it is. Its clock stands still until you go on."),
    ):
        begin(page, **how)
        answers.press(button(page, "Pause"))
        expect(page.locator(".gw-desk :focus")).to_have_text(said)


def test_study_promises_no_review_that_never_comes(page: Page, bank: Bank) -> None:
    begin(page, mode="Study")
    answers.give(form_of(page), wrong_of(bank, form_of(page)))
    answers.press(form_of(page).get_by_label("A guess"), "Space")
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    expect(form_of(page).get_by_label("Sure", exact=True)).to_be_checked()
    answers.commit(form_of(page))
    expect(form_of(page).locator(".gw-feedback p")).to_have_text("The reasons for each part stand below.")


def test_no_question_comes_again_before_the_pool_is_exhausted(page: Page, bank: Bank) -> None:
    pool = [question.id for question in bank.pool()]
    keep(page, bank, ids=pool[:-12], ended=1)
    expect(page.locator("#gw-foretold")).to_contain_text("All of them are new to you.")
    begin(page)
    drawn = max(sittings(page), key=lambda each: each["begun"])["ids"]
    assert set(drawn) < set(pool[-12:])
    page.goto(PAGE)
    expect(page.locator("#gw-foretold")).to_contain_text("2 of them are new to you; the rest comes again")


def test_a_seed_gives_everybody_the_same_block(new_page: NewPage) -> None:
    drawn = []
    for page, seed in ((new_page(), "tuesday"), (new_page(), "Tuesday")):
        begin(page, seed=seed)
        drawn.append(sittings(page)[0]["ids"])
        begin(page, seed="tuesday")
        assert [each["ids"] for each in sittings(page)] == [drawn[-1], drawn[-1]]
        page.goto(PAGE)
        # A telephone would begin the word with a capital.
        expect(page.locator("#gw-seed")).to_have_attribute("autocapitalize", "none")
    assert drawn[0] == drawn[1]


def test_a_short_pool_offers_no_long_form_and_says_so(page: Page, bank: Bank) -> None:
    page.goto(PAGE)
    expect(page.locator("[name=gw-count][value='122']")).to_have_count(0)
    expect(page.locator(".gw-desk")).to_contain_text(
        f"The pool holds {len(bank.pool())} questions. The long form of 122 questions is offered once it holds 366"
    )


@pytest.mark.parametrize("mode", ["Timed block", "Study"])
def test_a_block_that_goes_on_in_another_tab_stops_here(new_page: NewPage, bank: Bank, mode: str) -> None:
    page = new_page()
    begin(page, mode=mode)
    other = page.context.new_page()
    other.goto(PAGE)
    answers.press(button(other, "Go on with this block"))
    at(other, "1 of 10")
    expect(page.locator(".gw-desk")).to_contain_text("This block goes on in another tab.")
    if mode == "Study":
        answers.answer(form_of(other), right_of(bank, form_of(other)))
    answers.press(button(other, "Next question" if mode == "Study" else "Next"))
    at(other, "2 of 10")


def test_a_block_goes_on_without_a_question_that_has_left_the_pool(page: Page, bank: Bank) -> None:
    ids = [question.id for question in bank.pool()][:2]
    keep(page, bank, ids=[ids[0], "exam-999", ids[1]], place=2)
    answers.press(button(page, "Go on with this block"))
    at(page, "2 of 2")
    expect(form_of(page)).to_have_attribute("data-question", ids[1])


@pytest.mark.parametrize("mode", ["study", "timed"])
def test_a_waiting_block_is_discarded_in_two_actions(page: Page, bank: Bank, mode: str) -> None:
    keep(page, bank, ids=["exam-999"], mode=mode)
    answers.press(button(page, "Go on with this block"))
    expect(page.locator(".gw-desk :focus")).to_contain_text("no longer holds any question of this block")
    answers.press(button(page, "Discard this block"))
    expect(page.locator(".gw-desk :focus")).to_contain_text("there will be no report")
    answers.press(button(page, "Keep it"))
    expect(button(page, "Discard this block")).to_be_focused()
    assert len(sittings(page)) == 1
    answers.press(button(page, "Discard this block"))
    answers.press(button(page, "Yes, discard it"))
    expect(page.locator(".gw-desk :focus")).to_have_text("The block has been discarded.")
    expect(button(page, "Go on with this block")).to_have_count(0)
    assert sittings(page) == []


@pytest.mark.parametrize("mode", ["Timed block", "Study"])
def test_a_browser_that_fills_up_in_mid_block_is_told_of_at_once(page: Page, mode: str) -> None:
    begin(page, mode=mode)
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    expect(page.locator(".gw-warning")).to_have_count(0)
    answers.press(form_of(page).locator(".gw-strike").last)
    expect(page.locator(".gw-warning[role=alert]")).to_contain_text("does not let the page keep your answers")


@pytest.mark.parametrize("mode", ["Timed block", "Study"])
def test_what_another_tab_erases_stays_erased(new_page: NewPage, bank: Bank, mode: str) -> None:
    page = new_page()
    begin(page, mode=mode)
    other = page.context.new_page()
    other.goto("desk/your-record/")
    answers.press(button(other, "Erase everything"))
    answers.press(button(other, "Yes, erase everything now"))
    expect(other.locator(".gw-said")).to_contain_text("Everything has been erased")
    expect(page.locator(".gw-desk :focus")).to_contain_text("This block is no longer in the record")
    assert desk.kept(page) == {}


def test_a_page_that_the_browser_brings_back_looks_whether_its_block_is_still_there(page: Page, bank: Bank) -> None:
    keep(page, bank)
    answers.press(button(page, "Go on with this block"))
    at(page, "1 of 10")
    page.evaluate("localStorage.clear(); dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(page.locator(".gw-desk :focus")).to_contain_text("This block is no longer in the record")
    assert desk.kept(page) == {}


def test_a_block_finished_in_another_tab_is_not_opened_again(new_page: NewPage, bank: Bank) -> None:
    page = new_page()
    keep(page, bank)
    other = page.context.new_page()
    other.goto(PAGE)
    answers.press(button(other, "Go on with this block"))
    answers.press(button(other, "Review all"))
    answers.press(button(other, "Finish the block"))
    answers.press(button(other, "Yes, finish and see the report"))
    expect(other.get_by_role("heading", name="Your report")).to_be_focused()
    answers.press(button(page, "Go on with this block"))
    expect(page.get_by_role("heading", name="Your report")).to_be_focused()
    (sitting,) = sittings(page)
    assert sitting["ended"]


def test_a_block_travels_with_the_record(page: Page, bank: Bank, tmp_path: Path) -> None:
    begin(page)
    answers.give(form_of(page), right_of(bank, form_of(page)))
    answers.press(button(page, "Next"))
    at(page, "2 of 10")
    page.goto("desk/your-record/")
    with page.expect_download() as download:
        answers.press(button(page, "Save my record to a file"))
    file = tmp_path / "record.json"
    download.value.save_as(file)
    before = desk.kept(page)
    answers.press(button(page, "Erase everything"))
    answers.press(button(page, "Yes, erase everything now"))
    expect(page.locator(".gw-said")).to_contain_text("Everything has been erased")
    assert desk.kept(page) == {}
    page.get_by_label("The file, whose name begins with").set_input_files(file)
    answers.press(button(page, "Read this file"))
    expect(page.locator(".gw-said")).to_have_text("1 answer was new and stands in your record now.")
    assert desk.kept(page) == before
    page.goto(PAGE)
    answers.press(button(page, "Go on with this block"))
    at(page, "2 of 10")


def test_lessons_pay_nothing_for_the_pool(page: Page, site: Site) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("stages/five-stages/", wait_until="networkidle")
    assert not [url for url in asked if "exam" in url]
    pool: Mapping[str, Any] = json.loads((site.folder / "assets/groupwork/exam.json").read_text(encoding="utf-8"))
    ids = [each["id"] for each in pool["pool"]]
    assert not [question for question in site.questions if question.id in ids]
    begin(page)
    assert len([url for url in asked if "/exam/exam-" in url]) == 10


def test_every_fact_is_shown_with_its_state(page: Page, bank: Bank) -> None:
    page.goto(PAGE)
    assert bank.exam
    for fact in bank.exam.facts:
        expect(page.locator(f"#fact-{fact.id} .gw-state")).to_have_text(fact.state.capitalize())
    expect(page.locator(".md-content")).to_contain_text("confirm every fact at aswb.org")


def test_a_question_of_a_block_keeps_the_rules_of_markup_and_behaviour(page: Page, bank: Bank) -> None:
    keep(page, bank)
    answers.press(button(page, "Go on with this block"))
    at(page, "1 of 10")
    checks = [check for check in audit.READING if check not in (audit.has_region_at_load, audit.fits_narrow_windows)]
    assert [found for check in checks for found in check(form_of(page))] == []
    assert audit.at_every_stop(form_of(page)) == []
    assert audit.fits_narrow_windows(form_of(page)) == []


def states(page: Page, bank: Bank) -> Iterator[str]:
    """Yield in every state of exam practice."""
    page.goto(PAGE)
    expect(button(page, "Begin")).to_be_visible()
    yield "start"
    page.get_by_label("Study:").check()
    page.get_by_text("The same block as somebody else").click()
    yield "start of a study with its seed open"
    keep(page, bank, used=299)
    yield "a block to go on with"
    button(page, "Discard this block").click()
    yield "a block about to be discarded"
    button(page, "Keep it").click()
    button(page, "Go on with this block").click()
    expect(page.locator(".gw-alert .gw-note")).to_be_visible()
    yield "question with an alert"
    form_of(page).locator(".gw-option input").first.check()
    form_of(page).locator(".gw-strike").last.click()
    form_of(page).locator(".gw-sure input").first.check()
    button(page, "Flag for later").click()
    button(page, "Hide the clock").click()
    yield "answered, struck out, flagged, without the clock"
    button(page, "Review all").click()
    yield "review"
    button(page, "Flagged (1)").click()
    button(page, "Finish the block").click()
    yield "review with a filter, about to finish"
    button(page, "Yes, finish and see the report").click()
    expect(page.get_by_role("heading", name="Your report")).to_be_visible()
    for details in page.locator(".gw-asked-before").all()[:2]:
        # The page grows when a question opens: the next one is pressed once that is over.
        details.locator("summary").first.click()
        expect(details.locator(".gw-reasons li").last).to_be_visible()
    yield "report with a right or wrong and an open question"
    button(page, "Back to the start").click()
    page.get_by_label("Study:").check()
    button(page, "Begin").click()
    form_of(page).locator(".gw-strike").last.click()
    form_of(page).locator(".gw-option input").first.check()
    form_of(page).locator(".gw-check").click()
    expect(button(page, "Next question")).to_be_visible()
    yield "study, answered"
    button(page, "Pause").click()
    yield "paused"


@each_width
@each_scheme
def test_no_state_of_exam_practice_breaks_a_rule(new_page: NewPage, bank: Bank, width: int, scheme: str) -> None:
    page = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    found = []
    for state in states(page, bank):
        # The theme fades its title over when a page is scrolled; half faded it has no contrast.
        page.wait_for_timeout(500)
        found += [f"{state}: {each}" for each in violations(page)]
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        found += [f"{state}: {wide} px too wide"] if wide else []
    assert found == []
