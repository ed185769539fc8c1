"""Where files go, and how a folder is called on screen."""

from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths

from ui.preferences import Preferences


def output_folder(preferences: Preferences) -> Path:
    """The folder chosen last; "WB6" in the person's documents at first."""
    if preferences.output_folder:
        return Path(preferences.output_folder)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents or QDir.homePath()) / "WB6"


def folder_words(folder: Path) -> str:
    """Such as "Documents / WB6" for a folder of the person's own, else the platform's spelling."""
    home = Path(QDir.homePath())
    if folder != home and folder.is_relative_to(home):
        return " / ".join(folder.relative_to(home).parts)
    return QDir.toNativeSeparators(str(folder))
