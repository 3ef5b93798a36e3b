"""What the five texts say is answered claim by claim, and what must not be printed is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from groupwork.bank import load
from groupwork.lint.prose import without_speech

ROOT = Path(__file__).parents[1]
BANK = load(ROOT)

CLAIMS = {
    "right": "0-3 0-4 0-6 0-7 0-9 0-16 1-4 1-8 1-10 2-1 2-2 2-3 2-4 3-1 3-2 3-3 4-3 4-6 4-7 4-12",
    "partly": "0-8 0-11 0-12 0-20 0-22 1-1 1-5 1-6 1-7 1-9 1-14 1-15 2-5 4-1 4-5 4-8",
    "garbled": "0-2 0-5 0-10 0-13 0-15 0-17 0-18 0-19 1-3 1-11 1-13 4-4 4-9",
    "wrong": "0-1 0-14 0-21 1-2 1-16 4-2 4-11",
    "unsupported": "4-10",
    "missing": "2-6 2-7",
}
"""Verdict → the claims of the five texts, numbered by text and place; advertising and stray words have no number."""

SLIPS = re.compile(
    "to and fro|callander|berustein|weince|wells lake|individualism|group mind|large groups? (?:is|are|work)"
    "|tvboxbee|sccbuzz|therightmessages|cleveland state|thoreau|weissbourd|bell hooks|eda leshan"
    "|behaviou?ral irregular|previous period|difference period|social movements|capability building",
    re.IGNORECASE,
)
"""Slips and stray words of the five texts; a reader meets them in quotation marks or in a box that corrects them."""

_BOX = re.compile(r"^/// elsewhere\b.*?^///$", re.MULTILINE | re.DOTALL)


def slips(text: str) -> list[str]:
    """Return the slips that a text prints as its own words."""
    return SLIPS.findall(without_speech(_BOX.sub("", text)))


def test_every_claim_has_its_verdict() -> None:
    found = {verdict: [each.id for each in BANK.corrections if each.verdict == verdict] for verdict in CLAIMS}
    assert found == {verdict: ids.split() for verdict, ids in CLAIMS.items()}


def test_every_claim_that_is_right_or_partly_right_is_taught_in_a_lesson() -> None:
    modules = {module.id for module in BANK.course.taught}
    taught = {each.id: (each.page or "").split("/")[0] for each in BANK.corrections}
    ids = f"{CLAIMS['right']} {CLAIMS['partly']}".split()
    assert {taught[name] for name in ids} <= modules


@pytest.mark.parametrize("path", sorted((ROOT / "docs").rglob("*.md")), ids=lambda path: path.stem)
def test_no_page_prints_a_slip_except_to_correct_it(path: Path) -> None:
    assert slips(path.read_text(encoding="utf-8")) == []


def test_no_question_offers_a_slip_as_right() -> None:
    for question in BANK.active():
        plain = question.as_json()
        offered = [plain["stem"], plain["vignette"] or ""]
        offered += [option["text"] for option in plain.get("options", ()) if option.get("correct")]
        offered += [text for pair in plain.get("pairs", ()) for text in (pair["left"], pair["right"])]
        assert not slips(" ".join(offered)), question.id


def test_no_term_of_the_glossary_is_a_slip() -> None:
    assert not [term.id for term in BANK.glossary if SLIPS.search(f"{term.term} {term.also}")]


def test_a_slip_is_seen_where_it_is_not_quoted() -> None:
    assert slips("Callander et al. found five stages.") == ["Callander"]
    assert slips("Some pages say “Callander”.") == []
