"""The scale of bands: the whole of it with a pointer, and one band's letter."""

from decimal import Decimal

from reportlab.graphics.shapes import Drawing

from exports import axes, fonts, house, marks
from exports.house import COLOUR, Palette
from wb6assess.reports.wording import band_words
from wb6assess.scoring.bands import BANDS, Band


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


def band_chip(band: Band, *, palette: Palette = COLOUR) -> Drawing:
    """One band's letter on its colour, larger than in rows."""
    drawing = Drawing(19, 16)
    drawing.add(marks.chip(0, 2, band, width=18, palette=palette))
    return drawing
