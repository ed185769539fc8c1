"""What moves a score, which ranks it takes, how far experts agree."""

from collections.abc import Sequence

from reportlab.graphics.shapes import Drawing

from exports import axes, fonts, house, marks
from exports.chart_rows import RankRow, SwingRow, ranks_text
from wb6assess.reports.figures import interval_text, signed_text
from wb6assess.reports.region.rows import AgreementRow
from wb6assess.scoring.reliability import LIMITS

_LABELS = 150.0
_VALUE = 30.0


def swing_bars(
    rows: Sequence[SwingRow], *, heading: str, full: float | None = None, width: float = house.TEXT_WIDTH
) -> Drawing:
    """One indicator at a time, a level down to the left and a level up to the right.

    Args:
        rows: Largest swing first.
        heading: What the bars mean ("Points of the overall score").
        full: Change that fills one side; the largest of the rows when None.
        width: Of the whole chart.
    """
    labels_end = 206.0
    key_width = max((fonts.width(row.key, 7.5) for row in rows), default=0.0) + 8
    labels = [fonts.wrap(row.label, labels_end - key_width - 8, axes.LABEL) for row in rows]
    heights = [max(axes.ROW - 1, axes.LEADING * len(lines) + 6) for lines in labels]
    right = width - 44
    zero = (labels_end + right) / 2
    room = (right - labels_end) / 2 - _VALUE
    top = sum(heights) + 3
    drawing = Drawing(width, top + 15)
    axes.head(drawing, 0, top + 6, "Indicator")
    axes.head(drawing, zero, top + 6, heading, anchor="middle")
    axes.head(drawing, width, top + 6, "Left out", anchor="end")
    drawing.add(marks.line(0, top, width, top, house.RULE, house.INK))
    scale = room / max([full or 0.0, 1e-9, *(max(row.up, -row.down) for row in rows)])
    y = top
    for row, lines, height in zip(rows, labels, heights, strict=True):
        middle = y - height / 2
        y -= height
        drawing.add(marks.line(0, y, width, y, house.RULE_THIN, house.TABLE_LINE))
        drawing.add(marks.text(0, middle - 2.7, row.key, 7.5, fill=house.CAPTION))
        axes.stack(drawing, key_width, middle, lines)
        low, high = row.down * scale, row.up * scale
        drawing.add(marks.box(zero + low, middle - 4, -low, 8, house.AXIS, edge=house.BAR))
        drawing.add(marks.box(zero, middle - 4, high, 8, house.BAR, edge=house.BAR))
        for x, change, anchor in ((low - 4, row.down, "end"), (high + 4, row.up, "start")):
            words = signed_text(change)
            drawing.add(marks.text(zero + x, middle - 2.9, words, 8, font=fonts.BOLD, anchor=anchor))
        removed = signed_text(row.removed)
        drawing.add(marks.text(width, middle - 3, removed, 8, fill=house.CAPTION, anchor="end"))
    drawing.add(marks.line(zero, 1, zero, top, 0.8, house.INK))
    return drawing


def rank_ranges(rows: Sequence[RankRow], width: float = house.TEXT_WIDTH) -> Drawing:
    """The ranks each country takes in nine of ten replicates; for coordinators only."""
    labels = [fonts.wrap(row.label, _LABELS - 8, axes.LABEL) for row in rows]
    heights = [max(axes.ROW, axes.LEADING * len(lines) + 8) for lines in labels]
    last = max(2, *(row.ranks[1] for row in rows if row.ranks), len(rows)) if rows else 2
    axis = axes.Axis(_LABELS + 8, width - _LABELS - 70, 1, last)
    top = axes.BELOW + sum(heights)
    drawing = Drawing(width, top + 14)
    axes.head(drawing, width, top + 5, "Ranks", anchor="end")
    drawing.add(marks.line(0, top, width, top, house.RULE, house.INK))
    for rank in range(1, last + 1):
        x = axis.at(rank)
        drawing.add(marks.line(x, axes.BELOW, x, top, 0.5, house.AXIS))
        drawing.add(marks.text(x, 3.5, str(rank), 6.8, fill=house.CAPTION, anchor="middle"))
    y = top
    for row, lines, height in zip(rows, labels, heights, strict=True):
        middle = y - height / 2
        y -= height
        drawing.add(marks.line(0, y, width, y, house.RULE_THIN, house.HAIRLINE))
        axes.stack(drawing, 0, middle, lines)
        if row.ranks is not None and row.ranks[0] < row.ranks[1]:
            axes.interval(drawing, axis, row.ranks, middle, tick=4)
        elif row.ranks is not None:
            drawing.add(marks.dot(axis.at(row.ranks[0]), middle))
        words = ranks_text(row)
        drawing.add(marks.text(width, middle - 3, words, axes.LABEL, font=fonts.BOLD, anchor="end"))
    return drawing


def reliability(rows: Sequence[AgreementRow], width: float = house.TEXT_WIDTH) -> Drawing:
    """Agreement with its interval against the two limits; the axis begins below 0 where it must."""
    labels = [fonts.wrap(row.label, _LABELS - 8, axes.LABEL) for row in rows]
    heights = [max(axes.ROW, axes.LEADING * len(lines) + 8) for lines in labels]
    found = [row.interval[0] for row in rows if row.interval]
    found += [float(row.value) for row in rows if row.value is not None]
    lowest = -1.0 if min(found, default=0.0) < 0 else 0.0
    columns = (width - 148, width - 84, width - 54)
    axis = axes.Axis(_LABELS, columns[0] - 40 - _LABELS, lowest, 1.0)
    top = axes.BELOW + sum(heights)
    drawing = Drawing(width, top + 26)
    _limits(drawing, axis, top)
    for x, words in zip(columns, ("Alpha", "90 % interval", "Units"), strict=True):
        axes.head(drawing, x, top + 5, words, anchor="end")
    axes.head(drawing, width - 46, top + 5, "Reading")
    drawing.add(marks.line(0, top, width, top, house.RULE, house.INK))
    y = top
    for row, lines, height in zip(rows, labels, heights, strict=True):
        middle = y - height / 2
        y -= height
        drawing.add(marks.line(0, y, width, y, house.RULE_THIN, house.HAIRLINE))
        axes.stack(drawing, 0, middle, lines)
        if row.interval is not None:
            axes.interval(drawing, axis, row.interval, middle)
        if row.value is not None:
            drawing.add(marks.dot(axis.at(row.value), middle))
        between = interval_text(row.interval, 2) if row.interval else ""
        texts = ((row.sign, fonts.BOLD), (between, fonts.REGULAR), (row.units, fonts.REGULAR))
        for x, (words, font) in zip(columns, texts, strict=True):
            drawing.add(marks.text(x, middle - 3, words, 8, font=font, anchor="end"))
        drawing.add(marks.text(width - 46, middle - 2.7, row.reading, 7.5, fill=house.CAPTION))
    return drawing


def _limits(drawing: Drawing, axis: axes.Axis, top: float) -> None:
    """The axis with the limits from which agreement is tentative and reliable."""
    for value in (axis.lowest, 0.0, 1.0):
        x = axis.at(value)
        drawing.add(marks.line(x, axes.BELOW, x, top, 0.5, house.AXIS_END))
        words = f"{value:.0f}".replace("-", "–")
        drawing.add(marks.text(x, 3.5, words, 6.8, fill=house.CAPTION, anchor="middle"))
    for limit, words, anchor in zip(
        LIMITS, ("tentative from 0.67", "reliable from 0.80"), ("end", "start"), strict=True
    ):
        x = axis.at(limit)
        drawing.add(marks.line(x, axes.BELOW, x, top + 11, 0.8, house.BAR))
        drawing.add(marks.text(x, top + 15, words, 6.8, fill=house.CAPTION, anchor=anchor))
