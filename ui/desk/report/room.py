"""The report room: choose, write in the background, open the folder."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.desk.report.obstacles import Line as ObstacleLine
from ui.desk.report.obstacles import Obstacles, obstacle_lines
from ui.desk.report.options_form import OptionsForm
from ui.desk.room import DeskRoom, scoring_words, stand_beside
from ui.desk.state import DeskState
from ui.files.folders import folder_words, output_folder
from ui.marks import Mark
from ui.preferences import Preferences
from ui.tasks import Task
from ui.theme import Style, px
from ui.verbs.regional import left_from_before, write_regional_files
from ui.widgets.busy import BusyLine
from ui.widgets.button import Button, Kind
from ui.widgets.dialog import MarkedWords
from ui.widgets.ground import Pane
from ui.widgets.labels import Line, Words
from ui.widgets.scrolled import Scrolled
from wb6assess.errors import ErrorCode, FileError
from wb6assess.progress import Part, Progress

_WIDTH, _NARROW = 344, 900
_PARTS = 2
"""Of scoring, before anything is written."""


class ReportRoom(DeskRoom):
    """Makes the files of the regional result."""

    analysis = True

    def __init__(
        self, state: DeskState, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(state, self.tr("Regional report"), tables=False, parent=parent)
        self._preferences = preferences
        self._task: Task | None = None
        self._lines: list[ObstacleLine] = []
        self.form = OptionsForm(state)
        self.form.changed.connect(self._follow)
        self._folder = Line("", Style.BODY, "ink2", stretch=True)
        self._choose = Button(self.tr("Choose another folder…"))
        self._choose.clicked.connect(self._ask_folder)
        self._write = Button(self.tr("Write the files"), Kind.PRIMARY)
        self._write.clicked.connect(self.write)
        self._why_not = Words("", Style.SMALL, "ink2")
        self._writing = BusyLine()
        self._writing.cancel_requested.connect(self._stop)
        self._outcome = MarkedWords(Mark.ANSWERED)
        self._open = Button(self.tr("Open folder"))
        self._open.clicked.connect(self._open_folder)
        self._open.setVisible(False)
        self._standing = Words("", Style.HEADING)
        self._standing_words = Words("", Style.SMALL, "ink2")
        self._obstacles = Obstacles()
        self._obstacles.room_requested.connect(state.room_requested)
        self._put_together()

    def _put_together(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, px(4), px(8), px(12))
        column.setSpacing(px(14))
        column.addWidget(self.form)
        where = QHBoxLayout()
        where.setSpacing(px(8))
        where.addWidget(Line(self.tr("Folder"), Style.SMALL, "ink2"))
        where.addWidget(self._folder, 1)
        where.addWidget(self._choose)
        column.addLayout(where)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(12))
        buttons.addWidget(self._write)
        buttons.addWidget(self._why_not, 1)
        column.addLayout(buttons)
        column.addWidget(self._writing)
        column.addWidget(self._outcome)
        column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.body.addWidget(inner, 1)
        self._side = Pane("chrome", "l")
        side = QWidget()
        beside = QVBoxLayout(side)
        beside.setContentsMargins(px(18), px(22), px(14), px(16))
        beside.setSpacing(px(8))
        for part in (self._standing, self._standing_words, self._obstacles):
            beside.addWidget(part)
        beside.addStretch(1)
        outer = QVBoxLayout(self._side)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(Scrolled(side))
        self.row.addWidget(self._side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is missing stands beside, below when it is narrow."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        narrow = self.width() < px(_NARROW)
        self.row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        stand_beside(self._side, _WIDTH, self, below=narrow)

    # Showing.

    def refresh(self) -> None:
        """The side shows only beside a result."""
        super().refresh()
        self._side.setVisible(self.state.result is not None and self.state.ready)

    def show_state(self) -> None:
        """Show what there is to report on, and what is missing."""
        result = self.state.result
        assert result is not None  # shown only with one
        self.form.show_state()
        self._folder.say(folder_words(output_folder(self._preferences)))
        self._lines = obstacle_lines(self.state)
        self._standing.setText(self.tr("Final") if result.final else self.tr("Not final yet"))
        self._standing_words.setText(
            self.tr("Nothing stands in the way.")
            if result.final
            else self.tr("Every page says “draft” until these are settled. A line leads there.")
        )
        self._obstacles.show_lines(self._lines)
        self._follow()

    def subtitle(self) -> str:
        """Which round."""
        return self.tr("Round {round}").format(round=self.state.round)

    def _follow(self) -> None:
        missing = self.form.missing
        self._why_not.setText(missing)
        self._write.setEnabled(not missing and self._task is None)

    def _ask_folder(self) -> None:
        title = self.tr("Choose a folder")
        chosen = QFileDialog.getExistingDirectory(self, title, str(output_folder(self._preferences)))
        if chosen:
            self._preferences.output_folder = chosen
            self._folder.say(folder_words(Path(chosen)))

    # Writing.

    def write(self) -> None:
        """Score what was chosen and write the files, in the background."""
        if self._task is not None or self.form.missing:
            return
        options, wanted = self.form.options, self.form.files
        inbox, round_id = self.state.workspace.inbox, self.state.round
        folder = output_folder(self._preferences)

        def job(progress: Progress) -> list[Path]:
            result = inbox.consolidate(round_id, options=options, progress=Part(progress, 0, _PARTS))
            if not result.effective:
                raise FileError(ErrorCode.NOTHING_TO_MERGE)
            result.analysis.work_out(Part(progress, 1, _PARTS))
            return write_regional_files(folder, result, progress, wanted)[1]

        self._begin()
        task = self._task = self.state.tasks.run(job, self)
        task.progressed.connect(self._show_writing)
        task.succeeded.connect(self._written)
        task.failed.connect(self._show_trouble)
        task.stopped.connect(self._stopped)
        task.finished.connect(self._ended)

    def _begin(self) -> None:
        self.trouble.say("")
        self._outcome.say("")
        self._open.setVisible(False)
        self.form.lock(True)
        self._write.setEnabled(False)
        self._writing.begin(self.tr("Scoring…"))
        QTimer.singleShot(0, self._writing, lambda: self._page.ensureWidgetVisible(self._writing))

    def _show_writing(self, done: int, total: int, name: str) -> None:
        n = min(done + 1, total)
        if not name and done < total:
            self._writing.show_step(done, total, scoring_words(done, total))
            return
        words = self.tr("Writing {name}, file {n} of {of}") if name else self.tr("Writing…")
        self._writing.show_step(done, total, words.format(name=name, n=n, of=total))

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _written(self, paths: object) -> None:
        assert isinstance(paths, list)
        folder = output_folder(self._preferences)
        words = self.tr("{names} in {folder}. Nothing has been sent.")
        names = ", ".join(self._names(paths, folder))
        said = words.format(names=names, folder=folder_words(folder))
        left = left_from_before(folder, self.state.round, paths)
        if left:
            older = self.tr("From an earlier run and not of this result: {names}.")
            said = f"{said} {older.format(names=', '.join(path.name for path in left))}"
        self._outcome.say(said, Mark.ANSWERED)
        self._open.setVisible(True)
        # On a low screen it stands below the form; heights are known after the layout.
        QTimer.singleShot(0, self._open, lambda: self._page.ensureWidgetVisible(self._open))
        self._open.setFocus(Qt.FocusReason.OtherFocusReason)

    def _names(self, paths: Sequence[Path], folder: Path) -> Iterator[str]:
        """Files by name, folders with how many files came into them."""
        within = Counter(path.parent for path in paths)
        for path in dict.fromkeys(p if p.parent == folder else p.parent for p in paths):
            n = within[path]
            yield path.name if not n else self.tr("{folder} ({n} files)").format(folder=path.name, n=n)

    def _stopped(self) -> None:
        self._outcome.say(self.tr("Stopped. No half file was left."), Mark.INFO)

    def _ended(self) -> None:
        self._task = None
        self._writing.end()
        self.form.lock(False)
        self._follow()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(output_folder(self._preferences))))
