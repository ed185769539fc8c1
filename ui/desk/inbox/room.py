"""The inbox room: files in, what became of each, a look before anything changes."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from exports.incoming import read_submission
from ui.desk.choices import WideBox, offer
from ui.desk.inbox.conflict_page import ConflictPage
from ui.desk.inbox.detail import WIDTH, FileDetail
from ui.desk.inbox.drop_zone import DropZone
from ui.desk.inbox.lines import (
    file_lines,
    keyed,
    outcome_options,
    outcome_signs,
    summary_words,
    wanted_outcomes,
)
from ui.desk.room import DeskRoom, Empty, flow, stand_beside
from ui.desk.signs import Signs
from ui.desk.state import DeskState, experts_words
from ui.desk.table.content import TableContent
from ui.desk.table.view import DeskTable
from ui.icons import Icon
from ui.marks import Mark
from ui.tasks import Task
from ui.theme import Style, px
from ui.widgets.busy import BusyLine
from ui.widgets.button import Button, Kind
from ui.widgets.labels import Words
from wb6assess.files import replacing
from wb6assess.progress import Progress
from wb6assess.session.consolidation import FileReport
from wb6assess.session.inbox import Contradiction, TakenIn

_NARROW, _LOW = 900, 560


class InboxRoom(DeskRoom):
    """Shows what came in; takes files in after a look at what they would do.

    Signals:
        counted: How many files need somebody, for the sidebar.
    """

    counted = Signal(int)
    always = True

    def __init__(self, state: DeskState, parent: QWidget | None = None) -> None:
        self._files = Button(self.tr("Add files…"), Kind.PRIMARY, icon=Icon.FILE)
        self._folder = Button(self.tr("Add folder…"), icon=Icon.FOLDER)
        super().__init__(
            state, self.tr("Inbox"), buttons=(self._folder, self._files), tables=False, parent=parent
        )
        self.setAcceptDrops(True)
        self._files.clicked.connect(self.add_files)
        self._folder.clicked.connect(self.add_folder)
        self._reports: dict[str, FileReport] = {}
        self._paths: tuple[Path, ...] = ()
        self._looked: TakenIn | None = None
        self._taken: TakenIn | None = None
        self._task: Task | None = None
        self._contradiction: Contradiction | None = None
        self._zone = DropZone()
        self._reading = BusyLine()
        self._reading.cancel_requested.connect(self._stop_reading)
        self._make_preview()
        self._signs = Signs()
        self._which = WideBox(self.tr("Which files"))
        self._which.picked.connect(lambda _key: self._show_reports())
        self._filter = WideBox(self.tr("Filter by outcome"))
        self._filter.picked.connect(lambda _key: self._show_lines())
        self._imports = Button(self.tr("Imports…"), Kind.QUIET, icon=Icon.UNDO)
        self._imports.clicked.connect(self.show_imports)
        self._copy = Button(self.tr("Copy table"), Kind.QUIET, icon=Icon.PAPERS)
        self._copy.clicked.connect(self.copy)
        self._print = Button(self.tr("Export view…"), Kind.QUIET, icon=Icon.EXPORT)
        self._print.clicked.connect(self.export)
        self.table = DeskTable(self.tr("Files received"))
        self.table.row_shown.connect(self._show_detail)
        self._none = Empty()
        self._none.wanted.connect(self._help)
        self._foot = Words("", Style.SMALL, "ink3")
        self.detail = FileDetail()
        self.detail.original_requested.connect(self._show_original)
        self.detail.compare_requested.connect(self._compare)
        self.conflict = ConflictPage(state)
        self.conflict.back_requested.connect(self._show_list)
        self.conflict.chosen.connect(self._settle)
        self.conflict.revoked.connect(self._revoke)
        self._put_together()

    def _make_preview(self) -> None:
        self._preview = Words("", Style.SECTION)
        self._take = Button(self.tr("Take in"), Kind.PRIMARY)
        self._take.clicked.connect(self.take_in)
        self._leave = Button(self.tr("Leave them"))
        self._leave.clicked.connect(self._forget_look)
        self._preview_row = flow(self._preview, self._take, self._leave, gap=12)
        self._preview_row.setVisible(False)

    def _put_together(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        self._choices = flow(self._which, self._filter, self._imports, self._copy, self._print)
        for part in (self._zone, self._reading, self._preview_row, self._signs, self._choices):
            column.addWidget(part)
        column.addWidget(self._none)
        column.addWidget(self.table, 1)
        column.addWidget(self._foot)
        self._pages = QStackedWidget()
        self._pages.addWidget(page)
        self._pages.addWidget(self.conflict)
        self.body.addWidget(self._pages, 1)
        self.row.addWidget(self.detail)
        offer(self._which, [("all", "")], "all")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The file chosen stands beside the list, below it when it is narrow."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        narrow = self.width() < px(_NARROW)
        self.row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        stand_beside(self.detail, WIDTH, below=narrow)
        self._zone.setVisible(self.height() > px(_LOW))  # the page takes what is dropped, too

    # Showing.

    def subtitle(self) -> str:
        """How much is here."""
        result = self.state.result
        if result is None:
            return ""
        experts = {(key.country, key.expert) for key in result.effective}
        countries = {key.country for key in result.effective}
        words = self.tr("Round {round} · {n} assessments from {experts} in {m} countries")
        return words.format(
            round=result.round,
            n=len(result.effective),
            experts=experts_words(len(experts)),
            m=len(countries),
        )

    def note_words(self) -> Sequence[str]:
        """Only the star of a country's name: no band stands here."""
        return self.status_note()

    def tables(self) -> Sequence[TableContent]:
        """The files as they are listed."""
        return (self.table.content,)

    def show_state(self) -> None:
        """Show what was received, or what was looked at last."""
        self._show_reports()

    def _show_reports(self) -> None:
        """Choose between what is looked at, the last import and everything."""
        result = self.state.result
        every = sorted(result.files, key=_by_name) if result is not None else []
        last = self._looked or self._taken
        options = [("all", self.tr("Everything received ({n})").format(n=len(every)))]
        if last is not None:
            words = self.tr("Looked at ({n})") if self._looked else self.tr("Last import ({n})")
            options.insert(0, ("last", words.format(n=len(last.files))))
        wanted = self._which.key if self._which.key in {key for key, _ in options} else options[0][0]
        offer(self._which, options, wanted)
        reports = last.files if last is not None and wanted == "last" else every
        self._reports = keyed(reports)
        self._signs.show_signs(outcome_signs(reports))
        known = self._filter.key
        choices = outcome_options(reports)
        offer(self._filter, choices, known if known in {key for key, _ in choices} else "")
        waiting = sum(report.outcome in wanted_outcomes("needs") for report in every)
        self.counted.emit(waiting)
        self._show_lines()

    def _show_lines(self) -> None:
        wanted = wanted_outcomes(self._filter.key)
        self.table.show_content(file_lines(self.state, self._reports, wanted))
        rows = len(self.table.content.rows)
        self.table.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self._none.say(*self._none_words())
        for part in (self._filter, self._which, self._copy):
            part.setVisible(bool(self._reports))
        self._print.setVisible(bool(self._reports) and self.state.result is not None)
        self._choices.rearrange()
        self.detail.setVisible(bool(rows) and self._pages.currentIndex() == 0)
        self._show_detail(self.table.current_key)

    def _none_words(self) -> tuple[str, str]:
        if self._reports:
            return self.tr("No file has this outcome."), self.tr("Show all files")
        if self.state.busy and not self.state.known:
            return self.tr("Reading what was received…"), ""
        # The buttons that help stand above already.
        return self.tr("No files yet. Drop workbooks or packages here, or add a folder."), ""

    def _help(self) -> None:
        offer(self._filter, outcome_options(list(self._reports.values())), "")
        self._show_lines()

    def _show_detail(self, key: str) -> None:
        report = self._reports.get(key)
        digest = report.sha256 if report is not None else ""
        kept = bool(digest) and self.state.workspace.inbox.original(digest) is not None
        self.detail.show_report(report, kept=kept)

    def _show_list(self) -> None:
        self._pages.setCurrentIndex(0)
        self._show_reports()

    # Adding files.

    def add_files(self) -> None:
        """Ask for files and look at them."""
        kinds = self.tr("Answers, workbooks, packages") + " (*.json *.xlsx *.wb6)"
        every = self.tr("All files") + " (*)"
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Add files"), "", f"{kinds};;{every}")
        self.look_at([Path(path) for path in chosen])

    def add_folder(self) -> None:
        """Ask for a folder and look at everything in it."""
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Add folder"))
        if chosen:
            self.look_at([Path(chosen)])

    def look_at(self, paths: Sequence[Path]) -> None:
        """Read files without taking them in, and say what taking them in would do."""
        if not paths or self._task is not None:
            return
        self._paths = tuple(paths)
        inbox = self.state.workspace.inbox
        wanted = self._paths
        self._read(lambda progress: inbox.look(wanted, read_submission, progress), self._looked_at)

    def take_in(self) -> None:
        """Take in what was looked at."""
        if self._task is not None or self._looked is None:
            return
        inbox, wanted = self.state.workspace.inbox, self._paths
        self._read(lambda progress: inbox.take_in(wanted, read_submission, progress), self._taken_in)

    def _read(self, job: Callable[[Progress], TakenIn], then: Callable[[object], None]) -> None:
        self.trouble.say("")
        self._reading.begin(self.tr("Reading…"))
        self._lock(True)
        task = self._task = self.state.tasks.run(job, self)
        task.progressed.connect(self._show_reading)
        task.succeeded.connect(then)
        task.failed.connect(self._show_trouble)
        task.stopped.connect(self._stopped)
        task.finished.connect(self._read_ended)

    def _lock(self, locked: bool) -> None:
        for button in (self._files, self._folder, self._take, self._leave):
            button.setEnabled(not locked)

    def _show_reading(self, done: int, total: int, name: str) -> None:
        words = self.tr("Reading {name}, file {n} of {of}")
        self._reading.show_step(done, total, words.format(name=name, n=done, of=total))

    def _stop_reading(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _stopped(self) -> None:
        self.trouble.say(self.tr("Stopped. Nothing was taken in."), Mark.INFO)

    def _read_ended(self) -> None:
        self._task = None
        self._reading.end()
        self._lock(False)

    def _looked_at(self, found: object) -> None:
        assert isinstance(found, TakenIn)
        self._looked, self._taken = found, None
        words = self.tr("{summary}. Nothing is taken in yet.")
        if not found.files:
            words = self.tr("There are no files of experts in it.")
        self._preview.setText(words.format(summary=summary_words(found.files)))
        self._preview_row.setVisible(True)
        self._preview_row.rearrange()
        self._take.setVisible(any(report.document is not None for report in found.files))
        self._show_newest()
        if self._take.isVisible():
            self._take.setFocus(Qt.FocusReason.OtherFocusReason)

    def _taken_in(self, found: object) -> None:
        assert isinstance(found, TakenIn)
        self._forget_look()
        self._taken = found
        words = self.tr(
            "{n} files read: {summary}. Originals of all accepted files are kept. Nothing was changed "
            "by refused files."
        )
        self._foot.setText(words.format(n=len(found.files), summary=summary_words(found.files)))
        self._show_newest()
        self.state.reload()

    def _show_newest(self) -> None:
        offer(self._which, [("last", "")], "last")
        offer(self._filter, [("", "")], "")
        self._show_list()

    def _forget_look(self) -> None:
        self._looked = None
        self._preview_row.setVisible(False)
        self._show_reports()

    # Drag and drop.

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files, nothing else."""
        if self._task is None and _dropped(event):
            event.acceptProposedAction()
            self._zone.show_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went away again."""
        del event
        self._zone.show_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at what was dropped."""
        self._zone.show_over(False)
        event.acceptProposedAction()
        self.look_at(_dropped(event))

    # Taking back, originals.

    def show_imports(self) -> None:
        """The imports so far, to take one back."""
        from ui.desk.inbox.imports_dialog import ImportsDialog

        dialog = ImportsDialog(self.state.workspace.inbox.intakes(), self)
        dialog.undo_requested.connect(self._undo)
        dialog.open()

    def _undo(self, intake: str) -> None:
        inbox = self.state.workspace.inbox
        task = self.state.tasks.run(lambda _progress: inbox.undo(intake), self)
        task.failed.connect(self._show_trouble)
        task.succeeded.connect(self._undone)

    def _undone(self, _gone: object) -> None:
        self._taken = None
        self._foot.setText(self.tr("The import was taken back. The files themselves are kept."))
        self.state.reload()

    def _show_original(self, report: FileReport) -> None:
        """A copy under the file's own name, where the person wants it."""
        title = self.tr("Where to put a copy of the original")
        chosen, _ = QFileDialog.getSaveFileName(self, title, report.path.name)
        if chosen:
            self.copy_original(report, Path(chosen))

    def copy_original(self, report: FileReport, target: Path) -> None:
        """Put the original bytes there and show the folder."""
        kept = self.state.workspace.inbox.original(report.sha256)

        def job(_progress: Progress) -> None:
            assert kept is not None  # the button shows only then
            with replacing(target) as scratch:
                scratch.write_bytes(kept.read_bytes())

        task = self.state.tasks.run(job, self)
        task.failed.connect(self._show_trouble)
        task.succeeded.connect(lambda _done: self._copied(target))

    def _copied(self, target: Path) -> None:
        self.detail.say(self.tr("The original is in {folder}.").format(folder=target.parent))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(target.parent)))

    # Conflicts.

    def _compare(self, report: FileReport) -> None:
        """Show the files of a conflict side by side."""
        document = report.document
        if document is None:
            return
        inbox, key, revision = self.state.workspace.inbox, document.identity, document.revision
        task = self.state.tasks.run(lambda _progress: inbox.conflicts(key.round), self)
        task.failed.connect(self._show_trouble)

        def show(found: object) -> None:
            assert isinstance(found, tuple)
            for each in found:
                if (each.key, each.revision) == (key, revision):
                    self._show_conflict(each)
                    return
            self.trouble.say(self.tr("Take the files in first; then they can be compared."), Mark.INFO)

        task.succeeded.connect(show)

    def _show_conflict(self, found: Contradiction) -> None:
        self._contradiction = found
        self.conflict.show_conflict(found)
        self._pages.setCurrentWidget(self.conflict)
        self.detail.setVisible(False)

    def _settle(self, digest: str, reason: str) -> None:
        found, inbox = self._contradiction, self.state.workspace.inbox
        if found is not None:
            self._change(lambda _p: inbox.resolve(found.key, found.revision, digest, reason))

    def _revoke(self, reason: str) -> None:
        found, inbox = self._contradiction, self.state.workspace.inbox
        if found is not None:
            self._change(lambda _p: inbox.revoke_resolution(found.key, found.revision, reason))

    def _change(self, job: Callable[[Progress], object]) -> None:
        task = self.state.tasks.run(job, self)
        task.failed.connect(self._show_trouble)
        task.succeeded.connect(self._changed)

    def _changed(self, _done: object) -> None:
        self._looked = self._taken = None
        self._show_list()
        self.state.recompute()


def _by_name(report: FileReport) -> tuple[str, str]:
    """As the coordinator knows the file; the digest tells files of one name apart."""
    return report.path.name.casefold(), report.sha256


def _dropped(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
