"""Law against practice: a dumbbell, alone or in rows."""

from collections.abc import Sequence
from decimal import Decimal

from reportlab.graphics.shapes import Drawing

from exports import axes, fonts, house, marks
from exports.chart_rows import PairRow
from exports.house import COLOUR, Palette
from wb6assess.reports.figures import CONFIDENTIAL, score_text
from wb6assess.reports.wording import gap_words

_BESIDE = 42.0
"""Width of a column outside the gap."""


def dumbbell(row: PairRow, width: float = house.TEXT_WIDTH, *, palette: Palette = COLOUR) -> Drawing:
    """Law and practice of one assessment on an axis, directly labelled."""
    above = [
        (value, f"{words} {score_text(value)}")
        for value, words in ((row.institution, "institutions"), (row.interface, "interface with the EU"))
        if value is not None
    ]
    drawing = Drawing(width, 51 + 11 * max(1, len(above)))
    axis, middle = axes.Axis(5, width - 14), 30.0
    axes.ticks(drawing, axis, 13, 47)
    _pair(drawing, axis, row, middle, palette)
    for place, (value, words) in enumerate(above):
        _plate(drawing, axis.at(value), 52 + 11 * place, words, width, fill=house.CAPTION)
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
    """Law and practice of several countries, one row each; gap and reading, the rest beside.

    Institutions and the interface with the EU have columns of their own where a row has them: they are
    outside the gap.
    """
    beside = _beside(rows)
    label_width = 132.0 if not beside else 100.0
    labels = [fonts.wrap(row.label, label_width - 8, axes.LABEL) for row in rows]
    heights = [max(axes.ROW, axes.LEADING * len(lines) + 8) for lines in labels]
    axis = axes.Axis(label_width, width - label_width - 172 - _BESIDE * len(beside))
    edge = axis.left + axis.width
    stops = (edge + 34, edge + 76, edge + 106)
    top = axes.BELOW + sum(heights)
    drawing = Drawing(width, top + axes.STRIP + 14)
    heads = top + axes.STRIP + 5
    for stop, words in zip(stops, ("Law", "Practice", "Gap"), strict=True):
        axes.head(drawing, stop, heads, words, anchor="end")
    axes.head(drawing, stops[-1] + 10, heads, "Reading")
    for place, (words, _) in enumerate(reversed(beside)):
        axes.head(drawing, width - _BESIDE * place, heads, words, anchor="end")
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
            words = score_text(value, row.missing)
            drawing.add(marks.text(stop, middle - 3, words, axes.LABEL, font=bold, anchor="end"))
        reading = fonts.wrap(_reading(row), 58, 7.5)
        for place, words in enumerate(reading):
            base = middle - 2.7 + 4.4 * (len(reading) - 1) - 8.8 * place
            drawing.add(marks.text(stops[-1] + 10, base, words, 7.5, fill=house.CAPTION))
        for place, (_, values) in enumerate(reversed(beside)):
            words = score_text(values[rows.index(row)], row.missing)
            x = width - _BESIDE * place
            drawing.add(marks.text(x, middle - 3, words, 8, fill=house.CAPTION, anchor="end"))
    return drawing


def _beside(rows: Sequence[PairRow]) -> list[tuple[str, list[Decimal | None]]]:
    """Heads and values of what stands outside the gap, where any row has it."""
    columns = [
        ("Institut.", [row.institution for row in rows]),
        ("Interface", [row.interface for row in rows]),
    ]
    return [(words, values) for words, values in columns if any(value is not None for value in values)]


def _pair(drawing: Drawing, axis: axes.Axis, row: PairRow, middle: float, palette: Palette) -> None:
    if row.interface is not None:
        drawing.add(marks.square(axis.at(row.interface), middle))
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
