"""The fonts of papers and charts, and the one way a string becomes print.

Noto Sans carries every letter of the region's languages; `− ≥ ≤ → ←` come from FiraGO; any other sign
the two lack is printed as "?" and can be counted. A missing glyph would otherwise vanish silently.
The fonts are in the wheel of pymupdf-fonts; nothing is read from the system.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from html import escape
from importlib import import_module
from io import BytesIO

REGULAR = "NotoSans"
BOLD = "NotoSans-Bold"
_SIGNS = {REGULAR: "FiraGO", BOLD: "FiraGO-Bold"}
_MODULES = {
    REGULAR: "NotoSans_Regular",
    BOLD: "NotoSans_Bold",
    "FiraGO": "FiraGO_Regular",
    "FiraGO-Bold": "FiraGO_Bold",
}
FROM_FIRAGO = frozenset("−≥≤→←")
UNKNOWN = "?"
_DROPPED = frozenset({"Cc", "Cf", "Cs"})
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)
_WHITE = {"\t": " ", "\u2028": "\n", "\u2029": "\n"}

_REMEMBERED = 4096
"""How many strings keep their printable form: heads, feet and labels come back on every page."""

Run = tuple[str, str]
"""Font name and the text to set in it."""


@cache
def ensure_fonts() -> None:
    """Register the fonts once, and make them the default everywhere ReportLab would take Helvetica."""
    from reportlab.graphics import shapes
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for name, data in zip(_MODULES, files(), strict=True):
        pdfmetrics.registerFont(TTFont(name, BytesIO(data)))
    for family, bold in ((REGULAR, BOLD), ("FiraGO", "FiraGO-Bold")):
        # No italics: Cyrillic ones need language-specific shapes ReportLab does not select.
        pdfmetrics.registerFontFamily(family, normal=family, bold=bold, italic=family, boldItalic=bold)
    shapes.STATE_DEFAULTS["fontName"] = REGULAR


def files() -> Iterator[bytes]:
    """The font files, for whoever sets charts with another library."""
    for module in _MODULES.values():
        yield import_module(f"pymupdf_fonts.{module}").fontbuffer


@cache
def glyphs() -> frozenset[int]:
    """Code points both weights of Noto Sans can set."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    ensure_fonts()
    both = [pdfmetrics.getFont(name) for name in (REGULAR, BOLD)]
    regular, bold = (font.face.charToGlyph for font in both if isinstance(font, TTFont))
    return frozenset(regular) & frozenset(bold)


@lru_cache(maxsize=_REMEMBERED)
def plain(text: str) -> str:
    """The printable form of a string: composed, without control and formatting characters.

    Line breaks stay; every sign that cannot be set is "?".
    """
    if text.isascii() and text.isprintable():
        return text
    known = glyphs()
    return "".join(
        sign if sign == "\n" or sign in FROM_FIRAGO or ord(sign) in known else UNKNOWN
        for sign in _cleaned(text)
    )


def unprintable(texts: Iterable[str]) -> int:
    """How many signs of these texts are printed as "?" because no font has them."""
    known = glyphs()
    return sum(
        sign != "\n" and sign not in FROM_FIRAGO and ord(sign) not in known
        for text in texts
        for sign in _cleaned(text)
    )


def runs(text: str, font: str = REGULAR) -> list[Run]:
    """A string cut into pieces of one font each."""
    line = plain(text).replace("\n", " ")
    if FROM_FIRAGO.isdisjoint(line):
        return [(font, line)] if line else []
    pieces: list[Run] = []
    for sign in line:
        name = _SIGNS[font] if sign in FROM_FIRAGO else font
        if pieces and pieces[-1][0] == name:
            pieces[-1] = (name, pieces[-1][1] + sign)
        else:
            pieces.append((name, sign))
    return pieces


@lru_cache(maxsize=_REMEMBERED)
def width(text: str, size: float, font: str = REGULAR) -> float:
    """Width in points of a string on one line."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    ensure_fonts()
    return float(sum(stringWidth(piece, name, size) for name, piece in runs(text, font)))


def markup(text: str, font: str = REGULAR) -> str:
    """A string as paragraph markup: escaped, line breaks kept, signs in their font."""
    lines = []
    for line in plain(text).split("\n"):
        parts = [
            escape(piece, quote=False)
            if name == font
            else f'<font name="{name}">{escape(piece, quote=False)}</font>'
            for name, piece in runs(line, font)
        ]
        lines.append("".join(parts))
    return "<br/>".join(lines)


def wrap(text: str, room: float, size: float, font: str = REGULAR) -> list[str]:
    """Lines no wider than `room`; a word wider than that is broken, nothing is lost."""
    lines: list[str] = []
    line = ""
    for word in _words(text, room, size, font):
        longer = f"{line} {word}" if line else word
        if line and width(longer, size, font) > room:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]


def _cleaned(text: str) -> Iterator[str]:
    for sign in unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")):
        white = _WHITE.get(sign, sign)
        silent = unicodedata.category(white) in _DROPPED or ord(white) in _VARIATION_SELECTORS
        if white == "\n" or not silent:
            yield white


def _words(text: str, room: float, size: float, font: str) -> Iterator[str]:
    for word in text.split():
        rest = word
        while width(rest, size, font) > room and len(rest) > 1:
            cut = _fitting(rest, room, size, font)
            yield rest[:cut]
            rest = rest[cut:]
        yield rest


def _fitting(word: str, room: float, size: float, font: str) -> int:
    """How many leading characters fit, at least one."""
    low, high = 1, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        if width(word[:middle], size, font) <= room:
            low = middle
        else:
            high = middle - 1
    return low
