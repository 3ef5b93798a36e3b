"""Visits: a page opened cold, under the conditions named, with a script in it that answers as soon as it can."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, ViewportSize

from tests.bench.setting import Setting

SCRIPTS = Path(__file__).parent
PATIENCE = 120_000
VIEWPORT: ViewportSize = {"width": 1280, "height": 800}


@dataclass(frozen=True)
class Conditions:
    """How fast a network and a processor the browser pretends to have; None and 1 leave them as they are.

    The throttling is Chromium's own: every request waits for the round trip once, all share the bandwidth, and
    connections open at once as on this machine.
    """

    name: str
    down: float | None = None
    up: float | None = None
    round_trip: float = 0
    slower: int = 1


PLAIN = Conditions("plain")
SLOW = Conditions("slow 4G, CPU ÷ 4", down=1.6e6, up=0.75e6, round_trip=150, slower=4)
SLOW_CPU = Conditions("CPU ÷ 4", slower=4)


@contextmanager
def visit(setting: Setting, conditions: Conditions, *scripts: str) -> Iterator[Page]:
    """Open an empty page in a context without a past; `scripts` run in it before the page's own."""
    context = setting.browser.new_context(viewport=VIEWPORT)
    context.set_default_timeout(PATIENCE)
    try:
        page = context.new_page()
        for script in scripts:
            page.add_init_script(script)
        session = context.new_cdp_session(page)
        if conditions.down and conditions.up:
            session.send("Network.enable")
            throttle = {
                "offline": False,
                "latency": conditions.round_trip,
                "downloadThroughput": conditions.down / 8,
                "uploadThroughput": conditions.up / 8,
            }
            session.send("Network.emulateNetworkConditions", throttle)
        if conditions.slower > 1:
            session.send("Emulation.setCPUThrottlingRate", {"rate": conditions.slower})
        yield page
    finally:
        context.close()


def script(name: str, **settings: object) -> str:
    """Return a script of this folder, called with its settings."""
    source = (SCRIPTS / f"{name}.js").read_text(encoding="utf-8")
    return f"({source.rstrip().removesuffix(';')})({json.dumps(settings)})"
