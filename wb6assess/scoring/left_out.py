"""What each expert's answers do to a country's scores: leave one expert out, for coordinators only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from wb6assess.model.framework import Framework, Parameters
from wb6assess.model.instrument import Instrument
from wb6assess.scoring.consensus import Consensus, Rating, consolidate
from wb6assess.scoring.country import CountryScores
from wb6assess.scoring.country_domain import CountryDomain
from wb6assess.scoring.numbers import difference
from wb6assess.scoring.rescoring import decided_results
from wb6assess.scoring.tree import DomainScore, NodeScore, domain_score, overall_score


@dataclass(frozen=True, slots=True)
class WithoutExpert:
    """A node without one expert; what meetings decided stays.

    Attributes:
        expert: The code left out.
        official: The node with everybody.
        without: The node without this expert.
    """

    expert: str
    official: NodeScore
    without: NodeScore

    @property
    def difference(self) -> Decimal | None:
        """R1(without - official); None where one of them is not published."""
        if self.official.published is None or self.without.published is None:
            return None
        return difference(self.without.published, self.official.published)


def without_each_expert(
    framework: Framework, instruments: Mapping[str, Instrument], country: CountryScores, domain: str = ""
) -> Sequence[WithoutExpert]:
    """The published value without each expert, by code.

    Args:
        framework: Domains and parameters.
        instruments: Instrument id -> the version scored.
        country: The country.
        domain: A domain's id; "" leaves the person out of every domain and looks at the whole.
    """
    others = {
        part.domain.id: _Others(part, instruments[part.domain.instrument], framework.parameters)
        for part in country.domains.values()
        if domain in {"", part.domain.id}
    }
    if domain:
        official, found = country.domains[domain].score.node, others[domain]
        experts = country.domains[domain].experts
        return tuple(WithoutExpert(code, official, found.score(code).node) for code in experts)
    return tuple(
        WithoutExpert(code, country.overall.node, _whole(framework, others, code))
        for code in sorted(country.experts)
    )


def _whole(framework: Framework, others: Mapping[str, "_Others"], code: str) -> NodeScore:
    scores = {key: part.score(code) for key, part in others.items()}
    nodes = [(domain, scores.get(domain.id)) for domain in framework.domains]
    return overall_score(nodes, framework.parameters).node


@dataclass(frozen=True)
class _Others:
    """A domain without one of its experts.

    Whoever leaves the same rating of an indicator leaves the same experts behind: a hundred experts
    give a dozen different ratings, so each is left out once.
    """

    part: CountryDomain
    instrument: Instrument
    parameters: Parameters
    known: dict[tuple[str, Rating], Consensus] = field(default_factory=dict)

    def score(self, code: str) -> DomainScore:
        """As it stands where the expert gave nothing."""
        if code not in self.part.ratings:
            return self.part.score
        again = {item: self._without(item, code) for item in self.instrument.by_id}
        results = decided_results(self.part, again, self._supported(code), self.parameters)
        return domain_score(self.instrument, results, self.parameters, self.part.domain.method)

    def _without(self, item: str, code: str) -> Consensus:
        ratings = self.part.ratings
        left = item, ratings[code][item]
        if left not in self.known:
            others = [rated[item] for other, rated in ratings.items() if other != code]
            self.known[left] = consolidate(others, self.parameters)
        return self.known[left]

    def _supported(self, code: str) -> Mapping[str, bool]:
        """Whether evidence of others stands behind an indicator."""
        decided = self.part.validation.in_force
        return {
            item: any(other != code for other in self.part.supporters[item])
            or (item in decided and bool(decided[item].evidence_refs))
            for item in self.part.supported
        }
