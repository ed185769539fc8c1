"""Which questionnaire to preview, and with which country's rules."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.theme import Style
from ui.titles import Titles
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.dialog import Dialog, labelled
from ui.widgets.labels import Words
from wb6assess.errors import AppError
from wb6assess.instruments.library import Library


class PreviewDialog(Dialog):
    """Asks what to preview.

    Signals:
        chosen: Carries the questionnaire's id and the country's code.
    """

    chosen = Signal(str, str)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Preview a questionnaire"), self.tr("Open the preview"), 460, parent)
        framework = library.framework
        self._instrument = ChoiceBox([])
        self._country = ChoiceBox([(country.code, country.name) for country in framework.countries])
        self.body.addLayout(labelled(self.tr("Questionnaire"), self._instrument))
        self.body.addLayout(labelled(self.tr("Rules of"), self._country))
        words = self.tr("To try a questionnaire out. Nothing is kept, and nothing can be handed in.")
        self.body.addWidget(Words(words, Style.SMALL, "ink2"))
        self.primary.clicked.connect(self._choose)
        self.primary.setEnabled(False)
        titles = Titles(library, self)
        titles.read.connect(self._show_titles)
        titles.failed.connect(self.show_error)

    def _show_titles(self, titles: Mapping[str, str], errors: Mapping[str, AppError]) -> None:
        self._instrument.offer(list(titles.items()))
        self.primary.setEnabled(bool(titles))
        if errors:
            self.show_error(next(iter(errors.values())))

    def _choose(self) -> None:
        self.accept()
        self.chosen.emit(self._instrument.key, self._country.key)
