"""A scroll bar that keeps its place when there is nothing to scroll."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QScrollBar


class QuietBar(QScrollBar):
    """Seen only where there is something to scroll; the width beside it is the same either way.

    A bar that comes and goes gives the page another width, and all its texts are laid out and painted
    once more.
    """

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing, where everything is in sight."""
        if self.maximum() > self.minimum():
            super().paintEvent(event)
