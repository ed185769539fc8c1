"""What if: other rules and weights, and what they would do to each country."""

from collections.abc import Mapping

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk.robustness.whatif_controls import Rules, WeightSliders, domain_weights, pillar_weights
from ui.desk.room import flow
from ui.desk.state import DeskState
from ui.desk.table.content import Cell, Column, Row, TableContent
from ui.desk.table.view import DeskTable
from ui.report_words import band_words
from ui.tasks import Task
from ui.theme import Style, px
from ui.widgets.button import Button
from ui.widgets.labels import Words
from wb6assess.progress import Progress
from wb6assess.reports.figures import signed_text
from wb6assess.reports.wording import published_sign
from wb6assess.scoring.tree import NodeScore
from wb6assess.scoring.whatif import Beside, Changes, WhatIf
from wb6assess.session.desk.consolidation import Consolidation

_PAUSE_MS = 60


class WhatIfPanel(QWidget):
    """Controls above, the countries below."""

    def __init__(self, state: DeskState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._domain = ""
        self._result: Consolidation | None = None
        self._task: Task | None = None
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_PAUSE_MS)
        self._again.timeout.connect(self._compute)
        self._rules = Rules()
        self._rules.changed.connect(self._again.start)
        self._domains = WeightSliders(self.tr("Weight in the overall score"))
        self._pillars = WeightSliders(self.tr("Weight in the domain"))
        for sliders in (self._domains, self._pillars):
            sliders.moved.connect(self._again.start)
        self._reset = Button(self.tr("Back to the official weights"))
        self._reset.clicked.connect(self._back)
        self._table = DeskTable(self.tr("Scores beside the official ones"))
        beside = self.tr("These figures stand beside the official scores and never replace them.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self._rules)
        column.addWidget(self._domains)
        column.addWidget(self._pillars)
        column.addWidget(flow(self._reset))
        column.addWidget(self._table)
        column.addWidget(Words(beside, Style.SMALL, "ink2"))

    @property
    def content(self) -> TableContent:
        """What the table shows."""
        return self._table.content

    def show_node(self, result: Consolidation, domain: str) -> None:
        """Look at the whole ("") or a domain; what was changed stays changed."""
        if self._result is not result:
            self._result = result
            self._show({})
        self._domain = domain
        shown = {
            item.id: self._state.shown(item.instrument)
            for item in result.framework.domains
            if item.instrument in result.instruments
        }
        self._domains.show_weights(domain_weights(result.framework, shown))
        own = domain or self._state.domain
        self._pillars.show_weights(pillar_weights(own, shown[own]))
        self._domains.setVisible(not domain)
        self._compute()

    def changes(self) -> Changes:
        """Everything that differs from the official way."""
        rules = self._rules.changes()
        domains = {str(key): value for key, value in self._domains.changed().items()}
        pillars = {
            key: value for key, value in self._pillars.changed().items() if isinstance(key, tuple)
        }
        return Changes(rules.consolidation, rules.methods, rules.evidence_mode, domains, pillars)

    def _back(self) -> None:
        self._rules.reset()
        self._domains.reset()
        self._pillars.reset()
        self._compute()

    def _compute(self) -> None:
        result, changes = self._result, self.changes()
        if result is None:
            return
        if self._task is not None:
            self._task.succeeded.disconnect(self._computed)

        def job(_progress: Progress) -> Mapping[str, WhatIf]:
            return result.analysis.what_if(changes)

        self._task = Task(job, self)
        self._task.succeeded.connect(self._computed)
        self._task.finished.connect(self._task.deleteLater)
        self._task.start()

    def _computed(self, found: object) -> None:
        self._task = None
        assert isinstance(found, dict)
        self._show(found)

    def _show(self, found: Mapping[str, WhatIf]) -> None:
        columns = (
            Column("country", self.tr("Country"), share=2),
            Column("official", self.tr("Official"), right=True),
            Column("changed", self.tr("What if"), right=True),
            Column("difference", self.tr("Difference"), right=True),
            Column("band", self.tr("Band then"), share=2, spare=1),
        )
        rows = [self._row(code, country.node(self._domain)) for code, country in found.items()]
        self._table.show_content(TableContent(self.tr("What if"), columns, rows))
        self._table.fit_rows(len(rows) or 1)

    def _row(self, code: str, node: Beside) -> Row:
        change = node.difference
        style = Style.SECTION if change else Style.BODY
        return Row(
            code,
            (
                Cell(self._state.country_name(code)),
                _figure(node.official),
                _figure(node.changed, style),
                Cell(signed_text(change), None if change is None else float(change), style=style),
                Cell(self._band(node)),
            ),
        )

    def _band(self, node: Beside) -> str:
        band = node.changed.band
        if band is None:
            return ""
        words = band_words(band)
        return self.tr("{band}, another band").format(band=words) if node.other_band else words


def _figure(node: NodeScore, style: Style = Style.BODY) -> Cell:
    shown = node.published
    return Cell(published_sign(node.status, shown), None if shown is None else float(shown), style=style)
