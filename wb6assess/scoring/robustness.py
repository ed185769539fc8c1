"""How sure the scores are: intervals, bands, ranks, and what the uncertainty comes from (6.3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from wb6assess.model.framework import Framework, Parameters
from wb6assess.model.instrument import Instrument
from wb6assess.progress import SILENT, Part, Progress
from wb6assess.scoring.arrays import Floats
from wb6assess.scoring.country import RegionScores
from wb6assess.scoring.intervals import Certainty, band_certainty, interval, rank_ranges
from wb6assess.scoring.one_draw import OneDraw, one_draw
from wb6assess.scoring.panels import layout, panel_of, tree_of
from wb6assess.scoring.tree import NodeScore
from wb6assess.scoring.uncertainty import (
    Panel,
    Replicates,
    Tree,
    Vary,
    simulate,
)

OVERALL = ""
"""Stands for the overall score where a domain id is expected."""

RankRange = tuple[int, int]

_RUNS = 4
"""Everything varying, then each of the three sources alone."""


@dataclass(frozen=True, slots=True)
class NodeUncertainty:
    """Interval in points and band certainty of one published node."""

    interval: tuple[float, float]
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Widths:
    """Width of the interval in points with everything varying, and with one source alone."""

    everything: float
    weights: float
    aggregation: float
    experts: float


class Robustness:
    """The resampled scores of every country; computed when first asked for.

    Attributes:
        draws: Replicates.
        seed: Where the random numbers start.
    """

    def __init__(
        self,
        framework: Framework,
        instruments: Mapping[str, Instrument],
        region: RegionScores,
        draws: int | None = None,
    ) -> None:
        self._framework = framework
        self._region = region
        self._layout = layout(framework, instruments)
        self._places = {domain.id: place for place, (domain, _) in enumerate(self._layout.domains)}
        self.draws = framework.parameters.mc_B if draws is None else draws
        self.seed = framework.parameters.seed

    def work_out(self, progress: Progress) -> None:
        """Draw all there is to draw, so that asking never waits; a run that was stopped is not kept.

        Raises:
            Cancelled: by `progress`.
        """
        if "replicates" not in self.__dict__:
            self.replicates = self._run(Vary(), Part(progress, 0, _RUNS))
        if "_sources" not in self.__dict__:
            self._sources = self._one_source_alone(progress)
        progress.step(1, 1)

    def node(self, country: str, domain: str = OVERALL) -> NodeUncertainty | None:
        """Of the overall score or a domain; None where it is not published."""
        node, parameters = self._node(country, domain), self._parameters
        values = self._values(self.replicates, country, domain)
        found = interval(values, parameters.interval)
        if found is None or node.published is None:
            return None
        sure = band_certainty(values, node.published, parameters.cuts)
        return None if sure is None else NodeUncertainty(found, sure)

    def is_borderline(self, certainty: Certainty) -> bool:
        """Worded as bordering on the neighbouring band."""
        return certainty.borderline(self._parameters.borderline)

    def rank_range(self, country: str, domain: str = OVERALL) -> RankRange | None:
        """The ranks a country takes; for coordinators only."""
        return self._ranks[domain][country]

    def not_distinguishable(self, domain: str = OVERALL) -> tuple[tuple[str, str], ...]:
        """Pairs of countries whose rank ranges overlap."""
        ranges = [(code, found) for code, found in self._ranks[domain].items() if found]
        return tuple(
            (one, other)
            for place, (one, (low, high)) in enumerate(ranges)
            for other, (from_, to) in ranges[place + 1 :]
            if low <= to and from_ <= high
        )

    def widths(self, country: str, domain: str = OVERALL) -> Widths | None:
        """Decomposition by source; None where there is no interval."""
        runs = [self.replicates, *self._sources]
        found = [interval(self._values(run, country, domain), self._parameters.interval) for run in runs]
        spans = [high - low for low, high in filter(None, found)]
        return Widths(*spans) if len(spans) == len(runs) else None

    def draw(self, country: str, number: int) -> OneDraw:
        """One replicate with every number drawn for a country; `number` counts from 1."""
        tree, panels = self._inputs
        return one_draw(tree, panels, self._layout, self._parameters, country, number)

    @cached_property
    def replicates(self) -> Replicates:
        """Every score of every replicate."""
        return self._run(Vary())

    @cached_property
    def _sources(self) -> tuple[Replicates, ...]:
        """Weights alone, aggregation alone, experts and thin ratings alone."""
        return self._one_source_alone(SILENT)

    @cached_property
    def _ranks(self) -> Mapping[str, Mapping[str, RankRange | None]]:
        run, shares = self.replicates, self._parameters.interval
        ranks = {OVERALL: rank_ranges(run.overall, run.codes, shares)}
        for domain, place in self._places.items():
            ranks[domain] = rank_ranges(run.domains[:, place, :], run.codes, shares)
        return ranks

    @cached_property
    def _inputs(self) -> tuple[Tree, tuple[Panel, ...]]:
        tree = tree_of(self._framework, self._layout)
        countries = self._region.countries
        return tree, tuple(
            panel_of(self._framework, self._layout, countries[code]) for code in sorted(countries)
        )

    @property
    def _parameters(self) -> Parameters:
        return self._framework.parameters

    def _one_source_alone(self, progress: Progress) -> tuple[Replicates, ...]:
        nothing = {"weights": False, "aggregation": False, "experts": False}
        return tuple(
            self._run(Vary(**{**nothing, source: True}), Part(progress, number, _RUNS))
            for number, source in enumerate(nothing, start=1)
        )

    def _run(self, vary: Vary, progress: Progress = SILENT) -> Replicates:
        tree, panels = self._inputs
        return simulate(tree, panels, self._parameters, self.draws, vary, progress=progress)

    def _values(self, run: Replicates, country: str, domain: str) -> Floats:
        place = run.codes.index(country)
        values: Floats = run.domains[place, self._places[domain]] if domain else run.overall[place]
        return values

    def _node(self, country: str, domain: str) -> NodeScore:
        scores = self._region.countries[country]
        return scores.overall.node if domain == OVERALL else scores.domains[domain].score.node
