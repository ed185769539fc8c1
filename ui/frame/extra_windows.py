"""What stands beside or over the pages: keys, manual, preferences, history, revisions, about."""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from wb6assess.errors import AppError

if TYPE_CHECKING:
    from ui.language import Language
    from ui.manual.key_list import KeyList
    from ui.manual.window import ManualWindow
    from ui.preferences import Preferences
    from ui.questionnaire.window import QuestionnaireWindow
    from ui.theme import Appearance
    from wb6assess.session.workspace import Workspace


class Main(Protocol):
    """What these windows ask of the main window."""

    appearance: "Appearance"
    language: "Language"
    folder: Path
    preferences: "Preferences"
    workspace: "Workspace | None"
    questionnaire: "QuestionnaireWindow | None"

    def open_workspace(self) -> None:
        """Open the data if they are not open yet."""

    def choose_theme(self, choice: str) -> None:
        """Another theme."""

    def choose_size(self, percent: int) -> None:
        """Other letters."""

    def choose_language(self, tag: str) -> None:
        """Another language."""

    def show_desk(self, shown: bool) -> None:
        """Show or hide the coordinator's desk."""

    def complain(self, error: AppError) -> None:
        """Say what could not be done."""

    def show_again(self) -> None:
        """The open assessment stands differently now."""


class ExtraWindows(QObject):
    """Opens them; each is imported when it is first wanted."""

    def __init__(self, main: QWidget) -> None:
        super().__init__(main)
        self._main = main
        self._keys: KeyList | None = None
        self._manual: ManualWindow | None = None

    @property
    def _window(self) -> Main:
        return self._main  # type: ignore[return-value]

    def show_keys(self) -> None:
        """The list of keys."""
        from ui.manual.key_list import KeyList

        if self._keys is None:
            self._keys = KeyList(self._main)
        self._keys.open()

    def show_manual(self) -> None:
        """The manual, in a window of its own so that one can read and work."""
        from ui.manual.window import ManualWindow

        if self._manual is None or not isValid(self._manual):
            self._manual = ManualWindow(self._main)
        self._manual.show()
        self._manual.raise_()
        self._manual.activateWindow()

    def show_about(self) -> None:
        """Versions, and where the data lie."""
        from ui.frame.about import AboutDialog

        window = self._window
        window.open_workspace()
        library = window.workspace.library if window.workspace is not None else None
        AboutDialog(window.folder, library, self._main).open()

    def show_preview(self) -> None:
        """Ask which questionnaire to try out, and open it in a window of its own."""
        from ui.preview_dialog import PreviewDialog

        self._window.open_workspace()
        if self._window.workspace is None:
            return
        try:
            dialog = PreviewDialog(self._window.workspace.library, self._main)
        except AppError as error:
            self._window.complain(error)
            return
        dialog.chosen.connect(self._open_preview)
        dialog.open()

    def _open_preview(self, instrument: str, country: str) -> None:
        from ui.preview import Preview

        assert self._window.workspace is not None  # the dialog needed it
        try:
            preview = Preview(self._window.workspace.library, instrument, country, self._main)
        except AppError as error:
            self._window.complain(error)
            return
        preview.show()

    def show_preferences(self) -> None:
        """Language, theme, letters, name, folders, backups."""
        from ui.preferences_dialog.dialog import PreferencesDialog

        window = self._window
        dialog = PreferencesDialog(window.preferences, window.folder, window.workspace, self._main)
        dialog.theme_chosen.connect(window.choose_theme)
        dialog.size_chosen.connect(self._choose_size)
        dialog.language_chosen.connect(self._choose_language)
        dialog.desk_toggled.connect(window.show_desk)
        dialog.open()

    def _choose_size(self, percent: int) -> None:
        self._window.choose_size(percent)
        self._preferences_again("size")

    def _choose_language(self, tag: str) -> None:
        self._window.choose_language(tag)
        self._preferences_again("language")

    def _preferences_again(self, part: str) -> None:
        """The dialog itself has other letters or words, too: a new one in its place."""
        from ui.preferences_dialog.dialog import PreferencesDialog

        self.forget()
        for old in self._main.findChildren(PreferencesDialog):
            old.done(0)
        self.show_preferences()
        self._main.findChildren(PreferencesDialog)[-1].begin_at(part)

    def forget(self) -> None:
        """Windows that stay open are made anew the next time."""
        for window in (self._keys, self._manual):
            if window is not None and isValid(window):
                window.hide()
                window.deleteLater()
        self._keys = self._manual = None

    def show_history(self) -> None:
        """Every change of the answer on the open page."""
        from ui.history.dialog import HistoryDialog

        page = self._window.questionnaire
        if page is None:
            return
        page.flush()
        HistoryDialog(page.editing, page.questions, page.page, self._main).open()

    def show_chart(self) -> None:
        """The pillars of the open assessment as the summary draws them."""
        from exports.summary_charts import pillar_sketch, saved_picture
        from ui.chart_dialog import ChartDialog

        page = self._window.questionnaire
        if page is not None:
            page.flush()
            sketch = pillar_sketch(page.opened.report())
            ChartDialog(sketch, lambda: saved_picture(sketch), self._main).open()

    def show_revisions(self) -> None:
        """What was handed in, revision by revision."""
        from ui.history.revisions import RevisionsDialog

        page = self._window.questionnaire
        if page is not None:
            page.flush()
            RevisionsDialog(page.opened, self._main).open()

    def withdraw(self) -> None:
        """Take a handed-in revision back, after asking."""
        from ui.history.withdraw import WithdrawDialog

        page = self._window.questionnaire
        if page is not None:
            dialog = WithdrawDialog(page.opened, self._main)
            dialog.withdrawn.connect(self._window.show_again)
            dialog.open()
