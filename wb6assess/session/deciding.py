"""Writing one validation record: against which ratings, in whose place, and whether it may be."""

from dataclasses import dataclass

from uuid6 import uuid7

from wb6assess.errors import AnswerError, ErrorCode
from wb6assess.model.decision import Action, Decision, ReasonCode
from wb6assess.scoring.country_domain import CountryDomain
from wb6assess.scoring.decisions import Objection, basis_hash, objection
from wb6assess.scoring.validation import Fate, of
from wb6assess.session.desk.consolidation import Consolidation
from wb6assess.session.names import refuse_unknown_country, refuse_unknown_round
from wb6assess.session.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a meeting decided about one indicator of a country; `score` 0-100 with `set` only."""

    country: str
    round: str
    indicator: str
    action: Action
    reason_code: ReasonCode
    reason: str
    meeting: str
    score: float | None = None
    evidence_refs: tuple[str, ...] = ()


class DecisionRefusedError(AnswerError):
    """The record may not be; `why` for the front end to word."""

    def __init__(self, why: Objection, verdict: Verdict) -> None:
        super().__init__(
            ErrorCode.DECISION_REFUSED, indicator=verdict.indicator, country=verdict.country
        )
        self.why = why


def decide(workspace: Workspace, verdict: Verdict) -> Decision:
    """Keep what a meeting decided; it takes the place of what stood for that cell.

    Raises:
        AnswerError: COUNTRY_UNKNOWN, ROUND_UNKNOWN, INDICATOR_UNKNOWN, DECISION_REFUSED.
        StorageError: it could not be kept.
    """
    framework = workspace.library.framework
    refuse_unknown_country(framework, verdict.country)
    refuse_unknown_round(framework, verdict.round)
    return decide_on(workspace.inbox.consolidate(verdict.round), verdict, workspace)


def decide_on(consolidation: Consolidation, verdict: Verdict, workspace: Workspace) -> Decision:
    """Keep a verdict on a consolidation that holds every record there is of its cell.

    Raises:
        AnswerError: INDICATOR_UNKNOWN, DECISION_REFUSED.
        StorageError: it could not be kept.
    """
    record = decision_of(consolidation, verdict, workspace)
    workspace.inbox.record(record)
    return record


def decision_of(consolidation: Consolidation, verdict: Verdict, workspace: Workspace) -> Decision:
    """The record a verdict becomes, before it is kept.

    Raises:
        AnswerError: INDICATOR_UNKNOWN, DECISION_REFUSED.
    """
    domain = _domain_of(consolidation, verdict)
    instrument = consolidation.instruments[domain.domain.instrument]
    ratings = of(domain.ratings, verdict.indicator)
    experts = domain.experts_consensus[verdict.indicator]
    confirmed = experts.score if verdict.action is Action.CONFIRM else verdict.score
    record = Decision(
        id=str(uuid7()),
        country=verdict.country,
        round=verdict.round,
        instrument=instrument.id,
        version=instrument.version,
        indicator=verdict.indicator,
        action=verdict.action,
        reason_code=verdict.reason_code,
        reason=verdict.reason.strip(),
        score=confirmed,
        evidence_refs=tuple(ref.strip() for ref in verdict.evidence_refs if ref.strip()),
        meeting=verdict.meeting.strip(),
        decided_at=workspace.now(),
        basis_hash=basis_hash(ratings),
        supersedes=_standing(consolidation, verdict),
    )
    why = objection(record, list(ratings.values()), experts)
    if why is not None:
        raise DecisionRefusedError(why, verdict)
    return record


def _domain_of(consolidation: Consolidation, verdict: Verdict) -> CountryDomain:
    country = consolidation.scores.countries[verdict.country]
    for domain in country.domains.values():
        item = consolidation.instruments[domain.domain.instrument].by_id.get(verdict.indicator)
        if item is not None and item.scored:
            return domain
    raise AnswerError(ErrorCode.INDICATOR_UNKNOWN, indicator=verdict.indicator)


def _standing(consolidation: Consolidation, verdict: Verdict) -> tuple[str, ...]:
    """Ids of everything that stands for this cell, contradicting and refused records included."""
    gone = {Fate.SUPERSEDED, Fate.OTHER_ROUND}
    return tuple(
        judged.record.id
        for judged in consolidation.decisions
        if judged.record.cell == (verdict.country, verdict.round, verdict.indicator)
        and judged.fate not in gone
        and judged.record.action is not Action.REVOKE
    )
