"""From all effective assessments to countries and the region (methodology 3.5, 5)."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from wb6assess.model.assessment import Answer, Confidence
from wb6assess.model.framework import Domain, Framework, Parameters
from wb6assess.model.instrument import Instrument
from wb6assess.scoring.beside import (
    Figure,
    LawPractice,
    evidence_coverage,
    law_practice,
    sub_index,
)
from wb6assess.scoring.consensus import Consensus, Rating, consolidate_all
from wb6assess.scoring.numbers import published
from wb6assess.scoring.priorities import Priority, gap_ranking
from wb6assess.scoring.scores import field_levels, is_supported, with_evidence_cap
from wb6assess.scoring.states import AnswerSheet
from wb6assess.scoring.tree import (
    DomainScore,
    OverallScore,
    domain_score,
    overall_score,
)
from wb6assess.scoring.weights import effective_weights

MIN_COUNTRIES = 4
"""A regional line needs as many countries with a score."""

Submissions = Mapping[str, Mapping[str, Sequence[tuple[str, Mapping[str, Answer]]]]]
"""Country code -> instrument id -> (expert code, answers), experts ascending."""


@dataclass(frozen=True, slots=True)
class CountryDomain:
    """One domain of one country over its experts.

    Attributes:
        domain: The framework's node.
        experts: Codes of the experts whose assessments count, ascending.
        consensus: Indicator id -> consolidated value and spread.
        score: Domain and pillar scores.
        contributors: Pillar id -> number of experts with at least one score in it.
        indices: Sub-index id -> figure.
        aspects: Law, practice, institutions, interface.
        evidence: Share of supported weight above level 2, in [0, 1] or None.
        effective: Indicator id -> effective weight in the domain.
        priorities: What to fix first in the domain.
    """

    domain: Domain
    experts: tuple[str, ...]
    consensus: Mapping[str, Consensus]
    score: DomainScore
    contributors: Mapping[str, int]
    indices: Mapping[str, Figure]
    aspects: LawPractice
    evidence: float | None
    effective: Mapping[str, float]
    priorities: tuple[Priority, ...]


@dataclass(frozen=True, slots=True)
class CountryScores:
    """One country: its domains (those with a questionnaire in this framework) and the whole."""

    code: str
    domains: Mapping[str, CountryDomain]
    overall: OverallScore

    @property
    def experts(self) -> frozenset[str]:
        """Distinct experts over all domains."""
        return frozenset(code for domain in self.domains.values() for code in domain.experts)


@dataclass(frozen=True, slots=True)
class RegionalLine:
    """Unweighted statistics over published country scores (methodology 3.5)."""

    mean: Decimal
    median: Decimal
    minimum: Decimal
    maximum: Decimal
    n: int

    @property
    def spread(self) -> Decimal:
        """Highest minus lowest."""
        return self.maximum - self.minimum


@dataclass(frozen=True, slots=True)
class RegionScores:
    """Every country in code order, and the regional lines (None under four countries)."""

    countries: Mapping[str, CountryScores]
    overall: RegionalLine | None
    domains: Mapping[str, RegionalLine | None]


def score_region(
    framework: Framework, instruments: Mapping[str, Instrument], submissions: Submissions
) -> RegionScores:
    """Score all countries of the framework.

    Args:
        framework: Countries, domains and parameters.
        instruments: Instrument id -> the version to score with; domains without one are left out.
        submissions: Effective assessments; countries without any still get a (`:`) score.
    """
    countries = {
        country.code: _score_country(
            framework, instruments, country.code, submissions.get(country.code, {})
        )
        for country in framework.countries
    }
    return RegionScores(
        countries,
        regional_line([country.overall.node.published for country in countries.values()]),
        {
            domain.id: regional_line(
                [country.domains[domain.id].score.node.published for country in countries.values()]
            )
            for domain in framework.domains
            if domain.instrument in instruments
        },
    )


def _score_country(
    framework: Framework,
    instruments: Mapping[str, Instrument],
    code: str,
    assessments: Mapping[str, Sequence[tuple[str, Mapping[str, Answer]]]],
) -> CountryScores:
    domains = {
        domain.id: _score_domain(
            domain,
            instruments[domain.instrument],
            code,
            sorted(assessments.get(domain.instrument, ()), key=lambda pair: pair[0]),
            framework.parameters,
        )
        for domain in framework.domains
        if domain.instrument in instruments
    }
    nodes = [
        (item, domains[item.id].score if item.id in domains else None) for item in framework.domains
    ]
    return CountryScores(code, domains, overall_score(nodes, framework.parameters))


def _score_domain(
    domain: Domain,
    instrument: Instrument,
    country: str,
    assessments: Sequence[tuple[str, Mapping[str, Answer]]],
    parameters: Parameters,
) -> CountryDomain:
    sheets = [
        AnswerSheet(instrument, answers, country, na_justification_min=parameters.na_justification_min)
        for _, answers in assessments
    ]
    ratings = [_ratings(sheet) for sheet in sheets]
    consensus = consolidate_all(instrument, ratings, parameters)
    supported = {
        item: is_supported([sheet.answer(item) for sheet in sheets]) for item in instrument.by_id
    }
    results = {item: value.result for item, value in consensus.items()}
    if parameters.evidence_mode == "cap":
        results = with_evidence_cap(results, supported)
    score = domain_score(instrument, results, parameters, domain.method)
    effective = effective_weights(instrument, results, score.pillars)
    return CountryDomain(
        domain,
        tuple(expert for expert, _ in assessments),
        consensus,
        score,
        _contributors(instrument, ratings),
        {
            index.id: sub_index(
                index, instrument, results, _pooled_levels(sheets, index.field), parameters
            )
            for index in instrument.indices
        },
        law_practice(instrument, results, parameters),
        evidence_coverage(instrument.nominal_weights, results, supported),
        effective,
        gap_ranking(instrument, results, effective),
    )


def _ratings(sheet: AnswerSheet) -> Mapping[str, Rating]:
    ratings = {}
    for item in sheet.instrument.by_id:
        result = sheet.score(item)
        confidence = sheet.answer(item).confidence or Confidence.MEDIUM
        ratings[item] = Rating(result.state, result.score, confidence.weight)
    return ratings


def _contributors(instrument: Instrument, ratings: Sequence[Mapping[str, Rating]]) -> Mapping[str, int]:
    return {
        pillar.id: sum(
            any(rating[item.id].score is not None for item in pillar.indicators) for rating in ratings
        )
        for pillar in instrument.pillars
    }


def _pooled_levels(sheets: Sequence[AnswerSheet], field_id: str) -> Mapping[str, Sequence[int]]:
    pooled: dict[str, list[int]] = {}
    for sheet in sheets:
        for item, levels in field_levels(sheet, field_id).items():
            pooled.setdefault(item, []).extend(levels)
    return pooled


def regional_line(values: Sequence[Decimal | None]) -> RegionalLine | None:
    """Statistics over published values; None where fewer than four countries have one."""
    shown = [value for value in values if value is not None]
    if len(shown) < MIN_COUNTRIES:
        return None
    mean = math.fsum(float(value) for value in shown) / len(shown)
    return RegionalLine(
        published(mean), published(float(median(shown))), min(shown), max(shown), len(shown)
    )
