"""The findings of the review as cards, with fields for the comments that are asked for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.review.line_row import ItemRow, LineRow
from ui.review.review_state import Group, ReviewLine
from ui.theme import Style, px
from ui.widgets.ground import CardFrame, Rule
from ui.widgets.labels import Line
from ui.widgets.textbox import TextBox


class _CommentField(QWidget):
    """Where the comment on a finding is written.

    Signals:
        comment_edited: Carries the answer's id, the check's id and the text.
    """

    comment_edited = Signal(str, str, str)

    def __init__(self, line: ReviewLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about, self._check = line.about, line.check
        self.box = TextBox(1)
        self.box.setMaximumWidth(px(600))
        name = self.tr("Your comment on {id}: {finding}")
        self.box.setAccessibleName(name.format(id=line.about, finding=line.sentence))
        self.box.text_edited.connect(self._edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(46), 0, px(18), px(14))
        column.setSpacing(px(4))
        column.addWidget(Line(self.tr("Your comment"), Style.SMALL, "ink2"))
        column.addWidget(self.box)

    def _edited(self, text: str) -> None:
        self.comment_edited.emit(self._about, self._check, text)


class _ItemList(QWidget):
    """The indicators a line speaks of.

    Signals:
        page_requested: Carries a page.
    """

    page_requested = Signal(str)

    def __init__(self, line: ReviewLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(8))
        column.setSpacing(0)
        for item in line.items:
            row = ItemRow(item)
            row.clicked.connect(self._clicked)
            column.addWidget(row)

    def _clicked(self) -> None:
        row = self.sender()
        assert isinstance(row, ItemRow)
        self.page_requested.emit(row.item.page)


class Groups(QWidget):
    """All groups; lines stay in place while a comment is being written.

    Signals:
        page_requested: Carries a page.
        comment_edited: Carries the answer's id, the check's id and the text.
    """

    page_requested = Signal(str)
    comment_edited = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(24))
        self._shown: list[tuple[object, ...]] = []
        self._counts: list[Line] = []
        self._fields: dict[tuple[str, str], _CommentField] = {}

    def show_groups(self, groups: tuple[Group, ...], *, locked: bool = False) -> None:
        """Show findings; emits nothing."""
        shape = [tuple[object, ...]((group.title, *map(_shape, group.lines))) for group in groups]
        if shape != self._shown:
            self._shown = shape
            self._rebuild(groups)
        for count, group in zip(self._counts, groups, strict=True):
            count.say(group.count)
        for group in groups:
            for line in group.lines:
                if line.check:
                    box = self._fields[line.about, line.check].box
                    box.show_text(line.comment)
                    box.setReadOnly(locked)

    def flush(self) -> None:
        """Say what is still being typed."""
        for field in list(self._fields.values()):
            field.box.flush()

    def _rebuild(self, groups: tuple[Group, ...]) -> None:
        self._fields, self._counts = {}, []
        while (item := self._column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for group in groups:
            self._column.addWidget(self._group(group))

    def _group(self, group: Group) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        head = QHBoxLayout()
        head.setSpacing(px(8))
        count = Line(group.count, Style.BODY, "ink2")
        self._counts.append(count)
        head.addWidget(Line(group.title, Style.SECTION))
        head.addWidget(count)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(self._card(group))
        return holder

    def _card(self, group: Group) -> QWidget:
        card = CardFrame()
        lines = QVBoxLayout(card)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        for place, line in enumerate(group.lines):
            if place:
                lines.addWidget(Rule())
            self._add_line(lines, line)
        return card

    def _add_line(self, lines: QVBoxLayout, line: ReviewLine) -> None:
        row = LineRow(line)
        lines.addWidget(row)
        if line.items:
            below = _ItemList(line)
            below.setVisible(False)
            below.page_requested.connect(self.page_requested)
            row.toggled.connect(below.setVisible)
            lines.addWidget(below)
        else:
            row.clicked.connect(self._line_clicked)
        if line.check:
            field = _CommentField(line)
            field.comment_edited.connect(self.comment_edited)
            self._fields[line.about, line.check] = field
            lines.addWidget(field)

    def _line_clicked(self) -> None:
        row = self.sender()
        assert isinstance(row, LineRow)
        if row.line.target:
            self.page_requested.emit(row.line.target)


def _shape(line: ReviewLine) -> tuple[object, ...]:
    """What a line is made of, apart from the comment that is being written."""
    return (line.mark, line.ids, line.sentence, line.target, line.items, line.check)
