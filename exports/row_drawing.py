"""A drawing in rows that knows its look, and where each of its rows lies."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.graphics.shapes import Drawing

from exports import fonts, house, marks
from exports.look import PAPER, Look


@dataclass(frozen=True, slots=True)
class RowPlace:
    """Where a row lies, in points from the upper edge, and what it is about."""

    about: str
    top: float
    bottom: float


class RowDrawing(Drawing):
    """A chart: shapes in points, origin at the lower left, and the places of its rows."""

    def __init__(self, width: float, height: float, look: Look = PAPER) -> None:
        super().__init__(width, height)
        # ReportLab checks attributes without an underscore against those a drawing may have.
        self._look = look
        self._places: list[RowPlace] = []

    @property
    def look(self) -> Look:
        """Colours, words and sizes."""
        return self._look

    @property
    def palette(self) -> house.Palette:
        """Colours."""
        return self._look.palette

    @property
    def places(self) -> tuple[RowPlace, ...]:
        """The rows, from top to bottom."""
        return tuple(self._places)

    def walk(
        self,
        top: float,
        about: Sequence[str],
        heights: Sequence[float],
        *,
        stroke: str = "",
        last: bool = True,
        end: float | None = None,
    ) -> Iterator[float]:
        """The middle of each row, from `top` down, with a hairline below.

        Args:
            top: Where the first row begins.
            about: What each row stands for.
            heights: Of the rows.
            stroke: Colour of the hairlines.
            last: Whether the last row has one, too.
            end: Where hairlines end; at the right edge when None.
        """
        y, count = top, len(heights)
        for place, (what, height) in enumerate(zip(about, heights, strict=True), 1):
            self._places.append(RowPlace(what, self.height - y, self.height - y + height))
            middle = y - height / 2
            y -= height
            if last or place < count:
                colour = stroke or self.palette.hairline
                self.line(0, y, self.width if end is None else end, y, house.RULE_THIN, colour)
            yield middle

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        *,
        font: str = fonts.REGULAR,
        fill: str = "",
        anchor: str = "start",
    ) -> None:
        """One line in ink, or another colour, on its baseline."""
        colour = fill or self.palette.ink
        self.add(marks.text(x, y, words, size, font=font, fill=colour, anchor=anchor))

    def caption(
        self, x: float, y: float, words: str, size: float = 7.5, *, anchor: str = "start"
    ) -> None:
        """One line in the colour of captions."""
        self.text(x, y, words, size, fill=self.palette.caption, anchor=anchor)

    def line(self, x1: float, y1: float, x2: float, y2: float, weight: float, stroke: str) -> None:
        """A straight rule."""
        self.add(marks.line(x1, y1, x2, y2, weight, stroke))

    def box(self, x: float, y: float, width: float, height: float, fill: str, **edge: Any) -> None:
        """A rectangle, with an edge only when one is named."""
        self.add(marks.box(x, y, width, height, fill, **edge))
