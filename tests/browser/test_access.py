"""No page breaks a rule that axe knows, in any of its states, wide and narrow, light and dark."""

import re
from collections.abc import Callable, Iterable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from groupwork.bank import Bank

from . import answers, desk
from .conftest import NewPage
from .site import Site

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = (
    "",
    "stages/five-stages/",
    "stages/practice/",
    "stages/quiz/",
    "notebooks/stages/",
    "reference/glossary/",
    "reference/references/",
    "teaching/scenario-maps/",
    "contributing/blueprint/",
    "desk/progress/",
    "desk/review/",
    "desk/your-record/",
)
SCHEMES = {"light": "default", "dark": "slate"}

each_width = pytest.mark.parametrize("width", [1280, 320])
each_scheme = pytest.mark.parametrize("scheme", SCHEMES)


def violations(page: Page, forms: Iterable[Locator] = ()) -> list[str]:
    """Return what axe finds on the page, or in these forms alone: one line per element."""
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
    context = [f"#{form.get_attribute('id')}" for form in forms] or None
    return [
        f"{page.url} {rule['id']}: {node['html'][:160]} {node['failureSummary']}"
        for rule in Axe().run(page, context=context, options=options).response["violations"]
        for node in rule["nodes"]
    ]


@each_width
@each_scheme
def test_no_page_breaks_a_rule_at_the_start(new_page: NewPage, width: int, scheme: str) -> None:
    page = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    found = []
    for address in PAGES:
        page.goto(address)
        expect(page.locator(f"body[data-md-color-scheme={SCHEMES[scheme]}]")).to_be_visible()
        found += violations(page)
    assert found == []


@pytest.mark.parametrize(
    ("address", "width", "scheme"),
    [
        ("stages/quiz/", 1280, "light"),
        ("stages/quiz/", 1280, "dark"),
        ("stages/quiz/", 320, "light"),
        ("stages/quiz/", 320, "dark"),
        ("stages/five-stages/", 1280, "dark"),
        ("stages/five-stages/", 320, "light"),
        ("stages/practice/", 1280, "light"),
        ("stages/practice/", 320, "dark"),
        ("notebooks/stages/", 1280, "light"),
        ("notebooks/stages/", 320, "dark"),
    ],
)
def test_no_question_breaks_a_rule_once_it_is_answered(
    new_page: NewPage, site: Site, bank: Bank, address: str, width: int, scheme: str
) -> None:
    page = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.goto(address)
    forms = [page.locator(f".gw-question[data-kind={kind}]").first for kind in site.kinds_on(address)]
    for form in forms:
        form.evaluate("form => form.requestSubmit()")
        # An ordering is never empty: it is graded as it stands.
        expect(form.locator(".gw-feedback h3")).to_be_visible()
    found = violations(page, forms)
    for form in forms:
        answers.put(form, answers.wrong(answers.plain(bank, form)))
    found += violations(page, forms)
    for form in forms:
        form.locator(".gw-again").evaluate("button => button.click()")
        expect(form.locator(".gw-feedback")).to_be_empty()
        answers.put(form, answers.right(answers.plain(bank, form)))
        expect(form).to_have_attribute("data-result", re.compile("right|read"))
    assert found + violations(page) == []


def _progress(page: Page) -> Iterator[None]:
    """Yield in every state of the page."""
    page.goto("desk/progress/")
    expect(page.locator(".gw-standing").first).to_be_visible()
    page.locator(".gw-desk summary").first.click()
    yield


def _review(page: Page) -> Iterator[None]:
    page.goto("desk/review/")
    page.get_by_role("button", name=re.compile("^Begin")).click()
    for place in ("1", "2"):
        expect(page.get_by_role("heading", name=f"Question {place} of 2")).to_be_visible()
        form = page.locator(".gw-desk form")
        form.locator(".gw-sure input").last.check()
        yield
        form.locator(".gw-option input").first.check()
        form.locator(".gw-check").click()
        expect(form.locator(".gw-feedback h3")).to_be_visible()
        yield
        page.locator(".gw-onward button").click()
    expect(page.get_by_role("heading", name="The session is done")).to_be_visible()
    yield


def _data(page: Page) -> Iterator[None]:
    page.goto("desk/your-record/")
    page.locator(".gw-desk summary").click()
    expect(page.locator(".gw-desk td").first).to_be_visible()
    yield
    page.get_by_role("button", name="Read this file").click()
    expect(page.locator(".gw-said")).to_be_visible()
    yield
    page.get_by_role("button", name="Erase everything").click()
    yield
    page.get_by_role("button", name="Yes, erase everything now").click()
    expect(page.locator(".gw-said")).to_contain_text("Everything has been erased")
    yield


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
@pytest.mark.parametrize("states", [_progress, _review, _data], ids=lambda states: states.__name__.strip("_"))
def test_no_state_of_the_desk_breaks_a_rule(
    new_page: NewPage, site: Site, width: int, scheme: str, states: Callable[[Page], Iterator[None]]
) -> None:
    page = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    first, second, *others = desk.asked(site)
    desk.keep(page, {first: [(2, False, 3)], second: [(2, False, 3)]} | {name: [(0, True, 2)] for name in others})
    found = []
    for _ in states(page):
        # The theme's header fades to the page's title when the page is scrolled.
        page.evaluate("() => Promise.allSettled(document.getAnimations().map((each) => each.finished))")
        found += violations(page)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide == 0
    assert found == []
