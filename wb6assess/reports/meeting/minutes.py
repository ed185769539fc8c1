"""What a meeting decided, as its minutes say it (methodology 5.6). Pure; nobody's rating has a name."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from wb6assess.model.decision import Action, Decision, ReasonCode
from wb6assess.model.meeting import Meeting, Place
from wb6assess.reports.figures import level_text, score_text, signed_text
from wb6assess.reports.meeting.agenda import Ground
from wb6assess.reports.meeting.remarks import without_codes
from wb6assess.reports.notes import named
from wb6assess.scoring.country_domain import CountryDomain
from wb6assess.scoring.decisions import basis_hash
from wb6assess.scoring.validation import Fate, Judged, of

NO_VALUE = "–"
ADJUSTED_MUCH = 5
"""Points from which the text must explain what validation changed."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One record of the meeting.

    Attributes:
        before: What stood before, as a level: an earlier decision's, else the experts'.
        after: What was decided: a level, "N/A", "taken back".
        remark: What became of the record since: taken back, replaced, refused, ratings changed.
    """

    country: str
    country_name: str
    instrument: str
    indicator: str
    title: str
    before: str
    after: str
    action: Action
    code: ReasonCode
    reason: str
    evidence: tuple[str, ...]
    decided_at: datetime
    remark: str
    basis: str

    @property
    def place(self) -> Place:
        """Country and indicator."""
        return self.country, self.indicator


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """An item of the agenda without a decision of this meeting that is in force."""

    country_name: str
    indicator: str
    title: str
    postponed: bool


@dataclass(frozen=True, slots=True)
class Effect:
    """What validation changed in one domain of a country, this meeting's and earlier decisions."""

    country_name: str
    domain: str
    experts: str
    validated: str
    difference: str
    up: int
    down: int
    to_na: int
    largest: str
    explain: bool


@dataclass(frozen=True, slots=True)
class Minutes:
    """Everything minutes say; `digest` is the SHA-256 of records and agenda (hex)."""

    meeting: Meeting
    round_title: str
    instruments: tuple[str, ...]
    countries: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    left_open: tuple[LeftOpen, ...]
    effects: tuple[Effect, ...]
    sample: bool
    status_note: str
    digest: str
    newest: datetime = field(compare=False)

    def count(self, action: Action) -> int:
        """How many records that are in force do this."""
        return sum(item.action is action and not item.remark for item in self.outcomes)


def minutes_of(ground: Ground, meeting: Meeting, decisions: Sequence[Judged]) -> Minutes:
    """The minutes of a meeting.

    Args:
        ground: The round with every record in force.
        meeting: Which one; without a saved agenda nothing is listed as left open.
        decisions: Every record of the round with its fate.
    """
    known = {judged.record.id: judged.record for judged in decisions}
    ours = sorted(
        (j for j in decisions if j.record.meeting == meeting.id and j.record.round == meeting.round),
        key=lambda judged: (judged.record.decided_at, judged.record.id),
    )
    revoked = {old for j in ours if j.record.action is Action.REVOKE for old in j.record.supersedes}
    outcomes = tuple(_outcome(ground, judged, known, revoked) for judged in ours)
    left_open = tuple(_left_open(ground, meeting, outcomes))
    touched = {(item.country, item.instrument) for item in outcomes}
    on_agenda = {where for place in meeting.agenda if (where := _where(ground, place)) is not None}
    everywhere = sorted(touched | on_agenda)
    known_round = ground.framework.round_by_id.get(meeting.round)
    times = [judged.record.decided_at for judged in ours]
    return Minutes(
        meeting=meeting,
        round_title=known_round.title if known_round else meeting.round,
        instruments=tuple(dict.fromkeys(ground.instruments[item].title for _, item in everywhere)),
        countries=tuple(dict.fromkeys(_name(ground, code) for code, _ in everywhere)),
        outcomes=outcomes,
        left_open=left_open,
        effects=tuple(_effects(ground, sorted(touched))),
        sample=any(document.sample for document in ground.effective.values()),
        status_note=ground.framework.note_on(code for code, _ in everywhere),
        digest=_digest(meeting, ours),
        newest=max(times, default=datetime(2000, 1, 1, tzinfo=UTC)),
    )


def _outcome(
    ground: Ground, judged: Judged, known: Mapping[str, Decision], revoked: set[str]
) -> Outcome:
    record = judged.record
    domain = _domain(ground, record.country, record.instrument)
    asked = ground.instruments[record.instrument].by_id.get(record.indicator)
    return Outcome(
        country=record.country,
        country_name=_name(ground, record.country),
        instrument=record.instrument,
        indicator=record.indicator,
        title=asked.title if asked else record.indicator,
        before=_before(domain, record, known),
        after=_after(record),
        action=record.action,
        code=record.reason_code,
        reason=without_codes(record.reason, ground.codes),
        evidence=tuple(without_codes(ref, ground.codes) for ref in record.evidence_refs),
        decided_at=record.decided_at,
        remark=_remark(judged, domain, revoked),
        basis=record.basis_hash,
    )


def _before(domain: CountryDomain | None, record: Decision, known: Mapping[str, Decision]) -> str:
    earlier = [known[old] for old in record.supersedes if old in known]
    if earlier:
        return _after(max(earlier, key=lambda old: (old.decided_at, old.id)))
    if domain is None or record.indicator not in domain.experts_consensus:
        return NO_VALUE
    score = domain.experts_consensus[record.indicator].score
    return NO_VALUE if score is None else level_text(score)


def _after(record: Decision) -> str:
    match record.action:
        case Action.NA:
            return "N/A"
        case Action.REVOKE:
            return "taken back"
        case _:
            return NO_VALUE if record.score is None else level_text(record.score)


def _remark(judged: Judged, domain: CountryDomain | None, revoked: set[str]) -> str:
    record = judged.record
    if record.action is Action.REVOKE:
        return "takes the earlier record back"
    if record.id in revoked:
        return "taken back in this meeting"
    remarks = {
        Fate.SUPERSEDED: "replaced by a later record",
        Fate.CONFLICT: "another record decides the same differently; neither applies",
        Fate.REFUSED: "not applied",
        Fate.OTHER_ROUND: "belongs to another round",
        Fate.OTHER_VERSION: "decided on another version of the questionnaire",
        Fate.STALE: "the ratings have changed since; to be confirmed again",
    }
    if judged.fate is Fate.APPLIED and domain is not None and record.basis_hash:
        changed = basis_hash(of(domain.ratings, record.indicator)) != record.basis_hash
        return remarks[Fate.STALE] if changed else ""
    return remarks.get(judged.fate, "")


def _left_open(ground: Ground, meeting: Meeting, outcomes: Sequence[Outcome]) -> Iterator[LeftOpen]:
    done = {item.place for item in outcomes if not item.remark}
    for country, indicator in meeting.agenda:
        where = _where(ground, (country, indicator))
        if (country, indicator) in done or where is None:
            continue
        asked = ground.instruments[where[1]].by_id[indicator]
        postponed = (country, indicator) in meeting.postponed
        yield LeftOpen(_name(ground, country), indicator, asked.title, postponed)


def _effects(ground: Ground, touched: Sequence[tuple[str, str]]) -> Iterator[Effect]:
    """Experts' and validated score, difference, what moved (methodology 5.6)."""
    for country, instrument in touched:
        domain = _domain(ground, country, instrument)
        if domain is None:
            continue
        change, moved = domain.adjustment, domain.moved
        largest = ""
        if moved.largest is not None:
            largest = f"{moved.largest[0]} {signed_text(moved.largest[1])}"
        yield Effect(
            country_name=_name(ground, country),
            domain=ground.instruments[instrument].title,
            experts=score_text(domain.experts_score.node.published),
            validated=score_text(domain.score.node.published),
            difference=signed_text(change),
            up=moved.up,
            down=moved.down,
            to_na=moved.to_na,
            largest=largest,
            explain=change is not None and abs(change) > ADJUSTED_MUCH,
        )


def _where(ground: Ground, place: Place) -> tuple[str, str] | None:
    """Country code and instrument id of a place; None when nobody knows the indicator."""
    for key, instrument in ground.instruments.items():
        if place[1] in instrument.by_id:
            return place[0], key
    return None


def _domain(ground: Ground, country: str, instrument: str) -> CountryDomain | None:
    scores = ground.scores.countries.get(country)
    domain = ground.framework.domain_of.get(instrument)
    return scores.domains.get(domain.id) if scores is not None and domain is not None else None


def _name(ground: Ground, code: str) -> str:
    country = ground.framework.country_by_code.get(code)
    return named(country) if country else code


def _digest(meeting: Meeting, ours: Sequence[Judged]) -> str:
    seen = [
        [meeting.id, meeting.round, meeting.title, str(meeting.held_on), meeting.chair],
        [list(meeting.present), meeting.invited],
        [list(place) for place in meeting.agenda],
        [[j.record.id, j.record.basis_hash, j.fate.value] for j in ours],
    ]
    text = json.dumps(seen, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
