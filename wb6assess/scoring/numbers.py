"""The one rounding rule and the one comparison with a threshold (methodology 3.6).

Full-precision figures are `float`; published ones are `Decimal` with exactly the digits that are
printed, so the type checker keeps the two apart and differences of published values are exact.
"""

import math
from decimal import Decimal

_SNAP = 10**9


def snapped(x: float) -> int:
    """|x| in units of 1e-9, half up, with the sign of x: removes binary noise.

    `x` is finite and |x| <= 1e6, so the result is exact in a double's 53 bits.
    """
    n = math.floor(abs(x) * _SNAP + 0.5)
    return -n if x < 0 else n


def published(x: float, digits: int = 1) -> Decimal:
    """R_d(x): half away from zero after the snap; `digits` decimals; no negative zero."""
    n = abs(snapped(x))
    step = 10 ** (9 - digits)
    q = (2 * n + step) // (2 * step)
    return Decimal(-q if x < 0 and q else q).scaleb(-digits)


def at_least(x: float, threshold: float) -> bool:
    """X >= threshold, compared after the snap."""
    return snapped(x) >= snapped(threshold)


def above(x: float, threshold: float) -> bool:
    """X > threshold, compared after the snap."""
    return snapped(x) > snapped(threshold)


def difference(after: Decimal, before: Decimal) -> Decimal:
    """Change between published values; exact, so every subtraction in print is right."""
    return after - before
