"""A file that was opened: read in the background, then said what it is and what can be done with it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from ui.marks import Mark
from ui.tasks import Task
from ui.theme import Style, px
from ui.widgets.busy import BusyLine
from ui.widgets.dialog import Dialog, MarkedWords
from ui.widgets.ground import Chip
from ui.widgets.labels import Words
from ui.widgets.option_row import OptionRow
from wb6assess.errors import AppError
from wb6assess.progress import Progress

_Read = TypeVar("_Read")


def _tr(text: str) -> str:
    return QCoreApplication.translate("OpenFile", text)


class ReadingDialog(Dialog):
    """The frame of dialogs about one file; the options of a subclass are radio rows."""

    def __init__(self, title: str, action: str, path: Path, parent: QWidget | None = None) -> None:
        """`action` is what the main button does with the chosen option."""
        super().__init__(title, action, 560, parent)
        self._path = path
        self._task: Task | None = None
        self._known = False
        self._name = Words(path.name, Style.SECTION)
        self._name.setToolTip(str(path))
        self._what = Words("", Style.BODY, "ink2")
        self._what.setVisible(False)
        self._chip = Chip(_tr("SAMPLE DATA"), "warn", dashed=True)
        self._chip.setVisible(False)
        self._note = MarkedWords(Mark.INFO)
        self._options = QVBoxLayout()
        self._options.setSpacing(px(4))
        self._group = QButtonGroup(self)
        self._busy = BusyLine()
        self._busy.cancel_requested.connect(self.reject)
        self.primary.setEnabled(False)

    @property
    def reading(self) -> bool:
        """Whether the file is still being read."""
        return self._task is not None

    def reject(self) -> None:
        """Leave; a file that is still being read is let go."""
        if self._task is not None:
            self._task.cancel()
        super().reject()

    def _lay_out(self, above: Sequence[QWidget] = (), below: Sequence[QWidget] = ()) -> None:
        """Put a subclass's own parts above and below the options."""
        for part in (self._name, self._what, self._chip, *above):
            self.body.addWidget(part)
        self.body.addLayout(self._options)
        for part in (*below, self._note, self._busy):
            self.body.addWidget(part)

    def _read(self, read: Callable[[Progress], _Read], show: Callable[[_Read], None]) -> None:
        """Read in the background; `show` gets what `read` returned."""
        self._busy.begin(_tr("Reading {name}").format(name=self._path.name))
        self._task = Task(read, self)
        self._task.succeeded.connect(show)
        self._task.failed.connect(self._show_failure)
        self._task.finished.connect(self._finished)
        self._task.start()

    def _say_what(self, words: str, *, sample: bool) -> None:
        """The file is read: say what it is."""
        self._known = True
        self._what.setText(words)
        self._what.setAccessibleName(words)
        self._what.setVisible(True)
        self._chip.setVisible(sample)

    def _add(self, key: str, title: str, words: str) -> None:
        """One thing that can be done with the file."""
        row = OptionRow(key, title, words)
        self._group.addButton(row)
        self._options.addWidget(row)

    @property
    def _chosen(self) -> OptionRow | None:
        row = self._group.checkedButton()
        return row if isinstance(row, OptionRow) else None

    def _offer_first(self) -> None:
        """All options are there: choose the first, if there is any."""
        first = next(iter(self._group.buttons()), None)
        self.primary.setEnabled(first is not None)
        if first is not None:
            first.setChecked(True)
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_failure(self, error: object) -> None:
        assert isinstance(error, AppError)
        self.show_error(error)
        if not self._known:
            self.primary.setVisible(False)
            self.leave.rename(_tr("Close"))

    def _finished(self) -> None:
        self._busy.end()
        self._task = None
