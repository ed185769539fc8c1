"""Type of the papers: one style per use, and paragraphs that take plain strings only."""

from functools import cache
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from exports import fonts, house

Flowable = Any
"""ReportLab's flowables carry no types."""

# size, leading, bold, colour; in points
_SHEET: dict[str, tuple[float, float, bool, str]] = {
    "kicker": (8, 11, False, house.CAPTION),
    "title": (24, 28, True, house.INK),
    "front": (25, 32, True, house.INK),
    "subtitle": (12, 16, False, house.CAPTION),
    "finding": (11.5, 16.5, False, house.INK),
    "section": (12, 15, True, house.INK),
    "indicator": (13, 17, True, house.INK),
    "verdict": (13, 16, True, house.INK),
    "score": (44, 44, True, house.INK),
    "figure": (22, 26, True, house.INK),
    "body": (9.5, 13.5, False, house.INK),
    "cell": (8.5, 11, False, house.INK),
    "strong": (8.5, 11, True, house.INK),
    "level": (11, 12.5, True, house.INK),
    "small": (8, 11, False, house.INK),
    "grey": (7.5, 10.2, False, house.CAPTION),
    "label": (7.5, 9.5, True, house.CAPTION),
    "note": (7.5, 10.2, False, house.CAPTION),
}


@cache
def style(name: str, *, right: bool = False, keep: bool = False) -> ParagraphStyle:
    """The style of a use; `right` for numbers, `keep` for heads that stay with what follows."""
    fonts.ensure_fonts()
    size, leading, bold, fill = _SHEET[name]
    font = fonts.BOLD if bold else fonts.REGULAR
    return ParagraphStyle(
        f"{name}-{right}-{keep}",
        fontName=font,
        bulletFontName=font,
        fontSize=size,
        leading=leading,
        textColor=HexColor(fill),
        alignment=TA_RIGHT if right else TA_LEFT,
        keepWithNext=int(keep),
        splitLongWords=1,
        allowWidows=0,
        allowOrphans=0,
    )


def paragraph(text: str, name: str = "body", *, right: bool = False, keep: bool = False) -> Flowable:
    """A plain string as a paragraph of the named style."""
    chosen = style(name, right=right, keep=keep)
    return Paragraph(fonts.markup(text, chosen.fontName), chosen)


def mixed(parts: list[tuple[str, str]], name: str = "cell") -> Flowable:
    """One paragraph of pieces in the sizes and colours of other styles: [(text, style name)]."""
    chosen = style(name)
    pieces = []
    for text, use in parts:
        size, _, bold, fill = _SHEET[use]
        font = fonts.BOLD if bold else fonts.REGULAR
        inner = fonts.markup(text, font)
        pieces.append(f'<font name="{font}" size="{size}" color="{fill}">{inner}</font>')
    return Paragraph(" ".join(pieces), chosen)
