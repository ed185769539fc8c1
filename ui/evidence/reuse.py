"""Use again: evidence that stands behind another question, chosen for this one, too."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.evidence.words import detail_words, title_of
from ui.marks import Mark
from ui.theme import px
from ui.widgets.check_row import CheckRow
from ui.widgets.dialog import Dialog, MarkedWords
from ui.widgets.scroll_body import ScrollBody
from ui.widgets.search import SearchField
from wb6assess.model.assessment import Evidence

if TYPE_CHECKING:
    from wb6assess.session.evidence import EvidenceUse

_SHOWN = 200
"""More than anybody looks through; the search narrows it down."""


class ReuseDialog(Dialog):
    """A searchable list to tick; the ticked items are added.

    Signals:
        chosen: Carries the items as a tuple of Evidence.
    """

    chosen = Signal(object)

    def __init__(self, uses: Sequence["EvidenceUse"], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Use evidence again"), self.tr("Use it here"), 620, parent)
        self._find = SearchField()
        self._find.setPlaceholderText(self.tr("Search titles, numbers, issuers and ids"))
        self._find.setAccessibleName(self.tr("Search evidence"))
        self._find.textChanged.connect(self._filter)
        self._note = MarkedWords(Mark.INFO)
        self._rows: list[tuple[CheckRow, Evidence, str]] = []
        list_of = QVBoxLayout()
        list_of.setContentsMargins(0, 0, px(4), 0)
        list_of.setSpacing(px(2))
        for use in uses:
            row = CheckRow(self._words(use))
            row.clicked.connect(self._ticked)
            list_of.addWidget(row)
            everything = f"{row.text()} {use.evidence.url} {use.evidence.quote} {use.evidence.file}"
            self._rows.append((row, use.evidence, everything.casefold()))
        list_of.addStretch(1)
        inner = QWidget()
        inner.setLayout(list_of)
        self._area = ScrollBody(inner, 420)
        for part in (self._find, self._note, self._area):
            self.body.addWidget(part)
        self.primary.clicked.connect(self._take)
        self._filter("")
        self._ticked()

    def _words(self, use: "EvidenceUse") -> str:
        piece = use.evidence
        where = self.tr("used for {ids}").format(ids=", ".join(use.items))
        return f"{piece.grade}  {title_of(piece)}\n{detail_words(piece)} · {where}"

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        shown = 0
        for row, _, everything in self._rows:
            fits = all(word in everything for word in words) or row.isChecked()
            shown += fits
            row.setVisible(fits and shown <= _SHOWN)
        if not self._rows:
            self._note.say(self.tr("No other question has evidence yet that this one lacks."))
        elif not shown:
            self._note.say(self.tr("No evidence fits this search."))
        elif shown > _SHOWN:
            self._note.say(self.tr("The first {n} are shown; search for the others.").format(n=_SHOWN))
        else:
            self._note.say("")
        self._area.updateGeometry()

    def _ticked(self) -> None:
        n = sum(row.isChecked() for row, _, _ in self._rows)
        self.primary.setEnabled(n > 0)
        words = self.tr("Use it here") if n < 2 else self.tr("Use {n} items here")
        self.primary.rename(words.format(n=n))

    def _take(self) -> None:
        pieces = tuple(piece for row, piece, _ in self._rows if row.isChecked())
        self.accept()
        self.chosen.emit(pieces)
