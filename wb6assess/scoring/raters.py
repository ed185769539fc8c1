"""How far the experts agree, and how strict each of them is (methodology 5.4, 5.5)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import fmean, median

from wb6assess.model.framework import Framework, Parameters
from wb6assess.model.instrument import Indicator, Instrument
from wb6assess.model.vocabulary import IndicatorType
from wb6assess.progress import SILENT, Progress
from wb6assess.scoring.country import RegionScores
from wb6assess.scoring.country_domain import CountryDomain
from wb6assess.scoring.numbers import at_least
from wb6assess.scoring.reliability import Alpha, ordinal_alpha, percent_agreement

MIN_VIGNETTES = 4
FLAG_SEVERITY = 0.75
"""Levels; from there an expert stands apart."""

_COUNTED = (IndicatorType.YESNO, IndicatorType.SINGLE, IndicatorType.MULTI, IndicatorType.NUMERIC)


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """Share of equal pairs in [0, 1] and how many pairs there are; `share` is None without any."""

    share: float | None
    pairs: int


@dataclass(frozen=True, slots=True)
class Reliability:
    """Agreement in one domain, of a country or of the region.

    Attributes:
        alpha: On the raw levels of level indicators.
        others: Type of the other scored indicators the instrument has -> agreement of pairs.
    """

    alpha: Alpha
    others: Mapping[IndicatorType, PairAgreement]


@dataclass(frozen=True, slots=True)
class Severity:
    """An expert's mean distance in levels from all experts' median on the same vignettes.

    Shown to coordinators only, never subtracted from a score. `value` is None below four vignettes.
    """

    country: str
    domain: str
    expert: str
    vignettes: int
    value: float | None

    @property
    def stands_apart(self) -> bool:
        """Three quarters of a level or more."""
        return self.value is not None and at_least(abs(self.value), FLAG_SEVERITY)


class Raters:
    """Agreement and severity of a consolidation; computed when first asked for."""

    def __init__(
        self, framework: Framework, instruments: Mapping[str, Instrument], region: RegionScores
    ) -> None:
        self._framework = framework
        self._instruments = instruments
        self._region = region

    def work_out(self, progress: Progress) -> None:
        """Everything, so that asking never waits; what was stopped is not kept.

        Raises:
            Cancelled: by `progress`.
        """
        if "by_country" not in self.__dict__:
            self.by_country = self._by_country(progress)
        _ = self.by_domain, self.severities
        progress.step(1, 1)

    @cached_property
    def by_country(self) -> Mapping[tuple[str, str], Reliability]:
        """(domain id, country code) -> reliability."""
        return self._by_country(SILENT)

    @cached_property
    def by_domain(self) -> Mapping[str, Reliability]:
        """Domain id -> reliability over all countries; a unit is an indicator in a country."""
        countries = [self._region.countries[code] for code in sorted(self._region.countries)]
        return {
            key: self._reliability(
                [country.domains[key] for country in countries], f"alpha:region:{key}"
            )
            for key in self._region.domains
        }

    @cached_property
    def severities(self) -> tuple[Severity, ...]:
        """Every expert of a domain with vignettes, by domain, country and code."""
        return tuple(found for key in self._region.domains for found in self._severities_in(key))

    def _by_country(self, progress: Progress) -> Mapping[tuple[str, str], Reliability]:
        countries = self._region.countries.values()
        found = {}
        for done, country in enumerate(countries):
            for key, domain in country.domains.items():
                progress.step(done, len(countries) + 1)
                found[key, country.code] = self._reliability([domain], f"alpha:{key}:{country.code}")
        progress.step(len(countries), len(countries) + 1)
        return found

    def _reliability(self, domains: Sequence[CountryDomain], label: str) -> Reliability:
        instrument = self._instruments[domains[0].domain.instrument]
        parameters: Parameters = self._framework.parameters
        levels = list(units(domains, instrument, IndicatorType.LEVEL))
        return Reliability(
            ordinal_alpha(
                [[value for value in unit if isinstance(value, int)] for unit in levels],
                label=label,
                seed=parameters.seed,
                replicates=parameters.alpha_B,
                min_units=parameters.alpha_min_units,
                interval=parameters.interval,
            ),
            {
                kind: _pairs(list(units(domains, instrument, kind)))
                for kind in _COUNTED
                if any(item.type is kind for item in instrument.indicators())
            },
        )

    def _severities_in(self, domain: str) -> Iterator[Severity]:
        levels = {
            (code, expert, item): level
            for code, country in self._region.countries.items()
            for expert, given in country.domains[domain].values.items()
            for item, level in given.items()
            if item in self._vignettes(domain) and isinstance(level, int)
        }
        medians = {
            item: median(level for (_, _, about), level in levels.items() if about == item)
            for item in {about for _, _, about in levels}
        }
        own: dict[tuple[str, str], list[float]] = {}
        for (code, expert, item), level in levels.items():
            own.setdefault((code, expert), []).append(level - medians[item])
        for (code, expert), distances in sorted(own.items()):
            enough = len(distances) >= MIN_VIGNETTES
            yield Severity(code, domain, expert, len(distances), fmean(distances) if enough else None)

    def _vignettes(self, domain: str) -> Mapping[str, object]:
        (found,) = (item for item in self._framework.domains if item.id == domain)
        return self._instruments[found.instrument].vignette_by_id


def units(
    domains: Sequence[CountryDomain], instrument: Instrument, kind: IndicatorType
) -> Iterator[list[int | str]]:
    """Raw values of all experts on each indicator of a type, domain by domain, in order."""
    chosen = [item for item in instrument.indicators() if item.type is kind]
    for domain in domains:
        for item in chosen:
            yield [
                _comparable(item, given[item.id])
                for _, given in sorted(domain.values.items())
                if item.id in given
            ]


def _comparable(item: Indicator, value: object) -> int | str:
    if item.type is IndicatorType.LEVEL and isinstance(value, int):
        return value
    if item.type is IndicatorType.NUMERIC:
        return repr(float(str(value)))  # 5 and "5.0" are the same number
    return repr(sorted(value)) if isinstance(value, tuple) else repr(value)


def _pairs(found: Sequence[Sequence[int | str]]) -> PairAgreement:
    pairs = sum(len(unit) * (len(unit) - 1) // 2 for unit in found)
    return PairAgreement(percent_agreement(found), pairs)
