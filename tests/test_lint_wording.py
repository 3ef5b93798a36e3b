"""Small tables for what the rules take a word, a sentence or an expression for."""

from __future__ import annotations

import pytest

from groupwork.bank import BaseQuestion
from groupwork.lint import options, prose, rationales, stems, wording

from .generated_bank import choices, question

SYLLABLES = """
    1 group stage closed times asked whole watched rules called friend
    2 worker closeness people wanted changes members create quiet doing social meeting little settled leader science
    2 reading voices houses handles being movement careful lately teacher client model table trouble rhythm lion action
    2 useful themselves needed matches wishes values argues review evening every anxious neighbours beyond
    3 idea family various hospital agreement area theory continued period studio reaction mediate video museum serious
    4 intimacy criticism separation experience situation dialysis society appreciate relational
    5 orientation
    6 differentiation pre-affiliation
"""


@pytest.mark.parametrize(
    ("word", "number"),
    [(word, int(line.split()[0])) for line in SYLLABLES.strip().split("\n") for word in line.split()[1:]],
)
def test_syllables_are_counted_without_a_dictionary(word: str, number: int) -> None:
    assert prose.syllables(word) == number


def test_the_grade_is_that_of_kincaid() -> None:
    text = "The worker opens the group. Two members come late and say little."
    # 12 words, 2 sentences, 16 syllables.
    assert prose.grade(text) == pytest.approx(0.39 * 6 + 11.8 * 16 / 12 - 15.59)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("One. Two? Three!", 3),
        ("'Whatever you like.' 'I am fine,' says Ana.", 2),
        ("Garland et al. (1965) say so, e.g. Kolodny. It holds.", 2),
        ("Dr. Ray came at 3.30 p.m. with Ana.", 1),
        ("He said no. She said yes.", 2),
        ("“Who?” asks Mei. “You.”", 2),
        ("", 0),
    ],
)
def test_sentences_end_where_a_reader_stops(text: str, number: int) -> None:
    assert len(prose.sentences(text)) == number


@pytest.mark.parametrize(
    ("words", "same"),
    [
        ("group groups grouped grouping", True),
        ("plan plans planned planning", True),
        ("close closes closed closing", True),
        ("story stories", True),
        ("forming norming storming performing", False),
        ("general generous", False),
    ],
)
def test_a_word_and_its_inflections_have_one_stem(words: str, same: bool) -> None:
    roots = {prose.stem(word) for word in words.split()}
    assert (len(roots) == 1) == same


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Ana's 'I can't go,' is heard.", "Ana's … is heard."),
        ("The members' chairs and the workers' tea", "The members' chairs and the workers' tea"),
        ("“All of us’ll go,” says Ana.", "… says Ana."),
        ('She says "never" twice.', "She says … twice."),
    ],
)
def test_speech_is_told_from_apostrophes(text: str, rest: str) -> None:
    assert " ".join(prose.without_speech(text).split()) == rest


def asked(stem: str, level: str = "recall") -> BaseQuestion:
    """Return a question with this stem."""
    fields = next(choices(1))
    if level == "recall":
        fields.pop("vignette", None)
    return question({**fields, "stem": stem, "level": level})


@pytest.mark.parametrize(
    ("stem", "found"),
    [
        ("Which step is NOT useful?", True),
        ("Which step should the worker not take?", True),
        ("Which reply doesn't help?", True),
        ("Which of these are tasks, except one?", True),
        ("Which model is the least open?", True),
        ("They do not answer. What comes NEXT?", False),
        ("What should a worker do who does not know them?", False),
        ("If nobody answers and they do not stay, what comes NEXT?", False),
        ("What does a member need at least?", False),
        ("What do members give, not only take?", False),
        ("What did Ana mean by 'I will not come'?", False),
    ],
)
def test_a_negative_lead_in_is_told_from_a_negation(stem: str, found: bool) -> None:
    assert bool(list(stems.negative(asked(stem)))) == found


@pytest.mark.parametrize(
    ("stem", "found"),
    [
        ("What should the worker do next?", True),
        ("What should the worker do first when a member cries?", True),
        ("If a member cries, what should the worker do first?", True),
        ("Which is the first task of a worker?", True),
        ("Which stage describes the evening best?", True),
        ("What is the best reply?", True),
        ("Which reply is most helpful?", True),
        ("Which step is the most serious?", True),
        ("What happens in the first meeting?", False),
        ("What do members plan for the next week?", False),
        ("Who is the best friend of Ana?", False),
        ("What do most members feel?", False),
        ("What do most people feel at first?", False),
        ("What did the member mean who speaks best?", False),
        ("What should the worker do FIRST?", False),
    ],
)
def test_a_qualifier_is_told_from_the_same_word(stem: str, found: bool) -> None:
    assert bool(list(stems.quiet_qualifier(asked(stem)))) == found


@pytest.mark.parametrize(
    ("stem", "found"),
    [
        ("Which of the following is true?", True),
        ("Which of the following statements about groups is correct?", True),
        ("Which statement is true of open groups?", True),
        ("What of these is false about Tuckman?", True),
        ("The stage of closeness is called", True),
        ("The stage of closeness is called …", True),
        ("Choose the right stage.", True),
        ("Which of the following steps comes FIRST?", False),
        ("Which statements agree with the book?", False),
        ("Which of these is right for a wary group?", False),
        ("Who asked: 'Is it true?'", False),
    ],
)
def test_a_focused_question_is_told_from_which_is_true(stem: str, found: bool) -> None:
    assert bool(list(stems.unfocused(asked(stem)))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Option B comes too early here.", True),
        ("Unlike option a, it comes late.", True),
        ("Unlike the second option, it comes late.", True),
        ("The answer above is kinder.", True),
        ("B is right because of the timing.", True),
        ("As in (c), the group waits.", True),
        ("An option a worker has is to wait.", False),
        ("Sharing power would answer one of them.", False),
        ("A is for apple in the first answer to the child.", False),
        ("The first response of the group was silence.", False),
        ("Plan B is to wait, and vitamin B is right.", False),
        ("The other options come later.", False),
    ],
)
def test_a_position_is_told_from_the_same_words(text: str, found: bool) -> None:
    fields = next(choices(1))
    fields["options"][0]["rationale"] = text
    assert bool(list(rationales.positions(question(fields)))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A bipolar is here.", True),
        ("She suffers from depression.", True),
        ("Homeless people come for tea.", True),
        ("The elderly are asked in.", True),
        ("He is wheelchair-bound.", True),
        ("A group of drug users meets.", True),
        ("People with schizophrenia come for tea.", False),
        ("The elderly neighbour is asked in.", False),
        ("'I am an alcoholic,' says Ray.", False),
        ("They go to Alcoholics Anonymous.", False),
        ("The blind spot of the model is seen.", False),
        ("The poor attendance worries her.", False),
    ],
)
def test_a_label_is_told_from_a_description(text: str, found: bool) -> None:
    assert bool(list(wording.person_first(asked(f"{text} What comes NEXT?")))) == found


@pytest.mark.parametrize(
    ("texts", "number"),
    [
        (("1965", "1971", "1977"), 0),
        (("1977", "1971", "1965"), 0),
        (("1965", "1977", "1971"), 1),
        (("two weeks", "six weeks", "twelve weeks"), 0),
        (("five to nine", "2 to 4", "10 to 12"), 1),
        (("2–5 members", "5–9 members", "10–14 members"), 1),
        (("1,200 members", "900 members", "400 members"), 0),
        (("Two of them stay", "One leaves the room for good and all", "Three"), 0),
    ],
)
def test_numbers_are_compared_where_options_are_nothing_else(texts: tuple[str, ...], number: int) -> None:
    fields = next(choices(1))
    for option, text in zip(fields["options"], texts, strict=True):
        option["text"] = text
    assert len(list(options.numbers(question(fields)))) == number


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Ask the members to wait.", "ask the members to wait", True),
        ("The members are asked to wait", "Members asked to wait", True),
        ("Forming", "Norming", False),
        ("Power before intimacy", "Intimacy before power", False),
        ("Raise the level of structure", "Lower the level of structure", False),
        ("Ask him to stay", "Ask her to stay", False),
    ],
)
def test_options_are_compared_by_words(one: str, other: str, found: bool) -> None:
    fields = next(choices(1))
    fields["options"][0]["text"], fields["options"][1]["text"] = one, other
    assert bool(list(options.twins(question(fields)))) == found
