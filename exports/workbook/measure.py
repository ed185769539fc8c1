"""How high a row must be so that no text in it is cut: LibreOffice does not grow rows by itself.

Widths are those of Arial (and of its metric-compatible substitutes) in thousandths of the size.
"""

from functools import lru_cache

_ASCII = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 "
    "556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 "
    "1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 "
    "667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 "
    "333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 "
    "556 556 333 500 278 556 500 722 500 500 500 334 260 334 584"
)
_WIDTHS = {chr(32 + place): int(width) for place, width in enumerate(_ASCII.split())}
_OTHER = 600
_CYRILLIC_CAPITAL = 730
_BOLD = 1.08
LEADING = 1.22
PADDING = 7.0
MAX_HEIGHT = 409.0
"""Points; Excel's limit for one row."""


def column_points(chars: float) -> float:
    """Inner width in points of a column `chars` characters wide (Arial 10: 7 pixels each)."""
    return chars * 7 * 0.75 - 2.0


def column_width(chars: float) -> float:
    """Whole width in points of a column, with the 5 pixels around its characters."""
    return (chars * 7 + 5) * 0.75


def lines_of(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """A text broken into lines of at most `width` points; long words are broken too."""
    room = width / (size * (_BOLD if bold else 1.0)) * 1000
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_wrapped(paragraph, room))
    return lines


@lru_cache(maxsize=20_000)
def line_count(text: str, width: float, size: float, *, bold: bool = False) -> int:
    """How many lines a text takes."""
    return len(lines_of(text, width, size, bold=bold))


def height(*blocks: tuple[str, float, float, bool]) -> float:
    """Row height in points for text blocks (text, width in points, size, bold) under each other."""
    total = sum(
        line_count(text, width, size, bold=bold) * size * LEADING
        for text, width, size, bold in blocks
        if text
    )
    return min(MAX_HEIGHT, total + PADDING)


def _wrapped(paragraph: str, room: float) -> list[str]:
    lines: list[str] = []
    line, used = "", 0.0
    for word in paragraph.split(" "):
        wide = _width(word)
        if line and used + 278 + wide > room:
            lines.append(line)
            line, used = word, wide
        else:
            line = f"{line} {word}" if line else word
            used = used + 278 + wide if used else wide
        while used > room and len(line) > 1:
            fits = max(1, int(len(line) * room / used))
            lines.append(line[:fits])
            line = line[fits:]
            used = _width(line)
    return [*lines, line]


@lru_cache(maxsize=20_000)
def _width(word: str) -> float:
    return sum(_WIDTHS.get(sign) or _other(sign) for sign in word)


def _other(sign: str) -> int:
    return _CYRILLIC_CAPITAL if "Ѐ" <= sign <= "Я" else _OTHER
