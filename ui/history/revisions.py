"""The revisions that were handed in, each to be looked at as it was; nothing here can be changed."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.answer_words import answer_value_words, confidence_words, evidence_title, question_of
from ui.dates import day_words
from ui.error_words import error_words
from ui.marks import Mark
from ui.theme import Style, px
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.dialog import Dialog, MarkedWords, labelled
from ui.widgets.ground import MarkSign, Rule
from ui.widgets.labels import Line, Words
from ui.widgets.scroll_body import ScrollBody
from ui.widgets.search import SearchField
from wb6assess.errors import AppError
from wb6assess.exchange.digest import fingerprint
from wb6assess.model.assessment import Answer, Document, SpecialState, Status
from wb6assess.model.instrument import Indicator

if TYPE_CHECKING:
    from wb6assess.session.open_assessment import OpenAssessment


_MARKS = {
    None: Mark.ANSWERED,
    SpecialState.NOT_APPLICABLE: Mark.NOT_APPLICABLE,
    SpecialState.DONT_KNOW: Mark.DONT_KNOW,
    SpecialState.WITHHELD: Mark.WITHHELD,
}


class RevisionsDialog(Dialog):
    """One revision at a time: when, its fingerprint, every answer in words, searchable."""

    def __init__(self, opened: "OpenAssessment", parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Revisions handed in"), "", 700, parent)
        self._opened = opened
        self._hashes = opened.revisions()
        numbers = sorted(self._hashes, reverse=True)
        self._note = MarkedWords(Mark.INFO)
        self._about = Words("", Style.BODY, "ink2")
        self._find = SearchField()
        self._find.setPlaceholderText(self.tr("Search ids, questions and answers"))
        self._find.setAccessibleName(self.tr("Search answers"))
        self._find.textChanged.connect(self._filter)
        self._rows: list[tuple[QWidget, str]] = []
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, px(8), 0)
        self._list.setSpacing(0)
        inner = QWidget()
        inner.setLayout(self._list)
        self._area = ScrollBody(inner, 480)
        words = self.tr("Revision {n}")
        box = ChoiceBox([(str(n), words.format(n=n)) for n in numbers])
        box.setAccessibleName(self.tr("Revision"))
        box.picked.connect(lambda key: self.show_revision(int(key)))
        choice = QWidget()
        chosen = labelled(self.tr("Revision"), box)
        chosen.setContentsMargins(0, 0, 0, 0)
        choice.setLayout(chosen)
        for part in (choice, self._about, self._find, self._note, self._area):
            self.body.addWidget(part)
        self.primary.setVisible(False)
        self.leave.rename(self.tr("Close"))
        for part in (choice, self._find, self._area):
            part.setVisible(bool(numbers))
        if numbers:
            box.show_key(str(numbers[0]))
            self.show_revision(numbers[0])
        else:
            self._note.say(self.tr("Nothing was handed in yet. Revisions appear here once they are."))

    def show_revision(self, number: int) -> None:
        """Show what was handed in under a number."""
        while (old := self._list.takeAt(0)) is not None:
            if widget := old.widget():
                widget.hide()
                widget.deleteLater()
        self._rows = []
        try:
            document = self._opened.revision(number)
        except AppError as error:
            self._note.say(error_words(error), Mark.BLOCKS)
            return
        if document is None:
            return
        self._about.setText(self._about_words(document, self._hashes[number]))
        instrument = self._opened.instrument
        for item in instrument.answerable():
            if item in document.answers:
                self._add_row(item, document.answers[item])
        self._list.addStretch(1)
        self._filter(self._find.text())

    def _about_words(self, document: Document, content_hash: str) -> str:
        when = day_words(document.updated_at, datetime.now(UTC))
        words = self.tr("Handed in {when}. Answers: {n}. Fingerprint: {print}")
        if document.status is Status.WITHDRAWN:
            words = self.tr("Withdrawn {when}. Answers it carries: {n}. Fingerprint: {print}")
        return words.format(when=when, n=len(document.answers), print=fingerprint(content_hash))

    def _add_row(self, item: str, answer: Answer) -> None:
        question = question_of(self._opened.instrument, item)
        title = question.title if isinstance(question, Indicator) else ""
        title = title or (getattr(question, "label", "") if question is not None else "")
        value = answer_value_words(question, answer) or self.tr("No answer")
        details = [
            self.tr("Confidence: {words}").format(words=confidence_words(answer.confidence))
            if answer.confidence
            else "",
            answer.justification,
            *(self.tr("Evidence: {title}").format(title=evidence_title(e)) for e in answer.evidence),
        ]
        below = "\n".join(detail for detail in details if detail)
        row = QWidget()
        row.setAccessibleName(f"{item}, {title}: {value}. {below}")
        column = QVBoxLayout(row)
        column.setContentsMargins(0, px(10), 0, px(8))
        column.setSpacing(px(2))
        head = QHBoxLayout()
        head.setSpacing(px(8))
        sign = MarkSign(_MARKS[answer.state], 14)
        head.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(Line(f"{item}  {title}", Style.SECTION, stretch=True), 1)
        column.addLayout(head)
        column.addWidget(Words(value, Style.BODY))
        if below:
            column.addWidget(Words(below, Style.SMALL, "ink2"))
        column.addSpacing(px(6))
        column.addWidget(Rule())
        self._list.addWidget(row)
        self._rows.append((row, row.accessibleName().casefold()))

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        shown = 0
        for row, everything in self._rows:
            fits = all(word in everything for word in words)
            row.setVisible(fits)
            shown += fits
        none = self._rows and not shown
        self._note.say(self.tr("No answer fits this search.") if none else "")
        self._area.updateGeometry()
