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
) -> DomainScore:
    """The domain's score.

    Args:
        part: The domain as it was scored.
        instrument: The same indicators in the same pillars; weights may be others.
        parameters: What to compute with.
        method: Aggregation over pillars where it is not the parameters'.
    """
    again = consolidate_all(instrument, list(part.ratings.values()), parameters)
    results = decided_results(part, again, part.supported, parameters)
    return domain_score(instrument, results, parameters, method)


def decided_results(
    part: CountryDomain,
    again: Mapping[str, Consensus],
    supported: Mapping[str, bool],
    parameters: Parameters,
) -> Mapping[str, IndicatorScore]:
    """Indicator id -> what enters the score tree.

    Args:
        part: The domain as it was scored; what its meetings decided stays.
        again: The experts consolidated with something changed.
        supported: Whether evidence of grade A or B stands behind an indicator now.
        parameters: What to compute with.
    """
    decided = part.validation.in_force
    results = {
        item: (part.consensus[item] if item in decided else value).result
        for item, value in again.items()
    }
    return with_evidence_cap(results, supported) if parameters.evidence_mode == "cap" else results
