"""The progress room: matched change since the earlier round, country by country."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from exports.sketch import AnySketch
from ui.charts.drawn import DrawnChart
from ui.charts.view import ChartView
from ui.desk.choices import Choices
from ui.desk.room import DeskRoom, Empty, flow
from ui.desk.rounds import sketches
from ui.desk.rounds.words import change_words, interval_words
from ui.desk.state import DeskState
from ui.desk.table.content import Cell, Column, Row, TableContent
from ui.desk.table.view import DeskTable
from ui.theme import Style, px
from ui.widgets.button import Button, Kind
from ui.widgets.labels import Words
from wb6assess.reports.figures import score_text, share_text, signed_text
from wb6assess.scoring.progress import Change, RoundProgress

_WIDEST = 760
"""Design px; in a wider picture every slope looks flat."""


class ProgressRoom(DeskRoom):
    """What changed on the indicators both rounds have in common."""

    analysis = True

    def __init__(self, state: DeskState, parent: QWidget | None = None) -> None:
        super().__init__(state, self.tr("Progress"), parent=parent)
        self.choices = Choices(state, self)
        self._overall = Button(self.tr("Overall"), Kind.QUIET)
        self._overall.setCheckable(True)
        self._overall.toggled.connect(lambda _on: self.refresh())
        self._title = Words("", Style.SECTION)
        self.chart = ChartView(self.tr("Matched change by country"))
        self.chart.chosen.connect(self._choose)
        self.slopes = DrawnChart(self.tr("Both rounds on one axis"))
        self.slopes.setMaximumWidth(px(_WIDEST))
        self._marks = Words(self._marks_words(), Style.SMALL, "ink2")
        self._sketches: tuple[AnySketch, ...] = ()
        self.table = DeskTable(self.tr("Progress since the earlier round"))
        self.table.row_shown.connect(self._row_shown)
        self._fell = Words("", Style.BODY)
        self._none = Empty()
        self._none.wanted.connect(self.help_out)
        choices = self.choices
        self._row = flow(choices.instrument, choices.round, choices.country, self._overall)
        self._parts = (self._title, self.chart, self.slopes, self._marks, self.table, self._fell)
        for part in (self._row, self._none, *self._parts):
            self.body.addWidget(part)
        self.body.addStretch(1)

    @property
    def _progress(self) -> RoundProgress | None:
        result = self.state.result
        return result.analysis.progress if result is not None else None

    def show_state(self) -> None:
        """Show the instrument looked at, or the whole."""
        self.choices.show_state()
        progress = self._progress
        for part in self._parts:
            part.setVisible(progress is not None)
        self._none.setVisible(progress is None)
        if progress is None:
            self._none.say(self._none_words(), self.tr("Go to the inbox"))
            return
        self.choices.instrument.setVisible(not self._overall.isChecked())
        self._row.rearrange()
        changes = {item.code: self._change(progress, item.code) for item in self.state.countries}
        self.table.show_content(self._content(progress, changes))
        self.table.fit_rows(len(changes))
        self._draw(progress, changes)
        self._say_fell(self.table.current_key)

    def _none_words(self) -> str:
        """Why nothing can be compared."""
        result = self.state.result
        assert result is not None  # shown only with one
        unknown = [item for item in self.state.rounds if item not in result.framework.round_by_id]
        if unknown:
            words = self.tr(
                "There are files of round {rounds}, which the framework does not name: nobody can say "
                "whether it came earlier. Name it in framework.yaml, before this one."
            )
            return words.format(rounds=", ".join(unknown))
        return self.tr(
            "There is no earlier round to compare with. Files of an earlier round come in "
            "through the inbox, too, and are never scored together with this one."
        )

    def _change(self, progress: RoundProgress, code: str) -> Change | None:
        if self._overall.isChecked():
            return progress.overall(code)
        return progress.domain(code, self.state.domain)

    def _draw(self, progress: RoundProgress, changes: dict[str, Change | None]) -> None:
        rows = [
            sketches.entry(code, self.state.country_name(code), change)
            for code, change in changes.items()
        ]
        title = self.tr("Matched change: {node}").format(node=self._node)
        before, now = progress.earlier.id, self.state.round
        arrows = sketches.arrows(title, rows, before, now)
        slopes = sketches.slopes(title, rows, before, now)
        self._title.setText(title)
        self.chart.show_rows(arrows, self.table.current_key)
        self.slopes.setVisible(bool(slopes.rows))
        self.slopes.show_chart(slopes)
        self._sketches = (arrows, slopes) if slopes.rows else (arrows,)

    def _marks_words(self) -> str:
        return self.tr(
            "Ring: the earlier score; dot: today's, on the indicators both rounds have. Grey: the "
            "change lies within uncertainty."
        )

    def _choose(self, code: str) -> None:
        self.table.choose(code)

    def _row_shown(self, code: str) -> None:
        self.chart.choose(code)
        self._say_fell(code)

    @property
    def _node(self) -> str:
        return self.tr("Overall") if self._overall.isChecked() else self.state.shown().title

    def _content(self, progress: RoundProgress, changes: dict[str, Change | None]) -> TableContent:
        overall = self._overall.isChecked()
        columns = (
            Column("country", self.tr("Country"), share=1),
            Column("before", self.tr("Before"), right=True, tip=self.tr("Matched indicators")),
            Column("now", self.tr("Now"), right=True, tip=self.tr("Matched indicators")),
            Column("change", self.tr("Change"), right=True),
            Column("word", self.tr("In words"), share=1),
            Column("interval", self.tr("90 % interval"), right=True, spare=1),
            Column("matched", self.tr("Matched"), right=True, spare=4, tip=self._matched_tip()),
            Column("total", self.tr("Total change"), right=True, spare=2, tip=self._total_tip()),
            Column("composition", self.tr("Composition"), right=True, spare=3, tip=self._rest_tip()),
        )
        rows = [
            Row(code, self._cells(progress, code, change, overall)) for code, change in changes.items()
        ]
        note = self.tr("Words belong to the matched change only; round {round} is the earlier one.")
        return TableContent(self._node, columns, rows, (note.format(round=progress.earlier.id),))

    def _cells(
        self, progress: RoundProgress, code: str, change: Change | None, overall: bool
    ) -> tuple[Cell, ...]:
        matched = None if overall else progress.matched.get((code, self.state.domain))
        coverage = matched.coverage if matched is not None else None
        points = change.points if change else None
        return (
            Cell(self.state.country_name(code)),
            _score(change.before if change else None),
            _score(change.now if change else None),
            Cell(signed_text(points), _order(points), style=Style.SECTION),
            Cell(self._words(code, change), _order(points)),
            Cell(interval_words(change.interval if change else None), role="ink2"),
            Cell("" if overall else share_text(coverage), coverage, role="ink2"),
            _signed(change.total if change else None),
            _signed(change.composition if change else None),
        )

    def _words(self, code: str, change: Change | None) -> str:
        if change is None:
            return self.tr("nothing in the earlier round")
        return change_words(sketches.entry(code, "", change))

    def _matched_tip(self) -> str:
        return self.tr("Share of today's weight that can be compared")

    def _total_tip(self) -> str:
        return self.tr("Of the published scores, matched or not")

    def _rest_tip(self) -> str:
        return self.tr("What new, dropped and re-weighted indicators did")

    def _say_fell(self, code: str) -> None:
        """Backsliding must name the indicators that fell."""
        progress = self._progress
        known = progress is not None and (code, self.state.domain) in progress.matched
        if progress is None or not known or self._overall.isChecked():
            self._fell.setText("")
            return
        fell = progress.fell(code, self.state.domain)
        words = self.tr("{country}: fell on {items}.") if fell else self.tr("{country}: nothing fell.")
        name = self.state.country_name(code)
        self._fell.setText(words.format(country=name, items=", ".join(fell)))

    def subtitle(self) -> str:
        """Against which round."""
        progress = self._progress
        if progress is None:
            return ""
        words = self.tr("Round {now} against round {before}, on what both have in common.")
        return words.format(now=self.state.round, before=progress.earlier.id)

    def note_words(self) -> Sequence[str]:
        """No band stands here; the star may."""
        return self.status_note()

    def charts(self) -> Sequence[AnySketch]:
        """Arrows and slopes."""
        return self._sketches if self._progress is not None else ()

    def tables(self) -> Sequence[TableContent]:
        """The table."""
        return (self.table.content,) if self._progress is not None else ()


def _order(points: object) -> float | str:
    return "" if points is None else float(str(points))


def _score(value: object) -> Cell:
    return Cell(score_text(None if value is None else float(str(value))), _order(value))


def _signed(value: object) -> Cell:
    text = signed_text(None if value is None else float(str(value)))
    return Cell(text, _order(value), role="ink2")
