"""What a validation meeting has before it, most important first (methodology 5.3, 5.6, 12.2).

A pure function of a consolidation: the same ratings and records give the same agenda. Nothing in it
names an expert.
"""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property

from wb6assess.model.assessment import Answer, Document, Identity
from wb6assess.model.framework import Framework, Parameters
from wb6assess.model.instrument import Indicator, Instrument, Pillar
from wb6assess.model.meeting import Place
from wb6assess.reports.meeting.remarks import evidence_of, remarks_of
from wb6assess.reports.meeting.rows import Agenda, AgendaItem, LevelCount, PillarRest, RestLine, Standing
from wb6assess.reports.meeting.scales import POINTS_PER_LEVEL, rungs_of
from wb6assess.reports.notes import named
from wb6assess.scoring.consensus import Rating
from wb6assess.scoring.country import RegionScores
from wb6assess.scoring.country_domain import CountryDomain
from wb6assess.scoring.decisions import basis_hash
from wb6assess.scoring.findings import na_share
from wb6assess.scoring.numbers import above, snapped
from wb6assess.scoring.states import State
from wb6assess.scoring.validation import Validation, of
from wb6assess.scoring.value_scores import value_score


@dataclass(frozen=True, slots=True)
class Selection:
    """What a meeting is about.

    Attributes:
        countries, instruments: Codes and ids; empty takes all.
        top: At most so many items; None takes all.
        everything: Indicators the experts agree on, too.
        settled: Indicators that are decided already, too.
        sensitive: What was written on sensitive questions, too.
    """

    countries: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    top: int | None = None
    everything: bool = False
    settled: bool = False
    sensitive: bool = False


@dataclass(frozen=True)
class Ground:
    """The parts of a consolidation an agenda is made from."""

    framework: Framework
    round: str
    instruments: Mapping[str, Instrument]
    scores: RegionScores
    effective: Mapping[Identity, Document] = field(repr=False)

    @cached_property
    def codes(self) -> frozenset[str]:
        """Every expert code."""
        return frozenset(identity.expert for identity in self.effective)

    @cached_property
    def answers(self) -> Mapping[tuple[str, str], Sequence[Mapping[str, Answer]]]:
        """Country code and instrument id -> the answers of each expert."""
        found: dict[tuple[str, str], list[Mapping[str, Answer]]] = {}
        for identity, document in self.effective.items():
            found.setdefault((identity.country, identity.instrument), []).append(document.answers)
        return found

    def domains(self, selection: Selection) -> Iterator[tuple[str, CountryDomain, Instrument]]:
        """Every chosen country and questionnaire somebody answered."""
        for code, country in self.scores.countries.items():
            if selection.countries and code not in selection.countries:
                continue
            for domain in country.domains.values():
                chosen = not selection.instruments or domain.domain.instrument in selection.instruments
                if chosen and domain.experts:
                    yield code, domain, self.instruments[domain.domain.instrument]


def agenda_of(ground: Ground, selection: Selection = Selection()) -> Agenda:
    """The agenda of a selection.

    Items come by effective weight × range, then range, then indicator, then country; `rest` has what
    can be confirmed by pillar: scored, not on the agenda, not decided.
    """
    everything = [
        item_of(ground, code, domain, asked, sensitive=selection.sensitive)
        for code, domain, instrument in ground.domains(selection)
        for asked in instrument.indicators()
        if asked.scored
    ]
    waiting = [item for item in everything if selection.settled or not item.settled]
    picked = sorted((item for item in waiting if selection.everything or item.contested), key=_order)
    items = tuple(picked[: selection.top])
    return _agenda(ground, items, everything)


def agenda_at(ground: Ground, places: Sequence[Place], *, sensitive: bool = False) -> Agenda:
    """The agenda of these places, in this order; places nobody answered are left out."""
    wanted = {country for country, _ in places}
    found = {
        item.place: item
        for code, domain, instrument in ground.domains(Selection(countries=tuple(sorted(wanted))))
        for asked in instrument.indicators()
        if asked.scored
        for item in (item_of(ground, code, domain, asked, sensitive=sensitive),)
    }
    items = tuple(found[place] for place in places if place in found)
    ours = {(item.country, item.instrument) for item in items}
    beside = [item for item in found.values() if (item.country, item.instrument) in ours]
    return _agenda(ground, items, beside)


def item_of(
    ground: Ground, country: str, domain: CountryDomain, asked: Indicator, *, sensitive: bool = False
) -> AgendaItem:
    """One indicator in one country as a meeting may see it."""
    instrument = ground.instruments[domain.domain.instrument]
    ratings = of(domain.ratings, asked.id)
    experts = domain.experts_consensus[asked.id]
    spread = experts.spread
    hidden = asked.sensitive and not sensitive
    said = () if hidden else _answers_to(ground, country, instrument.id, asked.id)
    salt = f"{country} {asked.id}"
    pillar = instrument.pillar_of[asked.id]
    # Where a pillar has too little data its indicators have no effective weight: then the nominal one.
    weight = domain.effective.get(asked.id, instrument.nominal_weights[asked.id])
    return AgendaItem(
        country=country,
        country_name=named(ground.framework.country_by_code[country]),
        instrument=instrument.id,
        instrument_title=instrument.title,
        pillar=pillar.id,
        pillar_title=pillar.title,
        indicator=asked.id,
        title=asked.title,
        question=asked.question,
        kind=asked.type,
        rungs=rungs_of(asked),
        levels=_levels(ratings),
        n=experts.n,
        n_na=experts.n_na,
        n_dk=experts.n_dk,
        capped=_capped(domain, asked, ratings),
        score=experts.score,
        median=spread.median / POINTS_PER_LEVEL if spread else None,
        confidence_mean=spread.confidence_mean / POINTS_PER_LEVEL if spread else None,
        range=spread.range / POINTS_PER_LEVEL if spread else 0.0,
        weight=100.0 * weight,
        agreement=experts.agreement,
        flags=experts.flags,
        remarks=remarks_of(said, ground.codes, salt),
        evidence=evidence_of(said, ground.codes, salt),
        words_left_out=hidden,
        basis=basis_hash(ratings),
        standing=_standing(domain.validation, asked.id),
        contradicted=asked.id in domain.validation.conflicts,
        much_left_out=_much_left_out(ground.framework.parameters, country, domain, pillar, asked),
    )


def _much_left_out(
    parameters: Parameters, country: str, domain: CountryDomain, pillar: Pillar, asked: Indicator
) -> bool:
    """Whether an indicator is one of those that take too much of its pillar's weight away."""
    results = {
        item.id: replace(domain.experts_consensus[item.id].result, by_design=country in item.na_for)
        for item in pillar.indicators
    }
    own = results[asked.id]
    if own.state is not State.NOT_APPLICABLE or own.by_design or not asked.score_weight:
        return False
    return above(na_share(pillar, results), parameters.na_weight_flag)


def _answers_to(ground: Ground, country: str, instrument: str, item: str) -> list[Answer]:
    sheets = ground.answers.get((country, instrument), ())
    return [answers[item] for answers in sheets if item in answers]


def _order(item: AgendaItem) -> tuple[int, int, str, str]:
    return -snapped(item.importance), -snapped(item.range), item.indicator, item.country


def _levels(ratings: Mapping[str, Rating]) -> tuple[LevelCount, ...]:
    counts: dict[float, int] = {}
    for rating in ratings.values():
        if rating.state.counted and rating.score is not None:
            level = round(rating.score / POINTS_PER_LEVEL, 6)
            counts[level] = counts.get(level, 0) + 1
    return tuple(LevelCount(level, count) for level, count in sorted(counts.items()))


def _capped(domain: CountryDomain, asked: Indicator, ratings: Mapping[str, Rating]) -> int:
    """How many experts chose more than counts (methodology 1.6)."""
    count = 0
    for expert, rating in ratings.items():
        chosen = domain.values[expert].get(asked.id)
        if chosen is not None and rating.score is not None:
            count += above(value_score(asked, chosen), rating.score)
    return count


def _standing(validation: Validation, item: str) -> Standing | None:
    record = validation.in_force.get(item)
    if record is None:
        return None
    return Standing(
        record=record.id,
        action=record.action,
        level=None if record.score is None else record.score / POINTS_PER_LEVEL,
        reason_code=record.reason_code,
        reason=record.reason,
        meeting=record.meeting,
        decided_at=record.decided_at,
        stale=item in validation.stale,
    )


def _agenda(ground: Ground, items: tuple[AgendaItem, ...], everything: Sequence[AgendaItem]) -> Agenda:
    on_it = {item.place for item in items}
    known = ground.framework.round_by_id.get(ground.round)
    rest = tuple(_rest(everything, on_it))
    times = [document.updated_at for document in ground.effective.values()]
    return Agenda(
        round=ground.round,
        round_title=known.title if known else ground.round,
        items=items,
        rest=rest,
        of=len(everything),
        sample=any(document.sample for document in ground.effective.values()),
        status_note=ground.framework.note_on(item.country for item in everything),
        digest=_digest(ground.round, items, rest),
        newest=max(times, default=datetime(2000, 1, 1, tzinfo=UTC)),
    )


def _rest(everything: Sequence[AgendaItem], on_it: Collection[Place]) -> Iterator[PillarRest]:
    """Pillar by pillar: what has a value, is not discussed and not decided."""
    pillars: dict[tuple[str, str, str], list[AgendaItem]] = {}
    for item in everything:
        waiting = item.standing is None and not item.contradicted and item.place not in on_it
        if item.score is not None and waiting:
            pillars.setdefault((item.country, item.instrument, item.pillar), []).append(item)
    for found in pillars.values():
        first = found[0]
        yield PillarRest(
            first.country,
            first.country_name,
            first.instrument,
            first.instrument_title,
            first.pillar,
            first.pillar_title,
            tuple(RestLine(i.indicator, i.title, _level(i.score)) for i in found),
        )


def _level(score: float | None) -> float:
    assert score is not None  # what has no value cannot be confirmed
    return score / POINTS_PER_LEVEL


def _digest(round_id: str, items: Sequence[AgendaItem], rest: Sequence[PillarRest]) -> str:
    seen = [
        round_id,
        [[*item.place, item.basis, item.standing and item.standing.record] for item in items],
        [[part.country, *part.indicators] for part in rest],
    ]
    return hashlib.sha256(
        json.dumps(seen, ensure_ascii=True, separators=(",", ":")).encode()
    ).hexdigest()
