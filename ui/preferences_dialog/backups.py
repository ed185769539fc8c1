"""The copies of the data: the daily ones, and one to another place, made now."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from ui.dates import day_words
from ui.error_words import error_words
from ui.evidence.words import size_words
from ui.marks import Mark
from ui.preferences_dialog.folders import open_folder
from ui.tasks import Task
from ui.theme import Style, px
from ui.widgets.busy import BusyLine
from ui.widgets.button import Button
from ui.widgets.dialog import MarkedWords
from ui.widgets.flow_row import FlowRow
from ui.widgets.labels import Words
from wb6assess.errors import AppError
from wb6assess.progress import Progress

if TYPE_CHECKING:
    from wb6assess.session.workspace import Workspace

_SHOWN = 5


class BackupList(QWidget):
    """The newest daily copies, and the way to make one for another disk."""

    made = Signal()

    def __init__(
        self, folder: Path, workspace: "Workspace | None", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._folder, self._workspace = folder, workspace
        self._task: Task | None = None
        self._list = Words("", Style.BODY)
        self._outcome = MarkedWords()
        self._busy = BusyLine()
        self._busy.cancel_requested.connect(self._cancel)
        self._make = Button(self.tr("Make a backup now…"))
        self._make.clicked.connect(self._ask)
        self._make.setEnabled(workspace is not None)
        show = Button(self.tr("Open folder"))
        show.setAccessibleName(self.tr("Open the folder with the backups"))
        show.clicked.connect(lambda: open_folder(folder / "backups"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        what = self.tr(
            "Your answers are copied when you start, every hour while you work and when you close. The"
            " newest copy of each of the last days is kept. They lie beside the data, so make one on"
            " another disk from time to time."
        )
        column.addWidget(Words(what, Style.SMALL, "ink2"))
        column.addWidget(self._list)
        column.addWidget(FlowRow([self._make, show], 8))
        column.addWidget(self._outcome)
        column.addWidget(self._busy)
        self._show_list()

    def make(self, target: Path) -> None:
        """Write a copy of everything, in the background."""
        if self._workspace is None or self._task is not None:
            return
        self._outcome.say("")
        self._make.setEnabled(False)
        self._busy.begin(self.tr("Copying…"))
        workspace = self._workspace

        def copy(progress: Progress) -> Path:
            return workspace.backup_now(target, progress)

        self._task = Task(copy, self)
        self._task.progressed.connect(self._busy.show_step)
        self._task.succeeded.connect(self._copied)
        self._task.failed.connect(self._failed)
        self._task.finished.connect(self._finished)
        self._task.start()

    def _ask(self) -> None:
        from wb6assess.session.backup import SUFFIX

        name = f"wb6assess-{datetime.now().astimezone():%Y-%m-%d}{SUFFIX}"
        kinds = self.tr("Backups") + f" (*{SUFFIX})"
        title = self.tr("Make a backup")
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(Path.home() / name), kinds)
        if chosen:
            self.make(Path(chosen))

    def _copied(self, result: object) -> None:
        assert isinstance(result, Path)
        words = self.tr("{name} holds all answers and attached files, {size}.")
        size = size_words(result.stat().st_size)
        self._outcome.say(words.format(name=result.name, size=size), Mark.ANSWERED)

    def _failed(self, error: object) -> None:
        assert isinstance(error, AppError)
        self._outcome.say(error_words(error), Mark.BLOCKS)

    def _finished(self) -> None:
        self._busy.end()
        self._task = None
        self._make.setEnabled(True)
        self.made.emit()

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _show_list(self) -> None:
        copies = self._workspace.backups() if self._workspace is not None else ()
        lines = [self._line(copy) for copy in copies[:_SHOWN]]
        if len(copies) > _SHOWN:
            lines.append(self.tr("and {n} older ones").format(n=len(copies) - _SHOWN))
        self._list.setText(
            "\u2028".join(lines) or self.tr("No copy yet; the first comes when you close the program.")
        )

    def _line(self, copy: Path) -> str:
        known = copy.stat()
        now = datetime.now().astimezone()
        when = day_words(datetime.fromtimestamp(known.st_mtime).astimezone(), now)
        return self.tr("{when}, {size}").format(
            when=when[:1].upper() + when[1:], size=size_words(known.st_size)
        )
