"""What stands between a result and the word "final" (methodology 5.4, 5.6, 9.3, 9.4)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from wb6assess.exchange.merge import Conflict
from wb6assess.model.decision import Action
from wb6assess.scoring.analysis import Analysis
from wb6assess.scoring.country_domain import CountryDomain
from wb6assess.scoring.raters import Reliability
from wb6assess.scoring.reliability import Reading
from wb6assess.scoring.validation import Fate, Judged


class Reason(StrEnum):
    """Kinds of obstacles, most basic first."""

    SAMPLE = "sample"
    TWO_CONTENTS = "two_contents"
    NOT_VALIDATED = "not_validated"
    STALE = "stale"
    CONTRADICTED = "contradicted"
    REFUSED = "refused"
    LATE = "late"
    LOW_AGREEMENT = "low_agreement"


_FATES: Mapping[Fate, Reason] = {
    Fate.STALE: Reason.STALE,
    Fate.CONFLICT: Reason.CONTRADICTED,
    Fate.REFUSED: Reason.REFUSED,
}


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One reason with its facts; English words for it stand in `finality_words`.

    Attributes:
        reason: Why. What it is about follows, empty where the reason has nothing of the kind.
        country, instrument, domain: Code and ids.
        expert, revision: Whose assessment has two contents, and which revision.
        indicators: The one a record is about, or those that wait for a meeting.
        record: Id of the validation record.
    """

    reason: Reason
    country: str = ""
    instrument: str = ""
    domain: str = ""
    expert: str = ""
    revision: int = 0
    indicators: tuple[str, ...] = ()
    record: str = ""


def obstacles(
    conflicts: Sequence[Conflict],
    decisions: Sequence[Judged],
    analysis: Analysis,
    round_id: str,
    *,
    sample: bool,
) -> Iterator[Obstacle]:
    """Every obstacle, most basic first; none means final."""
    if sample:
        yield Obstacle(Reason.SAMPLE)
    yield from map(_of_conflict, conflicts)
    if not any(d.fate.in_force and d.record.action is not Action.REVOKE for d in decisions):
        yield Obstacle(Reason.NOT_VALIDATED)
    yield from _of_records(decisions, analysis, round_id)
    yield from _of_agreement(analysis)


def _of_conflict(conflict: Conflict) -> Obstacle:
    key = conflict.key
    return Obstacle(
        Reason.TWO_CONTENTS,
        key.country,
        key.instrument,
        expert=key.expert,
        revision=conflict.revision,
    )


def _of_records(decisions: Sequence[Judged], analysis: Analysis, round_id: str) -> Iterator[Obstacle]:
    known = analysis.framework.round_by_id.get(round_id)
    cut_off = known.cut_off if known is not None else None
    for judged in decisions:
        record = judged.record
        reason = _FATES.get(judged.fate)
        late = cut_off is not None and record.decided_at.date() > cut_off
        if reason is None and judged.fate.in_force and late:
            reason = Reason.LATE
        if reason is not None:
            yield Obstacle(
                reason,
                record.country,
                record.instrument,
                indicators=(record.indicator,),
                record=record.id,
            )


def _of_agreement(analysis: Analysis) -> Iterator[Obstacle]:
    """Where experts agree too little, whatever is flagged must pass a meeting first."""
    raters = analysis.raters
    for code, country in analysis.region.countries.items():
        for key, domain in country.domains.items():
            if not (_low(raters.by_domain[key]) or _low(raters.by_country[key, code])):
                continue
            waiting = _waiting(domain, analysis)
            if waiting:
                instrument = domain.domain.instrument
                yield Obstacle(Reason.LOW_AGREEMENT, code, instrument, key, indicators=waiting)


def _waiting(domain: CountryDomain, analysis: Analysis) -> tuple[str, ...]:
    """Flagged indicators no record is in force on."""
    known = analysis.instruments[domain.domain.instrument].by_id
    return tuple(
        item
        for item, value in domain.consensus.items()
        if value.flags and known[item].scored and item not in domain.validation.in_force
    )


def _low(found: Reliability) -> bool:
    return found.alpha.reading is Reading.LOW
