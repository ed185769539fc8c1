"""What the draws say: intervals, band certainty, ranges of ranks (methodology 4.2, 6.3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from wb6assess.scoring.arrays import Bools, Floats
from wb6assess.scoring.bands import Band


def interval(values: Floats, shares: tuple[float, float]) -> tuple[float, float] | None:
    """Type-7 quantiles of one node's replicates; None when it has no score."""
    if np.isnan(values).any() or not len(values):
        return None
    low, high = np.quantile(values, shares)
    return float(low), float(high)


@dataclass(frozen=True, slots=True)
class Certainty:
    """How sure a band is: share of replicates in it, and the band second in number."""

    share: float
    neighbour: Band | None

    def borderline(self, limit: float) -> bool:
        """Worded as bordering on the neighbour."""
        return self.share < limit


def band_certainty(values: Floats, point: Decimal, cuts: Sequence[float]) -> Certainty | None:
    """Share of replicates in the band of the published point value (methodology 4.2)."""
    if np.isnan(values).any() or not len(values):
        return None
    limits = np.asarray(cuts)
    # Bands follow published values: half away from zero at one decimal, after the snap.
    tenths = np.floor((np.floor(values * 1e9 + 0.5) + 0.5e8) / 1e8) / 10
    counts = np.bincount(np.searchsorted(limits, tenths, side="right"), minlength=len(limits) + 1)
    own = int(np.searchsorted(limits, float(point), side="right"))
    others = counts.copy()
    others[own] = 0
    neighbour = list(Band)[int(others.argmax())] if others.any() else None
    return Certainty(float(counts[own] / len(values)), neighbour)


def rank_ranges(
    scores: Floats, codes: Sequence[str], shares: tuple[float, float]
) -> Mapping[str, tuple[int, int] | None]:
    """Order statistics of each country's rank; for coordinators only (methodology 6.3).

    Args:
        scores: (countries, B); a country without a score is NaN throughout and has no rank.
        codes: Country codes.
        shares: Lower and upper share.
    """
    present: Bools = np.logical_not(np.isnan(scores).any(axis=1))
    snapped = np.floor(np.where(present[:, np.newaxis], scores, 0) * 1e9 + 0.5)
    ranges: dict[str, tuple[int, int] | None] = dict.fromkeys(codes)
    for place in np.flatnonzero(present).tolist():
        larger = snapped[present] > snapped[place]
        ranks = np.sort(1 + larger.sum(axis=0))
        low, high = (int(np.ceil(share * len(ranks))) - 1 for share in shares)
        ranges[codes[place]] = (int(ranks[max(low, 0)]), int(ranks[high]))
    return ranges
