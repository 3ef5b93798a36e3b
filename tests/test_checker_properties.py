"""Properties of the checker under random questions and responses, with MicroPython held against CPython."""

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groupwork.checker import KINDS, assemble, grade, shuffle, wilson
from groupwork.checker.measures import ratio

from .runtimes import Runtime, cpython, written

many = settings(
    max_examples=500,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

idents = st.sampled_from(["a", "b", "c", "d", "1", "r-a", "é", "\U0001f600", "\u00a0x"])
texts = st.text(max_size=12) | st.sampled_from(["nan", "inf", "1e400", "ß", "İ", "ς", " ", "\u200b", "x" * 501])
scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts
junk = st.recursive(
    scalars | idents,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(texts | idents, inner, max_size=5),
    max_leaves=12,
)
seeds = st.integers() | st.text(max_size=20)


def each_with_id(**fields: Any) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Draw entries with an id each of its own."""
    entry = st.fixed_dictionaries({"id": idents, **fields})
    return st.lists(entry, min_size=1, max_size=6, unique_by=lambda drawn: drawn["id"])


options = each_with_id(correct=st.booleans())
levels = st.sampled_from(["best", "acceptable", "harmful"])
traits = st.dictionaries(st.sampled_from(["x", "y"]), st.sampled_from(["1", "2"]), max_size=2)
cards = each_with_id(traits=traits)
rules = st.one_of(
    st.fixed_dictionaries({"type": st.just("size"), "least": st.integers(0, 4), "most": st.integers(2, 6)}),
    st.fixed_dictionaries(
        {"type": st.sampled_from(["shared", "not-alone"]), "trait": st.sampled_from(["x", "y", "z"])}
    ),
    st.fixed_dictionaries(
        {
            "type": st.sampled_from(["most", "least"]),
            "trait": st.sampled_from(["x", "y"]),
            "value": st.sampled_from(["1", "2"]),
            "most": st.integers(0, 4),
            "least": st.integers(0, 4),
        }
    ),
    st.fixed_dictionaries({"type": st.sampled_from(["apart", "without"]), "cards": st.lists(idents, min_size=1)}),
)
compositions = st.fixed_dictionaries(
    {
        "kind": st.just("compose"),
        "cards": cards,
        "rules": st.lists(rules, min_size=1, max_size=4).map(
            lambda drawn: [{"id": f"r{place}", **rule} for place, rule in enumerate(drawn)]
        ),
    }
)
# Words that the matcher treats each in its own way, so that random texts come near to being found.
WORDS = (
    "I you she confidentiality limits limitless promise can can't not never would say that but won't if were the of is "
    "has and asks ask suicide? too early instead without hide “confidentiality limits” limits. , : – Zoë été"
).split()
BEGINNINGS = "confiden limit not can promise ask suicid é".split()
prose = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
reflections = st.fixed_dictionaries(
    {
        "kind": st.just("reflect"),
        "rubric": each_with_id(
            phrasings=st.lists(
                st.lists(
                    st.sampled_from("confiden limit not can promise ask suicid é".split()), min_size=1, max_size=3
                ),
                min_size=1,
                max_size=3,
            )
        ),
    },
    optional={"stem": prose, "vignette": prose, "longest": st.integers(-1, 300)},
)
sound = st.one_of(
    st.fixed_dictionaries({"kind": st.sampled_from(["choice", "multi"]), "options": options}),
    st.fixed_dictionaries({"kind": st.just("order"), "items": each_with_id()}),
    st.fixed_dictionaries({"kind": st.just("match"), "pairs": each_with_id(right=idents)}),
    st.fixed_dictionaries({"kind": st.just("rate"), "responses": each_with_id(level=levels)}),
    st.fixed_dictionaries(
        {
            "kind": st.just("transcript"),
            "tags": st.just([{"id": "a"}, {"id": "é"}]),
            "turns": each_with_id(tag=st.sampled_from(["a", "é"])),
        }
    ),
    st.fixed_dictionaries(
        {
            "kind": st.just("cloze"),
            "gaps": each_with_id(accept=st.lists(texts.filter(str.strip), min_size=1, max_size=3)),
        }
    ),
)
FIELDS = "options items pairs gaps rights tags turns cards rules responses rubric longest stem".split()
broken = st.fixed_dictionaries(
    {"kind": st.sampled_from(sorted(KINDS)) | junk},
    optional={name: junk | each_with_id() for name in FIELDS},
)
questions = sound | compositions | reflections | broken | junk
responses = (
    junk | prose | st.lists(idents, max_size=6) | st.dictionaries(idents, idents | texts | st.none(), max_size=6)
)


def key_of(question: dict[str, Any]) -> Any:
    """Return the response that is right throughout."""
    kind = question["kind"]
    if kind in ("choice", "multi"):
        keys = [option["id"] for option in question["options"] if option["correct"]]
        return keys[0] if kind == "choice" and keys else keys
    if kind == "order":
        return [item["id"] for item in question["items"]]
    if kind == "match":
        return {pair["id"]: pair["right"] for pair in question["pairs"]}
    if kind == "rate":
        return {response["id"]: response["level"] for response in question["responses"]}
    if kind == "transcript":
        return {turn["id"]: turn["tag"] for turn in question["turns"]}
    return {gap["id"]: gap["accept"][-1] for gap in question["gaps"]}


@many
@given(question=questions, response=responses)
def test_no_question_and_no_response_raise(question: Any, response: Any) -> None:
    result = grade(question, response)
    assert set(result) - {"formative"} == {"score", "points", "max", "correct", "problem", "detail", "parts"}
    assert isinstance(result["score"], float)
    assert 0.0 <= result["score"] <= 1.0
    assert result["correct"] is (result["score"] == 1.0)
    assert (result["problem"] is None) == (result["detail"] == "")
    assert result["problem"] is None or (result["parts"], result["score"]) == ([], 0.0)


@many
@given(question=reflections, text=prose)
def test_a_reflection_is_never_graded_and_quotes_the_learner_alone(question: dict[str, Any], text: str) -> None:
    result = grade(question, text)
    assert (result["score"], result["points"], result["max"], result["correct"]) == (0.0, 0, 0, False)
    for part in result["parts"]:
        assert (part["verdict"] == "found") == (part["quote"] != "")
        assert part["quote"] in text


@many
@given(question=compositions, response=st.lists(idents, unique=True, max_size=6))
def test_a_rule_is_broken_by_chosen_cards_or_by_none(question: dict[str, Any], response: list[str]) -> None:
    for part in grade(question, response)["parts"]:
        assert set(part["cards"]) <= set(response)
        assert part["verdict"] == "wrong" or part["cards"] == []


@many
@given(question=questions, response=responses)
def test_micropython_grades_byte_for_byte_as_cpython(question: Any, response: Any, micropython: Runtime) -> None:
    text = written({"question": question, "response": response})
    assert micropython("grade_json", text) == cpython("grade_json", text)


@many
@given(question=questions, response=responses)
def test_canonical_json_is_what_the_standard_library_writes(question: Any, response: Any) -> None:
    text = cpython("grade_json", written({"question": question, "response": response}))
    assert text == json.dumps(grade(question, response), sort_keys=True, separators=(",", ":"))


@many
@given(question=sound)
def test_the_key_earns_everything_or_the_question_is_faulty(question: dict[str, Any]) -> None:
    result = grade(question, key_of(question))
    keys = sum(option["correct"] for option in question.get("options", []))
    if (question["kind"] == "choice" and keys != 1) or (question["kind"] == "multi" and keys == 0):
        assert result["problem"] == "bad-question"
    elif question["kind"] == "cloze" and any(len(text) > 500 for text in key_of(question).values()):
        assert result["problem"] == "too-long"
    elif question["kind"] == "cloze" and not any(text.strip() for text in key_of(question).values()):
        assert result["problem"] == "empty"
    else:
        assert result["correct"] is True


@many
@given(question=sound, response=responses)
def test_grading_leaves_question_and_response_alone(question: dict[str, Any], response: Any) -> None:
    before = written([question, response])
    grade(question, response)
    assert written([question, response]) == before


@many
@given(items=st.lists(st.text(max_size=5), max_size=30), seed=seeds)
def test_a_shuffle_is_a_permutation_and_the_same_in_micropython(
    items: list[str], seed: int | str, micropython: Runtime
) -> None:
    shuffled = shuffle(items, seed)
    assert sorted(shuffled) == sorted(items)
    text = written({"items": items, "seed": seed})
    assert json.loads(micropython("shuffle_json", text)) == shuffled


def names(prefix: str) -> st.SearchStrategy[str]:
    return st.sampled_from([f"{prefix}{number}" for number in range(4)])


banks = st.lists(
    st.fixed_dictionaries(
        {"id": st.integers(1, 40).map(lambda number: f"stages-{number:03d}")},
        optional={
            "objective": names("o"),
            "level": st.sampled_from(["recall", "application", "reasoning"]),
            "clone_group": names("g") | st.none(),
            "cswe": st.integers(1, 9),
        },
    ),
    max_size=25,
)
filters = st.none() | st.fixed_dictionaries(
    {},
    optional={
        "objective": names("o") | st.lists(names("o"), max_size=3),
        "level": st.sampled_from(["recall", "application"]),
        "cswe": st.integers(1, 9) | st.lists(st.integers(1, 9), max_size=6),
    },
)


@many
@given(bank=banks, count=st.integers(-1, 30), seed=seeds, wanted=filters)
def test_a_form_keeps_its_promises_and_is_the_same_in_micropython(
    bank: list[dict[str, Any]],
    count: int,
    seed: int | str,
    wanted: dict[str, Any] | None,
    micropython: Runtime,
) -> None:
    form = assemble(bank, count, seed, wanted)
    by_id = {question["id"]: question for question in reversed(bank)}
    drawn = [by_id[ident] for ident in form]
    clone_groups = [question["clone_group"] for question in drawn if question.get("clone_group")]
    assert len(form) <= max(0, count)
    assert len(set(form)) == len(form)
    assert len(set(clone_groups)) == len(clone_groups)
    for field, values in (wanted or {}).items():
        assert all(question[field] in (values if isinstance(values, list) else [values]) for question in drawn)
    text = written({"questions": bank, "count": count, "seed": seed, "filters": wanted})
    assert json.loads(micropython("assemble_json", text)) == form


@many
@given(bank=banks, count=st.integers(0, 30), seed=seeds)
def test_a_form_without_clones_is_full_and_spread_over_the_objectives(
    bank: list[dict[str, Any]], count: int, seed: int | str
) -> None:
    loners = {question["id"]: {**question, "clone_group": None} for question in bank}
    form = assemble(list(loners.values()), count, seed)
    assert len(form) == min(count, len(loners))
    held: dict[str, int] = {}
    for question in loners.values():
        held[question.get("objective", "")] = held.get(question.get("objective", ""), 0) + 1
    drawn = {name: sum(loners[ident].get("objective", "") == name for ident in form) for name in held}
    most = max(drawn.values(), default=0)
    assert all(drawn[name] >= min(held[name], most - 1) for name in held)


@many
@given(trials=st.integers(0, 10**9).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))))
def test_an_interval_holds_the_share_and_is_the_same_in_micropython(
    trials: tuple[int, int], micropython: Runtime
) -> None:
    right, total = trials
    low, high = wilson(right, total)
    share = right / total if total else 0.5
    assert 0.0 <= low <= share + 0.00005
    assert share - 0.00005 <= high <= 1.0
    text = written({"right": right, "total": total})
    assert micropython("wilson_json", text) == cpython("wilson_json", text) == json.dumps([low, high]).replace(" ", "")


def test_a_ratio_is_what_round_gives_for_every_small_share() -> None:
    shares = [(part, whole) for whole in range(1, 101) for part in range(whole + 1)]
    assert [ratio(*share) for share in shares] == [round(part / whole, 4) for part, whole in shares]
