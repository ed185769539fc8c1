"""Type of the papers: one style per use, and paragraphs that take plain strings only."""

from functools import cache
from html import escape
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from exports import fonts, house
from exports.paper.tagging import Element, marked

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
    "rung": (9, 12, False, house.BAR),
    "chosen": (9, 12, True, house.INK),
    "strong": (8.5, 11, True, house.INK),
    "level": (11, 12.5, True, house.INK),
    "small": (8, 11, False, house.INK),
    "grey": (7.5, 10.2, False, house.CAPTION),
    "digest": (7, 9, False, house.CAPTION),
    "label": (7.5, 9.5, True, house.CAPTION),
    "note": (7.5, 10.2, False, house.CAPTION),
}
# For reading at arm's length: nothing below 11 points.
_LARGE: dict[str, tuple[float, float]] = {
    "kicker": (12, 16),
    "title": (26, 32),
    "subtitle": (15, 20),
    "finding": (15, 21),
    "section": (16, 20),
    "indicator": (22, 28),
    "body": (14, 20),
    "cell": (13.5, 18.5),
    "rung": (13.5, 18.5),
    "chosen": (13.5, 18.5),
    "strong": (13.5, 18.5),
    "level": (16, 20),
    "small": (12, 16),
    "grey": (11, 14.5),
    "digest": (11, 14.5),
    "label": (11, 14.5),
    "note": (11, 14.5),
}
_HEADINGS = {"title": "H1", "front": "H1", "section": "H2", "indicator": "H3"}


@cache
def style(name: str, *, right: bool = False, keep: bool = False, large: bool = False) -> ParagraphStyle:
    """The style of a use; `right` for numbers, `keep` for heads that stay with what follows."""
    fonts.ensure_fonts()
    size, leading, bold, fill = _SHEET[name]
    if large:
        size, leading = _LARGE.get(name, (size, leading))
    font = fonts.BOLD if bold else fonts.REGULAR
    return ParagraphStyle(
        f"{name}-{right}-{keep}-{large}",
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
        structure=_HEADINGS.get(name, "P"),
    )


class Text(Paragraph):
    """A paragraph that says in the structure of the paper what it is; its parts stay one paragraph."""

    element: Element | None = None

    def split(self, width: float, height: float) -> list[Flowable]:
        """The lines that fit, and the rest."""
        parts: list[Flowable] = super().split(width, height)
        if len(parts) > 1:
            shared = self.element or Element(self.style.structure)
            for part in parts:
                part.element = shared
        return parts

    def draw(self) -> None:
        """Draw the lines as the content of one element."""
        with marked(self.canv, self.element or self.style.structure):
            super().draw()


def paragraph(
    text: str, name: str = "body", *, right: bool = False, keep: bool = False, large: bool = False
) -> Flowable:
    """A plain string as a paragraph of the named style."""
    chosen = style(name, right=right, keep=keep, large=large)
    return Text(fonts.markup(text, chosen.fontName), chosen)


def mixed(parts: list[tuple[str, str]], name: str = "cell", *, large: bool = False) -> Flowable:
    """One paragraph of pieces in the sizes and colours of other styles: [(text, style name)]."""
    return Text(
        " ".join(_piece(text, use, large=large) for text, use in parts), style(name, large=large)
    )


def _piece(text: str, use: str, *, large: bool = False) -> str:
    own = style(use, large=large)
    inner = fonts.markup(text, own.fontName)
    return f'<font name="{own.fontName}" size="{own.fontSize}" color="{_SHEET[use][3]}">{inner}</font>'


def labelled(label: str, parts: list[tuple[str, str]], room: float) -> Flowable:
    """A paragraph of pieces with a label in the margin beside its first line."""
    own = style(parts[-1][1])
    head = style("label")
    hung = ParagraphStyle(
        f"{own.name}-hung",
        parent=own,
        leftIndent=room,
        bulletIndent=0,
        bulletFontName=head.fontName,
        bulletFontSize=head.fontSize,
        bulletColor=head.textColor,
    )
    text = "  ".join(_piece(words, use) for words, use in parts)
    return Text(text, hung, bulletText=fonts.plain(label) if label else None)


def linked(text: str, url: str, name: str = "small", *, large: bool = False) -> Flowable:
    """A paragraph that leads to a web address: underlined ink; other addresses are plain text."""
    chosen = style(name, large=large)
    inner = fonts.markup(text, chosen.fontName)
    if url.lower().startswith(("http://", "https://")):
        inner = f'<a href="{escape(url)}" color="{_SHEET[name][3]}"><u>{inner}</u></a>'
    return Text(inner, chosen)
