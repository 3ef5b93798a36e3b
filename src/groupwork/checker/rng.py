"""Random numbers that are the same everywhere, so that a seed names one order and one form in every runtime.

`random` differs between CPython and MicroPython; this is PCG32 (XSH RR 64/32), seeded through 64-bit FNV-1a.
Sources: O'Neill (2014), PCG, HMC-CS-2014-0905, and its pcg-c-basic; Fowler, Noll and Vo, FNV-1a (RFC 9923).
"""

MASK_32 = 0xFFFFFFFF
MASK_64 = 0xFFFFFFFFFFFFFFFF
MULTIPLIER = 6364136223846793005
STREAM = 54  # any number would do; O'Neill's demo has this one


def fnv1a(data: bytes) -> int:
    """Return the 64-bit FNV-1a hash of some bytes."""
    value = 0xCBF29CE484222325
    for byte in data:
        value = ((value ^ byte) * 0x100000001B3) & MASK_64
    return value


def seed_number(seed: str | int) -> int:
    """Turn a seed, a text or a whole number, into 64 bits; 42 and "42" are the same seed.

    Raises TypeError for any other value.
    """
    if not isinstance(seed, str) and type(seed) is not int:
        raise TypeError("a seed is a text or a whole number")
    # A page can send half a surrogate pair; "surrogatepass" gives the bytes that MicroPython gives anyway.
    return fnv1a(str(seed).encode("utf-8", "surrogatepass"))


class Pcg32:
    """A PCG32 generator."""

    def __init__(self, state: int, stream: int = STREAM) -> None:
        """Start a generator as `pcg32_srandom` does."""
        self.increment = ((stream << 1) | 1) & MASK_64
        self.state = (self.increment + state) & MASK_64
        self.state = (self.state * MULTIPLIER + self.increment) & MASK_64

    def draw(self) -> int:
        """Return the next number of 32 bits."""
        old = self.state
        self.state = (old * MULTIPLIER + self.increment) & MASK_64
        mixed = (((old >> 18) ^ old) >> 27) & MASK_32
        turn = old >> 59
        return ((mixed >> turn) | (mixed << (-turn & 31))) & MASK_32

    def below(self, bound: int) -> int:
        """Return a number from 0 to bound - 1, each equally likely: the lowest draws are rejected."""
        threshold = (MASK_32 + 1 - bound) % bound
        number = self.draw()
        while number < threshold:
            number = self.draw()
        return number % bound

    def deal(self, items: list) -> list:  # type: ignore[type-arg]  # MicroPython has no TypeVar
        """Return the items in a new list and order (Fisher–Yates, from the end, as O'Neill's demo deals)."""
        dealt = list(items)
        for last in range(len(dealt) - 1, 0, -1):
            other = self.below(last + 1)
            dealt[last], dealt[other] = dealt[other], dealt[last]
        return dealt


def shuffle(items: list, seed: str | int) -> list:  # type: ignore[type-arg]  # see deal
    """Return the items in a new list, in the order that the seed names.

    Raises TypeError for a seed that is neither a text nor a whole number.
    """
    return Pcg32(seed_number(seed)).deal(items)
