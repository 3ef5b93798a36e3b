"""What a rule has to say about a question, where it stands, and which of it the author has answered with a waiver."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from groupwork.bank import Bank
from groupwork.bank.errors import Trail
from groupwork.lint.catalogue import RULES, Severity, near_codes


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that a rule found at a trail inside a question, before the place has a file and a line.

    `severity` is needed where a rule has errors and warnings; `advice` where the rule's own would be too general.
    """

    code: str
    trail: Trail
    what: str
    advice: str = ""
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to mend at a line of a file; `question` is None where no question is concerned."""

    code: str
    severity: Severity
    file: str
    line: int
    question: str | None
    what: str
    advice: str

    @property
    def fails(self) -> bool:
        """Tell whether the check fails: on an error, and on a warning that is to be mended or waived."""
        return self.severity == "error" or RULES[self.code].waivable

    @property
    def place(self) -> tuple[str, int, str, str]:
        """The order in which findings are shown."""
        return self.file, self.line, self.code, self.what


def at_question(bank: Bank, question: str, flaw: Flaw) -> Finding:
    """Return a flaw as a finding with its file and line."""
    file, line = bank.place(question, *flaw.trail)
    return finding(flaw.code, file, line, flaw.what, flaw.advice, flaw.severity, question)


def finding(
    code: str,
    file: str,
    line: int,
    what: str,
    advice: str = "",
    severity: Severity | None = None,
    question: str | None = None,
) -> Finding:
    """Return a finding, with what its rule says where nothing else is given."""
    rule = RULES[code]
    if severity is None:
        assert rule.severity != "either", code
        severity = rule.severity
    return Finding(code, severity, file, line, question, what, advice or rule.mend)


def waived(bank: Bank, findings: Iterable[Finding]) -> tuple[list[Finding], int]:
    """Return the findings that no waiver answers, those on idle waivers among them, and how many one answers."""
    waivers = {(question.id, waiver.code): False for question in bank.questions.values() for waiver in question.waive}
    kept = []
    for each in findings:
        key = (each.question or "", each.code)
        if each.severity == "warning" and RULES[each.code].waivable and key in waivers:
            waivers[key] = True
        else:
            kept.append(each)
    answered = sum(waivers.values())
    return [*kept, *_idle(bank, waivers)], answered


def _idle(bank: Bank, used: dict[tuple[str, str], bool]) -> Iterable[Finding]:
    for question in bank.questions.values():
        # Nothing is asked of a retired question but that it stays as it was.
        if question.status == "retired":
            continue
        seen: set[str] = set()
        for position, waiver in enumerate(question.waive):
            flaw = Flaw("GW021", ("waive", position, "code"), "", "deleting the waiver")
            rule = RULES.get(waiver.code)
            if rule is None:
                found = near_codes(waiver.code)
                flaw = replace(flaw, what=f"there is no rule {waiver.code}", advice=" or ".join(found) or flaw.advice)
            elif not rule.waivable:
                flaw = replace(flaw, what=f"{waiver.code} cannot be waived", advice="mending what it names")
            elif waiver.code in seen:
                flaw = replace(flaw, what=f"{waiver.code} is waived twice")
            elif not used[question.id, waiver.code]:
                flaw = replace(flaw, what=f"the waiver for {waiver.code} is not needed")
            seen.add(waiver.code)
            if flaw.what:
                yield at_question(bank, question.id, flaw)
