"""The evidence list: rows to read, one form in place to write."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.dates import iso_date, written_out
from ui.icons import Icon
from ui.text import draw_line, elided, text_width
from ui.theme import Style, px, tokens
from ui.widgets.button import Button, Kind
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labels import Line
from ui.widgets.painted import PaintedButton, draw_box, draw_ring, hairline, inset
from ui.widgets.textbox import LineField
from wb6assess.model.assessment import EVIDENCE_GRADES, Evidence


def shown_url(url: str) -> str:
    """A link without scheme and path: the host says whose it is."""
    host = QUrl.fromUserInput(url).host().removeprefix("www.")
    return host or url


def may_open(url: str) -> bool:
    """Only web addresses are handed to the system; a file from outside may carry anything."""
    return QUrl.fromUserInput(url).scheme() in {"http", "https"}


class EvidenceRow(PaintedButton):
    """One item: grade, title, then what is known; missing parts are left out.

    Signals:
        removal_requested: The person wants it gone.
    """

    removal_requested = Signal()

    def __init__(self, item: Evidence, kind_words: str, *, locked: bool, last: bool) -> None:
        super().__init__()
        self._item, self._kind_words, self._last = item, kind_words, last
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._spoken())
        self.setText(self._title())
        self._link = Button(shown_url(item.url), Kind.LINK, icon=Icon.LINK, parent=self)
        self._link.setToolTip(item.url)
        self._link.clicked.connect(self._open)
        self._link.setVisible(may_open(item.url))
        self._remove = Button("", Kind.QUIET, icon=Icon.CLOSE, parent=self)
        self._remove.setAccessibleName(self.tr("Remove evidence: {title}").format(title=self._title()))
        self._remove.setToolTip(self.tr("Remove"))
        self._remove.clicked.connect(self.removal_requested)
        self._remove.setVisible(not locked)

    def _title(self) -> str:
        item = self._item
        return item.title or item.citation or item.issuer or self._kind_words

    def _details(self) -> str:
        item = self._item
        page = self.tr("p. {page}").format(page=item.page) if item.page else ""
        citation = item.citation if item.citation != self._title() else ""
        parts = (
            self._kind_words, item.reference or citation, item.issuer, page,
            written_out(item.date), item.file,
        )  # fmt: skip
        return " · ".join(part for part in parts if part)

    def _spoken(self) -> str:
        words = self.tr("Evidence, grade {grade}: {title}, {details}")
        return words.format(grade=self._item.grade, title=self._title(), details=self._details())

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(px(320), px(53))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(px(160), px(53))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place link and menu."""
        super().resizeEvent(event)
        side = px(28)
        self._remove.setGeometry(self.width() - side - px(8), (self.height() - side) // 2, side, side)
        x = px(54) + text_width(self._shown_details(), Style.SMALL) + px(8)
        width = min(self._link.sizeHint().width(), self.width() - x - side - px(12))
        self._link.setGeometry(x, px(26), max(0, width), px(22))

    def _shown_details(self) -> str:
        link = px(120) if may_open(self._item.url) else 0
        return elided(self._details(), Style.SMALL, self.width() - px(54) - px(44) - link)

    def paint(self, painter: QPainter) -> None:
        """Badge, title, details."""
        t = tokens()
        rect = QRectF(self.rect())
        if self.isDown() or self.hovered:
            painter.fillRect(inset(rect, 1), t.press if self.isDown() else t.hover)
        if not self._last:
            hairline(painter, 0, self.width(), self.height() - 1)
        badge = QRectF(px(16), (self.height() - px(24)) / 2, px(24), px(24))
        draw_box(painter, badge, 6, fill=t.surface, edge=t.control, width=1.2)
        grade = str(self._item.grade)
        x = badge.x() + (badge.width() - text_width(grade, Style.BADGE)) / 2 + 0.5
        draw_line(painter, grade, Style.BADGE, t.ink, x, badge.y(), badge.height())
        title = elided(self._title(), Style.BODY_MEDIUM, self.width() - px(54) - px(44))
        draw_line(painter, title, Style.BODY_MEDIUM, t.ink, px(54), px(6), px(20))
        draw_line(painter, self._shown_details(), Style.SMALL, t.ink2, px(54), px(27), px(20))
        if self.ring:
            draw_ring(painter, inset(rect, 2), 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes."""
        if event.key() == Qt.Key.Key_Delete and self._remove.isVisibleTo(self):
            self.removal_requested.emit()
            return
        super().keyPressEvent(event)

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromUserInput(self._item.url))


class EvidenceForm(QWidget):
    """One item as fields; Enter or "Done" closes it.

    Signals:
        item_edited: Something changed; carries the item.
        closed: The person is done.
        removal_requested: The person wants it gone.
    """

    item_edited = Signal(object)
    closed = Signal()
    removal_requested = Signal()

    def __init__(self, item: Evidence, kinds: Mapping[str, str]) -> None:
        super().__init__()
        self._item = item
        self._kind = ChoiceBox(list(kinds.items()))
        self._kind.setAccessibleName(self.tr("Kind of evidence"))
        self._kind.show_key(item.kind)
        self._kind.picked.connect(self._changed)
        self._fields: dict[str, LineField] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(px(16), px(12), px(16), px(12))
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(4))
        self._put(grid, self.tr("Kind"), self._kind, 0, 0, 2)
        self._text(grid, "title", self.tr("Title"), 0, 2, 4)
        self._text(grid, "citation", self.tr("Citation"), 2, 0, 3)
        self._text(grid, "issuer", self.tr("Issued by"), 2, 3, 3)
        self._text(grid, "reference", self.tr("Number or gazette"), 4, 0, 2)
        self._text(grid, "date", self.tr("Date"), 4, 2, 2)
        self._text(grid, "page", self.tr("Page"), 4, 4, 2)
        self._text(grid, "url", self.tr("Link"), 6, 0, 6)
        self._text(grid, "quote", self.tr("Quotation"), 8, 0, 6)
        for column in range(6):
            grid.setColumnStretch(column, 1)
        grid.addLayout(self._buttons(), 10, 0, 1, 6)

    def start(self) -> None:
        """Put the cursor where writing begins."""
        self._fields["title"].setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Say what is still being typed."""
        for field in self._fields.values():
            field.flush()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, px(8), 0, 0)
        done = Button(self.tr("Done"))
        done.clicked.connect(self._close)
        remove = Button(self.tr("Remove evidence"), Kind.QUIET)
        remove.clicked.connect(self.removal_requested)
        row.addWidget(done)
        row.addWidget(remove)
        row.addStretch(1)
        return row

    def _text(self, grid: QGridLayout, name: str, label: str, y: int, x: int, span: int) -> None:
        field = LineField()
        field.setAccessibleName(label)
        value = getattr(self._item, name)
        field.show_text(written_out(value) if name == "date" else value)
        field.text_edited.connect(self._changed)
        field.returnPressed.connect(self._close)
        self._fields[name] = field
        self._put(grid, label, field, y, x, span)

    @staticmethod
    def _put(grid: QGridLayout, label: str, widget: QWidget, y: int, x: int, span: int) -> None:
        grid.addWidget(Line(label, Style.SMALL, "ink2"), y, x, 1, span)
        grid.addWidget(widget, y + 1, x, 1, span)

    def _changed(self, _text: str = "") -> None:
        texts = {name: field.text().strip() for name, field in self._fields.items()}
        texts["date"] = iso_date(texts["date"]) or texts["date"]
        self._item = replace(self._item, kind=self._kind.key, **texts)
        self.item_edited.emit(self._item)

    def _close(self) -> None:
        self.flush()
        self.closed.emit()


class EvidenceList(QWidget):
    """Heading, "Add", and a card with the items.

    Signals:
        items_edited: Another list of evidence; carries a tuple of Evidence.
    """

    items_edited = Signal(object)

    def __init__(self, kinds: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds = kinds
        self._items: tuple[Evidence, ...] = ()
        self._open: int | None = None
        self._form: EvidenceForm | None = None
        self._locked = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        head = QHBoxLayout()
        title = Line(self.tr("Evidence"), Style.SECTION)
        self._add = Button(self.tr("Add"), Kind.QUIET, icon=Icon.PLUS)
        self._add.setAccessibleName(self.tr("Add evidence"))
        self._add.setToolTip(self.tr("Add evidence (Ctrl+E)"))
        self._add.clicked.connect(self.add)
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self._add)
        column.addLayout(head)
        self._empty = Line("", Style.SMALL, "ink3", stretch=True)
        column.addWidget(self._empty)
        self._card = _Card()
        column.addWidget(self._card)

    def show_items(self, items: tuple[Evidence, ...], expected: str, *, locked: bool) -> None:
        """Show a list; emits nothing. A form that edits the same list stays open."""
        self._locked = locked
        self._add.setVisible(not locked)
        self._empty.say(expected)
        if items == self._items and self._form is not None and not locked:
            return
        self._items = items
        self._open = None
        self._rebuild()

    def add(self) -> None:
        """Open a form for a new item."""
        if self._locked:
            return
        self.flush()
        self._close()
        self._open = len(self._items)
        self._rebuild()
        if self._form:
            self._form.start()

    def flush(self) -> None:
        """Say what is still being typed."""
        if self._form:
            self._form.flush()

    def _rebuild(self) -> None:
        self._card.clear()
        self._form = None
        count = max(len(self._items), (self._open or 0) + 1 if self._open is not None else 0)
        for place in range(count):
            if place == self._open:
                self._add_form(place)
            else:
                self._add_row(place, last=place == count - 1)
        self._card.setVisible(count > 0)
        self._empty.setVisible(count == 0 and bool(self._empty.text()))

    def _add_form(self, place: int) -> None:
        known = self._items[place] if place < len(self._items) else Evidence(next(iter(self._kinds)))
        self._form = EvidenceForm(known, self._kinds)
        self._form.item_edited.connect(self._item_edited)
        self._form.closed.connect(self._close_and_focus)
        self._form.removal_requested.connect(lambda: self._remove(place))
        self._card.add(self._form)

    def _add_row(self, place: int, *, last: bool) -> None:
        item = self._items[place]
        words = self._kinds.get(item.kind, item.kind)
        row = EvidenceRow(item, words, locked=self._locked, last=last)
        row.clicked.connect(lambda: self._edit(place))
        row.removal_requested.connect(lambda: self._remove(place))
        self._card.add(row)

    def _edit(self, place: int) -> None:
        if self._locked:
            return
        self.flush()
        self._open = place
        self._rebuild()
        if self._form:
            self._form.start()

    def _item_edited(self, item: Evidence) -> None:
        place = self._open
        if place is None or (place == len(self._items) and item == Evidence(item.kind)):
            return
        self._items = (*self._items[:place], item, *self._items[place + 1 :])
        self.items_edited.emit(self._items)

    def _remove(self, place: int) -> None:
        remaining = (*self._items[:place], *self._items[place + 1 :])
        changed = remaining != self._items
        self._items = remaining
        self._open = None
        self._rebuild()
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        if changed:
            self.items_edited.emit(self._items)

    def _close(self) -> None:
        self._open = None
        self._rebuild()

    def _close_and_focus(self) -> None:
        self._close()
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)


class _Card(QWidget):
    """The frame around rows and form."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        edge = tokens().edge
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(0)

    def add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)

    def clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = tokens()
        draw_box(painter, QRectF(self.rect()), 8, fill=t.surface, edge=t.line, width=t.edge)
        painter.end()


def kind_words(kind: str, translate: Callable[[str], str]) -> str:
    """The words of an evidence kind; `translate` is a widget's `tr`."""
    words = {
        "law": translate("Law"),
        "bylaw": translate("By-law"),
        "decision": translate("Decision"),
        "court": translate("Court ruling"),
        "audit": translate("Audit report"),
        "official_statistics": translate("Official statistics"),
        "agreement": translate("Agreement"),
        "eu_document": translate("EU document"),
        "report": translate("Report"),
        "exercise": translate("Exercise"),
        "concordance": translate("Table of concordance"),
        "budget": translate("Budget"),
        "web": translate("Web page"),
        "dataset": translate("Data set"),
        "academic": translate("Academic work"),
        "media": translate("Media"),
        "interview": translate("Interview"),
        "expert_statement": translate("Expert statement"),
    }
    return words[kind]


def all_kinds(translate: Callable[[str], str]) -> dict[str, str]:
    """Every kind with its words, strongest grade first."""
    return {kind: kind_words(kind, translate) for kind in EVIDENCE_GRADES}
