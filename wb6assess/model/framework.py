"""The framework: which instruments make up the assessment, countries, rounds and parameters."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from wb6assess.model.vocabulary import Method

METHODOLOGY = "1.0"
"""Version of the scoring methodology every output names."""

STATUS_NOTE = (
    "* This designation is without prejudice to positions on status, and is in line with UNSCR "
    "1244/1999 and the ICJ Opinion on the Kosovo declaration of independence."
)
"""The footnote of a country marked with `footnote: status`, unless framework.yaml words it otherwise."""


@dataclass(frozen=True, slots=True)
class Methods:
    """Aggregation method per level of the score tree."""

    pillar: Method = Method.ARITHMETIC
    domain: Method = Method.ARITHMETIC
    overall: Method = Method.ARITHMETIC


@dataclass(frozen=True, slots=True)
class Parameters:
    """The parameter table of methodology 0; names and defaults are the table's own.

    Shares (`tau`, `provisional`, …) are in [0, 1]; ranges and cuts are score points 0-100.
    """

    tau: float = 0.60
    provisional: float = 0.80
    geo_delta: float = 1.0
    methods: Methods = Methods()
    cuts: tuple[float, float, float, float] = (20.0, 40.0, 60.0, 80.0)
    progress_cuts: tuple[float, float, float, float, float] = (-2.0, 2.0, 5.0, 10.0, 15.0)
    consolidation: str = "median"
    na_justification_min: int = 20
    na_weight_flag: float = 0.40
    evidence_mode: str = "flag"
    agree_tol: float = 20.0
    agree_share_min: float = 0.75
    flag_range_small: float = 40.0
    flag_range_large: float = 60.0
    flag_iqr: float = 30.0
    flag_n_large: int = 5
    alpha_min_units: int = 10
    alpha_B: int = 2000
    mc_B: int = 2000
    mc_weight_band: float = 0.25
    mc_p_geo: float = 0.5
    mc_noise_p: float = 0.20
    mc_noise_n: int = 3
    interval: tuple[float, float] = (0.05, 0.95)
    seed: int = 20240601
    k_min_experts: int = 3
    borderline: float = 0.80

    def changed(self) -> Mapping[str, object]:
        """Parameters that differ from the defaults; printed next to every result."""
        default = Parameters()
        return {
            name: getattr(self, name)
            for name in self.__dataclass_fields__
            if getattr(self, name) != getattr(default, name)
        }


@dataclass(frozen=True, slots=True)
class Country:
    """A country of the framework; `footnote` marks it for the framework's status note."""

    code: str
    name: str
    footnote: str = ""


@dataclass(frozen=True, slots=True)
class Domain:
    """One instrument as a node of the score tree; a core domain must be ok for an overall score."""

    id: str
    instrument: str
    weight: float
    core: bool = False
    method: Method | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """A data-collection wave."""

    id: str
    title: str
    reference_date: date | None = None
    cut_off: date | None = None


@dataclass(frozen=True)
class Framework:
    """What makes up the assessment, in the order of framework.yaml.

    `status_note` is the footnote of the countries that are marked for one.
    """

    id: str
    title: str
    countries: tuple[Country, ...]
    domains: tuple[Domain, ...]
    rounds: tuple[Round, ...] = ()
    parameters: Parameters = field(default_factory=Parameters)
    status_note: str = STATUS_NOTE

    def note_on(self, countries: Iterable[str]) -> str:
        """The status note where one of these countries (codes) is marked for it, else nothing."""
        marked = {country.code for country in self.countries if country.footnote}
        return self.status_note if marked.intersection(countries) else ""

    @cached_property
    def country_by_code(self) -> Mapping[str, Country]:
        """Countries by code, in the order of the file."""
        return {country.code: country for country in self.countries}

    @cached_property
    def round_by_id(self) -> Mapping[str, Round]:
        """Rounds by id."""
        return {item.id: item for item in self.rounds}

    @cached_property
    def domain_of(self) -> Mapping[str, Domain]:
        """Instrument id -> its domain."""
        return {domain.instrument: domain for domain in self.domains}
