"""The axis charts share, from 0 to 100, and the parts of a labelled row on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from reportlab.graphics.shapes import Drawing

from exports import fonts, house, marks
from exports.chart_rows import DotRow
from exports.house import Palette
from wb6assess.reports.figures import CONFIDENTIAL, INSUFFICIENT

TICKS = (0, 20, 40, 60, 80, 100)
LABEL = 8.5
LEADING = 10.5
STRIP = 9.0
"""Height of the strip of bands."""
BELOW = 13.0
"""Room for the numbers under an axis."""
COLUMN = 44.0
ROW = 18.5
"""Height of a row of one line."""
_HEAD = 7.5


@dataclass(frozen=True, slots=True)
class Axis:
    """Values from `lowest` to `highest` on a stretch of the page; scores 0-100 when not said."""

    left: float
    width: float
    lowest: float = 0.0
    highest: float = 100.0

    def at(self, value: Decimal | float) -> float:
        """Where a value stands."""
        return self.left + self.width * (float(value) - self.lowest) / (self.highest - self.lowest)


def frame(drawing: Drawing, axis: Axis, bottom: float, top: float, palette: Palette) -> None:
    """The strip of bands above the rows and the limits of the bands through them."""
    drawing.add(marks.band_strip(axis.left, top, axis.width, STRIP, palette=palette))
    ticks(drawing, axis, bottom, top)


def ticks(drawing: Drawing, axis: Axis, bottom: float, top: float) -> None:
    """A vertical line at each band limit, its number below."""
    for tick in TICKS:
        x = axis.at(tick)
        edge = tick in {0, 100}
        drawing.add(marks.line(x, bottom, x, top, 0.5, house.AXIS_END if edge else house.AXIS))
        drawing.add(marks.text(x, bottom - 9.5, str(tick), 6.8, fill=house.CAPTION, anchor="middle"))


def head(drawing: Drawing, x: float, y: float, words: str, *, anchor: str = "start") -> None:
    """The head of a column."""
    drawing.add(marks.text(x, y, words, _HEAD, font=fonts.BOLD, fill=house.CAPTION, anchor=anchor))


def stack(
    drawing: Drawing,
    x: float,
    middle: float,
    lines: Sequence[str],
    remark: Sequence[str] = (),
    *,
    font: str = fonts.REGULAR,
) -> None:
    """Lines of a label, and a smaller remark under it, centred on the row."""
    height = LEADING * len(lines) + 9.0 * len(remark)
    y = middle + height / 2 - 8.3
    for words in lines:
        drawing.add(marks.text(x, y, words, LABEL, font=font))
        y -= LEADING
    y += 1.2
    for words in remark:
        drawing.add(marks.text(x, y, words, 7.2, fill=house.CAPTION))
        y -= 9.0


def dot(
    drawing: Drawing, axis: Axis, row: DotRow, middle: float, *, radius: float = 3.3, band: float = 8
) -> None:
    """A row's score as a dot with a line from 0, or the sign's own mark `band` points high."""
    if row.value is not None:
        x = axis.at(row.value)
        if row.interval is not None:
            interval(drawing, axis, row.interval, middle, tick=min(3.0, radius))
        else:
            drawing.add(marks.line(axis.left, middle, x, middle, 0.7, house.AXIS_END))
        drawing.add(marks.dot(x, middle, radius=radius))
    else:
        no_value(drawing, axis, row.sign, middle, band)


def interval(
    drawing: Drawing, axis: Axis, ends: tuple[float, float], middle: float, *, tick: float = 3.0
) -> None:
    """A line from end to end with ticks `tick` points up and down."""
    left, right = axis.at(ends[0]), axis.at(ends[1])
    drawing.add(marks.line(left, middle, right, middle, 1.5, house.INK))
    for x in (left, right):
        drawing.add(marks.line(x, middle - tick, x, middle + tick, 1.0, house.INK))


def no_value(drawing: Drawing, axis: Axis, sign: str, middle: float, height: float = 8) -> None:
    """Hatched for insufficient data, flat grey for confidential, nothing for not applicable."""
    bottom = middle - height / 2
    if sign == INSUFFICIENT:
        drawing.add(marks.hatch(axis.left, bottom, axis.width, height))
    elif sign == CONFIDENTIAL:
        fill = house.CONFIDENTIAL_FILL
        drawing.add(marks.box(axis.left, bottom, axis.width, height, fill, edge=house.BAND_EDGE))


def dot_values(
    drawing: Drawing,
    row: DotRow,
    middle: float,
    right: float,
    palette: Palette,
    *,
    step: float = COLUMN,
    font: str = fonts.BOLD,
) -> None:
    """Score, band and further columns of a row; `right` is where the band column ends."""
    drawing.add(marks.text(right - 37, middle - 3, row.sign, LABEL, font=font, anchor="end"))
    if row.provisional:
        drawing.add(marks.text(right - 36, middle - 2, "†", 7.5))
    if row.band is not None:
        drawing.add(marks.chip(right - 22, middle - marks.CHIP_HEIGHT / 2, row.band, palette=palette))
    for place, words in enumerate(row.columns):
        x = right + step * (place + 1)
        drawing.add(marks.text(x, middle - 3, words, 8, fill=house.CAPTION, anchor="end"))


def column_heads(
    drawing: Drawing,
    first: str,
    columns: Sequence[str],
    y: float,
    right: float,
    width: float,
    *,
    step: float = COLUMN,
) -> None:
    """Heads of the label column, of score and band, and of the further columns."""
    head(drawing, 0, y, first)
    head(drawing, right - 37, y, "Score", anchor="end")
    head(drawing, right - 6, y, "Band", anchor="end")
    for place, words in enumerate(reversed(columns)):
        head(drawing, width - step * place, y, words, anchor="end")
