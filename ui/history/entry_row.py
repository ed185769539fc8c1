"""One change of an answer: when, who, how it came about, what was and what is, and the way back."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.answer_words import Difference
from ui.dates import clock, day_words
from ui.icons import Icon
from ui.theme import Style, px
from ui.widgets.button import Button
from ui.widgets.ground import Chip
from ui.widgets.labels import Line, Words


class EntryRow(QWidget):
    """Shows one change.

    Signals:
        restore_requested: The person wants the answer as it was after this change.
    """

    restore_requested = Signal()

    def __init__(
        self, head: str, kind: str, parts: list[Difference], *, now: bool, restore: bool
    ) -> None:
        """`now` when the answer still stands like this; `restore` when it can be brought back."""
        super().__init__()
        spoken = "; ".join(
            self.tr("{part}: {before} became {after}").format(
                part=one.part, before=one.before or self.tr("nothing"),
                after=one.after or self.tr("nothing"),
            )
            for one in parts
        )  # fmt: skip
        self.setAccessibleName(f"{head}, {kind}. {spoken}")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(6))
        top = QHBoxLayout()
        top.setSpacing(px(8))
        top.addWidget(Words(head, Style.SECTION), 1)
        top.addWidget(Line(kind, Style.SMALL, "ink2"))
        if now:
            top.addWidget(Chip(self.tr("As it is now")))
        column.addLayout(top)
        column.addLayout(self._table(parts))
        if restore:
            button = Button(self.tr("Restore this"), icon=Icon.UNDO)
            button.setAccessibleName(self.tr("Restore this: {head}").format(head=head))
            button.clicked.connect(self.restore_requested)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _table(self, parts: list[Difference]) -> QGridLayout:
        """What was beside what is; one column where nothing was there before."""
        table = QGridLayout()
        table.setContentsMargins(0, 0, 0, 0)
        table.setHorizontalSpacing(px(16))
        table.setVerticalSpacing(px(6))
        table.setColumnMinimumWidth(0, px(96))
        for column in (1, 2):
            table.setColumnStretch(column, 1)
        anew = not any(one.before for one in parts)
        if not anew:
            for column, head in enumerate((self.tr("Before"), self.tr("After")), start=1):
                table.addWidget(Words(head, Style.SMALL_STRONG, "ink3"), 0, column)
        top = Qt.AlignmentFlag.AlignTop
        for y, one in enumerate(parts, start=1):
            table.addWidget(Words(one.part, Style.SMALL, "ink3", widest=132), y, 0, top)
            if not anew:
                table.addWidget(self._value(one.before, "ink2"), y, 1, top)
            table.addWidget(self._value(one.after, "ink"), y, 1 if anew else 2, 1, 2 if anew else 1, top)
        return table

    def _value(self, text: str, role: str) -> Words:
        return Words(text or self.tr("nothing"), Style.BODY, role if text else "ink3")


def moment_words(at: datetime, now: datetime) -> str:
    """Day and time with seconds: several changes may fall into one minute."""
    if at.astimezone().date() == now.astimezone().date():
        return QCoreApplication.translate("History", "Today, {time}").format(time=clock(at))
    return f"{day_words(at, now, with_time=False)}, {clock(at)}"


def kind_words(kind: str, source: str = "") -> str:
    """How a change came about, and whose answer it brought."""
    if source:
        return QCoreApplication.translate("History", "taken from {source}").format(source=source)
    words = {
        "edit": QCoreApplication.translate("History", "typed or chosen"),
        "fill": QCoreApplication.translate("History", "filled from a file"),
        "undo": QCoreApplication.translate("History", "undone"),
        "redo": QCoreApplication.translate("History", "redone"),
    }
    return words.get(kind, kind)
