"""What the indicator page shows, worked out from an open assessment; the page itself decides nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.marks import Mark
from ui.questionnaire.page.earlier import EarlierState
from ui.questionnaire.page.not_asked import not_asked, not_ours
from ui.questionnaire.page.parked import parked_remark
from ui.questionnaire.page.remark import Note, Remark
from ui.questionnaire.questions import Questions
from ui.questionnaire.wording import message, reason
from ui.report_words import aspect_words
from ui.widgets.ladder import LadderState
from ui.widgets.rung_dots import Crowd
from wb6assess.model.assessment import Answer, Value
from wb6assess.model.conditions import referenced_indicators
from wb6assess.model.finding import Finding
from wb6assess.model.instrument import Indicator
from wb6assess.model.query import Spread
from wb6assess.model.vocabulary import IndicatorType, Severity
from wb6assess.scoring.findings import Rule
from wb6assess.scoring.states import IndicatorScore

if TYPE_CHECKING:
    from wb6assess.session.open_assessment import OpenAssessment


def _tr(text: str) -> str:
    return QCoreApplication.translate("IndicatorPage", text)


@dataclass(frozen=True, slots=True)
class PageState:
    """Everything that changes on a page while it is open; findings are None while they are made."""

    answer: Answer
    ladder: LadderState
    locked: bool
    flagged: bool
    not_asked: Remark | None
    parked: Remark | None
    cap: Remark | None
    findings: tuple[Note, ...] | None
    asked_fields: frozenset[str]
    earlier: EarlierState | None = None
    queries: tuple[Note, ...] = ()
    spread: Spread | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a question without being the answer: the earlier round, the coordinator."""

    earlier: EarlierState | None = None
    queries: tuple[Note, ...] = ()
    spread: Spread | None = None


NOTHING = Beside()


def id_line(questions: Questions, indicator: Indicator) -> str:
    """Aspect, weight, what it depends on or what depends on it."""
    if indicator.type is IndicatorType.VIGNETTE:
        return _tr("Invented country  ·  Not scored")
    pillar = questions.instrument.pillar_of.get(indicator.id)
    aspect = aspect_words(indicator.aspect)
    parts = [aspect[:1].upper() + aspect[1:]]
    if pillar is not None and indicator.score_weight:
        total = sum(item.score_weight for item in pillar.indicators)
        parts.append(_tr("Weight {w} of {total}").format(w=f"{indicator.weight:g}", total=f"{total:g}"))
    elif pillar is not None:
        parts.append(_tr("Not scored"))
    causes = questions.causes(indicator)
    dependants = questions.dependants.get(indicator.id, 0)
    if causes:
        parts.append(_tr("Depends on {ids}").format(ids=", ".join(causes)))
    elif dependants == 1:
        parts.append(_tr("1 indicator depends on it"))
    elif dependants:
        parts.append(_tr("{n} indicators depend on it").format(n=dependants))
    if indicator.sensitive:
        parts.append(_tr("Sensitive"))
    return "  ·  ".join(parts)


def page_state(
    opened: "OpenAssessment",
    questions: Questions,
    indicator: Indicator,
    answer: Answer,
    *,
    beside: Beside = NOTHING,
    findings: bool = True,
) -> PageState:
    """The state of an indicator's page.

    Args:
        opened: The assessment.
        questions: Its questions in the language they are shown in.
        indicator: What is asked, one of `questions`.
        answer: May be newer than the stored one when saving failed.
        beside: What others said about this question.
        findings: Whether to say what checks found, which takes scoring everything.
    """
    item = indicator.id
    known = item in opened.instrument.by_id
    score = opened.sheet.score(item) if known else None
    return PageState(
        answer=answer,
        ladder=_ladder(indicator, answer.value, score, beside),
        locked=opened.locked or not opened.is_ours(item),
        flagged=item in opened.flags,
        not_asked=not_ours(opened, item)
        or (not_asked(opened, questions, indicator) if known else _vignette(questions, item)),
        parked=parked_remark(opened, indicator, answer) if known else None,
        cap=_cap_remark(indicator, answer.value, score, opened.instrument.by_id[item])
        if known
        else None,
        findings=tuple(_notes(opened, questions, item)) if findings else None,
        asked_fields=frozenset(
            field.id for field in indicator.fields if known and opened.sheet.field_asked(item, field.id)
        ),
        earlier=beside.earlier,
        queries=beside.queries,
        spread=beside.spread,
    )


def _ladder(
    indicator: Indicator,
    value: Value | None,
    score: IndicatorScore | None,
    beside: Beside,
) -> LadderState:
    earlier, spread = beside.earlier, beside.spread
    on_rung = isinstance(value, int | str) and indicator.type in _LADDERS
    state = LadderState(chosen=str(value) if on_rung else "")
    if earlier is not None and earlier.rung:
        state = replace(state, last=earlier.rung, last_words=earlier.round)
    if spread is not None and indicator.type is IndicatorType.LEVEL:
        state = replace(state, crowd=Crowd(spread.counts, spread.own))
    if score is None or score.cap is None or indicator.type is not IndicatorType.LEVEL:
        return state
    words = _tr("counts as {level}").format(level=score.cap.at)
    return replace(state, counts_as=str(score.cap.at), counts_words=words)


def _vignette(questions: Questions, item: str) -> Remark:
    """What a vignette is for."""
    rated = questions.instrument.vignette_by_id[item].indicator
    text = _tr(
        "An invented country. Your answer is not scored; it shows how strictly experts read the ladder."
    )
    link = _tr("The ladder is that of {id}").format(id=rated)
    return Remark(Mark.INFO, text, link=link, target=rated)


_LADDERS = {IndicatorType.LEVEL, IndicatorType.VIGNETTE, IndicatorType.YESNO, IndicatorType.SINGLE}


def _cap_remark(
    indicator: Indicator, value: Value | None, score: IndicatorScore | None, scored: Indicator
) -> Remark | None:
    if score is None or score.cap is None:
        return None
    because = reason(score.cap, scored, indicator)
    facts = {"at": score.cap.at, "because": because.rstrip("."), "value": value}
    if indicator.type is IndicatorType.LEVEL:
        text = _tr("Counts as {at} because {because}. Your level {value} is kept.").format(**facts)
    else:
        text = _tr("Counts as level {at} because {because}. Your answer is kept.").format(**facts)
    causes = [item for item in Questions.causes(indicator) if item in _condition_ids(score)]
    target = causes[0] if causes else ""
    link = _tr("Go to {id}").format(id=target) if target else ""
    return Remark(Mark.CAPPED, text, "warn", link, target)


def _condition_ids(score: IndicatorScore) -> Mapping[str, None]:
    assert score.cap is not None  # asked only for capped answers
    return referenced_indicators(score.cap.when)


_MARKS = {
    Severity.BLOCK: (Mark.BLOCKS, "block"),
    Severity.COMMENT: (Mark.COMMENT, "warn"),
    Severity.WARN: (Mark.LOOK, "warn"),
    Severity.INFO: (Mark.INFO, "info"),
}


_MANY = 6
"""Indicators from which a finding is about the questionnaire, not about each of its pages."""


def on_page(finding: Finding) -> bool:
    """Whether a finding marks the pages it is about; what is to do stands there anyway."""
    return finding.id != Rule.UNANSWERED and len(finding.about) < _MANY


def finding_mark(finding: Finding) -> Mark:
    """The mark of a finding's severity."""
    return _MARKS[finding.severity][0]


def _notes(opened: "OpenAssessment", questions: Questions, item: str) -> list[Note]:
    notes = []
    for finding in opened.scores.findings:
        if item not in finding.about or not on_page(finding):
            continue
        mark, role = _MARKS[finding.severity]
        first = finding.about[0]
        here = first == item
        other = next((other for other in finding.about if other != item), "")
        link = _tr("Go to {id}").format(id=other) if other and finding.id != Rule.NA_SHARE_HIGH else ""
        remark = Remark(mark, message(finding, questions.instrument), role, link, other)
        may_comment = finding.severity is Severity.COMMENT and finding.id != Rule.JUSTIFICATION_MISSING
        notes.append(Note(remark, finding.id if may_comment and here else "", finding.comment))
    return notes
