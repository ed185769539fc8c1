"""The axis charts share, from 0 to 100, and the parts of a labelled row on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from exports import fonts, marks
from exports.chart_rows import DotRow
from exports.look import Look
from exports.row_drawing import RowDrawing
from wb6assess.reports.figures import CONFIDENTIAL, INSUFFICIENT

TICKS = (0, 20, 40, 60, 80, 100)
LABEL = 8.5
LEADING = 10.5
REMARK = 7.2
REMARK_LEADING = 9.0
STRIP = 9.0
"""Height of the strip of bands."""
BELOW = 13.0
"""Room for the numbers under an axis."""
COLUMN = 44.0
LEAST = 110.0
"""An axis narrower than this gives up columns beside it: they go below the label."""


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


def frame(chart: RowDrawing, axis: Axis, bottom: float, top: float) -> None:
    """The strip of bands above the rows and the limits of the bands through them."""
    chart.add(marks.band_strip(axis.left, top, axis.width, STRIP, palette=chart.palette))
    ticks(chart, axis, bottom, top)


def ticks(chart: RowDrawing, axis: Axis, bottom: float, top: float) -> None:
    """A vertical line at each band limit, its number below."""
    colours = chart.palette
    for tick in TICKS:
        x = axis.at(tick)
        chart.line(x, bottom, x, top, 0.5, colours.axis_end if tick in {0, 100} else colours.axis)
        chart.caption(x, bottom - 9.5, str(tick), 6.8, anchor="middle")


def head(chart: RowDrawing, x: float, y: float, words: str, *, anchor: str = "start") -> None:
    """The head of a column."""
    chart.text(x, y, words, 7.5, font=fonts.BOLD, fill=chart.palette.caption, anchor=anchor)


def wrap(look: Look, words: str, room: float) -> list[str]:
    """A label as lines; on screen with room for bold letters, so that choosing a row moves nothing."""
    return fonts.wrap(words, room, LABEL, fonts.BOLD if look.on_screen else fonts.REGULAR)


def row_height(
    least: float, lines: Sequence[str], remark: Sequence[str] = (), *, air: float = 8
) -> float:
    """Height of a row with such a label."""
    return max(least, LEADING * len(lines) + REMARK_LEADING * len(remark) + air)


def stack(
    chart: RowDrawing,
    x: float,
    middle: float,
    lines: Sequence[str],
    remark: Sequence[str] = (),
    *,
    font: str = fonts.REGULAR,
) -> None:
    """Lines of a label, and a smaller remark under it, centred on the row."""
    height = LEADING * len(lines) + REMARK_LEADING * len(remark)
    y = middle + height / 2 - 8.3
    for words in lines:
        chart.text(x, y, words, LABEL, font=font)
        y -= LEADING
    y += 1.2
    for words in remark:
        chart.caption(x, y, words, REMARK)
        y -= REMARK_LEADING


def font_of(chart: RowDrawing, about: str) -> str:
    """Bold for the label of the row that is chosen."""
    return fonts.BOLD if about and about == chart.look.chosen else fonts.REGULAR


def dot(
    chart: RowDrawing,
    axis: Axis,
    row: DotRow,
    middle: float,
    *,
    radius: float = 3.3,
    band: float = 8,
) -> None:
    """A row's score as a dot with a line from 0, or the sign's own mark `band` points high."""
    if row.value is None:
        no_value(chart, axis, row.sign, middle, band)
        return
    x = axis.at(row.value)
    if row.interval is not None:
        interval(chart, axis, row.interval, middle, tick=min(3.0, radius))
    else:
        chart.line(axis.left, middle, x, middle, 0.7, chart.palette.axis_end)
    if chart.look.on_screen and row.code:
        chart.add(marks.country(row.code, x, middle, palette=chart.palette))
    else:
        chart.add(marks.dot(x, middle, radius=radius, palette=chart.palette))


def interval(
    chart: RowDrawing, axis: Axis, ends: tuple[float, float], middle: float, *, tick: float = 3.0
) -> None:
    """A line from end to end with ticks `tick` points up and down."""
    left, right = axis.at(ends[0]), axis.at(ends[1])
    chart.line(left, middle, right, middle, 1.5, chart.palette.ink)
    for x in (left, right):
        chart.line(x, middle - tick, x, middle + tick, 1.0, chart.palette.ink)


def no_value(chart: RowDrawing, axis: Axis, sign: str, middle: float, height: float = 8) -> None:
    """Hatched for insufficient data, flat grey for confidential, nothing for not applicable."""
    bottom, colours = middle - height / 2, chart.palette
    if sign == INSUFFICIENT:
        chart.add(marks.hatch(axis.left, bottom, axis.width, height, palette=colours))
    elif sign == CONFIDENTIAL:
        chart.box(axis.left, bottom, axis.width, height, colours.confidential, edge=colours.band_edge)


def dot_values(
    chart: RowDrawing,
    row: DotRow,
    middle: float,
    right: float,
    *,
    step: float = COLUMN,
    font: str = fonts.BOLD,
    columns: bool = True,
) -> None:
    """Score, band and further columns of a row; `right` is where the band column ends."""
    chart.text(right - 37, middle - 3, row.sign, LABEL, font=font, anchor="end")
    if row.provisional:
        chart.text(right - 36, middle - 2, "†", 7.5)
    if row.band is not None:
        chip = marks.chip(right - 22, middle - marks.CHIP_HEIGHT / 2, row.band, palette=chart.palette)
        chart.add(chip)
    if row.bordering is not None:
        chart.caption(right - 5, middle - 2.5, row.bordering.letter, 6.8)
    for place, words in enumerate(row.columns if columns else ()):
        x = right + step * (place + 1)
        chart.text(x, middle - 3, words, 8, fill=chart.palette.caption, anchor="end")


def column_heads(
    chart: RowDrawing,
    first: str,
    columns: Sequence[str],
    y: float,
    right: float,
    *,
    step: float = COLUMN,
) -> None:
    """Heads of the label column, of score and band, and of the further columns."""
    words = chart.look.words
    head(chart, 0, y, first)
    head(chart, right - 37, y, words.score, anchor="end")
    head(chart, right - 10, y, words.band, anchor="end")  # clear of a wide head beside it
    for place, name in enumerate(reversed(columns)):
        head(chart, chart.width - step * place, y, name, anchor="end")
