"""The parts below the intervals, one shown at a time; each shows the country and node looked at."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exports.chart_rows import SwingRow
from ui.desk.robustness.gain_chart import GainChart
from ui.desk.robustness.swing_chart import SwingChart
from ui.desk.robustness.words import actor_words, step_words
from ui.desk.room import flow
from ui.desk.table.content import TableContent
from ui.desk.table.view import DeskTable
from ui.theme import Style, px
from ui.widgets.button import Button
from ui.widgets.labels import Words
from wb6assess.reports.sensitivity import FirstFix

_FIRST = 10


class _Listed(QWidget):
    """A chart of which the first ten rows show until all are asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all = False
        self._more = Button("")
        self._more.clicked.connect(self._toggle)
        self.explain_button = Button(self.tr("How this value came about"))
        self.buttons = flow(self._more, self.explain_button)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(px(10))

    def shown(self, count: int) -> int:
        """How many rows show."""
        self._more.setVisible(count > _FIRST)
        words = self.tr("Show the first ten") if self._all else self.tr("Show all {n}").format(n=count)
        self._more.rename(words)
        self.explain_button.setVisible(count > 0)
        self.buttons.rearrange()
        return count if self._all else _FIRST

    def _toggle(self) -> None:
        self._all = not self._all
        self.show_again()

    def show_again(self) -> None:
        """Show as many rows as are wanted now."""
        raise NotImplementedError


class FixView(_Listed):
    """What to fix first, with the next step and who decides it.

    Signals:
        explain_requested: The person wants to know how an indicator's value came about.
    """

    explain_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fixes: Sequence[FirstFix] = ()
        self._chosen = ""
        self._chart = GainChart()
        self._chart.chosen.connect(self._choose)
        self._step, self._actor = Words("", Style.BODY), Words("", Style.SMALL, "ink2")
        self.explain_button.clicked.connect(lambda: self.explain_requested.emit(self._chosen))
        arithmetic = self.tr("Gains are arithmetic, whatever way scores are aggregated.")
        self._none = Words(self.tr("Nothing to fix: no indicator stands below its target."), Style.BODY)
        for part in (self._none, self._chart, self.buttons, self._step, self._actor):
            self.column.addWidget(part)
        self.column.addWidget(Words(arithmetic, Style.SMALL, "ink3"))

    def show_fixes(self, fixes: Sequence[FirstFix]) -> None:
        """Show another country or node."""
        self._fixes = fixes
        self.show_again()

    def show_again(self) -> None:
        """The rows, and the chosen one's step."""
        fixes = self._fixes[: self.shown(len(self._fixes))]
        if self._chosen not in {fix.indicator for fix in fixes}:
            self._chosen = fixes[0].indicator if fixes else ""
        full = max((fix.gain for fix in fixes), default=0.0)
        self._chart.show_fixes(fixes, full, self._chosen)
        self._chart.setVisible(bool(fixes))
        self._none.setVisible(not fixes)
        self._say()

    def _choose(self, indicator: str) -> None:
        self._chosen = indicator
        self._say()

    def _say(self) -> None:
        fix = next((fix for fix in self._fixes if fix.indicator == self._chosen), None)
        step = fix.next if fix else None
        for part in (self._step, self._actor):
            part.setVisible(fix is not None)
        if fix is not None:
            self._step.setText(f"{fix.indicator}  {fix.title}\n{step_words(step)}")
            self._actor.setText(actor_words(step) if step else "")
            self.explain_button.setToolTip(fix.title)


class SwingView(_Listed):
    """What moves the score, and what leaving an indicator out does.

    Signals:
        explain_requested: The person wants to know how an indicator's value came about.
    """

    explain_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[SwingRow] = ()
        self._chosen = ""
        self._chart = SwingChart()
        self._chart.chosen.connect(self._choose)
        self.explain_button.clicked.connect(lambda: self.explain_requested.emit(self._chosen))
        about = self.tr(
            "Points of the score: the indicator one level down, one level up, or left out as if it were "
            "not applicable."
        )
        self.column.addWidget(Words(about, Style.SMALL, "ink2"))
        self.column.addWidget(self._chart)
        self.column.addWidget(self.buttons)

    def show_swings(self, rows: Sequence[SwingRow]) -> None:
        """Show another country or node."""
        self._rows = rows
        self.show_again()

    def show_again(self) -> None:
        """As many rows as are wanted."""
        rows = self._rows[: self.shown(len(self._rows))]
        if self._chosen not in {row.key for row in rows}:
            self._chosen = rows[0].key if rows else ""
        full = max((max(row.up, -row.down) for row in rows), default=0.0)
        self._chart.show_swings(rows, full, self._chosen)

    def _choose(self, indicator: str) -> None:
        self._chosen = indicator


class TableView(QWidget):
    """A table for coordinators only, with what it means above and below."""

    def __init__(self, name: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = DeskTable(name)
        self._below = Words("", Style.BODY)
        only = Words(
            self.tr("For coordinators only: not in any public output."), Style.SMALL_STRONG, "warn"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(only)
        column.addWidget(Words(about, Style.SMALL, "ink2"))
        column.addWidget(self._table)
        column.addWidget(self._below)

    def show_content(self, content: TableContent, below: str = "") -> None:
        """Show other rows and another sentence."""
        self._table.show_content(content)
        self._table.fit_rows(max(1, len(content.rows)))
        self._below.setText(below)
        self._below.setVisible(bool(below))
