"""The page's schedule of reviews is that of py-fsrs, the other implementation of the same method."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypedDict

import pytest
from fsrs import Card, Rating, Scheduler

PROGRAM = Path(__file__).parent / "web" / "memory.mjs"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
HISTORIES = 50
RATINGS = {1: Rating.Hard, 2: Rating.Good, 3: Rating.Easy, 0: Rating.Good}


class Outcome(TypedDict):
    """What came of a question on a day."""

    day: int
    right: bool
    sure: int


def histories() -> list[list[Outcome]]:
    """Return histories of one to twelve reviews: gaps of a day to half a year, right and wrong, sure and unsure."""
    chance = random.Random(50)
    made = []
    for _ in range(HISTORIES):
        day, history = 20_000, []
        for _ in range(chance.randint(1, 12)):
            history.append(Outcome(day=day, right=chance.random() < 0.7, sure=chance.randint(0, 3)))
            day += chance.choice([1, 1, 2, 3, 7, 16, 40, 180])
        made.append(history)
    return made


def by_python(history: list[Outcome]) -> dict[str, float]:
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card = Card()
    for outcome in history:
        rating = RATINGS[outcome["sure"]] if outcome["right"] else Rating.Again
        card, _ = scheduler.review_card(card, rating, EPOCH + timedelta(days=outcome["day"]))
    assert card.stability is not None
    assert card.difficulty is not None
    return {"due": (card.due - EPOCH).days, "stability": card.stability, "difficulty": card.difficulty}


def test_fifty_histories_agree_with_py_fsrs() -> None:
    node = shutil.which("node")
    assert node, "needs Node.js on PATH, and the packages of package.json (npm install)"
    made = histories()
    run = subprocess.run(
        [node, str(PROGRAM)], input=json.dumps(made), capture_output=True, check=True, encoding="utf-8"
    )
    answers = json.loads(run.stdout)
    assert len(answers) == HISTORIES
    for history, answer in zip(made, answers, strict=True):
        expected = by_python(history)
        assert answer["stability"] == pytest.approx(expected["stability"], abs=1e-4)
        assert answer["difficulty"] == pytest.approx(expected["difficulty"], abs=1e-4)
        assert answer["due"] == expected["due"]
