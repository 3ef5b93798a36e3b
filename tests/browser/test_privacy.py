"""No page asks anything of another host, or does what its policy forbids."""

import re

import pytest
from playwright.sync_api import Page, expect

from groupwork.bank import Bank
from groupwork.site.links import own_pages

from . import answers
from .site import Site
from .watch import Watch

DIRECTIVES = {
    "default-src": {"'none'"},
    "style-src": {"'self'"},
    "img-src": {"'self'", "data:"},
    "font-src": {"'self'"},
    "connect-src": {"'self'"},
    "worker-src": {"'self'"},
    "frame-src": {"'self'"},
    "manifest-src": {"'self'"},
    "base-uri": {"'none'"},
    "form-action": {"'none'"},
    "object-src": {"'none'"},
}
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_HASH = re.compile(r"'sha256-[A-Za-z0-9+/]{43}='")
_TO_THE_END = """async () => {
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
    scrollTo({ top: y, behavior: "instant" });
    await new Promise(requestAnimationFrame);
  }
}"""


def test_no_page_asks_another_host_for_anything(page: Page, site: Site, bank: Bank, watch: Watch) -> None:
    for address in site.pages:
        page.goto(address)
        page.evaluate(_TO_THE_END)
        if site.on(address):
            form = page.locator(".gw-question").first
            answers.put(form, answers.right(answers.plain(bank, form)))
            expect(form).to_have_attribute("data-result", "right")
    assert watch.unexpected() == []
    assert len(watch.requests) > len(site.pages)


def test_searching_asks_no_other_host(page: Page, site: Site) -> None:
    page.goto(site.pages[0])
    page.locator(".md-search__input").focus()
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()
    page.keyboard.type("stage")
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def policies(site: Site) -> dict[str, list[str]]:
    return {
        str(path.relative_to(site.folder)): _POLICY.findall(path.read_text(encoding="utf-8"))
        for path in own_pages(site.folder)
    }


def test_every_page_carries_the_one_strict_policy(site: Site) -> None:
    found = policies(site)
    assert "404.html" in found
    assert {len(each) for each in found.values()} == {1}
    (policy,) = {each[0] for each in found.values()}
    directives = {name: set(values) for name, *values in (part.split() for part in policy.split("; "))}
    scripts = directives.pop("script-src")
    assert directives == DIRECTIVES
    assert {each for each in scripts if not _HASH.fullmatch(each)} == {"'self'", "'wasm-unsafe-eval'"}
    assert len(scripts) > 2


def test_the_policy_stands_before_anything_that_it_governs(site: Site) -> None:
    for path in (*own_pages(site.folder), site.folder / "lab" / "notebooks" / "index.html"):
        html = path.read_text(encoding="utf-8")
        start = html.index("Content-Security-Policy")
        assert all(start < html.find(what) for what in ("<script", "<link", "<style") if what in html), path


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        ('<img src="http://localhost:9/tracker.png" alt="">', "request to another host"),
        ("<script>console.warn('a warning')</script>", "console: a warning"),
        ("<script>throw new Error('broken')</script>", "error: broken"),
        ('<img src="/nowhere.png" alt="">', "console: Failed to load resource"),
    ],
)
def test_the_watch_sees_what_it_is_for(page: Page, site: Site, watch: Watch, markup: str, seen: str) -> None:
    site.extra["watched"] = f'<!doctype html><title>Watched</title><link rel="icon" href="data:,">{markup}'
    watch.expect(seen)
    watch.expect("Failed to load resource|ERR_|error: broken|another host|a warning")
    page.goto("watched", wait_until="networkidle")


def test_the_watch_sees_what_the_policy_blocks(page: Page, site: Site, watch: Watch) -> None:
    watch.expect("^policy: script-src-elem blocked inline")
    watch.expect("^console: .*Content Security Policy")
    page.goto("about/")
    page.evaluate("""() => {
      document.body.append(Object.assign(document.createElement("script"), { textContent: "window.ran = 1" }));
    }""")
    assert page.evaluate("window.ran") is None
