"""What the published means of one domain tell about its hidden indicators."""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
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

_ENDS = frozenset({0.0, 100.0})
"""Scores that all experts gave where they are the experts' median or mean."""


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

    def tells(self, hidden: Collection[str], secret: frozenset[str]) -> frozenset[str]:
        """Secrets among the hidden whose value follows, exactly or because scores come in steps.

        Who tries every level is kept from single ratings whatever is printed. What two experts amount
        to is kept from him in the pillars only: law and practice could hardly ever be told otherwise.
        """
        computed, pillars, means = self.computed(hidden), self._pillar_means, self._means
        two, one = self._sums(pillars, hidden), self._sums(means, hidden)
        return frozenset(
            item
            for item in secret.intersection(hidden)
            if item in computed or self._certain(item, one if self._tells_ratings(item) else two)
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
        return (*self._pillar_means, *filter(_weighs, aspects))

    @cached_property
    def _pillar_means(self) -> tuple[Equation, ...]:
        return tuple(filter(_weighs, pillar_means(self.instrument, self.pillars, self.scored)))

    def _tells_ratings(self, item: str) -> bool:
        """Whether the value is a rating, or says what every rating is."""
        return self.domain.consensus[item].n <= 1 or self._score(item) in _ENDS

    def _certain(self, item: str, sums: Sequence[Sum]) -> bool:
        asked = {part for found in sums for part in found.weights}
        values = {part: self._score(part) for part in asked}
        return item in asked and certain(item, sums, self._choices, values)

    def _sums(self, means: Iterable[Equation], hidden: Collection[str]) -> list[Sum]:
        return [found for equation in means if (found := self._sum(equation, hidden)).weights]

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


def _weighs(equation: Equation) -> bool:
    return any(equation.values())
