"""Where a notebook runs – in a live Jupyter, or in the kernel that makes a page – and which bank it finds there."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

from groupwork.bank import Bank
from groupwork.bank.compiled import read
from groupwork.render import STATIC, cite

_PACKAGE = Path(__file__).parents[1]

COMPILED = _PACKAGE / "bank" / "compiled.json"
"""The bank inside a wheel; in a checkout there is none."""


def is_static() -> bool:
    """Say whether the outputs must work without a kernel."""
    return STATIC in os.environ


def in_browser() -> bool:
    """Say whether the kernel itself runs in the reader's browser, on a page of the course."""
    return sys.platform == "emscripten"


@cache
def bank() -> Bank:
    """Return the bank of this package: compiled in a wheel, else the YAML of the checkout, as its author left it."""
    if COMPILED.is_file():
        return read(COMPILED.read_text(encoding="utf-8"))
    from groupwork.bank import load  # noqa: PLC0415 – a wheel does without what reads YAML

    return load(_PACKAGE.parents[1])


class NotebookLinks:
    """Links from a question in a notebook: to the site's pages on the site, to nothing in Jupyter."""

    def cite(self, ref: str) -> str:
        return cite(bank().references[ref])

    def reference(self, ref: str) -> str | None:
        return self.lesson(f"reference/references.md#{ref}")

    def lesson(self, taught: str) -> str | None:
        if not is_static():
            return None
        page, _, anchor = taught.partition("#")
        # A notebook's page is always two levels below the site's root: /notebooks/<module>/.
        return f"../../{page.removesuffix('.md')}/#{anchor}"
