"""The left side of the meeting: what is asked, and the scale with everybody's dots."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.marks import Mark
from ui.meeting.draft import Draft
from ui.meeting.parts import KeyHints, Marked, Scroller, empty, stacked
from ui.meeting.scale import Scale, Step
from ui.meeting.words import level_words
from ui.theme import Style, px
from ui.widgets.ground import Pane
from ui.widgets.labels import Line, Words
from wb6assess.model.decision import Action
from wb6assess.reports.meeting.rows import AgendaItem, PillarRest, Rung

_LOW = 740
WIDEST = 1180
"""Design px: on a wide projector rungs do not run across the whole room."""


class QuestionPane(Pane):
    """One indicator, or a pillar with what can be confirmed in it.

    Signals:
        level_chosen: Somebody clicked a rung; carries its level.
    """

    level_chosen = Signal(float)

    def __init__(self) -> None:
        super().__init__("surface")
        self._id = Line("", Style.MEETING_STRONG, "ink2")
        self._title = Words("", Style.MEETING_TITLE)
        self._question = Words("", Style.MEETING_RUNG)
        self.scale = Scale()
        self.scale.level_chosen.connect(self.level_chosen)
        self._lines = stacked(10)
        self._hints = KeyHints(
            (
                (("0", "5"), self.tr("level 0 to 5")),
                (("Return",), self.tr("record")),
                (("Left", "Right"), self.tr("previous, next")),
                (("C",), self.tr("confirm")),
                (("N",), self.tr("not applicable")),
                (("H",), self.tr("half a level")),
                (("P",), self.tr("postpone")),
                (("A",), self.tr("agenda")),
            ),
            self.tr("One dot is one expert"),
        )
        inner = QWidget()
        inner.setObjectName("sheet")
        column = QVBoxLayout(inner)
        self._column = column
        column.setSpacing(px(6))
        for part in (self._id, self._title, self._question):
            column.addWidget(part)
        column.addSpacing(px(8))
        column.addWidget(self.scale, 1)
        column.addLayout(self._lines)
        column.addStretch(0)
        inner.setMaximumWidth(px(WIDEST))
        self._scroll = Scroller(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, px(10))
        outer.setSpacing(px(4))
        outer.addWidget(self._scroll, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(px(48), 0, px(42), 0)
        foot.addWidget(self._hints)
        outer.addLayout(foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a low screen, such as a projector's, there is less air so that all rungs stand on it."""
        super().resizeEvent(event)
        low = self.height() < px(_LOW)
        self.scale.set_tight(low)
        self._column.setContentsMargins(px(48), px(8 if low else 20), px(42), px(4 if low else 12))

    def show_item(self, item: AgendaItem) -> None:
        """Show another item, or the same with other dots."""
        self._say(item.indicator, item.title, item.question)
        empty(self._lines)
        self.scale.setVisible(True)
        self.scale.show_steps([self._step(item, rung) for rung in item.rungs])

    def show_rest(self, rest: PillarRest, *, confirmed: bool) -> None:
        """Show a pillar whose indicators nobody needs to discuss."""
        count = len(rest.lines)
        self._say(
            rest.pillar,
            rest.pillar_title,
            self.tr(
                "The experts agree here, or one alone answered. {n} can be confirmed together."
            ).format(n=count),
        )
        self.scale.setVisible(False)
        empty(self._lines)
        mark = Mark.ANSWERED if confirmed else Mark.AGREED
        for line in rest.lines:
            level = level_words(line.level)
            words = f"{line.indicator}  {line.title}: {level}"
            self._lines.addWidget(Marked(mark, words))
        self._lines.addStretch(1)

    def show_draft(self, draft: Draft, item: AgendaItem) -> None:
        """Mark the rung that is being decided, or the one in force."""
        level = draft.level if draft.action is Action.SET else None
        if draft.action is None and item.standing is not None:
            level = item.standing.level
        badge = "" if level is None else level_words(level)
        self.scale.show_level(level, badge, self.tr("between two rungs"))

    def to_top(self) -> None:
        """Begin at the title."""
        self._scroll.verticalScrollBar().setValue(0)

    def turn(self, pages: int) -> None:
        """Scroll what is too long for the screen."""
        self._scroll.turn(pages)

    def _say(self, name: str, title: str, question: str) -> None:
        self._id.say(name)
        for label, words in ((self._title, title), (self._question, question)):
            label.setText(words)
            label.setAccessibleName(words)

    def _step(self, item: AgendaItem, rung: Rung) -> Step:
        badge = level_words(rung.level)
        dots = item.dots_at(rung)
        spoken = self.tr("Level {level}: {words}").format(level=badge, words=rung.words)
        if dots:
            spoken = self.tr("{rung}. Experts here: {n}").format(rung=spoken, n=dots)
        return Step(rung.level, badge, rung.words, dots, spoken)
