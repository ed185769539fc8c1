"""The pictures of the manual: real parts of the program with made-up content, and two drawings."""

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.evidence.row import EvidenceRow
from ui.icons import Icon, paint_icon
from ui.key_list import key_groups
from ui.marks import Mark
from ui.questionnaire.bars import SaveLine
from ui.questionnaire.state_row import StateRow
from ui.text import draw_line, text_width
from ui.theme import Style, px, tokens
from ui.widgets.card import AssessmentCard, CardState
from ui.widgets.finding import FindingRow, FindingState
from ui.widgets.ground import CardFrame
from ui.widgets.keycap import draw_keycap, keycap_width
from ui.widgets.labels import Words
from ui.widgets.ladder import Ladder, LadderState, RungText
from ui.widgets.painted import draw_box, hairline
from wb6assess.model.assessment import Confidence, Evidence


def _tr(text: str) -> str:
    return QCoreApplication.translate("Manual", text)


def card() -> QWidget:
    """A card of Home."""
    return AssessmentCard(
        CardState(
            id="",
            title=_tr("FDI screening"),
            identity="Albania · 2026 · E-7Q4K",
            revision=_tr("revision {n}").format(n=2),
            done=28,
            asked=41,
            locked=False,
            sample=False,
            note=_tr("1 finding stands against handing in"),
            note_mark=Mark.BLOCKS,
            edited=_tr("Edited today, {time}").format(time="14:02"),
            verb=_tr("Continue"),
        )
    )


def ladder() -> QWidget:
    """A ladder with a chosen level."""
    texts = (
        _tr("Nothing is regulated"),
        _tr("A draft exists"),
        _tr("A rule is in force for one sector"),
        _tr("A rule is in force for most sectors"),
        _tr("A rule is in force for all sectors"),
        _tr("The rule is applied and its results are published"),
    )
    made = Ladder()
    made.show_rungs([RungText(str(n), str(n), text) for n, text in enumerate(texts)])
    made.show_state(LadderState(chosen="3"))
    return made


def states() -> QWidget:
    """Special states and confidence."""
    row = StateRow()
    row.offer(not_applicable=True, withheld=False)
    row.show_answer(None, Confidence.MEDIUM, locked=False)
    return row


def evidence() -> QWidget:
    """Two items."""
    law = Evidence(
        "law",
        title=_tr("Law on the control of foreign investment, Art. 14"),
        reference=_tr("Gazette {n}").format(n="12/2024"),
        date="2024-03-12",
        page="12",
        url="https://eur-lex.europa.eu",
    )
    note = Evidence("report", title=_tr("Note on the draft act"), file="note.pdf", sha256="0")
    frame = CardFrame()
    column = QVBoxLayout(frame)
    column.setContentsMargins(1, 1, 1, 1)
    column.setSpacing(0)
    column.addWidget(EvidenceRow(law, -1, locked=False, last=False))
    column.addWidget(EvidenceRow(note, 1_200_000, locked=False, last=True))
    return frame


def saved() -> QWidget:
    """The line that says when something was stored."""
    line = SaveLine()
    line.show_saved(datetime(2026, 11, 18, 14, 2, 11, tzinfo=UTC))
    return line


def finding() -> QWidget:
    """A finding that blocks."""
    sentence = _tr("Cases are reported although no mechanism is in force.")
    action = _tr("Explain or change one of the two")
    return FindingRow(FindingState(Mark.BLOCKS, "FDI-5.4, FDI-1.1", sentence, action, ""))


def sheet() -> QWidget:
    """A few cells of the workbook."""
    return _Sheet()


def sending() -> QWidget:
    """From here to the coordinator."""
    return _Way()


def keys() -> QWidget:
    """The first group of the key list."""
    _, entries = key_groups()[0]
    holder = QWidget()
    table = QGridLayout(holder)
    table.setContentsMargins(0, 0, 0, 0)
    table.setVerticalSpacing(px(6))
    table.setColumnMinimumWidth(0, px(150))
    table.setColumnStretch(1, 1)
    for y, entry in enumerate(entries):
        table.addWidget(_Caps(entry.keys), y, 0)
        table.addWidget(Words(entry.words, Style.BODY), y, 1)
    return holder


class _Caps(QWidget):
    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        self._names = names
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(sum(keycap_width(name) + px(4) for name in self._names), px(22))

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = 0
        for name in self._names:
            draw_keycap(painter, name, x, self.height() / 2)
            x += keycap_width(name) + px(4)
        painter.end()


class _Drawing(QWidget):
    """A picture of fixed height at any width."""

    _height = 120

    def sizeHint(self) -> QSize:
        return QSize(px(560), px(self._height))

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter)
        painter.end()

    def draw(self, painter: QPainter) -> None:
        raise NotImplementedError


class _Sheet(_Drawing):
    _height = 132

    def draw(self, painter: QPainter) -> None:
        t, height = tokens(), px(32)
        shares = (0.14, 0.5, 0.16, 0.2)
        rows = (
            (_tr("Indicator"), _tr("Question"), _tr("Answer"), _tr("Confidence")),
            ("FDI-1.1", _tr("Is a general act in force?"), "3", _tr("High")),
            ("FDI-1.2", _tr("What counts as an investment?"), "", ""),
            ("FDI-1.3", _tr("Who is a foreign investor?"), "2", _tr("Low")),
        )
        for y, row in enumerate(rows):
            x = 0.0
            for place, (text, share) in enumerate(zip(row, shares, strict=True)):
                cell = QRectF(x, y * height, self.width() * share, height)
                self._cell(painter, cell, text, head=y == 0, answer=bool(y) and place > 1)
                x += cell.width()
            hairline(painter, 0, self.width(), (y + 1) * height, t.control if y == 0 else None)

    @staticmethod
    def _cell(painter: QPainter, cell: QRectF, text: str, *, head: bool, answer: bool) -> None:
        t = tokens()
        if answer:
            draw_box(painter, cell.adjusted(px(3), px(3), -px(3), -px(3)), 2, edge=t.accent, width=1.4)
        style = Style.SMALL_STRONG if head else Style.BODY
        painter.save()
        painter.setClipRect(cell)
        ink = t.ink3 if head else t.ink
        draw_line(painter, text, style, ink, cell.x() + px(10), cell.y(), cell.height())
        painter.restore()


class _Way(_Drawing):
    _height = 96

    def draw(self, painter: QPainter) -> None:
        stations = (
            (Icon.KEYBOARD, _tr("Your computer")),
            (Icon.FILE, _tr("Package (.wb6)")),
            (Icon.PAPERS, _tr("Coordinator")),
        )
        third = self.width() / len(stations)
        for place, (icon, words) in enumerate(stations):
            self._station(painter, icon, words, third * (place + 0.5))
            if place:
                self._arrow(painter, third * place, third)

    @staticmethod
    def _station(painter: QPainter, icon: Icon, words: str, middle: float) -> None:
        t, size = tokens(), px(32)
        paint_icon(painter, icon, QRectF(middle - size / 2, px(14), size, size), t.ink2)
        x = middle - text_width(words, Style.BODY) / 2
        draw_line(painter, words, Style.BODY, t.ink, x, px(58), px(20))

    @staticmethod
    def _arrow(painter: QPainter, x: float, third: float) -> None:
        y, half = px(30), third * 0.18
        painter.setPen(QPen(tokens().control, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(x - half, y), QPointF(x + half, y))
        for side in (-px(5), px(5)):
            painter.drawLine(QPointF(x + half - px(6), y + side), QPointF(x + half, y))
