"""Levels of several experts beside each other: what is sent back, and what moved after it (Delphi).

Raw levels as the experts chose them, before caps: an expert must recognise the own one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from wb6assess.exchange.merge import sort_key
from wb6assess.exchange.queries import spreads_from_text
from wb6assess.model.assessment import Document, Identity
from wb6assess.model.framework import Framework
from wb6assess.model.instrument import Indicator, Instrument
from wb6assess.model.query import FEWEST, Spread
from wb6assess.model.vocabulary import IndicatorType
from wb6assess.scoring.consensus import quantile
from wb6assess.scoring.states import AnswerSheet, State
from wb6assess.store.records import Sending

LEVELS = range(6)


class Direction(StrEnum):
    """Where an expert moved, seen from the median that was sent."""

    TOWARDS = "towards"
    AWAY = "away"
    ACROSS = "across"
    STAYED = "stayed"
    BEGAN = "began"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Levels:
    """How many experts chose each of the levels 0 to 5."""

    counts: tuple[int, ...]

    @property
    def n(self) -> int:
        """Experts with a level."""
        return sum(self.counts)

    @property
    def median(self) -> float | None:
        """The middle level."""
        return float(median(self._each)) if self.n else None

    @property
    def range(self) -> int:
        """Levels between the lowest and the highest choice."""
        return self._each[-1] - self._each[0] if self.n else 0

    @property
    def iqr(self) -> float:
        """Interquartile range in levels (type 7, as methodology 5.2)."""
        if not self.n:
            return 0.0
        return quantile(self._each, 0.75) - quantile(self._each, 0.25)

    @property
    def _each(self) -> list[int]:
        return [level for level in LEVELS for _ in range(self.counts[level])]


@dataclass(frozen=True, slots=True)
class ExpertMove:
    """One expert's level before and after the spread was sent; for the coordinator only."""

    expert: str
    before: int | None
    after: int | None
    direction: Direction


@dataclass(frozen=True, slots=True)
class IndicatorMove:
    """What a second round changed for one indicator of a country.

    Attributes:
        country, instrument, indicator: Which.
        before: All experts' levels as last sent.
        after: All experts' levels now.
        moves: Those who handed in a revision after the spread was sent, by code.
        waiting: Codes of those who got it and have not handed in since.
    """

    country: str
    instrument: str
    indicator: str
    before: Levels
    after: Levels
    moves: tuple[ExpertMove, ...]
    waiting: tuple[str, ...]

    @property
    def moved(self) -> int:
        """How many changed their level."""
        return sum(move.direction is not Direction.STAYED for move in self.moves)

    def towards(self, direction: Direction) -> int:
        """How many moved this way."""
        return sum(move.direction is direction for move in self.moves)


Rated = Mapping[str, Mapping[str, int]]
"""Indicator -> expert -> level."""


def rated_levels(
    documents: Mapping[Identity, Document],
    framework: Framework,
    instruments: Mapping[str, Instrument],
) -> Mapping[tuple[str, str], Rated]:
    """Country and instrument -> every scored expert's levels; sensitive questions are left out."""
    found: dict[tuple[str, str], dict[str, dict[str, int]]] = {}
    for key in sorted(documents, key=sort_key):
        instrument = instruments[key.instrument]
        place = found.setdefault((key.country, key.instrument), {})
        for item, level in _levels(documents[key], instrument, framework):
            place.setdefault(item, {})[key.expert] = level
    return found


def spreads_for(expert: str, rated: Rated, instrument: Instrument) -> Iterator[Spread]:
    """What one expert is shown, in the questionnaire's order, where enough experts chose a level."""
    for item in instrument.by_id:
        chosen = rated.get(item, {})
        if len(chosen) >= FEWEST:
            yield Spread(item, counted(chosen.values()), chosen.get(expert))


def counted(levels: Iterable[int]) -> tuple[int, ...]:
    """How many chose each level."""
    each = list(levels)
    return tuple(each.count(level) for level in LEVELS)


def moves_since(
    sendings: Sequence[Sending],
    effective: Mapping[Identity, Document],
    framework: Framework,
    instruments: Mapping[str, Instrument],
) -> tuple[IndicatorMove, ...]:
    """What changed since spreads were last sent, by country, instrument and questionnaire order.

    Args:
        sendings: Oldest first; of each expert the newest with spreads counts.
        effective: The documents that are scored now.
        framework: Countries and parameters.
        instruments: Instrument id -> the version scored.
    """
    newest = {sending.key: sending for sending in sendings if sending.spreads != "[]"}
    now = rated_levels(effective, framework, instruments)
    groups: dict[tuple[str, str], list[Sending]] = {}
    for key in sorted(newest, key=sort_key):
        instrument = instruments.get(key.instrument)
        if instrument is not None and instrument.version == key.instrument_version:
            groups.setdefault((key.country, key.instrument), []).append(newest[key])
    return tuple(
        move
        for (country, instrument_id), group in groups.items()
        for move in _moves(
            country,
            instruments[instrument_id],
            group,
            now.get((country, instrument_id), {}),
            effective,
        )
    )


def _moves(
    country: str,
    instrument: Instrument,
    group: Sequence[Sending],
    now: Rated,
    effective: Mapping[Identity, Document],
) -> Iterator[IndicatorMove]:
    shown = {
        sending.key: {spread.indicator: spread for spread in spreads_from_text(sending.spreads)}
        for sending in sorted(group, key=lambda sending: sending.sent_at)
    }
    revision = {sending.key: sending.revision for sending in group}
    for item in instrument.by_id:
        pictures = {key: spreads[item] for key, spreads in shown.items() if item in spreads}
        if not pictures:
            continue
        chosen = now.get(item, {})
        back = [key for key in pictures if _newer(effective.get(key), revision[key])]
        yield IndicatorMove(
            country,
            instrument.id,
            item,
            before=Levels(list(pictures.values())[-1].counts),
            after=Levels(counted(chosen.values())),
            moves=tuple(
                _move(key.expert, pictures[key], chosen.get(key.expert))
                for key in sorted(back, key=sort_key)
            ),
            waiting=tuple(sorted(key.expert for key in pictures if key not in back)),
        )


def _newer(document: Document | None, revision: int) -> bool:
    return document is not None and document.revision > revision


def _move(expert: str, picture: Spread, after: int | None) -> ExpertMove:
    return ExpertMove(expert, picture.own, after, _direction(picture.own, after, picture.median))


def _direction(before: int | None, after: int | None, middle: float) -> Direction:
    if before == after:
        return Direction.STAYED
    if before is None:
        return Direction.BEGAN
    if after is None:
        return Direction.LEFT
    was, now = abs(before - middle), abs(after - middle)
    if was == now:
        return Direction.ACROSS
    return Direction.TOWARDS if now < was else Direction.AWAY


def _levels(
    document: Document, instrument: Instrument, framework: Framework
) -> Iterator[tuple[str, int]]:
    answers = dict(document.answers.items())  # unpacked once: the sheet asks for each again and again
    sheet = AnswerSheet(
        instrument,
        answers,
        document.identity.country,
        na_justification_min=framework.parameters.na_justification_min,
    )
    for item, indicator in instrument.by_id.items():
        answer = answers.get(item)
        if answer is None or not _sent(indicator) or sheet.state(item) is not State.ANSWERED:
            continue
        if isinstance(answer.value, int):
            yield item, answer.value


def _sent(indicator: Indicator) -> bool:
    """A sensitive answer never leaves the coordinator, not even as one of several."""
    return indicator.type is IndicatorType.LEVEL and not indicator.sensitive
