"""One pillar in "where I stand": number, title, score, band, coverage."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.text import draw_line, elided, text_width
from ui.theme import Style, px, tokens
from ui.widgets.band_tile import paint_band_tile
from ui.widgets.painted import PaintedButton, draw_box, draw_ring


@dataclass(frozen=True, slots=True)
class PillarState:
    """What a row shows; figures are ready to print, `share` is the bar's filled part in [0, 1]."""

    id: str
    number: str
    title: str
    score: str
    band: str
    letter: str
    band_words: str
    coverage: str
    share: float


class PillarRow(PaintedButton):
    """A pillar's row; the whole row is the button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: PillarState | None = None
        self._current = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def state(self) -> PillarState | None:
        """What is shown."""
        return self._state

    def show_state(self, state: PillarState) -> None:
        """Take over a new state."""
        if state == self._state:
            return
        self._state = state
        spoken = self.tr("Pillar {number}, {title}: score {score}, {band}, coverage {coverage}")
        self.setAccessibleName(
            spoken.format(
                number=state.number, title=state.title, score=state.score,
                band=state.band_words, coverage=state.coverage,
            )
        )  # fmt: skip
        self.setToolTip(f"{state.title}\n{state.band_words}")
        self.update()

    def show_current(self, current: bool) -> None:
        """Show whether this is the pillar of the open page."""
        if current != self._current:
            self._current = current
            self.update()

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(px(240), px(40))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(px(160), px(40))

    def paint(self, painter: QPainter) -> None:
        """Words above, bar and coverage below."""
        state = self._state
        if state is None:
            return
        t = tokens()
        rect = QRectF(self.rect())
        if self.isDown() or self.hovered:
            draw_box(painter, rect, 6, fill=t.press if self.isDown() else t.hover)
        pad, tile, line = px(8), px(18), px(20)
        right = self.width() - pad
        box = QRectF(right - tile, px(3), tile, tile)
        paint_band_tile(painter, box, state.band, state.letter)
        score_x = box.x() - px(6) - text_width(state.score, Style.SECTION)
        draw_line(painter, state.score, Style.SECTION, t.ink, score_x, px(2), line)
        style = Style.SMALL_STRONG if self._current else Style.SMALL
        ink = t.ink if self._current else t.ink2
        draw_line(painter, state.number, style, ink, pad, px(2), line)
        title_x = pad + px(18)
        title = elided(state.title, style, round(score_x - title_x - px(8)))
        draw_line(painter, title, style, ink, title_x, px(2), line)
        self._paint_bar(painter, QRectF(title_x, px(26), right - px(70) - title_x, px(5)), state.share)
        x = right - tile - px(6) - text_width(state.coverage, Style.CAPTION)
        draw_line(painter, state.coverage, Style.CAPTION, t.ink3, x, px(20), px(17))
        if self.ring:
            draw_ring(painter, rect, 6)

    def _paint_bar(self, painter: QPainter, bar: QRectF, share: float) -> None:
        """Five parts with gaps at 20, 40, 60 and 80; the filled length is the score."""
        t = tokens()
        gap = 1.0
        part = bar.width() / 5
        for place in range(5):
            left = bar.x() + place * part
            cell = QRectF(left, bar.y(), part - gap, bar.height())
            painter.fillRect(cell, t.track)
            filled = min(max(share * 5 - place, 0.0), 1.0)
            if filled:
                painter.fillRect(QRectF(left, bar.y(), cell.width() * filled, bar.height()), t.ink2)
