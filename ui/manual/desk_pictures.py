"""The pictures of the manual's pages for coordinators: marks, bands, keys, the way to the report."""

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.icons import Icon
from ui.manual.drawings import Caps, Drawing, draw_way
from ui.marks import Mark
from ui.report_words import band_words
from ui.text import draw_line
from ui.theme import Style, px, tokens
from ui.widgets.band_tile import paint_band_tile
from ui.widgets.ground import MarkSign
from ui.widgets.labels import Words
from wb6assess.scoring.bands import BANDS

_LINE = 26


def _tr(text: str) -> str:
    return QCoreApplication.translate("Manual", text)


def _rows(rows: list[tuple[QWidget, str]], first: int) -> QWidget:
    """Signs with their words beside them; `first` is the room of the signs in design px."""
    holder = QWidget()
    table = QGridLayout(holder)
    table.setContentsMargins(0, 0, 0, 0)
    table.setVerticalSpacing(px(6))
    table.setColumnMinimumWidth(0, px(first))
    table.setColumnStretch(1, 1)
    for y, (sign, words) in enumerate(rows):
        table.addWidget(sign, y, 0)
        table.addWidget(Words(words, Style.BODY), y, 1)
    return holder


def outcomes() -> QWidget:
    """What can become of a file."""
    marks = (
        (Mark.ANSWERED, _tr("Accepted: it counts")),
        (Mark.NEWER, _tr("Newer: it takes the place of an earlier revision")),
        (Mark.SAME, _tr("Already there: the same content came before")),
        (Mark.CONFLICT, _tr("Conflict: the same revision with other content; none of them counts")),
        (Mark.REFUSED, _tr("Refused: it cannot be read; the list says why and what to do")),
    )
    return _rows([(MarkSign(mark), words) for mark, words in marks], 28)


def bands() -> QWidget:
    """The five bands with their letters, and the tile for too little data."""
    rows = [(band.value, band.letter, band_words(band)) for band in BANDS]
    rows.append(("", "", _tr("insufficient data")))

    def draw(painter: QPainter, _width: int) -> None:
        for place, (band, letter, words) in enumerate(rows):
            y = px(_LINE) * place
            paint_band_tile(painter, QRectF(1, y + px(3), px(20), px(20)), band, letter)
            draw_line(painter, words, Style.BODY, tokens().ink, px(32), y, px(_LINE))

    return Drawing(_LINE * len(rows), draw)


def second_round() -> QWidget:
    """Files go out to the experts and come back as the next revision."""
    stations = (
        (Icon.SEND, _tr("Coordinator")),
        (Icon.FILE, _tr("Queries (.wb6q)")),
        (Icon.QUERY, _tr("Expert")),
    )
    return Drawing(96, lambda painter, width: draw_way(painter, width, stations, back=True))


def meeting_keys() -> QWidget:
    """The keys of the meeting's screen."""
    keys = (
        (("0", "5"), _tr("The agreed level")),
        (("C",), _tr("Confirm the experts' value")),
        (("N",), _tr("Not applicable")),
        (("Enter",), _tr("Record it, then go on")),
        (("←", "→"), _tr("The item before, the next one")),
        (("Ctrl+Z",), _tr("Take the decision back")),
        (("Esc",), _tr("Leave a field, then the full screen")),
    )
    return _rows([(Caps(caps), words) for caps, words in keys], 110)


def report() -> QWidget:
    """From the files to the report."""
    stations = (
        (Icon.INBOX, _tr("Inbox")),
        (Icon.MATRIX, _tr("Scores, decisions")),
        (Icon.PAPERS, _tr("Report")),
    )
    return Drawing(96, lambda painter, width: draw_way(painter, width, stations))
