"""What came out: which files are where, which one is missing and why."""

from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.error_words import error_words
from ui.files.folders import folder_words
from ui.files.outputs import Missing, Written
from ui.marks import Mark
from ui.theme import Style, px
from ui.widgets.button import Button, Kind
from ui.widgets.ground import CardFrame, MarkSign, Rule
from ui.widgets.labels import Line, Words


class WrittenPanel(QWidget):
    """The end of handing in or exporting.

    Signals:
        again_requested: The person wants the missing files tried again.
        folder_requested: The person wants the missing files in another folder.
    """

    again_requested = Signal()
    folder_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = Path()
        self._title = Words("", Style.TITLE)
        self._where = Words("", Style.READING, "ink2", widest=560)
        self._then = Words("", Style.BODY, widest=560)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._open = Button(self.tr("Open folder"), Kind.PRIMARY)
        self._open.clicked.connect(self.open_folder)
        self._again = Button(self.tr("Try again"))
        self._again.clicked.connect(self.again_requested)
        self._other = Button(self.tr("Choose another folder…"))
        self._other.clicked.connect(self.folder_requested)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(px(8))
        self.buttons.addWidget(self._open)
        self.buttons.addWidget(self._again)
        self.buttons.addWidget(self._other)
        self.buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self._title)
        column.addWidget(self._where)
        column.addLayout(self._list)
        column.addWidget(self._then)
        column.addLayout(self.buttons)

    def show_written(self, title: str, written: Written, folder: Path, then: str = "") -> None:
        """Show the outcome.

        `title`, if any, says what is settled whatever became of the files, `then` what to do next.
        """
        self._then.setText(then)
        self._then.setAccessibleName(then)
        self._then.setVisible(bool(then))
        self._folder = folder
        self._title.setText(title)
        self._title.setAccessibleName(title)
        self._title.setVisible(bool(title))
        where = self.where_words(written, folder)
        self._where.setText(where)
        self._where.setAccessibleName(where)
        while (item := self._list.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if written.done or written.missing:
            self._list.addWidget(self._card(written))
        self._again.setVisible(bool(written.missing))
        self._other.setVisible(bool(written.missing))
        self._open.setVisible(bool(written.done))
        (self._open if written.done else self._again).setFocus(Qt.FocusReason.OtherFocusReason)

    def open_folder(self) -> None:
        """Show the folder in the system's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def where_words(self, written: Written, folder: Path) -> str:
        """How many files are where, and how many are missing."""
        place = folder_words(folder)
        if not written.done and not written.missing:
            return ""
        if not written.done:
            return self.tr("No file was written in {folder}.").format(folder=place)
        if any(path.parent != folder for path in written.done):
            words = self.tr("{n} files are written.")
        elif len(written.done) == 1:
            words = self.tr("One file is in {folder}.")
        else:
            words = self.tr("{n} files are in {folder}.")
        if written.missing:
            words += " " + self._missing_words(len(written.missing))
        else:
            words += " " + self.tr("Nothing has been sent.")
        return words.format(n=self._count_words(len(written.done)), folder=place)

    def _missing_words(self, n: int) -> str:
        if n == 1:
            return self.tr("One is missing; the answers are safe.")
        return self.tr("{m} are missing; the answers are safe.").replace("{m}", self._count_words(n))

    def _count_words(self, n: int) -> str:
        words = {2: self.tr("Two"), 3: self.tr("Three"), 4: self.tr("Four"), 5: self.tr("Five")}
        return words.get(n, str(n))

    def _card(self, written: Written) -> QWidget:
        card = CardFrame()
        column = QVBoxLayout(card)
        column.setContentsMargins(px(1), px(4), px(1), px(4))
        column.setSpacing(0)
        rows = [self._done_row(path) for path in written.done]
        rows += [self._missing_row(missing) for missing in written.missing]
        for place, row in enumerate(rows):
            if place:
                column.addWidget(Rule())
            column.addWidget(row)
        return card

    def _done_row(self, path: Path) -> QWidget:
        # Somebody may have moved it meanwhile; its size is a courtesy.
        size = _size_words(path.stat().st_size) if path.exists() else ""
        elsewhere = "" if path.parent == self._folder else f"\n{folder_words(path.parent)}"
        name = Words(path.name + elsewhere, Style.BODY)
        name.setToolTip(str(path))
        return self._row(Mark.ANSWERED, name, Line(size, Style.SMALL, "ink2"))

    def _missing_row(self, missing: Missing) -> QWidget:
        reason = self.tr("Not written: you stopped before.")
        if missing.error is not None:
            reason = error_words(missing.error)
        words = Words(f"{missing.wanted.path.name}\n{reason}", Style.BODY)
        words.setAccessibleName(f"{missing.wanted.path.name}: {reason}")
        stopped = missing.error is None
        return self._row(Mark.TODO if stopped else Mark.BLOCKS, words, None)

    def _row(self, mark: Mark, words: QWidget, right: QWidget | None) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(px(14), px(8), px(14), px(8))
        row.setSpacing(px(12))
        row.addWidget(MarkSign(mark, 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        if right is not None:
            row.addWidget(right, 0, Qt.AlignmentFlag.AlignVCenter)
        return holder


def _size_words(n: int) -> str:
    return QLocale().formattedDataSize(n, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
