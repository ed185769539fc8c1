"""The right side, above: how far apart the experts are, and what was said, without names."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.marks import Mark
from ui.meeting.parts import Bullet, Marked, MeetingButton, Scroller, empty, stacked
from ui.meeting.words import experts_words, levels_words, standing_apart, standing_words
from ui.theme import Style, px
from ui.widgets.ground import Rule
from ui.widgets.labels import Words
from wb6assess.reports.meeting.rows import AgendaItem, PillarRest

_FIRST, _MOST = 10, 12
"""So many texts of one kind are shown at first; up to so many, all of them."""


class SaidPane(Scroller):
    """Scrolls when much was said."""

    def __init__(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, px(8), 0)
        column.setSpacing(px(6))
        self._parts = stacked(8)
        column.addLayout(self._parts)
        column.addStretch(1)
        super().__init__(inner)
        self.setAccessibleName(self.tr("What was said"))

    def sizeHint(self) -> QSize:
        """Enough for the levels; takes what the decision leaves."""
        return QSize(px(240), px(150))

    def minimumSizeHint(self) -> QSize:
        """The same: on a low screen the whole side scrolls."""
        return self.sizeHint()

    def show_item(self, item: AgendaItem) -> None:
        """Everything about an item that has no owner."""
        self._begin(experts_words(item), levels_words(item))
        for mark, words in standing_apart(item):
            self._parts.addWidget(Marked(mark, words))
        if item.standing is not None:
            mark = Mark.LOOK if item.standing.stale else Mark.ANSWERED
            self._parts.addWidget(Marked(mark, standing_words(item.standing)))
        self._parts.addWidget(Rule())
        self._head(self.tr("What was said, without names"))
        self._list(item.remarks, Style.MEETING_TEXT, "ink")
        if item.words_left_out:
            self._quiet(self.tr("This question is marked sensitive, so nobody's words are shown."))
        elif not item.remarks:
            self._quiet(self.tr("Nobody wrote a reason."))
        if item.evidence:
            self._head(self.tr("Evidence"))
            self._list(item.evidence, Style.MEETING_HINT, "ink2")
        self.verticalScrollBar().setValue(0)

    def show_rest(self, rest: PillarRest) -> None:
        """What confirming a pillar does."""
        self._begin(
            f"{rest.country_name} · {rest.instrument_title}",
            self.tr("Confirming keeps the experts' values and writes one record for each indicator."),
        )

    def _begin(self, head: str, words: str) -> None:
        empty(self._parts)
        self._parts.addWidget(_named(Words(head, Style.MEETING_STRONG)))
        self._parts.addWidget(_named(Words(words, Style.MEETING_TEXT, "ink2")))

    def _list(self, texts: Sequence[str], style: Style, role: str) -> None:
        """The first few; a hundred experts' words come when somebody asks for them."""
        first = texts if len(texts) <= _MOST else texts[:_FIRST]
        rest = texts[len(first) :]
        for text in first:
            self._parts.addWidget(Bullet(text, style, role))
        if not rest:
            return
        more = MeetingButton(self.tr("Show {n} more").format(n=len(rest)))
        self._parts.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

        def unfold() -> None:
            place = self._parts.indexOf(more)
            for number, text in enumerate(rest):
                self._parts.insertWidget(place + number, Bullet(text, style, role))
            self.setFocus()  # the button goes; the keyboard stays with the words
            more.hide()

        more.clicked.connect(unfold)

    def _head(self, words: str) -> None:
        self._parts.addWidget(_named(Words(words, Style.MEETING_HINT_STRONG, "ink2")))

    def _quiet(self, words: str) -> None:
        self._parts.addWidget(_named(Words(words, Style.MEETING_HINT, "ink2")))


def _named(words: Words) -> Words:
    words.setAccessibleName(words.text())
    return words
