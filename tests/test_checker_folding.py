"""The folding table against CPython's own folding, and the same table in MicroPython."""

import json

from groupwork.checker.folding import SPACES, fold, squeeze

from .runtimes import Runtime, written

COVERED = [chr(code) for code in [*range(0x180), *range(0x250, 0x530), 0x1E9E]]


def test_every_covered_letter_folds_as_casefold_does() -> None:
    different = [char for char in COVERED if fold(f"x{char}x") != f"x{char}x".casefold() and not char.isspace()]
    assert different == []


def test_the_white_space_is_that_of_cpython() -> None:
    assert sorted(SPACES) == [chr(code) for code in range(0x110000) if chr(code).isspace()]


def test_squeezing_is_splitting_and_joining() -> None:
    assert squeeze("\u00a0 mutual\u2028\t aid\u3000") == "mutual aid"
    assert squeeze("".join(SPACES)) == ""


def test_folding_twice_changes_nothing() -> None:
    assert [char for char in COVERED if fold(fold(char)) != fold(char)] == []


def test_every_covered_letter_folds_in_micropython_too(micropython: Runtime) -> None:
    letters = [char for char in COVERED if not char.isspace()]
    for start in range(0, len(letters), 100):
        some = letters[start : start + 100]
        gaps = [{"id": str(place), "accept": [char.casefold()]} for place, char in enumerate(some)]
        response = {str(place): f"\u00a0{char}" for place, char in enumerate(some)}
        text = written({"question": {"kind": "cloze", "gaps": gaps}, "response": response})
        assert json.loads(micropython("grade_json", text))["points"] == len(some)
