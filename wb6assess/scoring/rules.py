"""The conditions and checks of values of one instrument, made ready to be asked many times."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from wb6assess.model.instrument import Cap, Field, Instrument, Vignette
from wb6assess.model.once import once_for_each
from wb6assess.model.values import Gate, gate_of
from wb6assess.scoring.conditions import Meaning, meaning_of

_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class FactRule:
    """When a companion field is asked, and what fits it.

    Attributes:
        field: What is asked.
        gate: What is wrong with a value.
        ask: When it is asked; None for always.
    """

    field: Field
    gate: Gate
    ask: Meaning | None


@dataclass(frozen=True, slots=True)
class CapRule:
    """A cap, the score it allows (0-100), and when it does."""

    cap: Cap
    score: float
    when: Meaning


class _OnDemand(dict[str, _Made]):
    """Made for an id when it is first asked for: all of a large questionnaire take three frames."""

    def __init__(self, make: Callable[[str], _Made]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, item: str) -> _Made:
        made = self[item] = self._make(item)
        return made


class Rules:
    """Everything an instrument asks of answers, by id."""

    def __init__(self, instrument: Instrument) -> None:
        self._instrument = instrument

    @cached_property
    def gates(self) -> Mapping[str, Gate]:
        """What is wrong with the value of an indicator."""
        return {item: gate_of(indicator) for item, indicator in self._instrument.by_id.items()}

    @cached_property
    def unasked(self) -> Mapping[str, Gate]:
        """What is wrong with the value of a vignette or context question, which are always asked."""
        questions: dict[str, Field | Vignette] = {
            **self._instrument.vignette_by_id,
            **self._instrument.context_by_id,
        }
        return {item: gate_of(question) for item, question in questions.items()}

    @cached_property
    def asked(self) -> Mapping[str, Meaning]:
        """When an indicator is asked, for those that have a condition."""
        return {
            item: meaning_of(indicator.ask_if)
            for item, indicator in self._instrument.by_id.items()
            if indicator.ask_if is not None
        }

    @cached_property
    def facts(self) -> Mapping[str, Mapping[str, FactRule]]:
        """Indicator -> field -> its rule; ask for indicators of the instrument only, by []."""
        return _OnDemand(self._facts_of)

    def _facts_of(self, item: str) -> Mapping[str, FactRule]:
        return {
            field.id: FactRule(
                field, gate_of(field), None if field.ask_if is None else meaning_of(field.ask_if)
            )
            for field in self._instrument.by_id[item].fields
        }

    @cached_property
    def caps(self) -> Mapping[str, tuple[CapRule, ...]]:
        """The caps of an indicator, lowest first; ask for indicators of the instrument only, by []."""
        return _OnDemand(self._caps_of)

    def _caps_of(self, item: str) -> tuple[CapRule, ...]:
        return tuple(
            CapRule(cap, 20.0 * cap.at, meaning_of(cap.when))
            for cap in sorted(self._instrument.by_id[item].caps, key=lambda cap: cap.at)
        )

    @cached_property
    def checks(self) -> Mapping[str, Meaning]:
        """When a check speaks."""
        return {check.id: meaning_of(check.when) for check in self._instrument.checks}


rules_of = once_for_each(Rules)
"""The rules of an instrument, made ready once."""
