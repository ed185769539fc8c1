"""What any draw of a domain's experts amounts to, consolidated once (methodology 5.2, 6.2)."""

from dataclasses import dataclass, replace
from itertools import combinations_with_replacement

import numpy as np
from numpy.typing import NDArray

from wb6assess.model.framework import Parameters
from wb6assess.scoring.arrays import Bools, Floats

_FEW = 5
"""Up to so many experts every multiset of them is consolidated in advance: 126 at most."""


@dataclass(frozen=True)
class Joined:
    """What the draws of one domain's experts amount to.

    Few experts give few different draws: each multiset of up to five is consolidated once, before.

    Attributes:
        ratings, confidences: (E, items) of the domain.
        final: (items,) the country's values; they stay where `fixed` or where no drawn expert rated.
        fixed: (items,) decided in a meeting, or without a value.
        values: (multisets, items) consolidated; empty with more experts.
        place: (E ** E,) row of `values` for the drawn places, ascending, read as digits.
    """

    ratings: Floats
    confidences: Floats
    final: Floats
    fixed: Bools
    values: Floats
    place: NDArray[np.int64]

    def rows(self, u: Floats, parameters: Parameters) -> Floats:
        """(rows, items) from (rows, E) random numbers."""
        experts = len(self.ratings)
        if not experts:
            return np.broadcast_to(self.final, (len(u), len(self.final)))
        ordered = np.sort(np.floor(u * experts).astype(np.int64), axis=1)
        if len(self.values):
            found: Floats = self.values[self.place[ordered @ experts ** np.arange(experts)]]
            return found
        return self.of(ordered, parameters)

    def of(self, ordered: NDArray[np.int64], parameters: Parameters) -> Floats:
        """(draws, items) consolidated from (draws, E) places of experts."""
        joined = _consolidated(self.ratings[ordered], self.confidences[ordered], parameters)
        found: Floats = np.where(np.isnan(joined) | self.fixed, self.final, joined)
        return found


def joined_table(
    ratings: Floats, confidences: Floats, final: Floats, fixed: Bools, parameters: Parameters
) -> Joined:
    """The table of one domain; arguments as the attributes of `Joined`."""
    values, place = np.empty((0, len(final))), np.empty(0, dtype=np.int64)
    bare = Joined(ratings, confidences, final, fixed, values, place)
    experts = len(ratings)
    if not 0 < experts <= _FEW:
        return bare
    sets = np.array(list(combinations_with_replacement(range(experts), experts)))
    place = np.zeros(experts**experts, dtype=np.int64)
    place[sets @ experts ** np.arange(experts)] = np.arange(len(sets))
    return replace(bare, values=bare.of(sets, parameters), place=place)


def _consolidated(scores: Floats, confidences: Floats, parameters: Parameters) -> Floats:
    """(draws, items) from (draws, E, items)."""
    rated = ~np.isnan(scores)
    count = rated.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        if parameters.consolidation == "median":
            ordered = np.sort(scores, axis=1)  # NaN goes last
            low = np.maximum((count - 1) // 2, 0)[:, None, :]
            high = np.minimum(count // 2, scores.shape[1] - 1)[:, None, :]
            middle = np.take_along_axis(ordered, low, 1) + np.take_along_axis(ordered, high, 1)
            return np.where(count > 0, middle[:, 0, :] / 2, np.nan)
        weights = np.where(rated, confidences if parameters.consolidation == "confidence" else 1.0, 0.0)
        total: Floats = (np.where(rated, scores, 0.0) * weights).sum(axis=1)
        mean: Floats = total / weights.sum(axis=1)
        return mean
