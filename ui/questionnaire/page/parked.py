"""Answers kept aside: stored, not asked now, back when their condition is true again."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.answer_words import answer_value_words, value_words
from ui.marks import Mark
from ui.questionnaire.page.not_asked import fact_not_asked, not_asked
from ui.questionnaire.page.remark import Remark
from ui.questionnaire.questions import Questions
from ui.theme import Style, px
from ui.widgets.dialog import Dialog
from ui.widgets.finding import FindingRow, FindingState
from ui.widgets.labels import Words
from ui.widgets.scroll_body import ScrollBody
from wb6assess.model.assessment import Answer
from wb6assess.model.instrument import Indicator

if TYPE_CHECKING:
    from wb6assess.session.open_assessment import OpenAssessment


def _tr(text: str) -> str:
    return QCoreApplication.translate("Parked", text)


@dataclass(frozen=True, slots=True)
class ParkedNow:
    """What is kept aside in one assessment at one moment.

    Attributes:
        answers: Indicators that are not asked although answered.
        facts: Facts that are not asked although entered, as indicator and field.
    """

    answers: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]

    def __len__(self) -> int:
        return len(self.answers) + len(self.facts)

    @property
    def pages(self) -> frozenset[str]:
        """Ids of the indicators concerned."""
        return frozenset((*self.answers, *(item for item, _ in self.facts)))


def parked_now(opened: "OpenAssessment") -> ParkedNow:
    """What is kept aside now."""
    return ParkedNow(opened.parked(), opened.parked_fields())


def parked_remark(opened: "OpenAssessment", indicator: Indicator, answer: Answer) -> Remark | None:
    """What of this page is kept aside; None for nothing. The link leads to the list of all."""
    sheet = opened.sheet
    if sheet.state(indicator.id).skipped:
        if answer.empty:
            return None
        words = _short(answer_value_words(indicator, answer)) or _tr("what you wrote")
        text = _tr(
            "Kept aside: {answer}. It counts for nothing now and is back when the question is asked."
        ).format(answer=words.rstrip("."))
    else:
        unasked = [
            f"{field.label} ({_short(value_words(field, answer.fields[field.id]))})"
            for field in indicator.fields
            if field.id in answer.fields and not sheet.field_asked(indicator.id, field.id)
        ]
        if not unasked:
            return None
        text = _tr("Kept aside, because not asked now: {facts}.").format(facts="; ".join(unasked))
    return Remark(Mark.SKIPPED, text, link=_tr("All that is kept aside"))


def parked_states(opened: "OpenAssessment", questions: Questions) -> tuple[FindingState, ...]:
    """Everything that is kept aside, one line each, in the questionnaire's order."""
    now, instrument = parked_now(opened), questions.instrument
    lines: dict[str, list[FindingState]] = {}
    for item in now.answers:
        indicator = instrument.by_id[item]
        words = answer_value_words(indicator, opened.answer(item)) or _tr("Reasons only")
        why = not_asked(opened, questions, indicator)
        sentence = f"{_short(words).rstrip('.')}. {why.text if why is not None else ''}".strip()
        lines.setdefault(item, []).append(_line(item, indicator.title, sentence))
    for item, name in now.facts:
        field = instrument.field_by_key[item, name]
        words = _short(value_words(field, opened.answer(item).fields[name]))
        sentence = f"{words.rstrip('.')}. {fact_not_asked(opened, questions, field)}"
        lines.setdefault(item, []).append(_line(item, field.label, sentence))
    return tuple(line for item in instrument.by_id for line in lines.get(item, ()))


def _line(item: str, title: str, sentence: str) -> FindingState:
    action = _tr("Go to {id}").format(id=item)
    return FindingState(Mark.SKIPPED, f"{item}  {title}", sentence, action, item)


def _short(words: str) -> str:
    """Long answers by their beginning."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"


_LONGEST = 120


class ParkedDialog(Dialog):
    """Lists what is kept aside.

    Signals:
        page_requested: The person goes to one of them; carries the indicator's id.
    """

    page_requested = Signal(str)

    def __init__(self, states: tuple[FindingState, ...], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Kept aside"), "", 620, parent)
        hint = self.tr(
            "These answers are stored but not asked now, because another answer changed. They count for"
            " nothing and are back, as they are, when their question is asked again."
        )
        nothing = self.tr("Nothing is kept aside.")
        self.body.addWidget(Words(hint if states else nothing, Style.BODY, "ink2"))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, px(4), 0)
        column.setSpacing(px(4))
        for state in states:
            row = FindingRow(state, inner)
            row.clicked.connect(lambda _on=False, target=state.target: self._go(target))
            column.addWidget(row)
        column.addStretch(1)
        if states:
            self.body.addWidget(ScrollBody(inner, 520))
        self.primary.setVisible(False)
        self.leave.rename(self.tr("Close"))
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, target: str) -> None:
        self.accept()
        self.page_requested.emit(target)
