"""What stays together on a page: section heads, gaps, blocks."""

from collections.abc import Sequence

from reportlab.platypus import CondPageBreak, Indenter, KeepTogether, Spacer

from exports.paper.parts import Bookmark, Rule
from exports.paper.styles import Flowable, paragraph


def section(title: str, lead: str = "", *, key: str, level: int = 0) -> list[Flowable]:
    """Rule, head and one explaining line, kept with what follows."""
    head = [
        Bookmark(title, key, level),
        Rule(after=4),
        paragraph(title, "section", keep=True),
    ]
    return [*head, paragraph(lead, "note", keep=True)] if lead else head


class Gap(Spacer):
    """Empty room between two things; none at the top of a page."""

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The room, or nothing where a page begins."""
        frame = getattr(self, "_frame", None)
        at_top = frame is not None and frame._atTop  # noqa: SLF001
        return self.width, 0.0 if at_top else self.height


def gap(points: float, *, keep: bool = False) -> Flowable:
    """Empty room, dropped at the top of a page; `keep` under a head, which stays with what follows."""
    room = Gap(1, points)
    room.keepWithNext = int(keep)
    return room


class HeadsKept(KeepTogether):
    """Heads with the beginning of what they stand over: a long table may go on after a page break."""

    _content: list[Flowable]

    def split(self, width: float, height: float) -> list[Flowable]:
        """All of it here when the last part can begin under its heads; else on the next page."""
        *heads, last = self._content
        room = height - height_of(heads, width)
        if not isinstance(last, KeepTogether) and room > 0:
            fits = last.wrapOn(self.canv, width, room)[1] <= room
            if fits or len(last.splitOn(self.canv, width, room)) > 1:
                return list(self._content)
        return list(super().split(width, height))


def needs(points: float) -> Flowable:
    """A page break where less room than this is left: a head must not stand alone."""
    return CondPageBreak(points)


def together(block: Sequence[Flowable]) -> Flowable:
    """Keep a block on one page when it fits on one."""
    return KeepTogether(list(block))


def height_of(block: Sequence[Flowable], width: float) -> float:
    """Height in points of a block set one below the other, indents heeded."""
    total = 0.0
    for item in block:
        if isinstance(item, Indenter):
            width -= float(item.left) + float(item.right)
        else:
            total += item.getSpaceBefore() + item.wrapOn(None, width, 10_000)[1] + item.getSpaceAfter()
    return total
