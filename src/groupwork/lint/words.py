"""The lists of words that the rules look for."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ABSOLUTES = _set(
    """
    absolutely all always certainly completely definitely entirely every everybody everyone everything everywhere
    exclusively guarantee guaranteed guarantees impossible invariably must never nobody none nothing nowhere only
    solely totally undoubtedly utterly wholly
    """
)
"""Words that leave no exception."""

MILD_PHRASES = (
    "above all",
    "after all",
    "all in all",
    "all right",
    "at all",
    "first of all",
    "if anything",
    "not all",
    "not always",
    "not every",
    "not only",
    "nothing but",
    "once and for all",
)
"""Phrases in which such a word leaves exceptions, or has lost its force."""

VAGUE = _set(
    """
    commonly frequently generally likely may maybe might mostly normally occasionally often perhaps possibly
    probably rarely seldom sometimes tend tends typically usually
    """
)
"""Words for a frequency or likelihood that nobody could state."""

STOP = _set(
    """
    a about above after again against all also although always am an and another any are as ask asked asks at be
    because been before being below between both but by came can cannot come comes could did do does doing done down
    during each either else even ever every few first for from further get gets give gives go goes going got had has
    have having he her here hers herself him himself his how however i if in instead into is it its itself just keep
    keeps kept know less let like long made make makes many may me mine more most much must my myself never next no
    nor not nothing now of off often on once one only onto or other others our ours out over own perhaps put puts
    rather s said same say says see seen several shall she should since so some still such take taken takes than
    that the their theirs them themselves then there these they thing things this those though three through till to
    together too two under until up upon us use used uses very want wants was we went were what when where whether
    which while who whom whose why will with within without would yet you your yours yourself
    """
)
"""Words that carry no content of their own."""

FIELD = _set(
    """
    answer best fit fits group leader lesson life meet meeting member model moment people person phase question
    remark respond response session setting social stage student term time week work worker
    """
)
"""Words that stand in so many questions of this course that they point to nothing."""

FILLERS = _set(
    """
    a an are as be been being is of that the to was were which
    """
)
"""Words that two options may differ in and still say the same."""

NOUNS_IN_ING = _set(
    """
    anything building evening feeling meaning meeting morning nothing setting something
    """
)
PREPOSITIONS = _set(
    """
    about after against among as at because before behind beside besides between by despite during for from if in
    inside into on onto over since though through toward towards under until when whenever where while with within
    without
    """
)

_CONDITIONS = "schizophrenic|bipolar|borderline|epileptic|diabetic|psychotic|anorexic|bulimic|alcoholic|addict|junkie"
_PEOPLE = (
    "patients?|clients?|members?|persons?|people|m[ae]n|wom[ae]n|child|children|youths?|teens?|teenagers?|adults?|boys?"
    "|girls?|mothers?|fathers?|parents?"
)
# A noun of its own, not an adjective: “the homeless” and not “the homeless shelter”.
_ALONE = r"(?= ?(?:[.,;:?!)’”'\"–]|$)| (?:who|and|or|is|are|was|were|has|have|in|from|with|to|on|need)\b)"

PERSON_FIRST: tuple[tuple[str, str], ...] = (
    (
        rf"(?:an?|the|these|those|other|many|some|two|three|her|his|their) (?:{_CONDITIONS}){_ALONE}",
        "“a person with …” or “a person who lives with …”",
    ),
    (
        r"schizophrenics|borderlines|epileptics|diabetics|psychotics|anorexics|bulimics|alcoholics(?! anonymous)"
        r"|addicts|junkies|paraplegics|quadriplegics|autistics|depressives|cripples|retards|midgets",
        "“people with …” or “people who live with …”",
    ),
    (
        r"the (?:mentally ill|disabled|handicapped|homeless|elderly|aged|blind|deaf|poor|retarded|insane|obese)"
        rf"{_ALONE}",
        "“people who …”",
    ),
    (
        r"(?:alcoholic|schizophrenic|borderline|bipolar|psychotic|addicted|delinquent|homeless|disabled|handicapped"
        rf"|mentally ill|retarded|epileptic) (?:{_PEOPLE})",
        "the person first, then what concerns them",
    ),
    (r"(?:wheelchair[- ]bound|(?:confined|bound) to a wheelchair)", "“uses a wheelchair”"),
    (
        r"(?:suffer(?:s|ed|ing|ers?)? from|(?:afflicted|stricken) (?:with|by)"
        r"|victims? of (?:a stroke|aids|cancer|depression|dementia|schizophrenia))",
        "“has …” or “lives with …”",
    ),
    (
        r"handicapped|crippled|retarded|mentally challenged|feeble-minded|deaf-mute|deaf and dumb|lunatics?|crazies",
        "the word that the people concerned use for themselves",
    ),
    (r"(?:substance|drug|alcohol) (?:ab)?users?|drug addicts?", "“people who use drugs” or “people with an addiction”"),
    (r"ex-?cons?|(?:ex-?)?convicts|felons?|inmates?|ex-?offenders?", "“people who have been in prison” or the like"),
    (r"illegal (?:aliens?|immigrants?|migrants?)|illegals", "“people without papers”"),
    (r"commit(?:s|ted|ting)? suicide", "“died by suicide” or “took her own life”"),
    (r"normal (?:people|persons?|children|members|families|adults)", "“people without …”"),
    (r"prostitutes?|unwed mothers?|broken homes?", "words that describe the situation and not the person"),
)
"""What not to call people, as patterns in small letters, with what to try."""
