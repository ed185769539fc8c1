"""Building blocks of pages: rules, bookmarks, charts, vector marks."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable as BaseFlowable

from exports import fonts, house
from exports.paper.canvas import paper_under
from exports.paper.styles import Flowable
from exports.paper.tagging import artifact, marked
from wb6assess.model.vocabulary import Severity

Row = TypeVar("Row")

TALLEST = 0.8 * house.PAGE_HEIGHT - 48 * house.MM
"""Height in points of what may need a page break inside, however long foot and head are."""


class Rule(BaseFlowable):
    """A horizontal rule as wide as the text."""

    def __init__(
        self,
        weight: float = house.RULE_STRONG,
        stroke: str = house.INK,
        *,
        after: float = 0.0,
        length: float | None = None,
    ) -> None:
        super().__init__()
        self.weight, self.stroke, self.after, self.length = weight, stroke, after, length
        self.keepWithNext = 1

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """As wide as there is room."""
        self.width = self.length or width
        return self.width, self.weight + self.after

    def draw(self) -> None:
        """Draw the line at the top of its room."""
        with artifact(self.canv):
            self.canv.setStrokeColor(HexColor(self.stroke))
            self.canv.setLineWidth(self.weight)
            y = self.after + self.weight / 2
            self.canv.line(0, y, self.width, y)


class Bookmark(BaseFlowable):
    """An entry of the outline that leads here; takes no room."""

    def __init__(self, title: str, key: str, level: int = 0) -> None:
        super().__init__()
        self.title, self.key, self.level = title, key, level
        self.keepWithNext = 1

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """No room at all."""
        return 0, 0

    def draw(self) -> None:
        """Put the entry into the outline."""
        self.canv.bookmarkHorizontal(self.key, 0, 15)
        self.canv.addOutlineEntry(fonts.plain(self.title), self.key, self.level)


class Part(BaseFlowable):
    """From here on heads of pages name this part; takes no room."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.keepWithNext = 1

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """No room at all."""
        return 0, 0

    def draw(self) -> None:
        """A page that begins with a new part names that one, else the one that goes on."""
        top = self.canv.absolutePosition(0, 0)[1] > house.PAGE_HEIGHT - 40 * house.MM
        paper = paper_under(self)
        if top or not paper.part_of_page:
            paper.part_of_page = self.title
        paper.part = self.title


class Item(BaseFlowable):
    """Between two of these lies one question; the head of a page it goes on over says so."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """No room at all."""
        return 0, 0

    def draw(self) -> None:
        """Remember which question is open; none when the name is empty."""
        paper_under(self).item = self.name


class Chart(BaseFlowable, Generic[Row]):
    """A chart over rows that can continue on the next page, with its alternative text."""

    def __init__(
        self,
        rows: Sequence[Row],
        draw: Callable[[Sequence[Row]], Drawing],
        alternative: Callable[[Sequence[Row]], str],
        *,
        least: int = 1,
    ) -> None:
        """`least` rows stay on either side of a page break."""
        super().__init__()
        self.rows, self.picture, self.alternative, self.least = rows, draw, alternative, least
        self.drawing = draw(rows)
        # One row with a very long label may be taller than a page, and a row never splits.
        self.scale = min(1.0, TALLEST / self.drawing.height) if len(rows) == 1 else 1.0

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The size of the drawing."""
        return self.drawing.width * self.scale, self.drawing.height * self.scale

    def split(self, _width: float, height: float) -> list[Flowable]:
        """As many rows as fit here, the rest on the next page."""
        count = bisect_right(
            range(1, len(self.rows) + 1),
            height,
            key=lambda some: self._part(self.rows[:some]).wrap(0, height)[1],
        )
        if count < len(self.rows):
            count = min(count, len(self.rows) - self.least)
        if count < self.least:
            return []
        return [self._part(part) for part in (self.rows[:count], self.rows[count:]) if part]

    def _part(self, rows: Sequence[Row]) -> "Chart[Row]":
        return Chart(rows, self.picture, self.alternative, least=self.least)

    def draw(self) -> None:
        """Draw the shapes as one picture that carries its text alternative."""
        with marked(self.canv, "Figure", fonts.plain(self.alternative(self.rows))):
            self.canv.scale(self.scale, self.scale)
            renderPDF.draw(self.drawing, self.canv, 0, 0)


class Mark(BaseFlowable):
    """A small drawing inside a table cell; without words for it, it is decoration."""

    def __init__(self, drawing: Drawing, alternative: str = "") -> None:
        super().__init__()
        self.drawing, self.alternative = drawing, alternative

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The size of the drawing."""
        return self.drawing.width, self.drawing.height

    def draw(self) -> None:
        """Draw the shapes."""
        words = fonts.plain(self.alternative)
        with marked(self.canv, "Figure", words) if words else artifact(self.canv):
            renderPDF.draw(self.drawing, self.canv, 0, 0)


class FindingMark(BaseFlowable):
    """The kind of a finding as a shape, so that it survives a grey printer."""

    def __init__(self, severity: Severity) -> None:
        super().__init__()
        self.severity = severity

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The room of one text line."""
        return 8, 11

    def draw(self) -> None:
        """Draw the shape; the kind stands as a word beside it."""
        with artifact(self.canv):
            self._draw()

    def _draw(self) -> None:
        """Solid bar: comment; ring: warning; dot: information; square with a bar: blocks."""
        canvas = self.canv
        canvas.setFillColor(HexColor(house.INK))
        canvas.setStrokeColor(HexColor(house.INK))
        match self.severity:
            case Severity.COMMENT:
                canvas.rect(0.5, 0.5, 4.6, 9.5, stroke=0, fill=1)
            case Severity.WARN:
                canvas.setLineWidth(1.3)
                canvas.circle(3, 5, 2.2, stroke=1, fill=0)
            case Severity.INFO:
                canvas.circle(3, 5, 2.6, stroke=0, fill=1)
            case Severity.BLOCK:
                canvas.rect(0, 1.5, 7, 7, stroke=0, fill=1)
                canvas.setFillColor(HexColor(house.WHITE))
                canvas.rect(1.3, 4.2, 4.4, 1.6, stroke=0, fill=1)
