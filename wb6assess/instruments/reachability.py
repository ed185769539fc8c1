"""Questions nobody is ever asked, checks that never or always speak, caps that cannot work."""

from collections.abc import Iterator

from wb6assess.instruments.problems import Path
from wb6assess.instruments.report import Report
from wb6assess.instruments.truths import Outcome, Reasoner
from wb6assess.model.conditions import All, Answered, AnswerRef, Any, Compare, Condition, Op
from wb6assess.model.instrument import Cap, Indicator, Instrument
from wb6assess.model.vocabulary import LEVELS, IndicatorType, Polarity

_SKIPPING = frozenset({Outcome.FALSE, Outcome.BLOCKED})


def advise_on_conditions(
    instrument: Instrument, report: Report, countries: frozenset[str] | None
) -> None:
    """Add advice on conditions that do not do what they seem to do.

    Args:
        instrument: A questionnaire without faults.
        report: Of the same file, nothing set aside.
        countries: Codes of the framework; None when it is not known.
    """
    reasoner = Reasoner(instrument, countries)
    unasked = {
        path[:-1]
        for path, condition in _questions(instrument)
        if not _is_ever_asked(condition, path, reasoner, report)
    }
    for path, indicator in _indicators(instrument):
        # What hangs on a question that nobody is asked follows from that one mistake.
        for index, cap in enumerate(indicator.caps if path not in unasked else ()):
            _advise_on_cap(cap, indicator, (*path, "caps", index), reasoner, report)
    for index, check in enumerate(instrument.checks):
        _advise_on_check(check.when, ("checks", index, "when"), reasoner, report)


def _indicators(instrument: Instrument) -> Iterator[tuple[Path, Indicator]]:
    for i, pillar in enumerate(instrument.pillars):
        for j, indicator in enumerate(pillar.indicators):
            yield ("pillars", i, "indicators", j), indicator


def _questions(instrument: Instrument) -> Iterator[tuple[Path, Condition]]:
    """Every `ask_if` with its path."""
    for path, indicator in _indicators(instrument):
        if indicator.ask_if is not None:
            yield (*path, "ask_if"), indicator.ask_if
        for index, companion in enumerate(indicator.fields):
            if companion.ask_if is not None:
                yield (*path, "fields", index, "ask_if"), companion.ask_if
    for index, item in enumerate(instrument.context):
        if item.ask_if is not None:
            yield ("context", index, "ask_if"), item.ask_if


def _is_ever_asked(condition: Condition, path: Path, reasoner: Reasoner, report: Report) -> bool:
    found = reasoner.outcomes(condition)
    if Outcome.TRUE not in found:
        report.add(path, "this can never be true, so the question is never asked", advice=True)
    elif not found & _SKIPPING:
        report.add(path, "this is never false, so the question is always asked", advice=True)
    else:
        _advise_on_parts(condition, path, reasoner, report)
    return Outcome.TRUE in found


def _advise_on_check(condition: Condition, path: Path, reasoner: Reasoner, report: Report) -> None:
    found = reasoner.outcomes(condition)
    if Outcome.TRUE not in found:
        report.add(path, "this can never be true, so the check never fires", advice=True)
    elif Outcome.FALSE not in found:
        message = "this is never false: the check fires as soon as what it looks at is answered"
        report.add(path, message, advice=True)
    else:
        _advise_on_parts(condition, path, reasoner, report)


def _advise_on_parts(condition: Condition, path: Path, reasoner: Reasoner, report: Report) -> None:
    """Alternatives that cannot be are mistakes even where another one can."""
    if isinstance(condition, Any):
        for index, part in enumerate(condition.parts):
            if Outcome.TRUE not in reasoner.outcomes(part):
                message = "this alternative can never be true"
                report.add((*path, "any", index), message, advice=True)


def _advise_on_cap(
    cap: Cap, indicator: Indicator, path: Path, reasoner: Reasoner, report: Report
) -> None:
    if not indicator.scored:
        report.add(path, f"type {indicator.type} has no score that could be limited", advice=True)
    elif cap.at == LEVELS[-1]:
        report.add((*path, "at"), "level 5 limits nothing, so the cap never acts", advice=True)
    elif Outcome.TRUE not in reasoner.outcomes(cap.when):
        report.add((*path, "when"), "this can never be true, so the cap never acts", advice=True)
    elif not _can_lower(cap, indicator, reasoner):
        message = f"whenever this is true the answer is at most level {cap.at} anyway"
        report.add((*path, "when"), message, advice=True)
    else:
        _advise_on_parts(cap.when, (*path, "when"), reasoner, report)


def _can_lower(cap: Cap, indicator: Indicator, reasoner: Reasoner) -> bool:
    above = _scores_above(indicator, cap.at)
    return above is not None and Outcome.TRUE in reasoner.outcomes(All((cap.when, above)))


def _scores_above(indicator: Indicator, level: int) -> Condition | None:
    """The condition under which an answer is worth more than a level; None when no answer is."""
    own = AnswerRef(indicator.id)
    match indicator.type:
        case IndicatorType.LEVEL:
            return Compare(own, Op.GT, level)
        case IndicatorType.YESNO:
            return Compare(own, Op.EQ, "no" if indicator.polarity is Polarity.NEGATIVE else "yes")
        case IndicatorType.SINGLE:
            keys = [each.key for each in indicator.options if (each.score or 0.0) > 20.0 * level]
            return Compare(own, Op.IN, tuple(keys)) if keys else None
        case _:
            return Answered(indicator.id)
