"""Drawn signs: text, band chips, dots, diamonds, arrows, hatches. Never a glyph from a font.

Every function returns shapes in points, origin at the lower left, ready to add to a Drawing.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from reportlab.graphics.shapes import Circle, Group, Line, Path, Polygon, Rect, String
from reportlab.lib.colors import Color, HexColor

from exports import fonts, house
from exports.house import COLOUR, Palette
from wb6assess.scoring.bands import BANDS, Band
from wb6assess.scoring.rounds import ProgressWord

Shape = Any
"""ReportLab shapes carry no types."""

CHIP_WIDTH = 15.0
CHIP_HEIGHT = 10.5


@cache
def colour(hex_code: str) -> Color:
    """A house colour as ReportLab takes it."""
    return HexColor(hex_code)


def text(
    x: float,
    y: float,
    words: str,
    size: float,
    *,
    font: str = fonts.REGULAR,
    fill: str = house.INK,
    anchor: str = "start",
) -> Shape:
    """One line of text on its baseline; `anchor` is start, middle or end."""
    fonts.ensure_fonts()
    shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor] * fonts.width(words, size, font)
    strings = []
    place = x - shift
    for name, piece in fonts.runs(words, font):
        strings.append(String(place, y, piece, fontName=name, fontSize=size, fillColor=colour(fill)))
        place += fonts.width(piece, size, font)
    # A group saves and restores the state of the page: only where a line needs two fonts.
    return strings[0] if len(strings) == 1 else Group(*strings)


def line(x1: float, y1: float, x2: float, y2: float, weight: float, stroke: str) -> Line:
    """A straight rule."""
    return Line(x1, y1, x2, y2, strokeWidth=weight, strokeColor=colour(stroke))


def box(
    x: float, y: float, width: float, height: float, fill: str, *, edge: str = "", weight: float = 0.5
) -> Rect:
    """A rectangle, with an edge only when one is named."""
    look: dict[str, Any] = {
        "fillColor": colour(fill),
        "strokeColor": colour(edge) if edge else None,
        "strokeWidth": weight if edge else 0,
    }
    return Rect(x, y, width, height, **look)


def chip(
    x: float,
    y: float,
    band: Band,
    *,
    width: float = CHIP_WIDTH,
    palette: Palette = COLOUR,
) -> Group:
    """A band's letter on its colour; (x, y) is the lower left corner."""
    letter = text(
        x + width / 2,
        y + CHIP_HEIGHT / 2 - 2.7,
        band.letter,
        7.5,
        font=fonts.BOLD,
        fill=palette.band_text[band],
        anchor="middle",
    )
    return Group(
        box(x, y, width, CHIP_HEIGHT, palette.band_fill[band], edge=palette.band_edge),
        letter,
    )


def band_strip(
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    letters: bool = True,
    palette: Palette = COLOUR,
) -> Group:
    """The five bands side by side; the limits are those of the scale 0-100."""
    group = Group()
    step = width / len(BANDS)
    for place, band in enumerate(BANDS):
        left = x + place * step
        group.add(box(left, y, step, height, palette.band_fill[band], edge=palette.band_edge))
        if letters:
            words = text(
                left + step / 2,
                y + height / 2 - 2.4,
                band.letter,
                6.8,
                font=fonts.BOLD,
                fill=palette.band_text[band],
                anchor="middle",
            )
            group.add(words)
    return group


def hatch(
    x: float, y: float, width: float, height: float, *, gap: float = 3.2, palette: Palette = COLOUR
) -> Group:
    """Paper with lines of 45 degrees: there is no sufficient data here."""
    lines = Path(fillColor=None, strokeColor=colour(palette.hatch), strokeWidth=0.35)
    offset = gap - height
    while offset < width:
        # The stroke runs from (offset, 0) to (offset + height, height), cut at both sides.
        start, end = max(0.0, offset), min(width, offset + height)
        lines.moveTo(x + start, y + start - offset)
        lines.lineTo(x + end, y + end - offset)
        offset += gap
    return Group(box(x, y, width, height, palette.paper, edge=palette.band_edge), lines)


def dot(x: float, y: float, *, radius: float = 3.3, fill: str = "", palette: Palette = COLOUR) -> Circle:
    """The marker of a labelled row, in ink unless a colour is named."""
    inside, edge = colour(fill or palette.ink), colour(palette.paper)
    return Circle(x, y, radius, fillColor=inside, strokeColor=edge, strokeWidth=0.7)


def ring(
    x: float, y: float, *, radius: float = 2.8, stroke: str = "", palette: Palette = COLOUR
) -> Circle:
    """An open marker: where something came from."""
    inside, edge = colour(palette.paper), colour(stroke or palette.ink)
    return Circle(x, y, radius, fillColor=inside, strokeColor=edge, strokeWidth=1)


def diamond(
    x: float, y: float, *, radius: float = 5.0, filled: bool = True, palette: Palette = COLOUR
) -> Polygon:
    """Practice: an open diamond; without its fill of paper when a dot must show through."""
    return Polygon(
        [x - radius, y, x, y + radius, x + radius, y, x, y - radius],
        fillColor=colour(palette.paper) if filled else None,
        strokeColor=colour(palette.practice),
        strokeWidth=1.5,
    )


def square(x: float, y: float, *, half: float = 2.6, stroke: str = house.INK) -> Rect:
    """An open square round (x, y)."""
    look: dict[str, Any] = {"fillColor": None, "strokeColor": colour(stroke), "strokeWidth": 0.9}
    return Rect(x - half, y - half, 2 * half, 2 * half, **look)


_SHAPES: Mapping[str, tuple[tuple[float, float], ...]] = {
    "BA": ((-1, -1), (-1, 1), (1, 1), (1, -1)),
    "ME": ((-1.15, -0.9), (0, 1.2), (1.15, -0.9)),
    "MK": ((-1.25, 0), (0, 1.25), (1.25, 0), (0, -1.25)),
    "RS": ((-1.15, 0.9), (0, -1.2), (1.15, 0.9)),
    "XK": (
        *((0, 0.45), (0.8, 1.25), (1.25, 0.8), (0.45, 0), (1.25, -0.8), (0.8, -1.25)),
        *((0, -0.45), (-0.8, -1.25), (-1.25, -0.8), (-0.45, 0), (-1.25, 0.8), (-0.8, 1.25)),
    ),
}


def country(code: str, x: float, y: float, *, radius: float = 3.4, palette: Palette = COLOUR) -> Shape:
    """A country's own shape in its colour, with an ink edge: for charts without row labels."""
    fill, edge = colour(palette.country.get(code, palette.bar)), colour(palette.ink)
    points = [value for px, py in _SHAPES.get(code, ()) for value in (x + radius * px, y + radius * py)]
    if points:
        return Polygon(points, fillColor=fill, strokeColor=edge, strokeWidth=0.6)
    return Circle(x, y, radius, fillColor=fill, strokeColor=edge, strokeWidth=0.6)


GLYPH = 7.4
"""From one triangle of a progress sign to the next."""


def progress(word: ProgressWord, x: float, y: float, *, fill: str = house.INK) -> Group:
    """The sign of a progress word from x on, centred on y: down, dot, or one to four up."""
    if word is ProgressWord.NONE:
        return Group(Circle(x + 3, y, 2.5, fillColor=colour(fill), strokeColor=None, strokeWidth=0))
    down = word is ProgressWord.BACKSLIDING
    count = 1 if down else list(ProgressWord).index(word) - 1
    tip, base = (y - 2.6, y + 2.6) if down else (y + 2.6, y - 2.6)
    group = Group()
    for place in range(count):
        left = x + place * GLYPH
        corners = [left, base, left + 6, base, left + 3, tip]
        group.add(Polygon(corners, fillColor=colour(fill), strokeColor=None, strokeWidth=0))
    return group


def progress_width(word: ProgressWord) -> float:
    """Room a progress sign takes."""
    return 6 + GLYPH * max(0, list(ProgressWord).index(word) - 2)


def triangle_down(x: float, y: float, *, size: float = 3.6, fill: str = house.INK) -> Polygon:
    """A pointer whose tip is at (x, y)."""
    return Polygon(
        [x, y, x - size, y + 1.75 * size, x + size, y + 1.75 * size],
        fillColor=colour(fill),
        strokeColor=None,
        strokeWidth=0,
    )


def arrow(x: float, y: float, length: float, *, fill: str = house.BAR) -> Group:
    """An arrow to the right."""
    tip = x + length
    return Group(
        line(x, y, tip - 4, y, 0.7, fill),
        Polygon(
            [tip, y, tip - 5, y + 2, tip - 5, y - 2],
            fillColor=colour(fill),
            strokeColor=None,
            strokeWidth=0,
        ),
    )
