"""Change between rounds: arrows in rows with their words, and slopes of all countries at once."""

from collections.abc import Sequence
from itertools import pairwise

from reportlab.graphics.shapes import Drawing

from exports import axes, fonts, house, marks
from exports.house import COLOUR, Palette
from wb6assess.reports.figures import INSUFFICIENT, score_text, signed_text
from wb6assess.reports.region.rows import ChangeEntry
from wb6assess.scoring.rounds import ProgressWord

_LABELS = 112.0
_PLOT = 160.0
_APART = 10.5
_WITHIN = "within uncertainty"


def arrows(
    rows: Sequence[ChangeEntry],
    *,
    before: str,
    now: str,
    width: float = house.TEXT_WIDTH,
    palette: Palette = COLOUR,
) -> Drawing:
    """Matched scores before and now, an arrow between them, the change with its sign and word.

    Args:
        rows: In code order.
        before: Head of the earlier scores, such as "2025".
        now: Head of today's.
        width: Of the whole chart.
        palette: Colours of the bands.
    """
    axis = axes.Axis(_LABELS, _PLOT)
    stops = (_LABELS + _PLOT + 32, _LABELS + _PLOT + 64, _LABELS + _PLOT + 98)
    words_at = stops[-1] + 44
    labels = [fonts.wrap(row.country, _LABELS - 8, axes.LABEL) for row in rows]
    remarks = [_word_lines(row, width - words_at) for row in rows]
    heights = [
        max(axes.ROW, axes.LEADING * len(lines) + 8, 9.0 * len(words) + 7)
        for lines, words in zip(labels, remarks, strict=True)
    ]
    top = axes.BELOW + sum(heights)
    drawing = Drawing(width, top + axes.STRIP + 14)
    for stop, words in zip(stops, (before, now, "Change"), strict=True):
        axes.head(drawing, stop, top + axes.STRIP + 5, words, anchor="end")
    axes.head(drawing, stops[-1] + 10, top + axes.STRIP + 5, "Word")
    axes.frame(drawing, axis, axes.BELOW, top, palette)
    y = top
    for row, lines, remark, height in zip(rows, labels, remarks, heights, strict=True):
        middle = y - height / 2
        y -= height
        if y > axes.BELOW + 1:
            drawing.add(marks.line(0, y, width, y, house.RULE_THIN, house.HAIRLINE))
        axes.stack(drawing, 0, middle, lines)
        _arrow(drawing, axis, row, middle)
        texts = (
            (score_text(row.before, row.missing), fonts.REGULAR),
            (score_text(row.now, row.missing), fonts.REGULAR),
            (signed_text(row.points, row.missing), fonts.BOLD),
        )
        for stop, (text, font) in zip(stops, texts, strict=True):
            drawing.add(marks.text(stop, middle - 3, text, axes.LABEL, font=font, anchor="end"))
        if row.word is not None:
            drawing.add(marks.progress(row.word, stops[-1] + 10, middle))
        base = middle + 4.5 * len(remark) - 7.0
        for place, text in enumerate(remark):
            drawing.add(marks.text(words_at, base - 9 * place, text, 7.5, fill=house.CAPTION))
    return drawing


def _word_lines(row: ChangeEntry, room: float) -> list[str]:
    if row.word is None:
        return ["not comparable"] if row.missing == ":" else [""]
    lines = fonts.wrap(row.word.value.removesuffix(" progress"), room, 7.5)
    if row.word.value == "no progress":
        lines = fonts.wrap(row.word.value, room, 7.5)
    return [*lines, *fonts.wrap(_WITHIN, room, 7.5)] if row.within else lines


def _arrow(drawing: Drawing, axis: axes.Axis, row: ChangeEntry, middle: float) -> None:
    if row.before is None or row.now is None:
        axes.no_value(drawing, axis, row.missing, middle)
        return
    start, end = axis.at(row.before), axis.at(row.now)
    stroke = house.AXIS_END if row.within else house.INK
    if abs(end - start) > 1.5:
        drawing.add(marks.line(start, middle, end, middle, 1.6, stroke))
    drawing.add(marks.ring(start, middle, stroke=stroke))
    drawing.add(marks.dot(end, middle, fill=stroke))


def change_table(
    columns: Sequence[str],
    rows: Sequence[tuple[str, Sequence[ChangeEntry]]],
    width: float = house.TEXT_WIDTH,
) -> Drawing:
    """Countries by fields: sign, number and word of each matched change.

    Args:
        columns: Heads of the fields.
        rows: Country with one change per field, in code order.
        width: Of the whole table.
    """
    cell = (width - _LABELS + 12) / max(1, len(columns))
    longest = max(
        (fonts.width(w, 7.5, fonts.BOLD) for text in columns for w in text.split()), default=1.0
    )
    size = 7.5 * min(1.0, (cell - 6) / longest)
    heads = [fonts.wrap(words, cell - 6, size, fonts.BOLD) for words in columns]
    labels = [fonts.wrap(label, _LABELS - 20, axes.LABEL) for label, _ in rows]
    heights = [
        max(34.0 if any(change.within for change in changes) else 26.0, axes.LEADING * len(lines) + 6)
        for (_, changes), lines in zip(rows, labels, strict=True)
    ]
    top = sum(heights)
    drawing = Drawing(width, top + 9 * max(map(len, heads), default=1) + 6)
    for place, lines in enumerate(heads):
        for line, words in enumerate(reversed(lines)):
            x, y = _LABELS - 12 + place * cell, top + 4 + 9 * line
            drawing.add(marks.text(x, y, words, size, font=fonts.BOLD, fill=house.CAPTION))
    drawing.add(marks.line(0, top, width, top, house.RULE, house.INK))
    y = top
    for (_, changes), lines, height in zip(rows, labels, heights, strict=True):
        middle = y - height / 2
        y -= height
        drawing.add(marks.line(0, y, width, y, house.RULE_THIN, house.TABLE_LINE))
        axes.stack(drawing, 0, middle, lines)
        for place, change in enumerate(changes):
            _change_cell(drawing, _LABELS - 12 + place * cell, middle, cell, change)
    return drawing


def _change_cell(drawing: Drawing, x: float, middle: float, cell: float, row: ChangeEntry) -> None:
    if row.word is None:
        words = "not comparable" if row.missing == INSUFFICIENT else ""
        drawing.add(marks.text(x, middle + 1, row.missing, axes.LABEL, font=fonts.BOLD))
        drawing.add(marks.text(x, middle - 8.5, words, 7, fill=house.CAPTION))
        return
    middle += 4 if row.within else 0
    drawing.add(marks.progress(row.word, x, middle + 4))
    number = marks.text(
        x + cell - 8, middle + 1, signed_text(row.points), axes.LABEL, font=fonts.BOLD, anchor="end"
    )
    drawing.add(number)
    short = row.word.value if row.word is ProgressWord.NONE else row.word.value.removesuffix(" progress")
    drawing.add(marks.text(x, middle - 8.5, short, 7, fill=house.CAPTION))
    if row.within:
        size = min(7.0, 7.0 * (cell - 4) / fonts.width(_WITHIN, 7))
        drawing.add(marks.text(x, middle - 17, _WITHIN, size, fill=house.CAPTION))


def slopes(
    rows: Sequence[ChangeEntry],
    *,
    before: str,
    now: str,
    width: float = house.TEXT_WIDTH,
    height: float = 210.0,
    palette: Palette = COLOUR,
) -> Drawing:
    """All countries from the earlier round to today; directly labelled, grey within uncertainty.

    Args:
        rows: In code order; those without a matched change are left out.
        before: The earlier round.
        now: Today's.
        width: Of the whole chart.
        height: Of the axis, which always runs from 0 to 100.
        palette: Colours of countries and bands.
    """
    shown = [row for row in rows if row.before is not None and row.now is not None]
    drawing = Drawing(width, height + 24)
    left, bottom = 96.0, 6.0
    size, room = _label_size(shown, width - left - 100)
    right = max(left + 100, width - room)
    scale = axes.Axis(bottom, height)
    for tick in axes.TICKS:
        y = scale.at(tick)
        drawing.add(marks.line(left, y, right, y, 0.5, house.AXIS))
        drawing.add(marks.text(left - 62, y - 2.4, str(tick), 6.8, fill=house.CAPTION, anchor="end"))
    for x, words in ((left, before), (right, now)):
        drawing.add(marks.line(x, bottom, x, bottom + height, 0.8, house.AXIS_END))
        axes.head(drawing, x, bottom + height + 8, words, anchor="middle")
    starts = _spread([scale.at(row.before or 0) for row in shown], bottom, bottom + height)
    ends = _spread([scale.at(row.now or 0) for row in shown], bottom, bottom + height)
    for row, at_start, at_end in zip(shown, starts, ends, strict=True):
        y1, y2 = scale.at(row.before or 0), scale.at(row.now or 0)
        stroke = house.AXIS_END if row.within else palette.country.get(row.code, house.BAR)
        if stroke == house.WHITE:
            stroke = house.INK
        drawing.add(marks.line(left, y1, right, y2, 1.4, stroke))
        for x, y in ((left, y1), (right, y2)):
            drawing.add(marks.country(row.code, x, y, palette=palette))
        drawing.add(marks.text(left - 9, at_start - 2.9, score_text(row.before), 8, anchor="end"))
        drawing.add(marks.line(left - 8, at_start, left - 4, y1, 0.4, house.AXIS_END))
        drawing.add(marks.line(right + 4, y2, right + 8, at_end, 0.4, house.AXIS_END))
        _slope_label(drawing, right + 10, at_end, row, size)
    return drawing


def _label_size(rows: Sequence[ChangeEntry], most: float) -> tuple[float, float]:
    """Size of the labels and the room they take with marks and signs; smaller before one is cut."""
    fixed = 10 + fonts.width("100.0", 8, fonts.BOLD) + 10 + 6 + 3 * marks.GLYPH
    widest = max((fonts.width(row.country, 8) for row in rows), default=0.0)
    size = 8 * min(1.0, (most - fixed) / widest) if widest else 8.0
    return size, fixed + widest * size / 8


def _slope_label(drawing: Drawing, x: float, y: float, row: ChangeEntry, size: float) -> None:
    value = score_text(row.now)
    drawing.add(marks.text(x, y - 2.9, value, 8, font=fonts.BOLD))
    x += fonts.width(value, 8, fonts.BOLD) + 5
    drawing.add(marks.text(x, y - 2.9, row.country, size))
    x += fonts.width(row.country, size) + 5
    if row.word is not None:
        drawing.add(marks.progress(row.word, x, y))


def _spread(places: Sequence[float], low: float, high: float) -> list[float]:
    """Labels as near to their marks as they can be without covering each other."""
    order = sorted(range(len(places)), key=lambda place: (places[place], place))
    placed = list(places)
    for _ in range(60):
        for below, above in pairwise(order):
            short = _APART - (placed[above] - placed[below])
            if short > 0:
                placed[below] -= short / 2
                placed[above] += short / 2
        placed = [min(max(y, low), high) for y in placed]
    return placed
