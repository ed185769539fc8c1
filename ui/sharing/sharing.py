"""What a person does with colleagues and other copies: opens the dialogs and the pages for it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from wb6assess.errors import AppError

if TYPE_CHECKING:
    from ui.preferences import Preferences
    from ui.questionnaire.window import QuestionnaireWindow
    from ui.sharing.choice_page import ChoicePage
    from wb6assess.model.instrument import Instrument
    from wb6assess.session.open_assessment import OpenAssessment
    from wb6assess.session.workspace import Workspace


class Main(Protocol):
    """What sharing asks of the main window."""

    preferences: "Preferences"
    workspace: "Workspace | None"
    questionnaire: "QuestionnaireWindow | None"

    def open_assessment(self, assessment_id: str) -> None:
        """Show a questionnaire."""

    def show_over(self, page: QWidget) -> None:
        """Show a page in the questionnaire's place."""

    def show_instead_of(self, page: QWidget) -> None:
        """Let a page go and show the questionnaire again."""

    def complain(self, error: AppError) -> None:
        """Say what could not be done."""

    def show_again(self) -> None:
        """The open assessment stands differently now."""


class Sharing(QObject):
    """Giving out parts, taking them back, comparing copies; one page of it at a time."""

    def __init__(self, main: QWidget) -> None:
        super().__init__(main)
        self._main = main
        self.page: ChoicePage | None = None
        self._again: Callable[[], None] | None = None
        self._over = False
        """Joining is over: the page only says so."""

    @property
    def _window(self) -> Main:
        return self._main  # type: ignore[return-value]

    @property
    def _opened(self) -> "OpenAssessment | None":
        """What the open questionnaire works on, with what is being typed stored first."""
        page = self._window.questionnaire
        # What is on screen only would be missing in parts and comparisons; the page says why.
        return page.opened if page is not None and page.all_stored() else None

    @property
    def _shown(self) -> "Instrument":
        """The open questionnaire in the language it is shown in."""
        assert self._window.questionnaire is not None  # asked only while one is open
        return self._window.questionnaire.questions.instrument

    # Commands.

    def share(self) -> None:
        """Say who answers which pillar and write the parts."""
        from ui.sharing.share_dialog import ShareDialog

        opened = self._opened
        if opened is not None and opened.part is None:
            ShareDialog(opened, self._shown, self._window.preferences, self._main).open()

    def write_back(self) -> None:
        """Write the open part back."""
        from ui.sharing.write_back import WriteBack

        opened = self._opened
        if opened is not None and opened.part is not None:
            WriteBack(opened, self._shown, self._window.preferences, self._main).open()

    def take_back(self) -> None:
        """Choose part files and show what joining them would do."""
        opened = self._opened
        if opened is None or opened.part is not None:
            return
        if paths := self._ask_for_parts():
            from ui.sharing.join_page import Returned

            self._show_join(Returned(), paths)

    def compare(self) -> None:
        """Ask for another copy and show it beside ours."""
        from ui.sharing.compare_dialog import CompareDialog

        opened, workspace = self._opened, self._window.workspace
        if opened is None or workspace is None:
            return
        dialog = CompareDialog(opened, workspace, self._main)
        dialog.chosen.connect(self._compare)
        dialog.open()

    def open_part(self, path: Path) -> bool:
        """Show what can be done with a part file; False when it is another file."""
        from ui.sharing.part_files import is_part

        workspace = self._window.workspace
        if workspace is None or not is_part(path):
            return False
        from ui.sharing.part_dialog import PartDialog

        dialog = PartDialog(path, workspace, self._main)
        dialog.opened.connect(self._window.open_assessment)
        dialog.join_requested.connect(lambda found, part: self._join_one(found, path, part))
        dialog.compare_requested.connect(lambda found, part: self._compare_part(found, path, part))
        dialog.open()
        return True

    # Pages.

    def leave(self) -> None:
        """Back to the questionnaire; what was chosen and not joined is forgotten."""
        page, self.page = self.page, None
        self._again = None
        self._over = False
        if page is not None:
            self._window.show_instead_of(page)

    def forget_page(self) -> QWidget | None:
        """Every page is built anew: this one goes, and `show_again` makes the next."""
        page, self.page = self.page, None
        if self._over:
            self._again, self._over = None, False
        return page

    def show_again(self) -> None:
        """Make the page anew, with what was chosen on it."""
        if self._again is not None:
            self._again()

    def _join_one(self, assessment_id: str, path: Path, part: object) -> None:
        from ui.sharing.join_page import Returned
        from wb6assess.session.parts import Part

        assert isinstance(part, Part)
        if self._at(assessment_id):
            self._show_join(Returned({path: part}))

    def _compare_part(self, assessment_id: str, path: Path, part: object) -> None:
        from ui.sharing.compare_page import OtherCopy
        from wb6assess.session.parts import Part

        assert isinstance(part, Part)
        if self._at(assessment_id):
            self._compare(OtherCopy(part.document, self.tr("The other copy"), path.name))

    def _at(self, assessment_id: str) -> bool:
        """Open an assessment unless it is open already; False when that cannot be now."""
        page = self._window.questionnaire
        if page is None or page.opened.id != assessment_id:
            self._window.open_assessment(assessment_id)
        return self._opened is not None

    def _show_join(self, returned: object, paths: list[Path] | None = None) -> None:
        from ui.sharing.join_page import JoinPage, Returned

        questionnaire, workspace = self._window.questionnaire, self._window.workspace
        assert isinstance(returned, Returned)
        if questionnaire is None or workspace is None:
            return
        try:
            page = JoinPage(questionnaire, workspace.library, returned)
        except AppError as error:
            self._window.complain(error)
            return
        page.files_requested.connect(lambda: page.read(self._ask_for_parts()))
        self._again = lambda: self._show_join(returned)
        self._show(page)
        page.read(paths or [])

    def _compare(self, other: object) -> None:
        from ui.sharing.entries import Picks

        self._show_comparison(other, Picks())

    def _show_comparison(self, other: object, picks: object) -> None:
        from ui.sharing.compare_page import ComparePage, OtherCopy
        from ui.sharing.entries import Picks

        questionnaire = self._window.questionnaire
        assert isinstance(other, OtherCopy)
        assert isinstance(picks, Picks)
        if questionnaire is None:
            return
        try:
            page = ComparePage(questionnaire, other, picks)
        except AppError as error:
            self._window.complain(error)
            return
        self._again = lambda: self._show_comparison(other, picks)
        self._show(page)

    def _show(self, page: "ChoicePage") -> None:
        page.back_requested.connect(self.leave)
        page.joined.connect(self._joined)
        old, self.page = self.page, page
        self._window.show_over(page)
        if old is not None:
            old.deleteLater()
        page.take_focus()

    def _joined(self) -> None:
        self._over = True
        self._window.show_again()

    def _ask_for_parts(self) -> list[Path]:
        kinds = self.tr("Parts of questionnaires") + " (*.wb6part.json *.json)"
        every = self.tr("All files") + " (*)"
        title = self.tr("Take parts back")
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getOpenFileNames(self._main, title, "", f"{kinds};;{every}")
        return [Path(path) for path in chosen]
