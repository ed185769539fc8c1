"""A domain of a country scored again from its experts' ratings, with something changed.

What the validation meeting decided keeps its value: it rests on what the meeting saw. The official
scores are never touched; everything here is a figure beside them.
"""

from collections.abc import Mapping

from wb6assess.model.framework import Parameters
from wb6assess.model.instrument import Instrument
from wb6assess.model.vocabulary import Method
from wb6assess.scoring.consensus import Consensus, consolidate_all
from wb6assess.scoring.country_domain import CountryDomain
from wb6assess.scoring.scores import with_evidence_cap
from wb6assess.scoring.states import IndicatorScore
from wb6assess.scoring.tree import DomainScore, domain_score


def rescored(
    part: CountryDomain,
    instrument: Instrument,
    parameters: Parameters,
    method: Method | None = None,
    *,
    without: str = "",
) -> DomainScore:
    """The domain's score.

    Args:
        part: The domain as it was scored.
        instrument: The same indicators in the same pillars; weights may be others.
        parameters: What to compute with.
        method: Aggregation over pillars where it is not the parameters'.
        without: Code of an expert to leave out, with the evidence only this expert gave.
    """
    results = rescored_results(part, instrument, parameters, without=without)
    return domain_score(instrument, results, parameters, method)


def rescored_results(
    part: CountryDomain, instrument: Instrument, parameters: Parameters, *, without: str = ""
) -> Mapping[str, IndicatorScore]:
    """Indicator id -> what enters the score tree."""
    sheets = [rated for code, rated in part.ratings.items() if code != without]
    decided = part.validation.in_force
    again = consolidate_all(instrument, sheets, parameters)
    final: dict[str, Consensus] = {
        item: part.consensus[item] if item in decided else value for item, value in again.items()
    }
    results = {item: value.result for item, value in final.items()}
    if parameters.evidence_mode != "cap":
        return results
    return with_evidence_cap(results, _supported(part, without))


def _supported(part: CountryDomain, without: str) -> Mapping[str, bool]:
    if not without:
        return part.supported
    decided = part.validation.in_force
    return {
        item: any(code != without for code in part.supporters[item])
        or (item in decided and bool(decided[item].evidence_refs))
        for item in part.supported
    }
