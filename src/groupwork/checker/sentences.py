"""Sentences: cuts a learner's text into sentences of folded words, the same in every runtime.

MicroPython has neither `isalpha` beyond ASCII nor a regex that could do it, so characters are told apart by code.
"""

from .english import APART, ENDINGS, HAVE_IS
from .folding import SPACES, fold, squeeze

STOPS = ".!?…;\n\r\u2028\u2029"
BREAKS = ",:–—()[]/"
APOSTROPHES = "'’ʼ‘`"
OPENING = "“„«"
CLOSING = "”»"
TRAILING = "\"”»)]’'"


def is_letter(char: str) -> bool:
    """Say whether a character is part of a word: ASCII letters and digits, and letters beyond ASCII."""
    code = ord(char)
    if code < 0x80:
        return "a" <= char <= "z" or "A" <= char <= "Z" or "0" <= char <= "9"
    if code < 0xC0 or code in (0xD7, 0xF7) or 0x2000 <= code < 0x2C00 or 0x3000 <= code < 0x3040:
        return False
    return char not in SPACES and code < 0xFE00


def cut(text: str) -> list[str]:
    """Cut a text into pieces that end with their stop and the quotation marks after it.

    A full stop inside a number or after a single small letter ("e.g.") ends nothing.
    """
    pieces: list[str] = []
    piece: list[str] = []
    stopped = False
    chars = list(text)
    for place, char in enumerate(chars):
        if stopped and char not in STOPS and char not in TRAILING:
            pieces.append("".join(piece))
            piece = []
            stopped = False
        piece.append(char)
        if char in STOPS:
            following = chars[place + 1] if place + 1 < len(chars) else " "
            before = chars[place - 1] if place else " "
            alone = "a" <= before <= "z" and (place < 2 or not is_letter(chars[place - 2]))
            stopped = stopped or char != "." or not (is_letter(following) or alone)
    pieces.append("".join(piece))
    return pieces


def apart(word: str) -> list[str]:
    """Take a contraction apart: "can't" is "can" and "not"; the s of a genitive goes."""
    if word in APART:
        return APART[word].split()
    if word.endswith("n't") and len(word) > 3:
        return [word[:-3], "not"]
    stem, mark, ending = word.partition("'")
    if not mark:
        return [word]
    if ending == "s" and stem in HAVE_IS:
        return [stem, "is"]
    parts = [stem, ENDINGS.get(ending, "" if ending == "s" else ending)]
    return [part for part in parts if part]


class Sentence:
    """A sentence: the learner's own text, its folded words, and what its punctuation says about them."""

    def __init__(self, text: str, inside: bool) -> None:
        """Read a piece of text; `inside` says whether it begins inside a quotation."""
        self.text = squeeze(text)
        self.words: list[str] = []
        self.breaks: set[int] = set()  # the places of words that a comma, colon, dash or bracket comes before
        self.inside = inside
        self.quoted = inside
        self.opens: int | None = 0 if inside else None  # where a quotation starts that goes on after this sentence
        word = ""
        for char in text + " ":
            if is_letter(char) or (word and char in APOSTROPHES):
                word += "'" if char in APOSTROPHES else char
                continue
            self.add(word)
            word = ""
            self.punctuate(char)

    def add(self, word: str) -> None:
        """Add a word, without the quotation marks that look like apostrophes at its end."""
        while word.endswith("'"):
            word = word[:-1]
        if word:
            self.words.extend(apart(fold(word)))

    def punctuate(self, char: str) -> None:
        """Note what a character that is no letter says."""
        if char in BREAKS:
            self.breaks.add(len(self.words))
        if char in OPENING or (char == '"' and self.opens is None):
            self.opens = len(self.words)
            self.quoted = True
        elif char in CLOSING or char == '"':
            self.opens = None
        elif char == "‘":
            self.quoted = True

    def asks(self) -> bool:
        """Say whether the sentence ends in a question mark."""
        end = self.text
        while end and end[-1] in TRAILING:
            end = end[:-1]
        return end.endswith("?")


def sentences(text: str) -> list[Sentence]:
    """Cut a text into sentences, leaving out those without a word; a quotation ends with its line."""
    found = []
    inside = False
    for piece in cut(text):
        sentence = Sentence(piece, inside)
        inside = sentence.opens is not None and not piece.endswith("\n")
        if sentence.words:
            found.append(sentence)
    return found
