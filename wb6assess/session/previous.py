"""What the same question was answered in an earlier round, where it still means the same."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from wb6assess.errors import AppError
from wb6assess.instruments.library import Library, version_key
from wb6assess.model.assessment import Answer, Status
from wb6assess.model.framework import Framework
from wb6assess.model.instrument import Indicator, Instrument
from wb6assess.model.values import value_fault
from wb6assess.model.vocabulary import LineageChange
from wb6assess.session.surroundings import Surroundings
from wb6assess.store import assessments as table
from wb6assess.store.answers import load_answers
from wb6assess.store.records import AssessmentInfo

COMPARABLE = frozenset({LineageChange.UNCHANGED, LineageChange.EDITORIAL, LineageChange.RESCALED})
"""The question still means the same (methodology 8)."""


@dataclass(frozen=True, slots=True)
class PreviousAnswers:
    """Answers of an earlier round in this workspace.

    Attributes:
        round: Id of that round.
        expert: Whose answers; another expert's when this one has none.
        revision: The revision they are from.
        handed_in: Whether that revision was handed in; otherwise a draft or withdrawn.
        instrument: The version they were given to, for its texts.
        answers: Id of today's indicator -> the earlier answer; only those whose meaning is the same.
        earlier_ids: Id of today's indicator -> its id then.
    """

    round: str
    expert: str
    revision: int
    handed_in: bool
    instrument: Instrument
    answers: Mapping[str, Answer]
    earlier_ids: Mapping[str, str]


def previous_answers(
    around: Surroundings, info: AssessmentInfo, instrument: Instrument
) -> PreviousAnswers | None:
    """The latest earlier round of the same country and questionnaire.

    The same expert's comes first, also when another's is later; within a round what was handed in.
    """
    framework = around.library.framework
    with around.database.reading() as connection:
        listed = table.list_assessments(connection)
        earlier = [each for each in listed if _is_earlier(each, info, framework)]
        handed_in = {each.id: table.newest_handed_in(connection, each.id) for each in earlier}
    if not earlier:
        return None
    found = max(earlier, key=_preference(info, framework, handed_in))
    then = around.questionnaire_of(found)
    revision, answers = _answers(around, found, then, handed_in[found.id])
    ids = _earlier_ids(then, instrument, around.library)
    return PreviousAnswers(
        round=found.identity.round,
        expert=found.identity.expert,
        revision=revision,
        handed_in=handed_in[found.id] is not None,
        instrument=then,
        answers=_carried(instrument, answers, ids),
        earlier_ids=ids,
    )


def _is_earlier(other: AssessmentInfo, info: AssessmentInfo, framework: Framework) -> bool:
    ours, theirs = info.identity, other.identity
    order = list(framework.round_by_id)
    return (
        (ours.country, ours.instrument) == (theirs.country, theirs.instrument)
        and ours.round in order
        and theirs.round in order
        and order.index(theirs.round) < order.index(ours.round)
        and version_key(theirs.instrument_version) <= version_key(ours.instrument_version)
    )


def _preference(
    info: AssessmentInfo, framework: Framework, handed_in: Mapping[str, tuple[int, str] | None]
) -> Callable[[AssessmentInfo], tuple[object, ...]]:
    order = list(framework.round_by_id)

    def rank(other: AssessmentInfo) -> tuple[object, ...]:
        return (
            other.identity.expert == info.identity.expert,
            order.index(other.identity.round),
            handed_in[other.id] is not None,
            other.updated_at,
            other.id,
        )

    return rank


def _answers(
    around: Surroundings, found: AssessmentInfo, then: Instrument, handed_in: tuple[int, str] | None
) -> tuple[int, Mapping[str, Answer]]:
    """Revision and answers: as handed in, or what stands there now."""
    if handed_in is None or (found.status is Status.SUBMITTED and handed_in[0] == found.revision):
        with around.database.reading() as connection:
            return found.revision, load_answers(connection, found.id)
    from wb6assess.session.copies import kept_document

    revision, text = handed_in
    return revision, kept_document(text, then).answers


def _earlier_ids(then: Instrument, now: Instrument, library: Library) -> Mapping[str, str]:
    """Id now -> id then, followed through the versions in between."""
    chain = [now, *_between(then, now, library), then]
    ids = {item: item for item in now.by_id}
    for newer, older in pairwise(chain):
        ids = {
            item: origin
            for item, step in ids.items()
            if (origin := _origin(newer.by_id[step], newer, older)) is not None
        }
    return ids


def _between(then: Instrument, now: Instrument, library: Library) -> list[Instrument]:
    """Versions in between, newest first; one that cannot be read is left out."""
    low, high = version_key(then.version), version_key(now.version)
    found = []
    try:
        versions = library.versions(now.id)
        wanted = [version for version in versions if low < version_key(version) < high]
        found = [library.instrument(now.id, version) for version in wanted]
    except AppError:
        return found  # ids that were renamed in between then have no earlier answer
    return found


def _origin(item: Indicator, newer: Instrument, older: Instrument) -> str | None:
    """The id in the older version whose meaning is the same; None when there is none."""
    if newer.version == older.version:
        return item.id if item.id in older.by_id else None
    lineage = item.lineage
    origin = older.by_id.get((lineage.old if lineage else "") or item.id)
    if origin is None or (lineage is not None and lineage.change not in COMPARABLE):
        return None
    if lineage is None and _meaning(origin) != _meaning(item):
        return None
    return origin.id


def _meaning(item: Indicator) -> tuple[object, ...]:
    return (item.type, item.question, item.levels, item.options, item.unit)


def _carried(
    instrument: Instrument, answers: Mapping[str, Answer], ids: Mapping[str, str]
) -> Mapping[str, Answer]:
    """The answers under today's ids, as far as today's question can hold them."""
    carried = {}
    for item, origin in ids.items():
        answer = answers.get(origin)
        if answer is None:
            continue
        fault = None if answer.value is None else value_fault(instrument.by_id[item], answer.value)
        if fault is None or not fault.structural:
            known = {field.id for field in instrument.by_id[item].fields}
            fields = {name: value for name, value in answer.fields.items() if name in known}
            carried[item] = replace(answer, fields=fields)
    return carried
