"""The disagreement room: one of three tables; above that of agreement, its chart."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from exports.sketch import AnySketch
from ui.charts.view import ChartView
from ui.desk.choices import Choices
from ui.desk.disagreement.sketches import agreement
from ui.desk.disagreement.tables import (
    REGION,
    agreement_of,
    experts_content,
    ranked_content,
    reliability_content,
)
from ui.desk.room import DeskRoom, Empty, flow
from ui.desk.state import DeskState
from ui.desk.table.content import TableContent
from ui.desk.table.view import DeskTable
from ui.icons import Icon
from ui.theme import Style, px
from ui.widgets.button import Button, Kind
from ui.widgets.labels import Words
from ui.widgets.segment import Choice, Segment
from wb6assess.reports.desk.disagreement import contested
from wb6assess.scoring.consensus import Agreement

_WIDEST = 900
"""Design px; in a wider chart the limits are far from their figures."""

RANKED, RELIABILITY, EXPERTS = "ranked", "reliability", "experts"


class DisagreementRoom(DeskRoom):
    """What experts disagree on most, how far they agree, and who stands apart.

    Signals:
        counted: How many indicators they disagree on, for the sidebar.
    """

    counted = Signal(int)
    analysis = True

    def __init__(self, state: DeskState, parent: QWidget | None = None) -> None:
        super().__init__(state, self.tr("Disagreement"), parent=parent)
        self.choices = Choices(state, self)
        self.which = Segment(
            [
                Choice(RANKED, self.tr("Look first")),
                Choice(RELIABILITY, self.tr("Reliability")),
                Choice(EXPERTS, self.tr("Experts")),
            ]
        )
        self.which.setAccessibleName(self.tr("Which table"))
        self.which.show_key(RANKED)
        self.which.chosen.connect(lambda _key: self.refresh())
        self._every = Button(self.tr("All instruments"), Kind.QUIET)
        self._every.setCheckable(True)
        self._every.toggled.connect(lambda _on: self.refresh())
        self.table = DeskTable(self.tr("Disagreement"))
        self.table.row_opened.connect(self._go)
        self.chart = ChartView(self.tr("Agreement between experts"))
        self.chart.setMaximumWidth(px(_WIDEST))
        self.chart.chosen.connect(self.table.choose)
        self.table.row_shown.connect(self.chart.choose)
        self._sketch: AnySketch | None = None
        self._open = Button(self.tr("Show in the matrix"), Kind.QUIET, icon=Icon.MATRIX)
        self._open.clicked.connect(lambda: self._go(self.table.current_key))
        self._none = Empty()
        self._none.wanted.connect(self.help_out)
        self._below = Words("", Style.SMALL, "ink2")
        choices = self.choices
        parts = (self.which, choices.instrument, self._every, choices.round, choices.country, self._open)
        self._row = flow(*parts)
        self.body.addWidget(self._row)
        self.body.addWidget(self._none)
        self.body.addWidget(self.chart)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._below)

    def show_state(self) -> None:
        """Show the table asked for."""
        self.choices.show_state()
        self._open.setVisible(self.which.key == RANKED)
        self.choices.instrument.setVisible(not self._every.isChecked())
        self._row.rearrange()
        content = self._makers()[self.which.key](self.state, self._every.isChecked())
        self.table.setAccessibleName(content.title)
        self.table.show_content(content)
        self._draw()
        self.table.setVisible(bool(content.rows))
        self._none.setVisible(not content.rows)
        words = self.tr("Nothing to show: no indicator was rated twice and differently.")
        self._none.say(words, self.tr("Go to the inbox"))
        self._below.setText(" ".join(content.notes))
        self.counted.emit(self._disagreed())

    def _makers(self) -> dict[str, Callable[[DeskState, bool], TableContent]]:
        return {RANKED: ranked_content, RELIABILITY: reliability_content, EXPERTS: experts_content}

    def _draw(self) -> None:
        """The questionnaire's countries, or every questionnaire in the region."""
        drawn, every = self.which.key == RELIABILITY, self._every.isChecked()
        self.chart.setVisible(drawn)
        self._sketch = None
        if not drawn:
            return
        found = agreement_of(self.state, every)
        rows = {
            key: (title if every else where, each)
            for key, (title, where, each) in found.items()
            if not every or key.endswith(f"/{REGION}")
        }
        node = self.tr("Region") if every else self.state.shown().title
        words = self.tr("Agreement between experts: {node}").format(node=node)
        self._sketch = agreement(words, rows)
        self.chart.show_rows(self._sketch, self.table.current_key)

    def _disagreed(self) -> int:
        """Indicators of all instruments that experts disagree on and no meeting settled."""
        result = self.state.result
        assert result is not None  # shown only with one
        every = contested(result.scores, result.instruments, result.scores.countries)
        return sum(
            row.consensus.agreement is Agreement.DISAGREEMENT and (not row.decided or row.stale)
            for row in every
        )

    def _go(self, key: str) -> None:
        if self.which.key != RANKED or not key:
            return
        country, instrument, item = key.split("/")
        self.state.point_at(instrument, country, item)

    def subtitle(self) -> str:
        """What the table in sight is about."""
        return {
            RANKED: self.tr("Effective weight × range: where agreement would matter most."),
            RELIABILITY: self.tr("How far the experts' raw levels agree, before any meeting."),
            EXPERTS: self.tr("What each expert handed in. For coordinators only."),
        }[self.which.key]

    def note_words(self) -> Sequence[str]:
        """No band stands here; the star may."""
        return self.status_note()

    def charts(self) -> Sequence[AnySketch]:
        """The chart in sight."""
        return () if self._sketch is None else (self._sketch,)

    def tables(self) -> Sequence[TableContent]:
        """The table in sight."""
        return (self.table.content,)
