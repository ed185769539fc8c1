"""The parts of a questionnaire's window: bars, panes and pages, made once and put in their places."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.questionnaire.bars import BottomBar, TopBar
from ui.questionnaire.outline.pane import Outline
from ui.questionnaire.outline.rail import OutlineRail
from ui.questionnaire.outline.rows import OutlineRows
from ui.questionnaire.page.context_page import ContextPage
from ui.questionnaire.page.indicator_page import IndicatorPage
from ui.questionnaire.panes import Panes
from ui.questionnaire.questions import Questions
from ui.questionnaire.search_index import SearchIndex
from ui.questionnaire.standing import Standing, StandingRail
from ui.questionnaire.tab_order import move_focus
from ui.questionnaire.trouble import SaveTrouble
from ui.widgets.ground import Pane


class Parts:
    """Everything one questionnaire shows, laid out inside `host`.

    The bars stand above and below the sheet, the outline at its left, where I stand at its right;
    the sheet holds either an indicator or the context questions.
    """

    def __init__(
        self,
        host: QWidget,
        questions: Questions,
        rows: OutlineRows,
        index: SearchIndex,
        country: str,
    ) -> None:
        self.top, self.bottom = TopBar(), BottomBar()
        self.outline, self.outline_rail = Outline(rows, index), OutlineRail()
        self.standing, self.standing_rail = Standing(), StandingRail()
        self.indicator = IndicatorPage(questions, country)
        self.context = ContextPage(questions.context, country)
        self.trouble = SaveTrouble()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.indicator)
        self._stack.addWidget(self.context)
        self.panes = Panes(
            self.outline, self.outline_rail, self._sheet(), self.standing, self.standing_rail
        )
        column = QVBoxLayout(host)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.panes, 1)

    @property
    def page(self) -> IndicatorPage | ContextPage:
        """What the sheet holds now."""
        return self.indicator if self._stack.currentWidget() is self.indicator else self.context

    def put_on_sheet(self, page: IndicatorPage | ContextPage) -> None:
        """Let the sheet hold another page."""
        self._stack.setCurrentWidget(page)

    def move_focus(self, forward: bool) -> bool:
        """Tab goes as the eye does: bar, outline, page, bar below, where I stand."""
        parts = [
            self.top, self.outline, self.outline_rail, *self.page.tab_parts(), self.trouble,
            self.bottom, self.standing, self.standing_rail,
        ]  # fmt: skip
        return move_focus(parts, forward)

    def _sheet(self) -> Pane:
        sheet = Pane("surface")
        middle = QVBoxLayout(sheet)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self._stack, 1)
        middle.addWidget(self.trouble)
        middle.addWidget(self.bottom)
        return sheet
