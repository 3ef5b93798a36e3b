"""Section: how much is kept of the course on a device, how long that takes, and how soon a page opens from there."""

import json
import time

from playwright.sync_api import Page

from tests.bench.setting import Setting
from tests.bench.table import Section, at_most, median_row, row

CONTROL = "desk/offline/"
LESSON = "stages/why-stages/"
TARGET_BYTES, TARGET_PAGE = 15, 1000
_KEPT = ".gw-keep:has-text('is kept on this device')"
_READY = """() => new Promise((done) => {
  const look = () => document.querySelector(".gw-question .gw-actions:not([hidden])") ? done(performance.now())
    : requestAnimationFrame(look);
  look();
})"""


def measure(setting: Setting) -> Section:
    """Keep the course in a fresh browser, switch the network off, and open a lesson again and again."""
    folder = setting.site.folder
    size = json.loads((folder / "assets/groupwork/offline.json").read_text(encoding="utf-8"))
    context = setting.browser.new_context()
    try:
        page = context.new_page()
        seconds = _keep(setting, page)
        sent = sum(bytes for _, bytes in setting.server.log)
        context.set_offline(True)
        setting.server.folders["ours"] = folder / "nowhere"
        pages = [_open(setting, page) for _ in range(setting.runs)]
    finally:
        setting.server.folders["ours"] = folder
        context.close()
    return Section(
        "Without a network",
        [
            row("kept on the device", size["bytes"] / 1e6, "MB", at_most(TARGET_BYTES, "MB")),
            row("files kept", size["files"], ""),
            row("sent for that, compressed", sent / 1e6, "MB"),
            row("from the press of the button to the end", seconds, "s"),
            median_row("lesson without a network, question ready", pages, "ms", at_most(TARGET_PAGE, "ms")),
        ],
    )


def _keep(setting: Setting, page: Page) -> float:
    page.goto(setting.server.address(f"ours/{CONTROL}"))
    button = page.get_by_role("button", name="Keep this course on my device")
    button.wait_for()
    setting.server.log.clear()
    started = time.perf_counter()
    button.click()
    page.locator(_KEPT).wait_for(timeout=120_000)
    return time.perf_counter() - started


def _open(setting: Setting, page: Page) -> float:
    page.goto("about:blank")
    page.goto(setting.server.address(f"ours/{LESSON}"), wait_until="commit")
    return float(page.evaluate(_READY))
