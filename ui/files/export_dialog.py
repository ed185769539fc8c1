"""Export: files of the current state of an assessment, handed in or not."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.files.file_choice import FileChoice
from ui.files.outputs import Output, Wanted, Written, file_name, source_of, wanted_again
from ui.files.paper_choice import PaperChoice, asks_sensitive
from ui.files.writer import Writer
from ui.files.written_panel import WrittenPanel
from ui.marks import Mark
from ui.preferences import Preferences
from ui.theme import px
from ui.widgets.dialog import Dialog, MarkedWords
from ui.widgets.scroll_body import ScrollBody
from wb6assess.errors import AppError

if TYPE_CHECKING:
    from wb6assess.session.open_assessment import OpenAssessment

_TICKED = (Output.WORKBOOK, Output.SUMMARY)


class ExportDialog(Dialog):
    """Asks which files, writes them in the background, says where they are."""

    def __init__(
        self,
        opened: "OpenAssessment",
        preferences: Preferences,
        language: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Export what `opened` holds at the moment of writing; `language` is the one it is read in."""
        super().__init__(self.tr("Export"), self.tr("Write the files"), 540, parent)
        self._opened = opened
        self._done: Written | None = None
        self._note = MarkedWords(Mark.INFO)
        papers = PaperChoice(
            opened.languages(),
            language,
            person=preferences.person,
            sensitive=asks_sensitive(opened.instrument),
        )
        self._choice = FileChoice(tuple(Output), _TICKED, preferences, papers)
        self._writer = Writer(preferences)
        self._panel = WrittenPanel()
        self._panel.setVisible(False)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, px(8), 0)
        column.addWidget(self._choice)
        self._scrolled = ScrollBody(holder, 620)
        for part in (self._note, self._scrolled, self._panel, self._writer):
            self.body.addWidget(part)
        self._connect()
        self._show()

    def write(self) -> None:
        """Write the ticked files."""
        wanted = self._choice.wanted()
        if wanted and not self._writer.running:
            self._write(wanted)

    def reject(self) -> None:
        """While files are being written, only Cancel beside the line stops them."""
        if not self._writer.running:
            super().reject()

    def _write(self, wanted: tuple[Wanted, ...]) -> None:
        try:
            source = source_of(self._opened, self._choice.wishes())
        except AppError as error:
            self.show_error(error)
            return
        self._begin()
        self._writer.start(source, wanted)

    def _begin(self) -> None:
        self._choice.lock(True)
        self.primary.setEnabled(False)
        self.leave.setEnabled(False)

    def _connect(self) -> None:
        self.primary.clicked.connect(self.write)
        self._choice.changed.connect(self._follow)
        self._writer.written.connect(self._written)
        self._writer.finished.connect(self._finished)
        self._panel.again_requested.connect(self._try_again)
        self._panel.folder_requested.connect(self._try_elsewhere)

    def _show(self) -> None:
        self._show_names()
        note = ""
        if not self._opened.locked:
            n = self._opened.info.revision
            words = self.tr("Revision {n} is not handed in; the files say that it is a draft.")
            note = words.format(n=n)
        self._note.say(note)

    def _show_names(self) -> None:
        document, wishes = self._opened.document(), self._choice.wishes()
        self._choice.show_names({kind: file_name(kind, document, wishes) for kind in Output})

    def _follow(self) -> None:
        self._show_names()
        wanted = self._choice.wanted()
        self.trouble.say("" if wanted else self.tr("Tick at least one file to write."))
        self.primary.setEnabled(bool(wanted))

    def _written(self, result: object) -> None:
        assert isinstance(result, Written)
        done = (*(self._done.done if self._done else ()), *result.done)
        shown = Written(done, result.missing)
        self._done = shown
        for part in (self._scrolled, self._note, self.primary):
            part.setVisible(False)
        self._panel.setVisible(True)
        self._panel.show_written(self._title(shown), shown, self._choice.folder)
        self.leave.rename(self.tr("Close"))

    def _finished(self) -> None:
        self._choice.lock(False)
        self.leave.setEnabled(True)
        self.primary.setEnabled(True)

    def _title(self, written: Written) -> str:
        if not written.missing:
            return ""
        return self.tr("Not everything was written") if written.done else self.tr("Nothing was written")

    def _try_again(self) -> None:
        if self._done is not None and not self._writer.running:
            self._write(wanted_again(self._done, self._choice.folder))

    def _try_elsewhere(self) -> None:
        if self._choice.choose_folder():
            self._try_again()
