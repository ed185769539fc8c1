"""Which files to write, and where."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.dates import day_words
from ui.files.folders import folder_words, output_folder
from ui.files.outputs import Output, Wanted, Wishes
from ui.files.paper_choice import PaperChoice
from ui.preferences import Preferences
from ui.theme import Style, px
from ui.widgets.button import Button
from ui.widgets.check_row import CheckRow
from ui.widgets.labels import Line
from ui.widgets.textbox import LineField


class FileChoice(QWidget):
    """Tick boxes with the files' names, how papers are to look, and the folder.

    Signals:
        changed: Other files or another folder are wanted.
    """

    changed = Signal()

    def __init__(
        self,
        kinds: Sequence[Output],
        ticked: Sequence[Output],
        preferences: Preferences,
        papers: PaperChoice | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences, self._papers = preferences, papers
        self._rows = {kind: CheckRow(self._words()[kind]) for kind in kinds}
        self._names: Mapping[Output, str] = {}
        self._lines = {kind: Line("", Style.SMALL, "ink2", stretch=True) for kind in kinds}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for kind, row in self._rows.items():
            row.setChecked(kind in ticked)
            row.clicked.connect(self._ticked)
            column.addWidget(row)
            below = QHBoxLayout()
            below.setContentsMargins(px(26), 0, 0, px(3))
            below.addWidget(self._lines[kind])
            column.addLayout(below)
        if papers is not None:
            papers.show_kinds(self._kinds())
            papers.changed.connect(self.changed)
            column.addWidget(papers)
        column.addSpacing(px(8))
        column.addWidget(Line(self.tr("Folder"), Style.SMALL, "ink2"))
        column.addSpacing(px(4))
        column.addLayout(self._folder_row())

    @property
    def folder(self) -> Path:
        """Where to."""
        return output_folder(self._preferences)

    def wanted(self) -> tuple[Wanted, ...]:
        """The ticked files with their paths."""
        return tuple(Wanted(kind, self.folder / self._names[kind]) for kind in self._kinds())

    def wishes(self) -> Wishes:
        """How they are to look."""
        return self._papers.wishes() if self._papers is not None else Wishes()

    def show_names(self, names: Mapping[Output, str]) -> None:
        """Show how the files will be called, and which of them replace others; emits nothing."""
        self._names = names
        for kind, line in self._lines.items():
            line.say(self._name_words(self.folder / names[kind]))

    def lock(self, locked: bool) -> None:
        """Keep the choice while files are being written."""
        for row in self._rows.values():
            row.lock(locked)
        if self._papers is not None:
            self._papers.lock(locked)
        self._choose.setEnabled(not locked)

    def _folder_row(self) -> QHBoxLayout:
        self._field = LineField()
        self._field.setReadOnly(True)
        self._field.setAccessibleName(self.tr("Folder"))
        self._choose = Button(self.tr("Choose…"))
        self._choose.setAccessibleName(self.tr("Choose the folder"))
        self._choose.clicked.connect(self.choose_folder)
        self._show_folder()
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self._field, 1)
        row.addWidget(self._choose)
        return row

    def _show_folder(self) -> None:
        self._field.show_text(folder_words(self.folder))
        self._field.setToolTip(str(self.folder))

    def choose_folder(self) -> bool:
        """Ask for another folder; False when the person keeps this one."""
        start = self.folder
        while not start.exists() and start != start.parent:
            start = start.parent
        title = self.tr("Folder for the files")
        chosen = QFileDialog.getExistingDirectory(self, title, str(start))
        if not chosen:
            return False
        self._preferences.output_folder = chosen
        self._show_folder()
        self.show_names(self._names)
        self.changed.emit()
        return True

    def _name_words(self, path: Path) -> str:
        """The name; where a file is called so already, somebody may have worked in it."""
        try:
            written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        except OSError:
            return path.name
        words = self.tr("{name}, replaces the one of {when}")
        return words.format(name=path.name, when=day_words(written, datetime.now(UTC)))

    def _kinds(self) -> tuple[Output, ...]:
        return tuple(kind for kind, row in self._rows.items() if row.isChecked())

    def _ticked(self) -> None:
        if self._papers is not None:
            self._papers.show_kinds(self._kinds())
        self.changed.emit()

    def _words(self) -> Mapping[Output, str]:
        return {
            Output.WORKBOOK: self.tr("Scored workbook"),
            Output.SUMMARY: self.tr("PDF summary"),
            Output.RECORD: self.tr("Full record to keep and sign (PDF)"),
            Output.PACKAGE: self.tr("Package for the coordinator"),
            Output.ANSWERS: self.tr("Answers for other programs (JSON)"),
            Output.BLANK: self.tr("Blank questionnaire on paper (PDF)"),
            Output.BLANK_WORKBOOK: self.tr("Blank questionnaire to fill in a spreadsheet"),
        }
