"""Where a person is on a page, so that a page built anew can be left just as it was."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QStackedWidget, QTextEdit, QWidget


def keep_place(pages: QStackedWidget) -> Callable[[], None]:
    """Note where the person is on the page that is shown.

    Returns:
        Takes the person back there on the page that is shown then, once it is laid out.
    """
    shown = pages.currentWidget()
    place = None if shown is None else _place_on(shown)

    def go_back() -> None:
        now = pages.currentWidget()
        if place is not None and now is not None:
            _go_back_to(place, now)

    return lambda: QTimer.singleShot(0, pages, go_back)


@dataclass(frozen=True, slots=True)
class _Place:
    """The part with the keyboard, the cursor in it, and how far each part is scrolled.

    Parts are known by kind and position among their kind: names change with the language.
    """

    focused: tuple[str, int] | None
    cursor: tuple[int, int]
    scrolled: dict[tuple[str, int], float]


def _place_on(page: QWidget) -> _Place:
    """Where the person is on `page` now."""
    focused, cursor, scrolled = None, (0, 0), {}
    # Also while another window, such as the preferences, is in front.
    keyboard = page.window().focusWidget()
    for key, part in _parts(page).items():
        if part is keyboard:
            focused, cursor = key, _cursor(part)
        if isinstance(part, QAbstractScrollArea):
            bar = part.verticalScrollBar()
            scrolled[key] = bar.value() / bar.maximum() if bar.maximum() else 0.0
    return _Place(focused, cursor, scrolled)


def _go_back_to(place: _Place, page: QWidget) -> None:
    """Put the keyboard, the cursor and the scroll bars where they were."""
    parts = _parts(page)
    for key, share in place.scrolled.items():
        part = parts.get(key)
        if isinstance(part, QAbstractScrollArea):
            bar = part.verticalScrollBar()
            bar.setValue(round(share * bar.maximum()))
    part = parts.get(place.focused) if place.focused is not None else None
    if part is not None:
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        _set_cursor(part, place.cursor)


def _parts(page: QWidget) -> dict[tuple[str, int], QWidget]:
    counts: dict[str, int] = {}
    parts: dict[tuple[str, int], QWidget] = {}
    for part in page.findChildren(QWidget):
        if part.isVisibleTo(page):
            kind = type(part).__name__
            counts[kind] = counts.get(kind, -1) + 1
            parts[kind, counts[kind]] = part
    return parts


def _cursor(part: QWidget) -> tuple[int, int]:
    if isinstance(part, QTextEdit):
        return part.textCursor().anchor(), part.textCursor().position()
    if isinstance(part, QLineEdit):
        return part.cursorPosition(), part.cursorPosition()
    return 0, 0


def _set_cursor(part: QWidget, cursor: tuple[int, int]) -> None:
    anchor, position = cursor
    if isinstance(part, QTextEdit):
        moved = part.textCursor()
        moved.setPosition(min(anchor, len(part.toPlainText())))
        kept = QTextCursor.MoveMode.KeepAnchor
        moved.setPosition(min(position, len(part.toPlainText())), kept)
        part.setTextCursor(moved)
    elif isinstance(part, QLineEdit):
        part.setCursorPosition(position)
