"""The preferences: every choice holds at once and is remembered; there is nothing to confirm."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import LANGUAGE_NAMES, interface_languages
from ui.marks import Mark
from ui.preferences import Preferences
from ui.preferences_dialog.backups import BackupList
from ui.preferences_dialog.folders import FolderList
from ui.theme import Style, px
from ui.widgets.check_row import CheckRow
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.dialog import Dialog, MarkedWords, labelled
from ui.widgets.ground import Rule
from ui.widgets.labels import Words
from ui.widgets.scroll_body import ScrollBody
from ui.widgets.segment import Choice, Segment
from ui.widgets.textbox import LineField

if TYPE_CHECKING:
    from wb6assess.session.workspace import Workspace

_LONGEST_NAME = 120

SIZES = (90, 100, 110, 125, 150, 175, 200)


class PreferencesDialog(Dialog):
    """Appearance, language, name, folders, backups.

    Signals:
        theme_chosen: system, light, dark or contrast.
        size_chosen: Per cent of the system's letters.
        language_chosen: A tag; "" follows the system.
        desk_toggled: Whether the coordinator's desk is shown.
    """

    theme_chosen = Signal(str)
    size_chosen = Signal(int)
    language_chosen = Signal(str)
    desk_toggled = Signal(bool)

    def __init__(
        self,
        preferences: Preferences,
        folder: Path,
        workspace: "Workspace | None",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Preferences"), "", 600, parent)
        self._preferences = preferences
        self._theme = self._make_theme()
        self._size = self._make_size()
        self._language = self._make_language()
        self._name = LineField()
        self._name.setMaxLength(_LONGEST_NAME)
        self._name.show_text(preferences.person)
        self._name.text_edited.connect(self._keep_name)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, px(8), 0)
        column.setSpacing(px(12))
        self._add_look(column)
        self._add_person(column)
        for title, part in (
            (self.tr("Folders"), FolderList(preferences, folder)),
            (self.tr("Backups"), BackupList(folder, workspace)),
        ):
            column.addWidget(Rule())
            column.addWidget(Words(title, Style.SECTION))
            column.addWidget(part)
        column.addStretch(1)
        inner = QWidget()
        inner.setLayout(column)
        self.body.addWidget(ScrollBody(inner, 620))
        self.primary.setVisible(False)
        self.leave.rename(self.tr("Close"))

    def begin_at(self, part: str) -> None:
        """Put the keyboard on "size" or "language"."""
        where = {"size": self._size, "language": self._language}[part]
        where.setFocus(Qt.FocusReason.TabFocusReason)

    def done(self, result: int) -> None:
        """What is still being typed counts."""
        self._name.flush()
        super().done(result)

    def _add_look(self, column: QVBoxLayout) -> None:
        column.addWidget(Words(self.tr("Appearance and language"), Style.SECTION))
        column.addLayout(labelled(self.tr("Colours"), self._theme))
        column.addLayout(labelled(self.tr("Size of letters"), self._size))
        hint = self.tr("Where a text is not translated yet, the English text appears.")
        column.addLayout(labelled(self.tr("Language of the program"), self._language, hint))
        desk = CheckRow(self.tr("Show the coordinator's desk"))
        desk.setChecked(self._preferences.desk_shown)
        desk.toggled.connect(self.desk_toggled)
        column.addWidget(desk)

    def _add_person(self, column: QVBoxLayout) -> None:
        column.addWidget(Rule())
        column.addWidget(Words(self.tr("You"), Style.SECTION))
        column.addLayout(labelled(self.tr("Your name"), self._name))
        promise = MarkedWords(Mark.INFO)
        promise.say(
            self.tr(
                "Your name stays on this computer; in files you appear under your code. Only where you"
                " tick it, the name is printed on PDF papers."
            )
        )
        column.addWidget(promise)

    def _make_theme(self) -> Segment:
        segment = Segment(
            [
                Choice("system", self.tr("Like the system")),
                Choice("light", self.tr("Light")),
                Choice("dark", self.tr("Dark")),
                Choice("contrast", self.tr("High contrast")),
            ]
        )
        segment.show_key(self._preferences.theme)
        segment.chosen.connect(self.theme_chosen)
        return segment

    def _make_size(self) -> ChoiceBox:
        sizes = sorted({*SIZES, self._preferences.percent})
        box = ChoiceBox([(str(size), f"{size} %") for size in sizes])
        box.show_key(str(self._preferences.percent))
        box.picked.connect(lambda key: self.size_chosen.emit(int(key)))
        return box

    def _make_language(self) -> ChoiceBox:
        tags = interface_languages()
        names = [(tag, LANGUAGE_NAMES.get(tag, tag)) for tag in tags]
        box = ChoiceBox(names, empty=self.tr("Like the system"))
        box.show_key(self._preferences.language)
        box.picked.connect(self.language_chosen)
        return box

    def _keep_name(self, name: str) -> None:
        self._preferences.person = name.strip()
