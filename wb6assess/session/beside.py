"""Which assessments belong beside each other: one expert, one country, one round."""

from wb6assess.model.assessment import Identity
from wb6assess.model.conditions import referenced_indicators
from wb6assess.model.instrument import Instrument


def looks_beside(instrument: Instrument) -> bool:
    """Whether a check of this questionnaire asks about another one's indicators."""
    own = set(instrument.answerable())
    return any(
        item not in own for check in instrument.checks for item in referenced_indicators(check.when)
    )


def beside(one: Identity, other: Identity) -> bool:
    """Whether the same expert answers different questions about the same country and round."""
    return one.instrument != other.instrument and (one.country, one.round, one.expert) == (
        other.country,
        other.round,
        other.expert,
    )
