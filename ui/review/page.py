"""The review page: what is missing or contradictory, handing in, and what came out."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.error_words import error_words
from ui.files.outputs import Output, Wanted, Written, file_name, handed_in, source_of, wanted_again
from ui.files.paper_choice import PaperChoice, asks_sensitive
from ui.files.written_panel import WrittenPanel
from ui.preferences import Preferences
from ui.questionnaire.editing import Editing
from ui.questionnaire.questions import CONTEXT, Questions
from ui.questionnaire.wording import SOURCE
from ui.review.groups import Groups
from ui.review.hand_in_pane import KINDS, HandInPane
from ui.review.review_state import review_state
from ui.theme import Style, px
from ui.widgets.back_bar import BackBar
from ui.widgets.button import Button
from ui.widgets.ground import Pane
from ui.widgets.labels import Words
from ui.widgets.scrolled import Scrolled
from ui.widgets.textbox import take_composed
from wb6assess.errors import AppError


class ReviewPage(QWidget):
    """Findings of one open assessment and the way to hand it in.

    Signals:
        back_requested: Back to the questionnaire, where it was left.
        page_requested: To a question; carries its page.
        handed_in: The revision is locked now; its files may still be being written.
        home_requested: To the list of assessments.
    """

    back_requested = Signal()
    page_requested = Signal(str)
    handed_in = Signal()
    home_requested = Signal()

    def __init__(
        self, editing: Editing, questions: Questions, country: str, preferences: Preferences
    ) -> None:
        """Show what `editing` works on; `country` is the country's name."""
        super().__init__()
        self.setAccessibleName(self.tr("Review and hand in"))
        self.opened, self._editing, self._questions = editing.opened, editing, questions
        self._missing: Written | None = None
        self._done: tuple[Path, ...] = ()
        self._summary = Words("", Style.BODY, "ink2")
        self._groups = Groups()
        self._panel = WrittenPanel()
        self._pane = HandInPane(preferences, self._papers(preferences.person))
        self._stack = QStackedWidget()
        self._put_together(country)
        self._connect()
        self.show_again()

    def show_again(self) -> None:
        """Answers may be different now."""
        state = review_state(self.opened, self._questions)
        locked = self.opened.locked
        self._summary.setText(self._locked_words() if locked else state.summary)
        self._groups.show_groups(state.groups, locked=locked)
        self._pane.show_assessment(self.opened, self._names())
        self._show_reason(state.reason)

    def name_way_back(self, page: str) -> None:
        """Say to which question the way back leads."""
        if page != CONTEXT:
            self._bar.back.rename(self.tr("Back to {id}").format(id=page))

    def _title(self) -> str:
        """The questionnaire's title in the language it is read in."""
        shown = self._questions.instrument
        return self.opened.info.title if shown.language == SOURCE else shown.title

    def flush(self) -> None:
        """Store what is still being typed."""
        take_composed(self)
        self._groups.flush()

    @property
    def writing(self) -> bool:
        """Whether files are being written now."""
        return self._pane.writer.running

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self._back()
            return
        super().keyPressEvent(event)

    # Handing in.

    def hand_in(self) -> None:
        """Lock the revision and write its files."""
        self.flush()
        if not self._editing.all_stored():
            return
        if self._editing.copying:
            # It would arrive after the revision is locked, and be gone.
            self._pane.show_trouble(self.tr("A file is still being copied. Hand in once it is here."))
            return
        wanted = self._pane.wanted()
        if not self.opened.locked:
            try:
                self.opened.submit()
            except AppError as error:
                self._say_trouble(error)
                return
            self.handed_in.emit()
        self._pane.show_handed_in(True)
        self._pane.show_reason("")
        self._write(wanted)

    def _write(self, wanted: tuple[Wanted, ...]) -> None:
        try:
            source = source_of(self.opened, self._pane.choice.wishes())
        except AppError as error:
            self._say_trouble(error)
            return
        self._bar.back.setEnabled(False)
        self._pane.writer.start(source, wanted)

    def _written(self, result: object) -> None:
        assert isinstance(result, Written)
        self._done = (*self._done, *result.done)
        self._missing = result
        title = self.tr("Revision {n} is handed in and locked").format(n=self.opened.info.revision)
        shown = Written(self._done, result.missing)
        self._stack.setCurrentIndex(1)
        self._panel.show_written(title, shown, self._pane.choice.folder, self._next_words(self._done))

    def _next_words(self, done: tuple[Path, ...]) -> str:
        """Which of the files goes to the coordinator: the package holds all, a workbook the answers."""
        endings = {path.suffix: path.name for path in done}
        name = endings.get(Output.PACKAGE.value) or endings.get(Output.WORKBOOK.value)
        if name is None:
            return ""
        words = self.tr("Send {name} to your coordinator.").format(name=name)
        if Output.PACKAGE.value not in endings and self.opened.attachments():
            words += " " + self.tr("The files you attached travel in the package only.")
        return words

    def _writing_over(self) -> None:
        self._bar.back.setEnabled(True)
        if self._missing is None:
            # A defect ended it and went to the crash report; the files can be asked for again.
            self._pane.show_handed_in(False)
            self.show_again()

    def _try_again(self) -> None:
        if self._missing is not None and not self.writing:
            wanted = wanted_again(self._missing, self._pane.choice.folder)
            self._write(wanted)

    def _try_elsewhere(self) -> None:
        if self._pane.choice.choose_folder():
            self._try_again()

    # Following changes.

    def _show_reason(self, reason: str) -> None:
        if self.opened.locked:
            reason = ""
        elif not reason and not self._pane.wanted():
            reason = self.tr("Tick at least one file to write.")
        self._pane.show_reason(reason)

    def _choice_changed(self) -> None:
        self._answer_changed("")

    def _answer_changed(self, _item: str) -> None:
        if not self.opened.locked:
            self.show_again()

    def _say_trouble(self, error: object) -> None:
        assert isinstance(error, AppError)
        self._pane.show_trouble(error_words(error))

    def _saved(self) -> None:
        self._pane.show_trouble("")

    def _names(self) -> dict[Output, str]:
        document, wishes = handed_in(self.opened.document()), self._pane.choice.wishes()
        return {kind: file_name(kind, document, wishes) for kind in KINDS}

    def _papers(self, person: str) -> PaperChoice:
        return PaperChoice(
            self.opened.languages(),
            self._questions.instrument.language,
            person=person,
            sensitive=asks_sensitive(self.opened.instrument),
        )

    def _locked_words(self) -> str:
        words = self.tr("Revision {n} is handed in and locked. You can write its files again.")
        return words.format(n=self.opened.info.revision)

    def _back(self) -> None:
        if self.writing:
            return
        self.flush()
        self.back_requested.emit()

    def _go(self, page: str) -> None:
        self.flush()
        self.page_requested.emit(page)

    # Putting together.

    def _connect(self) -> None:
        self._groups.page_requested.connect(self._go)
        self._groups.comment_edited.connect(self._editing.set_comment)
        self._editing.changed.connect(self._answer_changed)
        self._editing.not_saved.connect(self._say_trouble)
        self._editing.saved.connect(self._saved)
        self._pane.hand_in_requested.connect(self.hand_in)
        self._pane.choice_changed.connect(self._choice_changed)
        self._pane.writer.written.connect(self._written)
        self._pane.writer.finished.connect(self._writing_over)
        self._panel.again_requested.connect(self._try_again)
        self._panel.folder_requested.connect(self._try_elsewhere)

    def _put_together(self, country: str) -> None:
        self._stack.addWidget(Scrolled(self._findings()))
        self._stack.addWidget(Scrolled(self._outcome()))
        sheet = Pane("surface")
        inner = QVBoxLayout(sheet)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._stack)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(sheet, 1)
        row.addWidget(self._pane)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._bar = BackBar(self._title(), self.opened.info, country)
        self._bar.back.clicked.connect(self._back)
        column.addWidget(self._bar)
        column.addLayout(row, 1)

    def _findings(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(px(32), px(22), px(32), px(24))
        column.setSpacing(px(2))
        column.addWidget(Words(self.tr("Review and hand in"), Style.TITLE))
        column.addWidget(self._summary)
        column.addSpacing(px(20))
        column.addWidget(self._groups)
        column.addStretch(1)
        return page

    def _outcome(self) -> QWidget:
        home = Button(self.tr("Back to the assessments"))
        home.clicked.connect(self.home_requested)
        self._panel.buttons.insertWidget(2, home)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(px(32), px(22), px(32), px(24))
        column.addWidget(self._panel)
        column.addStretch(1)
        return page
