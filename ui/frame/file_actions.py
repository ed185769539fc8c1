"""How assessments come in and files go out, as menus, Home and dropped files ask for it."""

from pathlib import Path

from PySide6.QtCore import QObject

from ui.host import Host
from ui.sharing.sharing import Sharing
from wb6assess.errors import AppError

_LARGEST_RETURN = 20_000_000
"""As `wb6assess.exchange.queries` takes, which is imported only for such a file."""


class FileActions(QObject):
    """Opens the dialogs and passes on what becomes of them."""

    def __init__(self, host: Host, sharing: Sharing) -> None:
        super().__init__(host)
        self._host, self._sharing = host, sharing

    def new_assessment(self) -> None:
        """Ask for country, questionnaire and round."""
        from ui.overview.new_assessment import NewAssessment

        workspace = self._host.ready_workspace()
        if workspace is None:
            return
        dialog = NewAssessment(workspace, self._host)
        dialog.created.connect(self._created)
        dialog.open()

    def open_file(self) -> None:
        """Take answers from a file, into a draft or a new assessment."""
        workspace = self._host.ready_workspace()
        if workspace is None:
            return
        # What is being typed counts when the file's answers are compared.
        self._host.flush()
        path = self._ask_for_file()
        if path is None or self._sharing.open_part(path) or self._open_return(path):
            return
        from ui.files.open_file import OpenFile

        dialog = OpenFile(path, workspace, self._host)
        dialog.filled.connect(self._host.open_assessment)
        dialog.created.connect(self._created)
        dialog.open()

    def export(self) -> None:
        """Write files of the open assessment as it is now."""
        from ui.files.export_dialog import ExportDialog

        page = self._host.questionnaire
        if page is None or not page.all_stored():
            return  # what is on screen only would be missing in the files
        language = page.languages.first
        ExportDialog(page.opened, self._host.preferences, language, self._host).open()

    def print_blank(self) -> None:
        """Write an empty questionnaire, to think on paper or to fill in a spreadsheet program."""
        from ui.files.blank_dialog import BlankDialog

        workspace = self._host.ready_workspace()
        if workspace is not None:
            preferences = self._host.preferences
            language = preferences.question_languages[0]
            BlankDialog(workspace.library, preferences, language, self._host).open()

    def make_sample(self) -> None:
        """An assessment with invented answers, marked as such everywhere."""
        from ui.overview.sample import sample_assessment

        workspace = self._host.ready_workspace()
        if workspace is None:
            return
        try:
            created = sample_assessment(workspace)
        except AppError as error:
            self._host.complain(error)
            return
        self._host.open_assessment(created)

    def _open_return(self, path: Path) -> bool:
        """Show what a file of the coordinator brings; False when it is another file."""
        from ui.files.file_kinds import QUERIES, says

        workspace = self._host.workspace
        if workspace is None or not says(path, QUERIES, _LARGEST_RETURN):
            return False
        from ui.queries.return_dialog import ReturnDialog

        dialog = ReturnDialog(path, workspace, self._host)
        dialog.taken.connect(self._taken)
        dialog.open()
        return True

    def _taken(self, assessment_id: str) -> None:
        """Go to the first question that waits for a reply."""
        self._host.show_assessments()
        self._host.open_assessment(assessment_id)
        page = self._host.questionnaire
        if page is None:
            return
        waiting = (query.indicator for query in page.opened.queries if not query.reply)
        if item := next(waiting, ""):
            page.go_to(item)

    def _created(self, assessment_id: str) -> None:
        self._host.show_assessments()
        self._host.open_assessment(assessment_id)

    def _ask_for_file(self) -> Path | None:
        kinds = self.tr("Answers, workbooks, packages, queries") + " (*.json *.xlsx *.wb6 *.wb6q)"
        every = self.tr("All files") + " (*)"
        title = self.tr("Open file")
        # Kinds of widgets cost their time when they are first named: not before the first paint.
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getOpenFileName(self._host, title, "", f"{kinds};;{every}")
        return Path(chosen) if chosen else None
