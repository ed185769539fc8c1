"""One indicator in one country as a meeting may see it: figures first, words where they are read.

Nothing in it names an expert (methodology 12.2).
"""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from wb6assess.model.assessment import Answer, Document, Identity
from wb6assess.model.framework import Framework, Parameters
from wb6assess.model.instrument import Indicator, Instrument, Pillar
from wb6assess.model.meeting import Place
from wb6assess.reports.meeting.remarks import evidence_of, remarks_of
from wb6assess.reports.meeting.rows import AgendaItem, LevelCount, Standing
from wb6assess.reports.meeting.scales import POINTS_PER_LEVEL, rungs_of
from wb6assess.reports.notes import named
from wb6assess.scoring.consensus import Rating
from wb6assess.scoring.country import RegionScores
from wb6assess.scoring.country_domain import CountryDomain
from wb6assess.scoring.decisions import basis_hash
from wb6assess.scoring.findings import na_share
from wb6assess.scoring.numbers import above
from wb6assess.scoring.states import State
from wb6assess.scoring.validation import Validation, of
from wb6assess.scoring.value_scores import value_score


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

    def domains(
        self, countries: Container[str], instruments: Container[str]
    ) -> Iterator[tuple[str, CountryDomain, Instrument]]:
        """Every country and questionnaire somebody answered; empty choices take all."""
        for code, country in self.scores.countries.items():
            if countries and code not in countries:
                continue
            for domain in country.domains.values():
                chosen = not instruments or domain.domain.instrument in instruments
                if chosen and domain.experts:
                    yield code, domain, self.instruments[domain.domain.instrument]


def item_of(
    ground: Ground, country: str, domain: CountryDomain, asked: Indicator, *, sensitive: bool = False
) -> AgendaItem:
    """One indicator in one country as a meeting may see it."""
    figures = _figures(ground, country, domain, asked)
    return with_words(ground, [figures], sensitive=sensitive)[0]


def figures_of(
    ground: Ground, countries: Container[str] = (), instruments: Container[str] = ()
) -> Iterator[AgendaItem]:
    """Every scored indicator of these countries and questionnaires, all where none is named.

    Figures alone: what experts wrote is added by `with_words` where it is read.
    """
    return (
        _figures(ground, code, domain, asked)
        for code, domain, instrument in ground.domains(countries, instruments)
        for asked in instrument.indicators()
        if asked.scored
    )


def _figures(ground: Ground, country: str, domain: CountryDomain, asked: Indicator) -> AgendaItem:
    """An indicator in one country without what experts wrote."""
    instrument = ground.instruments[domain.domain.instrument]
    ratings = of(domain.ratings, asked.id)
    experts = domain.experts_consensus[asked.id]
    spread = experts.spread
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
        basis=basis_hash(ratings),
        standing=_standing(domain.validation, asked.id),
        contradicted=asked.id in domain.validation.conflicts,
        much_left_out=_much_left_out(ground.framework.parameters, country, domain, pillar, asked),
    )


def with_words(
    ground: Ground, items: Sequence[AgendaItem], *, sensitive: bool
) -> tuple[AgendaItem, ...]:
    """The items with what experts wrote; the answers of one country at a time are unpacked."""
    parts: dict[tuple[str, str], list[AgendaItem]] = {}
    for item in items:
        parts.setdefault((item.country, item.instrument), []).append(item)
    found: dict[Place, AgendaItem] = {}
    for part, inside in parts.items():
        asked = ground.instruments[part[1]].by_id
        readable = [item for item in inside if sensitive or not asked[item.indicator].sensitive]
        given = _answers_to(ground.answers.get(part, ()), [item.indicator for item in readable])
        found |= {item.place: replace(item, words_left_out=True) for item in inside}
        found |= {item.place: _worded(item, given[item.indicator], ground.codes) for item in readable}
    return tuple(found[item.place] for item in items)


def _worded(item: AgendaItem, said: Sequence[Answer], codes: Collection[str]) -> AgendaItem:
    salt = f"{item.country} {item.indicator}"
    remarks, evidence = remarks_of(said, codes, salt), evidence_of(said, codes, salt)
    return replace(item, remarks=remarks, evidence=evidence)


def _answers_to(
    sheets: Iterable[Mapping[str, Answer]], items: Sequence[str]
) -> Mapping[str, Sequence[Answer]]:
    """Item -> what the experts answered."""
    found: dict[str, list[Answer]] = {item: [] for item in items}
    for packed in sheets if items else ():
        # Answers of many files come packed: one of them is taken out, or all of them once.
        answers = packed if len(items) == 1 else dict(packed.items())
        for item in items:
            answer = answers.get(item)
            if answer is not None:
                found[item].append(answer)
    return found


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
