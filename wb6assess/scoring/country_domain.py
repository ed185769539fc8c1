"""One domain of one country: its experts, its meetings, its score (methodology 5)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from wb6assess.model.assessment import Answer, Value
from wb6assess.model.decision import Decision
from wb6assess.model.framework import Domain, Parameters
from wb6assess.model.instrument import Instrument
from wb6assess.scoring.beside import (
    Figure,
    LawPractice,
    evidence_coverage,
    law_practice,
    sub_index,
)
from wb6assess.scoring.consensus import Consensus, consolidate_all
from wb6assess.scoring.contribution import Contribution, Contributions
from wb6assess.scoring.priorities import Priority, gap_ranking, information_gaps
from wb6assess.scoring.scores import with_evidence_cap
from wb6assess.scoring.states import IndicatorScore
from wb6assess.scoring.tree import DomainScore, domain_score
from wb6assess.scoring.validation import (
    Moved,
    Ratings,
    Validation,
    adjustment,
    after_meetings,
    moved,
    validate,
)
from wb6assess.scoring.weights import effective_weights

Assessments = Sequence[tuple[str, Mapping[str, Answer]]]
"""(expert code, answers) of one country and instrument."""


@dataclass(frozen=True, slots=True)
class CountryDomain:
    """One domain of one country over its experts.

    Attributes:
        domain: The framework's node.
        experts: Codes of the experts whose assessments count, ascending.
        ratings: Expert code -> indicator id -> rating, after caps.
        values: Expert code -> id of an indicator or vignette -> raw value, before caps, where valid.
        experts_consensus: Indicator id -> value and spread of the experts alone.
        validation: What meetings decided.
        consensus: The same with the records in force.
        supporters: Indicator id -> codes of the experts who gave evidence of grade A or B for it.
        supported: Indicator id -> whether evidence of grade A or B stands behind it.
        results: What enters the score tree: the consensus, capped where evidence is missing and the
            framework says so.
        experts_score: Domain and pillar scores without meetings.
        score: Domain and pillar scores.
        moved: What meetings changed.
        contributors: Pillar id -> number of experts with a score in what makes up the pillar's.
        indices: Sub-index id -> figure.
        field_experts: Sub-index id -> number of experts behind it, where it looks at a companion field.
        aspects: Law, practice, institutions, interface.
        evidence: Share of supported weight above level 2, in [0, 1] or None.
        effective: Indicator id -> effective weight in the domain.
        priorities: What to fix first in the domain.
        information_gaps: Indicators nobody could answer, by weight.
    """

    domain: Domain
    experts: tuple[str, ...]
    ratings: Ratings
    values: Mapping[str, Mapping[str, Value]]
    experts_consensus: Mapping[str, Consensus]
    validation: Validation
    consensus: Mapping[str, Consensus]
    supporters: Mapping[str, tuple[str, ...]]
    supported: Mapping[str, bool]
    results: Mapping[str, IndicatorScore]
    experts_score: DomainScore
    score: DomainScore
    moved: Moved
    contributors: Mapping[str, int]
    indices: Mapping[str, Figure]
    field_experts: Mapping[str, int]
    aspects: LawPractice
    evidence: float | None
    effective: Mapping[str, float]
    priorities: tuple[Priority, ...]
    information_gaps: tuple[str, ...]

    @property
    def scoring_experts(self) -> frozenset[str]:
        """Codes of the experts with a score in what makes up the domain's."""
        return frozenset(
            code
            for code, rated in self.ratings.items()
            if any(rated[item].score is not None for item in self.effective)
        )

    @property
    def adjustment(self) -> Decimal | None:
        """Validated minus experts' published score."""
        return adjustment(self.experts_score, self.score)


def score_country_domain(
    domain: Domain,
    instrument: Instrument,
    country: str,
    assessments: Assessments,
    parameters: Parameters,
    decisions: Iterable[Decision] = (),
    known: Contributions | None = None,
) -> CountryDomain:
    """Score one domain of a country.

    Args:
        domain: The framework's node.
        instrument: The version to score with.
        country: Country code.
        assessments: The effective ones, experts ascending.
        parameters: The framework's.
        decisions: Records of this country, instrument and round.
        known: What was worked out of the same answers before.
    """
    shares = known or Contributions()
    given = {
        expert: shares.of(instrument, answers, country, parameters) for expert, answers in assessments
    }
    ratings = {expert: one.ratings for expert, one in given.items()}
    experts = consolidate_all(instrument, list(ratings.values()), parameters)
    validation = validate(instrument, decisions, ratings, experts)
    final = after_meetings(experts, validation)
    supporters = _supporters(instrument, given)
    by_experts = {item: bool(codes) for item, codes in supporters.items()}
    supported = by_experts | {
        item: True for item, record in validation.in_force.items() if record.evidence_refs
    }
    results = _results(final, supported, parameters)
    score = domain_score(instrument, results, parameters, domain.method)
    effective = effective_weights(instrument, results, score.pillars)
    return CountryDomain(
        domain=domain,
        experts=tuple(given),
        ratings=ratings,
        values={expert: one.values for expert, one in given.items()},
        experts_consensus=experts,
        validation=validation,
        consensus=final,
        supporters=supporters,
        supported=supported,
        results=results,
        experts_score=domain_score(
            instrument, _results(experts, by_experts, parameters), parameters, domain.method
        ),
        score=score,
        moved=moved(experts, final),
        contributors=_contributors(instrument, ratings, results),
        indices=_indices(instrument, list(given.values()), results, parameters),
        field_experts={
            index.id: sum(any(one.levels[index.id].values()) for one in given.values())
            for index in instrument.indices
            if index.field
        },
        aspects=law_practice(instrument, results, parameters),
        # Of the consensus: once missing evidence limits a score, all above level 2 is supported.
        evidence=evidence_coverage(
            instrument.nominal_weights, {item: value.result for item, value in final.items()}, supported
        ),
        effective=effective,
        priorities=gap_ranking(instrument, results, effective),
        information_gaps=information_gaps(instrument, results),
    )


def _supporters(
    instrument: Instrument, given: Mapping[str, Contribution]
) -> Mapping[str, tuple[str, ...]]:
    return {
        item: tuple(expert for expert, one in given.items() if item in one.documented)
        for item in instrument.by_id
    }


def _results(
    consensus: Mapping[str, Consensus], supported: Mapping[str, bool], parameters: Parameters
) -> Mapping[str, IndicatorScore]:
    results = {item: value.result for item, value in consensus.items()}
    return with_evidence_cap(results, supported) if parameters.evidence_mode == "cap" else results


def _contributors(
    instrument: Instrument, ratings: Ratings, results: Mapping[str, IndicatorScore]
) -> Mapping[str, int]:
    """An informational indicator, or one that does not apply, makes nobody part of a score."""
    return {
        pillar.id: sum(
            any(
                item.score_weight
                and results[item.id].score is not None
                and rated[item.id].score is not None
                for item in pillar.indicators
            )
            for rated in ratings.values()
        )
        for pillar in instrument.pillars
    }


def _indices(
    instrument: Instrument,
    given: Sequence[Contribution],
    results: Mapping[str, IndicatorScore],
    parameters: Parameters,
) -> Mapping[str, Figure]:
    return {
        index.id: sub_index(index, instrument, results, _pooled_levels(given, index.id), parameters)
        for index in instrument.indices
    }


def _pooled_levels(given: Sequence[Contribution], index: str) -> Mapping[str, Sequence[int]]:
    pooled: dict[str, list[int]] = {}
    for one in given:
        for item, levels in one.levels[index].items():
            pooled.setdefault(item, []).extend(levels)
    return pooled
