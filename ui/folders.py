"""Where files go, and how a folder is called on screen."""

from pathlib import Path

from PySide6.QtCore import QDir, QSettings, QStandardPaths

_KEY = "outputs/folder"


def output_folder(settings: QSettings) -> Path:
    """The folder chosen last; "WB6" in the person's documents at first."""
    known = settings.value(_KEY, "")
    if isinstance(known, str) and known:
        return Path(known)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents or QDir.homePath()) / "WB6"


def remember_output_folder(settings: QSettings, folder: Path) -> None:
    """Use this folder from now on."""
    settings.setValue(_KEY, str(folder))


def folder_words(folder: Path) -> str:
    """Such as "Documents / WB6" for a folder of the person's own, else the platform's spelling."""
    home = Path(QDir.homePath())
    if folder != home and folder.is_relative_to(home):
        return " / ".join(folder.relative_to(home).parts)
    return QDir.toNativeSeparators(str(folder))
