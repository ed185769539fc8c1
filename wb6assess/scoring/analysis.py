"""Everything beside the point scores of a consolidation, computed when somebody asks (methodology 6)."""

from collections.abc import Mapping, Sequence
from copy import copy
from functools import cached_property

from wb6assess.model.framework import Framework
from wb6assess.model.instrument import Instrument
from wb6assess.progress import Part, Progress
from wb6assess.scoring.country import RegionScores
from wb6assess.scoring.left_out import WithoutExpert, without_each_expert
from wb6assess.scoring.numbers import snapped
from wb6assess.scoring.priorities import Priority
from wb6assess.scoring.progress import RoundProgress
from wb6assess.scoring.raters import Raters
from wb6assess.scoring.robustness import OVERALL, Robustness
from wb6assess.scoring.sensitivity import (
    Branch,
    Path,
    Swing,
    domain_swings,
    overall_priorities,
    overall_weights,
    score_of,
    shortest_path,
    swings,
)
from wb6assess.scoring.whatif import Changes, WhatIf, what_if

_PARTS = 3


class Analysis:
    """Intervals, agreement, progress and priorities of scored countries.

    Attributes:
        framework: Domains, countries and the parameters computed with.
        instruments: Instrument id -> the version scored.
        region: The scores.
        robustness: Intervals, band certainty, ranks.
        raters: Agreement and severity of experts.
        progress: Against an earlier round; None when there is none.
    """

    def __init__(
        self,
        framework: Framework,
        instruments: Mapping[str, Instrument],
        region: RegionScores,
        progress: RoundProgress | None = None,
    ) -> None:
        self.framework = framework
        self.instruments = instruments
        self.region = region
        self.robustness = Robustness(framework, instruments, region)
        self.raters = Raters(framework, instruments, region)
        self.progress = progress

    def work_out(self, progress: Progress) -> None:
        """Agreement, intervals, change since the earlier round: asking never waits from now on.

        Raises:
            Cancelled: by `progress`, between countries, domains and draws; what is whole is kept.
        """
        self.raters.work_out(Part(progress, 0, _PARTS))
        self.robustness.work_out(Part(progress, 1, _PARTS))
        if self.progress is not None:
            self.progress.work_out(Part(progress, 2, _PARTS))
        progress.step(1, 1)

    def drawn_by(self, robustness: Robustness) -> "Analysis":
        """The same with other draws: more of them, for who wants to look closer."""
        other = copy(self)
        other.robustness = robustness
        return other

    def priorities(self, country: str, domain: str = OVERALL) -> tuple[Priority, ...]:
        """What to fix first for a country's overall score or for a domain's."""
        if domain:
            return self.region.countries[country].domains[domain].priorities
        return overall_priorities(self.branches(country), self.framework.parameters)

    def path(self, country: str, domain: str = OVERALL) -> Path | None:
        """Fewest one-level steps to the next band of the overall score or of a domain."""
        scores, parameters = self.region.countries[country], self.framework.parameters
        if domain:
            part = scores.domains[domain]
            published, weights, parts = part.score.node.published, part.effective, [part]
        else:
            published, parts = scores.overall.node.published, list(scores.domains.values())
            weights = overall_weights(self.branches(country), parameters)
        if published is None:
            return None
        values = {
            item: result.score
            for part in parts
            for item, result in part.results.items()
            if item in weights and result.score is not None
        }
        branches = [b for b in self.branches(country) if domain in {OVERALL, b.domain.id}]
        whole = score_of(branches, parameters, overall=domain == OVERALL)
        return shortest_path(published, values, weights, parameters.cuts, whole)

    def swings(self, country: str, domain: str = OVERALL) -> tuple[Swing, ...]:
        """What one level up or down, or leaving an indicator out, does to the whole or a domain."""
        branches, parameters = self.branches(country), self.framework.parameters
        if not domain:
            return swings(branches, parameters)
        return domain_swings(
            next(branch for branch in branches if branch.domain.id == domain), parameters
        )

    def without_each_expert(self, country: str, domain: str = OVERALL) -> Sequence[WithoutExpert]:
        """The published value without each expert; for coordinators only."""
        scores = self.region.countries[country]
        return without_each_expert(self.framework, self.instruments, scores, domain)

    def what_if(self, changes: Changes) -> Mapping[str, WhatIf]:
        """Country code -> scores beside the official ones under other weights or rules."""
        return what_if(self.framework, self.instruments, self.region, changes)

    def information_gaps(self, country: str, domain: str = OVERALL) -> tuple[str, ...]:
        """Indicators nobody could answer, by nominal weight in the whole or in a domain."""
        parts = self.region.countries[country].domains
        if domain:
            return parts[domain].information_gaps
        weights = {
            item: part.domain.weight * self.instruments[part.domain.instrument].nominal_weights[item]
            for part in parts.values()
            for item in part.information_gaps
        }
        return tuple(
            sorted(
                (item for item, weight in weights.items() if weight > 0),
                key=lambda item: (-snapped(weights[item]), item),
            )
        )

    def branches(self, country: str) -> tuple[Branch, ...]:
        """A country's domains as the sensitivity functions take them."""
        return tuple(
            Branch(part.domain, self.instruments[part.domain.instrument], part.results)
            for part in self.region.countries[country].domains.values()
        )

    def instrument_of(self, domain: str) -> Instrument:
        """The version a domain is scored with."""
        return self.instruments[
            next(item.instrument for item in self.framework.domains if item.id == domain)
        ]

    @cached_property
    def domain_of_item(self) -> Mapping[str, str]:
        """Indicator id -> domain id."""
        return {
            item: domain.id
            for domain in self.framework.domains
            if domain.instrument in self.instruments
            for item in self.instruments[domain.instrument].by_id
        }
