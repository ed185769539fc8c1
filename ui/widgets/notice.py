"""One tinted line that says why, with a link to the cause."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.marks import Mark
from ui.theme import Style, px, tokens
from ui.widgets.button import Button, Kind
from ui.widgets.ground import MarkSign
from ui.widgets.labels import Words
from ui.widgets.painted import draw_box

_TINTS = {"warn": "warn_tint", "block": "block_tint", "info": "sunken"}


class Notice(QWidget):
    """A mark, a sentence, at most one link.

    Signals:
        link_activated: The person follows the link.
    """

    link_activated = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = "warn"
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(6), px(10), px(6))
        row.setSpacing(px(10))
        self._sign = MarkSign(Mark.CAPPED, 16)
        self._words = Words("", Style.BODY)
        self._link = Button("", Kind.LINK)
        self._link.clicked.connect(self.link_activated)
        # Mark and link are as high as the link; the first line of text is centred on them.
        self._sign.setFixedSize(px(16), px(24))
        words = QVBoxLayout()
        words.setContentsMargins(0, px(3), 0, px(2))
        words.addWidget(self._words)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._link, 0, Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, mark: Mark, text: str, *, role: str = "warn", link: str = "") -> None:
        """Show a sentence, or hide when it is empty."""
        self._role = role
        self._sign.show_mark(mark)
        self._words.setText(text)
        self._words.setAccessibleName(text)
        self._link.rename(link)
        self._link.setVisible(bool(link))
        self.setVisible(bool(text))
        self.update()

    def text(self) -> str:
        """The sentence shown."""
        return self._words.text()

    def paintEvent(self, _event: object) -> None:
        """The tint; an edge in high contrast."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = tokens()
        edge = t.role(self._role) if t.contrast else (t.line if self._role == "info" else None)
        fill = t.role(_TINTS[self._role])
        draw_box(painter, QRectF(self.rect()), 6, fill=fill, edge=edge, width=t.edge)
        painter.end()
