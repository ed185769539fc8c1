"""Key caps, drawn from the platform's own key names."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QKeySequence, QPainter

from ui.text import draw_line, text_width
from ui.theme import Style, px, tokens
from ui.widgets.painted import draw_box

_GAP = 4


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """Keys, each a cap of its own, and what they do."""

    keys: tuple[str, ...]
    words: str


def key_names(keys: str) -> str:
    """A shortcut such as "Alt+Left" in the platform's words, arrows as arrows."""
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    words = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Return": "Enter"}
    parts = native.replace("++", "+Plus").split("+")
    return "+".join(words.get(part, part) for part in parts)


def keycap_width(keys: str) -> int:
    """Width of a cap with these keys."""
    return max(px(18), text_width(key_names(keys), Style.CAPTION) + px(8))


def draw_keycap(
    painter: QPainter, keys: str, x: float, middle: float, ink: QColor | None = None
) -> None:
    """A cap with its left edge at x, centred on the line y = middle."""
    height = px(18)
    rect = QRectF(x, round(middle - height / 2), keycap_width(keys), height)
    t = tokens()
    draw_box(painter, rect, 4, edge=ink or t.control)
    name = key_names(keys)
    left = rect.x() + (rect.width() - text_width(name, Style.CAPTION)) / 2
    draw_line(painter, name, Style.CAPTION, ink or t.ink2, left, rect.y(), height)
