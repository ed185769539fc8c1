"""The inbox room: files in, what became of each, a look before anything changes."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.desk.inbox.conflict_page import ConflictPage
from ui.desk.inbox.detail import WIDTH, FileDetail
from ui.desk.inbox.drop_zone import DropZone
from ui.desk.inbox.intake import Intake
from ui.desk.inbox.lines import file_lines, keyed, listed, needing, passed_over_words, summary_words
from ui.desk.inbox.originals import Originals
from ui.desk.inbox.settling import Settling
from ui.desk.inbox.sifting import EVERYTHING, LAST, Sifting
from ui.desk.room import DeskRoom, Empty, stand_beside
from ui.desk.state import DeskState, experts_words
from ui.desk.table.content import TableContent
from ui.desk.table.view import DeskTable
from ui.icons import Icon
from ui.marks import Mark
from ui.theme import Style, px
from ui.widgets.button import Button, Kind
from ui.widgets.labels import Words
from wb6assess.session.desk.consolidation import FileReport, Outcome
from wb6assess.session.desk.inbox import Contradiction
from wb6assess.session.desk.refusals import RefusedFile

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
        self._reports: dict[str, FileReport] = {}
        self._zone = DropZone()
        self.intake = Intake(state, self)
        self._files.clicked.connect(self.intake.add_files)
        self._folder.clicked.connect(self.intake.add_folder)
        self._settling = Settling(state, self)
        self.originals = Originals(state, self)
        self._imports = Button(self.tr("Imports…"), Kind.QUIET, icon=Icon.UNDO)
        self._imports.clicked.connect(self.intake.show_imports)
        self._copy = Button(self.tr("Copy table"), Kind.QUIET, icon=Icon.PAPERS)
        self._copy.clicked.connect(self.copy)
        self._print = Button(self.tr("Export view…"), Kind.QUIET, icon=Icon.EXPORT)
        self._print.clicked.connect(self.export)
        self._sifting = Sifting((self._imports, self._copy, self._print))
        self._sifting.source_changed.connect(self._show_reports)
        self._sifting.sieve_changed.connect(self._show_lines)
        self.table = DeskTable(self.tr("Files received"))
        self.table.row_shown.connect(self._show_detail)
        self._none = Empty()
        self._none.wanted.connect(self._help)
        self._stray = Words("", Style.SMALL, "ink2")
        self._foot = Words("", Style.SMALL, "ink3")
        self.detail = FileDetail()
        self.detail.original_requested.connect(self.originals.ask)
        self.detail.compare_requested.connect(self._settling.compare)
        self.detail.left_refused.connect(state.put_away)
        state.refusals_changed.connect(self.refresh)
        self.conflict = ConflictPage(state)
        self.conflict.back_requested.connect(self._show_list)
        self.conflict.chosen.connect(self._settling.settle)
        self.conflict.revoked.connect(self._settling.revoke)
        self._put_together()
        self._listen_to_parts()

    def _put_together(self) -> None:
        page, intake = QWidget(), self.intake
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        for part in (self._zone, intake.line, intake.preview, self._sifting):
            column.addWidget(part)
        column.addWidget(self._none)
        column.addWidget(self.table, 1)
        column.addWidget(self._stray)
        column.addWidget(self._foot)
        self._pages = QStackedWidget()
        self._pages.addWidget(page)
        self._pages.addWidget(self.conflict)
        self.body.addWidget(self._pages, 1)
        self.row.addWidget(self.detail)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The file chosen stands beside the list, below it when it is narrow."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        narrow = self.width() < px(_NARROW)
        self.row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        stand_beside(self.detail, WIDTH, self, below=narrow)
        self._zone.setVisible(self.height() > px(_LOW))  # the page takes what is dropped, too

    # Showing.

    def subtitle(self) -> str:
        """How much is here."""
        result = self.state.result
        if result is None:
            return ""
        experts = {(key.country, key.expert) for key in result.effective}
        countries = {key.country for key in result.effective}
        words = self.tr("Round {round} · {assessments} from {experts}, {countries}")
        n, m = len(result.effective), len(countries)
        every = self.tr("1 assessment") if n == 1 else self.tr("{n} assessments").format(n=n)
        where = self.tr("1 country") if m == 1 else self.tr("{n} countries").format(n=m)
        said = experts_words(len(experts))
        return words.format(round=result.round, assessments=every, experts=said, countries=where)

    def note_words(self) -> Sequence[str]:
        """Only the star of a country's name: no band stands here."""
        return self.status_note() if self._reports else ()

    def tables(self) -> Sequence[TableContent]:
        """The files as they are listed."""
        return (self.table.content,)

    def show_state(self) -> None:
        """Show what was received, or what was looked at last."""
        self._show_reports()

    def _show_reports(self) -> None:
        """Choose between what is looked at, the last import and everything."""
        every, last = self._everything(), self.intake.found
        options = [(EVERYTHING, self.tr("Everything received ({n})").format(n=len(every)))]
        if last is not None:
            words = self.tr("Looked at ({n})") if self.intake.pending else self.tr("Last import ({n})")
            options.insert(0, (LAST, words.format(n=len(listed(last.files)))))
        self._sifting.offer_sources(options)
        wants_last = last is not None and self._sifting.source == LAST
        reports = list(last.files) if last is not None and wants_last else every
        self._reports = keyed(reports)
        self._sifting.show_counts(reports)
        self.counted.emit(needing(every))
        self._show_lines()

    def _everything(self) -> list[FileReport]:
        """What was received, and what was refused and not settled since."""
        result = self.state.result
        taken = result.files if result is not None else ()
        return sorted((*taken, *(item.report for item in self.state.refused)), key=_by_name)

    def _show_lines(self) -> None:
        wanted = self._sifting.outcomes
        self.table.show_content(file_lines(self.state, self._reports, wanted))
        rows = len(self.table.content.rows)
        self.table.setVisible(bool(rows))
        stray = "" if wanted else passed_over_words(list(self._reports.values()))
        self._stray.setText(stray)
        self._stray.setVisible(bool(stray))
        self._none.setVisible(not rows)
        self._none.say(*self._none_words())
        self._copy.setVisible(bool(self._reports))
        self._print.setVisible(bool(self._reports) and self.state.result is not None)
        self._sifting.rearrange()
        self.detail.setVisible(bool(rows) and self._pages.currentIndex() == 0)
        self._show_detail(self.table.current_key)

    def _none_words(self) -> tuple[str, str]:
        if listed(list(self._reports.values())):
            return self.tr("No file has this outcome."), self.tr("Show all files")
        if self._reports:
            return self.tr("There are no files of experts in it."), ""
        if self.state.busy and not self.state.known:
            return self.tr("Reading what was received…"), ""
        # The buttons that help stand above already.
        return self.tr("No files yet. Drop workbooks or packages here, or add a folder."), ""

    def _help(self) -> None:
        self._sifting.show_all()
        self._show_reports()

    def _show_detail(self, key: str) -> None:
        report = self._reports.get(key)
        refusal = self._refusal_of(report) if not self.intake.pending else None
        self.detail.show_report(report, kept=self.originals.has(report), refusal=refusal)

    def _refusal_of(self, report: FileReport | None) -> RefusedFile | None:
        """The refusal that was kept of a file in the list."""
        if report is None or report.outcome is not Outcome.REFUSED:
            return None
        same = (report.path.name, report.sha256)
        for item in self.state.refused:
            if (item.report.path.name, item.report.sha256) == same:
                return item
        return None

    def _show_list(self) -> None:
        self._pages.setCurrentIndex(0)
        self._show_reports()

    # What the parts say.

    def _listen_to_parts(self) -> None:
        intake, settling = self.intake, self._settling
        intake.reading_changed.connect(self._show_reading)
        intake.looked.connect(self._show_newest)
        intake.taken.connect(self._taken_in)
        intake.left.connect(self._show_reports)
        intake.undone.connect(self._undone)
        intake.stopped.connect(
            lambda: self.trouble.say(self.tr("Stopped. Nothing was taken in."), Mark.INFO)
        )
        settling.found.connect(self._show_conflict)
        settling.not_taken_in.connect(
            lambda: self.trouble.say(
                self.tr("Take the files in first; then they can be compared."), Mark.INFO
            )
        )
        settling.changed.connect(self._settled)
        self.originals.copied.connect(
            lambda folder: self.detail.say(self.tr("The original is in {folder}.").format(folder=folder))
        )
        for part in (intake, settling, self.originals):
            part.failed.connect(self._show_trouble)

    def _show_reading(self, reading: bool) -> None:
        if reading:
            self.trouble.say("")
            self._foot.setText("")
        for button in (self._files, self._folder):
            button.setEnabled(not reading)

    def _taken_in(self) -> None:
        files = self.intake.found.files if self.intake.found is not None else ()
        words = self.tr(
            "{n} files read: {summary}. Originals of all accepted files are kept. Nothing was changed "
            "by refused files."
        )
        self._foot.setText(words.format(n=len(files), summary=summary_words(files)))
        self._show_newest()
        self.state.reload()

    def _undone(self) -> None:
        self._foot.setText(self.tr("The import was taken back. The files themselves are kept."))
        self.state.reload()

    def _show_newest(self) -> None:
        self._sifting.show_newest()
        self._show_list()

    def _show_conflict(self, found: Contradiction) -> None:
        self.conflict.show_conflict(found)
        self._pages.setCurrentWidget(self.conflict)
        self.detail.setVisible(False)

    def _settled(self) -> None:
        self.intake.forget()
        self._show_list()
        self.state.recompute()

    # Drag and drop.

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files, nothing else."""
        if not self.intake.busy and _dropped(event):
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
        self.intake.look_at(_dropped(event))


def _by_name(report: FileReport) -> tuple[str, str]:
    """As the coordinator knows the file; the digest tells files of one name apart."""
    return report.path.name.casefold(), report.sha256


def _dropped(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
