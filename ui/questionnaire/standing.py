"""The right pane: score, band, coverage, pillars, findings; a click leads to the indicator."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.icons import Icon, paint_icon
from ui.marks import mark_name, paint_mark
from ui.questionnaire.standing_state import LISTED, StandingState
from ui.text import draw_line, text_width
from ui.theme import Style, px, tokens
from ui.widgets.band_tile import BandTile, paint_band_tile
from ui.widgets.button import Button, Kind
from ui.widgets.finding import FindingRow, FindingState
from ui.widgets.ground import Pane, Rule
from ui.widgets.held import Layouts
from ui.widgets.labels import Line, Words
from ui.widgets.painted import PaintedButton, draw_ring, inset
from ui.widgets.pillar_row import PillarRow
from ui.widgets.scrolled import Scrolled


class Standing(Pane):
    """Shows where the expert stands.

    Signals:
        page_requested: A finding was chosen; carries an indicator id.
        pillar_requested: A pillar was chosen; carries its id.
        review_requested: The person wants every finding.
        queries_requested: The person wants the pages with queries.
        parked_requested: The person wants the list of what is kept aside.
    """

    page_requested = Signal(str)
    pillar_requested = Signal(str)
    review_requested = Signal()
    queries_requested = Signal()
    parked_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("chrome", "l", parent)
        self.setAccessibleName(self.tr("Where I stand"))
        self._rows: list[PillarRow] = []
        self._pillar_ids: tuple[str, ...] = ()
        self._current = ""
        self._shown: tuple[tuple[FindingState, ...], int] | None = None
        self._finding_rows: list[FindingRow] = []
        self._rest = Button("", Kind.LINK)
        self._rest.setVisible(False)
        self._rest.clicked.connect(self.review_requested)
        self._parked = Button("", Kind.LINK)
        self._parked.setVisible(False)
        self._parked.clicked.connect(self.parked_requested)
        self._queries = Button("", Kind.LINK)
        self._queries.setVisible(False)
        self._queries.clicked.connect(self.queries_requested)
        self._score = Line("", Style.DISPLAY)
        self._tile = BandTile(26)
        self._band = Words("", Style.SECTION)
        self._coverage = Words("", Style.SMALL, "ink2")
        self._hint = Line("", Style.CAPTION, "ink3")
        self._summary = Line("", Style.SMALL, "ink2")
        self._pillars = QVBoxLayout()
        self._pillars.setSpacing(0)
        self._findings = QVBoxLayout()
        self._findings.setSpacing(px(4))
        inner = self._inner = QWidget()
        self._layouts = Layouts(inner)
        inner.setObjectName("sheet")
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(8), px(12), 0, px(12))  # the bar's room is at the right
        column.setSpacing(px(2))
        for part in self._upper():
            column.addLayout(part)
        column.addSpacing(px(6))
        column.addLayout(self._pillars)
        column.addSpacing(px(8))
        column.addWidget(Rule())
        column.addSpacing(px(8))
        column.addLayout(self._inset_row(Line(self.tr("Findings"), Style.SECTION), self._summary))
        self._none = Words(self.tr("Nothing open."), Style.BODY, "ink2")
        column.addLayout(self._inset_row(self._none))
        column.addLayout(self._findings)
        column.addWidget(self._rest, 0, Qt.AlignmentFlag.AlignLeft)
        links = QVBoxLayout()
        # A link brings some of the inset itself.
        links.setContentsMargins(px(4), px(4), 0, 0)
        links.addWidget(self._queries, 0, Qt.AlignmentFlag.AlignLeft)
        links.addWidget(self._parked, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(links)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        scrolled = Scrolled(inner)
        scrolled.keep_bar_room()  # nothing moves when findings come and go
        outer.addWidget(scrolled)

    def show_state(self, state: StandingState) -> None:
        """Show other figures; emits nothing."""
        self._show_figures(state)
        if (state.findings, state.n_findings) != self._shown or len(self._rows) != len(state.pillars):
            with self._layouts.held():
                self._show_pillars(state)
                self._show_findings(state.findings, state.n_findings)
        else:
            self._show_pillars(state)

    def _show_figures(self, state: StandingState) -> None:
        self._score.say(state.score)
        self._score.setAccessibleName(
            self.tr("Score {score}, {band}").format(score=state.score, band=state.band_words)
        )
        self._tile.show_band(state.band, state.letter, state.band_words)
        self._band.setText(state.band_words)
        self._coverage.setText(state.coverage)
        hint = self.tr("own bands, provisional †") if state.provisional else self.tr("own bands")
        self._hint.say(hint)
        self._hint.setToolTip(
            self.tr(
                "Bands are the project's own and do not represent an assessment by the European"
                " Commission. A dagger marks a score with little coverage."
            )
        )
        self._summary.say(state.summary)
        self._show_links(state)

    def _show_links(self, state: StandingState) -> None:
        asked, waiting = state.queries
        self._queries.setVisible(asked > 0)
        if asked == 1:
            words = self.tr("1 query without a reply") if waiting else self.tr("1 query, replied to")
        elif waiting:
            words = self.tr("{n} queries, {waiting} without a reply").format(n=asked, waiting=waiting)
        else:
            words = self.tr("{n} queries, all replied to").format(n=asked)
        self._queries.rename(words)
        self._parked.setVisible(state.parked > 0)
        one = self.tr("1 answer is kept aside")
        more = self.tr("{n} answers are kept aside").format(n=state.parked)
        self._parked.rename(one if state.parked == 1 else more)

    def show_current(self, pillar: str) -> None:
        """Mark the pillar of the open page; "" for none."""
        for row, item in zip(self._rows, self._pillar_ids, strict=True):
            if pillar == item or self._current == item:
                row.show_current(pillar == item)
        self._current = pillar

    def focus_first(self) -> None:
        """Put the keyboard on the first pillar."""
        if self._rows:
            self._rows[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _upper(self) -> list[QHBoxLayout]:
        title = Line(self.tr("Where I stand"), Style.SECTION)
        return [
            self._inset_row(title, self._hint),
            self._inset_row(self._score, self._tile),
            self._inset_row(self._band),
            self._inset_row(self._coverage),
        ]

    @staticmethod
    def _inset_row(left: QWidget, right: QWidget | None = None) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(px(8), 0, px(8), 0)
        row.addWidget(left, 1 if right is None else 0)
        if right is not None:
            row.addStretch(1)
            row.addWidget(right, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _show_pillars(self, state: StandingState) -> None:
        while len(self._rows) < len(state.pillars):
            row = PillarRow(self._inner)
            row.clicked.connect(self._pillar_clicked)
            self._rows.append(row)
            self._pillars.addWidget(row)
        self._pillar_ids = tuple(pillar.id for pillar in state.pillars)
        for row, pillar in zip(self._rows, state.pillars, strict=True):
            row.show_state(pillar)

    def _show_findings(self, listed: tuple[FindingState, ...], n: int) -> None:
        """The first ones, which matter most; the rest stand on the review page."""
        self._shown = listed, n
        self._none.setVisible(not n)
        while len(self._finding_rows) < len(listed):
            row = FindingRow(listed[0], self._inner)
            row.clicked.connect(self._finding_clicked)
            self._finding_rows.append(row)
            self._findings.addWidget(row)
        for place, row in enumerate(self._finding_rows):
            row.setVisible(place < len(listed))
            if place < len(listed) and row.state != listed[place]:
                row.show_finding(listed[place])
        self._rest.setVisible(n > LISTED)
        self._rest.rename(self.tr("All {n} findings").format(n=n))

    def _pillar_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, PillarRow) and row.state is not None:
            self.pillar_requested.emit(row.state.id)

    def _finding_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, FindingRow):
            self.page_requested.emit(row.state.target)


class StandingRail(PaintedButton):
    """The pane as a rail: score, band, finding counts; opens the pane."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: StandingState | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def show_state(self, state: StandingState) -> None:
        """Show other figures."""
        self._state = state
        found = ", ".join(f"{mark_name(mark)} {count}" for mark, count in state.marks)
        name = self.tr("Where I stand: score {score}, {band}. Findings: {found}")
        self.setAccessibleName(
            name.format(score=state.score, band=state.band_words, found=found or self.tr("none"))
        )
        self.setToolTip(self.tr("Where I stand"))
        self.update()

    def sizeHint(self) -> QSize:
        """A rail's width."""
        return QSize(px(48), px(300))

    def paint(self, painter: QPainter) -> None:
        """From top to bottom."""
        t = tokens()
        painter.fillRect(self.rect(), t.hover if self.hovered else t.chrome)
        painter.fillRect(0, 0, 1, self.height(), t.line)
        if self._state is None:
            return
        y = self._centred(painter, self._state.short_score, Style.SECTION, px(12))
        box = QRectF((self.width() - px(20)) / 2, y + px(2), px(20), px(20))
        paint_band_tile(painter, box, self._state.band, self._state.letter)
        y += px(40)
        for mark, count in self._state.marks:
            size = px(15)
            paint_mark(painter, mark, QRectF((self.width() - size) / 2, y, size, size))
            y = self._centred(painter, str(count), Style.SMALL_STRONG, y + px(16)) + px(10)
        size = px(16)
        box = QRectF((self.width() - size) / 2, self.height() - px(32), size, size)
        paint_icon(painter, Icon.BACK, box, t.ink2)
        if self.ring:
            draw_ring(painter, inset(QRectF(self.rect()), 2), 6)

    def _centred(self, painter: QPainter, text: str, style: Style, y: float) -> float:
        x = (self.width() - text_width(text, style)) / 2
        draw_line(painter, text, style, tokens().ink, x, y, px(20))
        return y + px(20)
