"""Change between rounds: arrows in rows with their words, and slopes of all countries at once."""

from collections.abc import Sequence
from itertools import pairwise

from exports import axes, fonts, house, marks
from exports.look import PAPER, Look, Words
from exports.row_drawing import RowDrawing
from wb6assess.reports.figures import INSUFFICIENT, score_text, signed_text
from wb6assess.reports.region.rows import ChangeEntry
from wb6assess.scoring.rounds import ProgressWord

_LABELS = 112.0
_APART = 10.5
_NARROW = 84.0
_VALUES, _WORDS = 98.0, 112.0
"""Room for before, now and change; and for sign and word beside them."""


def arrows(
    rows: Sequence[ChangeEntry],
    look: Look = PAPER,
    *,
    before: str,
    now: str,
    width: float = house.TEXT_WIDTH,
) -> RowDrawing:
    """Matched scores before and now, an arrow between them, the change with its sign and word.

    Args:
        rows: In code order.
        look: Colours, words, sizes.
        before: Head of the earlier scores, such as "2025".
        now: Head of today's.
        width: Of the whole chart; where it is narrow the words stand below the labels.
    """
    below = width - _LABELS - _VALUES - _WORDS < axes.LEAST
    label_width = max(_NARROW, min(_LABELS, 0.28 * width)) if below else _LABELS
    right = _VALUES + (10 + marks.progress_width(ProgressWord.VERY_GOOD) if below else _WORDS)
    axis = axes.Axis(label_width, width - label_width - right)
    edge = axis.left + axis.width
    stops = (edge + 32, edge + 64, edge + _VALUES)
    words_at = stops[-1] + 44
    labels = [axes.wrap(look, row.country, label_width - 8) for row in rows]
    room = label_width - 8 if below else width - words_at
    said = [_word_lines(row, look.words, room) for row in rows]
    heights = [
        axes.row_height(look.row, lines, words)
        if below
        else max(axes.row_height(look.row, lines), 9.0 * len(words) + 7)
        for lines, words in zip(labels, said, strict=True)
    ]
    top = axes.BELOW + sum(heights)
    chart = RowDrawing(width, top + axes.STRIP + 14, look)
    y = top + axes.STRIP + 5
    for stop, words in zip(stops, (before, now, look.words.change), strict=True):
        axes.head(chart, stop, y, words, anchor="end")
    if not below:
        axes.head(chart, stops[-1] + 10, y, look.words.word)
    axes.frame(chart, axis, axes.BELOW, top)
    middles = chart.walk(top, [row.code or row.country for row in rows], heights, last=False)
    for row, lines, remark, middle in zip(rows, labels, said, middles, strict=True):
        font = axes.font_of(chart, row.code or row.country)
        axes.stack(chart, 0, middle, lines, remark if below else (), font=font)
        _arrow(chart, axis, row, middle)
        _arrow_values(chart, stops, row, middle)
        base = middle + 4.5 * len(remark) - 7.0
        for place, text in enumerate(() if below else remark):
            chart.caption(words_at, base - 9 * place, text)
    return chart


def _arrow_values(chart: RowDrawing, stops: Sequence[float], row: ChangeEntry, middle: float) -> None:
    texts = (
        (score_text(row.before, row.missing), fonts.REGULAR),
        (score_text(row.now, row.missing), fonts.REGULAR),
        (signed_text(row.points, row.missing), fonts.BOLD),
    )
    for stop, (text, font) in zip(stops, texts, strict=True):
        chart.text(stop, middle - 3, text, axes.LABEL, font=font, anchor="end")
    if row.word is not None:
        chart.add(marks.progress(row.word, stops[-1] + 10, middle, fill=chart.palette.ink))


def _word(word: ProgressWord, words: Words) -> str:
    return words.progress[list(ProgressWord).index(word)]


def _word_lines(row: ChangeEntry, words: Words, room: float) -> list[str]:
    if row.word is None:
        return fonts.wrap(words.incomparable, room, 7.5) if row.missing == INSUFFICIENT else []
    lines = fonts.wrap(_word(row.word, words), room, 7.5)
    return [*lines, *fonts.wrap(words.within, room, 7.5)] if row.within else lines


def _arrow(chart: RowDrawing, axis: axes.Axis, row: ChangeEntry, middle: float) -> None:
    if row.before is None or row.now is None:
        axes.no_value(chart, axis, row.missing, middle)
        return
    start, end, colours = axis.at(row.before), axis.at(row.now), chart.palette
    stroke = colours.axis_end if row.within else colours.ink
    if abs(end - start) > 1.5:
        chart.line(start, middle, end, middle, 1.6, stroke)
    chart.add(marks.ring(start, middle, stroke=stroke, palette=colours))
    chart.add(marks.dot(end, middle, fill=stroke, palette=colours))


def change_table(
    columns: Sequence[str],
    rows: Sequence[tuple[str, Sequence[ChangeEntry]]],
    look: Look = PAPER,
    *,
    width: float = house.TEXT_WIDTH,
) -> RowDrawing:
    """Countries by fields: sign, number and word of each matched change.

    Args:
        columns: Heads of the fields.
        rows: Country with one change per field, in code order.
        look: Colours, words, sizes.
        width: Of the whole table.
    """
    cell = (width - _LABELS + 12) / max(1, len(columns))
    longest = max(
        (fonts.width(w, 7.5, fonts.BOLD) for text in columns for w in text.split()), default=1.0
    )
    size = 7.5 * min(1.0, (cell - 6) / longest)
    heads = [fonts.wrap(words, cell - 6, size, fonts.BOLD) for words in columns]
    labels = [axes.wrap(look, label, _LABELS - 20) for label, _ in rows]
    heights = [
        axes.row_height(34.0 if any(change.within for change in changes) else 26.0, lines, air=6)
        for (_, changes), lines in zip(rows, labels, strict=True)
    ]
    top = sum(heights)
    chart = RowDrawing(width, top + 9 * max(map(len, heads), default=1) + 6, look)
    for place, lines in enumerate(heads):
        for line, words in enumerate(reversed(lines)):
            x, y = _LABELS - 12 + place * cell, top + 4 + 9 * line
            chart.text(x, y, words, size, font=fonts.BOLD, fill=chart.palette.caption)
    chart.line(0, top, width, top, house.RULE, chart.palette.ink)
    middles = chart.walk(top, [label for label, _ in rows], heights, stroke=chart.palette.table_line)
    for (_, changes), lines, middle in zip(rows, labels, middles, strict=True):
        axes.stack(chart, 0, middle, lines)
        for place, change in enumerate(changes):
            _change_cell(chart, _LABELS - 12 + place * cell, middle, cell, change)
    return chart


def _change_cell(chart: RowDrawing, x: float, middle: float, cell: float, row: ChangeEntry) -> None:
    words = chart.look.words
    if row.word is None:
        said = words.incomparable if row.missing == INSUFFICIENT else ""
        chart.text(x, middle + 1, row.missing, axes.LABEL, font=fonts.BOLD)
        chart.caption(x, middle - 8.5, said, 7)
        return
    middle += 4 if row.within else 0
    chart.add(marks.progress(row.word, x, middle + 4, fill=chart.palette.ink))
    points = signed_text(row.points)
    chart.text(x + cell - 8, middle + 1, points, axes.LABEL, font=fonts.BOLD, anchor="end")
    chart.caption(x, middle - 8.5, _word(row.word, words), 7)
    if row.within:
        size = min(7.0, 7.0 * (cell - 4) / fonts.width(words.within, 7))
        chart.caption(x, middle - 17, words.within, size)


def slopes(
    rows: Sequence[ChangeEntry],
    look: Look = PAPER,
    *,
    before: str,
    now: str,
    width: float = house.TEXT_WIDTH,
    height: float = 210.0,
) -> RowDrawing:
    """All countries from the earlier round to today; directly labelled, grey within uncertainty.

    Args:
        rows: In code order; those without a matched change are left out.
        look: Colours, words, sizes.
        before: The earlier round.
        now: Today's.
        width: Of the whole chart.
        height: Of the axis, which always runs from 0 to 100.
    """
    shown = [row for row in rows if row.before is not None and row.now is not None]
    chart = RowDrawing(width, height + 24, look)
    left, bottom = min(96.0, max(62.0, 0.2 * width)), 6.0
    size, room = _label_size(shown, width - left - 100)
    right = max(left + 60, width - room)
    scale = axes.Axis(bottom, height)
    for tick in axes.TICKS:
        y = scale.at(tick)
        chart.line(left, y, right, y, 0.5, chart.palette.axis)
        chart.caption(left - 46, y - 2.4, str(tick), 6.8, anchor="end")
    for x, words in ((left, before), (right, now)):
        chart.line(x, bottom, x, bottom + height, 0.8, chart.palette.axis_end)
        axes.head(chart, x, bottom + height + 8, words, anchor="middle")
    starts = _spread([scale.at(row.before or 0) for row in shown], bottom, bottom + height)
    ends = _spread([scale.at(row.now or 0) for row in shown], bottom, bottom + height)
    for row, at_start, at_end in zip(shown, starts, ends, strict=True):
        heights = scale.at(row.before or 0), scale.at(row.now or 0)
        _slope(chart, row, (left, right), heights)
        _lead(chart, (left, right), heights, (at_start, at_end))
        chart.text(left - 9, at_start - 2.9, score_text(row.before), 8, anchor="end")
        _slope_label(chart, right + 10, at_end, row, size)
    return chart


def _slope(
    chart: RowDrawing, row: ChangeEntry, ends: tuple[float, float], heights: tuple[float, float]
) -> None:
    colours = chart.palette
    own = colours.country.get(row.code, colours.bar)
    # A marker of paper's own colour has an edge; a line has not.
    stroke = colours.ink if own == colours.paper else own
    line = colours.axis_end if row.within else stroke
    chart.line(ends[0], heights[0], ends[1], heights[1], 1.4, line)
    for x, y in zip(ends, heights, strict=True):
        chart.add(marks.country(row.code, x, y, palette=colours))


def _lead(
    chart: RowDrawing,
    ends: tuple[float, float],
    heights: tuple[float, float],
    labels: tuple[float, float],
) -> None:
    """Thin lines from marks to the labels that had to move aside."""
    stroke = chart.palette.axis_end
    chart.line(ends[0] - 8, labels[0], ends[0] - 4, heights[0], 0.4, stroke)
    chart.line(ends[1] + 4, heights[1], ends[1] + 8, labels[1], 0.4, stroke)


def _label_size(rows: Sequence[ChangeEntry], most: float) -> tuple[float, float]:
    """Size of the labels and the room they take with marks and signs; smaller before one is cut."""
    fixed = 10 + fonts.width("100.0", 8, fonts.BOLD) + 10 + 6 + 3 * marks.GLYPH
    widest = max((fonts.width(row.country, 8) for row in rows), default=0.0)
    size = 8 * min(1.0, (most - fixed) / widest) if widest else 8.0
    return size, fixed + widest * size / 8


def _slope_label(chart: RowDrawing, x: float, y: float, row: ChangeEntry, size: float) -> None:
    value = score_text(row.now)
    chart.text(x, y - 2.9, value, 8, font=fonts.BOLD)
    x += fonts.width(value, 8, fonts.BOLD) + 5
    chart.text(x, y - 2.9, row.country, size)
    x += fonts.width(row.country, size) + 5
    if row.word is not None:
        chart.add(marks.progress(row.word, x, y, fill=chart.palette.ink))


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
