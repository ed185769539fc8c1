"""Home: my assessments, or how to begin."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.icons import Icon
from ui.preferences import Preferences
from ui.theme import Style, px
from ui.widgets.button import Button, Kind
from ui.widgets.ground import Pane
from ui.widgets.labels import Line, Words
from ui.widgets.page_head import PageHead

if TYPE_CHECKING:
    from ui.overview.first_page import FirstPage
    from ui.overview.page import OverviewPage
    from wb6assess.session.workspace import AssessmentInfo


class Home(Pane):
    """The list of assessments.

    Signals:
        assessment_requested: Carries an assessment id.
        new_requested: The person wants a new assessment.
        file_requested: The person wants to open a file.
        sample_requested: The person wants to look around with sample answers.
    """

    assessment_requested = Signal(str)
    new_requested = Signal()
    file_requested = Signal()
    sample_requested = Signal()

    def __init__(self, folder: Path, preferences: Preferences, parent: QWidget | None = None) -> None:
        """`folder` is where the data lie."""
        super().__init__("surface", parent=parent)
        self._folder, self._preferences = folder, preferences
        self._title = Words(self.tr("Assessments"), Style.TITLE)
        self._saved = Line("", Style.SMALL, "ink2", stretch=True)
        self._new = Button(self.tr("New assessment"), Kind.PRIMARY, icon=Icon.PLUS)
        self._new.clicked.connect(self.new_requested)
        self._open = Button(self.tr("Open file…"), icon=Icon.FOLDER)
        self._open.clicked.connect(self.file_requested)
        for button in (self._open, self._new):
            button.setVisible(False)
        self._shown: tuple[list[AssessmentInfo], Mapping[str, str]] | None = None
        self._first: FirstPage | None = None
        self._overview: OverviewPage | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(QWidget())
        column = QVBoxLayout(self)
        column.setContentsMargins(px(32), px(22), 0, 0)
        column.setSpacing(px(16))
        words = (self._title, self._saved)
        self._head = PageHead(words, (self._open, self._new))
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, px(32), 0)
        head.addWidget(self._head)
        column.addLayout(head)
        # Its bar stands at the window's edge, not at the cards.
        column.addWidget(self._stack, 1)

    def show_assessments(
        self,
        infos: Sequence["AssessmentInfo"],
        countries: Mapping[str, str],
        now: datetime,
        divided: Mapping[str, str],
    ) -> None:
        """Show the assessments, newest edited first; the first page when there are none."""
        if self._shown == (list(infos), divided):
            self._show_files(now)
            return
        self._shown = (list(infos), divided)
        for button in (self._open, self._new):
            button.setVisible(bool(infos))
        self._head.rearrange()
        if not infos:
            self._stack.setCurrentWidget(self._first_page())
            self._saved.say("")
            return
        page = self._overview_page()
        page.show_assessments(infos, countries, now, divided)
        self._stack.setCurrentWidget(page)
        self._show_files(now)
        self._saved.say(self._saved_words(now))
        QTimer.singleShot(0, self, self._focus_first)

    def show_backup(self, made: datetime | None, now: datetime) -> None:
        """Say when the last backup was made, beside when something was last saved."""
        if made is None or self._shown is None or not self._shown[0]:
            return
        from ui.dates import day_words

        words = self.tr("backup made {when}").format(when=day_words(made, now))
        self._saved.say(f"{self._saved_words(now)}  ·  {words}")

    def _saved_words(self, now: datetime) -> str:
        # Not before the first paint: the calendar of every language comes along.
        from ui.dates import clock, day_words

        assert self._shown is not None  # asked only with assessments
        last = max(info.updated_at for info in self._shown[0])
        if last.astimezone().date() == now.astimezone().date():
            return self.tr("Last saved today, {time}").format(time=clock(last))
        return self.tr("Last saved {day}").format(day=day_words(last, now))

    def _show_files(self, now: datetime) -> None:
        if self._overview is not None:
            self._overview.show_files(now)

    def _focus_first(self) -> None:
        """The keyboard begins at the newest assessment, unless the person is somewhere else already."""
        focused = self.window().focusWidget()
        idle = focused is None or not self.isAncestorOf(focused)
        first = self._overview.first if self._overview is not None else None
        if idle and first is not None and self.isVisible():
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    # Both pages are made when they are first needed: the empty frame is painted sooner.

    def _first_page(self) -> QWidget:
        from ui.overview.first_page import FirstPage

        if self._first is None:
            first = self._first = FirstPage(self._folder)
            first.new_requested.connect(self.new_requested)
            first.file_requested.connect(self.file_requested)
            first.sample_requested.connect(self.sample_requested)
            self._stack.addWidget(first)
        return self._first

    def _overview_page(self) -> "OverviewPage":
        from ui.overview.page import OverviewPage

        if self._overview is None:
            page = self._overview = OverviewPage(self._preferences)
            page.assessment_requested.connect(self.assessment_requested)
            page.new_requested.connect(self.new_requested)
            self._stack.addWidget(page)
        return self._overview


def utc_now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)
