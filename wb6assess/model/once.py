"""What follows from a questionnaire alone, worked out once and kept while it is in use."""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from wb6assess.model.instrument import Instrument

T = TypeVar("T")

_KEPT = 16
"""Questionnaires in use at once, in their versions and languages."""


def once_for_each(make: Callable[[Instrument], T]) -> Callable[[Instrument], T]:
    """The same function, called once for each instrument; what it makes is never changed."""

    @lru_cache(maxsize=_KEPT)
    def made(same: _Same) -> T:
        return make(same.instrument)

    return lambda instrument: made(_Same(instrument))


class _Same:
    """Compares by identity: an instrument is too large to be compared by what it holds."""

    def __init__(self, instrument: Instrument) -> None:
        self.instrument = instrument

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.instrument is self.instrument

    def __hash__(self) -> int:
        return id(self.instrument)
