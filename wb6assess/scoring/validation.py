"""What meetings decided in one domain of a country, and what that moved (methodology 5.6, 9.4)."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from wb6assess.model.decision import Action, Decision
from wb6assess.model.instrument import Instrument
from wb6assess.scoring.consensus import Consensus, Rating
from wb6assess.scoring.decisions import (
    Objection,
    decided,
    in_force,
    is_stale,
    objection,
)
from wb6assess.scoring.numbers import snapped
from wb6assess.scoring.states import State
from wb6assess.scoring.tree import DomainScore

Ratings = Mapping[str, Mapping[str, Rating]]
"""Expert code -> indicator id -> rating."""


class Fate(StrEnum):
    """What became of a record; `stale` ones are in force until the meeting looks again."""

    APPLIED = "applied"
    STALE = "stale"
    SUPERSEDED = "superseded"
    CONFLICT = "conflict"
    REFUSED = "refused"
    OTHER_ROUND = "other-round"
    OTHER_VERSION = "other-version"

    @property
    def in_force(self) -> bool:
        """Whether the record decides the value."""
        return self in {Fate.APPLIED, Fate.STALE}


@dataclass(frozen=True, slots=True)
class Judged:
    """A record with its fate; `objection` says why a refused one was refused."""

    record: Decision
    fate: Fate
    objection: Objection | None = None


@dataclass(frozen=True, slots=True)
class Validation:
    """The records of one domain of a country.

    Attributes:
        in_force: Indicator id -> the record that decides its value.
        stale: Indicators whose ratings changed after the meeting saw them.
        conflicts: Indicators with contradicting records; none of those applies.
        judged: Every record, by id.
    """

    in_force: Mapping[str, Decision]
    stale: frozenset[str]
    conflicts: frozenset[str]
    judged: tuple[Judged, ...]


_ABOUT_RATINGS = {
    Objection.OUTSIDE_RANGE,
    Objection.NOTHING_TO_CONFIRM,
    Objection.CONFIRMS_ANOTHER_VALUE,
}

NO_MEETING = Validation({}, frozenset(), frozenset(), ())


@dataclass(frozen=True, slots=True)
class Moved:
    """What meetings changed against the experts' values.

    Attributes:
        up, down, to_na: Numbers of indicators.
        filled: Indicators that had no value before.
        largest: Indicator and change in points of the largest single change; None without any.
    """

    up: int
    down: int
    to_na: int
    filled: int
    largest: tuple[str, float] | None


def validate(
    instrument: Instrument,
    records: Iterable[Decision],
    ratings: Ratings,
    consensus: Mapping[str, Consensus],
) -> Validation:
    """Judge a country's records on one instrument in one round; order and repetition do not matter.

    A record that may not be never applies and never takes another's place.

    Args:
        instrument: The version scored.
        records: Of this country, round and instrument.
        ratings: The experts' ratings.
        consensus: What they amount to, before any decision.
    """
    known = _without_twins(records)
    objections = {
        record.id: _objection(instrument, record, ratings, consensus, known)
        for found in known.values()
        for record in found
    }
    good = [
        found[0]
        for key, found in known.items()
        if len(found) == 1 and found[0].version == instrument.version and objections[key] is None
    ]
    outdated = {r.id for r in good if is_stale(r, of(ratings, r.indicator))}
    force = in_force(good, outdated)
    applied = {cell[2]: record for cell, record in force.decisions.items()}
    clashing = {record.indicator for found in known.values() if len(found) > 1 for record in found}
    applied = {item: record for item, record in applied.items() if item not in clashing}
    stale = frozenset(item for item, record in applied.items() if record.id in outdated)
    conflicts = frozenset({cell[2] for cell in force.conflicts} | clashing)
    replaced = {old for record in good for old in record.supersedes}
    judged = [
        _judged(record, instrument, objections[record.id], replaced, stale, conflicts)
        for _, found in sorted(known.items())
        for record in found
    ]
    return Validation(applied, stale, conflicts, tuple(judged))


def after_meetings(
    consensus: Mapping[str, Consensus], validation: Validation
) -> Mapping[str, Consensus]:
    """The country's values with the records in force."""
    return {item: decided(value, validation.in_force.get(item)) for item, value in consensus.items()}


def moved(before: Mapping[str, Consensus], after: Mapping[str, Consensus]) -> Moved:
    """Compare the experts' values with the final ones."""
    changes: dict[str, float] = {}
    to_na = filled = 0
    for item, final in after.items():
        was = before[item]
        if final.state is State.NOT_APPLICABLE and was.state is not State.NOT_APPLICABLE:
            to_na += 1
        elif final.score is not None and was.score is None:
            filled += 1
        elif final.score is not None and was.score is not None and snapped(final.score - was.score):
            changes[item] = final.score - was.score
    largest = min(changes, key=lambda item: (-abs(snapped(changes[item])), item), default=None)
    return Moved(
        up=sum(change > 0 for change in changes.values()),
        down=sum(change < 0 for change in changes.values()),
        to_na=to_na,
        filled=filled,
        largest=None if largest is None else (largest, changes[largest]),
    )


def adjustment(experts: DomainScore, final: DomainScore) -> Decimal | None:
    """Validated minus experts' published score; None where one of them has none."""
    before, after = experts.node.published, final.node.published
    return None if before is None or after is None else after - before


def of(ratings: Ratings, item: str) -> Mapping[str, Rating]:
    """Expert code -> rating of one indicator."""
    return {code: rated[item] for code, rated in ratings.items() if item in rated}


def _without_twins(records: Iterable[Decision]) -> Mapping[str, Sequence[Decision]]:
    """Records by id; the same one twice is one, different ones under one id stand side by side."""
    known: dict[str, list[Decision]] = {}
    for record in records:
        found = known.setdefault(record.id, [])
        if record not in found:
            found.append(record)
    return {key: sorted(found, key=repr) for key, found in sorted(known.items())}


def _objection(
    instrument: Instrument,
    record: Decision,
    ratings: Ratings,
    consensus: Mapping[str, Consensus],
    known: Container[str],
) -> Objection | None:
    indicator = instrument.by_id.get(record.indicator)
    if indicator is None or not indicator.scored:
        return Objection.NOT_SCORED
    # A mistyped id, or one of another country, would take nothing back and nobody would see it.
    if record.action is Action.REVOKE and not any(old in known for old in record.supersedes):
        return Objection.NOTHING_TO_REVOKE
    own = of(ratings, record.indicator)
    found = objection(record, list(own.values()), consensus[record.indicator])
    # A meeting that saw other ratings decided by those; against today's the range says nothing.
    return None if found in _ABOUT_RATINGS and is_stale(record, own) else found


def _judged(
    record: Decision,
    instrument: Instrument,
    why: Objection | None,
    replaced: set[str],
    stale: frozenset[str],
    conflicts: frozenset[str],
) -> Judged:
    if record.version != instrument.version:
        return Judged(record, Fate.OTHER_VERSION)
    if record.id in replaced:
        return Judged(record, Fate.SUPERSEDED)
    if why is not None:
        return Judged(record, Fate.REFUSED, why)
    if record.action is Action.REVOKE:
        return Judged(record, Fate.APPLIED)
    if record.indicator in conflicts:
        return Judged(record, Fate.CONFLICT)
    return Judged(record, Fate.STALE if record.indicator in stale else Fate.APPLIED)
