"""The matrix room: the heat map, and below it what lies behind the chosen cell."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.desk.choices import Choices
from ui.desk.matrix.behind import Behind
from ui.desk.matrix.heat_map import ColumnHead, HeatContent, HeatMap, RowHead
from ui.desk.matrix.heat_words import figure_words, heat_cell, measure_words
from ui.desk.matrix.legend import Legend
from ui.desk.room import DeskRoom, flow
from ui.desk.state import DeskState, experts_words
from ui.desk.table.content import Cell, Column, Row, TableContent
from ui.desk.table.view import DeskTable
from ui.icons import Icon
from ui.marks import Mark
from ui.said import one_line
from ui.widgets.button import Button, Kind
from ui.widgets.ground import Rule
from ui.widgets.segment import Choice
from ui.widgets.view_choice import ViewChoice
from wb6assess.model.instrument import Instrument
from wb6assess.reports.desk.matrix import DOMAIN, Matrix, MatrixCell, Measure, matrix


class MatrixRoom(DeskRoom):
    """Countries by pillars; a cell leads to its indicators and what the experts wrote."""

    def __init__(self, state: DeskState, parent: QWidget | None = None) -> None:
        reading = self.tr("Matrix and what lies behind a cell")
        super().__init__(state, self.tr("Matrix"), reading=reading, parent=parent)
        self._measure = Measure.SCORE
        self._shown: tuple[object, ...] = ()
        self._matrix: Matrix | None = None
        self.choices = Choices(state, self)
        measures = [Choice(key.value, measure_words(key)) for key in Measure]
        self.measure = ViewChoice(self.tr("What the matrix shows"), measures)
        self.measure.show_key(Measure.SCORE.value)
        self.measure.chosen.connect(self._choose_measure)
        self._as_table = Button(self.tr("Show table"), Kind.QUIET, icon=Icon.PAPERS)
        self._as_table.setCheckable(True)
        self._as_table.toggled.connect(self._show_as_table)
        self.map = HeatMap(self.tr("Matrix of countries and pillars"))
        self.map.cell_opened.connect(self._open)
        self.table = DeskTable(self.tr("Countries and pillars"), scrolls=True)
        self.table.row_shown.connect(lambda country: self._open(country, DOMAIN))
        self._both = QStackedWidget()
        self._both.addWidget(self.map)
        self._both.addWidget(self.table)
        self._legend = Legend()
        self.behind = Behind(state)
        self.behind.query_requested.connect(self._ask)
        self.behind.agenda_requested.connect(self._add_to_agenda)
        self._put_together()

    def _put_together(self) -> None:
        choices = self.choices
        row = flow(choices.instrument, choices.round, choices.country, self.measure, self._as_table)
        self.body.addWidget(row)
        for part in (self._both, self._legend, Rule(), self.behind):
            self.body.addWidget(part)
        self.body.addStretch(1)

    # Showing.

    def show_state(self) -> None:
        """Show the matrix of the instrument looked at."""
        self.choices.show_state()
        state, result = self.state, self.state.result
        assert result is not None  # shown only with one
        if state.pointed[0]:
            self._shown = ()
        look = (result, state.ready, state.instrument, state.country, self._measure)
        if look == self._shown:
            return
        self._shown = look
        progress = result.analysis.progress if state.ready else None
        self._matrix = matrix(
            result.scores,
            state.domain,
            result.instruments[state.instrument],
            result.framework.parameters,
            progress,
        )
        self._show_cells()
        self._legend.show_measure(self._measure)
        self._show_chosen()

    def _show_chosen(self) -> None:
        """What another room points at, else the cell chosen before, else the first one."""
        state, result = self.state, self.state.result
        assert result is not None  # shown only with one
        (country, item), state.pointed = state.pointed, ("", "")
        if country:
            pillar = result.instruments[state.instrument].pillar_of[item].id
        else:
            country, pillar = self.map.chosen
        if not country:
            country, pillar = self._first()
        self.map.choose(country, pillar)
        self.behind.show_cell(country, pillar)
        if item:
            self.behind.table.choose(item)

    def _first(self) -> tuple[str, str]:
        """The first cell somebody rated."""
        assert self._matrix is not None  # shown before
        for item in self.state.countries:
            for pillar, cell in self._matrix.cells[item.code].items():
                if cell.experts:
                    return item.code, pillar
        return self.state.countries[0].code, self._matrix.pillars[0]

    def _show_cells(self) -> None:
        assert self._matrix is not None  # made just before
        shown = self.state.shown()
        heads = column_heads(shown, self.tr("Domain"))
        titles = {head.key: f"{head.short} {head.title}" for head in heads}
        rows, cells = [], []
        for item in self.state.countries:
            found = self._matrix.cells[item.code]
            name = self.state.country_name(item.code)
            rows.append(RowHead(item.code, name, f"n {found[DOMAIN].experts}"))
            cells.append(
                [heat_cell(found[head.key], self._measure, name, titles[head.key]) for head in heads]
            )
        self.map.show_content(HeatContent(tuple(rows), heads, cells))
        self.table.show_content(self._as_rows(heads))
        self.table.fit_rows(len(rows))
        self._fit_both()

    def _as_rows(self, heads: Sequence[ColumnHead]) -> TableContent:
        columns = (
            Column("country", self.tr("Country"), share=1),
            Column("experts", self.tr("Experts"), right=True),
            *(Column(head.key, head.short, right=True, tip=head.title) for head in heads),
        )
        assert self._matrix is not None  # made before
        rows = []
        for item in self.state.countries:
            found = self._matrix.cells[item.code]
            cells = [Cell(self.state.country_name(item.code))]
            cells.append(Cell(str(found[DOMAIN].experts), found[DOMAIN].experts))
            cells += [self._figure(found[head.key]) for head in heads]
            rows.append(Row(item.code, tuple(cells)))
        title = f"{self.state.shown().title}, {measure_words(self._measure)}"
        return TableContent(title, columns, rows)

    def _figure(self, cell: MatrixCell) -> Cell:
        words = figure_words(cell, self._measure)
        if self._measure is Measure.SCORE and cell.band is not None:
            words = f"{words} {cell.band.letter}"
        points = cell.changed.points if cell.changed else None
        order = {
            Measure.SCORE: cell.node.score,
            Measure.COVERAGE: cell.node.coverage,
            Measure.AGREEMENT: cell.agreed.share,
            Measure.CHANGE: None if points is None else float(points),
        }[self._measure]
        return Cell(words, "" if order is None else order)

    # What the person does.

    def _choose_measure(self, key: str) -> None:
        self._measure = Measure(key)
        self.refresh()

    def _show_as_table(self, on: bool) -> None:
        self._both.setCurrentWidget(self.table if on else self.map)
        self._legend.setVisible(not on)
        self._fit_both()

    def _fit_both(self) -> None:
        """As high as the one in sight: the other must not leave a gap."""
        shown = self.table if self._as_table.isChecked() else self.map
        self._both.setFixedHeight(shown.height())

    def resizeEvent(self, event: object) -> None:
        """The heat map may have got a scroll bar."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit_both()

    def _open(self, country: str, pillar: str) -> None:
        if country:
            self.map.choose(country, pillar)
            self.behind.show_cell(country, pillar)

    def _ask(self, country: str, item: str, expert: str) -> None:
        from ui.desk.asking.room import open_query

        words = self.tr("The query is kept. It goes out with the next files for experts.")
        then = partial(self.trouble.say, words, Mark.ANSWERED)
        open_query(self.state, self, (country, item, expert), then, self._show_trouble)

    def _add_to_agenda(self, country: str, item: str) -> None:
        words = self.tr("{item}, {country} is on the agenda of the next meeting.")
        said = words.format(item=item, country=self.state.country_name(country))
        task = self.state.add_to_agenda(country, item)
        task.succeeded.connect(lambda _done: self.trouble.say(said, Mark.ANSWERED))

    # Words and tables.

    def subtitle(self) -> str:
        """How many experts stand behind it."""
        result = self.state.result
        assert result is not None  # shown only with one
        domains = [result.scores.countries[item.code].domains for item in self.state.countries]
        experts = sum(len(found[self.state.domain].experts) for found in domains)
        return self.tr("Consensus of {experts}.").format(experts=experts_words(experts))

    def tables(self) -> Sequence[TableContent]:
        """The matrix as it is shown, and what lies behind the chosen cell."""
        return (self.table.content, *self.behind.tables())


def column_heads(shown: Instrument, domain: str) -> tuple[ColumnHead, ...]:
    """Pillars in the language of the desk, the domain last."""
    pillars = [ColumnHead(item.id, item.id, one_line(item.title)) for item in shown.pillars]
    return (*pillars, ColumnHead(DOMAIN, domain, one_line(shown.title)))
