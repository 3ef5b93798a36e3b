"""One strict build, one server, one browser for all tests here; every page is watched."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from groupwork.bank import Bank, load
from groupwork.site import live_lab

from .site import Site, serve
from .watch import Watch

ROOT = Path(__file__).parents[2]
# As in tools/find-browser: the system's browser first, since Playwright offers its own for few systems only.
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip

# Only the tests of the kept course keep it: for all others it is work beside what they look at.
KEEP_NO_COURSE = """
const workers = navigator.serviceWorker;
const register = workers?.register.bind(workers);
if (workers) workers.register = (address, ...options) =>
  String(address).endsWith("/sw.js") ? Promise.reject(new Error("Not kept here.")) : register(address, ...options);
"""

NewPage = Callable[..., Page]
# A busy machine is slow, and no test here is about time.
expect.set_options(timeout=15_000)


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site, with the live lab, built strictly once and served."""
    live_lab.make(ROOT)
    folder = tmp_path_factory.mktemp("site")
    with serve(folder, Path(__file__).parent / "seeded") as site:
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)],
            cwd=ROOT,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": site.url},
            check=True,
        )
        yield site


@pytest.fixture(scope="package")
def bank() -> Bank:
    return load(ROOT)


# Not for the whole session: Playwright keeps an event loop running, in which other tests could start none.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def watch(site: Site) -> Iterator[Watch]:
    """What went wrong behind the pages of a test; anything that the test did not expect fails it."""
    watch = Watch(site.url)
    yield watch
    assert watch.unexpected() == []


@pytest.fixture
def new_page(browser: Browser, site: Site, watch: Watch) -> Iterator[NewPage]:
    """Opens pages with contexts of their own; keywords are those of `Browser.new_context`."""
    contexts: list[BrowserContext] = []

    def new(**options: Any) -> Page:
        # What fades is looked at once it has settled.
        context = browser.new_context(base_url=site.url, reduced_motion="reduce", **options)
        context.set_default_timeout(10_000)
        context.add_init_script(KEEP_NO_COURSE)
        contexts.append(context)
        watch.follow(context)
        return context.new_page()

    yield new
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page: NewPage) -> Page:
    return new_page()
