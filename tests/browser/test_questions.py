"""Real questions of every kind keep the rules that the seeded pages break."""

import pytest
from playwright.sync_api import Locator, Page

from . import audit
from .site import KINDS, Site

each_kind = pytest.mark.parametrize("kind", KINDS)


def opened(page: Page, site: Site, kind: str) -> Locator:
    question = site.question(kind, site.page_with_all_kinds())
    page.goto(question.address)
    return page.locator(f"#{question.uid}")


@each_kind
def test_a_question_keeps_the_rules_of_markup(page: Page, site: Site, kind: str) -> None:
    form = opened(page, site, kind)
    assert [found for check in audit.READING for found in check(form)] == []


@each_kind
def test_a_question_keeps_the_rules_of_behaviour(page: Page, site: Site, kind: str) -> None:
    assert audit.run(opened(page, site, kind), audit.DOING) == {}


def test_every_page_keeps_the_rules_of_ids(page: Page, site: Site) -> None:
    found = {}
    for address in site.pages:
        page.goto(address)
        checks = (audit.has_unique_ids, audit.has_whole_references)
        found[address] = [broken for check in checks for broken in check(page.locator("body"))]
    assert found == {address: [] for address in site.pages}
