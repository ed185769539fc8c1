"""Which validation records are in force, whether they may be, what they do (methodology 5.6, 9.4)."""

import hashlib
import json
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from wb6assess.model.decision import REASON_MIN, Action, Decision
from wb6assess.scoring.consensus import Consensus, Rating
from wb6assess.scoring.numbers import above, snapped
from wb6assess.scoring.states import State

Cell = tuple[str, str, str]
"""Country code, round, indicator id."""


class Objection(StrEnum):
    """Why a record is refused at entry and at import."""

    REASON_TOO_SHORT = "reason-too-short"
    SCORE_MISSING = "score-missing"
    OUTSIDE_RANGE = "outside-range"
    NOTHING_TO_CONFIRM = "nothing-to-confirm"
    CONFIRMS_ANOTHER_VALUE = "confirms-another-value"
    NOTHING_TO_REVOKE = "nothing-to-revoke"
    NOT_SCORED = "not-scored"


@dataclass(frozen=True, slots=True)
class InForce:
    """The records that apply: one per cell, and the cells where two contradict each other."""

    decisions: Mapping[Cell, Decision]
    conflicts: Mapping[Cell, tuple[Decision, ...]]


def in_force(records: Iterable[Decision], stale: Container[str] = ()) -> InForce:
    """Active records: those no other record supersedes; a revocation only takes others away.

    A pure function of the set: order and repetition do not matter. Two active records for one cell
    with different content are a conflict, and neither applies. Of several that say the same, one made
    on today's ratings counts, then one with references: a meeting has confirmed the cell again.

    Args:
        records: Of any cells.
        stale: Ids of those whose ratings changed since.
    """
    unique = {record.id: record for record in records}
    replaced = {old for record in unique.values() for old in record.supersedes}
    active: dict[Cell, list[Decision]] = {}
    order = sorted(unique.values(), key=lambda r: (r.id in stale, not r.evidence_refs, r.id))
    for record in order:
        if record.id not in replaced and record.action is not Action.REVOKE:
            active.setdefault(record.cell, []).append(record)
    conflicts = {
        cell: tuple(sorted(found, key=lambda record: record.id))
        for cell, found in sorted(active.items())
        if any(not record.same_content(found[0]) for record in found)
    }
    decisions = {cell: found[0] for cell, found in sorted(active.items()) if cell not in conflicts}
    return InForce(decisions, conflicts)


def objection(decision: Decision, ratings: Sequence[Rating], consensus: Consensus) -> Objection | None:
    """Why a record must not be taken, or None.

    Args:
        decision: The record.
        ratings: The country's experts on this indicator.
        consensus: What they amount to.
    """
    if len(decision.reason.strip()) < REASON_MIN:
        return Objection.REASON_TOO_SHORT
    if decision.action is Action.REVOKE:
        return None if decision.supersedes else Objection.NOTHING_TO_REVOKE
    if decision.action is Action.CONFIRM:
        return _confirming(decision, consensus)
    if decision.action is not Action.SET:
        return None
    if decision.score is None:
        return Objection.SCORE_MISSING
    scores = [rating.score for rating in ratings if rating.score is not None]
    outside = not scores or above(min(scores), decision.score) or above(decision.score, max(scores))
    supported = decision.reason_code.may_leave_the_range and bool(decision.evidence_refs)
    return Objection.OUTSIDE_RANGE if outside and not supported else None


def _confirming(decision: Decision, consensus: Consensus) -> Objection | None:
    """A confirmation of another value would be a change that escapes the range rule."""
    if consensus.score is None:
        return Objection.NOTHING_TO_CONFIRM
    if decision.score is not None and snapped(decision.score) != snapped(consensus.score):
        return Objection.CONFIRMS_ANOTHER_VALUE
    return None


def decided(consensus: Consensus, decision: Decision | None) -> Consensus:
    """The country value after the meeting; the experts' statistics stay as they are."""
    if decision is None:
        return consensus
    if decision.action is Action.NA:
        return replace(consensus, state=State.NOT_APPLICABLE, score=None)
    score = consensus.score if decision.score is None else decision.score
    if score is None:
        return consensus
    return replace(consensus, state=State.VALIDATED, score=score)


def basis_hash(ratings: Mapping[str, Rating]) -> str:
    """SHA-256 (hex) of the ratings a meeting saw: expert code -> state, score, confidence."""
    seen = [
        [code, rating.state.value, rating.score, rating.confidence]
        for code, rating in sorted(ratings.items())
    ]
    text = json.dumps(seen, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def is_stale(decision: Decision, ratings: Mapping[str, Rating]) -> bool:
    """The inputs changed since; the record stays in force but must be confirmed again."""
    return bool(decision.basis_hash) and decision.basis_hash != basis_hash(ratings)
