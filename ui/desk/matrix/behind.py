"""What lies behind a cell of the matrix: indicator by expert, and the reasons side by side."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.answer_words import confidence_words, evidence_title, value_words
from ui.desk.matrix.drill_words import STATE_MARKS, drill_content
from ui.desk.matrix.reasons import Reason, ReasonGrid
from ui.desk.state import DeskState, experts_words
from ui.desk.table.content import Cell, Column, Row, TableContent
from ui.desk.table.view import DeskTable
from ui.icons import Icon
from ui.report_words import band_words
from ui.said import one_line
from ui.theme import Style, px
from ui.widgets.button import Button, Kind
from ui.widgets.labels import Line, Words
from ui.widgets.page_head import PageHead
from wb6assess.model.assessment import Answer, Evidence
from wb6assess.model.instrument import Indicator, Instrument
from wb6assess.model.vocabulary import IndicatorType
from wb6assess.reports.desk.drill import DrillRow, Rated, drill_rows
from wb6assess.reports.figures import level_text, score_text
from wb6assess.scoring.country_domain import CountryDomain
from wb6assess.scoring.states import State
from wb6assess.scoring.tree import NodeScore

_NARROW, _FIRST, _ROWS = 860, 12, 16


class Behind(QWidget):
    """The indicators of a pillar in a country with every expert's rating, and one of them in full.

    Signals:
        query_requested: The person wants to ask an expert; carries country, indicator, expert code.
        agenda_requested: The person wants it on the agenda; carries country and indicator.
    """

    query_requested = Signal(str, str, str)
    agenda_requested = Signal(str, str)

    def __init__(self, state: DeskState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._country = ""
        self._rows: dict[str, DrillRow] = {}
        self._words: dict[str, Indicator] = {}
        self._whole = False
        self._head = Words("", Style.BODY)
        self.table = DeskTable(self.tr("Indicators and experts"), scrolls=True)
        self.table.row_shown.connect(self._show_row)
        self._item = Line("", Style.SECTION)
        self._title = Words("", Style.BODY, "ink2")
        self._query = Button(self.tr("Query an expert"), Kind.QUIET, icon=Icon.SEND)
        self._query.clicked.connect(self._ask)
        self._agenda = Button(self.tr("Add to agenda"), Kind.QUIET, icon=Icon.MEETING)
        self._agenda.clicked.connect(self._add)
        self._grid = ReasonGrid()
        self._more = Button("", Kind.LINK)
        self._more.clicked.connect(self._show_whole)
        self._put_together()

    def _put_together(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(px(6))
        left.addWidget(self._head)
        left.addWidget(self.table)
        left.addStretch(1)
        self._about = PageHead((self._item, self._title), (self._query, self._agenda))
        right = QVBoxLayout()
        right.setSpacing(px(6))
        right.addWidget(self._about)
        right.addWidget(self._grid)
        right.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        right.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, px(12))
        self._row.setSpacing(px(24))
        self._row.addLayout(left, 5)
        self._row.addLayout(right, 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room."""
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        if event.oldSize().width() != self.width():
            self.setMinimumHeight(0)
        narrow = self.width() < px(_NARROW)
        self._row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    # Showing.

    def show_cell(self, country: str, pillar: str) -> None:
        """Show a pillar of a country; the whole domain where no pillar is named."""
        state, result = self._state, self._state.result
        assert result is not None  # shown only with one
        domain = result.scores.countries[country].domains[state.domain]
        instrument, shown = result.instruments[state.instrument], state.shown()
        parts = [part for part in instrument.pillars if pillar in {"", part.id}]
        self._country = country
        rows = drill_rows(domain, [item for part in parts for item in part.indicators])
        self._rows = {row.indicator.id: row for row in rows}
        self._words = dict(shown.by_id)
        title = _cell_title(shown, pillar)
        name = state.country_name(country)
        content = drill_content(f"{name}, {title}", rows, domain.experts, self._words)
        self.table.show_content(content)
        self.table.fit_rows(_ROWS)
        node = domain.score.pillars[pillar] if pillar else domain.score.node
        self._head.setText(f"{name} · {title} · {self._standing(domain, node)}")
        self._show_item(self.table.current_key)
        self.setMinimumHeight(0)

    def _standing(self, domain: CountryDomain, node: NodeScore) -> str:
        parts = [score_text(node.published)]
        if node.band is not None:
            parts = [f"{parts[0]} {band_words(node.band)}"]
        elif node.value is not None:
            words = self.tr("{score} from too few answers, not published")
            parts = [words.format(score=score_text(node.value))]
        parts.append(experts_words(len(domain.experts)))
        return " · ".join(parts)

    def _show_row(self, item: str) -> None:
        """Another row; with fewer words the page stays as long, or the rows would jump."""
        self.setMinimumHeight(self.height())
        self._show_item(item)

    def _show_item(self, item: str) -> None:
        row = self._rows.get(item)
        for button in (self._query, self._agenda):
            button.setVisible(row is not None)
        self._about.rearrange()
        if row is None:
            self._item.say("")
            self._title.setText("")
            self._show_reasons(None)
            return
        self._item.say(item)
        self._title.setText(one_line(self._words.get(item, row.indicator).title))
        self._whole = False
        self._show_reasons(row)

    def _show_whole(self) -> None:
        self._whole = True
        self._show_reasons(self._rows[self.table.current_key])

    def _show_reasons(self, row: DrillRow | None) -> None:
        experts = list(row.ratings) if row is not None else []
        shown = experts
        if row is not None and len(experts) > _FIRST and not self._whole:
            # Whoever stands apart has the most to say for a decision.
            shown = sorted(experts, key=lambda code: not row.ratings[code].apart)[:_FIRST]
        self._more.rename(self.tr("Show all {n} experts").format(n=len(experts)))
        self._more.setVisible(len(shown) < len(experts))
        self._grid.show_reasons(self._reasons(row, shown) if row is not None else [])

    def _reasons(self, row: DrillRow, experts: Sequence[str]) -> list[Reason]:
        found = []
        for expert in experts:
            rated = row.ratings[expert]
            document = self._state.document(self._country, expert)
            answer = document.answers.get(row.indicator.id) if document is not None else None
            found.append(self._reason(row.indicator.id, expert, rated, answer or Answer()))
        return found

    def _reason(self, item: str, expert: str, rated: Rated, answer: Answer) -> Reason:
        question = self._words.get(item)
        scored = rated.score is not None and rated.state not in STATE_MARKS
        said = ""
        if question is not None and (question.type is not IndicatorType.LEVEL or rated.capped):
            said = value_words(question, rated.value)
        if rated.state is State.SKIPPED_ZERO:
            said = self.tr("Not asked, counts 0")
        if rated.capped and rated.score is not None:
            counts = self.tr("Counts as {level}.").format(level=level_text(rated.score))
            said = f"{said}. {counts}" if said else counts
        confidence = confidence_words(answer.confidence).lower()
        return Reason(
            expert,
            level_text(rated.score) if scored and rated.score is not None else "",
            None if scored else STATE_MARKS.get(rated.state),
            rated.apart,
            said,
            self.tr("{how} confidence").format(how=confidence) if confidence else "",
            answer.justification.strip(),
            tuple(_evidence_line(piece) for piece in answer.evidence),
        )

    # What the person does.

    def _ask(self) -> None:
        item = self.table.current_key
        ratings = self._rows[item].ratings
        first = next((code for code, rated in ratings.items() if rated.apart), "")
        self.query_requested.emit(self._country, item, first)

    def _add(self) -> None:
        self.agenda_requested.emit(self._country, self.table.current_key)

    def tables(self) -> Sequence[TableContent]:
        """Indicator by expert, and the reasons of the indicator in sight."""
        item = self.table.current_key
        if item not in self._rows:
            return (self.table.content,)
        columns = (
            Column("expert", self.tr("Expert")),
            Column("answer", self.tr("Answer")),
            Column("confidence", self.tr("Confidence")),
            Column("reason", self.tr("Justification"), share=1),
            Column("evidence", self.tr("Evidence"), share=1),
        )
        rows = [
            Row(reason.expert, tuple(map(Cell, _reason_words(reason))))
            for reason in self._reasons(self._rows[item], list(self._rows[item].ratings))
        ]
        title = f"{item} {self._title.text()}"
        return self.table.content, TableContent(title, columns, rows)


def _reason_words(reason: Reason) -> tuple[str, str, str, str, str]:
    level = reason.level or (reason.mark.value if reason.mark else "")
    return reason.expert, level, reason.confidence, reason.text, "; ".join(reason.evidence)


def _cell_title(shown: Instrument, pillar: str) -> str:
    part = next((part for part in shown.pillars if part.id == pillar), None)
    return one_line(f"{part.id} {part.title}" if part is not None else shown.title)


def _evidence_line(piece: Evidence) -> str:
    page = f", p. {piece.page}" if piece.page else ""
    return f"{piece.grade.value}  {evidence_title(piece) or piece.kind}{page}"
