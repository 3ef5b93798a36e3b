"""The ledger of released ids: which questions have been in learners' hands, and with which key.

A fingerprint covers the ids of a question's parts and which of them are right. Wording is not in it, so two texts
that change places under their ids are not seen.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from groupwork.bank import Bank, BankError, BaseQuestion, ClozeQuestion, Problem, ReflectQuestion
from groupwork.bank.text import shown
from groupwork.lint.findings import Finding, Flaw, at_question, finding

LEDGER = "quizzes/released.json"


class LedgerError(BankError):
    """The ledger cannot be extended; `problems` says why."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__(problems)


def fingerprint(question: BaseQuestion) -> str:
    """Return a short name for the answer key: the same as long as every response gets the same grade."""
    key = question.key()
    del key["id"]
    if isinstance(question, ReflectQuestion):
        # Never graded: what the question asks for is its criteria, in whatever words.
        key = {"kind": question.kind, "rubric": [{"id": each.id} for each in question.rubric]}
    if isinstance(question, ClozeQuestion):
        # Capital letters and spaces do not count in an answer, and the order of accepted forms never does.
        for gap in key["gaps"]:
            gap["accept"] = sorted({" ".join(form.casefold().split()) for form in gap["accept"]})
    for field, parts in key.items():
        if isinstance(parts, list) and field != "items":  # the order of the items is the key
            key[field] = sorted(parts, key=lambda part: str(part["id"]))
    plain = json.dumps(key, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(plain.encode()).hexdigest()[:16]


def read(root: Path) -> dict[str, str]:
    """Return the released fingerprints by id, empty before the first release; raise LedgerError if it is broken."""
    path = root / LEDGER
    if not path.is_file():
        return {}
    try:
        found: Any = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=_once)
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        raise LedgerError(_broken(line, f"the ledger cannot be read ({error})")) from None
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise LedgerError(_broken(1, "the ledger is not a mapping of ids to fingerprints"))
    return found


def findings(bank: Bank, released: Mapping[str, str]) -> Iterator[Finding]:
    """GW020: find released ids that have vanished or stand for another key."""
    for line, (name, key) in enumerate(released.items(), 2):  # one line for each id, below the bracket
        question = bank.questions.get(name)
        if question is None:
            what = f"the released question {shown(name)} has vanished"
            advice = f"putting {name} back into its file with `status: retired`"
            yield finding("GW020", LEDGER, line, what, advice, question=name)
        elif fingerprint(question) != key:
            field = next((field for field in ("options", "items", "pairs", "gaps") if hasattr(question, field)), "id")
            what = f"{shown(name)} was released with another answer key"
            advice = f"the old key and `status: retired` here, and a new id with `replaces: {name}`"
            yield at_question(bank, name, Flaw("GW020", (field,), what, advice))


def release(root: Path, bank: Bank) -> list[str]:
    """Write the ids that have become active or retired into the ledger and return them; raise LedgerError otherwise.

    An entry is never dropped or changed: a bank that contradicts the ledger is refused.
    """
    released = read(root)
    if found := list(findings(bank, released)):
        problems = [
            Problem(each.file, each.line, each.question, each.what, "the released key", each.advice) for each in found
        ]
        raise LedgerError(*problems)
    new = {
        question.id: fingerprint(question)
        for question in bank.questions.values()
        if question.status != "draft" and question.id not in released
    }
    if new:
        text = json.dumps({**released, **new}, ensure_ascii=False, indent=2, sort_keys=True)
        (root / LEDGER).write_text(text + "\n", encoding="utf-8", newline="\n")
    return sorted(new)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("an id stands there twice")
    return found


def _broken(line: int, what: str) -> Problem:
    return Problem(LEDGER, line, None, what, "what `groupwork release` wrote", "taking the file from the last release")
