"""Your progress: measures of the checker, what was sure and wrong, and where to go on."""

import re

from playwright.sync_api import Page, expect

from groupwork.checker import wilson

from . import desk
from .site import Site
from .watch import Watch

PAGE = "desk/progress/"


def test_who_has_answered_nothing_is_shown_where_to_begin(page: Page, site: Site) -> None:
    page.goto(PAGE)
    expect(page.locator(".gw-desk")).to_contain_text("You have answered no graded question yet in this browser.")
    page.locator(".gw-desk").get_by_role("link").click()
    page.wait_for_url(f"**/{desk.outline(site)['modules'][0]['url']}")


def test_who_has_answered_only_what_is_not_scored_sees_what_was_sure_and_wrong(page: Page, site: Site) -> None:
    asked = next(each["id"] for each in desk.outline(site)["questions"] if not each["scored"])
    desk.keep(page, {asked: [(1, False, 3)]})
    page.goto(PAGE)
    expect(page.locator("h2:has-text('Sure, and not right yet') ~ ul").first.locator("li")).to_have_count(1)
    expect(page.locator(".gw-desk")).not_to_contain_text("no graded question")


def test_a_lesson_loads_nothing_of_the_desk(page: Page, site: Site, watch: Watch) -> None:
    desk.keep(page, {name: [(1, True, 3)] for name in desk.asked(site)[:3]})
    page.goto("stages/why-stages/", wait_until="networkidle")
    assert not [address for address in watch.requests if "/desk" in address]


def test_shares_carry_the_interval_of_the_checker(page: Page, site: Site) -> None:
    names = desk.asked(site)[:9]
    desk.keep(page, {name: [(3, False, 2), (1, place < 5, 2)] for place, name in enumerate(names)})
    page.goto(PAGE)
    low, high = wilson(5, 9)
    module = desk.outline(site)["modules"][0]["id"]
    total = sum(each["scored"] and each["module"] == module for each in desk.outline(site)["questions"])
    standing = page.locator(".gw-standing").first
    expect(standing).to_contain_text(f"9 of {total} questions answered, 5 right: 56 %")
    expect(standing).to_contain_text(f"between {100 * low:.0f} % and {100 * high:.0f} % with 95 % confidence")
    expect(standing).to_contain_text("Mastery: none of two days yet.")


def test_mastery_takes_ten_questions_on_two_days(page: Page, site: Site) -> None:
    names = desk.asked(site)[:10]
    desk.keep(page, {name: [(4, place < 8, 0)] for place, name in enumerate(names)})
    page.goto(PAGE)
    standing = page.locator(".gw-standing").first
    expect(standing).to_contain_text("Mastery: one of two days is done.")
    desk.keep(page, {name: [(4, place < 8, 0), (2, place > 1, 0)] for place, name in enumerate(names)})
    page.goto(PAGE)
    expect(standing).to_contain_text("Mastery reached.")


def test_what_was_sure_and_wrong_leads_to_the_question_and_to_the_lesson(page: Page, site: Site) -> None:
    wrong, doubtful, mended = desk.asked(site)[:3]
    desk.keep(page, {wrong: [(2, False, 3)], doubtful: [(2, False, 1)], mended: [(2, False, 3), (1, True, 3)]})
    page.goto(PAGE)
    listed = page.locator("h2:has-text('Sure, and not right yet') ~ ul").first.locator("li")
    expect(listed).to_have_count(1)
    expect(listed.get_by_role("link").last).to_have_text(re.compile("^Read again in “"))
    listed.get_by_role("link").first.click()
    expect(page.locator(f"form:target[data-question={wrong}]")).to_be_visible()


def test_calibration_says_in_a_table_what_the_picture_shows(page: Page, site: Site) -> None:
    names = desk.asked(site)
    desk.keep(page, {names[0]: [(2, False, 3)], names[1]: [(2, True, 3)], names[2]: [(1, True, 1)]})
    page.goto(PAGE)
    expect(page.get_by_role("img", name=re.compile("the table below says the same"))).to_be_visible()
    rows = page.locator(".gw-sureness tbody tr")
    expect(rows).to_have_text(["A guess1100 % (21 % to 100 %)", "Fairly sure0–", "Sure250 % (9 % to 91 %)"])
    # (0.95² + 0.05² + 0.67²) / 3
    expect(page.locator(".gw-desk")).to_contain_text("Your Brier score is 0.45.")


def test_what_to_do_next_names_review_page_and_weakest_objective(page: Page, site: Site) -> None:
    course = desk.outline(site)
    weak = course["modules"][0]["objectives"][0]
    names = [question["id"] for question in course["questions"] if question["objective"] == weak["id"]]
    desk.keep(page, {name: [(2, False, 2)] for name in names})
    page.goto(PAGE)
    steps = page.locator("h2:has-text('What to do next') + ul li")
    expect(steps).to_have_count(3)
    expect(steps.nth(0)).to_have_text(re.compile(r"^Review: \d+ questions? (is|are) ready$"))
    expect(steps.nth(1)).to_have_text(re.compile("^Go on with: "))
    expect(steps.nth(2)).to_have_text(f"Read again: {weak['text']}")
    for step in range(3):
        href = steps.nth(step).get_by_role("link").get_attribute("href") or ""
        assert (site.folder / href.removeprefix(site.url).partition("#")[0] / "index.html").is_file()
