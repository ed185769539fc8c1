"""Whether the framework knows a country and a round, whether a code can be an expert's; new codes."""

import secrets

from wb6assess.errors import AnswerError, ErrorCode
from wb6assess.model.assessment import EXPERT_CODE
from wb6assess.model.framework import Framework

_UNMISTAKABLE = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No 0 and O, 1, I and L, U and V: codes are read out on the telephone."""


def propose_expert_code() -> str:
    """A pseudonymous code drawn at random, such as "E-7Q4K"."""
    return "E-" + "".join(secrets.choice(_UNMISTAKABLE) for _ in range(4))


def refuse_bad_names(framework: Framework, country: str, round_id: str, expert: str) -> None:
    """Raise EXPERT_CODE_INVALID, COUNTRY_UNKNOWN, ROUND_UNKNOWN."""
    if not EXPERT_CODE.fullmatch(expert):
        raise AnswerError(ErrorCode.EXPERT_CODE_INVALID, expert=expert)
    refuse_unknown_country(framework, country)
    refuse_unknown_round(framework, round_id)


def refuse_unknown_country(framework: Framework, country: str) -> None:
    """Raise COUNTRY_UNKNOWN with the countries there are."""
    if country not in framework.country_by_code:
        known = tuple(framework.country_by_code)
        raise AnswerError(ErrorCode.COUNTRY_UNKNOWN, country=country, known=known)


def refuse_unknown_round(framework: Framework, round_id: str) -> None:
    """Raise ROUND_UNKNOWN with the rounds there are."""
    if round_id not in framework.round_by_id:
        known = tuple(framework.round_by_id)
        raise AnswerError(ErrorCode.ROUND_UNKNOWN, round=round_id, known=known)
