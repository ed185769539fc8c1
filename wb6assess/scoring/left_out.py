"""What each expert's answers do to a country's scores: leave one expert out, for coordinators only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from wb6assess.model.framework import Framework
from wb6assess.model.instrument import Instrument
from wb6assess.scoring.country import CountryScores
from wb6assess.scoring.country_domain import CountryDomain
from wb6assess.scoring.numbers import difference
from wb6assess.scoring.rescoring import rescored
from wb6assess.scoring.tree import DomainScore, NodeScore, overall_score


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
    if domain:
        part = country.domains[domain]
        return tuple(
            WithoutExpert(code, part.score.node, _score(framework, instruments, part, code).node)
            for code in part.experts
        )
    return tuple(
        WithoutExpert(code, country.overall.node, _whole(framework, instruments, country, code))
        for code in sorted(country.experts)
    )


def _whole(
    framework: Framework, instruments: Mapping[str, Instrument], country: CountryScores, code: str
) -> NodeScore:
    scores = {key: _score(framework, instruments, part, code) for key, part in country.domains.items()}
    nodes = [(domain, scores.get(domain.id)) for domain in framework.domains]
    return overall_score(nodes, framework.parameters).node


def _score(
    framework: Framework, instruments: Mapping[str, Instrument], part: CountryDomain, code: str
) -> DomainScore:
    """A domain without an expert; as it stands where the expert gave nothing."""
    if code not in part.ratings:
        return part.score
    instrument = instruments[part.domain.instrument]
    return rescored(part, instrument, framework.parameters, part.domain.method, without=code)
