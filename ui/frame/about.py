"""About: which versions this is made of, and where the data lie."""

import platform
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.error_words import error_words
from ui.files.folders import folder_words
from ui.text import text_width
from ui.theme import Style, px
from ui.widgets.button import Button
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Words
from wb6assess import __version__
from wb6assess.errors import AppError
from wb6assess.model.framework import METHODOLOGY

if TYPE_CHECKING:
    from wb6assess.instruments.library import Library


class AboutDialog(Dialog):
    """Versions of program, method, questionnaires and what they stand on."""

    def __init__(self, folder: Path, library: "Library | None", parent: QWidget | None = None) -> None:
        """`library` is None when the workspace could not be opened."""
        super().__init__(self.tr("About WB6 Assess"), "", 560, parent)
        self._folder = folder
        rows = self._rows(library)
        self._text = "\n".join(f"{name}: {value}" for name, value in rows)
        table = QGridLayout()
        table.setHorizontalSpacing(px(16))
        table.setVerticalSpacing(px(6))
        widest = max(text_width(name, Style.BODY) for name, _ in rows) + px(2)
        table.setColumnMinimumWidth(0, widest)
        table.setColumnStretch(1, 1)
        for y, (name, value) in enumerate(rows):
            table.addWidget(Words(name, Style.BODY, "ink2"), y, 0, Qt.AlignmentFlag.AlignTop)
            words = Words(value, Style.BODY)
            words.setAccessibleName(f"{name}: {value}")
            table.addWidget(words, y, 1)
        what = self.tr(
            "Questionnaires, scores and regional reports on how far the six Western Balkan countries"
            " are aligned. Bands are the project's own; nothing is sent anywhere."
        )
        self.body.addWidget(Words(what, Style.BODY, widest=520))
        self.body.addLayout(table)
        self.primary.setVisible(False)
        self.leave.rename(self.tr("Close"))
        show = Button(self.tr("Open folder"))
        show.setAccessibleName(self.tr("Open the folder with your data"))
        show.clicked.connect(self._open_folder)
        copy = Button(self.tr("Copy versions"))
        copy.clicked.connect(self._copy)
        self.footer.insertWidget(0, show)
        self.footer.insertWidget(1, copy)

    def _rows(self, library: "Library | None") -> list[tuple[str, str]]:
        return [
            (self.tr("Program"), __version__),
            (self.tr("Methodology"), METHODOLOGY),
            *self._questionnaires(library),
            (self.tr("Python, Qt"), f"{platform.python_version()}, {qVersion()}"),
            (self.tr("System"), platform.platform(terse=True)),
            (self.tr("Your data"), folder_words(self._folder)),
            (self.tr("Licence"), "EUPL-1.2"),
        ]

    def _questionnaires(self, library: "Library | None") -> list[tuple[str, str]]:
        if library is None:
            return []
        found = []
        label = self.tr("Questionnaires")
        for instrument_id in library.ids():
            try:
                words = f"{instrument_id} {library.versions(instrument_id)[0]}"
            except AppError as error:
                words = error_words(error)
            found.append(words)
        return [(label, ", ".join(found))]

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
