"""What a person does is laid out and painted once: no second layout, nothing painted that stays."""

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from ui.questionnaire.page.indicator_page import IndicatorPage
from ui.questionnaire.page.indicator_sheet import IndicatorSheet
from ui.questionnaire.questions import CONTEXT
from ui.questionnaire.window import QuestionnaireWindow
from ui.widgets.ladder import Rung


class Paints(QObject):
    """Counts the paint events of every widget."""

    def __init__(self) -> None:
        super().__init__()
        self.of: Counter[QWidget] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.of[watched] += 1
        return False


def painted(action: Callable[[], object]) -> Counter[QWidget]:
    """How often each widget was painted for an action, until nothing waits any more."""
    application = QApplication.instance()
    assert application is not None
    for _ in range(6):
        QApplication.processEvents()
    paints = Paints()
    application.installEventFilter(paints)
    action()
    for _ in range(6):
        QApplication.processEvents()
    application.removeEventFilter(paints)
    return paints.of


def test_another_page_is_painted_once(window: QuestionnaireWindow):
    pages = [page for page in window.questions.pages if page != CONTEXT]
    for page in pages:
        window.go_to(page)
    sheet = window.findChild(IndicatorSheet)
    for page in pages:
        assert painted(lambda page=page: window.go_to(page))[sheet] <= 1, page


def test_a_finding_below_the_ladder_paints_no_rung_but_the_chosen_one(window: QuestionnaireWindow):
    window.go_to("FDI-2.2")
    paints = painted(lambda: window.choose_level(5))
    rungs = {widget.rung.key for widget in paints if isinstance(widget, Rung)}
    assert rungs == {"5"}


def test_nothing_behind_the_panes_is_painted(window: QuestionnaireWindow):
    window.go_to("FDI-2.2")
    assert window not in painted(lambda: window.go_to("FDI-2.3"))


def test_what_pages_need_is_made_while_the_first_one_is_read(qtbot, window: QuestionnaireWindow):
    page = window.findChild(IndicatorPage)
    made: list[int] = []

    def nothing_more_is_made() -> bool:
        made.append(len(page.findChildren(QWidget)))
        return made[-10:] == [made[-1]] * 10 and made[-1] > made[0]

    qtbot.waitUntil(nothing_more_is_made, timeout=20_000)
    for each in window.questions.instrument.indicators():
        window.go_to(each.id)
    assert len(page.findChildren(QWidget)) == made[-1]
