"""Three panes side by side; narrow windows turn the outer ones into rails that open over the sheet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme import px

OUTLINE, OUTLINE_NARROW, OUTLINE_LEAST, OUTLINE_MOST = 296, 264, 240, 400
STANDING, RAIL = 304, 48
THREE_PANES, TWO_PANES = 1280, 1000


class _Handle(QWidget):
    """The edge of the outline; dragging it makes the outline wider.

    Signals:
        dragged: Carries the x of the pointer in the parent.
    """

    dragged = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.SplitHCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged.emit(self.mapToParent(event.position().toPoint()).x())


class Panes(QWidget):
    """Lays out outline, sheet and standing.

    Signals:
        outline_width_changed: The person dragged the edge; carries design px.
    """

    outline_width_changed = Signal(int)

    def __init__(
        self,
        outline: QWidget,
        outline_rail: QWidget,
        sheet: QWidget,
        standing: QWidget,
        standing_rail: QWidget,
    ) -> None:
        super().__init__()
        self._outline, self._outline_rail, self._sheet = outline, outline_rail, sheet
        self._standing, self._standing_rail = standing, standing_rail
        self._wanted = 0
        self._over: QWidget | None = None
        self._focus: dict[QWidget, QWidget] = {}
        # In this order, which is the order of Tab.
        for part in (outline, outline_rail, sheet, standing, standing_rail):
            part.setParent(self)
        self._handle = _Handle(self)
        self._handle.dragged.connect(self._drag)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_moved)

    def show_outline_width(self, width: int) -> None:
        """Use a width the person chose earlier; 0 for our own."""
        self._wanted = width
        self._lay_out()

    def open_over(self, pane: QWidget) -> None:
        """Open a pane that is a rail now over the sheet."""
        if self._docked(pane):
            return
        self._over = pane
        self._lay_out()

    def close_over(self) -> bool:
        """Close the open rail; False when none is open."""
        if self._over is None:
            return False
        had_focus = self._over.isAncestorOf(QApplication.focusWidget() or self)
        self._over = None
        self._lay_out()
        if had_focus:
            self.focus_pane(self._sheet)
        return True

    def focus_pane(self, pane: QWidget) -> None:
        """Put the keyboard into a pane, where it was before."""
        self.open_over(pane)
        last = self._focus.get(pane)
        if last is not None and last.isVisible() and last.isEnabled():
            last.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not pane.isAncestorOf(QApplication.focusWidget() or self):
            first = _first_stop(pane)
            if first is not None:
                first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_sheet(self) -> None:
        """Put the keyboard back on the sheet."""
        self.focus_pane(self._sheet)

    def cycle(self, step: int) -> None:
        """Move the keyboard to the next pane, or back."""
        order = [self._outline, self._sheet, self._standing]
        here = next((n for n, pane in enumerate(order) if self._holds_focus(pane)), 1)
        target = order[(here + step) % 3]
        if self._over is not None and target is not self._over:
            self._over = None
            self._lay_out()
        self.focus_pane(target)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Docked or rails, by width."""
        super().resizeEvent(event)
        if self._over is not None and self._docked(self._over):
            self._over = None
        self._lay_out()

    def _docked(self, pane: QWidget) -> bool:
        if pane is self._standing:
            return self.width() >= px(THREE_PANES)
        return pane is not self._outline or self.width() >= px(TWO_PANES)

    def _outline_px(self) -> int:
        own = OUTLINE if self.width() >= px(THREE_PANES) else OUTLINE_NARROW
        return px(self._wanted or own)

    def _lay_out(self) -> None:
        w, h = self.width(), self.height()
        left = self._place_left(h)
        right = self._place_right(w, h)
        self._sheet.setGeometry(left, 0, max(0, w - left - right), h)
        if self._over is not None:
            self._over.raise_()

    def _place_left(self, h: int) -> int:
        docked = self._docked(self._outline)
        width = self._outline_px()
        self._outline_rail.setVisible(not docked)
        self._outline.setVisible(docked or self._over is self._outline)
        self._handle.setVisible(docked)
        self._outline.setGeometry(0, 0, width, h)
        self._outline_rail.setGeometry(0, 0, px(RAIL), h)
        self._handle.setGeometry(width - 3, 0, 6, h)
        self._handle.raise_()
        return width if docked else px(RAIL)

    def _place_right(self, w: int, h: int) -> int:
        docked = self._docked(self._standing)
        self._standing_rail.setVisible(not docked)
        self._standing.setVisible(docked or self._over is self._standing)
        self._standing.setGeometry(w - px(STANDING), 0, px(STANDING), h)
        self._standing_rail.setGeometry(w - px(RAIL), 0, px(RAIL), h)
        return px(STANDING if docked else RAIL)

    def _drag(self, x: int) -> None:
        self._wanted = round(min(max(x, px(OUTLINE_LEAST)), px(OUTLINE_MOST)) / px(1))
        self._lay_out()
        self.outline_width_changed.emit(self._wanted)

    def _holds_focus(self, pane: QWidget) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and (pane is focused or pane.isAncestorOf(focused))

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None:
            return
        for pane in (self._outline, self._sheet, self._standing):
            if pane.isAncestorOf(new):
                self._focus[pane] = new
        if self._over is not None and self._sheet.isAncestorOf(new):
            self._over = None
            self._lay_out()


def _first_stop(pane: QWidget) -> QWidget | None:
    for child in pane.findChildren(QWidget):
        if child.isVisible() and child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return child
    return None
