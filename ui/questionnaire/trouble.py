"""What to do when saving failed: a strip above the bottom bar, never a box in the way."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.marks import Mark
from ui.theme import Style, px, tokens
from ui.widgets.button import Button
from ui.widgets.ground import MarkSign
from ui.widgets.labels import Words


class SaveTrouble(QWidget):
    """The reason, that the text is still there, and "Save again".

    Signals:
        again_requested: The person wants to try again.
    """

    again_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(20), px(10), px(20), px(10))
        row.setSpacing(px(10))
        self._words = Words("", Style.BODY)
        again = Button(self.tr("Save again"))
        again.clicked.connect(self.again_requested)
        row.addWidget(MarkSign(Mark.BLOCKS, 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        row.addWidget(again, 0, Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setVisible(False)

    def show_sentence(self, sentence: str, *, refused: bool = False) -> None:
        """Keep the reason; it opens when the person asks. What is `refused` no time will store."""
        words = self.tr("{reason} What you wrote is still on screen and is tried again by itself.")
        if refused:
            words = self.tr("{reason} What you wrote is still on screen, to be changed there.")
        text = words.format(reason=sentence)
        self._words.setText(text)
        self._words.setAccessibleName(text)

    def toggle(self) -> None:
        """Open or close."""
        self.setVisible(self.isHidden())

    def clear(self) -> None:
        """All is well again."""
        self.setVisible(False)

    def paintEvent(self, _event: object) -> None:
        """The tint and a line above."""
        painter = QPainter(self)
        t = tokens()
        painter.fillRect(self.rect(), t.block_tint)
        painter.fillRect(QRectF(0, 0, self.width(), t.edge), t.block if t.contrast else t.line)
        painter.end()
