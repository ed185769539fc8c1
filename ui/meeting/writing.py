"""Writing a meeting's papers from its room: the buttons, the wait, what was written."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk.room import flow, scoring_words
from ui.files.folders import folder_words, output_folder
from ui.files.meeting_papers import Order, Papers, write_papers
from ui.marks import Mark
from ui.meeting.form import Tick
from ui.preferences import Preferences
from ui.tasks import Task, TaskQueue
from ui.theme import px
from ui.widgets.busy import BusyLine
from ui.widgets.button import Button
from ui.widgets.dialog import MarkedWords
from wb6assess.progress import Progress
from wb6assess.session.workspace import Workspace


class PaperWriting(QWidget):
    """Buttons for pack, minutes and comment matrix; one is written at a time.

    Signals:
        failed: Carries the AppError.
    """

    failed = Signal(object)

    def __init__(
        self, tasks: TaskQueue, preferences: Preferences, wanted: Callable[[Papers], Order]
    ) -> None:
        """`wanted` says what to write for which meeting, when a button is pressed."""
        super().__init__()
        self._tasks, self._preferences, self._wanted = tasks, preferences, wanted
        self._task: Task | None = None
        self._workspace: Workspace | None = None
        self._ready = False
        self.sensitive = Tick(self.tr("Print what was written on sensitive questions, too"))
        self._line = BusyLine()
        self._line.cancel_requested.connect(self.stop)
        self._outcome = MarkedWords(Mark.ANSWERED)
        self._open = Button(self.tr("Open folder"))
        self._open.clicked.connect(self._open_folder)
        self._open.setVisible(False)
        self._buttons = {
            Papers.PACK: Button(self.tr("Write the meeting pack")),
            Papers.MINUTES: Button(self.tr("Write the minutes")),
            Papers.MATRIX: Button(self.tr("Write the comment matrix")),
        }
        self._buttons[Papers.PACK].setToolTip(self.tr("Handout and agenda, as PDF"))
        self._buttons[Papers.MINUTES].setToolTip(self.tr("As PDF and for Word"))
        self._buttons[Papers.MATRIX].setToolTip(self.tr("As PDF and as workbook"))
        for papers, button in self._buttons.items():
            button.clicked.connect(lambda _on=False, papers=papers: self.write(papers))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(flow(*self._buttons.values(), self._open, self.sensitive))
        column.addWidget(self._line)
        column.addWidget(self._outcome)

    @property
    def busy(self) -> bool:
        """Whether something is being written."""
        return self._task is not None

    def follow(self, workspace: Workspace, *, ready: bool) -> None:
        """Whose papers; `ready` when there is an agenda to print."""
        self._workspace, self._ready = workspace, ready
        self._buttons[Papers.PACK].setEnabled(ready and not self.busy)
        for papers in (Papers.MINUTES, Papers.MATRIX):
            self._buttons[papers].setEnabled(not self.busy)

    def write(self, papers: Papers) -> None:
        """Write papers in the background."""
        workspace = self._workspace
        if self.busy or workspace is None:
            return
        order = self._wanted(papers)

        def job(progress: Progress) -> list[Path]:
            return write_papers(workspace, order, progress)

        self._outcome.say("")
        self._open.setVisible(False)
        self._line.begin(self.tr("Writing…"))
        task = self._task = self._tasks.run(job, self)
        task.progressed.connect(self._show_step)
        task.succeeded.connect(self._written)
        task.failed.connect(self.failed)
        task.stopped.connect(self._stopped)
        task.finished.connect(self._ended)
        self.follow(workspace, ready=self._ready)

    def stop(self) -> None:
        """Stop at the next page."""
        if self._task is not None:
            self._task.cancel()

    def said(self) -> str:
        """What is said of the last writing."""
        return self._outcome.text()

    def _show_step(self, done: int, total: int, name: str) -> None:
        words = self.tr("Writing {name}").format(name=name) if name else scoring_words(done, total)
        self._line.show_step(done, total, words)

    def _written(self, paths: object) -> None:
        assert isinstance(paths, list)
        names = ", ".join(path.name for path in paths)
        folder = folder_words(output_folder(self._preferences))
        words = self.tr("{names} in {folder}. They name no expert, but are not for publication.")
        self._outcome.say(words.format(names=names, folder=folder), Mark.ANSWERED)
        self._open.setVisible(True)

    def _stopped(self) -> None:
        self._outcome.say(self.tr("Stopped. No half file was left."), Mark.INFO)

    def _ended(self) -> None:
        self._task = None
        self._line.end()
        if self._workspace is not None:
            self.follow(self._workspace, ready=self._ready)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(output_folder(self._preferences))))
