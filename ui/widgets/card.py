"""The card of one assessment on Home: the whole card is the button."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import Icon, paint_icon
from ui.marks import Mark, paint_mark
from ui.text import Block, block, draw_line, elided, text_width
from ui.theme import Style, line_height, px, tokens
from ui.widgets.painted import PaintedButton, draw_box, draw_ring, hairline, inset

LEAST_HEIGHT = 156
"""Of a card whose title, identity and note take one line each."""

_PAD, _RING, _TOP = 20, 52, 18
_FOOT = 44
_NEW_LINE = "\u2028"
"""Another line of the same paragraph."""


@dataclass(frozen=True, slots=True)
class CardState:
    """What a card shows.

    `note` has at most one sentence, the most urgent; `divided` says who answers what.
    """

    id: str
    title: str
    identity: str
    revision: str
    done: int
    asked: int
    locked: bool
    sample: bool
    note: str
    note_mark: Mark | None
    edited: str
    verb: str
    divided: str = ""


class AssessmentCard(PaintedButton):
    """Instrument, whose it is, how far it is, what to do."""

    def __init__(self, state: CardState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self._heights: dict[int, int] = {}
        self.wrap_height()
        self.setText(state.title)
        spoken = self.tr(
            "{verb}: {title}, {identity}, {revision}, {done} of {asked} answered. {note} {divided}"
            " {edited}"
        ).format(
            verb=state.verb, title=state.title, identity=state.identity, revision=state.revision,
            done=state.done, asked=state.asked, note=state.note and state.note + ".",
            edited=state.edited, divided=state.divided and state.divided + ".",
        )  # fmt: skip
        self.setAccessibleName(" ".join(spoken.split()))

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Title, identity and note with all their lines, then the foot; layouts ask often."""
        if width not in self._heights:
            self._heights[width] = self._height(width)
        return self._heights[width]

    def _height(self, width: int) -> int:
        title, identity, note = self._blocks(width)
        words = px(_TOP) + title.height + px(1) + identity.height + px(14)
        words += note.height if note is not None else line_height(Style.SMALL)
        if self.state.divided:
            words += self._divided(width).height + px(4) - (0 if note else line_height(Style.SMALL))
        return max(px(LEAST_HEIGHT), words + px(16) + px(_FOOT))

    def sizeHint(self) -> QSize:
        """The design's card."""
        return QSize(px(372), self.heightForWidth(px(372)))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(px(260), px(LEAST_HEIGHT))

    def _blocks(self, width: int) -> tuple[Block, Block, Block | None]:
        """Title and identity beside the ring, the note below both; the revision is never cut."""
        beside = width - 2 * px(_PAD) - px(_RING) - px(12)
        state = self.state
        whole = f"{state.identity} · {state.revision}"
        if text_width(whole, Style.BODY) > beside:
            cut = elided(state.identity, Style.BODY, beside, middle=True)
            whole = f"{cut}{_NEW_LINE}{state.revision}"
        room = width - 2 * px(_PAD) - px(22)
        if state.sample:
            room -= self._sample_width() + px(8)
        note = block(state.note, Style.SMALL, room) if state.note else None
        return block(state.title, Style.HEADING, beside), block(whole, Style.BODY, beside), note

    def _divided(self, width: int) -> Block:
        """Who answers what, below the note."""
        return block(self.state.divided, Style.SMALL, width - 2 * px(_PAD) - px(22))

    def paint(self, painter: QPainter) -> None:
        """Frame, words, ring, foot."""
        t = tokens()
        rect = QRectF(self.rect())
        fill = t.press if self.isDown() else t.hover if self.hovered else t.surface
        draw_box(painter, rect, 8, fill=fill, edge=t.line, width=t.edge)
        pad, y = px(_PAD), px(_TOP)
        title, identity, note = self._blocks(self.width())
        title.draw(painter, pad, y, t.ink)
        y += title.height + px(1)
        identity.draw(painter, pad, y, t.ink2)
        y += identity.height + px(14)
        ring = QRectF(self.width() - pad - px(_RING), px(20), px(_RING), px(_RING))
        paint_progress_ring(painter, ring, self.state.done, self.state.asked, locked=self.state.locked)
        if note is not None and self.state.note_mark is not None:
            paint_mark(painter, self.state.note_mark, QRectF(pad, y + px(1.5), px(15), px(15)))
            note.draw(painter, pad + px(22), y, t.ink)
            y += note.height + px(4)
        if self.state.divided:
            paint_icon(painter, Icon.MEETING, QRectF(pad, y + px(1.5), px(15), px(15)), t.ink2)
            self._divided(self.width()).draw(painter, pad + px(22), y, t.ink2)
        if self.state.sample:
            bottom = self.height() - px(_FOOT) - px(26)
            self._paint_sample(painter, self.width() - pad - self._sample_width(), bottom)
        hairline(painter, pad, self.width() - pad, self.height() - px(_FOOT))
        self._paint_foot(painter, pad)
        if self.ring:
            draw_ring(painter, rect, 8)

    def _paint_foot(self, painter: QPainter, pad: int) -> None:
        t = tokens()
        height = px(24)
        y = self.height() - px(_FOOT) + px(9)
        size = px(12)
        x = self.width() - pad - size
        paint_icon(painter, Icon.FORTH, QRectF(x, y + (height - size) / 2, size, size), t.accent)
        x -= px(7) + text_width(self.state.verb, Style.SECTION)
        draw_line(painter, self.state.verb, Style.SECTION, t.accent, x, y, height)
        edited = elided(self.state.edited, Style.SMALL, round(x - pad - px(8)))
        draw_line(painter, edited, Style.SMALL, t.ink3, pad, y, height)

    def _sample_width(self) -> int:
        return text_width(self.tr("SAMPLE DATA"), Style.TILE) + px(12)

    def _paint_sample(self, painter: QPainter, x: float, y: float) -> None:
        t = tokens()
        words = self.tr("SAMPLE DATA")
        box = QRectF(x, y, self._sample_width(), px(18))
        draw_box(painter, box, 4, edge=t.warn, width=1.2, dashed=True)
        draw_line(painter, words, Style.TILE, t.warn, x + px(6), y, px(18))


def paint_progress_ring(
    painter: QPainter, box: QRectF, done: int, asked: int, *, locked: bool = False
) -> None:
    """How much is answered, as a ring with the count; a padlock when handed in."""
    t = tokens()
    width = px(5)
    ring = inset(box, width / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(t.track, width))
    painter.drawEllipse(ring)
    share = 1.0 if locked else done / asked if asked else 0.0
    if share:
        painter.setPen(QPen(t.ok, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawArc(ring, 90 * 16, -round(share * 360 * 16))
    if locked:
        size = px(18)
        middle = box.center()
        paint_mark(
            painter, Mark.LOCKED, QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size)
        )
        return
    words = str(done)
    x = box.center().x() - text_width(words, Style.SECTION) / 2
    draw_line(painter, words, Style.SECTION, t.ink, x, box.y() + px(10), px(18))
    below = _of(asked)
    if text_width(below, Style.CAPTION) > box.width() - 2 * width - px(4):
        below = str(asked)
    x = box.center().x() - text_width(below, Style.CAPTION) / 2
    draw_line(painter, below, Style.CAPTION, t.ink2, x, box.y() + px(26), px(14))


def _of(asked: int) -> str:
    from PySide6.QtCore import QCoreApplication

    return QCoreApplication.translate("Card", "of {n}").format(n=asked)


class NewCard(PaintedButton):
    """The dashed place for one more."""

    def __init__(self, text: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = hint
        self.setText(text)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Like the other cards."""
        return QSize(px(372), px(LEAST_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(px(260), px(LEAST_HEIGHT))

    def paint(self, painter: QPainter) -> None:
        """Plus, words, hint."""
        t = tokens()
        rect = QRectF(self.rect())
        fill = t.press if self.isDown() else t.hover if self.hovered else None
        draw_box(painter, rect, 8, fill=fill, edge=t.control, width=1.2 * t.edge, dashed=True)
        size = px(18)
        middle, top = self.width() / 2, (self.height() - px(66)) / 2
        paint_icon(painter, Icon.PLUS, QRectF(middle - size / 2, top, size, size), t.accent)
        words = elided(self.text(), Style.SECTION, self.width() - px(16))
        x = middle - text_width(words, Style.SECTION) / 2
        draw_line(painter, words, Style.SECTION, t.accent, x, top + px(26), px(20))
        hint = elided(self._hint, Style.SMALL, self.width() - px(16))
        x = middle - text_width(hint, Style.SMALL) / 2
        draw_line(painter, hint, Style.SMALL, t.ink3, x, top + px(46), px(20))
        if self.ring:
            draw_ring(painter, rect, 8)
