"""The pictures of the manual: real parts of the program with made-up content, and drawings."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.evidence.row import EvidenceRow
from ui.icons import Icon
from ui.manual.drawings import Caps, Drawing, draw_sheet, draw_way
from ui.manual.key_list import key_groups
from ui.marks import Mark
from ui.questionnaire.bars import SaveLine
from ui.questionnaire.page.state_row import StateRow
from ui.review.line_row import LineRow
from ui.review.review_state import ReviewLine
from ui.theme import Style, px
from ui.widgets.card import AssessmentCard, CardState
from ui.widgets.check_row import CheckRow
from ui.widgets.finding import FindingRow, FindingState
from ui.widgets.ground import CardFrame
from ui.widgets.keycap import KeyEntry
from ui.widgets.labels import Words
from ui.widgets.ladder import Ladder, LadderState, RungText
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
    row.offer(not_applicable=True, withheld=False, why_not="")
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
    return Drawing(132, draw_sheet)


def sending() -> QWidget:
    """From here to the coordinator."""
    stations = (
        (Icon.KEYBOARD, _tr("Your computer")),
        (Icon.FILE, _tr("Package (.wb6)")),
        (Icon.PAPERS, _tr("Coordinator")),
    )
    return Drawing(96, lambda painter, width: draw_way(painter, width, stations))


def sharing() -> QWidget:
    """Parts go out to colleagues and come back."""
    stations = (
        (Icon.KEYBOARD, _tr("You")),
        (Icon.FILE, _tr("Part of the questionnaire")),
        (Icon.MEETING, _tr("Colleague")),
    )
    return Drawing(96, lambda painter, width: draw_way(painter, width, stations, back=True))


def query() -> QWidget:
    """A query in the list of those to answer."""
    line = ReviewLine(
        mark=Mark.COMMENT,
        ids="FDI-2.3",
        title=_tr("Binding time limits"),
        sentence=_tr("Which article sets the limit? The one cited was repealed."),
        action=_tr("Answer"),
    )
    frame = CardFrame()
    column = QVBoxLayout(frame)
    column.setContentsMargins(1, 1, 1, 1)
    column.addWidget(LineRow(line))
    return frame


def languages() -> QWidget:
    """The keys for languages."""
    wanted = {"Ctrl+L", "Ctrl+Shift+L"}
    return _keys(
        [entry for _, entries in key_groups() for entry in entries if wanted.intersection(entry.keys)]
    )


def papers() -> QWidget:
    """What can be ticked when exporting."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for words, ticked in (
        (_tr("Scored workbook"), True),
        (_tr("PDF summary"), True),
        (_tr("Full record to keep and sign (PDF)"), False),
    ):
        row = CheckRow(words)
        row.setChecked(ticked)
        column.addWidget(row)
    return holder


def keys() -> QWidget:
    """The first group of the key list."""
    _, entries = key_groups()[0]
    return _keys(entries)


def _keys(entries: Sequence[KeyEntry]) -> QWidget:
    holder = QWidget()
    table = QGridLayout(holder)
    table.setContentsMargins(0, 0, 0, 0)
    table.setVerticalSpacing(px(6))
    table.setColumnMinimumWidth(0, px(150))
    table.setColumnStretch(1, 1)
    for y, entry in enumerate(entries):
        table.addWidget(Caps(entry.keys), y, 0)
        table.addWidget(Words(entry.words, Style.BODY), y, 1)
    return holder
