"""What a regional report is about: one record that every output of it obeys."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from wb6assess.errors import ErrorCode, InstrumentError
from wb6assess.model.assessment import Identity
from wb6assess.model.framework import Country, Framework
from wb6assess.session.names import refuse_unknown_country


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """Choices of the coordinator; the empty record takes everything as the framework says.

    Attributes:
        countries: Codes; empty for all. Regional lines are over these alone.
        instruments: Ids; empty for all. Without a core questionnaire there is no overall score.
        language: Of the questionnaires' texts; scores and words of the report do not depend on it.
        threshold: Experts a public figure needs at least (methodology 12.2); None takes the framework's.
        status_note: Whether the framework's status note stands below, and its mark behind the name.
        seed: Start of random numbers, unsigned 32-bit; None takes the framework's.
        draws: Monte Carlo replicates; None takes the framework's.
    """

    countries: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    language: str = "en"
    threshold: int | None = None
    status_note: bool = True
    seed: int | None = None
    draws: int | None = None

    def framework(self, given: Framework) -> Framework:
        """The framework as chosen; a changed parameter is named beside every result.

        Raises:
            AnswerError: COUNTRY_UNKNOWN.
        """
        for code in self.countries:
            refuse_unknown_country(given, code)
        parameters = given.parameters
        return replace(
            given,
            countries=tuple(
                self._country(country)
                for country in given.countries
                if _chosen(country.code, self.countries)
            ),
            parameters=replace(
                parameters,
                seed=parameters.seed if self.seed is None else self.seed,
                mc_B=parameters.mc_B if self.draws is None else self.draws,
                k_min_experts=parameters.k_min_experts if self.threshold is None else self.threshold,
            ),
        )

    def about(self, key: Identity) -> bool:
        """Whether a document is about what was chosen."""
        return self.includes(key.country, key.instrument)

    def includes(self, country: str, instrument: str) -> bool:
        """Whether a country and a questionnaire were chosen."""
        return _chosen(country, self.countries) and _chosen(instrument, self.instruments)

    def refuse_unknown_instruments(self, known: Iterable[str]) -> None:
        """Raise INSTRUMENT_UNKNOWN where a chosen questionnaire is none of these."""
        ids = tuple(known)
        for item in self.instruments:
            if item not in ids:
                raise InstrumentError(ErrorCode.INSTRUMENT_UNKNOWN, instrument=item, known=ids)

    def _country(self, country: Country) -> Country:
        return country if self.status_note else replace(country, footnote="")


def _chosen(item: str, chosen: Collection[str]) -> bool:
    return not chosen or item in chosen


EVERYTHING = ReportOptions()
"""No choice made."""
