"""Where the main window stands and how large it is."""

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from ui.theme import px

_TITLE_BAR = 40


def take_first_size(window: QWidget, kept: QByteArray) -> None:
    """Where it was last; else as large as is comfortable, never larger than the screen, and centred."""
    room = window.screen().availableGeometry()
    window.setMinimumSize(QSize(px(720), px(480)).boundedTo(room.size()))
    if window.restoreGeometry(kept):
        return
    # The frame is not known before the window is shown; a title bar is about this high.
    frame = px(_TITLE_BAR) if room.height() > px(900) else 0
    size = QSize(px(1440), px(900)).boundedTo(room.size() - QSize(0, frame))
    left, top = (room.width() - size.width()) // 2, (room.height() - size.height()) // 2
    window.setGeometry(QRect(room.topLeft() + QPoint(left, top), size))
