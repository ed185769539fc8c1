"""Home: my assessments as cards, or how to begin."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui.dates import clock, day_words
from ui.icons import Icon
from ui.marks import Mark
from ui.sidebar import Sidebar
from ui.theme import Style, px
from ui.widgets.button import Button, Kind
from ui.widgets.ground import MarkSign, Pane
from ui.widgets.labels import Line, Words

if TYPE_CHECKING:
    from ui.widgets.card import CardState
    from wb6assess.session.workspace import AssessmentInfo


class Home(QWidget):
    """The list of assessments.

    Signals:
        assessment_requested: Carries an assessment id.
        new_requested: The person wants a new assessment.
        file_requested: The person wants to open a file.
        sample_requested: The person wants to look around with sample answers.
        keys_requested: The person wants the key list.
    """

    assessment_requested = Signal(str)
    new_requested = Signal()
    file_requested = Signal()
    sample_requested = Signal()
    keys_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sidebar = Sidebar()
        self._sidebar.keys_requested.connect(self.keys_requested)
        self._title = Words(self.tr("Assessments"), Style.TITLE)
        self._saved = Line("", Style.SMALL, "ink2", stretch=True)
        self._new = Button(self.tr("New assessment"), Kind.PRIMARY, icon=Icon.PLUS)
        self._new.clicked.connect(self.new_requested)
        self._open = Button(self.tr("Open file…"), icon=Icon.FOLDER)
        self._open.clicked.connect(self.file_requested)
        for button in (self._open, self._new):
            button.setVisible(False)
        self._groups = QVBoxLayout()
        self._groups.setSpacing(px(24))
        self._shown: list[AssessmentInfo] | None = None
        self._first: QWidget | None = None
        self._list: QWidget | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(QWidget())
        page = Pane("surface")
        column = QVBoxLayout(page)
        column.setContentsMargins(px(32), px(22), px(32), 0)
        column.setSpacing(px(16))
        column.addLayout(self._head())
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sidebar)
        row.addWidget(page, 1)

    def show_assessments(
        self, infos: Sequence["AssessmentInfo"], countries: Mapping[str, str], now: datetime
    ) -> None:
        """Show the assessments, newest edited first; the first page when there are none."""
        if self._shown == list(infos):
            return
        self._shown = list(infos)
        self._clear()
        self._sidebar.show_count(len(infos))
        for button in (self._open, self._new):
            button.setVisible(bool(infos))
        self._stack.setCurrentWidget(self._list_page() if infos else self._first_page())
        if not infos:
            self._saved.say("")
            return
        last = max(info.updated_at for info in infos)
        if last.astimezone().date() == now.astimezone().date():
            self._saved.say(self.tr("Last saved today, {time}").format(time=clock(last)))
        else:
            self._saved.say(self.tr("Last saved {day}").format(day=day_words(last, now)))
        rounds = dict.fromkeys(info.identity.round for info in infos)
        for place, name in enumerate(sorted(rounds, reverse=True)):
            chosen = [info for info in infos if info.identity.round == name]
            self._groups.addWidget(self._group(name, chosen, countries, now, newest=place == 0))
        QTimer.singleShot(0, self, self._focus_first)

    def _focus_first(self) -> None:
        """The keyboard begins at the newest assessment, unless the person is somewhere else already."""
        from ui.widgets.card import AssessmentCard

        focused = self.focusWidget()
        idle = focused is None or self._sidebar.isAncestorOf(focused)
        first = self.findChild(AssessmentCard)
        if idle and first is not None and self.isVisible():
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        while (item := self._groups.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._saved)
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.setSpacing(px(8))
        for button in (self._open, self._new):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    # Both pages are made when they are first needed: the empty frame is painted sooner.

    def _first_page(self) -> QWidget:
        from ui.first_page import FirstPage

        if self._first is None:
            first = self._first = FirstPage()
            first.new_requested.connect(self.new_requested)
            first.file_requested.connect(self.file_requested)
            first.sample_requested.connect(self.sample_requested)
            self._stack.addWidget(first)
        return self._first

    def _list_page(self) -> QWidget:
        if self._list is None:
            self._list = self._build_list()
            self._stack.addWidget(self._list)
        return self._list

    def _build_list(self) -> QWidget:
        inner = QWidget()
        inner.setObjectName("sheet")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, px(20))
        column.setSpacing(px(24))
        column.addLayout(self._groups)
        note = QHBoxLayout()
        note.setSpacing(px(8))
        promise = self.tr(
            "Everything stays on this computer. A file leaves it only when you hand in and send it"
            " yourself."
        )
        sign = MarkSign(Mark.INFO, 15)
        sign.setFixedSize(px(15), px(19))
        note.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(Words(promise, Style.BODY, "ink2"), 1)
        column.addLayout(note)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setAutoFillBackground(False)
        return area

    def _group(
        self,
        name: str,
        infos: Sequence["AssessmentInfo"],
        countries: Mapping[str, str],
        now: datetime,
        *,
        newest: bool,
    ) -> QWidget:
        from ui.widgets.card import AssessmentCard, NewCard
        from ui.widgets.flow import CardGrid

        group = QWidget()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(Line(self.tr("Round {name}").format(name=name), Style.SECTION))
        head.addWidget(Line(self._summary(infos), Style.BODY, "ink2"))
        head.addStretch(1)
        column.addLayout(head)
        cards: list[QWidget] = []
        for info in infos:
            card = AssessmentCard(self._card_state(info, countries, now))
            card.clicked.connect(lambda _on=False, key=info.id: self.assessment_requested.emit(key))
            cards.append(card)
        if newest:
            new = NewCard(self.tr("New assessment"), self.tr("country, questionnaire, round"))
            new.clicked.connect(self.new_requested)
            cards.append(new)
        grid = CardGrid()
        grid.show_cards(cards)
        column.addWidget(grid)
        return group

    def _summary(self, infos: Sequence["AssessmentInfo"]) -> str:
        n = len(infos)
        handed_in = sum(info.submitted_at is not None for info in infos)
        words = self.tr("1 assessment") if n == 1 else self.tr("{n} assessments").format(n=n)
        if handed_in:
            words += self.tr(", {n} handed in").format(n=handed_in)
        return words

    def _card_state(
        self, info: "AssessmentInfo", countries: Mapping[str, str], now: datetime
    ) -> "CardState":
        from ui.widgets.card import CardState

        key = info.identity
        country = countries.get(key.country, key.country)
        revision = self.tr("revision {n}").format(n=info.revision)
        mark, note = self._note(info)
        return CardState(
            id=info.id,
            title=info.title,
            identity=f"{country} · {key.round} · {key.expert} · {revision}",
            done=info.done,
            asked=info.asked,
            locked=info.submitted_at is not None,
            sample=info.sample,
            note=note,
            note_mark=mark,
            edited=self._edited(info, now),
            verb=self._verb(info),
        )

    def _note(self, info: "AssessmentInfo") -> tuple[Mark | None, str]:
        """The most urgent thing about an assessment."""
        if info.submitted_at is not None:
            return Mark.ANSWERED, self.tr("Handed in, locked")
        if info.blocking == 1:
            return Mark.BLOCKS, self.tr("1 finding stands against handing in")
        if info.blocking:
            words = self.tr("{n} findings stand against handing in")
            return Mark.BLOCKS, words.format(n=info.blocking)
        if info.flagged:
            return Mark.FLAGGED, self.tr("{n} flagged to come back to").format(n=info.flagged)
        return None, ""

    def _edited(self, info: "AssessmentInfo", now: datetime) -> str:
        if info.submitted_at is not None:
            return self.tr("Handed in {when}").format(when=day_words(info.submitted_at, now))
        if not info.last_item and not info.done:
            return self.tr("Not started")
        return self.tr("Edited {when}").format(when=day_words(info.updated_at, now, with_time=False))

    def _verb(self, info: "AssessmentInfo") -> str:
        if info.submitted_at is not None:
            return self.tr("Open")
        return self.tr("Continue") if info.done or info.last_item else self.tr("Start")


def utc_now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)
