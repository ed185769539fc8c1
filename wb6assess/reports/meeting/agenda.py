"""What a validation meeting has before it, most important first (methodology 5.3, 5.6, 12.2).

A pure function of a consolidation: the same ratings and records give the same agenda. Nothing in it
names an expert.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from wb6assess.model.instrument import Instrument
from wb6assess.model.meeting import Place
from wb6assess.reports.meeting.items import Ground, figures_of, item_of, with_words
from wb6assess.reports.meeting.rows import Agenda, AgendaItem, PillarRest, RestLine
from wb6assess.reports.meeting.scales import POINTS_PER_LEVEL
from wb6assess.scoring.numbers import snapped

__all__ = ["Ground", "Selection", "agenda_at", "agenda_of", "item_of", "selected", "titled"]


@dataclass(frozen=True, slots=True)
class Selection:
    """What a meeting is about.

    Attributes:
        countries, instruments: Codes and ids; empty takes all.
        top: At most so many items; None takes all.
        everything: Indicators the experts agree on, too.
        settled: Indicators that are decided already, too.
        sensitive: What was written on sensitive questions, too.
    """

    countries: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    top: int | None = None
    everything: bool = False
    settled: bool = False
    sensitive: bool = False


def selected(items: Iterable[AgendaItem], selection: Selection) -> list[AgendaItem]:
    """Those of a selection by effective weight × range, then range, then indicator, then country."""
    picked = (
        item
        for item in items
        if (not selection.countries or item.country in selection.countries)
        and (not selection.instruments or item.instrument in selection.instruments)
        and (selection.settled or not item.settled)
        and (selection.everything or item.contested)
    )
    return sorted(picked, key=_order)[: selection.top]


def titled(items: Iterable[AgendaItem], instruments: Mapping[str, Instrument]) -> list[AgendaItem]:
    """The same with the titles of these questionnaires, which are the scored ones in any language."""
    return [
        replace(item, title=instruments[item.instrument].by_id[item.indicator].title) for item in items
    ]


def agenda_of(ground: Ground, selection: Selection = Selection()) -> Agenda:
    """The agenda of a selection, in the order of `selected`.

    `rest` has what can be confirmed by pillar: scored, not contested, not on the agenda, not decided.
    """
    everything = list(figures_of(ground, selection.countries, selection.instruments))
    picked = selected(everything, selection)
    return _agenda(ground, with_words(ground, picked, sensitive=selection.sensitive), everything)


def agenda_at(ground: Ground, places: Sequence[Place], *, sensitive: bool = False) -> Agenda:
    """The agenda of these places, in this order; places nobody answered are left out."""
    wanted = {country for country, _ in places}
    found = {item.place: item for item in figures_of(ground, wanted)}
    picked = [found[place] for place in places if place in found]
    ours = {(item.country, item.instrument) for item in picked}
    beside = [item for item in found.values() if (item.country, item.instrument) in ours]
    return _agenda(ground, with_words(ground, picked, sensitive=sensitive), beside)


def _order(item: AgendaItem) -> tuple[int, int, str, str]:
    return -snapped(item.importance), -snapped(item.range), item.indicator, item.country


def _agenda(ground: Ground, items: tuple[AgendaItem, ...], everything: Sequence[AgendaItem]) -> Agenda:
    on_it = {item.place for item in items}
    known = ground.framework.round_by_id.get(ground.round)
    rest = tuple(_rest(everything, on_it))
    times = [document.updated_at for document in ground.effective.values()]
    return Agenda(
        round=ground.round,
        round_title=known.title if known else ground.round,
        items=items,
        rest=rest,
        of=len(everything),
        sample=any(document.sample for document in ground.effective.values()),
        status_note=ground.framework.note_on(item.country for item in everything),
        digest=_digest(ground.round, items, rest),
        newest=max(times, default=datetime(2000, 1, 1, tzinfo=UTC)),
        contested=sum(item.contested and not item.settled for item in everything),
    )


def _rest(everything: Sequence[AgendaItem], on_it: Collection[Place]) -> Iterator[PillarRest]:
    """Pillar by pillar: what has a value, is agreed on, not discussed and not decided.

    A contested indicator for which the agenda has no room stays open; no tick may confirm it unseen.
    """
    pillars: dict[tuple[str, str, str], list[AgendaItem]] = {}
    for item in everything:
        waiting = item.standing is None and not item.contradicted and item.place not in on_it
        if item.score is not None and waiting and not item.contested:
            pillars.setdefault((item.country, item.instrument, item.pillar), []).append(item)
    for found in pillars.values():
        first = found[0]
        yield PillarRest(
            first.country,
            first.country_name,
            first.instrument,
            first.instrument_title,
            first.pillar,
            first.pillar_title,
            tuple(RestLine(i.indicator, i.title, _level(i.score)) for i in found),
        )


def _level(score: float | None) -> float:
    assert score is not None  # what has no value cannot be confirmed
    return score / POINTS_PER_LEVEL


def _digest(round_id: str, items: Sequence[AgendaItem], rest: Sequence[PillarRest]) -> str:
    seen = [
        round_id,
        [[*item.place, item.basis, item.standing and item.standing.record] for item in items],
        [[part.country, *part.indicators] for part in rest],
    ]
    return hashlib.sha256(
        json.dumps(seen, ensure_ascii=True, separators=(",", ":")).encode()
    ).hexdigest()
