"""What must hold of the profile of the examination."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from groupwork.bank import Bank
from groupwork.bank.loading import EXAM
from groupwork.bank.yaml_source import read
from groupwork.lint.findings import Finding, finding


def fresh(bank: Bank, root: Path, today: date) -> Iterator[Finding]:
    """GW025: find facts that were looked up more than twelve months ago, or on a day that has not come yet."""
    if bank.exam is None:
        return
    day = date.fromisoformat(bank.exam.verified)
    what = ""
    if day > today:
        what = f"the facts of the examination were looked up on {bank.exam.verified}, a day that has not come yet"
    elif bank.exam.is_stale(today):
        what = f"the facts of the examination were looked up on {bank.exam.verified}, more than twelve months ago"
    if what:
        yield finding("GW025", EXAM, read(root / EXAM, EXAM).line(("verified",)), what)
