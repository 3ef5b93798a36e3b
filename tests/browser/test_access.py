"""No page breaks a rule that axe knows, in any of its states, wide and narrow, light and dark."""

import re
from collections.abc import Iterable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from groupwork.bank import Bank

from . import answers
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
