"""What stands between a result and a final one, each line leading to where it is settled."""

from collections.abc import Iterator, Sequence
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
from wb6assess.scoring.raters import Reliability
from wb6assess.scoring.reliability import Reading
from wb6assess.scoring.validation import Fate
from wb6assess.session.consolidation import Consolidation

_SHOWN = 24


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
    return [
        *_of_files(result, state),
        *_of_records(result, state),
        *_of_agreement(result, state),
    ]


def _of_files(result: Consolidation, state: DeskState) -> Iterator[Line]:
    if result.sample:
        yield Line(Mark.INFO, _tr("Invented answers are among those scored."), "inbox")
    words = _tr("Revision {n} of expert {expert}, {country}, exists with different content.")
    for conflict in result.conflicts:
        key = conflict.key
        text = words.format(
            n=conflict.revision, expert=key.expert, country=state.country_name(key.country)
        )
        yield Line(Mark.CONFLICT, text, "inbox")


def _of_records(result: Consolidation, state: DeskState) -> Iterator[Line]:
    if not any(judged.fate.in_force for judged in result.decisions):
        yield Line(Mark.LOOK, _tr("No validation meeting has confirmed these values."), "disagreement")
    known = result.framework.round_by_id.get(result.round)
    cut_off = known.cut_off if known is not None else None
    sentences = {
        Fate.STALE: _tr("{item}, {country}: the ratings changed after the meeting; look again."),
        Fate.CONFLICT: _tr("{item}, {country}: two records decide it differently; neither applies."),
        Fate.REFUSED: _tr("{item}, {country}: a record could not be applied."),
    }
    for judged in result.decisions:
        record, words = judged.record, sentences.get(judged.fate)
        late = cut_off is not None and record.decided_at.date() > cut_off
        if words is None and judged.fate.in_force and late:
            words = _tr("{item}, {country}: decided after the cut-off date.")
        if words is not None:
            name = state.country_name(record.country)
            text = words.format(item=record.indicator, country=name)
            yield Line(Mark.LOOK, text, "decisions")


def _of_agreement(result: Consolidation, state: DeskState) -> Iterator[Line]:
    raters = result.analysis.raters
    for code, country in result.scores.countries.items():
        for key, domain in country.domains.items():
            low = _low(raters.by_domain[key]) or _low(raters.by_country[key, code])
            instrument = result.instruments[domain.domain.instrument]
            waiting = [
                item
                for item, value in domain.consensus.items()
                if value.flags
                and instrument.by_id[item].scored
                and item not in domain.validation.in_force
            ]
            if low and waiting:
                words = _tr(
                    "{country}, {title}: experts agree too little; {n} indicators need a meeting."
                )
                title = state.shown(instrument.id).title
                text = words.format(country=state.country_name(code), title=title, n=len(waiting))
                yield Line(Mark.DISAGREE, text, "disagreement")


def _low(found: Reliability) -> bool:
    return found.alpha.reading is Reading.LOW


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
