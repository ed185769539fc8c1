"""Agreement between experts on raw levels: Krippendorff's alpha, ordinal (methodology 5.4).

The point value, the bootstrap and the jackknife are one formula over units taken with different
multiplicities, so all replicates are computed at once.

Source: Hayes & Krippendorff (2007), Answering the call for a standard reliability measure.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from wb6assess.scoring.numbers import at_least, published
from wb6assess.scoring.streams import stream

_LEVELS = 6
_MAX_DROPPED = 0.10
_APPROXIMATE_BELOW = 20
_RELIABLE, _TENTATIVE = 0.8, 2 / 3
LIMITS = (_TENTATIVE, _RELIABLE)
"""From where an alpha reads as tentative, and as reliable."""

Floats = NDArray[np.float64]


class Reading(StrEnum):
    """What an alpha means for the domain; under 2/3 flagged indicators must pass a meeting."""

    RELIABLE = "reliable"
    TENTATIVE = "tentative"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Alpha:
    """Agreement on the units with at least two ratings.

    Attributes:
        value: Full precision, may be negative; None when all pairable ratings are equal.
        units: Pairable units.
        ratings: Ratings in them.
        reported: Whether there are enough units to print the value.
        interval: 90 % percentile bootstrap; None when it is undefined too often.
        dropped: Bootstrap replicates without variation.
        standard_error: Delete-one-unit jackknife; None when undefined.
        agreement: Share of equal pairs in [0, 1]; None without a pair.
    """

    value: float | None
    units: int
    ratings: int
    reported: bool
    interval: tuple[float, float] | None
    dropped: int
    standard_error: float | None
    agreement: float | None

    @property
    def published(self) -> Decimal | None:
        """Two decimals; None when it is not printed."""
        return published(self.value, 2) if self.reported and self.value is not None else None

    @property
    def approximate(self) -> bool:
        """With few units the bootstrap interval is known to be too narrow."""
        return self.units < _APPROXIMATE_BELOW

    @property
    def reading(self) -> Reading | None:
        """Compared unrounded; None when it is not printed."""
        if not self.reported or self.value is None:
            return None
        if at_least(self.value, _RELIABLE):
            return Reading.RELIABLE
        return Reading.TENTATIVE if at_least(self.value, _TENTATIVE) else Reading.LOW


def ordinal_alpha(
    units: Sequence[Sequence[int]],
    *,
    label: str,
    seed: int,
    replicates: int = 2000,
    min_units: int = 10,
    interval: tuple[float, float] = (0.05, 0.95),
) -> Alpha:
    """Alpha of units of raw levels 0-5, with bootstrap over units and jackknife.

    Args:
        units: Levels per unit, in unit order; missing ratings are left out.
        label: Names the random stream, such as "alpha:CYB:XK".
        seed: Unsigned 32-bit.
        replicates: Bootstrap size.
        min_units: Pairable units needed to report a value.
        interval: Lower and upper share of the percentile interval.
    """
    pairable = [unit for unit in units if len(unit) >= 2]
    n = len(pairable)
    ratings = sum(len(unit) for unit in pairable)
    if not n:
        return Alpha(
            None, 0, 0, reported=False, interval=None, dropped=0, standard_error=None, agreement=None
        )
    counts = np.array([np.bincount(unit, minlength=_LEVELS) for unit in pairable], dtype=np.float64)
    value = _optional(_alphas(counts, np.ones((1, n)))[0])
    drawn = np.floor(stream(seed, label).random((replicates, n)) * n).astype(np.int64)
    bootstrap = _alphas(counts, _multiplicities(drawn, n))
    defined = bootstrap[~np.isnan(bootstrap)]
    dropped = replicates - len(defined)
    return Alpha(
        value,
        n,
        ratings,
        reported=n >= min_units,
        interval=_interval(defined, interval) if dropped <= _MAX_DROPPED * replicates else None,
        dropped=dropped,
        standard_error=_jackknife(counts),
        agreement=percent_agreement(pairable),
    )


def percent_agreement(units: Sequence[Sequence[int | float | str]]) -> float | None:
    """Share of equal pairs over all units, in [0, 1]; None without a pair."""
    pairs = equal = 0
    for unit in units:
        m = len(unit)
        pairs += m * (m - 1) // 2
        equal += sum(k * (k - 1) // 2 for k in (unit.count(value) for value in set(unit)))
    return equal / pairs if pairs else None


def _alphas(counts: Floats, multiplicities: Floats) -> Floats:
    """Alpha of each row of multiplicities; NaN where there is no variation.

    Args:
        counts: (units, 6): how many experts chose each level; each row sums to at least 2.
        multiplicities: (replicates, units): how often a unit is taken.
    """
    m = counts.sum(axis=1)
    pairs = counts[:, :, None] * counts[:, None, :] - counts[:, :, None] * np.eye(_LEVELS)
    coincidences = pairs / (m - 1)[:, None, None]
    o = np.tensordot(multiplicities, coincidences, axes=1)
    n_c = o.sum(axis=2)
    n = n_c.sum(axis=1)
    below = np.cumsum(n_c, axis=1)
    # The ordinal distance counts what lies from one level to the other, the ends by half.
    middle = below - n_c / 2
    distance = (middle[:, :, None] - middle[:, None, :]) ** 2
    observed = (o * distance).sum(axis=(1, 2)) / n
    expected = (n_c[:, :, None] * n_c[:, None, :] * distance).sum(axis=(1, 2)) / (n * (n - 1))
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(expected > 0, 1 - observed / expected, np.nan)


def _multiplicities(drawn: NDArray[np.int64], n: int) -> Floats:
    """(replicates, draws) of unit indices as counts per unit."""
    replicates = len(drawn)
    flat = (drawn + n * np.arange(replicates)[:, None]).ravel()
    return np.bincount(flat, minlength=replicates * n).reshape(replicates, n).astype(np.float64)


def _jackknife(counts: Floats) -> float | None:
    n = len(counts)
    if n < 2:
        return None
    left_out = _alphas(counts, 1 - np.eye(n))
    if np.isnan(left_out).any():
        return None
    return float(np.sqrt((n - 1) / n * ((left_out - left_out.mean()) ** 2).sum()))


def _interval(values: Floats, shares: tuple[float, float]) -> tuple[float, float]:
    low, high = np.quantile(values, shares)
    return float(low), float(high)


def _optional(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
