"""The checks find what they are for: each seeded page has one defect, and the clean ones none."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from . import audit

SEEDED = {
    "chatty-region": audit.is_still,
    "colour-only": audit.says_verdicts_in_words,
    "dangling-reference": audit.has_whole_references,
    "div-options": audit.has_native_controls,
    "drag-only": audit.orders_by_buttons,
    "duplicate-id": audit.has_unique_ids,
    "faint-focus-ring": audit.shows_focus,
    "focus-lost": audit.moves_focus,
    "focus-lost-again": audit.moves_focus,
    "graded-on-arrow-key": audit.grades_on_button_only,
    "missing-label": audit.has_labels,
    "move-loses-focus": audit.orders_by_buttons,
    "no-fieldset": audit.has_group,
    "no-focus-ring": audit.shows_focus,
    "region-absent-at-load": audit.has_region_at_load,
    "right-click": audit.needs_no_right_click,
    "silent-feedback": audit.announces,
    "silent-move": audit.orders_by_buttons,
    "small-options": audit.has_large_targets,
    "small-targets": audit.has_large_targets,
    "sticky-bar": audit.keeps_focus_uncovered,
    "unextendable-timer": audit.is_still,
    "wide-page": audit.fits_narrow_windows,
}
CLEAN = ("clean", "clean-order")


def opened(page: Page, name: str) -> Locator:
    page.goto(f"seeded/{name}.html")
    return page.locator("form")


@pytest.mark.parametrize(("name", "check"), SEEDED.items(), ids=SEEDED)
def test_a_seeded_defect_is_found(page: Page, name: str, check: audit.Check) -> None:
    assert check(opened(page, name))


@pytest.mark.parametrize("name", CLEAN)
def test_nothing_is_found_in_the_markup_of_a_clean_page(page: Page, name: str) -> None:
    form = opened(page, name)
    assert [found for check in audit.READING for found in check(form)] == []


@pytest.mark.parametrize("name", CLEAN)
def test_nothing_is_found_in_the_behaviour_of_a_clean_page(page: Page, name: str) -> None:
    assert audit.run(opened(page, name), audit.DOING) == {}


def test_every_check_has_a_defect_that_it_finds() -> None:
    assert set(SEEDED.values()) == set(audit.READING + audit.DOING)


def test_every_seeded_page_is_tried() -> None:
    names = {path.stem for path in (Path(__file__).parent / "seeded").glob("*.html")}
    assert names == {*SEEDED, *CLEAN}
