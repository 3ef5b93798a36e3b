"""What a learner has answered stays in the browser, and only that."""

import json

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from groupwork.bank import Bank
from groupwork.render import render_question

from . import answers
from .conftest import NewPage
from .site import KINDS, Placed, Site
from .watch import Watch

_KEPT = """async () => ({
  local: Object.keys(localStorage), session: Object.keys(sessionStorage), cookies: document.cookie,
  databases: await indexedDB.databases(), caches: await caches.keys(),
})"""
_FOLLOW = """address => {
  [...document.querySelectorAll(".md-nav--primary a")].find((link) => link.href === address).click();
}"""
_NOTHING = {"local": [], "session": [], "cookies": "", "databases": [], "caches": []}


def form_of(page: Page, question: Placed) -> Locator:
    return page.locator(f"#{question.uid}")


def opened(page: Page, question: Placed) -> Locator:
    page.goto(question.address)
    return form_of(page, question)


def key(question: Placed) -> str:
    return f"groupwork:answers:{question.id}"


def attempts(page: Page, question: Placed) -> list[dict[str, object]]:
    """Return the stored attempts at a question."""
    return json.loads(page.evaluate("name => localStorage.getItem(name)", key(question)) or "[]")


def test_nothing_is_kept_before_the_first_answer(page: Page, site: Site) -> None:
    for address in ("", "stages/five-stages/", "notebooks/stages/", "reference/glossary/"):
        page.goto(address)
        expect(page.locator("html.js")).to_have_count(1)
    form = opened(page, site.question("choice"))
    answers.commit(form)
    assert page.evaluate(_KEPT) == _NOTHING


def test_the_colours_are_kept_only_once_they_are_chosen(page: Page, site: Site) -> None:
    page.goto(site.pages[0])
    body = page.locator("body")
    page.locator("[name=__palette]").first.evaluate("switch_ => switch_.nextElementSibling.click()")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    assert page.evaluate(_KEPT) == {**_NOTHING, "local": ["/.__palette"]}
    page.reload()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")


def test_an_answer_keeps_the_two_documented_keys(page: Page, site: Site, bank: Bank) -> None:
    question = site.question("choice")
    form = opened(page, question)
    response = answers.right(answers.plain(bank, form))
    answers.answer(form, response)
    assert page.evaluate(_KEPT) == {**_NOTHING, "local": [key(question), "groupwork:version"]}
    assert page.evaluate("localStorage.getItem('groupwork:version')") == "1"
    (attempt,) = attempts(page, question)
    assert attempt.pop("at")
    assert attempt == {"response": response, "points": 1, "max": 1}


@pytest.mark.parametrize("kind", KINDS)
def test_reloading_brings_back_answer_verdicts_mark_and_count(page: Page, site: Site, bank: Bank, kind: str) -> None:
    question = site.question(kind)
    form = opened(page, question)
    answers.answer(form, answers.wrong(answers.plain(bank, form)))
    read = """form => [
      [...form.querySelectorAll(".gw-parts :is(input, select)")].map((f) => [f.id, f.value, f.checked]).sort(),
      [...form.querySelectorAll("[data-verdict]")].map((part) => [part.dataset.part, part.dataset.verdict]).sort(),
      [...form.querySelectorAll(".gw-mark")].map((mark) => mark.textContent).sort(),
      [...form.querySelectorAll(".gw-order > li")].map((line) => line.dataset.part),
    ]"""
    before = form.evaluate(read)
    page.reload()
    expect(form).to_have_attribute("data-result", "not-yet")
    assert form.evaluate(read) == before
    expect(form.locator(".gw-done")).to_have_text("· answered")
    expect(page.locator(".gw-progress")).to_contain_text("1 of ")
    expect(form.locator(".gw-feedback")).to_be_empty()
    expect(form.get_by_role("button", name="Try again")).to_be_visible()
    assert page.evaluate("document.activeElement.localName") == "body"


def test_a_quiz_counts_what_is_answered_and_right(page: Page, site: Site, bank: Bank) -> None:
    page.goto(site.page_with_all_kinds())
    forms, counted = page.locator(".gw-quiz .gw-question"), page.locator(".gw-count[role=status]")
    total = forms.count()
    answers.put(forms.nth(0), answers.right(answers.plain(bank, forms.nth(0))))
    expect(counted).to_have_text(f"1 of {total} answered, 1 right")
    answers.put(forms.nth(1), answers.wrong(answers.plain(bank, forms.nth(1))))
    expect(counted).to_have_text(f"2 of {total} answered, 1 right")
    page.reload()
    expect(counted).to_have_text(f"2 of {total} answered, 1 right")


def test_a_new_answer_is_not_overwritten_by_the_old_one(page: Page, site: Site, bank: Bank) -> None:
    question = site.question("cloze")
    form = opened(page, question)
    answers.answer(form, answers.wrong(answers.plain(bank, form)))
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/checker.json", hold)
    page.reload()
    field = form.locator("input").first
    answers.tab_to(field)
    page.keyboard.type("new")
    held[0].continue_()
    expect(answers.commit(form)).not_to_be_empty()
    expect(field).to_have_value("new")
    assert len(attempts(page, question)) == 2


def test_questions_live_through_instant_navigation_with_one_set_of_listeners(
    page: Page, site: Site, bank: Bank
) -> None:
    first, second = site.question("choice"), site.question("order")
    # Before it knows the sitemap, the theme leaves links to the browser.
    page.goto(first.page, wait_until="networkidle")
    page.evaluate("window.sameDocument = true")
    for question in (second, first, second):
        page.evaluate(_FOLLOW, site.url + question.page)
        page.wait_for_url(f"**/{question.page}")
        expect(form_of(page, question).locator(".gw-check")).to_be_visible()
    page.go_back()
    page.wait_for_url(f"**/{first.page}")
    form = form_of(page, first)
    answers.answer(form, answers.right(answers.plain(bank, form)))
    assert len(attempts(page, first)) == 1
    page.go_forward()
    page.wait_for_url(f"**/{second.page}")
    lines = form_of(page, second).locator(".gw-order > li")
    text = lines.nth(2).locator(".gw-item").inner_text()
    answers.press(lines.nth(2).get_by_role("button").first)
    expect(lines.nth(1).locator(".gw-item")).to_have_text(text)
    assert page.evaluate("window.sameDocument"), "the page was loaded anew"


def test_a_link_within_the_page_leaves_its_questions_as_they_are(page: Page, site: Site) -> None:
    question = site.question("order")
    page.goto(question.page, wait_until="networkidle")
    lines = form_of(page, question).locator(".gw-order > li")
    text = lines.nth(2).locator(".gw-item").inner_text()
    up = lines.filter(has_text=text).get_by_role("button").first
    answers.press(up)
    page.locator(".md-content").evaluate("content => { content.dataset.stale = 1; }")
    page.locator(".md-sidebar--secondary .md-nav__link").last.evaluate("link => link.click()")
    # The theme fetches the page anew for the first link within it.
    expect(page.locator(".md-content[data-stale]")).to_have_count(0)
    expect(lines.nth(1).locator(".gw-item")).to_have_text(text)
    answers.press(up)
    expect(lines.nth(0).locator(".gw-item")).to_have_text(text)


class NoLinks:
    """Links of a question that stands on a page of a test's own."""

    def cite(self, ref: str) -> str:
        return ref

    def reference(self, ref: str) -> None:
        return None

    def lesson(self, taught: str) -> None:
        return None


def test_two_copies_of_a_question_share_their_mark(page: Page, site: Site, bank: Bank) -> None:
    question = bank.question(site.question("choice").id)
    copies = "".join(render_question(question, uid, NoLinks()) for uid in ("one", "two"))
    site.extra["two-copies"] = f"""<!doctype html><html lang="en"><meta charset="utf-8"><title>Two copies</title>
      <link rel="icon" href="data:,"><link rel="stylesheet" href="/assets/groupwork/page.css">
      <script type="module" src="/assets/groupwork/page.js"></script><p class="gw-progress"></p>{copies}</html>"""
    page.goto("two-copies")
    answers.answer(page.locator("#one"), answers.right(question.as_json()))
    for uid in ("one", "two"):
        expect(page.locator(f"#{uid} .gw-done")).to_have_text("· ✓ answered right")
    expect(page.locator("#two .gw-check")).to_be_enabled()
    expect(page.locator(".gw-progress")).to_have_text("1 of 1 questions on this page answered")


DAMAGE = {
    "no JSON": "{",
    "empty": "",
    "no list": '{"at": 1}',
    "a number": "7",
    "null": "null",
    "a list of nothing": "[null]",
    "an attempt without an answer": '[{"at": 1, "points": 1, "max": 1}]',
    "points that are no number": '[{"at": 1, "points": "1", "max": 1, "response": "a"}]',
    "very long": "[" * 100_000,
}


@pytest.mark.parametrize("damaged", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_entry_is_put_aside_and_its_question_starts_anew(
    page: Page, site: Site, bank: Bank, damaged: str
) -> None:
    question = site.question("choice")
    page.goto("404.html")
    page.evaluate("([name, text]) => localStorage.setItem(name, text)", [key(question), damaged])
    form = opened(page, question)
    expect(form.locator(".gw-done")).to_be_empty()
    answers.answer(form, answers.right(answers.plain(bank, form)))
    assert len(attempts(page, question)) == 1
    aside = page.evaluate("name => localStorage.getItem(name)", f"groupwork:damaged:{question.id}")
    assert aside == damaged


def test_an_answer_that_no_longer_fits_its_question_is_left_alone(page: Page, site: Site) -> None:
    question = site.question("choice")
    page.goto("404.html")
    kept = json.dumps([{"at": 1, "points": 0, "max": 1, "response": "an option of old"}])
    page.evaluate("([name, text]) => localStorage.setItem(name, text)", [key(question), kept])
    form = opened(page, question)
    answers.tab_to(form.locator(".gw-check"))
    expect(form.locator(".gw-check")).to_be_enabled()
    assert page.evaluate("name => localStorage.getItem(name)", key(question)) == kept


REFUSALS = {
    "no storage at all": "Object.defineProperty(window, 'localStorage', { get: refuse });",
    "storage that is full": "Storage.prototype.setItem = refuse;",
    "storage that is broken": "Storage.prototype.getItem = Storage.prototype.setItem = refuse;",
}


@pytest.mark.parametrize("refusal", REFUSALS.values(), ids=REFUSALS)
def test_answers_are_graded_where_the_browser_keeps_nothing_and_the_page_says_so(
    page: Page, site: Site, bank: Bank, refusal: str
) -> None:
    page.add_init_script("const refuse = () => { throw new DOMException('no', 'SecurityError'); };" + refusal)
    form = opened(page, site.question("choice"))
    expect(answers.answer(form, answers.right(answers.plain(bank, form)))).to_have_text("Right.")
    expect(form.locator(".gw-done")).to_have_text("· ✓ answered right")
    warning = page.locator(".gw-warning[role=alert]")
    expect(warning).to_be_visible()
    expect(warning).to_have_count(1)
    expect(warning).to_contain_text("does not let the page keep your answers")


def test_two_open_pages_lose_nothing_of_each_other(new_page: NewPage, site: Site, bank: Bank, watch: Watch) -> None:
    one = new_page()
    other = one.context.new_page()
    page_address = site.page_with_all_kinds()
    first, second, *_ = site.on(page_address)
    for page in (one, other):
        page.goto(page_address)
    for page, question in ((one, first), (other, second), (one, second), (other, first)):
        form = form_of(page, question)
        answers.put(form, answers.wrong(answers.plain(bank, form)))
    assert [len(attempts(one, question)) for question in (first, second)] == [2, 2]
