"""The whole check of a bank: load it, run the rules and the attackers, apply the waivers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from groupwork.bank import Bank, BankError, Problem, load
from groupwork.bank.loading import COURSE
from groupwork.lint import attackers, bank_wide, exam, ledger, options, rationales, stems, targets, wording
from groupwork.lint.attackers import Attack
from groupwork.lint.catalogue import Severity
from groupwork.lint.findings import Finding, at_question, finding, waived

_IDENTITY = re.compile(r"unknown (source|objective) |the id .* is taken |replaces the unknown question ")


@dataclass(frozen=True)
class Report:
    """What a check has found; `bank` is None if it could not be loaded.

    `attacks` are by scope: modules, pools, the course. `waivers` is the number of waivers that answer a finding.
    """

    findings: tuple[Finding, ...]
    bank: Bank | None = None
    waivers: int = 0
    attacks: Mapping[str, Sequence[Attack]] | None = None
    notes: tuple[str, ...] = ()

    @property
    def fails(self) -> bool:
        """Tell whether there is something that has to be mended or waived."""
        return any(each.fails for each in self.findings)


def check(root: Path, today: date | None = None) -> Report:
    """Check the bank of a project, as of `today`."""
    try:
        bank = load(root)
    except BankError as error:
        note = "The other rules run once these files can be read."
        return Report(_sorted(from_problem(problem) for problem in error.problems), notes=(note,))
    kept, answered = waived(bank, rule_findings(bank))
    found = [*kept, *targets.levels(bank), *targets.objectives(bank, root), *_ledger(bank, root)]
    found += exam.fresh(bank, root, today or date.today())
    if missing := attackers.missing():
        return Report(_sorted(found), bank, answered, notes=(missing,))
    attacks = attack_all(bank)
    found += attack_findings(attacks, targets.objective_lines(bank, root))
    return Report(_sorted(found), bank, answered, attacks)


def from_problem(problem: Problem) -> Finding:
    """Return what the bank says while it is read: GW020 where an id or a name is at fault, otherwise GW001."""
    code = "GW020" if _IDENTITY.match(problem.what) else "GW001"
    what = f"{problem.what}, where {problem.expected} is expected"
    return finding(code, problem.file, problem.line, what, problem.hint, question=problem.question)


def rule_findings(bank: Bank) -> Iterator[Finding]:
    """Run the rules on all questions but the retired ones, whose wording is history."""
    checks = [
        *options.CHECKS,
        *stems.CHECKS,
        *rationales.CHECKS,
        *wording.CHECKS,
        wording.readability(bank.glossary),
        stems.clang(family for work in bank.references.values() for family, _ in (*work.authors, *work.editors)),
    ]
    questions = [question for question in bank.questions.values() if question.status != "retired"]
    for question in questions:
        for run in checks:
            yield from (at_question(bank, question.id, flaw) for flaw in run(question))
    for across in (rationales.stock_sentences, bank_wide.repeats, bank_wide.negatives):
        yield from (at_question(bank, name, flaw) for name, flaw in across(questions))


def attack_all(bank: Bank) -> dict[str, list[Attack]]:
    """Attack every module, every pool and the course."""
    active = bank.active()
    attacks = {}
    for module in bank.course.modules:
        kind = "pool" if module.pool else "module"
        attacks[f"{kind} {module.id}"] = attackers.attack(bank.active(module.id), active)
    attacks["course"] = attackers.attack(active, margin=attackers.MARGIN)
    return attacks


def attack_findings(attacks: Mapping[str, Sequence[Attack]], lines: Mapping[str, int]) -> Iterator[Finding]:
    """GW024: find attackers over their limit, an error for the course and a pool, a warning for a module."""
    for scope, results in attacks.items():
        kind, _, name = scope.partition(" ")
        for each in results:
            if each.caught:
                rates = f"({each.rate:.1%}; chance {each.chance:.1%}, limit {each.limit / each.questions:.1%})"
                what = f"“{each.attacker}” hits {each.hits:.4g} of {each.questions} keys of the {scope} {rates}"
                severity: Severity = "warning" if kind == "module" else "error"
                yield finding("GW024", COURSE, lines.get(name, 1), what, severity=severity)


def _ledger(bank: Bank, root: Path) -> Iterable[Finding]:
    try:
        return list(ledger.findings(bank, ledger.read(root)))
    except ledger.LedgerError as error:
        return [finding("GW020", problem.file, problem.line, problem.what, problem.hint) for problem in error.problems]


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda each: each.place))
