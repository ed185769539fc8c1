"""How an assessment stands, in the words of its card and its line in the list."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.dates import day_words
from ui.marks import Mark
from ui.widgets.card import CardState

if TYPE_CHECKING:
    from wb6assess.session.workspace import AssessmentInfo, Divided

WITHDRAWN = "withdrawn"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Home", text)


def card_state(
    info: "AssessmentInfo", countries: Mapping[str, str], now: datetime, divided: str = ""
) -> CardState:
    """Everything a card shows; `divided` says in words who answers what."""
    key = info.identity
    mark, note = note_words(info)
    return CardState(
        id=info.id,
        title=info.title,
        identity=f"{countries.get(key.country, key.country)} · {key.round} · {key.expert}",
        revision=_tr("revision {n}").format(n=info.revision),
        done=info.done,
        asked=info.asked,
        locked=info.submitted_at is not None,
        sample=info.sample,
        note=note,
        note_mark=mark,
        edited=edited_words(info, now),
        verb=verb_words(info),
        divided=divided,
    )


def note_words(info: "AssessmentInfo") -> tuple[Mark | None, str]:
    """The most urgent thing about an assessment, with its mark; at most one."""
    if info.status == WITHDRAWN:
        return Mark.INFO, _tr("Withdrawn, counts for nothing")
    if info.submitted_at is not None:
        return Mark.ANSWERED, _tr("Handed in, locked")
    if info.queries:
        words = _tr("1 query from the coordinator")
        many = _tr("{n} queries from the coordinator").format(n=info.queries)
        return Mark.COMMENT, words if info.queries == 1 else many
    if info.blocking == 1:
        return Mark.BLOCKS, _tr("1 finding stands against handing in")
    if info.blocking:
        return Mark.BLOCKS, _tr("{n} findings stand against handing in").format(n=info.blocking)
    if info.flagged:
        return Mark.FLAGGED, _tr("{n} flagged to come back to").format(n=info.flagged)
    if info.asked and info.done == info.asked:
        return Mark.COMPLETE, _tr("Everything answered, ready to hand in")
    return None, ""


def edited_words(info: "AssessmentInfo", now: datetime) -> str:
    """When something last happened, and what."""
    if info.status == WITHDRAWN and info.submitted_at is not None:
        return _tr("Withdrawn {when}").format(when=day_words(info.submitted_at, now))
    if info.submitted_at is not None:
        return _tr("Handed in {when}").format(when=day_words(info.submitted_at, now))
    if not info.last_item and not info.done:
        return _tr("Not started")
    if info.returned_at is not None and (info.queries or info.returned_at >= info.updated_at):
        return _tr("Returned {when}").format(when=day_words(info.returned_at, now, with_time=False))
    return _tr("Edited {when}").format(when=day_words(info.updated_at, now, with_time=False))


def verb_words(info: "AssessmentInfo") -> str:
    """What opening it means."""
    if info.submitted_at is not None:
        return _tr("Open")
    if info.queries:
        return _tr("Answer")
    return _tr("Continue") if info.done or info.last_item else _tr("Start")


def divided_words(divided: "Divided") -> dict[str, str]:
    """Assessment id -> who answers what and what came back, for those divided among colleagues."""
    words = {
        key: _given_words(given, divided.back.get(key, frozenset()), divided.own.get(key, ()))
        for key, given in divided.given.items()
    }
    part = _tr("Part of a questionnaire, answered by {name}: {pillars}")
    for key, (name, pillars) in divided.parts.items():
        words[key] = part.format(name=name, pillars=_numbers(pillars))
    return words


def _given_words(given: Mapping[str, str], back: Collection[str], own: Collection[str]) -> str:
    """Such as "Pillars 2, 3 are with Ana; 5 came back from Ben; 1, 4 stay with you"."""
    waiting = {pillar: person for pillar, person in given.items() if pillar not in back}
    came = {pillar: person for pillar, person in given.items() if pillar in back}
    parts = [
        *(_tr("{pillars} with {name}").format(**each) for each in _by_person(waiting)),
        *(_tr("{pillars} back from {name}").format(**each) for each in _by_person(came)),
    ]
    if own:
        parts.append(_tr("{pillars} with you").format(pillars=_numbers(own)))
    return _tr("Pillars: {list}").format(list="; ".join(parts))


def _by_person(given: Mapping[str, str]) -> list[dict[str, str]]:
    """The pillars of each person, in their order."""
    found: dict[str, list[str]] = {}
    for pillar, person in sorted(given.items()):
        found.setdefault(person, []).append(pillar)
    return [{"name": person, "pillars": _numbers(pillars)} for person, pillars in found.items()]


def _numbers(pillars: Iterable[str]) -> str:
    """Pillars as their numbers, as everywhere beside their questionnaire's title."""
    return ", ".join(pillar.rpartition("-")[2] for pillar in sorted(pillars))


def count_words(infos: list["AssessmentInfo"]) -> str:
    """How many there are, and how many of them are handed in."""
    handed_in = sum(info.submitted_at is not None and info.status != WITHDRAWN for info in infos)
    n = len(infos)
    words = _tr("1 assessment") if n == 1 else _tr("{n} assessments").format(n=n)
    return words + _tr(", {n} handed in").format(n=handed_in) if handed_in else words
