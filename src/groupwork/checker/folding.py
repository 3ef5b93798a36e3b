"""Folding: makes typed text comparable in the same way in every runtime.

MicroPython's `lower()` and `split()` know ASCII only and it has no `casefold()`, so the tables are spelt out.
They give what CPython's `str.casefold` and `str.split` give for Latin-1, Latin Extended-A, combining marks,
Greek and Cyrillic (U+0000–U+017F, U+0250–U+052F and U+1E9E); other letters stay as they are.
Sources: Unicode's CaseFolding.txt (C and F) and PropList.txt (White_Space), and the separators U+001C–U+001F.
"""

# First and last capital, the step between capitals, and the distance to the small letter.
RANGES = (
    (0x0041, 0x005A, 1, 32),
    (0x00C0, 0x00D6, 1, 32),
    (0x00D8, 0x00DE, 1, 32),
    (0x0100, 0x012E, 2, 1),
    (0x0132, 0x0136, 2, 1),
    (0x0139, 0x0147, 2, 1),
    (0x014A, 0x0176, 2, 1),
    (0x0178, 0x0178, 1, -121),
    (0x0179, 0x017D, 2, 1),
    (0x0370, 0x0372, 2, 1),
    (0x0376, 0x0376, 1, 1),
    (0x037F, 0x037F, 1, 116),
    (0x0386, 0x0386, 1, 38),
    (0x0388, 0x038A, 1, 37),
    (0x038C, 0x038C, 1, 64),
    (0x038E, 0x038F, 1, 63),
    (0x0391, 0x03A1, 1, 32),
    (0x03A3, 0x03AB, 1, 32),
    (0x03CF, 0x03CF, 1, 8),
    (0x03D8, 0x03EE, 2, 1),
    (0x03F4, 0x03F4, 1, -60),
    (0x03F7, 0x03F7, 1, 1),
    (0x03F9, 0x03F9, 1, -7),
    (0x03FA, 0x03FA, 1, 1),
    (0x03FD, 0x03FF, 1, -130),
    (0x0400, 0x040F, 1, 80),
    (0x0410, 0x042F, 1, 32),
    (0x0460, 0x0480, 2, 1),
    (0x048A, 0x04BE, 2, 1),
    (0x04C0, 0x04C0, 1, 15),
    (0x04C1, 0x04CD, 2, 1),
    (0x04D0, 0x052E, 2, 1),
)

# Letters that fold to another letter out of line, or to several.
SINGLES = (
    (0x00B5, "\u03bc"),  # micro sign: mu
    (0x00DF, "ss"),  # sharp s
    (0x0130, "i\u0307"),  # Turkish capital i with a dot: i and a combining dot, not a plain i
    (0x0149, "\u02bcn"),
    (0x017F, "s"),  # long s
    (0x0345, "\u03b9"),
    (0x0390, "\u03b9\u0308\u0301"),
    (0x03B0, "\u03c5\u0308\u0301"),
    (0x03C2, "\u03c3"),  # Greek final sigma
    (0x03D0, "\u03b2"),
    (0x03D1, "\u03b8"),
    (0x03D5, "\u03c6"),
    (0x03D6, "\u03c0"),
    (0x03F0, "\u03ba"),
    (0x03F1, "\u03c1"),
    (0x03F5, "\u03b5"),
    (0x1E9E, "ss"),  # capital sharp s
)

SPACES = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)


def folding_table() -> dict[str, str]:
    """Spell the ranges and singles out as a table from a character to its folded form."""
    table = {chr(code): folded for code, folded in SINGLES}
    for first, last, step, distance in RANGES:
        for code in range(first, last + 1, step):
            table[chr(code)] = chr(code + distance)
    return table


TABLE = folding_table()


def squeeze(text: str) -> str:
    """Trim a text and make every run of white space in it one space."""
    return " ".join("".join(" " if char in SPACES else char for char in text).split())


def fold(text: str) -> str:
    """Squeeze a text and fold its capitals; accents, zero-width characters and punctuation stay."""
    return "".join(TABLE.get(char, char) for char in squeeze(text))
