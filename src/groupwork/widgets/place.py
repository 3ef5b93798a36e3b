"""Where a notebook runs: in a live Jupyter, or in the kernel that the site's build uses to make a page."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from groupwork.bank import Bank, load
from groupwork.render import STATIC, cite


def is_static() -> bool:
    """Say whether the outputs must work without a kernel."""
    return STATIC in os.environ


@cache
def bank() -> Bank:
    """Return the bank of the checkout that this package is installed from."""
    return load(Path(__file__).parents[3])


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
