"""What stands there when the workspace cannot be opened."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.error_words import error_words, problem_lines
from ui.marks import Mark
from ui.theme import Style, px
from ui.widgets.button import Button, Kind
from ui.widgets.ground import MarkSign, Pane
from ui.widgets.labels import Words
from wb6assess.errors import AppError

if TYPE_CHECKING:
    from ui.frame.pages import Pages


def present_stopped(
    error: AppError, pages: "Pages", again: Callable[[], None], leave: Callable[[], object]
) -> None:
    """Show the reason; `again` is asked once the page has gone, `leave` closes the window."""
    page = StoppedPage(error)

    def try_again() -> None:
        pages.drop(page)
        again()

    page.again_requested.connect(try_again)
    page.quit_requested.connect(leave)
    pages.present(page)


class StoppedPage(Pane):
    """The reason, what it means for the data, what to do.

    Signals:
        again_requested: The person wants to try again.
        quit_requested: The person gives up for now.
    """

    again_requested = Signal()
    quit_requested = Signal()

    def __init__(self, error: AppError, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        holder = QWidget()
        holder.setMaximumWidth(px(560))
        column = QVBoxLayout(holder)
        column.setSpacing(px(12))
        column.addWidget(MarkSign(Mark.BLOCKS, 28))
        column.addWidget(Words(self.tr("Your assessments cannot be opened now"), Style.TITLE))
        text = "\n".join(part for part in (error_words(error), problem_lines(error)) if part)
        reason = Words(text, Style.READING, "ink2")
        reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(reason)
        row = QHBoxLayout()
        again = Button(self.tr("Try again"), Kind.PRIMARY)
        again.clicked.connect(self.again_requested)
        leave = Button(self.tr("Quit"))
        leave.clicked.connect(self.quit_requested)
        row.addWidget(again)
        row.addWidget(leave)
        row.addStretch(1)
        column.addLayout(row)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(holder, 10)
        middle.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(3)
