"""What the scores would be with other weights or another way of consolidating (methodology 6).

One pure function. Its figures stand beside the official ones and never replace them: weights and
parameters belong to the questionnaire's version and the framework, not to whoever looks at them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from wb6assess.model.framework import Domain, Framework, Methods, Parameters
from wb6assess.model.instrument import Instrument
from wb6assess.scoring.country import CountryScores, RegionScores
from wb6assess.scoring.numbers import difference
from wb6assess.scoring.rescoring import rescored
from wb6assess.scoring.tree import DomainScore, NodeScore, overall_score

PillarKey = tuple[str, str]
"""Domain id, pillar id."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What is changed; None and empty mappings leave everything as it is.

    Attributes:
        consolidation: `median`, `mean` or `confidence`.
        methods: Aggregation of nodes whose questionnaire or framework sets none of its own.
        evidence_mode: `flag` or `cap`.
        domain_weights: Domain id -> weight >= 0, any scale.
        pillar_weights: (domain id, pillar id) -> weight >= 0, on the scale of its domain.
    """

    consolidation: str | None = None
    methods: Methods | None = None
    evidence_mode: str | None = None
    domain_weights: Mapping[str, float] = field(default_factory=dict)
    pillar_weights: Mapping[PillarKey, float] = field(default_factory=dict)

    @property
    def nothing(self) -> bool:
        """Whether everything is left as it is."""
        return self == Changes()


@dataclass(frozen=True, slots=True)
class Beside:
    """One node as published, and as it would be."""

    official: NodeScore
    changed: NodeScore

    @property
    def difference(self) -> Decimal | None:
        """R1(changed - official) in points, between published values; None where one has none."""
        if self.official.published is None or self.changed.published is None:
            return None
        return difference(self.changed.published, self.official.published)

    @property
    def other_band(self) -> bool:
        """The change moves the node into another band, or takes or gives it its score."""
        return self.official.band is not self.changed.band


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A country's scores beside the official ones; domains by id."""

    overall: Beside
    domains: Mapping[str, Beside]

    def node(self, domain: str) -> Beside:
        """A domain, or the whole for ""."""
        return self.domains[domain] if domain else self.overall


def what_if(
    framework: Framework,
    instruments: Mapping[str, Instrument],
    region: RegionScores,
    changes: Changes,
) -> Mapping[str, WhatIf]:
    """Country code -> what the scores would be; a pure function.

    Args:
        framework: Domains and parameters the scores were made with.
        instruments: Instrument id -> the version scored.
        region: The official scores.
        changes: What is changed.
    """
    parameters = changed_parameters(framework.parameters, changes)
    domains = [_weighted(domain, changes) for domain in framework.domains]
    reweighted = {
        domain.id: _reweighted(instruments[domain.instrument], domain.id, changes)
        for domain in domains
        if domain.instrument in instruments
    }
    return {
        code: _country(country, domains, reweighted, parameters)
        for code, country in region.countries.items()
    }


def evidence_versions(
    framework: Framework, instruments: Mapping[str, Instrument], region: RegionScores
) -> Mapping[str, WhatIf]:
    """The scores of the evidence mode not in force: reports in mode `cap` print both (1.5)."""
    other = "flag" if framework.parameters.evidence_mode == "cap" else "cap"
    return what_if(framework, instruments, region, Changes(evidence_mode=other))


def changed_parameters(given: Parameters, changes: Changes) -> Parameters:
    """The parameters with the changes."""
    return replace(
        given,
        consolidation=changes.consolidation or given.consolidation,
        methods=changes.methods or given.methods,
        evidence_mode=changes.evidence_mode or given.evidence_mode,
    )


def _country(
    country: CountryScores,
    domains: list[Domain],
    instruments: Mapping[str, Instrument],
    parameters: Parameters,
) -> WhatIf:
    scores: dict[str, DomainScore] = {
        domain.id: rescored(
            country.domains[domain.id], instruments[domain.id], parameters, domain.method
        )
        for domain in domains
        if domain.id in country.domains
    }
    overall = overall_score([(domain, scores.get(domain.id)) for domain in domains], parameters)
    return WhatIf(
        Beside(country.overall.node, overall.node),
        {key: Beside(country.domains[key].score.node, score.node) for key, score in scores.items()},
    )


def _weighted(domain: Domain, changes: Changes) -> Domain:
    return replace(domain, weight=changes.domain_weights.get(domain.id, domain.weight))


def _reweighted(instrument: Instrument, domain: str, changes: Changes) -> Instrument:
    pillars = tuple(
        replace(pillar, weight=changes.pillar_weights.get((domain, pillar.id), pillar.weight))
        for pillar in instrument.pillars
    )
    return instrument if pillars == instrument.pillars else replace(instrument, pillars=pillars)
