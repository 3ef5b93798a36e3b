"""A notebook as it reads outside the site's own pages: citations in words, and the works they cite."""

from __future__ import annotations

import re
from typing import Any

from groupwork.bank import Bank
from groupwork.render import apa
from groupwork.site.citations import CITATION, cited_in

_REFERENCES = re.compile(r"^/// references\n+///$", re.MULTILINE)


def readable(notebook: dict[str, Any], bank: Bank) -> dict[str, Any]:
    """Return the notebook with its text cells put into plain Markdown."""
    cited: dict[str, None] = {}

    def words(match: re.Match[str]) -> str:
        works = cited_in(match[1], bank)
        cited.update(dict.fromkeys(ref for ref, _ in works))
        return f"({'; '.join(text for _, text in works)})"

    def told(source: str) -> str:
        source = re.sub(CITATION, words, source)
        works = sorted((bank.references[ref] for ref in cited), key=lambda work: (work.people, work.year))
        return _REFERENCES.sub(lambda _: "\n".join(f"- {apa(work)}" for work in works), source)

    cells = [
        {**cell, "source": told("".join(cell["source"]))} if cell["cell_type"] == "markdown" else cell
        for cell in notebook["cells"]
    ]
    return {**notebook, "cells": cells}
