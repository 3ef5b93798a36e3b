"""Measures: rounded shares and intervals, from whole numbers, with the same bits in every runtime.

MicroPython's `round(x, 4)` is off in the last bits, so rounding ends in one division of whole numbers.
"""

import math

# The 97.5 % point of the normal distribution, squared: 1.959963984540054².
Z_SQUARED = 3.841458820694124


def ratio(part: int, whole: int) -> float:
    """Return part / whole rounded to four decimals, ties to even as `round` does."""
    quotient, rest = divmod(part * 10000, whole)
    if 2 * rest > whole or (2 * rest == whole and quotient % 2 == 1):
        quotient += 1
    return quotient / 10000


def wilson(right: int, total: int) -> list[float]:
    """Return the 95 % interval [low, high] of a share, rounded to four decimals; [0.0, 1.0] for no trials.

    Unlike the textbook interval it holds for few trials and for none or all right.
    Raises ValueError unless 0 <= right <= total <= 10⁹.
    Source: Wilson (1927), Journal of the American Statistical Association 22, 209–212.
    """
    if not 0 <= right <= total <= 1000000000:
        raise ValueError("a share needs 0 <= right <= total <= 1000000000")
    if total == 0:
        return [0.0, 1.0]
    share = right / total
    centre = share + Z_SQUARED / (2 * total)
    spread = math.sqrt(Z_SQUARED * (share * (1 - share) + Z_SQUARED / (4 * total)) / total)
    scale = 1 + Z_SQUARED / total
    low = math.floor(10000 * max(0.0, (centre - spread) / scale) + 0.5)
    high = math.floor(10000 * min(1.0, (centre + spread) / scale) + 0.5)
    return [low / 10000, high / 10000]
