"""Claims: whether a sentence states what a phrasing looks for, or only lists, denies, asks or echoes its words."""

from . import english
from .sentences import Sentence

REACH = 6  # words that each beginning of a phrasing may lie apart from the next, on average
AROUND = 8  # words on either side of a match that have to read like prose


def fits(word: str, beginning: str) -> bool:
    """Say whether a word begins so; function words must be the same, and "-less" turns a word round."""
    if beginning in english.FUNCTION_WORDS:
        return word == beginning
    if word.endswith("less") and len(beginning) <= len(word) - 4:
        return False
    return word.startswith(beginning)


def nearest(places: list[int], anchor: int, taken: list[int]) -> int | None:
    """Return the free place nearest to the anchor; the later one of two."""
    best = None
    for place in places:
        if place not in taken and (best is None or abs(place - anchor) <= abs(best - anchor)):
            best = place
    return best


def denial_for(words: list[str], phrasing: list[str], order: int, places: dict[int, int]) -> int | None:
    """Find the negation that a phrasing asks for: just before the word named next, or after the one named last."""
    if order + 1 < len(phrasing) and order + 1 in places:
        target = places[order + 1]
        near = range(target - 1, max(-1, target - 5), -1)
    elif order - 1 in places:
        target = places[order - 1]
        near = range(target + 1, min(len(words), target + 4))
    else:
        return None
    for place in near:
        if words[place] in english.NEGATIONS:
            return place
    return None


def matches(words: list[str], phrasing: list[str]) -> list[list[int]]:
    """Return the ways in which all beginnings of a phrasing occur near each other, as sorted places of words."""
    plain = [order for order, beginning in enumerate(phrasing) if beginning not in english.NEGATIONS]
    where = {order: [place for place, word in enumerate(words) if fits(word, phrasing[order])] for order in plain}
    if not plain or not all(where[order] for order in plain):
        return []
    found = []
    for anchor in where[plain[0]]:
        places = {plain[0]: anchor}
        for order in plain[1:]:
            place = nearest(where[order], anchor, list(places.values()))
            if place is not None:
                places[order] = place
        for order in range(len(phrasing)):
            if order not in plain:
                place = denial_for(words, phrasing, order, places)
                if place is not None:
                    places[order] = place
        span = sorted(places.values())
        if len(span) == len(phrasing) and span[-1] - span[0] <= REACH * len(phrasing):
            found.append(span)
    return found


def is_boundary(sentence: Sentence, place: int) -> bool:
    """Say whether a new statement begins at a word, so that a denial before it no longer reaches it."""
    words = sentence.words
    word = words[place]
    if word in english.CONTRASTS:
        return True
    before = words[place - 1] if place else ""
    subject = word in english.SUBJECTS or word in ("you", "it", "there")
    if not subject or not (place in sentence.breaks or before in english.JOINTS):
        return False
    aside = place + 1 < len(words) and words[place + 1] in english.OPINIONS and place + 2 in sentence.breaks
    return not aside


def start_of_statement(sentence: Sentence, first: int) -> int:
    """Return where the statement around a word begins."""
    words = sentence.words
    for place in range(first, 0, -1):
        if is_boundary(sentence, place):
            return place
        if place in sentence.breaks and words[0] in english.OPENERS:
            return place  # "If she does not want to, …", "Instead of …, …"
        if place in sentence.breaks and words[0] == "no" and place == 1:
            return place  # "No, …"
    return 0


def is_refusal(words: list[str], place: int) -> bool:
    """Say whether a word, with the words next to it, denies or refuses what follows."""
    word = words[place]
    following = words[place + 1 : place + 4]
    pair = following[0] if following else ""
    if word in english.NEGATIONS or word in english.REFUSALS or (word, pair) in english.PAIRS:
        return True
    if word in english.REPORTERS:
        return any(other in english.REPORTING for other in following)
    if word == "used":
        return following[:1] == ["to"] and place > 0 and words[place - 1] in english.SUBJECTS
    return word == "too" and pair in english.TOO


def refusals(words: list[str], start: int, end: int) -> list[int]:
    """Return the places of words that deny or refuse, leaving out pairs that cancel each other."""
    found = []
    place = start
    while place < end:
        turned: list[int] = []
        if words[place] in english.NEGATIONS and words[place] != "without":
            turned = [other for other in range(place + 1, min(place + 4, end)) if words[other] in english.TURNED]
            turned += [other for other in range(place + 1, end) if words[other] == "without"]
        if turned:
            place = turned[0]
        elif is_refusal(words, place):
            found.append(place)
        place += 1
    return found


def is_supposed(words: list[str], start: int, first: int) -> bool:
    """Say whether a statement stands under an unreal condition ("if I were to …", "as if …")."""
    for place in range(start, first):
        if words[place] == "if":
            unreal = words[place + 2 : place + 3]
            if unreal in (["were"], ["had"], ["was"]) or (place and words[place - 1] in ("as", "only", "even")):
                return True
    return False


def is_denied_before(sentence: Sentence, match: list[int]) -> bool:
    """Say whether something before or between the matched words denies them."""
    words = sentence.words
    start = start_of_statement(sentence, match[0])
    last = match[-1]
    between = [
        place
        for place in refusals(words, start, last + 1)
        if place not in match
        and not (place > match[0] and words[place] == "whether")  # "ask whether …"
        # "is not absolute but has limits": what is denied is the other thing
        and not (place > match[0] and "but" in words[place:last])
    ]
    return bool(between) or is_supposed(words, start, match[0])


def is_denied_after(sentence: Sentence, match: list[int]) -> bool:
    """Say whether the rest of the sentence takes the matched words back ("… is not true", "…, but I won't")."""
    words = sentence.words
    rest = words[match[-1] + 1 :]
    text = " ".join(rest)
    if any(idiom in text for idiom in english.IDIOMS):
        return True
    if rest[-1:] == ["not"] and (len(words) - 1 in sentence.breaks or rest[-2:-1] == ["but"]):
        return True
    for place, word in enumerate(rest):
        tail = rest[place + 1 :]
        if word in english.CONTRASTS or word == "which":
            return takes_back(tail, word == "which")
        here = match[-1] + 1 + place
        ahead = tail[:1] and (tail[0] in english.AUXILIARIES or tail[0] in english.NEGATIONS)
        if is_boundary(sentence, here) or word in english.OPENERS or word in ("so", "that", "who", "what", "how"):
            return False
        if word == "and" and ahead:
            return False
        if word in english.AUXILIARIES and is_denial(tail):
            return True
    return False


def is_denial(words: list[str]) -> bool:
    """Say whether words after an auxiliary deny ("not …", "a mistake"), and not only that harm is done."""
    if any(word in english.HARMLESS for word in words[1:5]):
        return False
    return any(word in english.NEGATIONS or word in english.REFUSALS or word == "too" for word in words[:3])


def takes_back(tail: list[str], which: bool) -> bool:
    """Say whether what follows a "but" or "which" denies all that was said before it."""
    if tail[:1] == ["why"]:
        return True
    for place, word in enumerate(tail[:6]):
        if word in english.REFUSALS and (which or place <= 4):
            return True
        if word in english.NEGATIONS:
            after = tail[place + 1 :]
            return which or not after or after[0] in english.TAKEN_BACK
    return False


def is_prose(sentence: Sentence, match: list[int]) -> bool:
    """Say whether the words around a match read like a sentence: a verb, small words, no list, no salad."""
    start = max(0, match[0] - AROUND)
    end = min(len(sentence.words), match[-1] + AROUND + 1)
    words = sentence.words[start:end]
    small = sum(1 for word in words if word in english.FUNCTION_WORDS and word not in english.JOINTS)
    if len(words) < 3 or small * 5 < len(words) or not any(is_verb(word) for word in words):
        return False
    if longest_run(sentence.words) > 6:
        return False
    counted = [word for word in words if word not in english.FUNCTION_WORDS]
    if any(counted.count(word) > 3 for word in counted):
        return False
    whole = end == len(sentence.words)
    errors = sum(1 for place in range(len(words)) if is_salad(words, place, whole))
    errors += sum(1 for word in counted if is_noise(word))
    return errors <= (1 if len(words) >= 9 else 0)


def is_verb(word: str) -> bool:
    """Say whether a word is a verb that learners use."""
    if word in english.AUXILIARIES:
        return True
    return any(word.startswith(verb) for verb in english.VERBS) and not word.endswith(english.NOUNS)


def longest_run(words: list[str]) -> int:
    """Return the greatest number of words in a row without a function word; "and" does not break a row."""
    longest = 0
    run = 0
    for word in words:
        if word not in english.JOINTS:
            run = 0 if word in english.FUNCTION_WORDS else run + 1
            longest = max(longest, run)
    return longest


def is_salad(words: list[str], place: int, whole: bool) -> bool:
    """Say whether a word and the one after it cannot stand so in English."""
    word = words[place]
    if place + 1 == len(words):
        return whole and word in english.DETERMINERS
    after = words[place + 1]
    if word == after:
        return word not in english.TWICE
    small = after in english.PREPOSITIONS or after in ("and", "or", "but", "because")
    if word in english.DETERMINERS:
        return small or after in english.AUXILIARIES or after in english.DETERMINERS or after in english.PRONOUNS
    if word in english.PREPOSITIONS:
        return small or after in english.BEING or after in english.SUBJECTS
    if word in english.SUBJECTS:
        return after in english.DETERMINERS or after in ("of", "to", "with", "into")
    if word in english.BEING:
        listing = after not in english.FUNCTION_WORDS and words[place + 2 : place + 3] == [word]
        return listing or after in english.BEING
    return word in english.MODALS and (after in english.BEING or after in ("of", "and", "has"))


def is_noise(word: str) -> bool:
    """Say whether a word is typed at random: no vowel, a row of keys, or six consonants in a row."""
    if len(word) < 4 or any(ord(char) >= 0x80 or "0" <= char <= "9" for char in word):
        return False
    if any(word in row for row in english.KEYS) or not any(char in "aeiouy" for char in word):
        return True
    run = 0
    for char in word:
        run = 0 if char in "aeiouy" else run + 1
        if run > 5:
            return True
    return False


def is_idle_question(sentence: Sentence) -> bool:
    """Say whether a sentence asks the reader something, instead of telling what the worker asks a member."""
    words = sentence.words
    if not sentence.asks():
        return False
    if sentence.quoted or words[0] in ("i", "we"):
        return False
    return words[0] in english.ASKED or "i" in words or "you" not in words


def states(sentence: Sentence, phrasing: list[str]) -> bool:
    """Say whether a sentence states what a phrasing looks for."""
    words = sentence.words
    if is_idle_question(sentence) or any(word in english.META for word in words):
        return False
    for match in matches(words, phrasing):
        denied = is_denied_before(sentence, match) or is_denied_after(sentence, match)
        if not denied and is_prose(sentence, match):
            return True
    return False
