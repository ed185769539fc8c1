"""What all papers of a meeting share: head and foot, marks to tick, lines to write on."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable as BaseFlowable

from exports import fonts, house
from exports.house import SAMPLE_TAG, Palette
from exports.paper.canvas import paper_under
from exports.paper.furniture import Furniture
from exports.paper.styles import Flowable, Text, style
from exports.paper.tagging import artifact, marked
from wb6assess.model.framework import METHODOLOGY
from wb6assess.reports.figures import fingerprint
from wb6assess.reports.meeting.words import NOT_PUBLIC

_BOX = 8.4


class FootOfPage(BaseFlowable):
    """Adds words to the foot of the page it lies on; takes no room."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words
        self.keepWithNext = 1

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """No room at all."""
        return 0, 0

    def draw(self) -> None:
        """Tell the page."""
        paper_under(self).foot_of_page = self.words


class Boxes(BaseFlowable):
    """Boxes to tick, each with its word behind it, in fixed columns."""

    def __init__(self, words: Sequence[str], steps: Sequence[float], *, size: float = 8.0) -> None:
        """`steps` are the left edges of the boxes, in points."""
        super().__init__()
        self.words, self.steps, self.size = words, steps, size

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """One line."""
        return width, 13.0

    def draw(self) -> None:
        """Draw boxes and words."""
        with marked(self.canv, "Figure", f"Boxes to tick: {', '.join(self.words)}"):
            canvas = self.canv
            canvas.setLineWidth(0.8)
            canvas.setStrokeColor(HexColor(house.INK))
            for x, words in zip(self.steps, self.words, strict=True):
                canvas.rect(x, 1.5, _BOX, _BOX, stroke=1, fill=0)
                write(canvas, x + _BOX + 2.4, 3.2, words, self.size)


class WritingLine(BaseFlowable):
    """A line to write on, as wide as its column."""

    def __init__(self, height: float = 17.0, *, gap: float = 3.0) -> None:
        super().__init__()
        self.height, self.gap = height, gap

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The line and the room over it."""
        self.width = width
        return width, self.height

    def draw(self) -> None:
        """Draw it at the bottom."""
        with artifact(self.canv):
            self.canv.setStrokeColor(HexColor(house.CAPTION))
            self.canv.setLineWidth(0.6)
            self.canv.line(0, 0, self.width - self.gap, 0)


class Signatures(BaseFlowable):
    """Labels with lines to write on beside each other, once at the end of a paper."""

    def __init__(self, labels: Sequence[str], shares: Sequence[float]) -> None:
        """`shares` say how the width is divided; they sum to 1."""
        super().__init__()
        self.labels, self.shares = labels, shares

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """One line with air above."""
        self.width = width
        return width, 44.0

    def draw(self) -> None:
        """Draw labels and lines."""
        with marked(self.canv, "Figure", f"To fill in by hand: {', '.join(self.labels)}"):
            x = 0.0
            for label, share in zip(self.labels, self.shares, strict=True):
                room = self.width * share
                write(self.canv, x, 8, label, 8.5)
                left = x + fonts.width(label, 8.5) + 6
                self.canv.setStrokeColor(HexColor(house.INK))
                self.canv.setLineWidth(0.6)
                self.canv.line(left, 6, x + room - 12, 6)
                x += room


def write(canvas: Any, x: float, y: float, words: str, size: float, font: str = fonts.REGULAR) -> None:
    """One line of ink."""
    canvas.setFillColor(HexColor(house.INK))
    for name, piece in fonts.runs(words, font):
        canvas.setFont(name, size)
        canvas.drawString(x, y, piece)
        x += fonts.width(piece, size, font)


def meeting_furniture(
    title: str,
    head: Sequence[str],
    foot: Sequence[str],
    digest: str,
    created: datetime,
    *,
    sample: bool,
    status_note: str,
    palette: Palette,
    landscape: bool = False,
) -> Furniture:
    """Head and foot of a meeting's paper; every page says that it is not for publication."""
    return Furniture(
        title=title,
        head="  |  ".join(filter(None, [*head, NOT_PUBLIC])),
        foot="  |  ".join([f"methodology {METHODOLOGY}", *foot]),
        fingerprint=fingerprint(digest),
        created=created,
        tags=(SAMPLE_TAG,) if sample else (),
        status_note=status_note,
        bands=False,
        bare_first=False,
        palette=palette,
        landscape=landscape,
    )


def bulleted(text: str, name: str) -> Flowable:
    """One thing that was said, in large type, with a dot in the margin; may go on over a page."""
    own = style(name, large=True)
    hung = ParagraphStyle(
        f"{own.name}-bulleted",
        parent=own,
        leftIndent=16,
        bulletIndent=2,
        bulletFontName=own.fontName,
        bulletFontSize=own.fontSize,
        bulletColor=own.textColor,
    )
    return Text(fonts.markup(text, own.fontName), hung, bulletText="•")
