"""Two files of one revision that say different things: side by side, and which one counts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from ui.answer_words import (
    answer_value_words,
    confidence_words,
    differences,
    evidence_title,
    question_of,
)
from ui.dates import day_words
from ui.desk.matrix.reasons import Reason, ReasonGrid
from ui.desk.signs import show_alone
from ui.desk.state import DeskState
from ui.desk.table.content import Cell, Column, Row, TableContent
from ui.desk.table.view import DeskTable
from ui.icons import Icon
from ui.theme import Style, px
from ui.widgets.button import Button, Kind
from ui.widgets.dialog import MarkedWords, labelled
from ui.widgets.ground import Rule
from ui.widgets.labels import Words
from ui.widgets.option_row import OptionRow
from ui.widgets.scrolled import Scrolled
from ui.widgets.textbox import TextBox
from wb6assess.model.assessment import Answer, Document, Status
from wb6assess.session.desk.inbox import Contradiction

_ROWS = 8


class ConflictPage(QWidget):
    """Compares the files of a conflict and takes a reasoned choice.

    Signals:
        back_requested: Back to the list.
        chosen: The person settled it; carries the content hash and the reason.
        revoked: The person takes the choice in force back; carries the reason.
    """

    back_requested = Signal()
    chosen = Signal(str, str)
    revoked = Signal(str)

    def __init__(self, state: DeskState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._found: Contradiction | None = None
        self._back = Button(self.tr("Back to the inbox"), Kind.LINK, icon=Icon.BACK)
        self._back.clicked.connect(self.back_requested)
        self._title = Words("", Style.HEADING)
        self._words = Words("", Style.BODY, "ink2")
        self._table = DeskTable(self.tr("Questions the files answer differently"))
        self._table.row_shown.connect(self._show_item)
        self._grid = ReasonGrid()
        self._options = QVBoxLayout()
        self._options.setSpacing(px(6))
        self._group = QButtonGroup(self)
        self._reason = TextBox(2)
        self._reason.textChanged.connect(self._follow)
        self.trouble = MarkedWords()
        self._settle = Button(self.tr("Let this file count"), Kind.PRIMARY)
        self._settle.clicked.connect(self._choose)
        self._revoke = Button(self.tr("Take the choice back"))
        self._revoke.clicked.connect(lambda: self.revoked.emit(self._reason.toPlainText().strip()))
        self._why_not = Words("", Style.SMALL, "ink2")
        self._put_together()

    def _put_together(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, px(8), px(12))
        column.setSpacing(px(10))
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self._title, self._words, self._table, self._grid, Rule()):
            column.addWidget(part)
        column.addWidget(Words(self.tr("Which one counts?"), Style.SECTION))
        column.addLayout(self._options)
        column.addLayout(labelled(self.tr("Reason"), self._reason))
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addWidget(self._settle)
        buttons.addWidget(self._revoke)
        buttons.addWidget(self._why_not, 1)
        column.addLayout(buttons)
        column.addWidget(self.trouble)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scrolled(inner, self.tr("Two files of one revision")))

    # Showing.

    def show_conflict(self, found: Contradiction) -> None:
        """Show the files of one conflict."""
        self._found = found
        key = found.key
        words = self.tr("Revision {n} of {expert}, {country}, exists in {m} forms")
        title = words.format(
            n=found.revision,
            expert=key.expert,
            country=self._state.country_name(key.country),
            m=len(found.documents),
        )
        self._title.setText(title)
        self._words.setText(self._about(found))
        self._table.show_content(self._differing(found))
        self._table.fit_rows(_ROWS)
        self._show_item(self._table.current_key)
        self._offer(found)
        self._reason.show_text(found.reason)
        self._revoke.setVisible(bool(found.chosen))
        self.trouble.say("")
        self._follow()

    def _about(self, found: Contradiction) -> str:
        if found.chosen:
            return self.tr("One of them was chosen; it counts until the choice is taken back.")
        if not found.differing:
            return self.tr(
                "Their answers are the same, but one of them takes the assessment back. None of them is "
                "scored. Choose the one that counts, or ask the expert."
            )
        return self.tr(
            "None of them is scored. Choose the one that counts, or ask the expert for a new revision, "
            "which settles it, too."
        )

    def _differing(self, found: Contradiction) -> TableContent:
        names = [_name(found, digest) for digest in found.documents]
        columns = (
            Column("question", self.tr("Question"), share=2),
            *(
                Column(f"d:{digest}", name, share=1, middle=True)
                for digest, name in zip(found.documents, names, strict=True)
            ),
            Column("differs", self.tr("Differs in"), spare=1),
        )
        instrument = self._state.shown(found.key.instrument)
        rows = []
        for item in (item for item in instrument.answerable() if item in found.differing):
            question = question_of(instrument, item)
            answers = [document.answers.get(item, Answer()) for document in found.documents.values()]
            title = getattr(question, "title", "") or getattr(question, "label", "")
            said = [
                Cell(answer_value_words(question, answer) or self.tr("not answered"))
                for answer in answers
            ]
            first = answers[0]
            parts = [part.part for other in answers[1:] for part in differences(question, first, other)]
            cells = (Cell(f"{item}  {title}"), *said, Cell(", ".join(dict.fromkeys(parts)), role="ink2"))
            rows.append(Row(item, cells))
        return TableContent(self._title.text(), columns, rows)

    def _show_item(self, item: str) -> None:
        found = self._found
        if found is None or not item:
            self._grid.show_reasons([])
            return
        reasons = [
            self._side(item, _name(found, digest), document)
            for digest, document in found.documents.items()
        ]
        self._grid.show_reasons(reasons)

    def _side(self, item: str, name: str, document: Document) -> Reason:
        answer = document.answers.get(item, Answer())
        question = question_of(self._state.shown(document.identity.instrument), item)
        level = str(answer.value) if isinstance(answer.value, int) else "–"
        confidence = confidence_words(answer.confidence).lower()
        return Reason(
            name,
            level,
            None,
            False,
            answer_value_words(question, answer),
            self.tr("{how} confidence").format(how=confidence) if confidence else "",
            answer.justification.strip(),
            tuple(f"{piece.grade.value}  {evidence_title(piece)}" for piece in answer.evidence),
        )

    def _offer(self, found: Contradiction) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        for button in self._group.buttons():
            self._group.removeButton(button)
        for digest, document in found.documents.items():
            row = OptionRow(digest, _name(found, digest), self._document_words(document))
            row.setChecked(digest == found.chosen)
            row.clicked.connect(self._follow)
            self._group.addButton(row)
            column.addWidget(row)
        show_alone(self._options, holder)

    def _document_words(self, document: Document) -> str:
        words = self.tr("{n} answers, last changed {when}")
        if document.status is Status.WITHDRAWN:
            words = self.tr("Withdrawn, {n} answers, last changed {when}")
        when = day_words(document.updated_at, self._state.workspace.now())
        return words.format(n=len(document.answers), when=when)

    # Choosing.

    def _follow(self) -> None:
        """The button says what is missing instead of failing."""
        chosen = self._group.checkedButton() is not None
        reason = bool(self._reason.toPlainText().strip())
        self._settle.setEnabled(chosen and reason)
        self._revoke.setEnabled(reason)
        missing = [
            *([] if chosen else [self.tr("Choose a file.")]),
            *([] if reason else [self.tr("Give the reason; it is kept with the choice.")]),
        ]
        self._why_not.setText(" ".join(missing))

    def _choose(self) -> None:
        button = self._group.checkedButton()
        if isinstance(button, OptionRow):
            self.chosen.emit(button.key, self._reason.toPlainText().strip())


def _name(found: Contradiction, digest: str) -> str:
    """The names a content came under, with the beginning of its digest where another came under them."""
    own: Sequence[str] = found.names.get(digest, ())
    others = {name for other, names in found.names.items() if other != digest for name in names}
    named = ", ".join(own)
    if not named:
        return digest[:12]
    return f"{named} ({digest[:6]})" if others & set(own) else named
