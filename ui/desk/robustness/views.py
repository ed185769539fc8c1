"""The parts below the intervals, one shown at a time; each shows the country and node looked at."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exports.chart_rows import SwingRow
from exports.sketch import AnySketch
from ui.charts.view import ChartView
from ui.desk.robustness import sketches
from ui.desk.robustness.contents import coordinators_only
from ui.desk.robustness.words import actor_words, step_words
from ui.desk.room import flow
from ui.desk.table.content import TableContent
from ui.desk.table.view import DeskTable
from ui.theme import Style, px
from ui.widgets.button import Button
from ui.widgets.labels import Words
from wb6assess.reports.region.sensitivity import FirstFix

_FIRST = 10


def _tr(text: str) -> str:
    return QCoreApplication.translate("Robustness", text)


class _Listed(QWidget):
    """A chart of which the first ten rows show until all are asked for; one row is chosen.

    Signals:
        explain_requested: The person wants to know how an indicator's value came about.
    """

    explain_requested = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls the chart."""
        super().__init__(parent)
        self._all = False
        self.chosen = ""
        self.chart = ChartView(name)
        self.chart.chosen.connect(self._choose)
        self.sketch: AnySketch | None = None
        self._more = Button("")
        self._more.clicked.connect(self._toggle)
        self.explain_button = Button(self.tr("How this value came about"))
        self.explain_button.clicked.connect(lambda: self.explain_requested.emit(self.chosen))
        self.buttons = flow(self._more, self.explain_button)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(px(10))

    def show_sketch(self, sketch: AnySketch) -> None:
        """Draw some rows; without any there is no chart."""
        self.sketch = sketch if sketch.rows else None
        self.chart.setVisible(bool(sketch.rows))
        self.chart.show_rows(sketch, self.chosen)

    def shown(self, keys: Sequence[str]) -> int:
        """How many of these rows show; one of them is chosen."""
        count = len(keys)
        self._more.setVisible(count > _FIRST)
        words = self.tr("Show the first ten") if self._all else self.tr("Show all {n}").format(n=count)
        self._more.rename(words)
        self.explain_button.setVisible(count > 0)
        self.buttons.rearrange()
        most = count if self._all else _FIRST
        if self.chosen not in keys[:most]:
            self.chosen = keys[0] if keys else ""
        return most

    def _choose(self, key: str) -> None:
        self.chosen = key
        self.say_more()

    def say_more(self) -> None:
        """Another row is chosen."""

    def _toggle(self) -> None:
        self._all = not self._all
        self.show_again()

    def show_again(self) -> None:
        """Show as many rows as are wanted now."""
        raise NotImplementedError


class FixView(_Listed):
    """What to fix first, with the next step and who decides it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_tr("What to fix first"), parent)
        self._fixes: Sequence[FirstFix] = ()
        self._title = ""
        self._step, self._actor = Words("", Style.BODY), Words("", Style.SMALL, "ink2")
        arithmetic = self.tr("Gains are arithmetic, whatever way scores are aggregated.")
        self._none = Words(self.tr("Nothing to fix: no indicator stands below its target."), Style.BODY)
        for part in (self._none, self.chart, self.buttons, self._step, self._actor):
            self.column.addWidget(part)
        self.column.addWidget(Words(arithmetic, Style.SMALL, "ink3"))

    def show_fixes(self, title: str, fixes: Sequence[FirstFix]) -> None:
        """Show another country or node."""
        self._title, self._fixes = title, fixes
        self.show_again()

    def show_again(self) -> None:
        """The rows, and the chosen one's step."""
        fixes = self._fixes[: self.shown([fix.indicator for fix in self._fixes])]
        self.show_sketch(sketches.gains(self._title, fixes))
        self._none.setVisible(not fixes)
        self.say_more()

    def say_more(self) -> None:
        """The chosen indicator's next step and who decides it."""
        fix = next((fix for fix in self._fixes if fix.indicator == self.chosen), None)
        step = fix.next if fix else None
        for part in (self._step, self._actor):
            part.setVisible(fix is not None)
        if fix is not None:
            self._step.setText(f"{fix.indicator}  {fix.title}\n{step_words(step)}")
            self._actor.setText(actor_words(step) if step else "")
            self.explain_button.setToolTip(fix.title)


class SwingView(_Listed):
    """What moves the score, and what leaving an indicator out does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_tr("What moves the score"), parent)
        self._rows: Sequence[SwingRow] = ()
        self._title = ""
        about = self.tr(
            "Points of the score: the indicator one level down, one level up, or left out as if it were "
            "not applicable."
        )
        self.column.addWidget(Words(about, Style.SMALL, "ink2"))
        self.column.addWidget(self.chart)
        self.column.addWidget(self.buttons)

    def show_swings(self, title: str, rows: Sequence[SwingRow]) -> None:
        """Show another country or node."""
        self._title, self._rows = title, rows
        self.show_again()

    def show_again(self) -> None:
        """As many rows as are wanted."""
        rows = self._rows[: self.shown([row.key for row in self._rows])]
        full = max((max(row.up, -row.down) for row in rows), default=0.0)
        self.show_sketch(sketches.swings(self._title, rows, full))


class PairView(QWidget):
    """Law and practice, with what the marks mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sketch: AnySketch | None = None
        self.chart = ChartView(self.tr("Law and practice"))
        marks = self.tr(
            "Filled circle: law in force. Open diamond: practice and results. Short line: institutions; "
            "open square: interface with the EU, both outside the gap."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(self.chart)
        column.addWidget(Words(marks, Style.SMALL, "ink2"))

    def show_sketch(self, sketch: AnySketch, chosen: str) -> None:
        """Show another domain."""
        self.sketch = sketch
        self.chart.show_rows(sketch, chosen)


class TableView(QWidget):
    """A table for coordinators only, with what it means above and below.

    Signals:
        chosen: The person picked a row of the chart above the table; carries what it is about.
    """

    chosen = Signal(str)

    def __init__(self, name: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sketch: AnySketch | None = None
        self._chart = ChartView(name)
        self._chart.chosen.connect(self.chosen)
        self._chart.hide()
        self._table = DeskTable(name)
        self._below = Words("", Style.BODY)
        only = Words(coordinators_only(), Style.SMALL_STRONG, "warn")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(only)
        column.addWidget(Words(about, Style.SMALL, "ink2"))
        column.addWidget(self._chart)
        column.addWidget(self._table)
        column.addWidget(self._below)

    def show_sketch(self, sketch: AnySketch, chosen: str) -> None:
        """Draw the table's figures above it."""
        self.sketch = sketch
        self._chart.show_rows(sketch, chosen)
        self._chart.show()

    def show_content(self, content: TableContent, below: str = "") -> None:
        """Show other rows and another sentence."""
        self._table.show_content(content)
        self._table.fit_rows(max(1, len(content.rows)))
        self._below.setText(below)
        self._below.setVisible(bool(below))
