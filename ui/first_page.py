"""What stands on Home before there is an assessment."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.icons import Icon, paint_icon
from ui.text import draw_line, text_width
from ui.theme import Style, px, tokens
from ui.widgets.button import Button, Kind
from ui.widgets.labels import Words
from ui.widgets.painted import draw_box


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


class FirstPage(QWidget):
    """Three steps and a way to begin.

    Signals:
        new_requested: The person wants a new assessment.
        file_requested: The person wants to open a file.
        sample_requested: The person wants to look around with sample answers.
    """

    new_requested = Signal()
    file_requested = Signal()
    sample_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        holder = QWidget()
        holder.setMaximumWidth(px(540))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(_Picture(Icon.PAPERS))
        column.addWidget(Words(self.tr("No assessments yet"), Style.TITLE))
        what = self.tr(
            "An assessment is your answers to one questionnaire for one country. You can stop at any"
            " time; every word is kept on this computer."
        )
        column.addWidget(Words(what, Style.READING, "ink2"))
        for number, title, hint in self._steps():
            column.addLayout(self._step(number, title, hint))
        column.addSpacing(px(8))
        column.addLayout(self._buttons())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(2)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(holder, 10)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(3)

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

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(12))
        new = Button(self.tr("New assessment"), Kind.PRIMARY, icon=Icon.PLUS)
        new.clicked.connect(self.new_requested)
        sample = Button(self.tr("Look around with sample answers"), Kind.LINK)
        sample.clicked.connect(self.sample_requested)
        row.addWidget(new)
        file = Button(self.tr("Open file…"), icon=Icon.FOLDER)
        file.clicked.connect(self.file_requested)
        row.addWidget(file)
        row.addWidget(sample)
        row.addStretch(1)
        return row
