"""A notebook run on its own page: Python in the browser, nothing from elsewhere, one record."""

import json
import re

import pytest
from playwright.sync_api import Dialog, FrameLocator, Locator, Page, expect

from groupwork.bank import Bank
from tests.labs import LABS

from . import answers
from .conftest import NewPage
from .site import Site
from .test_access import violations
from .watch import Watch

STARTUP = 120_000
# Jupyter talks a lot; what its policy blocks, and errors that nothing catches, still fail the test.
CHATTER = r"^console: (?!.*Content Security Policy).*\(http[^)]*/lab/"

each_lab = pytest.mark.parametrize("lab", [path.stem for path in LABS])


def panel(page: Page) -> Locator:
    return page.get_by_role("region", name="Run this notebook")


def opened(page: Page, lab: str) -> FrameLocator:
    """Open a notebook by keyboard and return it as soon as all its cells have run."""
    page.goto(f"notebooks/{lab}/", wait_until="networkidle")
    page.get_by_role("button", name="Run it here").focus()
    page.keyboard.press("Enter")
    expect(panel(page)).to_have_attribute("data-state", re.compile("ready|failed|stopped|absent"), timeout=STARTUP)
    expect(panel(page).get_by_role("status")).to_contain_text("The notebook is live.")
    return page.frame_locator(".gw-run-frame")


@each_lab
def test_a_notebook_runs_in_its_page_and_its_answers_reach_the_record(
    page: Page, site: Site, bank: Bank, watch: Watch, lab: str
) -> None:
    watch.expect(CHATTER)
    live = opened(page, lab)
    form = live.locator(".gw-question").first
    question = answers.plain(bank, form)
    answers.put(form, answers.right(question))
    expect(form).to_have_attribute("data-result", re.compile("right|read"))
    expect(form.locator(".gw-done")).to_have_text("· ✓ answered right")
    (attempt,) = json.loads(page.evaluate("name => localStorage.getItem(name)", f"groupwork:answers:{question['id']}"))
    assert attempt["points"] == attempt["max"]
    # In the page around the notebook at once, and then on every page of the course.
    expect(page.locator(".md-nav__link--active .gw-nav-mark").last).to_contain_text("1/")
    handle = live.locator(".noUi-handle").first
    if handle.count():
        figure = live.locator(".widget-vbox, .jupyter-widgets.widget-box").filter(has=handle).first
        before = figure.locator(".widget-html-content").inner_html()
        handle.press("ArrowRight")
        expect(figure.locator(".widget-html-content")).not_to_have_js_property("innerHTML", before)
    page.goto(f"{lab}/", wait_until="networkidle")
    link = page.locator(f".md-nav--primary a[href*='notebooks/{lab}/']")
    expect(link.locator(".gw-nav-mark")).to_contain_text("1/")
    assert page.evaluate("Object.keys(localStorage).every(name => name.startsWith('groupwork:'))")
    assert page.evaluate("async () => (await indexedDB.databases()).length + (await caches.keys()).length") == 0
    assert page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0


def test_an_open_notebook_knows_the_record_leaves_the_page_and_asks_before_it_closes(
    page: Page, site: Site, bank: Bank, watch: Watch
) -> None:
    watch.expect(CHATTER)
    page.goto("notebooks/stages/")
    form = page.locator(".gw-question").first
    answers.put(form, answers.wrong(answers.plain(bank, form)))
    live = opened(page, "stages")
    copy = live.locator(".gw-question").first
    expect(copy).to_have_attribute("data-result", "not-yet")
    expect(copy.get_by_role("button", name="Try again")).to_be_visible()

    with page.expect_popup() as popup:
        live.get_by_role("link", name="Why stages?").first.click()
    expect(popup.value).to_have_url(f"{site.url}stages/why-stages/")
    popup.value.close()

    asked: list[str] = []
    keep = True

    def hear(dialog: Dialog) -> None:
        asked.append(dialog.type)
        if keep:
            dialog.dismiss()
        else:
            dialog.accept()

    page.on("dialog", hear)
    close = page.get_by_role("button", name="Close the live notebook")
    live.locator(".jp-CodeCell .cm-content").first.click()
    page.keyboard.type("# mine")
    close.click()
    expect(close).to_be_visible()
    page.evaluate("history.back()")
    expect(close).to_be_visible()
    page.locator(".md-nav--primary a", has_text="Five stages").evaluate("link => link.click()")
    page.wait_for_timeout(500)
    expect(close).to_be_visible()
    assert asked == ["confirm", "confirm", "beforeunload"]
    keep = False
    close.click()
    expect(page.get_by_role("button", name="Run it here")).to_be_focused()
    expect(page.locator(".gw-question").first).to_be_visible()
    expect(page.locator("iframe")).to_have_count(0)


@each_lab
def test_a_reader_who_does_not_ask_loads_nothing_of_the_lab(page: Page, site: Site, watch: Watch, lab: str) -> None:
    page.goto(f"notebooks/{lab}/", wait_until="networkidle")
    expect(page.get_by_role("button", name="Run it here")).to_be_visible()
    assert not [address for address in watch.requests if address.startswith(f"{site.url}lab/")]


OBSTACLES = {
    "no WebAssembly": ("() => { delete globalThis.WebAssembly; }", "WebAssembly is missing"),
    "no memory": (
        "() => { WebAssembly.Memory = class { constructor() { throw new RangeError(); } }; }",
        "not enough free memory",
    ),
}


@pytest.mark.parametrize(("obstacle", "said"), OBSTACLES.values(), ids=OBSTACLES)
def test_a_browser_that_cannot_run_python_says_why(page: Page, watch: Watch, obstacle: str, said: str) -> None:
    page.goto("notebooks/stages/", wait_until="networkidle")
    page.evaluate(obstacle)
    page.get_by_role("button", name="Run it here").click()
    expect(panel(page).get_by_role("status")).to_contain_text(said)
    assert not [address for address in watch.requests if "/lab/" in address]


def test_a_site_without_the_lab_says_so(page: Page, watch: Watch) -> None:
    watch.expect("Failed to load resource")
    page.route("**/lab/**", lambda route: route.fulfill(status=404))
    page.goto("notebooks/stages/", wait_until="networkidle")
    page.get_by_role("button", name="Run it here").click()
    expect(panel(page).get_by_role("status")).to_contain_text("not here yet")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_the_page_around_an_open_notebook_breaks_no_rule(
    new_page: NewPage, watch: Watch, width: int, scheme: str
) -> None:
    page = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.route(
        "**/lab/notebooks/**",
        lambda route: route.fulfill(body="<!doctype html><html lang=en><title>Lab</title><main><h1>Lab</h1></main>"),
    )
    page.goto("notebooks/stages/", wait_until="networkidle")
    page.get_by_role("button", name="Run it here").click()
    expect(page.get_by_role("button", name="Close the live notebook")).to_be_focused()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_script_the_notebook_can_be_downloaded_and_no_button_shows(new_page: NewPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("notebooks/stages/")
    expect(panel(page).get_by_role("button")).to_have_count(0)
    with page.expect_download() as download:
        page.get_by_role("link", name="Download .ipynb").click()
    assert json.loads(download.value.path().read_text(encoding="utf-8"))["nbformat"] == 4
