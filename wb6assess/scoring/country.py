"""From all effective assessments to countries and the region (methodology 3.5, 5)."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from wb6assess.model.assessment import Answer
from wb6assess.model.decision import Decision
from wb6assess.model.framework import Framework
from wb6assess.model.instrument import Instrument
from wb6assess.progress import SILENT, Part, Progress
from wb6assess.scoring.contribution import Contributions
from wb6assess.scoring.country_domain import CountryDomain, score_country_domain
from wb6assess.scoring.numbers import published
from wb6assess.scoring.tree import DomainScore, OverallScore, overall_score

__all__ = [
    "MIN_COUNTRIES",
    "CountryDomain",
    "CountryScores",
    "RegionScores",
    "RegionalLine",
    "Submissions",
    "regional_line",
    "score_region",
]

MIN_COUNTRIES = 4
"""A regional line needs as many countries with a score."""

Submissions = Mapping[str, Mapping[str, Sequence[tuple[str, Mapping[str, Answer]]]]]
"""Country code -> instrument id -> (expert code, answers), experts ascending."""


@dataclass(frozen=True, slots=True)
class CountryScores:
    """One country: its domains (those with a questionnaire in this framework) and the whole.

    `experts_overall` is the whole without meetings.
    """

    code: str
    domains: Mapping[str, CountryDomain]
    overall: OverallScore
    experts_overall: OverallScore

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
    framework: Framework,
    instruments: Mapping[str, Instrument],
    submissions: Submissions,
    decisions: Iterable[Decision] = (),
    progress: Progress = SILENT,
    known: Contributions | None = None,
) -> RegionScores:
    """Score all countries of the framework.

    Args:
        framework: Countries, domains and parameters.
        instruments: Instrument id -> the version to score with; domains without one are left out.
        submissions: Effective assessments; countries without any still get a (`:`) score.
        decisions: Validation records of this round, in any order.
        progress: Told of every domain of every country.
        known: What was worked out of the same answers before.

    Raises:
        Cancelled: by `progress`.
    """
    records: dict[tuple[str, str], list[Decision]] = {}
    for record in decisions:
        records.setdefault((record.country, record.instrument), []).append(record)
    countries = {
        country.code: _score_country(
            framework,
            instruments,
            country.code,
            submissions,
            records,
            Part(progress, place, len(framework.countries)),
            known,
        )
        for place, country in enumerate(framework.countries)
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
    submissions: Submissions,
    records: Mapping[tuple[str, str], Sequence[Decision]],
    progress: Progress,
    known: Contributions | None,
) -> CountryScores:
    assessments = submissions.get(code, {})
    asked = [domain for domain in framework.domains if domain.instrument in instruments]
    domains = {}
    for done, domain in enumerate(asked):
        progress.step(done, len(asked))
        domains[domain.id] = score_country_domain(
            domain,
            instruments[domain.instrument],
            code,
            sorted(assessments.get(domain.instrument, ()), key=lambda pair: pair[0]),
            framework.parameters,
            records.get((code, domain.instrument), ()),
            known,
        )
    final = {key: domain.score for key, domain in domains.items()}
    experts = {key: domain.experts_score for key, domain in domains.items()}
    return CountryScores(code, domains, _overall(framework, final), _overall(framework, experts))


def _overall(framework: Framework, scores: Mapping[str, DomainScore]) -> OverallScore:
    nodes = [(domain, scores.get(domain.id)) for domain in framework.domains]
    return overall_score(nodes, framework.parameters)


def regional_line(values: Sequence[Decimal | None]) -> RegionalLine | None:
    """Statistics over published values; None where fewer than four countries have one."""
    shown = [value for value in values if value is not None]
    if len(shown) < MIN_COUNTRIES:
        return None
    mean = math.fsum(float(value) for value in shown) / len(shown)
    return RegionalLine(
        published(mean), published(float(median(shown))), min(shown), max(shown), len(shown)
    )
