"""Attackers that know nothing are caught where there is a cue, and nowhere else."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from scipy.stats import binom

from groupwork.bank import BaseQuestion
from groupwork.lint import attackers
from groupwork.lint.attackers import ATTACKERS, CLASSIFIER, attack, bound

from .generated_bank import choices, question

Fields = dict[str, Any]
SIZE = 120


def caught(questions: Iterable[BaseQuestion], others: Iterable[BaseQuestion] = ()) -> set[str]:
    return {each.attacker for each in attack(list(questions), list(others)) if each.caught}


def split(fields: Fields) -> tuple[Fields, list[Fields]]:
    """Return the key and the distractors."""
    return next(each for each in fields["options"] if "correct" in each), [
        each for each in fields["options"] if "correct" not in each
    ]


def long_key(fields: Fields) -> None:
    split(fields)[0]["text"] += " lorn quib"


def short_key(fields: Fields) -> None:
    key, _ = split(fields)
    key["text"] = key["text"][:-9]


def key_from_the_scene(fields: Fields) -> None:
    fields["vignette"] = f"{fields.get('vignette', '')} {split(fields)[0]['text']}."
    fields["level"] = "application"


def key_in_the_middle(fields: Fields) -> None:
    key, distractors = split(fields)
    for word, distractor in zip(key["text"].split()[1:], distractors, strict=False):
        distractor["text"] = f"{distractor['text'].rsplit(' ', 1)[0]} {word}"


def absolute_distractors(fields: Fields) -> None:
    for distractor in split(fields)[1]:
        distractor["text"] = f"Always {distractor['text'].lower()}"


def key_at(place: int) -> Callable[[Fields], None]:
    def move(fields: Fields) -> None:
        key, distractors = split(fields)
        fields["options"] = [*distractors[:place], key, *distractors[place:]]

    return move


CUES: dict[str, Callable[[Fields], None]] = {
    "longest option": long_key,
    "shortest option": short_key,
    "overlap with the stem": key_from_the_scene,
    "most convergent": key_in_the_middle,
    "no absolutes, longest": absolute_distractors,
    "position 1": key_at(0),
    "position 2": key_at(1),
    "position 3": key_at(2),
}


def cued(cue: Callable[[Fields], None], share: float = 0.5, seed: int = 3) -> list[BaseQuestion]:
    """Return questions of which a share carries a cue."""
    rows = list(choices(SIZE, seed))
    for fields in rows[: int(share * SIZE)]:
        cue(fields)
    return [question(fields) for fields in rows]


def stock_word(rows: Iterable[Fields]) -> list[BaseQuestion]:
    """Return questions whose keys have a word that no distractor has."""
    changed = []
    for fields in rows:
        split(fields)[0]["text"] += " calmly"
        changed.append(question(fields))
    return changed


def test_a_clean_bank_passes_every_attacker() -> None:
    one = [question(fields) for fields in choices(SIZE, 3)]
    other = [question(fields) for fields in choices(SIZE, 4, "open-groups")]
    assert caught([*one, *other]) == set()


@pytest.mark.parametrize("name", CUES)
def test_an_attacker_catches_the_bank_that_half_carries_its_cue(name: str) -> None:
    assert name in caught(cued(CUES[name]))


def test_every_attacker_has_a_cued_bank() -> None:
    names = {each.attacker for each in attack(cued(long_key, 0))}
    assert names == {*CUES, CLASSIFIER}
    assert set(ATTACKERS) < names


def test_the_classifier_carries_a_stock_word_from_one_module_to_the_next() -> None:
    assert CLASSIFIER in caught([*stock_word(choices(SIZE, 3)), *stock_word(choices(SIZE, 4, "open-groups"))])


def test_the_classifier_learns_from_the_others_and_is_tested_on_the_list_alone() -> None:
    others = stock_word(choices(SIZE, 4, "open-groups"))
    assert CLASSIFIER in caught(stock_word(choices(30, 3)), others)
    assert CLASSIFIER not in caught([question(fields) for fields in choices(30, 3)], others)


def test_the_classifier_never_learns_from_the_module_it_is_tested_on() -> None:
    clean = [question(fields) for fields in choices(SIZE, 4, "open-groups")]
    assert CLASSIFIER not in caught([*stock_word(choices(SIZE, 3)), *clean])


def test_with_one_module_the_classifier_says_that_it_was_not_trained() -> None:
    *_, last = attack(cued(long_key))
    assert (last.attacker, last.questions, last.caught) == (CLASSIFIER, 0, False)
    assert last.note == "not trained: needs a second module"


def test_options_that_tie_share_the_hit() -> None:
    fields = next(choices(1))
    for option, text in zip(fields["options"], ("Warm tea", "Dry hats", "Ink"), strict=True):
        option.pop("correct", None)
        option.update(text=text, misconception="Words.")
    key = fields["options"][0]
    key["correct"] = key.pop("misconception") == "Words."
    results = {each.attacker: each for each in attack([question(fields)])}
    assert results["longest option"].hits == 0.5
    assert results["shortest option"].hits == 0
    assert results["most convergent"].hits == pytest.approx(1 / 3)


def test_a_position_is_attacked_where_it_exists() -> None:
    rows = list(choices(6, 1))
    for fields in rows[:4]:
        fields["options"].remove(split(fields)[1][0])
    results = {each.attacker: each for each in attack([question(fields) for fields in rows])}
    assert (results["position 1"].questions, results["position 3"].questions) == (6, 2)
    assert results["position 1"].chance == pytest.approx((4 / 2 + 2 / 3) / 6)
    assert "position 4" not in results


def test_an_empty_list_is_no_error() -> None:
    assert caught([]) == set()


@pytest.mark.parametrize(("size", "percent"), [(30, 46.7), (100, 41.0), (200, 39.0), (400, 37.2)])
def test_the_bound_for_three_options_is_that_of_the_guide(size: int, percent: float) -> None:
    assert 100 * bound([1 / 3] * size) / size == pytest.approx(percent, abs=0.051)


@pytest.mark.parametrize("size", [1, 7, 26, 44, 90, 450, 1000])
def test_the_bound_is_exact(size: int) -> None:
    limit = bound([1 / 3] * size)
    assert binom.sf(limit, size, 1 / 3) <= 0.05 < binom.sf(limit - 1, size, 1 / 3)


def test_the_bound_for_mixed_numbers_of_options_counts_every_outcome() -> None:
    chances = [1 / 2, 1 / 2, 1 / 3, 1 / 3, 1 / 3, 1 / 4, 1 / 5, 1 / 5, 1 / 5]
    over = [0.0] * (len(chances) + 1)
    for outcome in itertools.product((False, True), repeat=len(chances)):
        share = 1.0
        for hit, chance in zip(outcome, chances, strict=True):
            share *= chance if hit else 1 - chance
        for hits in range(sum(outcome)):
            over[hits] += share
    limit = bound(chances)
    assert over[limit] <= 0.05 < over[limit - 1]


def test_keys_drawn_by_lot_raise_an_alarm_in_at_most_one_of_twenty_banks() -> None:
    questions = [question(fields) for fields in choices(60, 5)]
    limit = bound([1 / 3] * 60)
    exact = float(binom.sf(limit, 60, 1 / 3))
    tops = {
        name: [[score == max(scores) for score in scores] for scores in map(attacker, questions)]
        for name, attacker in ATTACKERS.items()
    }
    tops["position 1"] = [[True, False, False]] * 60
    alarms = dict.fromkeys(tops, 0)
    lots, banks = random.Random(0), 2000
    for _ in range(banks):
        keys = [lots.randrange(3) for _ in questions]
        for name, rows in tops.items():
            hits = sum(top[key] / sum(top) for top, key in zip(rows, keys, strict=True))
            alarms[name] += hits > limit + 1e-9
    # Three standard errors of a share of 2,000; ties lower the rate and never raise it.
    error = 3 * (0.05 * 0.95 / banks) ** 0.5
    assert alarms["position 1"] / banks == pytest.approx(exact, abs=error)
    assert all(number / banks <= 0.05 + error for number in alarms.values()), alarms


def test_the_course_stays_within_five_points_of_chance_once_it_has_a_hundred_questions() -> None:
    questions = [question(fields) for fields in choices(SIZE, 3)]
    for size, points in ((99, None), (SIZE, 0.05)):
        (first, *_) = attack(questions[:size], margin=attackers.MARGIN)
        expected = (first.chance + points) * size if points else bound([1 / 3] * size)
        assert first.limit == pytest.approx(expected)
