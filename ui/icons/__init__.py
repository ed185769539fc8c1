"""Icons for actions: one family of thin outlines on a 16-unit grid, always beside a word or named."""

from enum import StrEnum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from ui.stamps import paint_stamp

_STROKE = 1.15


class Icon(StrEnum):
    """Actions that have a picture."""

    BACK = "back"
    FORTH = "forth"
    DOWN = "down"
    UP = "up"
    LEFT = "left"
    RIGHT = "right"
    UNDO = "undo"
    REDO = "redo"
    SEARCH = "search"
    FLAG = "flag"
    GUIDE = "guide"
    PLUS = "plus"
    MORE = "more"
    LINK = "link"
    FILE = "file"
    PAPERS = "papers"
    FOLDER = "folder"
    KEYBOARD = "keyboard"
    PRINT = "print"
    CLIP = "clip"
    CLOSE = "close"
    EXPORT = "export"
    SETTINGS = "settings"
    CLOCK = "clock"
    LANGUAGE = "language"
    QUERY = "query"
    INBOX = "inbox"
    MATRIX = "matrix"
    SPREAD = "spread"
    MEETING = "meeting"
    SEND = "send"
    BARS = "bars"


# The shapes in the words of SVG paths (M L C Z, upper case, absolute), read once per process.
_SHAPES: dict[Icon, str] = {
    Icon.BACK: "M 10 3.5 L 5.5 8 L 10 12.5",
    Icon.FORTH: "M 6 3.5 L 10.5 8 L 6 12.5",
    Icon.DOWN: "M 4 6 L 8 10 L 12 6",
    Icon.LANGUAGE: (
        "M 1.8 3.8 L 9 3.8 M 5.4 2 L 5.4 3.8 M 7.6 3.8 C 7 6.5 4.6 8.6 2 9.5 "
        "M 3.3 3.8 C 3.8 6 5.4 7.7 7 8.4"
        " M 7.9 14 L 11 6.8 L 14.1 14 M 9 11.5 L 13 11.5"
    ),
    Icon.UP: "M 4 10 L 8 6 L 12 10",
    Icon.LEFT: "M 13.5 8 L 2.5 8 M 6.5 4 L 2.5 8 L 6.5 12",
    Icon.RIGHT: "M 2.5 8 L 13.5 8 M 9.5 4 L 13.5 8 L 9.5 12",
    Icon.UNDO: "M 5.5 3 L 2.5 6 L 5.5 9 M 2.5 6 L 10 6 C 15 6 15 12.5 10 12.5 L 6 12.5",
    Icon.REDO: "M 10.5 3 L 13.5 6 L 10.5 9 M 13.5 6 L 6 6 C 1 6 1 12.5 6 12.5 L 10 12.5",
    Icon.SEARCH: "M 11.8 7 C 11.8 13.4 2.2 13.4 2.2 7 C 2.2 0.6 11.8 0.6 11.8 7 M 10.6 10.6 L 14 14",
    Icon.FLAG: "M 3.5 14 L 3.5 2.5 L 13 2.5 L 11 5.75 L 13 9 L 3.5 9",
    Icon.GUIDE: (
        "M 8 4 C 6.5 2.8 4 2.8 1.8 3.2 L 1.8 12.6 C 4 12.2 6.5 12.2 8 13.4 "
        "C 9.5 12.2 12 12.2 14.2 12.6 L 14.2 3.2 C 12 2.8 9.5 2.8 8 4 L 8 13.4"
    ),
    Icon.PLUS: "M 8 2.5 L 8 13.5 M 2.5 8 L 13.5 8",
    Icon.MORE: "M 3 8 L 3.01 8 M 8 8 L 8.01 8 M 13 8 L 13.01 8",
    Icon.LINK: "M 7 3 L 3 3 L 3 13 L 13 13 L 13 9 M 9.5 2.5 L 13.5 2.5 L 13.5 6.5 M 13.2 2.8 L 7.5 8.5",
    Icon.FILE: (
        "M 3.5 1.8 L 9.5 1.8 L 12.8 5 L 12.8 14.2 L 3.5 14.2 Z M 9.2 2 L 9.2 5.4 L 12.6 5.4 "
        "M 6 8.5 L 10.2 8.5 M 6 11 L 10.2 11"
    ),
    Icon.PAPERS: (
        "M 5.2 3.8 L 5.2 1.5 L 10.6 1.5 L 14 4.8 L 14 11.8 L 11.6 11.8 "
        "M 2.2 4 L 8 4 L 11.4 7.2 L 11.4 14.5 L 2.2 14.5 Z M 5 9 L 8.6 9 M 5 11.6 L 8.6 11.6"
    ),
    Icon.FOLDER: (
        "M 1.8 13 L 1.8 3.4 L 6 3.4 L 7.4 5.2 L 12.4 5.2 L 12.4 7.4 "
        "M 1.8 13 L 4 7.4 L 14.6 7.4 L 12.6 13 Z"
    ),
    Icon.KEYBOARD: (
        "M 1.5 4 L 14.5 4 L 14.5 12 L 1.5 12 Z M 4 6.6 L 4.01 6.6 M 6.7 6.6 L 6.71 6.6 "
        "M 9.3 6.6 L 9.31 6.6 M 12 6.6 L 12.01 6.6 M 4.8 9.4 L 11.2 9.4"
    ),
    Icon.PRINT: (
        "M 4.5 6 L 4.5 2 L 11.5 2 L 11.5 6 M 4.5 11.5 L 2 11.5 L 2 6 L 14 6 L 14 11.5 L 11.5 11.5 "
        "M 4.5 9.2 L 11.5 9.2 L 11.5 14 L 4.5 14 Z"
    ),
    Icon.CLIP: (
        "M 13 7.2 L 7.6 12.6 C 4.6 15.4 0.9 11.8 3.6 8.8 L 9.2 3.2 C 11.2 1.4 13.7 3.8 11.8 5.8 "
        "L 6.6 11 C 5.4 12 4.2 10.8 5.2 9.7 L 9.8 5.2"
    ),
    Icon.CLOSE: "M 3.5 3.5 L 12.5 12.5 M 12.5 3.5 L 3.5 12.5",
    # Two sliders: a cog is a blot at this size.
    Icon.SETTINGS: (
        "M 2 5 L 8 5 M 12 5 L 14 5 M 2 11 L 4 11 M 8 11 L 14 11 "
        "M 12 5 C 12 7.7 8 7.7 8 5 C 8 2.3 12 2.3 12 5 M 8 11 C 8 13.7 4 13.7 4 11 C 4 8.3 8 8.3 8 11"
    ),
    Icon.CLOCK: ("M 14 8 C 14 16 2 16 2 8 C 2 0 14 0 14 8 M 8 4.4 L 8 8.2 L 10.8 9.8"),
    # A speech box with two dots of a line: what somebody asked.
    Icon.QUERY: (
        "M 8 2 C 3.6 2 1.8 4.4 1.8 7.4 C 1.8 9.3 2.6 10.9 4 11.9 L 3.6 14.2 L 6.4 12.7 "
        "C 11.6 13.2 14.2 10.9 14.2 7.4 C 14.2 4.4 12.4 2 8 2 M 5 6.3 L 11 6.3 M 5 8.8 L 9 8.8"
    ),
    Icon.INBOX: (
        "M 2 2.5 L 14 2.5 L 14 13.5 L 2 13.5 Z M 2 9 L 5.4 9 L 6.4 11 L 9.6 11 L 10.6 9 L 14 9"
    ),
    Icon.MATRIX: "M 2 2 L 14 2 L 14 14 L 2 14 Z M 8 2 L 8 14 M 2 8 L 14 8",
    # Apart from a middle line: experts who disagree.
    Icon.SPREAD: (
        "M 8 2.5 L 8 13.5 M 5.8 8 L 1.6 8 M 3.8 5.6 L 1.6 8 L 3.8 10.4 "
        "M 10.2 8 L 14.4 8 M 12.2 5.6 L 14.4 8 L 12.2 10.4"
    ),
    Icon.MEETING: (
        "M 5.3 3.4 C 7.7 3.4 7.7 7 5.3 7 C 2.9 7 2.9 3.4 5.3 3.4 "
        "M 10.7 3.4 C 13.1 3.4 13.1 7 10.7 7 C 8.3 7 8.3 3.4 10.7 3.4 "
        "M 1.4 13 C 1.4 8.4 8 8.4 8 12 C 8 8.4 14.6 8.4 14.6 13"
    ),
    Icon.SEND: "M 14 2 L 1.8 6.6 L 6.6 9.4 L 9.4 14.2 Z M 14 2 L 6.6 9.4",
    Icon.BARS: "M 2.5 1.8 L 2.5 14.2 M 2.5 3.2 L 9 3.2 L 9 5.8 L 2.5 5.8 M 2.5 8 L 13.5 8 "
    "M 2.5 10.2 L 6.5 10.2 L 6.5 12.8 L 2.5 12.8",
    Icon.EXPORT: "M 8 10.5 L 8 2 M 4.8 5 L 8 1.8 L 11.2 5 M 2.5 9.5 L 2.5 13.8 L 13.5 13.8 L 13.5 9.5",
}

_paths: dict[Icon, QPainterPath] = {}


def paint_icon(painter: QPainter, icon: Icon, rect: QRectF, colour: QColor) -> None:
    """Draw an icon into a square."""
    paint_stamp(painter, _draw, icon, rect, colour)


def _draw(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    icon = Icon(name)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 16.0, rect.height() / 16.0)
    width = 1.8 if icon is Icon.MORE else _STROKE
    pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_path(icon))
    painter.restore()


def _path(icon: Icon) -> QPainterPath:
    if icon not in _paths:
        _paths[icon] = _read(_SHAPES[icon])
    return _paths[icon]


def _read(words: str) -> QPainterPath:
    """A path from its words; only M, L, C and Z occur."""
    path = QPainterPath()
    tokens = iter(words.split())
    for command in tokens:
        match command:
            case "M":
                path.moveTo(float(next(tokens)), float(next(tokens)))
            case "L":
                path.lineTo(float(next(tokens)), float(next(tokens)))
            case "C":
                path.cubicTo(*(float(next(tokens)) for _ in range(6)))
            case "Z":
                path.closeSubpath()
    return path
