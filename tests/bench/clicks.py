"""Section: from a click on “Check answer” to the feedback on the screen, once the checker is loaded."""

from collections import Counter

from tests.bench.browsing import PLAIN, SLOW_CPU, Conditions, script, visit
from tests.bench.setting import Missing, Setting
from tests.bench.table import Section, at_most, number, percentile, row

CLICKS = 100
LIMIT = 100


def measure(setting: Setting) -> Section:
    """Answer every question of every page, as often as it takes to come to a hundred clicks."""
    section = Section("Click on “Check answer” → feedback painted, checker loaded")
    for conditions in (PLAIN, SLOW_CPU):
        clicks = _clicks(setting, conditions)
        times = [milliseconds for _, milliseconds in clicks]
        kinds = Counter(kind for kind, _ in clicks)
        target = at_most(LIMIT, "ms") if conditions is PLAIN else None
        spread = f"{number(min(times))}–{number(max(times))}, n = {len(times)}"
        section.rows += [
            row(f"95th percentile, {conditions.name}", percentile(times, 0.95), "ms", target, spread),
            row(f"median, {conditions.name}", percentile(times, 0.5), "ms"),
        ]
        section.notes.append(
            f"{conditions.name}: "
            + ", ".join(
                f"{kind} {number(percentile([ms for it, ms in clicks if it == kind], 0.95))} ms ({count})"
                for kind, count in kinds.items()
            )
            + " – 95th percentile by kind; a time ends after two frames, up to 33 ms of it are waiting for them"
        )
    return section


def _clicks(setting: Setting, conditions: Conditions) -> list[tuple[str, float]]:
    folder = setting.site.folder
    files = [path for path in sorted(folder.rglob("index.html")) if 'class="gw-question"' in path.read_text("utf-8")]
    pages = [f"ours/{path.parent.relative_to(folder)}/" for path in files]
    if not pages:
        raise Missing("no page of the site has a question")
    clicks: list[tuple[str, float]] = []
    while len(clicks) < CLICKS:
        before = len(clicks)
        for address in pages:
            with visit(setting, conditions) as page:
                page.goto(setting.server.address(address))
                clicks += [(kind, ms) for kind, ms in page.evaluate(script("answer-all"))]
        if len(clicks) == before:
            raise Missing("no question of the site could be answered")
    return clicks
