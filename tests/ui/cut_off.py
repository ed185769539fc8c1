"""Finding texts that have no room: cut without saying so, or standing outside their place."""

import sys
from collections.abc import Iterator
from unittest.mock import patch

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QScrollBar,
    QTableView,
    QTextEdit,
    QWidget,
)

from ui.text import elided, text_width
from ui.theme import Style
from ui.widgets.button import Button
from ui.widgets.ground import Chip
from ui.widgets.segment import _Part as SegmentPart
from ui.widgets.toggle import StateToggle

WHOLE = (Button, Chip, SegmentPart, StateToggle)
"""Parts that are as wide as their words; a cut one has a tooltip with what is missing."""


def faults(root: QWidget) -> list[str]:
    """What is wrong with the texts in sight, one line each."""
    found: list[str] = []
    for part in root.findChildren(QWidget):
        if part.isVisibleTo(root) and not isinstance(part, QScrollBar | QListView | QTableView):
            found += (f"{_path(part, root)}: {fault}" for fault in _faults(part))
    return sorted(set(found))


def _faults(part: QWidget) -> Iterator[str]:
    if outside := _outside(part):
        yield outside
    if isinstance(part, WHOLE) and part.width() < part.sizeHint().width() and not part.toolTip():
        yield f"{_words(part)!r} needs {part.sizeHint().width()} px, has {part.width()}"
    wraps = part.hasHeightForWidth() and not part.findChildren(QWidget)
    if wraps and part.height() < part.heightForWidth(part.width()):
        yield f"{_words(part)!r} needs {part.heightForWidth(part.width())} px of height"
    plain = type(part) is QLabel and not part.wordWrap()
    if plain and part.width() < part.sizeHint().width():
        yield f"{part.text()!r} is cut"
    if isinstance(part, QHeaderView):
        yield from _cut_heads(part)
    if isinstance(part, QLineEdit) and not part.text() and not part.toolTip():
        room = part.contentsRect().width() - part.textMargins().left() - 4
        if text_width(part.placeholderText(), Style.BODY) > room:
            yield f"placeholder {part.placeholderText()!r} is cut"
    if not part.toolTip():
        yield from (f"{text!r} ends with an ellipsis and nothing says how" for text in _elided(part))


def _cut_heads(head: QHeaderView) -> Iterator[str]:
    for place in range(head.count()):
        needs = head.sectionSizeHint(place)
        says_how = head.model().headerData(place, head.orientation(), Qt.ItemDataRole.ToolTipRole)
        if not head.isSectionHidden(place) and head.sectionSize(place) < needs and not says_how:
            yield f"head {place} needs {needs} px, has {head.sectionSize(place)}"


def _elided(part: QWidget) -> list[str]:
    """Texts a painted part shortens while it paints itself."""
    if isinstance(part.parentWidget(), QAbstractItemView):
        return []  # rows of lists have tooltips of their own
    if part.findChildren(QWidget) or isinstance(part, QTextEdit | QLineEdit | QAbstractScrollArea):
        return []
    cut: list[str] = []

    def noting(text: str, style: Style, width: int, *, middle: bool = False) -> str:
        shown = elided(text, style, width, middle=middle)
        if shown != text:
            cut.append(text)
        return shown

    part.grab()  # whatever waits for its layout elsewhere in the window gets it now
    modules = [module for name, module in list(sys.modules.items()) if name.startswith("ui.")]
    patches = [patch.object(module, "elided", noting) for module in modules if hasattr(module, "elided")]
    for each in patches:
        each.start()
    try:
        part.grab()
    finally:
        for each in patches:
            each.stop()
    # The first painting may have set the tooltip.
    return [] if part.toolTip() else cut


def _outside(part: QWidget) -> str:
    """Whether a part stands across the edge of what holds it."""
    parent = part.parentWidget()
    if parent is None or part.isWindow() or not part.width():
        return ""
    own, room = part.geometry(), parent.rect()
    scrolls = isinstance(parent.parentWidget(), QAbstractScrollArea)
    across = own.left() < 0 or own.right() > room.right()
    below = not scrolls and (own.top() < 0 or own.bottom() > room.bottom())
    if isinstance(parent, QComboBox | QLineEdit | QAbstractScrollArea) or not (across or below):
        return ""
    return f"{_words(part)!r} stands outside its place: {own.getRect()} in {room.getRect()}"


def _words(part: QWidget) -> str:
    text = getattr(part, "text", None)
    return (text() if callable(text) else "") or part.accessibleName() or type(part).__name__


def _path(part: QWidget, root: QWidget) -> str:
    names = []
    while part is not None and part is not root:
        names.append(type(part).__name__)
        part = part.parentWidget()
    return "/".join(reversed(names[:4]))


def settle() -> None:
    """Let layouts and paintings happen."""
    for _ in range(5):
        QApplication.processEvents()
