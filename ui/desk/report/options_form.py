"""What the report is about: countries, questionnaires, language, threshold, status note, files."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.desk.choices import WideBox, offer
from ui.desk.state import DeskState
from ui.language import LANGUAGE_NAMES
from ui.theme import Style, px
from ui.verbs.regional import RegionalFile
from ui.widgets.check_row import CheckRow
from ui.widgets.dialog import labelled
from ui.widgets.labels import Words
from wb6assess.session.desk.report_options import ReportOptions

_MOST = 10
"""Largest anonymity threshold offered."""


class OptionsForm(QWidget):
    """The coordinator's choices; everything is ticked at first.

    Signals:
        changed: Something else was chosen.
    """

    changed = Signal()

    def __init__(self, state: DeskState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        framework = state.workspace.library.framework
        self._countries = self._rows(
            {item.code: state.country_name(item.code) for item in framework.countries}
        )
        self._instruments = self._rows({key: key for key in state.workspace.library.ids()})
        self._files = self._rows(self._file_words())
        self._language = WideBox(self.tr("Language of the questionnaires' texts"), 180, 300)
        self._language.picked.connect(self._chosen)
        self._threshold = WideBox(self.tr("Anonymity threshold"), 180, 300)
        self._threshold.picked.connect(self._chosen)
        self._note = CheckRow(self.tr("Status footnote"))
        self._note.setChecked(True)
        self._note.clicked.connect(self._chosen)
        self._put_together()

    def _file_words(self) -> Mapping[str, str]:
        """Every file that can be written, the ones anybody may have first."""
        return {
            RegionalFile.PAPER: self.tr("Report (.pdf)"),
            RegionalFile.WORD: self.tr("Report (.docx)"),
            RegionalFile.PUBLIC: self.tr("Public workbook (.xlsx)"),
            RegionalFile.BRIEFS: self.tr("Country briefs (.docx)"),
            RegionalFile.HANDOUT: self.tr("Handout for a round table (.docx)"),
            RegionalFile.PUBLIC_TIDY: self.tr("Public data (.csv)"),
            RegionalFile.WORKBOOK: self.tr("Coordinator's workbook (.xlsx)"),
            RegionalFile.TIDY: self.tr("All data (.csv), with what experts wrote"),
            RegionalFile.DATA: self.tr("All figures for programs (.json)"),
        }

    def _rows(self, words: Mapping[str, str]) -> dict[str, CheckRow]:
        rows = {}
        for key, text in words.items():
            row = rows[key] = CheckRow(text)
            row.setChecked(True)
            row.clicked.connect(self._chosen)
        return rows

    def _put_together(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(32))
        grid.setVerticalSpacing(px(16))
        grid.addLayout(_part(self.tr("Countries"), list(self._countries.values())), 0, 0)
        grid.addLayout(_part(self.tr("Instruments"), list(self._instruments.values())), 0, 1)
        grid.addLayout(self._file_part(), 1, 0)
        language = labelled(self.tr("Language of the questionnaires' texts"), self._language)
        hint = self.tr("Cells of fewer experts are printed as “c”.")
        threshold = labelled(self.tr("Experts a public figure needs at least"), self._threshold, hint)
        options = QVBoxLayout()
        options.setSpacing(px(10))
        options.addWidget(Words(self.tr("How"), Style.SECTION))
        options.addLayout(language)
        options.addLayout(threshold)
        options.addWidget(self._note)
        options.addStretch(1)
        grid.addLayout(options, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def _file_part(self) -> QVBoxLayout:
        """What may be passed on, after disclosure control, and what stays here."""
        public = [row for key, row in self._files.items() if RegionalFile(key).public]
        own = [row for key, row in self._files.items() if not RegionalFile(key).public]
        column = _part(self.tr("Files for everybody, after disclosure control"), public)
        column.addSpacing(px(8))
        column.addLayout(_part(self.tr("Files for the coordinator, not to pass on"), own))
        return column

    def show_state(self) -> None:
        """Name what there is now; what was ticked stays."""
        result = self._state.result
        if result is None:
            return
        for key, row in self._instruments.items():
            known = key in result.instruments
            row.setVisible(known)
            if known:
                row.rename(self._state.shown(key).title, self.tr("Instruments"))
        tags = ["en"]
        for key in result.instruments:
            tags += self._state.workspace.library.languages(key)
        languages = [(tag, LANGUAGE_NAMES.get(tag, tag)) for tag in dict.fromkeys(tags)]
        offer(self._language, languages, self._language.key or self._state.language)
        least = result.framework.parameters.k_min_experts
        numbers = [(str(n), str(n)) for n in range(least, _MOST + 1)]
        offer(self._threshold, numbers, self._threshold.key or str(least))

    @property
    def options(self) -> ReportOptions:
        """What was chosen; everything ticked is the empty choice."""
        return ReportOptions(
            countries=_ticked(self._countries),
            instruments=_ticked(self._instruments),
            language=self._language.key or "en",
            threshold=int(self._threshold.key) if self._threshold.key else None,
            status_note=self._note.isChecked(),
        )

    @property
    def files(self) -> tuple[RegionalFile, ...]:
        """The files to write."""
        return tuple(RegionalFile(key) for key, row in self._files.items() if row.isChecked())

    @property
    def missing(self) -> str:
        """What must be ticked first, as a sentence; "" when nothing is missing."""
        if not any(row.isChecked() for row in self._countries.values()):
            return self.tr("Tick at least one country.")
        if not any(row.isChecked() for row in self._instruments.values()):
            return self.tr("Tick at least one instrument.")
        return "" if self.files else self.tr("Tick at least one file.")

    def lock(self, locked: bool) -> None:
        """Show without letting change while files are being written."""
        rows = (*self._countries.values(), *self._instruments.values(), *self._files.values())
        for row in (*rows, self._note):
            row.setEnabled(not locked)
        for box in (self._language, self._threshold):
            box.setEnabled(not locked)

    def _chosen(self) -> None:
        self.changed.emit()


def _ticked(rows: Mapping[str, CheckRow]) -> tuple[str, ...]:
    ticked = tuple(key for key, row in rows.items() if row.isChecked())
    return () if len(ticked) == len(rows) else ticked


def _part(title: str, rows: Sequence[CheckRow]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(Words(title, Style.SECTION))
    for row in rows:
        column.addWidget(row)
    column.addStretch(1)
    return column
