"""Section: what a long record costs: the page ready with 10,000 answers, the desk, and the record as a file."""

import json
import statistics
from collections.abc import Callable

from playwright.sync_api import Page, Route

from tests.bench.browsing import PLAIN, visit
from tests.bench.setting import Setting
from tests.bench.table import Section, at_most, median_row, row

QUESTIONS, ATTEMPTS = 1_000, 10
LESSON = "stages/why-stages"
MOST_MORE, MOST_SAVING = 300, 500

# The course has fewer questions than this record: the others stand in the list of pages as if there were more lessons.
_KEEP = """([ids, attempts]) => {
  const now = Date.now();
  localStorage.setItem("groupwork:version", "1");
  for (const [place, id] of ids.entries()) {
    const given = Array.from({ length: attempts }, (_, number) => ({
      at: now - (attempts - number) * 86400000 + place,
      response: "b",
      points: (place + number) % 3 ? 1 : 0,
      max: 1,
      confidence: 1 + number % 3,
    }));
    localStorage.setItem(`groupwork:answers:${id}`, JSON.stringify(given));
  }
}"""
# Ready is a lesson when its questions can be answered, and its marks are there if there is anything to mark.
_READY = """(marked) => new Promise((done) => {
  const found = (selector) => document.querySelector(selector);
  const look = () => {
    const ready = found(".gw-actions:not([hidden])") && (!marked || found(".gw-nav-mark"));
    if (ready && document.readyState === "complete") requestAnimationFrame(() => done(performance.now()));
    else setTimeout(look, 2);
  };
  look();
})"""
_SHOWN = """(selector) => new Promise((done) => {
  const look = () => {
    if (document.querySelector(selector)) requestAnimationFrame(() => done(performance.now()));
    else setTimeout(look, 2);
  };
  look();
})"""
# Saved is a record when its file is handed to the browser: by the click on a link that is in no page.
_SAVE = """() => new Promise((done) => {
  const button = [...document.querySelectorAll(".gw-desk button")].find((each) => each.textContent.startsWith("Save"));
  const begun = performance.now();
  HTMLAnchorElement.prototype.click = () => done(performance.now() - begun);
  button.click();
})"""


def measure(setting: Setting) -> Section:
    """Load a lesson with and without the record, then the desk's pages, and save the record."""
    section = Section(f"A record of {QUESTIONS * ATTEMPTS:,} answers to {QUESTIONS:,} questions")
    setting.site  # noqa: B018 – built before anything is measured
    empty = [_lesson(setting, answered=False) for _ in range(setting.runs)]
    full = [_lesson(setting, answered=True) for _ in range(setting.runs)]
    section.rows += [
        median_row("a lesson ready, nothing answered", empty, "ms"),
        median_row("a lesson ready and marked, with the record", full, "ms"),
        row(
            "more, with the record", statistics.median(full) - statistics.median(empty), "ms", at_most(MOST_MORE, "ms")
        ),
        median_row("progress shown", [_desk(setting, "progress", ".gw-sureness") for _ in range(3)], "ms"),
        median_row("review offered", [_desk(setting, "review", ".gw-desk .gw-button") for _ in range(3)], "ms"),
        median_row("record saved to a file", [_saved(setting) for _ in range(3)], "ms", at_most(MOST_SAVING, "ms")),
    ]
    return section


def _ids(setting: Setting) -> list[str]:
    own = [question["id"] for question in _read(setting, "desk.json")["questions"]]
    return own + [f"more-{number:03}" for number in range(QUESTIONS - len(own))]


def _read(setting: Setting, name: str) -> dict[str, list[dict[str, str]]]:
    text = (setting.site.folder / "assets" / "groupwork" / name).read_text(encoding="utf-8")
    found: dict[str, list[dict[str, str]]] = json.loads(text)
    return found


def _fill(setting: Setting, page: Page) -> None:
    """Keep the record, and let the course name as many questions as it has."""
    ids = _ids(setting)
    own = _read(setting, "desk.json")
    more = [name for name in ids if name.startswith("more-")]
    model = own["questions"][0]
    own["questions"] += [{**model, "id": name, "family": name} for name in more]
    pages = [*_read(setting, "pages.json"), {"module": "more", "url": "more/", "title": "More", "questions": more}]

    def answer(content: object) -> Callable[[Route], None]:
        body = json.dumps(content)
        return lambda route: route.fulfill(body=body, content_type="application/json")

    page.route("**/desk.json", answer(own))
    page.route("**/pages.json", answer(pages))
    page.goto(setting.server.address("ours/about/"))
    page.evaluate(_KEEP, [ids, ATTEMPTS])


def _lesson(setting: Setting, *, answered: bool) -> float:
    with visit(setting, PLAIN) as page:
        if answered:
            _fill(setting, page)
        else:
            page.goto(setting.server.address("ours/about/"))
        page.goto(setting.server.address(f"ours/{LESSON}/"), wait_until="commit")
        return float(page.evaluate(_READY, answered))


def _desk(setting: Setting, name: str, selector: str) -> float:
    with visit(setting, PLAIN) as page:
        _fill(setting, page)
        page.goto(setting.server.address(f"ours/desk/{name}/"), wait_until="commit")
        return float(page.evaluate(_SHOWN, selector))


def _saved(setting: Setting) -> float:
    with visit(setting, PLAIN) as page:
        _fill(setting, page)
        page.goto(setting.server.address("ours/desk/your-record/"))
        page.evaluate(_SHOWN, ".gw-desk button")
        return float(page.evaluate(_SAVE))
