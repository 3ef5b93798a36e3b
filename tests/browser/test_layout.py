"""Questions keep their words on narrow windows, in large print, in forced colours and on paper."""

import pytest
from playwright.sync_api import Page, expect

from groupwork.bank import Bank

from . import audit
from .conftest import NewPage
from .site import KINDS, Site

_DOUBLE = """() => {
  const root = document.documentElement;
  root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`;
}"""
# Text that is cut off: its box hides what does not fit. Off-screen helpers of one pixel are meant to be.
_CUT = """() => [...document.querySelectorAll("article *")].filter((element) => {
  const style = getComputedStyle(element);
  const hides = [style.overflowX, style.overflowY].some((flow) => ["hidden", "clip"].includes(flow));
  return hides && element.clientWidth > 1 && element.innerText?.trim() && element.checkVisibility()
    && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
}).map((element) => element.outerHTML.slice(0, 120))"""


def test_no_page_is_wider_than_a_narrow_window_or_loses_doubled_text(page: Page, site: Site) -> None:
    found = {}
    for address in site.pages:
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(address)
        page.evaluate(_DOUBLE)
        broken = page.evaluate(_CUT) + audit.sideways_scroll(page.locator("body"))
        page.set_viewport_size({"width": 360, "height": 800})
        broken += page.evaluate(_CUT) + audit.sideways_scroll(page.locator("body"))
        page.evaluate("document.documentElement.style.fontSize = ''")
        found[address] = broken + audit.fits_narrow_windows(page.locator("body"))
    assert found == {address: [] for address in site.pages}


@pytest.mark.parametrize("kind", KINDS)
def test_on_paper_a_question_has_its_words_and_room_to_answer_and_no_button(
    page: Page, site: Site, bank: Bank, kind: str
) -> None:
    placed = site.question(kind)
    page.goto(placed.page)
    page.emulate_media(media="print")
    form = page.locator(f"#{placed.uid}")
    question = bank.question(placed.id).as_json()
    expect(form.get_by_text(question["stem"].strip(), exact=True)).to_be_visible()
    expect(form.locator("button:visible, select:visible, summary:visible")).to_have_count(0)
    words = [part["text"] for field in ("options", "items", "rights") for part in question.get(field, [])]
    words += [pair["left"] for pair in question.get("pairs", [])]
    for text in words:
        expect(form.get_by_text(text.strip(), exact=True).locator("visible=true").first).to_be_visible()
    if kind == "cloze":
        expect(form.locator("input:visible")).to_have_count(len(question["gaps"]))


@pytest.mark.parametrize("kind", KINDS)
def test_in_forced_colours_focus_and_verdicts_can_be_told(new_page: NewPage, site: Site, bank: Bank, kind: str) -> None:
    page = new_page(forced_colors="active")
    placed = site.question(kind, site.page_with_all_kinds())
    page.goto(placed.address)
    form = page.locator(f"#{placed.uid}")
    assert audit.run(form, (audit.shows_focus, audit.says_verdicts_in_words)) == {}
