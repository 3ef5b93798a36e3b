"""The course on the reader's device: kept after an answer or a press, whole or not at all, renewed only by a press."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from groupwork.bank import Bank
from groupwork.site import offline

from . import answers
from .site import Shelf, Site, shelve
from .test_access import violations
from .test_scenarios import begin, decide, opened, walk
from .watch import Watch

CONTROL = "desk/offline/"
_STATE = """async () => ({
  workers: (await navigator.serviceWorker.getRegistrations()).length, caches: await caches.keys(),
})"""
_RECORD = "() => JSON.stringify(Object.entries(localStorage).sort())"
_CONTROLLED = "() => Boolean(navigator.serviceWorker.controller)"
AFTER = 6000
"""Milliseconds after which a page that was to keep the course would have begun."""
_NEW = "A sentence of the newer version."


@pytest.fixture
def shelf(site: Site, tmp_path: Path) -> Iterator[Shelf]:
    """The site in a folder of its own below a path, on a server that can be switched off and updated."""
    with shelve(site, tmp_path) as shelf:
        yield shelf


@pytest.fixture
def watch(shelf: Shelf) -> Iterator[Watch]:
    watch = Watch(shelf.url)
    yield watch
    assert watch.unexpected() == []


@pytest.fixture
def context(browser: Browser, shelf: Shelf, watch: Watch) -> Iterator[BrowserContext]:
    context = browser.new_context(base_url=shelf.url)
    context.set_default_timeout(15_000)
    watch.follow(context)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def keep(page: Page, before: str = "by itself soon after you have answered something") -> None:
    page.goto(CONTROL)
    expect(page.locator(".gw-keep [role=status]")).to_contain_text(before)
    answers.press(page.get_by_role("button", name="Keep this course on my device"))
    expect(page.locator(".gw-keep [role=status]")).to_contain_text("is kept on this device", timeout=60_000)
    expect(page.get_by_role("button", name="Remove it from my device")).to_be_focused()


@contextmanager
def network_off(page: Page, shelf: Shelf, watch: Watch) -> Iterator[None]:
    """Switch the server off and tell the browser so; what it says of that is expected."""
    shelf.down = True
    page.context.set_offline(True)
    yield
    page.context.set_offline(False)
    shelf.down = False


def follow(page: Page, shelf: Shelf, address: str) -> None:
    page.evaluate(
        """address => [...document.querySelectorAll("a")].find((link) => link.href === address).click()""",
        urljoin(shelf.url, address),
    )
    page.wait_for_url(f"**/{address}")


def renew(shelf: Shelf, address: str = "stages/why-stages/") -> None:
    """Put a newer version of the course on the server."""
    file = shelf.folder / address / "index.html"
    file.write_text(
        re.sub(r"</h1>", f"</h1><p>{_NEW}</p>", file.read_text(encoding="utf-8"), count=1), encoding="utf-8"
    )
    offline.write(shelf.folder)


def look_for_updates(page: Page) -> None:
    page.evaluate("async () => { await (await navigator.serviceWorker.getRegistration()).update(); }")


def answer_one(page: Page, bank: Bank) -> None:
    page.goto("stages/why-stages/")
    form = page.locator(".gw-question[data-kind=choice]").first
    expect(answers.answer(form, answers.right(answers.plain(bank, form)))).to_have_text("Right.")


def test_nothing_is_registered_or_fetched_ahead_before_the_first_answer(page: Page, shelf: Shelf) -> None:
    for address in ("", "stages/why-stages/", CONTROL):
        page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(AFTER)
    assert page.evaluate(_STATE) == {"workers": 0, "caches": []}
    assert not [path for path in shelf.asked if path.endswith("sw.js")]


def test_after_one_visit_with_an_answer_the_whole_course_works_without_a_network(
    page: Page, shelf: Shelf, watch: Watch, bank: Bank
) -> None:
    answer_one(page, bank)
    page.wait_for_function(_CONTROLLED, timeout=60_000)
    with network_off(page, shelf, watch):
        page.goto("history/")
        expect(page.locator("h1").first).to_be_visible()
        page.goto("desk/exam/")
        answers.press(page.get_by_role("button", name="Begin"))
        expect(page.locator(".gw-desk .gw-question")).to_be_visible()


def refuse(page: Page) -> None:
    page.goto(CONTROL)
    answers.press(page.get_by_role("button", name="Never keep it here"))
    expect(page.locator(".gw-keep [role=status]")).to_contain_text("not kept on this device, as you wished")
    expect(page.get_by_role("button", name="Keep this course on my device")).to_be_focused()


def share(page: Page) -> None:
    page.goto("desk/your-record/")
    page.get_by_label("Others use this computer too").check()


def save_data(page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'connection', {value: {saveData: true}})")


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        (refuse, "as you wished"),
        (share, "since others use this computer too"),
        (save_data, "since your browser is set to save data"),
    ],
)
def test_who_does_not_want_it_is_not_given_the_course_unasked(
    page: Page, shelf: Shelf, bank: Bank, wish: Callable[[Page], None], why: str
) -> None:
    wish(page)
    answer_one(page, bank)
    page.wait_for_timeout(AFTER)
    assert page.evaluate(_STATE) == {"workers": 0, "caches": []}
    assert not [path for path in shelf.asked if path.endswith("sw.js")]
    keep(page, why)


def test_a_lesson_asks_for_nothing_that_keeping_needs(page: Page, shelf: Shelf) -> None:
    page.goto("stages/why-stages/", wait_until="networkidle")
    assert not [path for path in shelf.asked if re.search(r"offline|sw\.js|manifest|icons", path)]


def test_without_a_network_pages_open_by_link_and_by_address(page: Page, shelf: Shelf, watch: Watch) -> None:
    keep(page)
    with network_off(page, shelf, watch):
        for address in (
            "",
            "stages/why-stages/",
            "reference/glossary/",
            "notebooks/stages/",
            "stages/quiz/?from=mail#top",
        ):
            page.goto(address)
            expect(page.locator("h1").first).to_be_visible()
            expect(page.locator("html.js")).to_have_count(1)
        page.goto("stages/why-stages/", wait_until="networkidle")
        page.evaluate("window.sameDocument = true")
        for address in (
            "stages/five-stages/",
            "stages/other-models/",
            "stages/working-with-stages/",
            "stages/practice/",
        ):
            follow(page, shelf, address)
        page.go_back()
        page.wait_for_url("**/stages/working-with-stages/")
        assert page.evaluate("window.sameDocument"), "the page was loaded anew"


def test_without_a_network_addresses_are_read_as_a_host_reads_them(page: Page, shelf: Shelf, watch: Watch) -> None:
    watch.expect("^console: Failed to load resource: the server responded with a status of 404")
    keep(page)
    with network_off(page, shelf, watch):
        page.goto("stages/why-stages")
        assert page.url == f"{shelf.url}stages/why-stages/"
        page.goto("stages/why-stages/index.html")
        expect(page.locator("h1").first).to_contain_text("stages")
        answer = page.goto("no/such/page/")
        assert answer is not None
        assert answer.status == 404
        expect(page.locator("h1").first).to_contain_text("404")


def test_without_a_network_the_search_finds_and_a_question_is_graded(
    page: Page, shelf: Shelf, watch: Watch, bank: Bank
) -> None:
    keep(page)
    with network_off(page, shelf, watch):
        page.goto("stages/why-stages/")
        form = page.locator(".gw-question[data-kind=choice]").first
        expect(answers.answer(form, answers.right(answers.plain(bank, form)))).to_have_text("Right.")
        page.locator(".md-search__input").focus()
        page.keyboard.type("stage")
        expect(page.locator(".md-search-result__item").first).to_be_visible()


def test_without_a_network_a_scenario_is_played_to_its_end(page: Page, shelf: Shelf, watch: Watch, bank: Bank) -> None:
    keep(page)
    with network_off(page, shelf, watch):
        section = opened(page)
        begin(section)
        for step in walk(bank.scenario("stages-first-evening").as_json(), best_first=True)["path"]:
            decide(section, step[1])
        expect(section.locator(".gw-stage")).to_contain_text("16 of 16 points")


def test_one_file_that_fails_leaves_nothing_behind_and_says_so(page: Page, shelf: Shelf) -> None:
    (shelf.folder / "stages/quiz/index.html").write_text("half of a page", encoding="utf-8")
    page.goto(CONTROL)
    button = page.get_by_role("button", name="Keep this course on my device")
    answers.press(button)
    expect(page.locator(".gw-keep [role=status]")).to_contain_text("Nothing was left behind", timeout=60_000)
    expect(button).to_be_focused()
    page.wait_for_function("async () => (await navigator.serviceWorker.getRegistrations()).length === 0")
    assert page.evaluate(_STATE) == {"workers": 0, "caches": []}


def test_removing_takes_the_copy_and_leaves_the_record_and_keeping_works_again(
    page: Page, shelf: Shelf, bank: Bank
) -> None:
    answer_one(page, bank)
    record = page.evaluate(_RECORD)
    keep(page)
    answers.press(page.get_by_role("button", name="Remove it from my device"))
    expect(page.locator(".gw-keep [role=status]")).to_contain_text("not kept on this device, as you wished")
    follow(page, shelf, "about/")
    page.wait_for_timeout(AFTER)
    assert page.evaluate(_STATE) == {"workers": 0, "caches": []}
    assert page.evaluate("key => localStorage.getItem(key)", "groupwork:no-copy") == "yes"
    page.evaluate("key => localStorage.removeItem(key)", "groupwork:no-copy")
    assert page.evaluate(_RECORD) == record
    page.goto(CONTROL)
    answers.press(page.get_by_role("button", name="Keep this course on my device"))
    expect(page.locator(".gw-keep [role=status]")).to_contain_text("is kept on this device", timeout=60_000)


def test_erasing_all_data_takes_the_kept_course_too(page: Page, shelf: Shelf) -> None:
    keep(page)
    page.goto("desk/your-record/")
    answers.press(page.get_by_role("button", name="Erase everything"))
    answers.press(page.get_by_role("button", name="Yes, erase everything now"))
    expect(page.get_by_text("Everything has been erased")).to_be_visible()
    follow(page, shelf, "about/")
    assert page.evaluate(_STATE) == {"workers": 0, "caches": []}


def test_who_says_never_while_it_begins_is_not_given_it(page: Page, shelf: Shelf, bank: Bank) -> None:
    answer_one(page, bank)
    late: list[Route] = []

    def hold(route: Route) -> None:
        late.append(route)

    page.route("**/offline.json", hold)
    page.wait_for_timeout(AFTER)
    assert late, "nothing had begun"
    page.evaluate("localStorage.setItem('groupwork:no-copy', 'yes')")
    late[0].continue_()
    page.wait_for_timeout(1000)
    assert page.evaluate(_STATE) == {"workers": 0, "caches": []}


def test_who_erases_while_the_course_is_being_kept_is_left_with_nothing(page: Page, shelf: Shelf, bank: Bank) -> None:
    answer_one(page, bank)
    follow(page, shelf, "desk/progress/")
    expect(page.locator("h1")).to_contain_text("Your progress")
    follow(page, shelf, "desk/your-record/")
    shelf.delay = 0.3
    page.wait_for_function("async () => (await caches.keys()).length > 0")
    answers.press(page.get_by_role("button", name="Erase everything"))
    answers.press(page.get_by_role("button", name="Yes, erase everything now"))
    expect(page.get_by_text("Everything has been erased")).to_be_visible()
    page.wait_for_timeout(2000)
    assert page.evaluate(_STATE) == {"workers": 0, "caches": []}
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_what_cannot_be_kept_is_tried_once_in_a_tab(page: Page, shelf: Shelf, bank: Bank) -> None:
    (shelf.folder / "stages/quiz/index.html").write_text("half of a page", encoding="utf-8")
    answer_one(page, bank)
    page.wait_for_function("() => sessionStorage.getItem('groupwork:copy-failed')", timeout=60_000)
    shelf.asked.clear()
    page.goto("about/")
    page.wait_for_timeout(AFTER)
    assert not [path for path in shelf.asked if path.endswith(("sw.js", "stages/quiz/"))]


def test_the_control_tells_when_the_course_was_kept_by_itself(page: Page, bank: Bank) -> None:
    answer_one(page, bank)
    page.goto(CONTROL)
    expect(page.locator(".gw-keep [role=status]")).to_contain_text("is kept on this device", timeout=60_000)
    page.goto("desk/your-record/")
    expect(page.locator(".gw-desk")).to_contain_text("The course itself is kept on this device too")
    page.get_by_label("Others use this computer too").check()
    page.wait_for_function("async () => (await caches.keys()).length === 0")


def test_an_update_is_offered_and_used_on_a_press_and_the_record_stays(
    page: Page, shelf: Shelf, watch: Watch, bank: Bank
) -> None:
    keep(page)
    page.goto("stages/why-stages/")
    form = page.locator(".gw-question[data-kind=choice]").first
    answers.answer(form, answers.right(answers.plain(bank, form)))
    record = page.evaluate(_RECORD)
    renew(shelf)
    shelf.asked.clear()
    page.evaluate("window.sameDocument = true")
    look_for_updates(page)
    notice = page.locator(".gw-update[role=status]")
    use = notice.get_by_role("button", name="Use the new version")
    expect(use).to_be_visible()
    expect(use).not_to_be_focused()
    assert page.evaluate("window.sameDocument"), "the page was loaded without a press"
    other = page.context.new_page()
    other.goto("about/")
    expect(other.locator(".gw-update").get_by_role("button", name="Use the new version")).to_be_visible()
    other.close()
    assert sorted(set(shelf.asked)) == ["/course/stages/why-stages/", "/course/sw.js"], "only what changed is fetched"
    assert violations(page) == []
    page.reload()
    expect(use).to_be_visible()
    expect(page.get_by_text(_NEW)).to_have_count(0)
    answers.press(use)
    expect(page.get_by_text(_NEW)).to_be_visible()
    expect(notice).to_have_count(0)
    assert page.evaluate(_RECORD) == record
    page.wait_for_function("async () => (await caches.keys()).length === 1")
    with network_off(page, shelf, watch):
        page.reload()
        expect(page.get_by_text(_NEW)).to_be_visible()


def test_an_answer_that_is_begun_outlives_the_press_for_the_new_version(page: Page, shelf: Shelf) -> None:
    keep(page)
    page.goto("stages/why-stages/")
    box = page.locator(".gw-question .gw-option input").first
    box.check()
    renew(shelf, "stages/five-stages/")
    look_for_updates(page)
    answers.press(page.get_by_role("button", name="Use the new version"))
    expect(page.locator(".gw-update")).to_contain_text("from the next page that you open")
    expect(page.locator(".gw-update")).to_be_focused()
    expect(box).to_be_checked()
    page.evaluate("window.sameDocument = true")
    follow(page, shelf, "stages/five-stages/")
    expect(page.get_by_text(_NEW)).to_be_visible()
    assert page.evaluate("window.sameDocument") is None, "a page of the new version was put into the old one"


def test_an_update_that_fails_leaves_the_kept_version_whole(page: Page, shelf: Shelf, watch: Watch) -> None:
    keep(page)
    renew(shelf)
    (shelf.folder / "stages/why-stages/index.html").write_text("half of a page", encoding="utf-8")
    page.goto("about/")
    look = "async () => { await (await navigator.serviceWorker.getRegistration()).update().catch(() => {}); }"
    page.evaluate(look)
    page.wait_for_function("async () => (await caches.keys()).length === 1")
    expect(page.locator(".gw-update")).to_have_count(0)
    with network_off(page, shelf, watch):
        page.goto("stages/why-stages/")
        expect(page.locator(".gw-question").first).to_be_visible()


def test_the_manifest_is_valid_and_its_icons_are_what_it_says(page: Page, shelf: Shelf) -> None:
    page.goto(CONTROL)
    expect(page.locator("link[rel=manifest]")).to_have_count(1)
    session = page.context.new_cdp_session(page)
    found = session.send("Page.getAppManifest")
    assert found["errors"] == []
    assert found["url"] == f"{shelf.url}manifest.webmanifest"
    manifest = json.loads(found["data"])
    for icon in manifest["icons"]:
        size = page.evaluate(
            """async (address) => {
              const image = new Image();
              image.src = address;
              await image.decode();
              return `${image.naturalWidth}x${image.naturalHeight}`;
            }""",
            urljoin(shelf.url, icon["src"]),
        )
        assert icon["sizes"] in (size, "any")
    errors = {error["errorId"] for error in session.send("Page.getInstallabilityErrors")["installabilityErrors"]}
    assert errors <= {"in-incognito"}, "the contexts of tests are private windows, in which nothing can be installed"
