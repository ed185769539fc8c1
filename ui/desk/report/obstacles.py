"""What stands between a result and a final one, each line leading to where it is settled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk.signs import show_alone
from ui.desk.state import DeskState
from ui.marks import Mark, paint_mark
from ui.text import Block, block
from ui.theme import Style, px, tokens
from ui.widgets.painted import PaintedButton, draw_box, draw_ring
from wb6assess.session.desk.finality import Obstacle, Reason

_SHOWN = 24
_PLACES: Mapping[Reason, tuple[Mark, str]] = {
    Reason.SAMPLE: (Mark.INFO, "inbox"),
    Reason.TWO_CONTENTS: (Mark.CONFLICT, "inbox"),
    Reason.NOT_VALIDATED: (Mark.LOOK, "disagreement"),
    Reason.STALE: (Mark.LOOK, "decisions"),
    Reason.CONTRADICTED: (Mark.LOOK, "decisions"),
    Reason.REFUSED: (Mark.LOOK, "decisions"),
    Reason.LATE: (Mark.LOOK, "decisions"),
    Reason.LOW_AGREEMENT: (Mark.DISAGREE, "disagreement"),
}
"""The mark of each reason and the room where it is settled."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Report", text)


@dataclass(frozen=True, slots=True)
class Line:
    """One obstacle: what, and the room where it is settled."""

    mark: Mark
    words: str
    room: str


def obstacle_lines(state: DeskState) -> list[Line]:
    """Every obstacle in the language of the interface, most basic first."""
    result = state.result
    assert result is not None  # asked only with one
    templates = _templates()
    return [_line(obstacle, templates[obstacle.reason], state) for obstacle in result.obstacles]


def _templates() -> Mapping[Reason, str]:
    return {
        Reason.SAMPLE: _tr("Invented answers are among those scored."),
        Reason.TWO_CONTENTS: _tr(
            "Revision {n} of expert {expert}, {country}, exists with different content."
        ),
        Reason.NOT_VALIDATED: _tr("No validation meeting has confirmed these values."),
        Reason.STALE: _tr("{item}, {country}: the ratings changed after the meeting; look again."),
        Reason.CONTRADICTED: _tr(
            "{item}, {country}: two records decide it differently; neither applies."
        ),
        Reason.REFUSED: _tr("{item}, {country}: a record could not be applied."),
        Reason.LATE: _tr("{item}, {country}: decided after the cut-off date."),
        Reason.LOW_AGREEMENT: _tr(
            "{country}, {title}: experts agree too little; {n} indicators need a meeting."
        ),
    }


def _line(obstacle: Obstacle, template: str, state: DeskState) -> Line:
    mark, room = _PLACES[obstacle.reason]
    of_files = obstacle.reason is Reason.TWO_CONTENTS
    words = template.format(
        n=obstacle.revision if of_files else len(obstacle.indicators),
        expert=obstacle.expert,
        country=state.country_name(obstacle.country) if obstacle.country else "",
        title=state.shown(obstacle.instrument).title if obstacle.domain else "",
        item=", ".join(obstacle.indicators),
    )
    return Line(mark, words, room)


class ObstacleRow(PaintedButton):
    """One obstacle; the whole line leads to its room."""

    def __init__(self, line: Line, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self.setText(line.words)
        self.setAccessibleName(line.words)
        self.wrap_height()

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """A comfortable line."""
        return max(px(34), self._laid(width).height + px(14))

    def sizeHint(self) -> QSize:
        """A pane's width."""
        return QSize(px(300), self.heightForWidth(px(300)))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(px(160), px(34))

    def _laid(self, width: int) -> Block:
        return block(self.line.words, Style.BODY, max(px(80), width - px(40)))

    def paint(self, painter: QPainter) -> None:
        """Mark and words."""
        t, rect = tokens(), QRectF(self.rect())
        if self.isDown() or self.hovered:
            draw_box(painter, rect, 6, fill=t.press if self.isDown() else t.hover)
        size = px(16)
        paint_mark(painter, self.line.mark, QRectF(px(8), px(8), size, size))
        self._laid(self.width()).draw(painter, px(32), px(7), t.ink)
        if self.ring:
            draw_ring(painter, rect, 6)


class Obstacles(QWidget):
    """The lines, the first few; the rest counted.

    Signals:
        room_requested: The person follows a line; carries the room's id.
    """

    room_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other obstacles."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        for line in lines[:_SHOWN]:
            row = ObstacleRow(line)
            row.clicked.connect(lambda _on=False, room=line.room: self.room_requested.emit(room))
            column.addWidget(row, 0, Qt.AlignmentFlag.AlignTop)
        if len(lines) > _SHOWN:
            more = _tr("and {n} more, of the same kinds").format(n=len(lines) - _SHOWN)
            row = ObstacleRow(Line(Mark.INFO, more, lines[_SHOWN].room))
            row.clicked.connect(lambda: self.room_requested.emit(lines[_SHOWN].room))
            column.addWidget(row)
        show_alone(self._column, holder)
