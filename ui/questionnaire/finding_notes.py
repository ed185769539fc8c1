"""Findings and queries about the open page, with a field for the words they ask for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.questionnaire.remark import Note, Remark
from ui.theme import Style, px
from ui.widgets.labels import Words
from ui.widgets.notice import Notice
from ui.widgets.textbox import TextBox


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


class FindingNotes(QWidget):
    """One line per finding or query.

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
        self._boxes: dict[str, TextBox] = {}

    def show_notes(self, notes: tuple[Note, ...], *, locked: bool) -> None:
        """Show findings; a box that is being written in stays."""
        shape = tuple((note.remark, note.key) for note in notes)
        if shape != self._shown:
            self._shown = shape
            self._rebuild(notes)
        for note in notes:
            if note.key:
                self._boxes[note.key].show_text(note.words)
                self._boxes[note.key].setReadOnly(locked)
        self.setVisible(bool(notes))

    def flush(self) -> None:
        """Say what is still being typed."""
        for box in self._boxes.values():
            box.flush()

    def _rebuild(self, notes: tuple[Note, ...]) -> None:
        """Lines anew; a box that stays keeps its cursor and what is being typed."""
        asked = {note.key for note in notes}
        self._boxes = {key: box for key, box in self._boxes.items() if key in asked}
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in self._boxes.values():
                widget.hide()
                widget.deleteLater()
        for note in notes:
            line = RemarkLine(self)
            line.show_remark(note.remark)
            line.target_requested.connect(self.target_requested)
            self._column.addWidget(line)
            if note.key:
                self._add_box(note)

    def _add_box(self, note: Note) -> None:
        label = Words(note.label or self.tr("Your comment on this"), Style.SMALL, "ink2")
        box = self._boxes.get(note.key) or self._new_box(note.key)
        name = self.tr("{label}: {remark}") if note.label else self.tr("Comment: {remark}")
        box.setAccessibleName(name.format(label=note.label, remark=note.remark.text))
        self._column.addWidget(label)
        self._column.addWidget(box)

    def _new_box(self, key: str) -> TextBox:
        box = self._boxes[key] = TextBox(2)
        box.text_edited.connect(lambda text: self.comment_edited.emit(key, text))
        return box
