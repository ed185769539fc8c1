"""What stands between a result and the word "final" (methodology 5.4, 5.6, 9.3, 9.4)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wb6assess.exchange.merge import Conflict
from wb6assess.model.decision import Action
from wb6assess.scoring.analysis import Analysis
from wb6assess.scoring.raters import Reliability
from wb6assess.scoring.reliability import Reading
from wb6assess.scoring.validation import Fate, Judged

_NAMED = 6
_DISAGREEMENT = (
    "Experts agree too little in some fields; validation meetings must look at the flagged indicators."
)
"""In public no cell is named: where few have rated, that would tell how far they are apart."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One reason; `sentence` may name experts and records, `public` never does."""

    sentence: str
    public: str


def obstacles(
    conflicts: Sequence[Conflict],
    decisions: Sequence[Judged],
    analysis: Analysis,
    round_id: str,
    *,
    sample: bool,
) -> Iterator[Obstacle]:
    """Every reason, most basic first; none means final."""
    if sample:
        text = "Invented answers are among those scored."
        yield Obstacle(text, text)
    yield from _of_files(conflicts)
    if not any(d.fate.in_force and d.record.action is not Action.REVOKE for d in decisions):
        text = "No validation meeting has confirmed these values."
        yield Obstacle(text, text)
    yield from _of_records(decisions, analysis, round_id)
    yield from _of_agreement(analysis)


def _of_files(conflicts: Sequence[Conflict]) -> Iterator[Obstacle]:
    for conflict in conflicts:
        key = conflict.key
        yield Obstacle(
            f"Revision {conflict.revision} of expert {key.expert} ({key.country}, {key.instrument}) "
            "exists with different content.",
            f"An assessment of {key.country} ({key.instrument}) is not scored, because two files "
            "carry the same revision.",
        )


def _of_records(decisions: Sequence[Judged], analysis: Analysis, round_id: str) -> Iterator[Obstacle]:
    known = analysis.framework.round_by_id.get(round_id)
    for judged in decisions:
        record = judged.record
        cell = f"{record.indicator} in {record.country}"
        if judged.fate is Fate.STALE:
            text = f"The ratings of {cell} changed after the meeting; it must be confirmed again."
        elif judged.fate is Fate.CONFLICT:
            text = f"Two records decide {cell} differently; neither applies."
        elif judged.fate is Fate.REFUSED:
            text = f"A record about {cell} could not be applied."
        elif not judged.fate.in_force or known is None or known.cut_off is None:
            continue
        elif record.decided_at.date() > known.cut_off:
            text = f"The record about {cell} was made after the cut-off date."
        else:
            continue
        yield Obstacle(f"{text[:-1]} (record {record.id}).", text)


def _of_agreement(analysis: Analysis) -> Iterator[Obstacle]:
    """Where experts agree too little, whatever is flagged must pass a meeting first."""
    raters = analysis.raters
    for code, country in analysis.region.countries.items():
        for key, domain in country.domains.items():
            low = _low(raters.by_domain[key]) or _low(raters.by_country[key, code])
            instrument = analysis.instruments[domain.domain.instrument]
            waiting = [
                item
                for item, value in domain.consensus.items()
                if value.flags
                and instrument.by_id[item].scored
                and item not in domain.validation.in_force
            ]
            if low and waiting:
                text = (
                    f"Experts agree too little on {key} in {code}; a meeting must look at "
                    f"{_listed(waiting)}."
                )
                yield Obstacle(text, _DISAGREEMENT)


def _low(found: Reliability) -> bool:
    return found.alpha.reading is Reading.LOW


def _listed(items: Sequence[str]) -> str:
    named = ", ".join(items[:_NAMED])
    more = len(items) - _NAMED
    return f"{named} and {more} more" if more > 0 else named
