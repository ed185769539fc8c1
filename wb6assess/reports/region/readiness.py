"""Readiness against the openness of the EU side: the message for advocacy (methodology 7.1).

Readiness is the sub-index relative to ceilings: how much of what the country can reach without a
decision on the EU side it has reached. Openness is the sub-index of a companion field.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from wb6assess.model.instrument import Instrument
from wb6assess.reports.figures import INSUFFICIENT, score_text
from wb6assess.reports.region.rows import OpennessRow
from wb6assess.scoring.beside import Figure
from wb6assess.scoring.country_domain import CountryDomain

_COMMENTED = Decimal("2.0")


@dataclass(frozen=True, slots=True)
class ReadinessGap:
    """Both figures of a domain; either may be unpublished."""

    title: str
    readiness: Figure
    openness: Figure

    @property
    def points(self) -> Decimal | None:
        """R1(R1(readiness) - R1(openness)); None when one is not published."""
        ready, open_ = self.readiness.published, self.openness.published
        return None if ready is None or open_ is None else ready - open_


def readiness_gap(instrument: Instrument, domain: CountryDomain) -> ReadinessGap | None:
    """The two figures, or None where the questionnaire does not declare both."""
    ready = [index.id for index in instrument.indices if index.relative_to_ceiling]
    open_ = [index.id for index in instrument.indices if index.field]
    if not ready or not open_:
        return None
    return ReadinessGap(instrument.title, domain.indices[ready[0]], domain.indices[open_[0]])


def advocacy_sentence(country: str, gap: ReadinessGap) -> str:
    """What the two figures say together; differences under two points are not commented."""
    ready, open_, points = gap.readiness.published, gap.openness.published, gap.points
    if points is None:
        missing = " and ".join(_missing(gap))
        return f"{gap.title}, {country}: {missing} cannot be stated ({INSUFFICIENT} insufficient data)."
    said = (
        f"{gap.title}: of what {country} can reach without a decision on the EU side, experts rate "
        f"{score_text(ready)} of 100 as reached; they rate the openness of the EU side at "
        f"{score_text(open_)}."
    )
    if abs(points) < _COMMENTED:
        return f"{said} The two are level."
    if points > 0:
        return (
            f"{said} The country is {score_text(points)} points readier than the EU side is open: "
            "the next step is for the EU to take."
        )
    return (
        f"{said} The EU side is {score_text(-points)} points more open than the country is ready: "
        "the offer is there to be taken up."
    )


def advocacy_row(country: str, gap: ReadinessGap, points: Decimal) -> OpennessRow:
    """The two figures for a table, with a difference that can be stated."""
    if abs(points) < _COMMENTED:
        reading = "level"
    else:
        reading = "the country is readier" if points > 0 else "the EU side is more open"
    return OpennessRow(
        gap.title,
        score_text(gap.readiness.published),
        score_text(gap.openness.published),
        points,
        reading,
        advocacy_sentence(country, gap),
    )


def _missing(gap: ReadinessGap) -> Iterator[str]:
    if gap.readiness.published is None:
        yield "readiness"
    if gap.openness.published is None:
        yield "openness of the EU side"
