"""Sharing a questionnaire among colleagues: writing parts, taking them back, joining them.

A part says what stood in the whole when it was written. So joining knows who changed what: where only
the colleague did, his answer is taken; where both did, a person chooses. In any order, the same.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from wb6assess.errors import AnswerError, ErrorCode
from wb6assess.exchange.parts import (
    LONGEST_LABEL,
    SUFFIX,
    Part,
    answer_digest,
    part_bytes,
    part_of,
    read_part,
)
from wb6assess.exchange.texts import tidy
from wb6assess.files import replacing
from wb6assess.model.assessment import Answer
from wb6assess.session.evidence import named_files
from wb6assess.session.open_assessment import OpenAssessment
from wb6assess.session.recording import Change

__all__ = [
    "LONGEST_LABEL",
    "SUFFIX",
    "Candidate",
    "JoinPlan",
    "Part",
    "answered_part",
    "apply",
    "join_parts",
    "part_for",
    "read_part",
    "write_back",
    "write_file",
    "write_part",
]

_NOTHING = Answer()


@dataclass(frozen=True, slots=True)
class Candidate:
    """One colleague's answer to one question."""

    item: str
    label: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class JoinPlan:
    """What joining parts would do; nothing is stored yet.

    Attributes:
        parts: The parts it is about.
        taken: Item -> the colleague's answer that takes our place; an empty one takes ours away.
        unchanged: Items of these parts that stay as they are.
        doubled: Item -> the different answers colleagues gave where ours has changed too or several
            colleagues answered; ours is not among them. Each needs a choice.
        outside: Answers to questions the colleague was not asked; left out unless chosen.
        unassigned: Ids of pillars that nobody answers, in the questionnaire's order.
        waiting: Pillar id -> the colleague whose part is neither among these nor joined before.
        missing_files: Names of attached files that are not in this workspace.
    """

    parts: tuple[Part, ...]
    taken: Mapping[str, Answer]
    unchanged: tuple[str, ...]
    doubled: Mapping[str, tuple[Candidate, ...]]
    outside: tuple[Candidate, ...]
    unassigned: tuple[str, ...]
    waiting: Mapping[str, str]
    missing_files: tuple[str, ...]


def write_part(target: Path, assessment: OpenAssessment, pillars: Iterable[str], label: str) -> Part:
    """Write some pillars for a colleague; attached files do not travel in it.

    Args:
        target: Where to.
        assessment: The whole.
        pillars: Ids, at least one.
        label: Who will answer them, at most 80 characters.

    Raises:
        AnswerError: PILLAR_UNKNOWN.
        ValueError: no pillar or nobody is named (a defect of the caller).
        ExportError: it could not be written; what stood there is unchanged.
    """
    part = part_for(assessment, pillars, label)
    write_file(target, part)
    return part


def part_for(assessment: OpenAssessment, pillars: Iterable[str], label: str) -> Part:
    """What `write_part` would write now; another thread may write it.

    Raises:
        AnswerError: PILLAR_UNKNOWN.
        ValueError: no pillar or nobody is named (a defect of the caller).
    """
    chosen = tuple(dict.fromkeys(pillars))
    person = tidy(label).strip()
    if not chosen or not 0 < len(person) <= LONGEST_LABEL:
        raise ValueError("a part has pillars and somebody who answers them")
    assessment.refuse_unknown_pillars(chosen)
    return part_of(assessment.document(), assessment.instrument, chosen, person)


def write_back(target: Path, assessment: OpenAssessment) -> Part:
    """Write the part a colleague sent, answered, for him to join.

    Raises:
        ValueError: this assessment is no part (a defect: look at `part` first).
        ExportError: it could not be written; what stood there is unchanged.
    """
    part = answered_part(assessment)
    write_file(target, part)
    return part


def answered_part(assessment: OpenAssessment) -> Part:
    """What `write_back` would write now; another thread may write it.

    Raises:
        ValueError: this assessment is no part (a defect: look at `part` first).
    """
    known = assessment.part
    if known is None:
        raise ValueError("only a part can be written back")
    now = part_of(assessment.document(), assessment.instrument, known.pillars, known.label)
    return Part(now.document, known.label, known.pillars, known.base_hash, known.base)


def write_file(target: Path, part: Part) -> None:
    """Write a part.

    Raises:
        ExportError: it could not be written; what stood there is unchanged.
    """
    with replacing(target) as scratch:
        scratch.write_bytes(part_bytes(part))


def join_parts(assessment: OpenAssessment, parts: Sequence[Part]) -> JoinPlan:
    """What would become of every answer when these parts are joined.

    Raises:
        AnswerError: ASSESSMENT_OTHER: a part belongs to another questionnaire, country, round or
            expert.
    """
    for part in parts:
        assessment.refuse_other(part.document.identity, part.label)
    assigned = assessment.assignment()
    taken: dict[str, Answer] = {}
    unchanged: list[str] = []
    doubled: dict[str, tuple[Candidate, ...]] = {}
    for item in assessment.instrument.by_id:
        inside = [part for part in parts if _asks(part, item, assessment, assigned)]
        found = _candidates(item, inside, assessment.answer(item))
        if len(found) == 1 and not _changed_since(item, inside, assessment.answer(item)):
            taken[item] = found[0].answer
        elif found:
            doubled[item] = found
        elif inside:
            unchanged.append(item)
    offered = [*taken.values(), *(each.answer for many in doubled.values() for each in many)]
    return JoinPlan(
        parts=tuple(parts),
        taken=taken,
        unchanged=tuple(unchanged),
        doubled=doubled,
        outside=tuple(sorted(_outside(assessment, parts, assigned), key=_place)),
        unassigned=tuple(p.id for p in assessment.instrument.pillars if p.id not in assigned),
        waiting=_waiting(assigned, parts, assessment.came_back()),
        missing_files=_missing_files(assessment, offered),
    )


def apply(
    assessment: OpenAssessment,
    plan: JoinPlan,
    choices: Mapping[str, Answer] | None = None,
    *,
    reopen: bool = False,
) -> tuple[Change, ...]:
    """Store what the plan takes and what was chosen: all or nothing, one step of undo.

    The plan is made anew first, so that nothing answered meanwhile is lost.

    Args:
        assessment: The whole.
        plan: From `join_parts`.
        choices: Item -> the answer to keep, for each doubled item (ours may be chosen, too) and for
            any outside one that is wanted.
        reopen: Begin the next revision with them when this one is handed in.

    Raises:
        AnswerError: JOIN_UNDECIDED with `items`, ASSESSMENT_LOCKED, ANSWER_NOT_ALLOWED.
        StorageError: nothing was stored, or nothing but that the parts came back is missing.
    """
    current = join_parts(assessment, plan.parts)
    made = dict(choices or {})
    undecided = tuple(item for item in current.doubled if item not in made)
    if undecided:
        raise AnswerError(ErrorCode.JOIN_UNDECIDED, items=undecided, count=len(undecided))
    answers = {**current.taken, **made}
    whose = {item: _whose(item, answer, plan.parts) for item, answer in answers.items()}
    begins = reopen and assessment.locked
    changes = (assessment.reopen if begins else assessment.record_all)(answers, whose)
    for part in plan.parts:
        assessment.note_back(part.label, part.pillars)
    return changes


def _whose(item: str, answer: Answer, parts: Iterable[Part]) -> str:
    """The colleague who answered like this; "" when nobody did."""
    found = (part.label for part in parts if part.document.answers.get(item) == answer)
    return next(found, "")


def _asks(part: Part, item: str, assessment: OpenAssessment, assigned: Mapping[str, str]) -> bool:
    """Whether the colleague was asked this: his part says so, and nobody else is to answer it."""
    pillar = assessment.instrument.pillar_of[item].id
    return pillar in part.pillars and assigned.get(pillar, part.label) == part.label


def _candidates(item: str, parts: Iterable[Part], ours: Answer) -> tuple[Candidate, ...]:
    """Answers that colleagues changed and that differ from ours, each content once."""
    found: dict[str, Candidate] = {}
    for part in sorted(parts, key=lambda each: each.label):
        theirs = part.document.answers.get(item, _NOTHING)
        digest = answer_digest(theirs)
        if digest not in {answer_digest(ours), part.base.get(item, "")}:
            found.setdefault(digest, Candidate(item, part.label, theirs))
    return tuple(found[digest] for digest in sorted(found))


def _changed_since(item: str, parts: Iterable[Part], ours: Answer) -> bool:
    """Whether our answer is no longer the one a colleague saw before he changed it."""
    digest = answer_digest(ours)
    return any(
        digest != part.base.get(item, "")
        for part in parts
        if answer_digest(part.document.answers.get(item, _NOTHING)) != part.base.get(item, "")
    )


def _outside(
    assessment: OpenAssessment, parts: Iterable[Part], assigned: Mapping[str, str]
) -> Iterator[Candidate]:
    for part in parts:
        for item, answer in part.document.answers.items():
            asked = item in assessment.instrument.by_id and _asks(part, item, assessment, assigned)
            if not asked and answer_digest(answer) != answer_digest(assessment.answer(item)):
                yield Candidate(item, part.label, answer)


def _place(candidate: Candidate) -> tuple[str, ...]:
    return candidate.label, candidate.item, answer_digest(candidate.answer)


def _waiting(
    assigned: Mapping[str, str], parts: Iterable[Part], back: frozenset[str]
) -> Mapping[str, str]:
    here = {(pillar, part.label) for part in parts for pillar in part.pillars}
    return {
        pillar: person
        for pillar, person in assigned.items()
        if (pillar, person) not in here and pillar not in back
    }


def _missing_files(assessment: OpenAssessment, answers: Sequence[Answer]) -> tuple[str, ...]:
    missing = {digest for digest in named_files(answers) if assessment.attachment_path(digest) is None}
    return tuple(
        sorted(
            {piece.file for answer in answers for piece in answer.evidence if piece.sha256 in missing}
        )
    )
