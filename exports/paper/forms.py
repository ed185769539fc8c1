"""Parts of a paper form: boxes to tick, lines to write on, cells to fill. All of them drawn."""

from collections.abc import Sequence

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable as BaseFlowable
from reportlab.platypus import TableStyle

from exports import fonts, house
from exports.paper.styles import Flowable, paragraph, style
from exports.paper.tables import PageTable
from exports.paper.tagging import TableTags, artifact, marked

LINE_GAP = 19.5
LARGE_LINE_GAP = 27.0
_LARGER = 13.5 / 8.5
_BOX = 8.6
_SIZE = 8.5
_LEADING = 11.0


class TickBox(BaseFlowable):
    """An empty square."""

    def __init__(self, size: float = 10.5) -> None:
        super().__init__()
        self.size = size

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The room of the square."""
        return self.size, self.size

    def draw(self) -> None:
        """Draw the square."""
        with artifact(self.canv):
            self.canv.setStrokeColor(HexColor(house.INK))
            self.canv.setLineWidth(0.8)
            self.canv.rect(0, 0, self.size, self.size, stroke=1, fill=0)


class WritingLines(BaseFlowable):
    """Lines to write on; they continue on the next page."""

    def __init__(
        self, count: int, *, numbered: bool = False, first: int = 1, large: bool = False
    ) -> None:
        super().__init__()
        self.count, self.numbered, self.first, self.large = count, numbered, first, large
        self.gap = LARGE_LINE_GAP if large else LINE_GAP

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """As wide as there is room."""
        self.width = width
        return width, self.count * self.gap

    def split(self, _width: float, height: float) -> list[Flowable]:
        """Whole lines on each page, at least two."""
        fitting = min(int(height // self.gap), self.count - 2)
        if fitting < 2:
            return []
        rest, later = self.count - fitting, self.first + fitting
        return [
            WritingLines(fitting, numbered=self.numbered, first=self.first, large=self.large),
            WritingLines(rest, numbered=self.numbered, first=later, large=self.large),
        ]

    def draw(self) -> None:
        """Draw the lines from the top down."""
        with artifact(self.canv):
            self._draw()

    def _draw(self) -> None:
        canvas, size = self.canv, 11 if self.large else 8
        canvas.setStrokeColor(HexColor(house.AXIS_END))
        canvas.setLineWidth(0.5)
        for place in range(self.count):
            y = (self.count - place - 1) * self.gap + 1
            left = 0.0
            if self.numbered:
                left = 1.5 * size
                canvas.setFont(fonts.REGULAR, size)
                canvas.setFillColor(HexColor(house.CAPTION))
                canvas.drawString(0, y + 2, str(self.first + place))
            canvas.line(left, y, self.width, y)


class Choices(BaseFlowable):
    """Options with a box each, set in running lines; a long label wraps under itself."""

    def __init__(self, labels: Sequence[str], *, large: bool = False) -> None:
        super().__init__()
        self.labels = labels
        scale = _LARGER if large else 1.0
        self.size, self.leading, self.box = _SIZE * scale, (_LEADING + 2.5) * scale, _BOX * scale
        self.placed: list[tuple[float, int, list[str]]] = []
        self.lines = 0

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Place the options; the height follows."""
        self.placed, x, line, deepest = [], 0.0, 0, 1
        for label in self.labels:
            room = self.box + 5 + fonts.width(label, self.size)
            if x and x + room > width:
                x, line, deepest = 0.0, line + deepest, 1
            words = fonts.wrap(label, width - self.box - 5, self.size)
            self.placed.append((x, line, words))
            deepest = max(deepest, len(words))
            x += room + 14
        self.lines = line + deepest
        return width, self.lines * self.leading

    def draw(self) -> None:
        """Draw boxes and labels."""
        with marked(self.canv, "P"):
            self._draw()

    def _draw(self) -> None:
        canvas, leading = self.canv, self.leading
        canvas.setStrokeColor(HexColor(house.INK))
        canvas.setLineWidth(0.8)
        for x, line, words in self.placed:
            y = (self.lines - line) * leading - 0.78 * leading
            canvas.rect(x, y - 0.07 * self.box, self.box, self.box, stroke=1, fill=0)
            for place, part in enumerate(words):
                _draw_text(canvas, x + self.box + 5, y + 0.8 - place * leading, part, self.size)


def empty_grid(
    rows: Sequence[str], columns: Sequence[str], width: float, *, large: bool = False
) -> Flowable:
    """A table with empty cells to write figures into."""
    label = width * 0.4
    cell = (width - label) / max(1, len(columns))
    head = ["", *(paragraph(words, "label", large=large) for words in columns)]
    body = [[paragraph(words, "small", large=large), *("" for _ in columns)] for words in rows]
    fonts.ensure_fonts()
    return PageTable(
        [head, *body],
        colWidths=[label, *[cell] * len(columns)],
        renderCB=TableTags(1),
        repeatRows=1,
        style=TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), style("cell").fontName),
                ("GRID", (1, 1), (-1, -1), 0.5, HexColor(house.AXIS_END)),
                ("LEFTPADDING", (0, 0), (0, -1), 0),
                ("LEFTPADDING", (1, 0), (-1, -1), 3),
                ("RIGHTPADDING", (0, 0), (-1, -1), 3),
                ("TOPPADDING", (0, 0), (-1, -1), 3),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
                ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ]
        ),
    )


def _draw_text(canvas: Flowable, x: float, y: float, words: str, size: float) -> None:
    canvas.setFillColor(HexColor(house.INK))
    for name, piece in fonts.runs(words):
        canvas.setFont(name, size)
        canvas.drawString(x, y, piece)
        x += fonts.width(piece, size)
