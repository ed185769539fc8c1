"""The files written lately, below the assessments on Home."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.dates import day_words
from ui.files.folders import folder_words
from ui.files.recent_files import PART, RecentFile
from ui.icons import Icon, paint_icon
from ui.tasks import Task
from ui.text import draw_line, elided
from ui.theme import Style, px, tokens
from ui.widgets.button import Button, Kind
from ui.widgets.labels import Line
from ui.widgets.page_head import PageHead
from ui.widgets.painted import PaintedButton, draw_ring, hairline, inset
from wb6assess.progress import Progress

_FOR_OTHER_PROGRAMS = {".xlsx", ".pdf"}
"""What the system can show; for the others the folder opens."""


class RecentRow(PaintedButton):
    """Name, what it is, when, where; says so when the file is gone.

    Signals:
        forgotten: The person takes it off the list.
    """

    forgotten = Signal()

    def __init__(self, file: RecentFile, kind: str, when: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file, self._kind, self._when = file, kind, when
        self._where = folder_words(file.path.parent)
        self.missing = False
        self.setText(file.path.name)
        self.setToolTip(str(file.path))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_missing(False)

    def show_missing(self, missing: bool) -> None:
        """Whether the file is still where it was written."""
        self.missing = missing
        state = " " + self.tr("No longer there.") if missing else ""
        spoken = self.tr("{name}, {kind}, written {when}, in {folder}.{state}")
        self.setAccessibleName(
            spoken.format(
                name=self.text(), kind=self._kind, when=self._when, folder=self._where, state=state
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(px(400), px(38))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(px(200), px(38))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes it off the list."""
        if event.key() == Qt.Key.Key_Delete:
            self.forgotten.emit()
            return
        super().keyPressEvent(event)

    def paint(self, painter: QPainter) -> None:
        """Icon and four columns; what matters least goes first when it is narrow."""
        t, rect, height = tokens(), QRectF(self.rect()), self.height()
        if self.isDown() or self.hovered:
            painter.fillRect(rect, t.press if self.isDown() else t.hover)
        hairline(painter, 0, self.width(), height - 1)
        size = px(15)
        box = QRectF(px(2), (height - size) / 2, size, size)
        paint_icon(painter, Icon.FILE, box, t.disabled if self.missing else t.ink2)
        ink = t.ink3 if self.missing else t.ink
        where = (
            self.tr("No longer in {folder}").format(folder=self._where) if self.missing else self._where
        )
        wide = self.width() > px(680)
        shares = (40, 20, 18, 22) if wide else (60, 0, 0, 40)
        inks = (ink, t.ink2, t.ink2, t.ink2)
        left = px(30)
        whole = self.width() - left
        for words, share, colour in zip(
            (self.text(), self._kind, self._when, where), shares, inks, strict=True
        ):
            room = whole * share // 100
            if share:
                shown = elided(words, Style.BODY, room - px(12), middle=words in {self.text(), where})
                draw_line(painter, shown, Style.BODY, colour, left, 0, height)
            left += room
        if self.ring:
            draw_ring(painter, inset(rect, 1), 6)


class RecentFiles(QWidget):
    """The list with its head; hidden while nothing was written.

    Signals:
        forget_requested: Carries the paths to take off the list.
    """

    forget_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[RecentRow] = []
        self._task: Task | None = None
        self._forget = Button(self.tr("Forget missing files"), Kind.LINK)
        self._forget.clicked.connect(self._forget_missing)
        self._folder = Button(self.tr("Open folder"), Kind.LINK)
        self._folder.clicked.connect(self._open_folder)
        title = Line(self.tr("Recent files"), Style.SECTION, stretch=True)
        self._head = PageHead([title], [self._forget, self._folder])
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self._head)
        column.addLayout(self._list)
        self.setVisible(False)

    def show_files(self, files: Sequence[RecentFile], now: datetime) -> None:
        """Show other files; whether they are still there is looked up beside the event loop."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._row(file, now) for file in files]
        for row in self._rows:
            self._list.addWidget(row)
        self._forget.setVisible(False)
        self._head.rearrange()
        self.setVisible(bool(files))
        if files:
            self._look(tuple(file.path for file in files))

    def _row(self, file: RecentFile, now: datetime) -> RecentRow:
        when = day_words(file.at, now)
        row = RecentRow(file, self._kind_words(file.kind), when[:1].upper() + when[1:])
        row.clicked.connect(lambda _on=False, file=file: self._open(file))
        row.forgotten.connect(lambda: self.forget_requested.emit((file.path,)))
        return row

    def _look(self, paths: tuple[Path, ...]) -> None:
        # A drive that was taken away can keep a look-up waiting for a minute.
        def look(_progress: Progress) -> frozenset[Path]:
            return frozenset(path for path in paths if not path.exists())

        self._task = Task(look, self)
        self._task.succeeded.connect(self._looked)
        self._task.start()

    def _looked(self, missing: object) -> None:
        assert isinstance(missing, frozenset)
        for row in self._rows:
            row.show_missing(row.file.path in missing)
        self._forget.setVisible(any(row.missing for row in self._rows))
        self._head.rearrange()

    def _forget_missing(self) -> None:
        self.forget_requested.emit(tuple(row.file.path for row in self._rows if row.missing))

    def _open(self, file: RecentFile) -> None:
        shown = file.path.suffix in _FOR_OTHER_PROGRAMS and file.path.exists()
        _show(file.path if shown else _nearest(file.path.parent))

    def _open_folder(self) -> None:
        there = [row for row in self._rows if not row.missing] or self._rows
        _show(_nearest(there[0].file.path.parent))

    def _kind_words(self, kind: str) -> str:
        words = {
            ".xlsx": self.tr("Scored workbook"),
            ".pdf": self.tr("PDF summary"),
            "_record.pdf": self.tr("Full record"),
            PART: self.tr("Part of a questionnaire"),
            ".wb6": self.tr("Package"),
            ".json": self.tr("Answers (JSON)"),
            "_blank.pdf": self.tr("Blank questionnaire"),
            "_blank.xlsx": self.tr("Blank workbook"),
        }
        return words.get(kind, self.tr("File"))


def _nearest(folder: Path) -> Path:
    """The folder, or the first above it that is still there."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder


def _show(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
