"""The generator and the hash against published numbers.

Sources: the output of pcg32-demo in pcg-c-basic (state 42, stream 54, round 1); the test vectors of FNV-1a.
"""

import pytest

from groupwork.checker.rng import Pcg32, fnv1a, seed_number

DRAWS = "0xa15c02b7 0x7b47f409 0xba1d3330 0x83d2f293 0xbfa4784b 0xcbed606e"
COINS = "HHTTTHTHHHTHTTTHHHHHTTTHHHTHTHTHTTHTTTHHHHHHTTTTHHTTTTTHTTTTTTTHT"
ROLLS = "3 4 1 1 2 2 3 2 4 3 2 4 3 3 5 2 3 1 3 1 5 1 4 1 5 6 4 6 6 2 6 3 3"
CARDS = (
    "Qd Ks 6d 3s 3d 4c 3h Td Kc 5c Jh Kd Jd As 4s 4h Ad Th Ac Jc 7s Qs "
    "2s 7h Kh 2d 6c Ah 4d Qh 9h 6s 5s 2c 9c Ts 8d 9s 3c 8c Js 5d 2h 6h "
    "7d 8s 9d 5h 8h Qc 7c Tc"
)


def test_draws_coins_rolls_and_cards_are_those_of_the_published_demo() -> None:
    generator = Pcg32(42, 54)
    pack = [number + suit for number in "A23456789TJQK" for suit in "hcds"]
    assert " ".join(f"0x{generator.draw():08x}" for _ in range(6)) == DRAWS
    assert "".join("TH"[generator.below(2)] for _ in range(65)) == COINS
    assert " ".join(str(generator.below(6) + 1) for _ in range(33)) == ROLLS
    assert " ".join(generator.deal(pack)) == CARDS


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", 0xCBF29CE484222325),
        (b"a", 0xAF63DC4C8601EC8C),
        (b"foobar", 0x85944171F73967E8),
    ],
)
def test_hashes_are_the_published_ones(data: bytes, expected: int) -> None:
    assert fnv1a(data) == expected


@pytest.mark.parametrize("seed", [None, True, 1.0, ["a"], b"a"])
def test_a_seed_that_is_no_text_and_no_whole_number_is_refused(seed: object) -> None:
    with pytest.raises(TypeError, match="a seed is a text or a whole number"):
        seed_number(seed)  # type: ignore[arg-type]


def test_dealing_leaves_the_items_alone() -> None:
    items = [1, 2, 3, 4]
    Pcg32(1).deal(items)
    assert items == [1, 2, 3, 4]


def test_low_draws_are_rejected_so_that_no_number_is_likelier() -> None:
    generator = Pcg32(42, 54)
    # Below 2³¹ + 1 a draw under 2³¹ - 1 is thrown away: the second of DRAWS, 0x7b47f409, is one.
    assert [generator.below(0x80000001) for _ in range(3)] == [0x215C02B6, 0x3A1D332F, 0x03D2F292]
