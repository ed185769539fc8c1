"""The evidence of one answer: rows, one form in place, drop, paste, use again."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
)
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui.evidence.card import Card
from ui.evidence.desk import EvidenceDesk
from ui.evidence.form import EvidenceForm
from ui.evidence.intake import can_take, file_kind, intake
from ui.evidence.row import EvidenceRow
from ui.icons import Icon
from ui.theme import Style, px, tokens
from ui.widgets.button import Button, Kind
from ui.widgets.dialog import MarkedWords
from ui.widgets.labels import Line, Words
from ui.widgets.laid_out import lay_out
from ui.widgets.painted import draw_box
from wb6assess.model.assessment import Evidence


class EvidenceList(QWidget):
    """Heading, "Use again", "Add", and a card with the items.

    Signals:
        items_edited: An item is being typed; carries the list as a tuple of Evidence.
    """

    items_edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: EvidenceDesk | None = None
        self._item = ""
        self._likely: tuple[str, ...] = ()
        self._items: tuple[Evidence, ...] = ()
        self._open: int | None = None
        self._form: EvidenceForm | None = None
        self._locked = False
        self._target = False
        self.setAcceptDrops(True)
        self._again = Button(self.tr("Use again"), Kind.QUIET)
        self._again.setAccessibleName(self.tr("Use evidence again"))
        self._again.setToolTip(self.tr("Use an item of another question here, too (Ctrl+Shift+U)"))
        self._again.clicked.connect(self.reuse)
        self._add = Button(self.tr("Add"), Kind.QUIET, icon=Icon.PLUS)
        self._add.setAccessibleName(self.tr("Add evidence"))
        self._add.setToolTip(self.tr("Add evidence (Ctrl+E)"))
        self._add.clicked.connect(self.add)
        self._busy = Line("", Style.SMALL, "ink2")
        self._trouble = MarkedWords()
        self._empty = Words("", Style.SMALL, "ink2")
        self._card = Card()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addLayout(self._head())
        for part in (self._trouble, self._empty, self._card):
            column.addWidget(part)

    def use(self, desk: EvidenceDesk) -> None:
        """Take files, other items and storing from here."""
        self._desk = desk
        desk.arriving.connect(self._make_way)
        desk.attached.connect(self._attached)
        desk.refused.connect(self._refused)
        desk.busy_changed.connect(self._show_busy)

    def take_drops_of(self, page: QWidget) -> None:
        """What is dropped anywhere on the page comes here, too."""
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def show_items(
        self,
        item: str,
        items: tuple[Evidence, ...],
        expected: str,
        likely: Sequence[str] = (),
        *,
        locked: bool,
    ) -> None:
        """Show the list of a question; emits nothing. A form that edits the same list stays open."""
        moved = item != self._item or locked != self._locked
        self._item, self._likely, self._locked = item, tuple(likely), locked
        self._add.setVisible(not locked)
        self._again.setVisible(not locked)
        self._empty.setText(self._empty_words(expected))
        if moved:
            self._trouble.say("")
        elif items == self._items and self._form is not None:
            return
        form = None if moved else self._form
        if form is not None and self._open == len(self._items):
            self._open = len(items)  # nothing typed in it yet
        else:
            self._open = items.index(form.item) if form is not None and form.item in items else None
        self._items = items
        self._rebuild(form if self._open is not None else None)

    # What the person does.

    def add(self) -> None:
        """Open a form for a new item."""
        if self._locked:
            return
        self.flush()
        self._open_form(len(self._items))

    def paste(self) -> None:
        """Take what is on the clipboard; Qt gives nothing for one that was never filled."""
        self._take(QGuiApplication.clipboard().mimeData() or QMimeData())

    def reuse(self) -> None:
        """Choose items of other questions."""
        if self._locked or self._desk is None:
            return
        from ui.evidence.reuse import ReuseDialog

        self.flush()
        item = self._item
        dialog = ReuseDialog(self._desk.elsewhere(item), self.window())
        dialog.chosen.connect(lambda pieces: self._add_pieces(item, pieces))
        dialog.open()

    def flush(self) -> None:
        """Say what is still being typed."""
        if self._form:
            self._form.flush()

    def close_form(self) -> None:
        """The page is about to be built anew: what is typed is said, the keyboard waits beside."""
        if self._form is None:
            return
        self.flush()
        keyboard = self.window().focusWidget()
        if keyboard is not None and self._form.isAncestorOf(keyboard):
            self._close_and_focus()
        else:
            self._open = None
            self._rebuild()

    # Files, links and citations from outside.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste, wherever in the list the keyboard is but in a field."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Drops on the rest of the page."""
        match event.type():
            case QEvent.Type.DragEnter if isinstance(event, QDragEnterEvent):
                self.dragEnterEvent(event)
            case QEvent.Type.DragMove if isinstance(event, QDragMoveEvent):
                self.dragMoveEvent(event)
            case QEvent.Type.DragLeave:
                self._show_target(False)
            case QEvent.Type.Drop if isinstance(event, QDropEvent):
                self.dropEvent(event)
            case _:
                return super().eventFilter(watched, event)
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that it may be dropped here."""
        if not self._locked and can_take(event.mimeData()):
            self._show_target(True)
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Still here."""
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Gone again."""
        self._show_target(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take it; the file itself stays where it is."""
        self._show_target(False)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._take(event.mimeData())

    def _take(self, mime: QMimeData) -> None:
        if self._locked or self._desk is None:
            return
        self.flush()
        found = intake(mime, self._likely)
        if found.empty:
            words = self.tr("There is no file, link or text to paste.")
            if found.picture:
                words = self.tr("A picture can be attached once it is saved as a file.")
            self._trouble.say(words)
            return
        self._trouble.say("")
        if found.pieces:
            self._add_pieces(self._item, found.pieces)
        if found.paths:
            self._desk.attach(self._item, found.paths, self._likely)

    def _add_pieces(self, item: str, pieces: Sequence[Evidence]) -> None:
        assert self._desk is not None  # asked only with a desk
        known = all(piece in self._items for piece in pieces)
        self._desk.add(item, pieces)
        if known:
            self._trouble.say(self.tr("This evidence is already here."))
        elif len(pieces) == 1:
            self._edit_piece(item, pieces[0])

    def _make_way(self, item: str) -> None:
        """A file arrives: what is being typed in the same list is said before."""
        if item == self._item:
            self.flush()

    def _attached(self, item: str, piece: object) -> None:
        """Offer a title, unless the person is writing: the keyboard stays with what is written."""
        assert isinstance(piece, Evidence)
        if not isinstance(QApplication.focusWidget(), QLineEdit | QTextEdit):
            self._edit_piece(item, piece)

    def _edit_piece(self, item: str, piece: Evidence) -> None:
        """What was just added may want a title."""
        if item == self._item and piece in self._items:
            self._open_form(self._items.index(piece))

    def _refused(self, item: str, sentence: str) -> None:
        if item == self._item:
            said = self._trouble.text()
            self._trouble.say(f"{said}\n{sentence}" if said else sentence)

    def _show_busy(self, busy: bool) -> None:
        self._busy.say(self.tr("Copying the file…") if busy else "")

    # Rows and form.

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(px(4))
        head.addWidget(Line(self.tr("Evidence"), Style.SECTION))
        head.addSpacing(px(8))
        head.addWidget(self._busy)
        head.addStretch(1)
        head.addWidget(self._add)
        head.addWidget(self._again)
        return head

    def _empty_words(self, expected: str) -> str:
        if self._locked:
            return expected
        hint = self.tr("Drop a file or a link here, or paste it.")
        return f"{expected} {hint}".strip()

    def _rebuild(self, form: EvidenceForm | None = None) -> None:
        """Rows anew; an open `form` keeps its cursor and what is being typed."""
        self._card.clear(but=form)
        self._form = form
        count = len(self._items)
        if self._open is not None:
            count = max(count, self._open + 1)
        for place in range(count):
            if place == self._open:
                self._add_form(place)
            else:
                self._add_row(place, last=place == count - 1)
        self._card.setVisible(count > 0)
        self._empty.setVisible(count == 0 and bool(self._empty.text()))

    def _add_form(self, place: int) -> None:
        if self._form is not None:
            self._card.add(self._form)
            return
        fresh = Evidence(file_kind(self._likely))
        known = self._items[place] if place < len(self._items) else fresh
        self._form = EvidenceForm(known)
        self._form.item_edited.connect(self._item_edited)
        self._form.closed.connect(self._close_and_focus)
        self._form.removal_requested.connect(self._remove_open)
        self._form.file_chosen.connect(self._attach_to_form)
        self._card.add(self._form)

    def _attach_to_form(self, path: object) -> None:
        assert isinstance(path, Path)
        form = self._form
        if form is not None and self._desk is not None:
            self._desk.attach_to(self._item, lambda: form.item, path)

    def _add_row(self, place: int, *, last: bool) -> None:
        item = self._items[place]
        size = self._desk.size(item) if self._desk is not None and item.sha256 else -1
        row = EvidenceRow(item, size, locked=self._locked, last=last)
        row.clicked.connect(lambda: self._edit(place))
        row.removal_requested.connect(lambda: self._remove(place))
        row.file_requested.connect(lambda: self._open_file(item))
        row.copy_requested.connect(lambda: self._save_copy(item))
        self._card.add(row)

    def _edit(self, place: int) -> None:
        if not self._locked:
            self.flush()
            self._open_form(place)

    def _open_form(self, place: int) -> None:
        self._open = place
        self._rebuild()
        if self._form:
            self._form.start()
            # Once it has its place.
            QTimer.singleShot(0, self._form, self._scroll_to_form)

    def _scroll_to_form(self) -> None:
        area: QWidget | None = self
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if isinstance(area, QScrollArea) and self._form is not None:
            lay_out(area)
            area.ensureWidgetVisible(self._form, 0, px(24))

    def _item_edited(self, item: Evidence) -> None:
        place = self._open
        if place is None or (place == len(self._items) and item == Evidence(item.kind)):
            return
        self._items = (*self._items[:place], item, *self._items[place + 1 :])
        self.items_edited.emit(self._items)

    def _remove_open(self) -> None:
        if self._open is not None:
            self._remove(self._open)

    def _remove(self, place: int) -> None:
        remaining = (*self._items[:place], *self._items[place + 1 :])
        changed = remaining != self._items
        self._items = remaining
        self._open = None
        self._rebuild()
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        if changed and self._desk is not None:
            self._desk.store(self._item, remaining)
        elif changed:
            self.items_edited.emit(remaining)

    def _open_file(self, item: Evidence) -> None:
        if self._desk is not None:
            self._trouble.say(self._desk.open(item))

    def _save_copy(self, item: Evidence) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save a copy of the file"), item.file)
        if chosen and self._desk is not None:
            self._trouble.say(self._desk.save_copy(item, Path(chosen)))

    def _close_and_focus(self) -> None:
        self._open = None
        self._rebuild()
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    # The drop target.

    def _show_target(self, on: bool) -> None:
        self._target = on
        self.update()

    def paintEvent(self, _event: object) -> None:
        """A dashed edge while something is held over the list."""
        if not self._target:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = tokens()
        draw_box(painter, QRectF(self.rect()), 8, fill=t.tint, edge=t.accent, width=2, dashed=True)
        painter.end()
