"""Findings and attacks as text, for people and for GitHub."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from groupwork.lint.attackers import Attack
from groupwork.lint.catalogue import RULES
from groupwork.lint.checking import Report
from groupwork.lint.findings import Finding


def text(report: Report) -> str:
    """Return a report for people: findings by file, then their number, then the table of attacks."""
    blocks = [
        "\n".join(line(each) for each in group) for _, group in groupby(report.findings, key=lambda each: each.file)
    ]
    return "\n\n".join([*blocks, *_tail(report)])


def github(report: Report) -> str:
    """Return a report as workflow commands, which GitHub shows beside the lines concerned."""
    return "\n".join([*(command(each) for each in report.findings), *_tail(report)])


def line(finding: Finding) -> str:
    """Return a finding as one line."""
    about = f"{finding.question}: " if finding.question else ""
    return f"{finding.file}:{finding.line}: {finding.code} {about}{finding.what} – try {finding.advice}"


def command(finding: Finding) -> str:
    """Return a finding as a workflow command of GitHub."""
    kind = "error" if finding.fails else "warning"
    about = f"{finding.question}: " if finding.question else ""
    message = f"{about}{finding.what} – try {finding.advice}"
    properties = f"file={_escaped(finding.file, ':,')},line={finding.line},title={finding.code}"
    return f"::{kind} {properties}::{_escaped(message)}"


def explain(code: str) -> str:
    """Return what a rule is for, how to mend what it finds, and whether it can be waived."""
    rule = RULES[code]
    severity = {"error": "an error", "warning": "a warning", "either": "an error or a warning"}[rule.severity]
    waiver = "its warnings can be waived with a reason" if rule.waivable else "cannot be waived"
    return f"{rule.code} {rule.title} ({severity}; {waiver})\nWhy: {rule.why}\nTry: {rule.mend}."


def table(attacks: Mapping[str, Sequence[Attack]]) -> str:
    """Return a table of the attacks, one row for each scope and attacker."""
    head = ("blind attacker", "scope", "hits", "rate", "chance", "limit", "")
    rows = [head, *(_row(scope, each) for scope, results in attacks.items() for each in results)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    return "\n".join(_aligned(row, widths) for row in rows)


def _row(scope: str, attack: Attack) -> tuple[str, ...]:
    if attack.note:
        return attack.attacker, scope, "–", "–", "–", "–", attack.note
    size = max(attack.questions, 1)
    hits = f"{attack.hits:.4g} of {attack.questions}"
    rates = (f"{share:.1%}" for share in (attack.rate, attack.chance, attack.limit / size))
    return attack.attacker, scope, hits, *rates, "OVER" if attack.caught else ""


def _aligned(row: Iterable[str], widths: Sequence[int]) -> str:
    # Names to the left, figures to the right.
    cells = [
        cell.ljust(width) if column < 2 else cell.rjust(width) if column < 6 else cell
        for column, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
    return "  ".join(cells).rstrip()


def _tail(report: Report) -> list[str]:
    attacks = [table(report.attacks)] if report.attacks else []
    return [*attacks, *report.notes, _counts(report)]


def _counts(report: Report) -> str:
    """Return how many findings there are of which code, and what is to be done with them."""
    waivers = f"; {_number(report.waivers, 'waiver')} in use" if report.waivers else ""
    if not report.findings:
        return f"No findings{waivers}"
    errors = sum(each.severity == "error" for each in report.findings)
    waivable = sum(each.fails for each in report.findings) - errors
    rest = len(report.findings) - errors - waivable
    kinds = [
        _number(errors, "error") if errors else "",
        f"{_number(waivable, 'warning')} to mend or waive" if waivable else "",
        f"{_number(rest, 'warning')} on the bank as a whole" if rest else "",
    ]
    codes = Counter(each.code for each in report.findings)
    by_code = ", ".join(f"{code} × {number}" for code, number in sorted(codes.items()))
    files = _number(len({each.file for each in report.findings}), "file")
    return f"{', '.join(filter(None, kinds))} in {files}: {by_code}{waivers}"


def _number(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _escaped(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text
