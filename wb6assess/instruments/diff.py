"""What changed from one version of a questionnaire to another, with the lineage to write down."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wb6assess.errors import ErrorCode, InstrumentError
from wb6assess.instruments.lineage import (
    IndicatorChange,
    PartChange,
    Weight,
    changed_parts,
    indicator_changes,
    removed,
)
from wb6assess.instruments.parts import other_parts
from wb6assess.model.instrument import Indicator, Instrument, Lineage
from wb6assess.model.vocabulary import LineageChange

DIFF_FORMAT = "wb6assess-instrument-diff/1"
_SAME_MEANING = frozenset({LineageChange.UNCHANGED, LineageChange.EDITORIAL})


@dataclass(frozen=True)
class Difference:
    """Two versions side by side.

    Attributes:
        old: The earlier version.
        new: The later version.
        indicators: Every indicator of the later version.
        removed: Indicators that nothing in the later version comes from.
        others: What differs outside indicators: pillars, sources, checks, context questions.
        accepted: Ids whose changed wording a person calls editorial.
    """

    old: Instrument
    new: Instrument
    indicators: tuple[IndicatorChange, ...]
    removed: tuple[Indicator, ...]
    others: tuple[PartChange, ...]
    accepted: frozenset[str] = frozenset()

    @property
    def changed(self) -> tuple[IndicatorChange, ...]:
        """Indicators that differ or are new."""
        return tuple(change for change in self.indicators if change.parts or change.old is None)

    def proposed(self, change: IndicatorChange) -> Lineage:
        """The lineage to write down for an indicator."""
        return change.proposed(self.accepted)

    def unconfirmed(self) -> tuple[IndicatorChange, ...]:
        """Indicators that the later version calls the same although what they ask or how they score
        differs, and for which nobody has given a word.
        """
        return tuple(
            change
            for change in self.indicators
            if change.new.lineage is not None
            and change.new.lineage.change in _SAME_MEANING
            and self.proposed(change).change is LineageChange.REWORDED
        )


def differences(old: Instrument, new: Instrument, accepted: Iterable[str] = ()) -> Difference:
    """Compare two versions of one questionnaire.

    Args:
        old: The earlier version.
        new: The later version.
        accepted: Ids of the later version whose changed wording has the same meaning as before.

    Raises:
        InstrumentError: EDITORIAL_REFUSED: an accepted id is not there, or its scoring changed.
    """
    changes = indicator_changes(old, new)
    word = frozenset(accepted)
    _refuse_untrue(word, changes, new)
    others = changed_parts(other_parts(old), other_parts(new))
    return Difference(old, new, changes, removed(changes, old), others, word)


def _refuse_untrue(
    accepted: frozenset[str], changes: Iterable[IndicatorChange], new: Instrument
) -> None:
    by_id: Mapping[str, IndicatorChange] = {change.new.id: change for change in changes}
    for name in sorted(accepted):
        if name not in by_id:
            reason = f"version {new.version} has no such indicator"
            raise InstrumentError(ErrorCode.EDITORIAL_REFUSED, indicator=name, reason=reason)
        if by_id[name].old is None:
            reason = "it is new and has nothing to be compared with"
            raise InstrumentError(ErrorCode.EDITORIAL_REFUSED, indicator=name, reason=reason)
        scoring = [part.name for part in by_id[name].parts if part.weight is Weight.SCORING]
        if scoring:
            reason = f"{', '.join(scoring)} changed, so answers score differently"
            raise InstrumentError(ErrorCode.EDITORIAL_REFUSED, indicator=name, reason=reason)


def difference_document(found: Difference) -> dict[str, object]:
    """The outcome as `instrument diff --json` writes it (docs/formats.md)."""
    waiting = {change.new.id for change in found.unconfirmed()}
    return {
        "format": DIFF_FORMAT,
        "old": _version(found.old),
        "new": _version(found.new),
        "indicators": [
            {
                "id": change.new.id,
                "changes": [_part(part) for part in change.parts],
                "similarity": round(change.similarity, 3) if change.old is not None else None,
                "needs_a_word": change.needs_a_word and change.new.id not in found.accepted,
                "declared": _lineage(change.new.lineage),
                "proposed": _lineage(found.proposed(change)),
                "refused": change.new.id in waiting,
            }
            for change in found.indicators
        ],
        "removed": [item.id for item in found.removed],
        "others": [_part(part) for part in found.others],
    }


def _version(instrument: Instrument) -> dict[str, str]:
    return {"id": instrument.id, "version": instrument.version, "digest": instrument.digest}


def _part(part: PartChange) -> dict[str, str]:
    return {"part": part.name, "before": part.before, "after": part.after}


def _lineage(lineage: Lineage | None) -> dict[str, object] | None:
    if lineage is None:
        return None
    pairs: dict[str, object] = {"old": lineage.old, "change": lineage.change.value}
    if lineage.scores:
        pairs["scores"] = list(lineage.scores)
    return pairs
