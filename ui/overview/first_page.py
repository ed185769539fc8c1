"""What stands on Home before there is an assessment."""

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.files.folders import folder_words
from ui.icons import Icon, paint_icon
from ui.text import draw_line, text_width
from ui.theme import Style, px, tokens
from ui.widgets.button import Button, Kind
from ui.widgets.flow_row import FlowRow
from ui.widgets.ground import CardFrame
from ui.widgets.labels import Words
from ui.widgets.painted import draw_box
from ui.widgets.scrolled import Scrolled


class _Picture(QWidget):
    """An icon in large."""

    def __init__(self, icon: Icon) -> None:
        super().__init__()
        self._icon = icon
        self.setFixedSize(px(32), px(32))

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        paint_icon(painter, self._icon, QRectF(self.rect()), tokens().ink2)
        painter.end()


class _Number(QWidget):
    """The number of a step."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = str(number)
        self.setFixedSize(px(28), px(28))

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = tokens()
        draw_box(painter, QRectF(self.rect()), 6, fill=t.surface, edge=t.control, width=1.2)
        x = (self.width() - text_width(self._number, Style.BADGE)) / 2
        draw_line(painter, self._number, Style.BADGE, t.ink, x, 0, self.height())
        painter.end()


class FirstPage(Scrolled):
    """Three steps, a way to begin, and what happens to what one writes.

    Signals:
        new_requested: The person wants a new assessment.
        file_requested: The person wants to open a file.
        sample_requested: The person wants to look around with sample answers.
    """

    new_requested = Signal()
    file_requested = Signal()
    sample_requested = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        """`folder` is where the data lie."""
        super().__init__(parent)
        self._folder = folder
        holder = QWidget()
        holder.setMaximumWidth(px(540))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, px(20))
        column.setSpacing(px(12))
        column.addWidget(_Picture(Icon.PAPERS))
        column.addWidget(Words(self.tr("No assessments yet"), Style.TITLE))
        what = self.tr("An assessment is your answers to one questionnaire for one country.")
        column.addWidget(Words(what, Style.READING, "ink2"))
        for number, title, hint in self._steps():
            column.addLayout(self._step(number, title, hint))
        column.addSpacing(px(4))
        column.addWidget(self._buttons())
        column.addSpacing(px(8))
        column.addWidget(self._promises())
        sheet = QWidget()
        sheet.setObjectName("sheet")
        outer = QVBoxLayout(sheet)
        outer.setContentsMargins(0, 0, px(22), 0)
        outer.addStretch(2)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(holder, 10)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(3)
        self.show_sheet(sheet)
        self.keep_bar_room()

    def _promises(self) -> QWidget:
        """What happens to the person's data, in three sentences, and where they lie."""
        frame = CardFrame("sunken")
        column = QVBoxLayout(frame)
        column.setContentsMargins(px(16), px(12), px(16), px(10))
        column.setSpacing(px(6))
        column.addWidget(Words(self.tr("What happens to your data"), Style.SECTION))
        for sentence in (
            self.tr("Every word is stored on this computer the moment you pause."),
            self.tr("Nothing is sent anywhere: the program has no network access and no account."),
            self.tr(
                "Others see your answers only in a file you hand in and send yourself, under your"
                " code and without your name."
            ),
        ):
            column.addWidget(Words(sentence, Style.BODY, "ink2"))
        foot = QHBoxLayout()
        where = Words(folder_words(self._folder), Style.SMALL, "ink3")
        where.setToolTip(str(self._folder))
        link = Button(self.tr("Open folder"), Kind.LINK)
        link.setAccessibleName(self.tr("Open the folder with your data"))
        link.clicked.connect(self._open_folder)
        foot.addWidget(where, 1, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(link, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(foot)
        return frame

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _steps(self) -> list[tuple[int, str, str]]:
        return [
            (
                1,
                self.tr("Choose country, questionnaire and round"),
                self.tr("You appear under a code, never under your name."),
            ),
            (
                2,
                self.tr("Answer at your own pace, offline"),
                self.tr("About 40 indicators, a level from 0 to 5 with reasons and evidence."),
            ),
            (3, self.tr("Review and hand in"), self.tr("One file to send. You choose how.")),
        ]

    @staticmethod
    def _step(number: int, title: str, hint: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(16))
        row.addWidget(_Number(number), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(title, Style.SECTION))
        words.addWidget(Words(hint, Style.SMALL, "ink2"))
        row.addLayout(words, 1)
        return row

    def _buttons(self) -> FlowRow:
        new = Button(self.tr("New assessment"), Kind.PRIMARY, icon=Icon.PLUS)
        new.clicked.connect(self.new_requested)
        file = Button(self.tr("Open file…"), icon=Icon.FOLDER)
        file.clicked.connect(self.file_requested)
        sample = Button(self.tr("Look around with sample answers"), Kind.LINK)
        sample.clicked.connect(self.sample_requested)
        return FlowRow([new, file, sample])
