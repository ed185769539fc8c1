"""Records of meetings in words."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from ui.marks import Mark
from wb6assess.model.decision import Action, Decision, ReasonCode
from wb6assess.reports.figures import level_text
from wb6assess.scoring.decisions import Objection
from wb6assess.scoring.validation import Fate, Judged

FATE_MARKS: Mapping[Fate, Mark] = {
    Fate.APPLIED: Mark.VALIDATED,
    Fate.STALE: Mark.LOOK,
    Fate.SUPERSEDED: Mark.SKIPPED,
    Fate.CONFLICT: Mark.CONFLICT,
    Fate.REFUSED: Mark.REFUSED,
    Fate.OTHER_ROUND: Mark.INFO,
    Fate.OTHER_VERSION: Mark.INFO,
}

LOOK_AGAIN = frozenset({Fate.STALE, Fate.CONFLICT, Fate.REFUSED})


def _tr(text: str) -> str:
    return QCoreApplication.translate("Decisions", text)


def fate_words(fate: Fate) -> str:
    """What became of a record."""
    return {
        Fate.APPLIED: _tr("in force"),
        Fate.STALE: _tr("in force, look again"),
        Fate.SUPERSEDED: _tr("replaced"),
        Fate.CONFLICT: _tr("contradicted"),
        Fate.REFUSED: _tr("not applied"),
        Fate.OTHER_ROUND: _tr("other round"),
        Fate.OTHER_VERSION: _tr("other version"),
    }[fate]


def fate_reason(judged: Judged) -> str:
    """Why, as a sentence; "" where it needs none."""
    if judged.objection is not None:
        return objection_words(judged.objection)
    return {
        Fate.STALE: _tr("The ratings changed since; it stays in force, but must be confirmed again."),
        Fate.SUPERSEDED: _tr("A later record takes its place."),
        Fate.CONFLICT: _tr("Another record decides the same differently; neither applies."),
        Fate.OTHER_ROUND: _tr("It belongs to another round."),
        Fate.OTHER_VERSION: _tr("It was decided on another version of the questionnaire."),
    }.get(judged.fate, "")


def objection_words(objection: Objection) -> str:
    """Why a record may not be, as a sentence."""
    return {
        Objection.REASON_TOO_SHORT: _tr("The reason needs at least 20 characters."),
        Objection.SCORE_MISSING: _tr("It sets no value."),
        Objection.OUTSIDE_RANGE: _tr(
            "The value lies outside the experts' own range; that needs reason R1 or R3 and evidence."
        ),
        Objection.NOTHING_TO_CONFIRM: _tr("No expert rated this, so there is nothing to confirm."),
        Objection.CONFIRMS_ANOTHER_VALUE: _tr("It confirms another value than the experts' own."),
        Objection.NOTHING_TO_REVOKE: _tr("No decision is in force that could be taken back."),
        Objection.NOT_SCORED: _tr("No questionnaire of this round has such a scored indicator."),
    }[objection]


def decided_words(record: Decision) -> str:
    """What was decided."""
    level = level_text(record.score) if record.score is not None else ""
    return {
        Action.SET: _tr("level {level}"),
        Action.CONFIRM: _tr("confirmed, level {level}"),
        Action.NA: _tr("not applicable"),
        Action.REVOKE: _tr("taken back"),
    }[record.action].format(level=level)


def reason_code_words(code: ReasonCode) -> str:
    """Why a meeting decides."""
    return {
        ReasonCode.FACTUAL_ERROR: _tr("R1 factual error"),
        ReasonCode.LADDER_MISREAD: _tr("R2 ladder misread"),
        ReasonCode.LATE_EVIDENCE: _tr("R3 evidence supplied later"),
        ReasonCode.APPLICABILITY: _tr("R4 applicability"),
        ReasonCode.PANEL_CONSENSUS: _tr("R5 panel consensus"),
    }[code]
