"""What the meeting says about an item, in the language of the interface."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from ui.marks import Mark
from wb6assess.model.decision import REASON_MIN, Action, ReasonCode
from wb6assess.reports.meeting.rows import AgendaItem, LevelCount, Standing
from wb6assess.scoring.consensus import Agreement, Flag
from wb6assess.scoring.decisions import Objection
from wb6assess.scoring.numbers import published

_EACH = 10
"""So many experts' levels are told one by one."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Meeting", text)


def room_title() -> str:
    """What the room is called."""
    return _tr("Validation meeting")


def level_words(level: float) -> str:
    """A level with the language's decimal sign, one decimal at most: 2, 2.5."""
    return QLocale().toString(float(published(level)), "g", 3)


def code_words(code: ReasonCode) -> str:
    """What a reason code stands for, behind the code."""
    words = {
        ReasonCode.FACTUAL_ERROR: _tr("factual error"),
        ReasonCode.LADDER_MISREAD: _tr("ladder misread"),
        ReasonCode.LATE_EVIDENCE: _tr("evidence supplied later"),
        ReasonCode.APPLICABILITY: _tr("applicability"),
        ReasonCode.PANEL_CONSENSUS: _tr("panel consensus after discussion"),
    }
    return f"{code.value}  {words[code]}"


def experts_words(item: AgendaItem) -> str:
    """How many experts said something."""
    count = item.n + item.n_na + item.n_dk
    return _tr("1 expert") if count == 1 else _tr("{n} experts").format(n=count)


def levels_words(item: AgendaItem) -> str:
    """Which levels were chosen and their median, and who has none."""
    parts = []
    if item.levels:
        parts.append(_tr("Levels: {levels}.").format(levels=_listed(_levels(item.levels))))
    if item.median is not None and item.n > 1:
        parts.append(_tr("Median {median}.").format(median=level_words(item.median)))
    if item.n_dk:
        parts.append(_tr("Don't know: {n}.").format(n=item.n_dk))
    if item.n_na:
        parts.append(_tr("Not applicable: {n}.").format(n=item.n_na))
    if item.capped:
        parts.append(_tr("Counts lower than chosen: {n}.").format(n=item.capped))
    return " ".join(parts) or _tr("Nobody has chosen a level.")


def _levels(levels: Sequence[LevelCount]) -> list[str]:
    """Every level as often as it was chosen; beyond a handful of experts with how often."""
    if sum(count.experts for count in levels) <= _EACH:
        return [level_words(count.level) for count in levels for _ in range(count.experts)]
    each = _tr("{level} ({n} times)")
    once = _tr("{level} (once)")
    return [
        (once if count.experts == 1 else each).format(level=level_words(count.level), n=count.experts)
        for count in levels
    ]


def standing_apart(item: AgendaItem) -> list[tuple[Mark, str]]:
    """Why the item is here, each reason with its mark."""
    found: list[tuple[Mark, str]] = []
    if item.contradicted:
        found.append((Mark.CONFLICT, _tr("Two records decide this differently. None applies.")))
    if item.agreement is not None:
        found.append((_MARKS[item.agreement], _agreement_words(item)))
    for flag, words in _flag_words(item).items():
        if flag in item.flags:
            found.append((Mark.LOOK, words))
    return found


_MARKS = {
    Agreement.AGREED: Mark.AGREED,
    Agreement.MIXED: Mark.MIXED,
    Agreement.DISAGREEMENT: Mark.DISAGREE,
}


def _agreement_words(item: AgendaItem) -> str:
    apart = level_words(item.range)
    match item.agreement:
        case Agreement.DISAGREEMENT:
            return _tr("Disagreement: {n} levels apart").format(n=apart)
        case Agreement.AGREED:
            return _tr("Agreed among the experts")
        case _:
            return _tr("Mixed: up to {n} levels apart").format(n=apart)


def _flag_words(item: AgendaItem) -> dict[Flag, str]:
    sure = level_words(item.confidence_mean) if item.confidence_mean is not None else ""
    return {
        Flag.SINGLE_EXPERT: _tr("Only one expert has a level"),
        Flag.LOW_KNOWLEDGE: _tr("More experts do not know than know"),
        Flag.APPLICABILITY_DISPUTE: _tr("Some say it does not apply"),
        Flag.CONFIDENCE_SHIFT: _tr("Weighted with confidence: {level}").format(level=sure),
    }


def range_rule(item: AgendaItem) -> str:
    """When a value needs R1 or R3 and a reference (methodology 5.6)."""
    if item.bounds is None:
        return _tr("No expert has a level: any value needs R1 or R3 and a reference.")
    low, high = item.bounds
    if low == high:
        words = _tr("Any value but {level} needs R1 or R3 and a reference.")
        return words.format(level=level_words(low))
    words = _tr("A value outside {low} to {high} needs R1 or R3 and a reference.")
    return words.format(low=level_words(low), high=level_words(high))


def outcome_words(action: Action, level: float | None) -> str:
    """What is decided, as a heading: "Level 2"."""
    match action:
        case Action.SET:
            return _tr("Level {level}").format(level=level_words(level or 0.0))
        case Action.CONFIRM:
            shown = level_words(level) if level is not None else ""
            return _tr("Confirmed at {level}").format(level=shown)
        case Action.NA:
            return _tr("Not applicable")
        case _:
            return _tr("Taken back")


def standing_words(standing: Standing) -> str:
    """What is in force, from which meeting."""
    words = _tr("{outcome}, {code}, decided in {meeting} on {day}").format(
        outcome=outcome_words(standing.action, standing.level),
        code=standing.reason_code.value,
        meeting=standing.meeting or _tr("an earlier meeting"),
        day=_day(standing.decided_at),
    )
    if standing.stale:
        return _tr("{words}. The ratings have changed since: look at it again.").format(words=words)
    return f"{words}."


def refusal_words(why: Objection) -> str:
    """Why a decision was not kept, and what to do."""
    words = {
        Objection.REASON_TOO_SHORT: _tr(
            "Not recorded: the reason needs at least {n} characters. Write what the meeting relied on."
        ).format(n=REASON_MIN),
        Objection.SCORE_MISSING: _tr("Not recorded: choose a level first."),
        Objection.OUTSIDE_RANGE: _tr(
            "Not recorded: no expert stands there. Such a value needs R1 or R3 and a reference to the "
            "evidence."
        ),
        Objection.NOTHING_TO_CONFIRM: _tr(
            "Not recorded: no expert has a level, so there is nothing to confirm. Choose a level with "
            "R1 or R3, or postpone."
        ),
        Objection.CONFIRMS_ANOTHER_VALUE: _tr(
            "Not recorded: the experts' value has changed meanwhile. Look at the levels again."
        ),
        Objection.NOTHING_TO_REVOKE: _tr("There is no decision in force to take back."),
        Objection.NOT_SCORED: _tr("Not recorded: this question is not scored."),
    }
    return words[why]


def _day(moment: datetime) -> str:
    local = moment.astimezone()
    return QLocale().toString(QDate(local.year, local.month, local.day), "d MMMM yyyy")


def _listed(parts: list[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return _tr("{some} and {last}").format(some=", ".join(parts[:-1]), last=parts[-1])
