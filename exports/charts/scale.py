"""The scale of bands: the whole of it with a pointer, and one band's letter."""

from decimal import Decimal

from reportlab.graphics.shapes import Drawing

from exports import axes, fonts, house, marks
from exports.house import COLOUR, Palette
from exports.look import PAPER, Look
from exports.row_drawing import RowDrawing
from wb6assess.reports.wording import band_words
from wb6assess.scoring.bands import BANDS, Band


def band_scale(
    published: Decimal | None, look: Look = PAPER, *, width: float = house.TEXT_WIDTH
) -> RowDrawing:
    """The scale of bands with their words and a pointer at the score."""
    chart = RowDrawing(width, 38, look)
    axis = axes.Axis(0, width)
    for tick in axes.TICKS:
        anchor = "start" if tick == 0 else "end" if tick == 100 else "middle"
        chart.caption(axis.at(tick), 29, str(tick), 6.8, anchor=anchor)
    chart.add(marks.band_strip(0, 12, width, 9, letters=False, palette=chart.palette))
    for place, band in enumerate(BANDS):
        x = axis.at(20 * place) + 3
        chart.text(x, 3, band.letter, 6.6, font=fonts.BOLD)
        chart.caption(x + 9.5, 3, band_words(band), 6.6)
    if published is not None:
        # An edge of paper keeps the pointer apart from a tick number it may cover.
        x = axis.at(published)
        chart.box(x - 5, 22, 10, 12, chart.palette.paper)
        chart.add(marks.triangle_down(x, 21.5, fill=chart.palette.ink))
    return chart


def band_chip(band: Band, *, palette: Palette = COLOUR) -> Drawing:
    """One band's letter on its colour, larger than in rows."""
    drawing = Drawing(19, 16)
    drawing.add(marks.chip(0, 2, band, width=18, palette=palette))
    return drawing
