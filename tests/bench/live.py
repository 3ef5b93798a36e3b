"""Section: what a notebook costs that runs in its page, and what the reader pays who does not ask for it."""

import time

from playwright.sync_api import Frame, Page

from groupwork.site.links import LAB
from tests.bench.browsing import PATIENCE, PLAIN, visit
from tests.bench.setting import Setting
from tests.bench.table import Section, at_most, median_row, row

NOTEBOOK = "notebooks/stages/"
MB = 2**20
MOVES = 10
_FIRST = """() => new Promise((resolve) => {
  const look = () => (document.querySelector(".gw-question") ? resolve(performance.now()) : setTimeout(look, 5));
  look();
})"""
_READY = "() => performance.getEntriesByName('lab running')[0].startTime"
_MOVE = """(key) => new Promise((resolve) => {
  const handle = document.querySelector(".noUi-handle");
  const figure = handle.closest(".jp-OutputArea-output").querySelector(".widget-html-content");
  const start = performance.now();
  new MutationObserver((_, observer) => {
    observer.disconnect();
    requestAnimationFrame(() => resolve(performance.now() - start));
  }).observe(figure, { childList: true, subtree: true, characterData: true });
  handle.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
})"""


def measure(setting: Setting) -> Section:
    """Open a notebook cold and again with what the browser has kept, and move a slider that calls Python."""
    files = [path for path in (setting.site.folder / LAB).rglob("*") if path.is_file()]
    sent = setting.server.log
    with visit(setting, PLAIN) as page:
        sent.clear()
        page.goto(setting.server.address(f"ours/{NOTEBOOK}"), wait_until="networkidle")
        unasked, static = _of_lab(sent), sum(size for _, size in sent)
        cold, import_cold = _open(page)
        first_run = _of_lab(sent)
        moves = _moves(_frame(page))
        page.reload(wait_until="networkidle")
        warm, import_warm = _open(page)
    return Section(
        "A live notebook (Python in the page; 1 MB = 1,048,576 bytes)",
        [
            row("the lab on disk", sum(path.stat().st_size for path in files) / MB, "MB"),
            row("loaded of it by a reader who does not ask", unasked / MB, "MB", at_most(0, "MB")),
            row("the page with its static questions, for comparison", static / MB, "MB"),
            row("first run, compressed", first_run / MB, "MB", at_most(18, "MB")),
            row("click → first widget, cold", cold, "s"),
            row("click → first widget, warm", warm, "s"),
            row("Python ready → first widget, cold", import_cold, "s", at_most(1.5, "s")),
            row("Python ready → first widget, warm", import_warm, "s", at_most(1.5, "s")),
            median_row("slider → Python → figure painted", moves, "ms"),
        ],
    )


def _of_lab(sent: list[tuple[str, int]]) -> int:
    return sum(size for path, size in sent if path.startswith(f"/ours/{LAB}/"))


def _frame(page: Page) -> Frame:
    return next(frame for frame in page.frames if f"/{LAB}/" in frame.url)


def _open(page: Page) -> tuple[float, float]:
    """Return the seconds to the first widget, from the click and from the moment when Python is ready."""
    started = time.perf_counter()
    page.get_by_role("button", name="Run it here").click()
    page.wait_for_selector(".gw-run[data-state=running], .gw-run[data-state=ready]", timeout=PATIENCE)
    frame = _frame(page)
    shown = frame.evaluate(_FIRST)
    seconds = time.perf_counter() - started
    page.wait_for_selector(".gw-run[data-state=ready]", timeout=PATIENCE)
    return seconds, (shown - frame.evaluate(_READY)) / 1000


def _moves(frame: Frame) -> list[float]:
    return [frame.evaluate(_MOVE, "ArrowRight") for _ in range(MOVES)]
