"""What changed since an earlier round in every country, with its uncertainty (methodology 8)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from wb6assess.model.framework import Framework
from wb6assess.model.instrument import Instrument
from wb6assess.progress import SILENT, Progress
from wb6assess.scoring.country import RegionScores
from wb6assess.scoring.country_domain import CountryDomain
from wb6assess.scoring.intervals import interval
from wb6assess.scoring.matched_panels import matched_panel
from wb6assess.scoring.numbers import snapped
from wb6assess.scoring.panels import layout, tree_of
from wb6assess.scoring.rounds import (
    LEFT_OUT,
    Matched,
    Origin,
    ProgressWord,
    composition_effect,
    matched_progress,
    origins,
    progress_word,
)
from wb6assess.scoring.tree import NodeScore, overall_score
from wb6assess.scoring.uncertainty import Panel, Replicates, simulate
from wb6assess.scoring.weights import effective_weights

STREAM = "mc:progress"
"""Label of the random numbers; the countries' panels now and then alternate, in code order."""


@dataclass(frozen=True, slots=True)
class Change:
    """A matched change of one node.

    Attributes:
        now, before: Published scores of the matched set; None when not comparable.
        total: Change of the published scores of everything, matched or not.
        word: The word for the matched change.
        interval: 90 % interval of the matched change in points.
    """

    now: Decimal | None
    before: Decimal | None
    total: Decimal | None
    word: ProgressWord | None
    interval: tuple[float, float] | None

    @property
    def points(self) -> Decimal | None:
        """R1(now - before); None when not comparable (":")."""
        return None if self.now is None or self.before is None else self.now - self.before

    @property
    def composition(self) -> Decimal | None:
        """What new, dropped and re-weighted items did."""
        if self.total is None or self.points is None:
            return None
        return composition_effect(self.total, self.points)

    @property
    def within_uncertainty(self) -> bool:
        """The interval contains no change; binary noise keeps no end away from 0."""
        if self.interval is None:
            return False
        low, high = self.interval
        return snapped(low) <= 0 <= snapped(high)


@dataclass(frozen=True, slots=True)
class Round:
    """A scored round: its id, the versions it used, its scores."""

    id: str
    instruments: Mapping[str, Instrument]
    region: RegionScores


class RoundProgress:
    """A round against an earlier one; both are scored with today's parameters.

    Attributes:
        earlier: The earlier round.
        matched: (country code, domain id) -> the matched trees, for domains both rounds have.
    """

    def __init__(
        self,
        framework: Framework,
        now: Round,
        earlier: Round,
        chains: Mapping[str, Sequence[Instrument]],
        draws: int | None = None,
    ) -> None:
        """Match the rounds.

        Args:
            framework: Domains, countries, parameters.
            now: The round reported.
            earlier: The round it is compared with.
            chains: Instrument id -> its versions from now back to the earlier round's, both included.
            draws: Replicates; None takes the parameters'.
        """
        self._framework = framework
        self._now = now
        self._layout = layout(framework, now.instruments)
        self._draws = framework.parameters.mc_B if draws is None else draws
        self.earlier = earlier
        self._origins = {key: origins(chain) for key, chain in chains.items()}
        self.matched = {
            (code, domain.id): self._match(code, domain.id)
            for code in now.region.countries
            for domain, instrument in self._layout.domains
            if instrument.id in self._origins and self._has(code, domain.id)
        }

    def work_out(self, progress: Progress) -> None:
        """Draw the intervals, so that asking never waits; a run that was stopped is not kept.

        Raises:
            Cancelled: by `progress`.
        """
        if "_replicates" not in self.__dict__:
            self._replicates = self._drawn(progress)
        progress.step(1, 1)

    def domain(self, country: str, domain: str) -> Change | None:
        """A domain's change; None when the earlier round has nothing of it."""
        found = self.matched.get((country, domain))
        if found is None:
            return None
        now, before = self._part(self._now, country, domain), self._part(self.earlier, country, domain)
        return self._change(
            found.now.node if found.now else None,
            found.before.node if found.before else None,
            (now.score.node, before.score.node),
            self._interval(country, domain),
        )

    def overall(self, country: str) -> Change | None:
        """The change over matched domains; needs every core domain."""
        if not any(code == country for code, _ in self.matched):
            return None
        now, before = self._overall_nodes(country)
        whole = tuple(
            found.region.countries[country].overall.node for found in (self._now, self.earlier)
        )
        return self._change(now, before, (whole[0], whole[1]), self._interval(country, ""))

    def fell(self, country: str, domain: str) -> tuple[str, ...]:
        """Matched indicators that lost points, in the questionnaire's order."""
        found = self.matched[country, domain]
        now, before = self._part(self._now, country, domain), self._part(self.earlier, country, domain)
        return tuple(
            item
            for item in found.items
            if _lost(now, before, item, self._origins[now.domain.instrument][item])
        )

    def weights(self, country: str, domain: str) -> Mapping[str, float]:
        """Matched indicator -> its share of the matched scores; empty when not comparable."""
        found = self.matched[country, domain]
        if found.now is None:
            return {}
        part = self._part(self._now, country, domain)
        inside = {item: part.results[item] for item in found.items}
        return effective_weights(
            self._now.instruments[part.domain.instrument],
            dict.fromkeys(part.results, LEFT_OUT) | inside,
            found.now.pillars,
        )

    def origin(self, domain: str, item: str) -> str:
        """Id of the earlier round's indicator that a matched one comes from."""
        (owner,) = (found for found, _ in self._layout.domains if found.id == domain)
        return self._origins[owner.instrument][item].item

    def _has(self, country: str, domain: str) -> bool:
        then = self.earlier.region.countries.get(country)
        return then is not None and domain in then.domains and bool(then.domains[domain].experts)

    def _match(self, country: str, domain: str) -> Matched:
        now, before = self._part(self._now, country, domain), self._part(self.earlier, country, domain)
        instrument = now.domain.instrument
        return matched_progress(
            self._now.instruments[instrument],
            now.results,
            before.results,
            self._framework.parameters,
            now.domain.method,
            from_=self._origins[instrument],
        )

    def _part(self, found: Round, country: str, domain: str) -> CountryDomain:
        return found.region.countries[country].domains[domain]

    def _overall_nodes(self, country: str) -> tuple[NodeScore | None, NodeScore | None]:
        """Matched domains by their weights; None unless every core domain is comparable."""
        trees = [(domain, self.matched.get((country, domain.id))) for domain in self._framework.domains]
        known = [(domain, found) for domain, found in trees if found is not None and found.now]
        if {domain.id for domain, _ in trees if domain.core} - {domain.id for domain, _ in known}:
            return None, None
        parameters = self._framework.parameters
        return (
            overall_score([(domain, found.now) for domain, found in known], parameters).node,
            overall_score([(domain, found.before) for domain, found in known], parameters).node,
        )

    def _change(
        self,
        now: NodeScore | None,
        before: NodeScore | None,
        whole: tuple[NodeScore, NodeScore],
        between: tuple[float, float] | None,
    ) -> Change:
        after = now.published if now else None
        first = before.published if before else None
        total = None
        if whole[0].published is not None and whole[1].published is not None:
            total = whole[0].published - whole[1].published
        word = None
        if after is not None and first is not None:
            word = progress_word(after - first, self._framework.parameters.progress_cuts)
        return Change(after, first, total, word, between if word else None)

    def _interval(self, country: str, domain: str) -> tuple[float, float] | None:
        """The same replicate's weights for both rounds, experts drawn independently."""
        run = self._replicates
        now = run.codes.index(country)  # its panel of the earlier round follows
        if domain:
            places = [found.id for found, _ in self._layout.domains]
            scores = run.domains[:, places.index(domain), :]
        else:
            scores = run.overall
        return interval(scores[now] - scores[now + 1], self._framework.parameters.interval)

    @cached_property
    def _replicates(self) -> Replicates:
        return self._drawn(SILENT)

    def _drawn(self, progress: Progress) -> Replicates:
        panels = [
            panel
            for code in sorted(self._now.region.countries)
            for panel in (self._panel(code, then=False), self._panel(code, then=True))
        ]
        tree = tree_of(self._framework, self._layout)
        return simulate(
            tree,
            panels,
            self._framework.parameters,
            self._draws,
            label=STREAM,
            progress=progress,
        )

    def _panel(self, country: str, *, then: bool) -> Panel:
        """A country's matched indicators in one of the rounds."""
        rounds = self.earlier if then else self._now
        return matched_panel(
            self._framework,
            self._layout,
            rounds.region.countries[country],
            {key: found for (code, key), found in self.matched.items() if code == country},
            self._origins if then else {},
            overall_ok=self._overall_nodes(country)[0] is not None,
        )


def _lost(now: CountryDomain, before: CountryDomain, item: str, origin: Origin) -> bool:
    after, first = now.results[item].score, before.results[origin.item].score
    if after is None or first is None:
        return False
    return snapped(after) < snapped(origin.score(first))
