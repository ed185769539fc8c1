"""Bands of published scores (methodology 4.1)."""

from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum


class Band(StrEnum):
    """The project's own bands, lowest first; not an assessment by the European Commission."""

    EARLY = "early"
    SOME = "some"
    MODERATE = "moderate"
    GOOD = "good"
    ADVANCED = "advanced"

    @property
    def letter(self) -> str:
        """The code printed in cells."""
        return {"early": "E", "some": "S", "moderate": "M", "good": "G", "advanced": "A"}[self.value]


BANDS = tuple(Band)


def band_of(score: Decimal, cuts: Sequence[float]) -> Band:
    """The band of a published score; lower bounds are inclusive."""
    return BANDS[bisect_right(cuts, float(score))]


def to_next_band(score: Decimal, cuts: Sequence[float]) -> Decimal | None:
    """Points from a published score to the next band's lower bound; None in the top band."""
    above = [Decimal(str(cut)) for cut in cuts if Decimal(str(cut)) > score]
    return (above[0] - score).quantize(Decimal("0.1")) if above else None
