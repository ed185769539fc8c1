"""The imports so far, and taking one back."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from ui.dates import day_words
from ui.theme import Style, px
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Words
from ui.widgets.option_row import OptionRow
from ui.widgets.scroll_body import ScrollBody
from wb6assess.session.desk.inbox import Intake


class ImportsDialog(Dialog):
    """Lists the imports, newest first.

    Signals:
        undo_requested: The person takes an import back; carries its id.
    """

    undo_requested = Signal(str)

    def __init__(self, intakes: Sequence[Intake], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Imports"), self.tr("Take this import back"), 520, parent)
        self._group = QButtonGroup(self)
        now = datetime.now(UTC)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, px(6), 0)
        column.setSpacing(px(6))
        for intake in reversed(intakes):
            row = self._row(intake, now)
            column.addWidget(row)
            if intake.undone_at is None:
                self._group.addButton(row)
        inner = QWidget()
        inner.setLayout(column)
        words = self.tr(
            "Taking an import back hides what only it brought. The files themselves are kept, and what "
            "another import brought, too, stays."
        )
        self.body.addWidget(Words(words, Style.BODY, "ink2"))
        self.body.addWidget(ScrollBody(inner, 380))
        standing = self._group.buttons()
        if standing:
            standing[0].setChecked(True)
        self.primary.setEnabled(bool(standing))
        self.primary.clicked.connect(self._undo)

    def _row(self, intake: Intake, now: datetime) -> OptionRow:
        title = day_words(intake.at, now)
        files = self.tr("1 file") if intake.files == 1 else self.tr("{n} files").format(n=intake.files)
        if intake.undone_at is not None:
            when = day_words(intake.undone_at, now)
            files = self.tr("{files}, taken back {when}").format(files=files, when=when)
        row = OptionRow(intake.id, title[:1].upper() + title[1:], files)
        row.setEnabled(intake.undone_at is None)
        return row

    def _undo(self) -> None:
        chosen = self._group.checkedButton()
        if isinstance(chosen, OptionRow):
            self.undo_requested.emit(chosen.key)
            self.accept()
