"""English: the word lists by which `reflect` tells a plain statement from a list, a denial or noise.

All words are folded, and split as `sentences.py` splits them: "don't" is "do" and "not".
"""


def words(text: str) -> set[str]:
    """Spell a list of words out."""
    return set(text.split())


NEGATIONS = words(
    "not never no nobody none nothing neither nor nowhere without hardly barely scarcely rarely seldom unable"
)
MODALS = words("can could will would shall should may might must")
BEING = words("am is are was were")
AUXILIARIES = MODALS | BEING | words("be been being do does did have has had need")
SUBJECTS = words("i we he she they")
PRONOUNS = SUBJECTS | words("you it there this me us him her them myself yourself himself herself themselves")
DETERMINERS = words("the a an my your their our its every")
PREPOSITIONS = words("of to for with from at by into")
CONTRASTS = words("but however though although yet whereas because")
JOINTS = words("and so then or")
OPENERS = words("if when while although though since because as even before after once instead rather until unless")
FUNCTION_WORDS = (
    NEGATIONS
    | AUXILIARIES
    | PRONOUNS
    | DETERMINERS
    | PREPOSITIONS
    | CONTRASTS
    | JOINTS
    | OPENERS
    | words("that these those his hers mine yours ours theirs who whom whose which what where how why whether")
    | words("in on about over under between among through during against up down out off around than like except")
    | words("all any both each some many few more most other such own same only also just too very still already")
    | words("here now always often ever well again maybe perhaps anyone someone everyone everybody somebody anybody")
    | words("everything something anything one ones")
)

# Verbs that learners of group work use, by their beginnings, with the forms that change inside.
VERBS = (
    "say said sai tell told explain expla ask let give gave make made talk speak spoke promis keep kept stay share "
    "want think thought know knew feel felt mean meant show help listen hear heard name remind state mention clarif "
    "describ discuss offer invite allow encourag support respect agree set start begin began open check call contact "
    "report break broke broken happen leave left come came go going gone went get got take took put try tried use "
    "wait look see saw find found bring brought hold held sit sat turn move work protect ensur assur add point "
    "acknowledg reflect thank stop pass decid choos chose need believ understand understood warn admit announc "
    "remain end apply appl exist depend matter includ deserv expect hope hurt kill harm die"
).split()

NOUNS = ("ment", "ments", "tion", "tions", "ness")  # "agreement" is no verb, whatever it begins with

# What a worker says that these do not happen, before or after the words that are looked for.
REFUSALS = words(
    "avoid avoids avoiding refuse refuses refusing refrain refrains deny denies denying disagree disagrees doubt "
    "doubts forget forgets forgot ignore ignores ignoring skip skips skipping omit omits fail fails failed pretend "
    "pretends wrong false untrue myth nonsense mistake mistaken error unnecessary needless pointless useless bad "
    "terrible silly stupid unwise foolish inappropriate unprofessional unhelpful harmful imagine suppose wonder "
    "unsure unclear whether hide hides hiding conceal withhold lie lying postpone oppose forbid forbidden reject "
    "joking kidding hesitate hesitates sooner impossible irrelevant ridiculous"
)
# After a negation these turn it round: "I would not hide that …", "not only …".
TURNED = words(
    "forget hide hiding avoid avoiding skip ignore deny doubt omit hesitate pretend conceal withhold lie refuse fail "
    "afraid scared fear shy only"
)
TOO = words("early soon late risky dangerous scary hard direct intrusive much private personal")
REPORTERS = words("some people others many someone somebody textbooks colleagues")
REPORTING = words("say says said think thinks believe believes claim claims argue argues insist insists")
# Two words that put off or hand over what follows.
PAIRS = {
    ("instead", "of"),
    ("rather", "than"),
    ("rather", "not"),
    ("quiet", "about"),
    ("silent", "about"),
    ("short", "of"),
    ("wait", "until"),
    ("someone", "else"),
    ("somebody", "else"),
}
IDIOMS = ("leave it out", "leave that out", "let it be", "keep it to myself")  # takes back what was said before
HARMLESS = words("worse harm hurt plant scare cause")  # "does not make it worse" denies nothing
OPINIONS = words("think guess believe feel mean know")
TAKEN_BACK = words(
    "true agree believe think say tell mention do here so in for with to me us really mine how what my our"
)
ASKED = words("what how why which when where who whom should would could can does is shall may must")
META = words("question questions task rubric criterion criteria keyword keywords assignment prompt")
TWICE = words("very really so no that had")  # may stand twice in a row

APART = {
    "cannot": "can not",
    "can't": "can not",
    "cant": "can not",
    "won't": "will not",
    "wont": "will not",
    "shan't": "shall not",
    "dont": "do not",
    "doesnt": "does not",
    "didnt": "did not",
    "isnt": "is not",
    "arent": "are not",
    "wasnt": "was not",
    "couldnt": "could not",
    "wouldnt": "would not",
    "shouldnt": "should not",
    "havent": "have not",
    "hasnt": "has not",
    "im": "i am",
    "ive": "i have",
    "id": "i would",
    "let's": "let us",
}
ENDINGS = {"d": "would", "ll": "will", "ve": "have", "re": "are", "m": "am"}
HAVE_IS = words("it that he she there what who here this how where everyone nobody")
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
