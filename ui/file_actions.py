"""How assessments come in and files go out, as menus, Home and dropped files ask for it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from wb6assess.errors import AppError

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class FileActions(QObject):
    """Opens the dialogs and passes on what becomes of them."""

    def __init__(self, main: "MainWindow") -> None:
        super().__init__(main)
        self._main = main

    def new_assessment(self) -> None:
        """Ask for country, questionnaire and round."""
        from ui.new_assessment import NewAssessment

        workspace = self._main.ready_workspace()
        if workspace is None:
            return
        dialog = NewAssessment(workspace, self._main)
        dialog.created.connect(self._created)
        dialog.open()

    def open_file(self) -> None:
        """Take answers from a file, into a draft or a new assessment."""
        workspace = self._main.ready_workspace()
        if workspace is None:
            return
        # What is being typed counts when the file's answers are compared.
        self._main.flush()
        path = self._ask_for_file()
        if path is None or self._main.sharing.open_part(path):
            return
        from ui.open_file import OpenFile

        dialog = OpenFile(path, workspace, self._main)
        dialog.filled.connect(self._main.open_assessment)
        dialog.created.connect(self._created)
        dialog.open()

    def export(self) -> None:
        """Write files of the open assessment as it is now."""
        from ui.export_dialog import ExportDialog

        page = self._main.questionnaire
        if page is None:
            return
        page.flush()
        ExportDialog(page.opened, self._main.preferences, self._main).open()

    def make_sample(self) -> None:
        """An assessment with invented answers, marked as such everywhere."""
        from ui.sample import sample_assessment

        workspace = self._main.ready_workspace()
        if workspace is None:
            return
        try:
            created = sample_assessment(workspace)
        except AppError as error:
            self._main.complain(error)
            return
        self._main.open_assessment(created)

    def _created(self, assessment_id: str) -> None:
        self._main.show_assessments()
        self._main.open_assessment(assessment_id)

    def _ask_for_file(self) -> Path | None:
        kinds = self.tr("Answers, workbooks, packages") + " (*.json *.xlsx *.wb6)"
        every = self.tr("All files") + " (*)"
        title = self.tr("Open file")
        chosen, _ = QFileDialog.getOpenFileName(self._main, title, "", f"{kinds};;{every}")
        return Path(chosen) if chosen else None
