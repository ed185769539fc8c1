"""Everything on the page of one indicator, made once and laid out; the page fills it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.evidence.list import EvidenceList
from ui.icons import Icon
from ui.questionnaire.page.answer_area import AnswerArea
from ui.questionnaire.page.earlier_panel import EarlierPanel
from ui.questionnaire.page.facts import Facts
from ui.questionnaire.page.finding_notes import FindingNotes, RemarkLine
from ui.questionnaire.page.guide import Guide
from ui.questionnaire.page.spread_panel import SpreadPanel
from ui.questionnaire.page.state_row import StateRow
from ui.questionnaire.tab_order import top_down
from ui.theme import Style, px
from ui.widgets.button import Button, Kind
from ui.widgets.column import Column
from ui.widgets.grid import need_width
from ui.widgets.labels import Line, Words
from ui.widgets.rung_dots import ROOMY
from ui.widgets.textbox import TextBox
from wb6assess.model.instrument import Field

COLUMN = 760
_FACTS = 224
_FACTS_BELOW = 560
_UNLIMITED = 16777215
"""What Qt calls no greatest width."""


class IndicatorSheet(Column):
    """The parts of a page from top to bottom, in one column of a readable width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self._make_head()
        self._make_answer()
        self._make_reasons()
        self._outer = QHBoxLayout(self)
        holder = Column()
        holder.setMaximumWidth(px(COLUMN))
        self._outer.addWidget(holder, 1)
        self._lower = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._fill(holder)

    def _make_head(self) -> None:
        self.id = Line("", Style.SMALL_STRONG, "ink2")
        self.about = Line("", Style.SMALL, "ink2", stretch=True)
        self.flag = Button(self.tr("Flag"), Kind.QUIET, icon=Icon.FLAG)
        self.flag.setCheckable(True)
        self.flag.setToolTip(self.tr("Flag to come back to (F)"))
        self.guide_button = Button(self.tr("Guide"), Kind.QUIET, icon=Icon.GUIDE)
        self.guide_button.setCheckable(True)
        self.guide_button.setToolTip(self.tr("Legal anchors, evidence, how levels differ (F1)"))
        self.title = Words("", Style.TITLE)
        self.question = Words("", Style.READING, widest=580)
        self.guide = Guide()
        self.guide.setVisible(False)

    def _make_answer(self) -> None:
        self.not_asked, self.parked, self.cap = RemarkLine(), RemarkLine(), RemarkLine()
        self.answer, self.states = AnswerArea(), StateRow()
        self.spread, self.earlier = SpreadPanel(), EarlierPanel()
        self.queries, self.notes = FindingNotes(), FindingNotes()

    def _make_reasons(self) -> None:
        self.justification_title = Line("", Style.SECTION)
        self.length = Line("", Style.SMALL, "ink3")
        self.justification = TextBox(4)
        self.evidence = EvidenceList()
        self.facts = Facts(self.tr("Facts"), self.tr("not scored"))

    def _fill(self, holder: QWidget) -> None:
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        for widget, gap in (
            (self.title, 4), (self.question, 4), (self.guide, 12), (self.not_asked, 12),
            (self.parked, 4), (self.answer, 12), (self.states, 8), (self.cap, 8), (self.queries, 8),
            (self.notes, 8), (self.spread, 8), (self.earlier, 8),
        ):  # fmt: skip
            column.addWidget(_Below(widget, gap))
        self._lower.setContentsMargins(0, px(14), 0, 0)
        self._lower.setSpacing(px(24))
        self._lower.addLayout(self._reasons(), 1)
        facts = QVBoxLayout()
        facts.addWidget(self.facts)
        facts.addStretch(1)
        self._lower.addLayout(facts)
        column.addLayout(self._lower)
        column.addStretch(1)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.id)
        row.addWidget(self.about, 1)
        row.addWidget(self.flag)
        row.addWidget(self.guide_button)
        return row

    def _reasons(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(px(4))
        head = QHBoxLayout()
        head.addWidget(self.justification_title)
        head.addStretch(1)
        head.addWidget(self.length)
        column.addLayout(head)
        column.addWidget(self.justification)
        column.addSpacing(px(10))
        column.addWidget(self.evidence)
        column.addStretch(1)
        return column

    def tab_parts(self) -> list[QWidget]:
        """What is on the page, in the order Tab goes through it."""
        return [
            self.flag, self.guide_button, self.guide, self.not_asked, self.parked, self.answer,
            self.states, self.cap, *top_down(self.queries), *top_down(self.notes), self.earlier,
            self.justification, *top_down(self.evidence), *self.facts.tab_parts(),
        ]  # fmt: skip

    def adapt(self, width: int, fields: tuple[Field, ...]) -> None:
        """Facts stand beside; below when the page is narrow or a table needs the width.

        Args:
            width: Of the page beside its scroll bar, in px.
            fields: The facts asked for.
        """
        below = min(width - 2 * px(32), px(COLUMN)) < px(_FACTS_BELOW) or need_width(fields)
        self.facts.setMaximumWidth(_UNLIMITED if below else px(_FACTS))
        self.facts.setMinimumWidth(px(_FACTS))
        direction = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        self._lower.setDirection(direction)
        side = max(px(32), (width - px(COLUMN)) // 2)
        self.spread.stand_beside(roomy=width - 2 * side >= px(ROOMY))
        self._outer.setContentsMargins(side, px(12), side, px(20))


class _Below(Column):
    """A part with the gap above it; both vanish together."""

    def __init__(self, part: QWidget, gap: int) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(gap), 0, 0)
        # Without a parent everything counts as hidden; only what was hidden on purpose stays so.
        on_purpose = part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        hidden = part.isHidden() and on_purpose
        column.addWidget(part)
        self._part = part
        part.installEventFilter(self)
        if hidden:
            # Never the other way round: showing a widget without a parent opens a window.
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the part's own visibility."""
        if watched is self._part and event.type() in {
            QEvent.Type.ShowToParent,
            QEvent.Type.HideToParent,
        }:
            self.setVisible(event.type() == QEvent.Type.ShowToParent)
        return super().eventFilter(watched, event)
