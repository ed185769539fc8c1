"""Which files the inbox lists: all or the last import; all, those that need somebody, one outcome."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.desk.choices import WideBox, offer
from ui.desk.inbox.lines import listed, needing, outcome_options, outcome_signs
from ui.desk.inbox.words import NEEDS_YOU
from ui.desk.room import flow
from ui.desk.signs import Signs
from ui.marks import Mark
from ui.theme import px
from ui.widgets.segment import Choice, Segment
from wb6assess.session.desk.consolidation import FileReport, Outcome

ALL, NEEDS = "all", "needs"
EVERYTHING, LAST = "all", "last"


class Sifting(QWidget):
    """Counts with marks, a segment beside them, and below the boxes with the room's buttons.

    Signals:
        source_changed: Everything received or the last import.
        sieve_changed: Other outcomes.
    """

    source_changed = Signal()
    sieve_changed = Signal()

    def __init__(self, buttons: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signs = Signs()
        self._which = Segment(
            [Choice(ALL, self.tr("All"), 0), Choice(NEEDS, self.tr("Needs you"), 0, Mark.LOOK)]
        )
        self._which.setAccessibleName(self.tr("Which files"))
        self._which.show_key(ALL)
        self._which.chosen.connect(self._sift)
        self._source = WideBox(self.tr("Where from"))
        self._source.picked.connect(lambda _key: self.source_changed.emit())
        self._outcome = WideBox(self.tr("Filter by outcome"))
        self._outcome.picked.connect(self._pick_outcome)
        offer(self._source, [(EVERYTHING, "")], EVERYTHING)
        offer(self._outcome, [("", "")], "")
        top = QHBoxLayout()
        top.setSpacing(px(12))
        top.addWidget(self._signs, 1)
        top.addWidget(self._which)
        self._row = flow(self._source, self._outcome, *buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(top)
        column.addWidget(self._row)

    @property
    def source(self) -> str:
        """`EVERYTHING` or `LAST`."""
        return self._source.key or EVERYTHING

    @property
    def outcomes(self) -> frozenset[Outcome]:
        """What is listed; empty for everything but stray files."""
        if self._which.key == NEEDS:
            return NEEDS_YOU
        return frozenset({Outcome(self._outcome.key)}) if self._outcome.key else frozenset()

    def offer_sources(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer these; the chosen one stays where it is still there."""
        keys = [key for key, _ in options]
        offer(self._source, list(options), self.source if self.source in keys else keys[0])

    def show_newest(self) -> None:
        """List the whole last import."""
        offer(self._source, [(LAST, "")], LAST)
        self.show_all()

    def show_all(self) -> None:
        """List every outcome."""
        self._which.show_key(ALL)
        offer(self._outcome, [("", "")], "")

    def show_counts(self, reports: Sequence[FileReport]) -> None:
        """Count what the source holds."""
        self._signs.show_signs(outcome_signs(reports))
        self._which.show_counts([len(listed(reports)), needing(reports)])
        known, choices = self._outcome.key, outcome_options(reports)
        offer(self._outcome, choices, known if known in {key for key, _ in choices} else "")
        for part in (self._which, self._source, self._outcome):
            part.setVisible(bool(reports))
        self.rearrange()

    def rearrange(self) -> None:
        """Buttons came or went."""
        self._row.rearrange()

    def _sift(self, key: str) -> None:
        if key == NEEDS:
            self._outcome.setCurrentIndex(0)
        self.sieve_changed.emit()

    def _pick_outcome(self, key: str) -> None:
        if key:
            self._which.show_key(ALL)
        self.sieve_changed.emit()
