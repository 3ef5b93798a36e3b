"""Section: what the first view of a page costs: requests, bytes, largest paint, shifts."""

import gzip
from dataclasses import dataclass

from tests.bench.browsing import PLAIN, SLOW, script, visit
from tests.bench.setting import Missing, Setting
from tests.bench.table import Row, Section, at_most, median_row, row

MODULE = "stages"
LESSONS = ("why-stages", "five-stages", "other-models", "working-with-stages")
NOTEBOOK = "notebooks/stages"
ASSETS = "assets/groupwork"
GRADER = ("micropython.mjs", "micropython.wasm", "checker.json")
KB = 1024
PAINTS = 5


@dataclass(frozen=True)
class View:
    """What the server sent for one page until the network was idle: path and bytes with headers, in order."""

    page: str
    sent: list[tuple[str, int]]

    def size(self) -> float:
        return sum(size for _, size in self.sent) / KB

    def grader(self) -> float:
        return sum(size for path, size in self.sent if path.endswith(GRADER)) / KB

    def without_grader(self) -> "View":
        return View(self.page, [(path, size) for path, size in self.sent if not path.endswith(GRADER)])

    def lines(self) -> list[str]:
        total = f"{self.page}: {self.size():.1f} KB in {len(self.sent)} requests"
        return [total, *(f"  {size:>8,} bytes  {path.removeprefix('/ours/')}" for path, size in self.sent)]


def measure(setting: Setting) -> Section:
    """Load every lesson cold, without scrolling, and the notebook's page; then the first lesson on a slow line."""
    lessons = [f"{MODULE}/{name}" for name in LESSONS if (setting.site.folder / MODULE / name).is_dir()]
    if not lessons:
        raise Missing("the site has none of the lessons named in tests/bench/first_view.py")
    views = [_view(setting, lesson) for lesson in lessons]
    read = _view(setting, lessons[0], scroll=True)
    notebook = _view(setting, NOTEBOOK)
    section = Section("First view, cold (compressed, with headers; 1 KB = 1,024 bytes)")
    section.rows += _lessons(views, read) + _notebook(setting, notebook) + _own(setting) + _paint(setting, lessons[0])
    section.notes += max(views, key=View.size).lines() + read.lines() + notebook.lines()
    return section


def _lessons(views: list[View], read: View) -> list[Row]:
    before = [view.without_grader() for view in views]
    heaviest = max(before, key=View.size)
    near = [view for view in views if view.grader()]
    rows = [
        row(
            f"heaviest of {len(views)} lessons ({heaviest.page}), no grader", heaviest.size(), "KB", at_most(120, "KB")
        ),
        row("most requests of a lesson, no grader", max(len(view.sent) for view in before), "", at_most(12, "")),
        row("lessons with a question near the top: the grader follows at once", len(near), f"of {len(views)}"),
    ]
    for name, found in [("the heaviest of these, with it", near), (f"{read.page} read to its end, with it", [read])]:
        if found:
            view = max(found, key=View.size)
            rows += [row(name, view.size(), "KB"), row("  its requests", len(view.sent), "")]
    return [*rows, row("the grader alone (MicroPython and the checker)", read.grader(), "KB")]


def _notebook(setting: Setting, view: View) -> list[Row]:
    html = (setting.site.folder / NOTEBOOK / "index.html").read_bytes()
    return [
        row("notebook page, HTML uncompressed", len(html) / KB, "KB", at_most(213, "KB")),
        row("notebook page, HTML compressed", len(gzip.compress(html, 9)) / KB, "KB"),
        row("notebook page, first view", view.size(), "KB"),
        row("of which the grader", view.grader(), "KB"),
        row("notebook page, requests", len(view.sent), ""),
    ]


def _own(setting: Setting) -> list[Row]:
    files = [setting.site.folder / ASSETS / name for name in ("page.js", "page.css")]
    sizes = [len(gzip.compress(file.read_bytes(), 9)) / KB for file in files]
    return [row("our own script and style", sum(sizes), "KB", at_most(15, "KB"))]


def _paint(setting: Setting, lesson: str) -> list[Row]:
    paints, shifts = [], []
    for _ in range(PAINTS):
        with visit(setting, SLOW, script("paint")) as page:
            page.goto(setting.server.address(f"ours/{lesson}/"), wait_until="networkidle")
            page.evaluate("scrollTo(0, document.body.scrollHeight)")
            page.wait_for_load_state("networkidle")
            paint = page.evaluate("window.benchPaint")
        paints.append(paint["largest"] / 1000)
        shifts.append(paint["shift"])
    return [
        median_row(f"largest contentful paint of a lesson, {SLOW.name}", paints, "s", at_most(1.5, "s")),
        row("layout shift of a lesson, worst visit", max(shifts), "", at_most(0.02, "")),
    ]


def _view(setting: Setting, path: str, *, scroll: bool = False) -> View:
    """Visit a page and return what the server sent; with `scroll`, also what is fetched on the way to its end."""
    server = setting.server
    with visit(setting, PLAIN) as page:
        server.log.clear()
        page.goto(server.address(f"ours/{path}/"), wait_until="networkidle")
        if scroll:
            page.evaluate("scrollTo(0, document.body.scrollHeight)")
            page.wait_for_timeout(500)
            page.wait_for_load_state("networkidle")
        return View(path, list(server.log))
