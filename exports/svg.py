"""A chart as an SVG document, for screens and for saving.

Our charts are made of seven shapes only, so they are written here: ReportLab's own writer takes ten
times as long, cuts the page to whole points and clips it, which Qt paints black.
"""

from collections.abc import Iterable
from html import escape
from typing import Any

from reportlab.graphics.shapes import Circle, Drawing, Group, Line, Path, Polygon, Rect, String

from exports import fonts

_FAMILIES = {
    fonts.REGULAR: ("Noto Sans", "normal"),
    fonts.BOLD: ("Noto Sans", "bold"),
    "FiraGO": ("FiraGO", "normal"),
    "FiraGO-Bold": ("FiraGO", "bold"),
}
_STEPS = ("M", "L")
_UNMOVED = (1, 0, 0, 1, 0, 0)


def as_svg(drawing: Drawing, alternative: str) -> str:
    """A chart as an SVG document with its alternative text, fonts named by family and weight.

    Raises:
        TypeError: the drawing holds a shape that charts do not use (a defect).
    """
    width, height = _number(drawing.width), _number(drawing.height)
    return "".join(
        (
            '<?xml version="1.0" encoding="utf-8"?>\n',
            f'<svg xmlns="http://www.w3.org/2000/svg" version="1.1" role="img" width="{width}" ',
            f'height="{height}" viewBox="0 0 {width} {height}">',
            f"<desc>{escape(fonts.plain(alternative))}</desc>",
            # Shapes count upwards from the lower edge, SVG downwards from the upper one.
            f'<g transform="translate(0 {height})">',
            *_shapes(drawing.contents),
            "</g></svg>\n",
        )
    )


def _shapes(items: Iterable[Any]) -> Iterable[str]:
    for item in items:
        if isinstance(item, Group):
            yield from _group(item)
        elif isinstance(item, String):
            yield _text(item)
        else:
            yield f"<{_outline(item)}{_paint(item)}/>\n"


def _group(group: Group) -> Iterable[str]:
    moved = tuple(group.transform) != _UNMOVED
    if moved:
        a, b, c, d, e, f = group.transform
        matrix = " ".join(map(_number, (a, -b, -c, d, e, -f)))
        yield f'<g transform="matrix({matrix})">'
    yield from _shapes(group.contents)
    if moved:
        yield "</g>"


def _text(item: String) -> str:
    family, weight = _FAMILIES[item.fontName]
    return (
        f'<text x="{_number(item.x)}" y="{_number(-item.y)}" font-family="\'{family}\', sans-serif" '
        f'font-weight="{weight}" font-size="{_number(item.fontSize)}" '
        f'fill="{_colour(item.fillColor)}">{escape(item.text)}</text>\n'
    )


def _outline(item: Any) -> str:
    match item:
        case Line():
            x1, y1, x2, y2 = map(_number, (item.x1, -item.y1, item.x2, -item.y2))
            return f'line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"'
        case Rect():
            x, y = _number(item.x), _number(-item.y - item.height)
            size = f'width="{_number(item.width)}" height="{_number(item.height)}"'
            return f'rect x="{x}" y="{y}" {size}'
        case Circle():
            return f'circle cx="{_number(item.cx)}" cy="{_number(-item.cy)}" r="{_number(item.r)}"'
        case Polygon():
            pairs = zip(item.points[::2], item.points[1::2], strict=True)
            return f'polygon points="{" ".join(f"{_number(x)},{_number(-y)}" for x, y in pairs)}"'
        case Path():
            return f'path d="{_moves(item)}"'
    raise TypeError(f"no chart uses {type(item).__name__}")


def _moves(path: Path) -> str:
    """Straight strokes; charts have no curves."""
    pairs = zip(path.points[::2], path.points[1::2], strict=True)
    steps = zip(path.operators, pairs, strict=True)
    return " ".join(f"{_STEPS[int(step)]}{_number(x)},{_number(-y)}" for step, (x, y) in steps)


def _paint(item: Any) -> str:
    fill = "" if isinstance(item, Line) else f' fill="{_colour(item.fillColor)}"'
    if item.strokeColor is None:
        return fill
    return f'{fill} stroke="{_colour(item.strokeColor)}" stroke-width="{_number(item.strokeWidth)}"'


def _colour(colour: Any) -> str:
    return "none" if colour is None else f"#{colour.hexval()[2:]}"


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
