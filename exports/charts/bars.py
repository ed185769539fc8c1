"""Bars from zero: what to fix first, and where an interval comes from."""

from collections.abc import Sequence

from reportlab.graphics.shapes import Drawing

from exports import axes, fonts, house, marks
from exports.chart_rows import BarRow, SourceRow
from wb6assess.reports.figures import score_text


def gap_bars(
    rows: Sequence[BarRow],
    *,
    heading: str,
    full: float | None = None,
    width: float = house.TEXT_WIDTH,
) -> Drawing:
    """Points each indicator would bring, as bars from 0, with the levels now and aimed at.

    Args:
        rows: Largest gain first.
        heading: What the bars mean ("Points gained in the domain score").
        full: Gain that fills the room; the largest of the rows when None.
        width: Of the whole chart.
    """
    start, room = 226.0, 168.0
    key_width = max((fonts.width(row.key, 7.5) for row in rows), default=0.0) + 8
    labels = [fonts.wrap(row.label, start - key_width - 10, axes.LABEL) for row in rows]
    remarks = [fonts.wrap(row.remark, start - key_width - 10, 7.2) if row.remark else [] for row in rows]
    heights = [
        max(17.5, axes.LEADING * len(label) + 9.0 * len(remark) + 6)
        for label, remark in zip(labels, remarks, strict=True)
    ]
    top = sum(heights) + 3
    drawing = Drawing(width, top + 15)
    axes.head(drawing, 0, top + 6, "Indicator")
    axes.head(drawing, start, top + 6, heading)
    axes.head(drawing, width - 42, top + 6, "Now", anchor="end")
    axes.head(drawing, width, top + 6, "Target", anchor="end")
    drawing.add(marks.line(0, top, width, top, house.RULE, house.INK))
    scale = room / max([full or 0.0, 1e-9, *(row.gain for row in rows)])
    y = top
    for row, label, remark, height in zip(rows, labels, remarks, heights, strict=True):
        middle = y - height / 2
        y -= height
        drawing.add(marks.line(0, y, width, y, house.RULE_THIN, house.TABLE_LINE))
        drawing.add(marks.text(0, middle - 2.7, row.key, 7.5, fill=house.CAPTION))
        axes.stack(drawing, key_width, middle, label, remark)
        length = max(0.4, row.gain * scale)
        drawing.add(marks.box(start, middle - 4, length, 8, house.BAR))
        words = score_text(row.gain)
        drawing.add(marks.text(start + length + 5, middle - 2.9, words, 8, font=fonts.BOLD))
        drawing.add(marks.text(width - 42, middle - 3, row.now, axes.LABEL, anchor="end"))
        drawing.add(marks.arrow(width - 34, middle, 16))
        drawing.add(marks.text(width - 4, middle - 3, row.target, axes.LABEL, anchor="end"))
    drawing.add(marks.line(start, 1, start, top, 0.8, house.INK))
    return drawing


def source_bars(
    rows: Sequence[SourceRow],
    *,
    heading: str = "Width of the interval in points",
    full: float | None = None,
    width: float = house.TEXT_WIDTH,
    label_width: float = 150.0,
) -> Drawing:
    """How wide the interval is with everything varying, and with one source alone.

    Args:
        rows: In a fixed order, the whole first.
        heading: What the bars mean.
        full: Width that fills the room; the largest of the rows when None.
        width: Of the whole chart.
        label_width: Of the names.
    """
    labels = [fonts.wrap(row.label, label_width - 8, axes.LABEL) for row in rows]
    heights = [max(axes.ROW - 2, axes.LEADING * len(lines) + 6) for lines in labels]
    top = sum(heights) + 3
    drawing = Drawing(width, top + 15)
    axes.head(drawing, 0, top + 6, "Source")
    axes.head(drawing, label_width, top + 6, heading)
    drawing.add(marks.line(0, top, width, top, house.RULE, house.INK))
    scale = (width - label_width - 34) / max([full or 0.0, 1e-9, *(row.width for row in rows)])
    y = top
    for row, lines, height in zip(rows, labels, heights, strict=True):
        middle = y - height / 2
        y -= height
        drawing.add(marks.line(0, y, width, y, house.RULE_THIN, house.TABLE_LINE))
        axes.stack(drawing, 0, middle, lines, font=fonts.BOLD if row.whole else fonts.REGULAR)
        length = max(0.4, row.width * scale)
        fill = house.BAR if row.whole else house.AXIS_END
        drawing.add(marks.box(label_width, middle - 4, length, 8, fill))
        words = score_text(row.width)
        drawing.add(marks.text(label_width + length + 5, middle - 2.9, words, 8, font=fonts.BOLD))
    drawing.add(marks.line(label_width, 1, label_width, top, 0.8, house.INK))
    return drawing
