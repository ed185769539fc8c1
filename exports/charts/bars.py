"""Bars from zero: what to fix first, and where an interval comes from."""

from collections.abc import Sequence

from exports import axes, fonts, house, marks
from exports.chart_rows import BarRow, SourceRow
from exports.look import PAPER, Look
from exports.row_drawing import RowDrawing
from wb6assess.reports.figures import score_text

_LABELS = 226.0
_LEVELS = 88.0
"""Room for level now and target."""
_NOW = 66.0
"""Of it, what the heads of the two columns need."""
_DISCS = 74.0
"""The same where they are discs on a line."""
_NUMBER = 32.0
_DISC = 5.2
_HEAD = 9.5
"""Height of a line of a head."""


def gap_bars(
    rows: Sequence[BarRow],
    look: Look = PAPER,
    *,
    heading: str,
    full: float | None = None,
    width: float = house.TEXT_WIDTH,
    label_width: float | None = None,
) -> RowDrawing:
    """Points each indicator would bring, as bars from 0, with the levels now and aimed at.

    Args:
        rows: Largest gain first.
        look: Colours, words, sizes.
        heading: What the bars mean ("Points gained in the domain score").
        full: Gain that fills the room; the largest of the rows when None.
        width: Of the whole chart.
        label_width: Of names and remarks; less than half of the chart when None.
    """
    labels_end = label_width or min(_LABELS, 0.44 * width)
    start = labels_end + (_DISCS if look.on_screen else 0.0)
    room = width - start - (_NUMBER if look.on_screen else _LEVELS)
    key_width = max((fonts.width(row.key, 7.5) for row in rows), default=0.0) + 8
    labels = [axes.wrap(look, row.label, labels_end - key_width - 10) for row in rows]
    remarks = [
        fonts.wrap(row.remark, labels_end - key_width - 10, axes.REMARK) if row.remark else []
        for row in rows
    ]
    heights = [
        axes.row_height(look.row - 1, label, remark, air=6)
        for label, remark in zip(labels, remarks, strict=True)
    ]
    top = sum(heights) + 3
    head = _head_lines(heading, width - start - (0.0 if look.on_screen else _NOW))
    levels = _head_lines(look.words.levels, _DISCS - 4) if look.on_screen else []
    chart = RowDrawing(width, top + 6 + _HEAD * max(len(head), len(levels)), look)
    axes.head(chart, 0, top + 6, look.words.indicator)
    _stack_head(chart, start, top + 6, head)
    _stack_head(chart, labels_end, top + 6, levels)
    if not look.on_screen:
        axes.head(chart, width - 42, top + 6, look.words.now, anchor="end")
        axes.head(chart, width, top + 6, look.words.target, anchor="end")
    chart.line(0, top, width, top, house.RULE, chart.palette.ink)
    scale = room / max([full or 0.0, 1e-9, *(row.gain for row in rows)])
    middles = chart.walk(top, [row.key for row in rows], heights, stroke=chart.palette.table_line)
    for row, label, remark, middle in zip(rows, labels, remarks, middles, strict=True):
        chart.caption(0, middle - 2.7, row.key)
        axes.stack(chart, key_width, middle, label, remark, font=axes.font_of(chart, row.key))
        length = max(0.4, row.gain * scale)
        chart.box(start, middle - 4, length, 8, chart.palette.bar)
        chart.text(start + length + 5, middle - 2.9, score_text(row.gain), 8, font=fonts.BOLD)
        if look.on_screen:
            _discs(chart, row, labels_end + 4 + _DISC, start - 10 - _DISC, middle)
        else:
            _levels(chart, row, middle)
    chart.line(start, 1, start, top, 0.8, chart.palette.ink)
    return chart


def _head_lines(heading: str, room: float) -> list[str]:
    return fonts.wrap(heading, room, 7.5, fonts.BOLD)


def _stack_head(chart: RowDrawing, x: float, y: float, lines: Sequence[str]) -> None:
    """A head of several lines, the last of them at y."""
    for place, words in enumerate(reversed(lines)):
        axes.head(chart, x, y + _HEAD * place, words)


def _levels(chart: RowDrawing, row: BarRow, middle: float) -> None:
    """Level now, an arrow, the target."""
    chart.text(chart.width - 42, middle - 3, row.now, axes.LABEL, anchor="end")
    chart.add(marks.arrow(chart.width - 34, middle, 16, fill=chart.palette.bar))
    chart.text(chart.width - 4, middle - 3, row.target, axes.LABEL, anchor="end")


def _discs(chart: RowDrawing, row: BarRow, left: float, right: float, middle: float) -> None:
    """A filled disc with the level now, a line, a ring with the target, on the scale of levels."""
    colours, scale = chart.palette, axes.Axis(left, right - left)
    now, aim = scale.at(row.score), scale.at(row.aim)
    chart.line(now, middle, aim, middle, 0.8, colours.bar)
    chart.add(marks.ring(aim, middle, radius=_DISC, stroke=colours.bar, palette=colours))
    chart.add(marks.dot(now, middle, radius=_DISC + 0.4, fill=colours.bar, palette=colours))
    for x, words, fill in ((aim, row.target, colours.ink), (now, row.now, colours.paper)):
        size = 7.0 if len(words) == 1 else 5.6
        chart.text(x, middle - 0.36 * size, words, size, font=fonts.BOLD, fill=fill, anchor="middle")


def source_bars(
    rows: Sequence[SourceRow],
    look: Look = PAPER,
    *,
    heading: str = "Width of the interval in points",
    full: float | None = None,
    width: float = house.TEXT_WIDTH,
    label_width: float = 150.0,
) -> RowDrawing:
    """How wide the interval is with everything varying, and with one source alone.

    Args:
        rows: In a fixed order, the whole first.
        look: Colours, words, sizes.
        heading: What the bars mean.
        full: Width that fills the room; the largest of the rows when None.
        width: Of the whole chart.
        label_width: Of the names.
    """
    labels_end = min(label_width, 0.5 * width)
    labels = [axes.wrap(look, row.label, labels_end - 8) for row in rows]
    heights = [axes.row_height(look.row - 2, lines, air=6) for lines in labels]
    head = _head_lines(heading, width - labels_end)
    top = sum(heights) + 3
    chart = RowDrawing(width, top + 6 + _HEAD * len(head), look)
    colours = chart.palette
    axes.head(chart, 0, top + 6, look.words.source)
    _stack_head(chart, labels_end, top + 6, head)
    chart.line(0, top, width, top, house.RULE, colours.ink)
    scale = (width - labels_end - 34) / max([full or 0.0, 1e-9, *(row.width for row in rows)])
    middles = chart.walk(top, [row.label for row in rows], heights, stroke=colours.table_line)
    for row, lines, middle in zip(rows, labels, middles, strict=True):
        axes.stack(chart, 0, middle, lines, font=fonts.BOLD if row.whole else fonts.REGULAR)
        length = max(0.4, row.width * scale)
        chart.box(labels_end, middle - 4, length, 8, colours.bar if row.whole else colours.axis_end)
        chart.text(labels_end + length + 5, middle - 2.9, score_text(row.width), 8, font=fonts.BOLD)
    chart.line(labels_end, 1, labels_end, top, 0.8, colours.ink)
    return chart
