"""What the course changes in the theme: the search index waits, and a scenario prints as a case."""

from playwright.sync_api import Page, expect

from .watch import Watch


def test_the_search_index_is_asked_for_when_somebody_searches_and_not_before(page: Page, watch: Watch) -> None:
    page.goto("about/", wait_until="networkidle")
    assert not [address for address in watch.requests if "search_index" in address]
    page.locator(".md-search__input").click()
    page.keyboard.type("intimacy")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    assert [address for address in watch.requests if "search_index" in address]


def test_a_scenario_prints_as_a_case(page: Page) -> None:
    page.goto("stages/practice/")
    page.emulate_media(media="print")
    scene = page.locator(".gw-case .gw-case-scene").first
    assert scene.evaluate("element => element.getBoundingClientRect().height") > 100


def test_no_single_letter_leaves_the_page_or_opens_anything(page: Page) -> None:
    page.goto("stages/why-stages/")
    radio = page.locator(".gw-option input").first
    radio.focus()
    for key in ("n", "p", ".", ",", "s", "f", "/"):
        page.keyboard.press(key)
    expect(radio).to_be_focused()
    assert page.url.endswith("stages/why-stages/")
    page.locator(".md-search__input").focus()
    page.keyboard.type("n/")
    expect(page.locator(".md-search__input")).to_have_value("n/")
