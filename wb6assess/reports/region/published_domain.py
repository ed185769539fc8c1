"""What the published means of one domain tell about its hidden indicators."""

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from wb6assess.model.framework import Parameters
from wb6assess.model.instrument import Instrument
from wb6assess.reports.region.inference import Equation, Sum, certain, determined, follows
from wb6assess.reports.region.possible_scores import possible_scores
from wb6assess.reports.region.published_means import aspect_means, index_means, pillar_means
from wb6assess.scoring.country_domain import CountryDomain
from wb6assess.scoring.numbers import published

_HALF_STEP = 0.05
"""How far a mean may lie from what is printed of it, in points."""


@dataclass(frozen=True)
class PublishedDomain:
    """A domain as somebody outside sees it.

    Attributes:
        domain, instrument: Its scores and questions.
        parameters: How scores come about.
        pillars: Those whose scores are published.
        scored: Indicators with a value, shown or not.
        beside: Whether means over law, practice and the rest are published, too.
    """

    domain: CountryDomain
    instrument: Instrument
    parameters: Parameters
    pillars: Collection[str]
    scored: Collection[str]
    beside: bool

    def tells(self, hidden: Collection[str], secret: Collection[str]) -> frozenset[str]:
        """Secrets among the hidden whose value follows, exactly or because scores come in steps."""
        computed = self.computed(hidden)
        sums = [found for equation in self._means if (found := self._sum(equation, hidden)).weights]
        asked = {item for found in sums for item in found.weights}
        values = {item: self._score(item) for item in asked}
        return frozenset(
            item
            for item in asked.intersection(secret)
            if item in computed or certain(item, sums, self._choices, values)
        )

    def computed(self, hidden: Collection[str]) -> frozenset[str]:
        """Hidden indicators whose value can be computed, whatever it is."""
        return determined(self.equations, hidden)

    def beside_any(self, items: Collection[str]) -> frozenset[str]:
        """Indicators in a mean together with one of these."""
        return frozenset(
            item
            for equation in self.equations
            if not equation.keys().isdisjoint(items)
            for item, weight in equation.items()
            if weight
        )

    def inside(self) -> frozenset[str]:
        """Indicators in any of the means."""
        return frozenset(
            item for equation in self.equations for item, weight in equation.items() if weight
        )

    def tells_with(
        self, further: Equation, secrets: Iterable[Equation], hidden: Collection[str]
    ) -> bool:
        """Whether one of these means over hidden indicators follows once a further one is published.

        The domain's own score counts as published here.
        """
        known = [*self.equations, self.domain.effective, further]
        return any(follows(known, secret, hidden) for secret in secrets)

    @cached_property
    def equations(self) -> tuple[Equation, ...]:
        """Weights behind every published mean."""
        indices = index_means(self.instrument, self.scored) if self.beside else ()
        return (*self._means, *indices)

    @cached_property
    def _means(self) -> tuple[Equation, ...]:
        aspects = aspect_means(self.instrument, self.scored) if self.beside else ()
        found = (*pillar_means(self.instrument, self.pillars, self.scored), *aspects)
        return tuple(equation for equation in found if any(equation.values()))

    def _sum(self, equation: Equation, hidden: Collection[str]) -> Sum:
        whole = math.fsum(equation.values())
        mean = math.fsum(weight * self._score(item) for item, weight in equation.items()) / whole
        printed = float(published(mean))
        room = (printed - _HALF_STEP - mean) * whole, (printed + _HALF_STEP - mean) * whole
        weights = {item: weight for item, weight in equation.items() if item in hidden and weight}
        return Sum(weights, room)

    def _score(self, item: str) -> float:
        return self.domain.results[item].score or 0.0

    @cached_property
    def _choices(self) -> Mapping[str, frozenset[float]]:
        """With the true value, whatever a meeting or a mean of many may have made of it."""
        return {
            item: possible_scores(
                self.instrument.by_id[item],
                self.domain.consensus[item].n,
                self.parameters,
                decided=item in self.domain.validation.in_force,
            )
            | {self._score(item)}
            for item in self.inside()
        }
