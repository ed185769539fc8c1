"""Why a question or a fact is not asked, in a sentence that names the answer it depends on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.answer_words import state_words, value_words
from ui.marks import Mark
from ui.questionnaire.page.remark import Remark
from ui.questionnaire.questions import Questions
from wb6assess.model.assessment import Value
from wb6assess.model.conditions import AnswerRef, Condition, FieldRef, Ref, leaves, references
from wb6assess.model.instrument import Field, Indicator
from wb6assess.model.vocabulary import IndicatorType, SkipEffect
from wb6assess.scoring.conditions import holds

if TYPE_CHECKING:
    from wb6assess.session.open_assessment import OpenAssessment


def _tr(text: str) -> str:
    return QCoreApplication.translate("IndicatorPage", text)


def not_ours(opened: "OpenAssessment", item: str) -> Remark | None:
    """Why a page of a part is shown to read only."""
    if opened.is_ours(item):
        return None
    text = _tr("Not yours: {expert} answers this, or another colleague. It is shown to read only.")
    return Remark(Mark.LOCKED, text.format(expert=opened.info.identity.expert))


def not_asked(opened: "OpenAssessment", questions: Questions, indicator: Indicator) -> Remark | None:
    """Why an indicator is not asked, and what that does to the score; None when it is asked."""
    country = opened.sheet.country
    if country in indicator.na_for:
        text = _tr("Not applicable here: {reason}. It is left out of the score; you need not answer.")
        return Remark(Mark.NOT_APPLICABLE, text.format(reason=indicator.na_for[country].rstrip(".")))
    if not opened.sheet.state(indicator.id).skipped:
        return None
    assert indicator.ask_if is not None  # only such indicators are skipped
    zero = indicator.skip_effect is SkipEffect.SCORE_ZERO
    effect = _tr("It counts as 0.") if zero else _tr("It is left out of the score.")
    cause = _cause(opened, indicator.ask_if)
    if cause is None:
        return Remark(Mark.SKIPPED, _tr("Not asked for this country. {effect}").format(effect=effect))
    target = cause.id if isinstance(cause, AnswerRef) else cause.indicator
    because = _because(opened, questions, cause)
    text = _tr("Not asked because {because}. {effect}").format(because=because, effect=effect)
    link = _tr("Go to {id}").format(id=target) if target != indicator.id else ""
    return Remark(Mark.SKIPPED, text, link=link, target=target)


def fact_not_asked(opened: "OpenAssessment", questions: Questions, field: Field) -> str:
    """Why a companion fact is not asked."""
    cause = _cause(opened, field.ask_if) if field.ask_if is not None else None
    if cause is None:
        return _tr("Not asked for this country.")
    return _tr("Not asked because {because}.").format(because=_because(opened, questions, cause))


def _cause(opened: "OpenAssessment", condition: Condition) -> Ref | None:
    """What to look at: an indicator that is itself skipped, else what is not as the condition wants."""
    if blocked := opened.sheet.blocking_reference(condition):
        return AnswerRef(blocked)
    failing = (leaf for leaf in leaves(condition) if holds(leaf, opened.sheet) is not True)
    found = (ref for leaf in failing for ref in references(leaf))
    return next(found, None) or next(references(condition), None)


def _because(opened: "OpenAssessment", questions: Questions, cause: Ref) -> str:
    if isinstance(cause, FieldRef):
        field = questions.instrument.by_id[cause.indicator].field_named(cause.field)
        value = opened.answer(cause.indicator).fields.get(cause.field)
        label = field.label if field is not None else cause.field
        facts = {"id": cause.indicator, "fact": label, "value": _quoted(field, value)}
        return _tr("“{fact}” at {id} is {value}").format(**facts)
    return _tr("{id} is {value}").format(id=cause.id, value=_answer_words(opened, questions, cause.id))


def _answer_words(opened: "OpenAssessment", questions: Questions, item: str) -> str:
    if item not in questions.instrument.by_id:
        return _tr("answered otherwise in another questionnaire")
    if opened.sheet.state(item).skipped:
        return _tr("not asked itself")
    indicator, answer = questions.instrument.by_id[item], opened.answer(item)
    if answer.state is not None:
        return f"“{state_words(answer.state)}”"
    if isinstance(answer.value, int) and indicator.type is IndicatorType.LEVEL:
        return _tr("at level {level}").format(level=answer.value)
    return _quoted(indicator, answer.value)


def _quoted(question: Indicator | Field | None, value: Value | None) -> str:
    return f"“{value_words(question, value)}”" if value is not None else _tr("not answered")
