"""Where the data lie, and where files are written."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.files.folders import folder_words, output_folder
from ui.preferences import Preferences
from ui.theme import Style, px
from ui.widgets.button import Button
from ui.widgets.labels import Words
from ui.widgets.textbox import LineField


class FolderList(QWidget):
    """Two folders; the one for exports can be another."""

    def __init__(self, preferences: Preferences, data: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences, self._data = preferences, data
        self._exports = self._field(self.tr("Folder for exports"), output_folder(preferences))
        choose = Button(self.tr("Choose…"))
        choose.setAccessibleName(self.tr("Choose the folder for exports"))
        choose.clicked.connect(self._choose)
        show = Button(self.tr("Open folder"))
        show.setAccessibleName(self.tr("Open the folder with your data"))
        show.clicked.connect(lambda: open_folder(data))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        self._put(column, self.tr("Exports are written to"), self._exports, choose)
        column.addSpacing(px(6))
        place = self._field(self.tr("Folder with your data"), data)
        self._put(column, self.tr("Your data lie in"), place, show)

    @staticmethod
    def _put(column: QVBoxLayout, label: str, field: LineField, button: Button) -> None:
        column.addWidget(Words(label, Style.SMALL, "ink2"))
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(field, 1)
        row.addWidget(button)
        column.addLayout(row)

    @staticmethod
    def _field(name: str, folder: Path) -> LineField:
        field = LineField()
        field.setReadOnly(True)
        field.setAccessibleName(name)
        field.show_text(folder_words(folder))
        field.setToolTip(str(folder))
        return field

    def _choose(self) -> None:
        start = nearest(output_folder(self._preferences))
        title = self.tr("Folder for exports")
        chosen = QFileDialog.getExistingDirectory(self, title, str(start))
        if chosen:
            self._preferences.output_folder = chosen
            self._exports.show_text(folder_words(Path(chosen)))
            self._exports.setToolTip(chosen)


def nearest(folder: Path) -> Path:
    """The folder, or the first above it that exists."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder


def open_folder(folder: Path) -> None:
    """Show a folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(nearest(folder))))
