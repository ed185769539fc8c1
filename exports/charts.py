"""Every chart, drawn once as a ReportLab Drawing for paper, screen (SVG) and Word.

A chart is rows of labels, marks and exact numbers on one axis from 0 to 100 (methodology 11). Labels
wrap and grow their row; nothing is cut.
"""

from collections.abc import Sequence
from decimal import Decimal

from reportlab.graphics.shapes import Drawing

from exports import axes, fonts, house, marks
from exports.chart_rows import BarRow, DotRow, PairRow
from exports.house import COLOUR, Palette
from wb6assess.reports.figures import CONFIDENTIAL, score_text
from wb6assess.reports.wording import band_words, gap_words
from wb6assess.scoring.bands import BANDS, Band

_ROW = 18.5


def band_scale(
    published: Decimal | None, width: float = house.TEXT_WIDTH, *, palette: Palette = COLOUR
) -> Drawing:
    """The scale of bands with their words and a pointer at the score."""
    drawing = Drawing(width, 38)
    axis = axes.Axis(0, width)
    for tick in axes.TICKS:
        anchor = "start" if tick == 0 else "end" if tick == 100 else "middle"
        drawing.add(marks.text(axis.at(tick), 29, str(tick), 6.8, fill=house.CAPTION, anchor=anchor))
    drawing.add(marks.band_strip(0, 12, width, 9, letters=False, palette=palette))
    for place, band in enumerate(BANDS):
        x = axis.at(20 * place) + 3
        drawing.add(marks.text(x, 3, band.letter, 6.6, font=fonts.BOLD))
        drawing.add(marks.text(x + 9.5, 3, band_words(band), 6.6, fill=house.CAPTION))
    if published is not None:
        # A white edge keeps the pointer apart from a tick number it may cover.
        x = axis.at(published)
        drawing.add(marks.box(x - 5, 22, 10, 12, house.WHITE))
        drawing.add(marks.triangle_down(x, 21.5))
    return drawing


def dot_plot(
    rows: Sequence[DotRow],
    *,
    first: str,
    columns: Sequence[str] = (),
    width: float = house.TEXT_WIDTH,
    label_width: float | None = None,
    palette: Palette = COLOUR,
) -> Drawing:
    """Published scores as dots on the common axis, with exact values in the same row.

    Args:
        rows: In the order of the instrument, or of the country codes.
        first: Head of the label column.
        columns: Heads of the columns right of score and band.
        width: Of the whole chart.
        label_width: Of keys and labels together; what they need, within limits, when None.
        palette: Colours of the bands.
    """
    key_width = max((fonts.width(row.key, 7.5) for row in rows if row.key), default=-7.0) + 7
    if label_width is None:
        widest = max((fonts.width(row.label, axes.LABEL) for row in rows), default=0.0)
        label_width = min(max(110.0, key_width + widest + 12), 178.0)
    room = label_width - key_width - 10
    labels = [fonts.wrap(row.label, room, axes.LABEL) for row in rows]
    heights = [max(_ROW, axes.LEADING * len(lines) + 8) for lines in labels]
    right = width - axes.COLUMN * len(columns)
    axis = axes.Axis(label_width, right - 74 - label_width)
    top = axes.BELOW + sum(heights)
    drawing = Drawing(width, top + axes.STRIP + 14)
    axes.column_heads(drawing, first, columns, top + axes.STRIP + 5, right, width)
    axes.frame(drawing, axis, axes.BELOW, top, palette)
    y = top
    for row, lines, height in zip(rows, labels, heights, strict=True):
        middle = y - height / 2
        y -= height
        if y > axes.BELOW + 1:
            drawing.add(marks.line(0, y, width, y, house.RULE_THIN, house.HAIRLINE))
        if row.key:
            drawing.add(marks.text(0, middle - 2.7, row.key, 7.5, fill=house.CAPTION))
        axes.stack(drawing, key_width, middle, lines)
        axes.dot(drawing, axis, row, middle)
        axes.dot_values(drawing, row, middle, right, palette)
    return drawing


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
    scale = room / max(full or 0.0, *(row.gain for row in rows), 1e-9) if rows else 0.0
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


def dumbbell(row: PairRow, width: float = house.TEXT_WIDTH, *, palette: Palette = COLOUR) -> Drawing:
    """Law and practice of one assessment on an axis, directly labelled."""
    drawing = Drawing(width, 62)
    axis, middle = axes.Axis(5, width - 14), 30.0
    axes.ticks(drawing, axis, 13, 47)
    _pair(drawing, axis, row, middle, palette)
    if row.institution is not None:
        words = f"institutions {score_text(row.institution)}"
        _plate(drawing, axis.at(row.institution), 52, words, width, fill=house.CAPTION)
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
        _side_label(drawing, axis.at(value), middle, label, width, right=right, avoid=aside)
    return drawing


def law_practice(
    rows: Sequence[PairRow], width: float = house.TEXT_WIDTH, *, palette: Palette = COLOUR
) -> Drawing:
    """Law and practice of several countries, one row each, with gap and reading."""
    label_width = 132.0
    labels = [fonts.wrap(row.label, label_width - 8, axes.LABEL) for row in rows]
    heights = [max(_ROW, axes.LEADING * len(lines) + 8) for lines in labels]
    axis = axes.Axis(label_width, 178)
    stops = (width - 138, width - 96, width - 62)
    top = axes.BELOW + sum(heights)
    drawing = Drawing(width, top + axes.STRIP + 14)
    for stop, words in zip(stops, ("Law", "Practice", "Gap"), strict=True):
        axes.head(drawing, stop, top + axes.STRIP + 5, words, anchor="end")
    axes.head(drawing, width - 52, top + axes.STRIP + 5, "Reading")
    axes.frame(drawing, axis, axes.BELOW, top, palette)
    y = top
    for row, lines, height in zip(rows, labels, heights, strict=True):
        middle = y - height / 2
        y -= height
        if y > axes.BELOW + 1:
            drawing.add(marks.line(0, y, width, y, house.RULE_THIN, house.HAIRLINE))
        axes.stack(drawing, 0, middle, lines)
        _pair(drawing, axis, row, middle, palette)
        for stop, value in zip(stops, (row.law, row.practice, row.gap), strict=True):
            bold = fonts.BOLD if value is row.gap else fonts.REGULAR
            drawing.add(
                marks.text(
                    stop, middle - 3, score_text(value, row.missing), axes.LABEL, font=bold, anchor="end"
                )
            )
        drawing.add(marks.text(width - 52, middle - 2.7, _reading(row), 7.5, fill=house.CAPTION))
    return drawing


def _pair(drawing: Drawing, axis: axes.Axis, row: PairRow, middle: float, palette: Palette) -> None:
    if row.law is None and row.practice is None:
        axes.no_value(drawing, axis, row.missing, middle)
        return
    if row.law is not None and row.practice is not None:
        x1, x2 = axis.at(row.law), axis.at(row.practice)
        drawing.add(marks.line(x1, middle, x2, middle, 1.6, house.AXIS_END))
    if row.institution is not None:
        x = axis.at(row.institution)
        drawing.add(marks.line(x, middle - 5, x, middle + 5, 1.2, house.INK))
    if row.law is not None:
        drawing.add(marks.dot(axis.at(row.law), middle, radius=4, fill=palette.law))
    if row.practice is not None:
        close = row.gap is not None and abs(row.gap) < 5
        x = axis.at(row.practice)
        drawing.add(marks.diamond(x, middle, filled=not close, stroke=palette.practice))


def _reading(row: PairRow) -> str:
    if row.gap is None:
        return "confidential" if row.missing == CONFIDENTIAL else "insufficient"
    return gap_words(row.gap).removesuffix(" implementation gap").replace(" of law", "")


def _side_label(
    drawing: Drawing,
    x: float,
    y: float,
    words: str,
    width: float,
    *,
    right: bool,
    avoid: float | None,
) -> None:
    """A direct label beside its mark; under it where the page ends or a mark at `avoid` stands."""
    room = fonts.width(words, 8, fonts.BOLD)
    start = x + 9 if right else x - 9 - room
    covers = avoid is not None and start - 3 <= avoid <= start + room + 3
    if start < 0 or start + room > width or covers:
        _plate(drawing, x, y - 15, words, width, font=fonts.BOLD)
        return
    drawing.add(marks.box(start - 1.5, y - 5, room + 3, 10, house.WHITE))
    drawing.add(marks.text(start, y - 2.9, words, 8, font=fonts.BOLD))


def _plate(
    drawing: Drawing,
    x: float,
    y: float,
    words: str,
    width: float,
    *,
    font: str = fonts.REGULAR,
    fill: str = house.INK,
) -> None:
    """A label on a white plate, centred at x but kept inside the picture."""
    room = fonts.width(words, 8, font)
    start = min(max(0.0, x - room / 2), width - room)
    drawing.add(marks.box(start - 1.5, y - 2.5, room + 3, 10, house.WHITE))
    drawing.add(marks.text(start, y, words, 8, font=font, fill=fill))


def band_chip(band: Band, *, palette: Palette = COLOUR) -> Drawing:
    """One band's letter on its colour, larger than in rows."""
    drawing = Drawing(19, 16)
    drawing.add(marks.chip(0, 2, band, width=18, palette=palette))
    return drawing
