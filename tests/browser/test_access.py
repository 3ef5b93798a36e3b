"""No page breaks a rule that axe knows, in any of its states, wide and narrow, light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from groupwork.bank import Bank

from . import answers
from .conftest import NewPage

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = ("", "stages/five-stages/", "stages/quiz/", "notebooks/stages/", "reference/glossary/", "reference/references/")
SCHEMES = {"light": "default", "dark": "slate"}

each_width = pytest.mark.parametrize("width", [1280, 320])
each_scheme = pytest.mark.parametrize("scheme", SCHEMES)


def violations(page: Page) -> list[str]:
    """Return what axe finds, one line per element."""
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]})
    return [
        f"{page.url} {rule['id']}: {node['html'][:160]} {node['failureSummary']}"
        for rule in found.response["violations"]
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


def put_all(page: Page, bank: Bank, give: answers.Answer) -> None:
    for form in page.locator(".gw-question").all():
        answers.put(form, give(answers.plain(bank, form)))


@pytest.mark.parametrize(
    ("address", "width", "scheme"),
    [
        ("stages/quiz/", 1280, "light"),
        ("stages/quiz/", 1280, "dark"),
        ("stages/quiz/", 320, "light"),
        ("stages/quiz/", 320, "dark"),
        ("stages/five-stages/", 1280, "dark"),
        ("stages/five-stages/", 320, "light"),
        ("notebooks/stages/", 1280, "light"),
        ("notebooks/stages/", 320, "dark"),
    ],
)
def test_no_question_breaks_a_rule_once_it_is_answered(
    new_page: NewPage, bank: Bank, address: str, width: int, scheme: str
) -> None:
    page = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.goto(address)
    forms = page.locator(".gw-question")
    for form in forms.all():
        form.evaluate("form => form.requestSubmit()")
    expect(page.locator(".gw-feedback h3")).to_have_count(forms.count())
    found = violations(page)
    put_all(page, bank, answers.wrong)
    found += violations(page)
    for form in forms.all():
        form.locator(".gw-again").evaluate("button => button.click()")
    expect(page.locator(".gw-again:visible")).to_have_count(0)
    put_all(page, bank, answers.right)
    expect(page.locator(".gw-question[data-result=right]")).to_have_count(forms.count())
    assert found + violations(page) == []
