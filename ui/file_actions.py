"""Open file and Export, as the menus and Home ask for them."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.preferences import Preferences

if TYPE_CHECKING:
    from ui.open_file import OpenFile
    from wb6assess.session.open_assessment import OpenAssessment
    from wb6assess.session.workspace import Workspace


def _tr(text: str) -> str:
    return QCoreApplication.translate("FileActions", text)


def ask_for_file(window: QWidget) -> Path | None:
    """Let the person choose a file; None when they do not."""
    kinds = _tr("Answers, workbooks, packages") + " (*.json *.xlsx *.wb6)"
    every = _tr("All files") + " (*)"
    chosen, _ = QFileDialog.getOpenFileName(window, _tr("Open file"), "", f"{kinds};;{every}")
    return Path(chosen) if chosen else None


def open_file(path: Path, workspace: "Workspace", window: QWidget) -> "OpenFile":
    """The dialog for a file the person chose, shown; its signals say what became of it."""
    from ui.open_file import OpenFile

    dialog = OpenFile(path, workspace, window)
    dialog.open()
    return dialog


def export(opened: "OpenAssessment", preferences: Preferences, window: QWidget) -> None:
    """Ask which files to write."""
    from ui.export_dialog import ExportDialog

    ExportDialog(opened, preferences, window).open()
