"""What moves a score, which ranks it takes, how far experts agree."""

from collections.abc import Sequence
from dataclasses import dataclass

from exports import axes, fonts, house, marks
from exports.chart_rows import RankRow, SwingRow, ranks_text
from exports.look import PAPER, Look
from exports.row_drawing import RowDrawing
from wb6assess.reports.figures import interval_text, signed_text
from wb6assess.reports.region.rows import AgreementRow
from wb6assess.scoring.reliability import LIMITS

_LABELS = 150.0
_VALUE = 30.0
_NUMBER = 40.0
"""Between the axis of agreement and the end of the column that says it."""
_READING = 7.5
_OUT = 44.0
"""Room for the column "Left out"."""


def swing_bars(
    rows: Sequence[SwingRow],
    look: Look = PAPER,
    *,
    heading: str,
    full: float | None = None,
    width: float = house.TEXT_WIDTH,
) -> RowDrawing:
    """One indicator at a time, a level down to the left and a level up to the right.

    Args:
        rows: Largest swing first.
        look: Colours, words, sizes.
        heading: What the bars mean ("Points of the overall score").
        full: Change that fills one side; the largest of the rows when None.
        width: Of the whole chart.
    """
    labels_end = min(206.0, 0.42 * width)
    key_width = max((fonts.width(row.key, 7.5) for row in rows), default=0.0) + 8
    labels = [axes.wrap(look, row.label, labels_end - key_width - 8) for row in rows]
    heights = [axes.row_height(look.row - 1, lines, air=6) for lines in labels]
    right = width - _OUT
    zero, room = (labels_end + right) / 2, (right - labels_end) / 2 - _VALUE
    top = sum(heights) + 3
    head = fonts.wrap(heading, right - labels_end - 4, 7.5, fonts.BOLD)
    chart = RowDrawing(width, top + 5.5 + 9.5 * len(head), look)
    colours = chart.palette
    axes.head(chart, 0, top + 6, look.words.indicator)
    for place, words in enumerate(reversed(head)):
        axes.head(chart, zero, top + 6 + 9.5 * place, words, anchor="middle")
    axes.head(chart, width, top + 6, look.words.left_out, anchor="end")
    chart.line(0, top, width, top, house.RULE, colours.ink)
    scale = room / max([full or 0.0, 1e-9, *(max(row.up, -row.down) for row in rows)])
    middles = chart.walk(top, [row.key for row in rows], heights, stroke=colours.table_line)
    for row, lines, middle in zip(rows, labels, middles, strict=True):
        chart.caption(0, middle - 2.7, row.key)
        axes.stack(chart, key_width, middle, lines, font=axes.font_of(chart, row.key))
        low, high = row.down * scale, row.up * scale
        chart.box(zero + low, middle - 4, -low, 8, colours.soft, edge=colours.bar)
        chart.box(zero, middle - 4, high, 8, colours.bar, edge=colours.bar)
        for x, change, anchor in ((low - 4, row.down, "end"), (high + 4, row.up, "start")):
            words = signed_text(change)
            chart.text(zero + x, middle - 2.9, words, 8, font=fonts.BOLD, anchor=anchor)
        out = signed_text(row.removed)
        chart.text(width, middle - 3, out, 8, fill=colours.caption, anchor="end")
    chart.line(zero, 1, zero, top, 0.8, colours.ink)
    return chart


def rank_ranges(
    rows: Sequence[RankRow], look: Look = PAPER, *, width: float = house.TEXT_WIDTH
) -> RowDrawing:
    """The ranks each country takes in nine of ten replicates; for coordinators only."""
    labels_end = min(_LABELS, 0.36 * width)
    labels = [axes.wrap(look, row.label, labels_end - 8) for row in rows]
    heights = [axes.row_height(look.row, lines) for lines in labels]
    last = max(2, *(row.ranks[1] for row in rows if row.ranks), len(rows)) if rows else 2
    axis = axes.Axis(labels_end + 8, width - labels_end - 70, 1, last)
    top = axes.BELOW + sum(heights)
    chart = RowDrawing(width, top + 14, look)
    axes.head(chart, width, top + 5, look.words.ranks, anchor="end")
    chart.line(0, top, width, top, house.RULE, chart.palette.ink)
    for rank in range(1, last + 1):
        x = axis.at(rank)
        chart.line(x, axes.BELOW, x, top, 0.5, chart.palette.axis)
        chart.caption(x, 3.5, str(rank), 6.8, anchor="middle")
    middles = chart.walk(top, [row.about for row in rows], heights)
    for row, lines, middle in zip(rows, labels, middles, strict=True):
        axes.stack(chart, 0, middle, lines, font=axes.font_of(chart, row.about))
        if row.ranks is not None and row.ranks[0] < row.ranks[1]:
            axes.interval(chart, axis, row.ranks, middle, tick=4)
        elif row.ranks is not None:
            chart.add(marks.dot(axis.at(row.ranks[0]), middle, palette=chart.palette))
        words = ranks_text(row)
        chart.text(width, middle - 3, words, axes.LABEL, font=fonts.BOLD, anchor="end")
    return chart


def reliability(
    rows: Sequence[AgreementRow], look: Look = PAPER, *, width: float = house.TEXT_WIDTH
) -> RowDrawing:
    """Agreement with its interval against the two limits; the axis begins below 0 where it must.

    Where it is narrow, interval, units and reading stand below the label.
    """
    layout = _layout(rows, width)
    labels = [axes.wrap(look, row.label, layout.labels - 8) for row in rows]
    remarks = [[] if layout.beside else _below(row, look, layout.labels - 8) for row in rows]
    heights = [
        axes.row_height(look.row, lines, remark) for lines, remark in zip(labels, remarks, strict=True)
    ]
    top = axes.BELOW + sum(heights)
    chart = RowDrawing(width, top + 26, look)
    _limits(chart, layout.axis, top)
    _heads(chart, layout, top + 5)
    chart.line(0, top, width, top, house.RULE, chart.palette.ink)
    middles = chart.walk(top, [row.about for row in rows], heights)
    for row, lines, remark, middle in zip(rows, labels, remarks, middles, strict=True):
        axes.stack(chart, 0, middle, lines, remark, font=axes.font_of(chart, row.about))
        if row.interval is not None:
            axes.interval(chart, layout.axis, row.interval, middle)
        if row.value is not None:
            chart.add(marks.dot(layout.axis.at(row.value), middle, palette=chart.palette))
        chart.text(layout.alpha, middle - 3, row.sign, 8, font=fonts.BOLD, anchor="end")
        if layout.beside:
            chart.text(layout.interval, middle - 3, _ends(row), 8, anchor="end")
            chart.text(layout.units, middle - 3, row.units, 8, anchor="end")
            chart.caption(layout.reading, middle - 2.7, row.reading)
    return chart


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where the columns of agreement end, and where the readings begin."""

    labels: float
    axis: axes.Axis
    beside: bool
    alpha: float
    interval: float
    units: float
    reading: float


def _layout(rows: Sequence[AgreementRow], width: float) -> _Layout:
    found = [row.interval[0] for row in rows if row.interval]
    found += [float(row.value) for row in rows if row.value is not None]
    lowest = -1.0 if min(found, default=0.0) < 0 else 0.0
    reading = width - max(46.0, *(fonts.width(row.reading, _READING) for row in rows), 0.0)
    widest = max((fonts.width(row.label, axes.LABEL, fonts.BOLD) for row in rows), default=0.0)
    alpha, labels = reading - 102, min(_LABELS, widest + 12)
    beside = alpha - _NUMBER - labels >= axes.LEAST
    if not beside:
        alpha, labels = width, min(labels, 0.4 * width)
    axis = axes.Axis(labels, alpha - _NUMBER - labels, lowest, 1.0)
    return _Layout(labels, axis, beside, alpha, reading - 38, reading - 8, reading)


def _heads(chart: RowDrawing, layout: _Layout, y: float) -> None:
    words = chart.look.words
    axes.head(chart, layout.alpha, y, words.alpha, anchor="end")
    if layout.beside:
        axes.head(chart, layout.interval, y, words.interval, anchor="end")
        axes.head(chart, layout.units, y, words.units, anchor="end")
        axes.head(chart, layout.reading, y, words.reading)


def _ends(row: AgreementRow) -> str:
    return interval_text(row.interval, 2) if row.interval else ""


def _below(row: AgreementRow, look: Look, room: float) -> list[str]:
    """What has no column of its own."""
    said = filter(None, (_ends(row), f"{look.words.units} {row.units}", row.reading))
    return [line for words in said for line in fonts.wrap(words, room, axes.REMARK)]


def _limits(chart: RowDrawing, axis: axes.Axis, top: float) -> None:
    """The axis with the limits from which agreement is tentative and reliable."""
    for value in (axis.lowest, 0.0, 1.0):
        x = axis.at(value)
        chart.line(x, axes.BELOW, x, top, 0.5, chart.palette.axis_end)
        chart.caption(x, 3.5, f"{value:.0f}".replace("-", "–"), 6.8, anchor="middle")
    for limit, words, anchor in zip(LIMITS, chart.look.words.limits, ("end", "start"), strict=True):
        x = axis.at(limit)
        chart.line(x, axes.BELOW, x, top + 11, 0.8, chart.palette.bar)
        chart.caption(x, top + 15, words, 6.8, anchor=anchor)
