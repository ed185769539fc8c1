"""Law against practice: a dumbbell, alone or in rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from exports import axes, fonts, house, marks
from exports.chart_rows import PairRow
from exports.look import PAPER, Look, Words
from exports.row_drawing import RowDrawing
from wb6assess.reports.figures import CONFIDENTIAL, score_text

_COLUMNS = 106.0
"""Room for law, practice and gap."""
_READING = 66.0
_BESIDE = 42.0
"""Width of a column outside the gap."""
_NARROW = 84.0


def dumbbell(row: PairRow, look: Look = PAPER, *, width: float = house.TEXT_WIDTH) -> RowDrawing:
    """Law and practice of one assessment on an axis, directly labelled."""
    above = [
        (value, f"{words} {score_text(value)}")
        for value, words in ((row.institution, "institutions"), (row.interface, "interface with the EU"))
        if value is not None
    ]
    chart = RowDrawing(width, 51 + 11 * max(1, len(above)), look)
    axis, middle = axes.Axis(5, width - 14), 30.0
    axes.ticks(chart, axis, 13, 47)
    _pair(chart, axis, row, middle)
    for place, (value, words) in enumerate(above):
        _plate(chart, axis.at(value), 52 + 11 * place, words, fill=chart.palette.caption)
    named = [
        (value, words)
        for value, words in ((row.law, "law"), (row.practice, "practice"))
        if value is not None
    ]
    aside = None if row.institution is None else axis.at(row.institution)
    for value, words in named:
        others = [other for other, _ in named if other is not value]
        right = not others or value > others[0] or (value == others[0] and words == "law")
        label = f"{words} {score_text(value)}"
        _side_label(chart, axis.at(value), middle, label, right=right, avoid=aside)
    return chart


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where a dumbbell chart has its axis, and which columns have room beside it.

    What has none stands in words below the label, so that the axis never gets too short to read.
    """

    labels: float
    axis: axes.Axis
    reading: bool
    beside: Sequence[tuple[str, Sequence[Decimal | None]]]
    below: Sequence[tuple[str, Sequence[Decimal | None]]]

    def stops(self) -> tuple[float, float, float]:
        """Right edges of law, practice and gap."""
        edge = self.axis.left + self.axis.width
        return edge + 34, edge + 76, edge + _COLUMNS


def _layout(rows: Sequence[PairRow], width: float, words: Words) -> _Layout:
    every = _beside(rows, words.beside_heads)
    labels = 132.0 if not every else 100.0
    wide = labels + _COLUMNS + _READING
    if width - wide - _BESIDE * len(every) >= axes.LEAST or not every:
        beside, below = every, every[:0]
    else:
        beside, below = every[:0], _beside(rows, words.beside)
    reading = width - wide - _BESIDE * len(beside) >= axes.LEAST
    if not reading:
        labels = max(_NARROW, min(labels, 0.28 * width))
    right = _COLUMNS + _READING * reading + _BESIDE * len(beside)
    return _Layout(labels, axes.Axis(labels, width - labels - right), reading, beside, below)


def law_practice(
    rows: Sequence[PairRow], look: Look = PAPER, *, width: float = house.TEXT_WIDTH
) -> RowDrawing:
    """Law and practice of several countries, one row each; gap and reading, the rest beside.

    Institutions and the interface with the EU have columns of their own where a row has them: they are
    outside the gap. Where it is narrow they and the reading stand below the label.
    """
    words, layout = look.words, _layout(rows, width, look.words)
    labels = [axes.wrap(look, row.label, layout.labels - 8) for row in rows]
    remarks = [_remark(row, place, layout, words) for place, row in enumerate(rows)]
    heights = [
        axes.row_height(look.row, lines, remark) for lines, remark in zip(labels, remarks, strict=True)
    ]
    top = axes.BELOW + sum(heights)
    chart = RowDrawing(width, top + axes.STRIP + 14, look)
    _heads(chart, layout, top + axes.STRIP + 5)
    axes.frame(chart, layout.axis, axes.BELOW, top)
    middles = chart.walk(top, [row.about for row in rows], heights, last=False)
    for place, (row, middle) in enumerate(zip(rows, middles, strict=True)):
        font = axes.font_of(chart, row.about)
        axes.stack(chart, 0, middle, labels[place], remarks[place], font=font)
        _pair(chart, layout.axis, row, middle)
        _values(chart, layout, row, place, middle)
    return chart


def _heads(chart: RowDrawing, layout: _Layout, y: float) -> None:
    words = chart.look.words
    for stop, name in zip(layout.stops(), (words.law, words.practice, words.gap), strict=True):
        axes.head(chart, stop, y, name, anchor="end")
    if layout.reading:
        axes.head(chart, layout.stops()[-1] + 10, y, words.reading)
    for place, (name, _) in enumerate(reversed(layout.beside)):
        axes.head(chart, chart.width - _BESIDE * place, y, name, anchor="end")


def _values(chart: RowDrawing, layout: _Layout, row: PairRow, place: int, middle: float) -> None:
    stops = layout.stops()
    texts = ((row.law, fonts.REGULAR), (row.practice, fonts.REGULAR), (row.gap, fonts.BOLD))
    for stop, (value, font) in zip(stops, texts, strict=True):
        words = score_text(value, row.missing)
        chart.text(stop, middle - 3, words, axes.LABEL, font=font, anchor="end")
    reading = fonts.wrap(_reading(row, chart.look.words), 58, 7.5) if layout.reading else []
    for line, words in enumerate(reading):
        base = middle - 2.7 + 4.4 * (len(reading) - 1) - 8.8 * line
        chart.caption(stops[-1] + 10, base, words)
    for column, (_, values) in enumerate(reversed(layout.beside)):
        words = score_text(values[place], row.missing)
        x = chart.width - _BESIDE * column
        chart.text(x, middle - 3, words, 8, fill=chart.palette.caption, anchor="end")


def _remark(row: PairRow, place: int, layout: _Layout, words: Words) -> list[str]:
    """What has no column of its own."""
    said = [] if layout.reading else [_reading(row, words)]
    said += [f"{name} {score_text(values[place], row.missing)}" for name, values in layout.below]
    return [line for text in said for line in fonts.wrap(text, layout.labels - 8, axes.REMARK)]


def _beside(
    rows: Sequence[PairRow], names: tuple[str, str]
) -> Sequence[tuple[str, Sequence[Decimal | None]]]:
    """Names and values of what stands outside the gap, where any row has it."""
    columns = [
        (names[0], [row.institution for row in rows]),
        (names[1], [row.interface for row in rows]),
    ]
    return [(name, values) for name, values in columns if any(value is not None for value in values)]


def _pair(chart: RowDrawing, axis: axes.Axis, row: PairRow, middle: float) -> None:
    colours = chart.palette
    if row.interface is not None:
        chart.add(marks.square(axis.at(row.interface), middle, stroke=colours.ink))
    if row.law is None and row.practice is None:
        axes.no_value(chart, axis, row.missing, middle)
        return
    if row.law is not None and row.practice is not None:
        x1, x2 = axis.at(row.law), axis.at(row.practice)
        chart.line(x1, middle, x2, middle, 1.6, colours.axis_end)
    if row.institution is not None:
        x = axis.at(row.institution)
        chart.line(x, middle - 5, x, middle + 5, 1.2, colours.ink)
    if row.law is not None:
        chart.add(marks.dot(axis.at(row.law), middle, radius=4, fill=colours.law, palette=colours))
    if row.practice is not None:
        close = row.gap is not None and abs(row.gap) < 5
        chart.add(marks.diamond(axis.at(row.practice), middle, filled=not close, palette=colours))


def _reading(row: PairRow, words: Words) -> str:
    """What the gap is called where there is little room."""
    missing = words.confidential if row.missing == CONFIDENTIAL else words.insufficient
    return row.reading(words.gaps) or missing


def _side_label(
    chart: RowDrawing, x: float, y: float, words: str, *, right: bool, avoid: float | None
) -> None:
    """A direct label beside its mark; under it where the page ends or a mark at `avoid` stands."""
    room = fonts.width(words, 8, fonts.BOLD)
    start = x + 9 if right else x - 9 - room
    covers = avoid is not None and start - 3 <= avoid <= start + room + 3
    if start < 0 or start + room > chart.width or covers:
        _plate(chart, x, y - 15, words, font=fonts.BOLD)
        return
    chart.box(start - 1.5, y - 5, room + 3, 10, chart.palette.paper)
    chart.text(start, y - 2.9, words, 8, font=fonts.BOLD)


def _plate(
    chart: RowDrawing, x: float, y: float, words: str, *, font: str = fonts.REGULAR, fill: str = ""
) -> None:
    """A label on a plate of paper, centred at x but kept inside the picture."""
    room = fonts.width(words, 8, font)
    start = min(max(0.0, x - room / 2), chart.width - room)
    chart.box(start - 1.5, y - 2.5, room + 3, 10, chart.palette.paper)
    chart.text(start, y, words, 8, font=font, fill=fill)
