"""An answered ladder on paper: rings with levels, the chosen rung marked four ways, caps as a line."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable as BaseFlowable
from reportlab.platypus import Table, TableStyle

from exports import fonts, house
from exports.house import Palette
from exports.paper.parts import TALLEST
from exports.paper.styles import Flowable, paragraph
from exports.paper.tables import split_rows
from exports.paper.tagging import LayoutTags, artifact, marked
from wb6assess.model.assessment import Confidence
from wb6assess.reports.expert.record_rows import CapLine, Rung

_RING = 7.0
_INDENT = 9.0
_ROOM = 32.0
_AIR = 3.5
_BAR = 2.6


class Ring(BaseFlowable):
    """A level in a ring, filled when it is chosen; a choice without a number is an empty ring."""

    def __init__(self, rung: Rung) -> None:
        super().__init__()
        self.rung = rung
        self.radius = _RING if rung.mark else 4.6

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The room of one line of the descriptor."""
        return 2 * _RING, 12

    def draw(self) -> None:
        """Draw ring and number."""
        words = f"{self.rung.mark}, chosen" if self.rung.chosen else self.rung.mark
        if not self.rung.mark:
            words = "chosen" if self.rung.chosen else "not chosen"
        with marked(self.canv, "Figure", words):
            self._draw()

    def _draw(self) -> None:
        canvas, x, y = self.canv, _RING, 5.6
        canvas.setStrokeColor(HexColor(house.INK if self.rung.chosen else house.CAPTION))
        canvas.setFillColor(HexColor(house.INK))
        canvas.setLineWidth(0.8)
        canvas.circle(x, y, self.radius, stroke=1, fill=int(self.rung.chosen))
        font = fonts.BOLD if self.rung.chosen else fonts.REGULAR
        canvas.setFillColor(HexColor(house.WHITE if self.rung.chosen else house.CAPTION))
        canvas.setFont(font, 8)
        canvas.drawString(x - fonts.width(self.rung.mark, 8, font) / 2, y - 2.9, self.rung.mark)


class ConfidenceRow(BaseFlowable):
    """The three degrees of confidence, the given one filled and bold."""

    def __init__(self, given: Confidence | None) -> None:
        super().__init__()
        self.given = given

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """One line."""
        return width, 13.5

    def draw(self) -> None:
        """Draw rings and words."""
        words = f"Confidence: {self.given.value}" if self.given else "Confidence: not given"
        with marked(self.canv, "Figure", words):
            self._draw()

    def _draw(self) -> None:
        canvas, x = self.canv, 0.0
        canvas.setLineWidth(1)
        canvas.setStrokeColor(HexColor(house.INK))
        for degree in Confidence:
            chosen = degree is self.given
            font = fonts.BOLD if chosen else fonts.REGULAR
            canvas.setFillColor(HexColor(house.INK))
            canvas.circle(x + 4, 6.2, 3.6, stroke=1, fill=int(chosen))
            canvas.setFont(font, 9)
            canvas.drawString(x + 11, 3, degree.value)
            x += 26 + fonts.width(degree.value, 9, font)


class _CapRule(BaseFlowable):
    """A dashed line over the highest rung that counts."""

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """A thin line."""
        self.width = width
        return width, 3

    def draw(self) -> None:
        """Draw the dashes."""
        with artifact(self.canv):
            self.canv.saveState()
            self.canv.setStrokeColor(HexColor(house.INK))
            self.canv.setLineWidth(1)
            self.canv.setDash(4, 2.5)
            self.canv.line(0, 1.5, self.width, 1.5)
            self.canv.restoreState()


class _Rungs(Table):
    """Rows of rungs, which never leave each other unless they are taller than a page."""

    _rowHeights: list[float]

    def split(self, width: float, height: float) -> list[Flowable]:
        """A ladder is one thing."""
        if sum(self._rowHeights) <= TALLEST:
            return []
        self.splitInRow = int(max(self._rowHeights) > TALLEST)
        return split_rows(self, super().split, width, height)


def ladder(rungs: Sequence[Rung], cap: CapLine | None, palette: Palette) -> Flowable:
    """The rungs from the lowest; the chosen one tinted, bold, with bar and filled ring.

    A cap is a dashed line above the highest rung that counts, with its reason.
    """
    cells: list[list[Any]] = []
    rules: list[tuple[Any, ...]] = [
        ("FONTNAME", (0, 0), (-1, -1), fonts.REGULAR),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (0, -1), _INDENT),
        ("LEFTPADDING", (1, 0), (1, -1), 5),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
        ("TOPPADDING", (0, 0), (-1, -1), _AIR),
        ("BOTTOMPADDING", (0, 0), (-1, -1), _AIR),
    ]
    for rung in rungs:
        row = len(cells)
        cells.append([Ring(rung), paragraph(rung.words, "chosen" if rung.chosen else "rung")])
        if rung.chosen:
            rules.append(("BACKGROUND", (0, row), (-1, row), HexColor(palette.chosen)))
            rules.append(("LINEBEFORE", (0, row), (0, row), _BAR, HexColor(house.INK), "butt"))
        elif rung is not rungs[-1]:
            rules.append(("LINEBELOW", (1, row), (1, row), house.RULE_THIN, HexColor(house.TABLE_LINE)))
        if cap is not None and rung.mark == str(cap.at):
            words = f"Counts at most level {cap.at}: {cap.because}"
            cells.append(["", [_CapRule(), paragraph(words, "grey")]])
            rules.append(("TOPPADDING", (0, row + 1), (-1, row + 1), 0))
    widths = [_ROOM, house.TEXT_WIDTH - _ROOM]
    tags: Any = LayoutTags()  # ReportLab takes any callable; its stubs want their class
    return _Rungs(cells, colWidths=widths, hAlign="LEFT", style=TableStyle(rules), renderCB=tags)
