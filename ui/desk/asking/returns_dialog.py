"""Writing the files that go back to experts: queries, and how all answered."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from ui.files.folders import folder_words, output_folder
from ui.preferences import Preferences
from ui.theme import Style, px
from ui.widgets.button import Button
from ui.widgets.check_row import CheckRow
from ui.widgets.dialog import Dialog, labelled
from ui.widgets.labels import Line, Words
from ui.widgets.textbox import TextBox
from wb6assess.model.assessment import Identity
from wb6assess.model.query import FEWEST


class ReturnsDialog(Dialog):
    """Asks for spreads or not, a word to all, and the folder.

    Signals:
        wanted: Carries the folder, the keys, whether with spreads, and the note.
    """

    wanted = Signal(object, object, bool, str)

    def __init__(
        self,
        waiting: Sequence[Identity],
        everyone: Sequence[Identity],
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        """`waiting` are experts with queries open or without reply; `everyone` those who count."""
        super().__init__(self.tr("Write files for experts"), self.tr("Write the files"), 560, parent)
        self._waiting, self._everyone = tuple(waiting), tuple(everyone)
        self._preferences = preferences
        self._spreads = CheckRow(
            self.tr("With how all experts of the country answered, without names (second round)")
        )
        self._spreads.clicked.connect(self._follow)
        few = self.tr("Only where at least {n} experts chose a level; sensitive questions are left out.")
        self._note = TextBox(2)
        self._who = Words("")
        self._folder = Line(folder_words(self._place), Style.BODY, "ink2", stretch=True)
        choose = Button(self.tr("Choose another folder…"))
        choose.clicked.connect(self._choose)
        self.body.addWidget(self._spreads)
        self.body.addWidget(Words(few.format(n=FEWEST), Style.SMALL, "ink2"))
        self.body.addLayout(labelled(self.tr("A word to all of them, if you like"), self._note))
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self._folder, 1)
        row.addWidget(choose)
        self.body.addLayout(row)
        self.body.addWidget(self._who)
        self.primary.clicked.connect(self._write)
        self._follow()

    @property
    def _place(self) -> Path:
        return output_folder(self._preferences)

    @property
    def _keys(self) -> tuple[Identity, ...]:
        keys = (*self._waiting, *(self._everyone if self._spreads.isChecked() else ()))
        return tuple(dict.fromkeys(keys))

    def _follow(self) -> None:
        n = len(self._keys)
        words = self.tr("One file will be written.") if n == 1 else self.tr("{n} files will be written.")
        if not n:
            words = self.tr("No query is open. Write one first, or send how all answered.")
        elif n > 1 and self._spreads.isChecked():
            # Where fewer than three experts chose a level there is nothing to compare with.
            words = self.tr("At most {n} files will be written, one for each expert who gets something.")
        self._who.setText(words.format(n=n))
        self.primary.setEnabled(bool(n))

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Choose a folder"), str(self._place))
        if chosen:
            self._preferences.output_folder = chosen
            self._folder.say(folder_words(self._place))

    def _write(self) -> None:
        note = self._note.toPlainText().strip()
        self.wanted.emit(self._place, self._keys, self._spreads.isChecked(), note)
        self.accept()
