"""Section 3.6: rounding, and comparing with a limit."""

import math
from decimal import Decimal


def snap(x):
    """|x| in whole billionths, with the sign of x."""
    n = math.floor(abs(x) * 1e9 + 0.5)
    return n if x >= 0 else -n


def rounded(x, d=1):
    """R_d(x) as a decimal."""
    n = abs(snap(x))
    q = (n + 10 ** (9 - d) // 2) // 10 ** (9 - d)
    value = Decimal(q) / Decimal(10) ** d
    return -value if x < 0 and q else value


def reaches(x, limit):
    return snap(x) >= snap(limit)


def band(score, cuts):
    number = 0
    for cut in cuts:
        if score >= Decimal(str(cut)):
            number += 1
    return number
