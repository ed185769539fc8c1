"""The assessments as a table: for whoever has more than a dozen."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ui.desk.table.content import Cell, Column, Row, TableContent
from ui.desk.table.view import DeskTable
from ui.marks import Mark
from ui.overview.words import edited_words, note_words
from ui.theme import Style

if TYPE_CHECKING:
    from wb6assess.session.workspace import AssessmentInfo

_EDITED = "edited"


class AssessmentTable(DeskTable):
    """One line for each assessment; Enter, Space or a click opens it, a click on a head sorts.

    Signals:
        assessment_requested: Carries an assessment id.
    """

    assessment_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.setAccessibleName(self.tr("Assessments"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.show_content(TableContent(self.accessibleName(), self._columns()))
        self.sort_by(_EDITED, descending=True)
        self.row_opened.connect(self.assessment_requested)
        self.clicked.connect(self._open)

    def show_assessments(
        self,
        infos: Sequence["AssessmentInfo"],
        countries: Mapping[str, str],
        now: datetime,
        divided: Mapping[str, str],
    ) -> None:
        """Show other assessments; the order chosen by the person stays."""
        rows = [self._row(info, countries, now, divided.get(info.id, "")) for info in infos]
        self.show_content(TableContent(self.accessibleName(), self._columns(), rows))
        self.setCurrentIndex(self.model().index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space opens, as Enter does."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers() and self.current_key:
            self.assessment_requested.emit(self.current_key)
            return
        super().keyPressEvent(event)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("title", self.tr("Questionnaire"), share=24),
            Column("country", self.tr("Country")),
            Column("round", self.tr("Round"), spare=2),
            Column("expert", self.tr("Expert"), spare=1, middle=True),
            Column("revision", self.tr("Revision"), right=True, spare=4),
            Column("answered", self.tr("Answered"), right=True),
            Column("note", self.tr("Most urgent"), share=26),
            Column(_EDITED, self.tr("Last edited"), spare=3),
        )

    def _row(
        self, info: "AssessmentInfo", countries: Mapping[str, str], now: datetime, divided: str
    ) -> Row:
        key = info.identity
        mark, note = note_words(info)
        note = ". ".join(filter(None, (note, divided)))
        country, edited = countries.get(key.country, key.country), edited_words(info, now)
        share = info.done / info.asked if info.asked else 0.0
        spoken = self.tr(
            "{title}, {country}, round {round}, {expert}, revision {revision}, {done} of {asked}"
            " answered. {note} {edited}"
        ).format(
            title=info.title, country=country, round=key.round, expert=key.expert,
            revision=info.revision, done=info.done, asked=info.asked, note=note and note + ".",
            edited=edited,
        )  # fmt: skip
        cells = (
            Cell(info.title, style=Style.BODY_MEDIUM),
            Cell(country, role="ink2"),
            Cell(key.round, role="ink2"),
            Cell(key.expert, role="ink2"),
            Cell(str(info.revision), float(info.revision), role="ink2"),
            Cell(f"{info.done} / {info.asked}", share),
            Cell(note, f"{_urgency(mark)}{note}", mark=mark),
            Cell(edited, info.updated_at.timestamp(), role="ink2"),
        )
        return Row(info.id, cells, lambda: " ".join(spoken.split()))

    def _open(self, index: QModelIndex) -> None:
        self.assessment_requested.emit(self.row_at(index).key)


def _urgency(mark: Mark | None) -> int:
    order = (Mark.COMMENT, Mark.BLOCKS, Mark.FLAGGED, Mark.COMPLETE, None)
    return order.index(mark) if mark in order else len(order)
