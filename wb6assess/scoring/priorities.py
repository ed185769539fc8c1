"""What to fix first: arithmetic gains, whatever the headline method (methodology 6.5)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wb6assess.model.instrument import Instrument
from wb6assess.scoring.numbers import snapped
from wb6assess.scoring.states import IndicatorScore, State


@dataclass(frozen=True, slots=True)
class Priority:
    """One indicator below its target.

    Attributes:
        indicator: Its id.
        weight: Effective weight in the target node, in (0, 1].
        score: Where it stands, 0-100.
        gap: Target score minus score, > 0.
        gain: Points the target node would gain: weight times gap.
    """

    indicator: str
    weight: float
    score: float
    gap: float
    gain: float


def gap_ranking(
    instrument: Instrument, results: Mapping[str, IndicatorScore], effective: Mapping[str, float]
) -> tuple[Priority, ...]:
    """What to fix first in one domain."""
    rows = []
    for item_id, weight in effective.items():
        score = results[item_id].score
        if score is not None:
            gap = max(0.0, 20.0 * instrument.by_id[item_id].target - score)
            rows.append(Priority(item_id, weight, score, gap, weight * gap))
    return ranked(rows)


def ranked(rows: Iterable[Priority]) -> tuple[Priority, ...]:
    """Gain descending, then weight descending, score ascending, id ascending; no zero gaps."""
    return tuple(
        sorted(
            (row for row in rows if snapped(row.gap) > 0),
            key=lambda r: (-snapped(r.gain), -snapped(r.weight), snapped(r.score), r.indicator),
        )
    )


def information_gaps(instrument: Instrument, results: Mapping[str, IndicatorScore]) -> tuple[str, ...]:
    """Scored indicators with "don't know", withheld or no answer, by nominal weight descending."""
    open_states = {State.DONT_KNOW, State.WITHHELD, State.UNANSWERED}
    nominal = instrument.nominal_weights
    missing = [i for i, result in results.items() if result.state in open_states and nominal[i] > 0]
    return tuple(sorted(missing, key=lambda item: (-snapped(nominal[item]), item)))
