"""What the bank as a whole should hold: levels in balance, every objective covered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from groupwork.bank import Bank, BaseQuestion
from groupwork.bank.loading import COURSE
from groupwork.bank.yaml_source import read
from groupwork.lint.findings import Finding, finding

MOST_RECALL, LEAST_APPLICATION, LEAST_REASONING = 0.25, 0.40, 0.30
QUESTIONS, CLONES = 4, 2


def levels(bank: Bank) -> Iterator[Finding]:
    """GW022: compare the shares of the levels among the active questions with the targets."""
    active = bank.active()
    counts: Counter[str] = Counter(question.level for question in active)
    for level, least, most in (
        ("recall", 0.0, MOST_RECALL),
        ("application", LEAST_APPLICATION, 1.0),
        ("reasoning", LEAST_REASONING, 1.0),
    ):
        share = counts[level] / len(active) if active else least
        if not least <= share <= most:
            target = f"at most {most:.0%}" if share > most else f"at least {least:.0%}"
            what = f"{counts[level]} of {len(active)} active questions are {level} ({share:.0%}), {target} are wanted"
            yield finding("GW022", COURSE, 1, what)


def objectives(bank: Bank, root: Path) -> Iterator[Finding]:
    """GW023: find objectives with no active question, with few, or with too few in a clone group."""
    lines = objective_lines(bank, root)
    for name in bank.course.objectives:
        asked = [question for question in bank.active() if question.objective == name]
        if not asked:
            yield finding("GW023", COURSE, lines[name], f"no active question tests {name}", severity="error")
        elif len(asked) < QUESTIONS:
            what = f"{name} is tested by {len(asked)} of at least {QUESTIONS} active questions"
            yield finding("GW023", COURSE, lines[name], what, severity="warning")
        elif _cloned(asked) < CLONES:
            what = f"no two active questions on {name} are in one clone group"
            advice = "asking one of its principles again in another setting"
            yield finding("GW023", COURSE, lines[name], what, advice, "warning")


def objective_lines(bank: Bank, root: Path) -> dict[str, int]:
    """Return the line of the course file for each module and objective."""
    document = read(root / COURSE, COURSE)
    lines = {}
    for position, module in enumerate(bank.course.modules):
        lines[module.id] = document.line(("modules", position))
        for below, objective in enumerate(module.objectives):
            lines[objective.id] = document.line(("modules", position, "objectives", below))
    return lines


def _cloned(questions: list[BaseQuestion]) -> int:
    groups = Counter(question.clone_group for question in questions if question.clone_group)
    return sum(size for size in groups.values() if size > 1)
