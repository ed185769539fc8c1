"""What to fix first, what nobody could answer, and the way to the next band (methodology 6.5, 6.6).

Rows for window, paper and workbook alike; what may be shown in public is for the caller to decide.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from wb6assess.model.instrument import Indicator, Instrument
from wb6assess.reports.figures import level_text, score_text
from wb6assess.reports.region.steps import NextStep, next_step
from wb6assess.reports.wording import band_words
from wb6assess.scoring.analysis import Analysis
from wb6assess.scoring.bands import band_of, to_next_band
from wb6assess.scoring.robustness import OVERALL
from wb6assess.scoring.sensitivity import Path
from wb6assess.scoring.states import State


@dataclass(frozen=True, slots=True)
class FirstFix:
    """An indicator below its target.

    Attributes:
        indicator, title: Which one.
        domain: Its domain's id.
        score: Where it stands, 0-100.
        target: Level aimed at, 1-5.
        gain: Points the node asked about would gain.
        next: The next step and who decides it.
    """

    indicator: str
    title: str
    domain: str
    score: float
    target: int
    gain: float
    next: NextStep | None

    @property
    def level(self) -> str:
        """The level now, with a decimal between two rungs."""
        return level_text(self.score)


@dataclass(frozen=True, slots=True)
class InformationGap:
    """An indicator without a value because nobody could or would say."""

    indicator: str
    title: str
    domain: str
    state: State


@dataclass(frozen=True, slots=True)
class Way:
    """How far the next band is.

    Attributes:
        score: Published score of the node.
        distance: R1(next cut - score); None in the top band.
        path: One-level steps; None in the top band, or when none reaches it ("none").
    """

    score: Decimal
    distance: Decimal | None
    path: Path | None


def first_fixes(
    analysis: Analysis,
    country: str,
    domain: str = OVERALL,
    shown: Mapping[str, Instrument] | None = None,
) -> tuple[FirstFix, ...]:
    """What to fix first for a country's whole score or a domain's, largest gain first.

    Args:
        analysis: The scores and everything beside them.
        country: Country code.
        domain: Domain id; "" is the whole.
        shown: Instrument id -> the version in the language of the output; None takes the scored one.
    """
    return tuple(
        FirstFix(
            row.indicator,
            item.title,
            owner,
            row.score,
            item.target,
            row.gain,
            next_step(item, row.score),
        )
        for row in analysis.priorities(country, domain)
        for owner, item in [_item(analysis, row.indicator, shown)]
    )


def gaps_of_information(
    analysis: Analysis,
    country: str,
    domain: str = OVERALL,
    shown: Mapping[str, Instrument] | None = None,
) -> Iterator[InformationGap]:
    """The separate list of "don't know" and unanswered indicators, by nominal weight."""
    parts = analysis.region.countries[country].domains
    for indicator in analysis.information_gaps(country, domain):
        owner, item = _item(analysis, indicator, shown)
        yield InformationGap(indicator, item.title, owner, parts[owner].consensus[indicator].state)


def way_up(analysis: Analysis, country: str, domain: str = OVERALL) -> Way | None:
    """Distance and path to the next band; None where no score is published."""
    scores = analysis.region.countries[country]
    node = scores.domains[domain].score.node if domain else scores.overall.node
    if node.published is None:
        return None
    cuts = analysis.framework.parameters.cuts
    return Way(node.published, to_next_band(node.published, cuts), analysis.path(country, domain))


def way_sentence(way: Way, cuts: tuple[float, ...]) -> str:
    """The way up as arithmetic, never as advice (methodology 6.6)."""
    if way.distance is None:
        return f"{score_text(way.score)} is in the top band; there is no next one."
    if way.path is None:
        return (
            f"The next band is {score_text(way.distance)} points away. "
            "Shortest path: none, since no indicator can rise enough."
        )
    n = len(way.path.steps)
    begins = f"begins at {score_text(way.path.cut)}, {score_text(way.distance)} points away"
    band = band_words(band_of(Decimal(str(way.path.cut)), cuts))
    steps = "one one-level step" if n == 1 else f"{n} one-level steps"
    reached = f"the fewest are {steps}" if way.path.fewest else f"by effective weight, {steps}"
    return (
        f"The next band, {band}, {begins}. In arithmetic, not as advice: {reached}, "
        f"to {score_text(way.path.score)}."
    )


def _item(
    analysis: Analysis, indicator: str, shown: Mapping[str, Instrument] | None
) -> tuple[str, Indicator]:
    owner = analysis.domain_of_item[indicator]
    instrument = analysis.instrument_of(owner)
    chosen = (shown or {}).get(instrument.id, instrument)
    return owner, chosen.by_id[indicator]
