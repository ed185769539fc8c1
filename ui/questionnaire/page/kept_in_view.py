"""Changing a page under the eyes of a person: what is looked at stays where it is."""

from types import TracebackType

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QTextEdit, QWidget

from ui.widgets.laid_out import lay_out


class KeptInView:
    """While used as a context, texts of a scrolled page may become longer or shorter.

    The line with the cursor, else the part with the keyboard, else the uppermost part in sight is at
    the same height of the window afterwards. A page that stands at its top stays there, unless
    somebody is writing further down.
    """

    def __init__(self, area: QScrollArea) -> None:
        self._area, self._sheet = area, area.widget() or area.viewport()
        self._part: QWidget | None = None
        self._height = 0

    def __enter__(self) -> None:
        if not self._area.isVisible():
            return
        self._part = self._looked_at()
        if self._part is not None:
            self._height = self._now()

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        if self._part is not None:
            self._settle()
            # Heights that follow from widths are known once everything was laid out.
            QTimer.singleShot(0, self._area, self._settle)

    def _settle(self) -> None:
        lay_out(self._area)
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + self._now() - self._height)

    def _looked_at(self) -> QWidget | None:
        focused = QApplication.focusWidget()
        at_top = not self._area.verticalScrollBar().value()
        if focused is not None and self._sheet.isAncestorOf(focused):
            in_sight = -focused.height() < self._top_of(focused) < self._area.viewport().height()
            if in_sight and (isinstance(focused, QTextEdit | QLineEdit) or not at_top):
                return focused
        if at_top:
            return None
        parts = (
            part
            for part in self._sheet.findChildren(QWidget)
            if part.isVisible() and not part.children()
        )
        return next((part for part in parts if self._top_of(part) >= 0), None)

    def _now(self) -> int:
        """Where the looked-at line is, from the upper edge of what is in sight."""
        assert self._part is not None  # asked only then
        top = self._top_of(self._part)
        if isinstance(self._part, QTextEdit):
            top += self._part.cursorRect().top()
        return top

    def _top_of(self, part: QWidget) -> int:
        return part.mapTo(self._area.viewport(), QPoint(0, 0)).y()
