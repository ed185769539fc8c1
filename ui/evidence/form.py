"""One item of evidence as fields, in the place of its row."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QWidget

from ui.dates import date_fault, iso_date, written_out
from ui.evidence.words import all_kinds
from ui.icons import Icon
from ui.theme import Style, px
from ui.widgets.button import Button, Kind
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.dialog import MarkedWords
from ui.widgets.flow_row import FlowRow
from ui.widgets.labels import Line
from ui.widgets.textbox import LineField
from wb6assess.exchange.texts import tidy
from wb6assess.model.assessment import Evidence


class EvidenceForm(QWidget):
    """The fields of one item; Enter or "Done" closes it.

    Signals:
        item_edited: Something changed; carries the item.
        closed: The person is done.
        removal_requested: The person wants it gone.
        file_chosen: A file to attach; carries its path.
    """

    item_edited = Signal(object)
    closed = Signal()
    removal_requested = Signal()
    file_chosen = Signal(object)

    def __init__(self, item: Evidence) -> None:
        super().__init__()
        self.item = item
        self._kind = ChoiceBox(list(all_kinds().items()))
        self._kind.setAccessibleName(self.tr("Kind of evidence"))
        self._kind.show_key(item.kind)
        self._kind.picked.connect(self._changed)
        self._fields: dict[str, LineField] = {}
        self._fault = MarkedWords()
        grid = QGridLayout(self)
        grid.setContentsMargins(px(16), px(12), px(16), px(12))
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(4))
        self._put(grid, self.tr("Kind and grade"), self._kind, 0, 0, 3)
        self._text(grid, "title", self.tr("Title"), 0, 3, 3)
        self._text(grid, "citation", self.tr("Citation"), 2, 0, 3)
        self._text(grid, "issuer", self.tr("Issued by"), 2, 3, 3)
        self._text(grid, "reference", self.tr("Number or gazette"), 4, 0, 2)
        self._text(grid, "date", self.tr("Date"), 4, 2, 2)
        self._text(grid, "page", self.tr("Page"), 4, 4, 2)
        self._text(grid, "url", self.tr("Link"), 6, 0, 6)
        self._text(grid, "quote", self.tr("Quotation"), 8, 0, 6)
        for column in range(6):
            grid.setColumnStretch(column, 1)
        grid.addWidget(self._fault, 10, 0, 1, 6)
        if item.file:
            grid.addLayout(self._file_line(), 11, 0, 1, 6)
        grid.addWidget(self._buttons(), 12, 0, 1, 6)

    def start(self) -> None:
        """Put the cursor where writing begins: the first field that says what it is."""
        names = ("title", "citation") if self.item.citation or self.item.title else ("title",)
        field = next((name for name in names if not self._fields[name].text()), names[0])
        self._fields[field].setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Say what is still being typed."""
        for field in self._fields.values():
            field.flush()

    def _file_line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, px(6), 0, 0)
        row.addWidget(Line(self.tr("Attached file"), Style.SMALL, "ink2"))
        row.addWidget(Line(self.item.file, Style.BODY, stretch=True), 1)
        detach = Button(self.tr("Detach"), Kind.LINK)
        detach.setAccessibleName(self.tr("Detach {name}").format(name=self.item.file))
        detach.clicked.connect(self._detach)
        row.addWidget(detach)
        return row

    def _buttons(self) -> QWidget:
        done = Button(self.tr("Done"))
        done.clicked.connect(self._close)
        words = self.tr("Attach another file…") if self.item.file else self.tr("Attach a file…")
        attach = Button(words, icon=Icon.CLIP)
        attach.clicked.connect(self._choose_file)
        remove = Button(self.tr("Remove evidence"), Kind.QUIET)
        remove.clicked.connect(self.removal_requested)
        row = FlowRow([done, attach, remove], 8)
        row.setContentsMargins(0, px(8), 0, 0)
        return row

    def _text(self, grid: QGridLayout, name: str, label: str, y: int, x: int, span: int) -> None:
        field = LineField()
        field.setAccessibleName(label)
        value = getattr(self.item, name)
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
        texts = {name: tidy(field.text()).strip() for name, field in self._fields.items()}
        fault = date_fault(texts["date"])
        self._fields["date"].mark_wrong(bool(fault))
        self._fault.say(fault)
        texts["date"] = iso_date(texts["date"]) or texts["date"]
        self._say(replace(self.item, kind=self._kind.key, **texts))

    def _say(self, item: Evidence) -> None:
        if item != self.item:
            self.item = item
            self.item_edited.emit(item)

    def _detach(self) -> None:
        self._say(replace(self.item, file="", sha256=""))
        self._close()

    def _choose_file(self) -> None:
        self.flush()
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Attach a file"))
        if chosen:
            self.file_chosen.emit(Path(chosen))

    def _close(self) -> None:
        self.flush()
        self.closed.emit()
