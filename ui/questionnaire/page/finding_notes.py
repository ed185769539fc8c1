"""Findings and queries about the open page, with a field for the words they ask for."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.questionnaire.page.remark import Note, Remark
from ui.theme import Style, px
from ui.widgets.column import Column
from ui.widgets.labels import Words
from ui.widgets.notice import Notice
from ui.widgets.polished import polish
from ui.widgets.textbox import TextBox

_USUAL = 3
"""Rows that a page rarely needs more of."""


class RemarkLine(Notice):
    """A remark; its link leads to another indicator.

    Signals:
        target_requested: Carries the indicator's id.
    """

    target_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._target = ""
        self._remark: Remark | None = None
        self.link_activated.connect(self._follow)
        self.setVisible(False)

    def show_remark(self, remark: Remark | None) -> None:
        """Show a remark, or hide."""
        if remark == self._remark:
            return
        self._remark = remark
        if remark is None:
            self.setVisible(False)
            return
        self._target = remark.target
        self.say(remark.mark, remark.text, role=remark.role, link=remark.link)

    def _follow(self) -> None:
        self.target_requested.emit(self._target)


class _Row(Column):
    """A note: its line, and the field for the words it asks for; becomes the row of another one.

    Signals:
        edited: Carries the note's key and the text.
    """

    edited = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = ""
        self.line = RemarkLine(self)
        self.box: TextBox | None = None
        self._label = Words("", Style.SMALL, "ink2", parent=self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        self._column.addWidget(self.line)
        self._column.addWidget(self._label)

    def make_box(self) -> None:
        """Have a field, too."""
        self.box = TextBox(2, self)
        self.box.text_edited.connect(lambda text: self.edited.emit(self.key, text))
        self._column.addWidget(self.box)

    def show_note(self, note: Note, label: str, name: str) -> None:
        """Show a note; `label` and `name` are those of its field. The same key keeps what is typed."""
        if note.key and self.box is None:
            self.make_box()
        if note.key != self.key and self.box is not None:
            self.box.show_anew()
        self.key = note.key
        self.line.show_remark(note.remark)
        self._label.setText(label)
        self._label.setVisible(bool(note.key))
        if self.box is not None:
            self.box.setAccessibleName(name)
            self.box.setVisible(bool(note.key))


class FindingNotes(Column):
    """One line per finding or query; rows are kept and used again, which is quicker than new ones.

    Signals:
        target_requested: The expert follows a link; carries an indicator id.
        comment_edited: Carries the check's id and the text.
    """

    target_requested = Signal(str)
    comment_edited = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        self._shown: tuple[tuple[Remark, str], ...] = ()
        self._rows: list[_Row] = []
        self._spare: list[_Row] = []

    def show_notes(self, notes: tuple[Note, ...], *, locked: bool) -> None:
        """Show findings; a box that is being written in stays."""
        shape = tuple((note.remark, note.key) for note in notes)
        if shape != self._shown:
            self._shown = shape
            self._arrange(notes)
        for row, note in zip(self._rows, notes, strict=True):
            if row.box is not None and note.key:
                row.box.show_text(note.words)
                row.box.setReadOnly(locked)
        self.setVisible(bool(notes))

    def make_ready(self) -> Iterator[None]:
        """Make the rows that an answer usually brings."""
        while len(self._rows) + len(self._spare) < _USUAL:
            row = self._new_row()
            row.make_box()
            self._column.addWidget(row)
            row.setVisible(False)
            self._spare.append(row)
            polish(row)
            yield

    def flush(self) -> None:
        """Say what is still being typed."""
        for row in self._rows:
            if row.box is not None and row.key:
                row.box.flush()

    def _arrange(self, notes: tuple[Note, ...]) -> None:
        """A row for each; one that is answered in place keeps its cursor and what is being typed."""
        asked = {note.key for note in notes if note.key}
        kept = {row.key: row for row in self._rows if row.key in asked}
        self._spare += [row for row in self._rows if row.key not in kept]
        rows = [kept.get(note.key) or self._free_row() for note in notes]
        for place, (row, note) in enumerate(zip(rows, notes, strict=True)):
            own = note.label or self.tr("Your comment on this")
            name = self.tr("{label}: {remark}") if note.label else self.tr("Comment: {remark}")
            row.show_note(note, own, name.format(label=note.label, remark=note.remark.text))
            self._column.insertWidget(place, row)
            row.setVisible(True)
        for row in self._spare:
            row.setVisible(False)
        self._rows = rows

    def _free_row(self) -> _Row:
        return self._spare.pop() if self._spare else self._new_row()

    def _new_row(self) -> _Row:
        row = _Row(self)
        row.line.target_requested.connect(self.target_requested)
        row.edited.connect(self.comment_edited)
        return row
