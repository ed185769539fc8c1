"""What stands on Home once there are assessments: cards or a table, files written, the promise."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.marks import Mark
from ui.overview.cards import CardGroups
from ui.overview.words import count_words
from ui.preferences import Preferences
from ui.theme import Style, px
from ui.widgets.ground import MarkSign
from ui.widgets.labels import Line, Words
from ui.widgets.scrolled import Scrolled

if TYPE_CHECKING:
    from ui.overview.recent import RecentFiles
    from ui.overview.table import AssessmentTable
    from ui.widgets.segment import Segment
    from wb6assess.session.workspace import AssessmentInfo

LIST_FROM = 12
"""From so many assessments on there is a choice, and the table is what one sees first."""

_LEAST_ROWS = 5
_BESIDE_BAR = 22
"""Design px between cards and scroll bar; with the bar the margin of other pages."""

_Shown = tuple[Sequence["AssessmentInfo"], Mapping[str, str], datetime, Mapping[str, str]]


class OverviewPage(Scrolled):
    """Assessments and files.

    What only some people have is made when it is first needed: the start is measured.

    Signals:
        assessment_requested: Carries an assessment id.
        new_requested: The person wants a new assessment.
    """

    assessment_requested = Signal(str)
    new_requested = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._shown: _Shown | None = None
        self._count = Line("", Style.SECTION)
        self._view: Segment | None = None
        self._cards = CardGroups()
        self._cards.assessment_requested.connect(self.assessment_requested)
        self._cards.new_requested.connect(self.new_requested)
        self._table: AssessmentTable | None = None
        self._recent: RecentFiles | None = None
        self._column = QVBoxLayout()
        self.show_sheet(self._build())
        self.keep_bar_room()

    def show_assessments(
        self,
        infos: Sequence["AssessmentInfo"],
        countries: Mapping[str, str],
        now: datetime,
        divided: Mapping[str, str],
    ) -> None:
        """Show other assessments."""
        self._shown = (infos, countries, now, divided)
        choice = len(infos) >= LIST_FROM
        self._offer_choice(choice)
        self._count.say(count_words(list(infos)))
        wanted = self._preferences.home_view or "list"
        self._show_view(wanted if choice else "cards")

    def show_files(self, now: datetime) -> None:
        """Show the files written lately."""
        if self._recent is None:
            if not self._preferences.recent_files:
                return
            from ui.overview.recent import RecentFiles

            self._recent = RecentFiles()
            self._recent.forget_requested.connect(self._forget)
            self._column.insertWidget(self._column.count() - 2, self._recent)
        from ui.files.recent_files import recent_files

        self._recent.show_files(recent_files(self._preferences), now)

    def _offer_choice(self, choice: bool) -> None:
        """Cards or list, once there is reason to choose."""
        if choice and self._view is None:
            from ui.widgets.segment import Choice, Segment

            words = {"cards": self.tr("Cards"), "list": self.tr("List")}
            self._view = Segment([Choice(key, text) for key, text in words.items()])
            self._view.setAccessibleName(self.tr("View"))
            self._view.chosen.connect(self._choose_view)
            self._choice_row.addWidget(self._view)
        self._choice.setVisible(choice)

    @property
    def first(self) -> QWidget | None:
        """Where the keyboard begins: the newest card, or the table."""
        if self._table is not None and not self._table.isHidden():
            return self._table
        return self._cards.first

    def _show_view(self, view: str) -> None:
        assert self._shown is not None  # asked only with assessments
        if self._view is not None:
            self._view.show_key(view)
        as_list = view == "list"
        self._cards.setVisible(not as_list)
        if as_list:
            table = self._make_table()
            table.show_assessments(*self._shown)
            self._fit_table()
        else:
            self._cards.show_assessments(*self._shown)
        if self._table is not None:
            self._table.setVisible(as_list)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The table keeps to what can be seen at once."""
        super().resizeEvent(event)
        self._fit_table()

    def _fit_table(self) -> None:
        if self._table is not None and self._shown is not None:
            seen = (self.viewport().height() - px(96)) // px(34)
            self._table.show_rows(min(len(self._shown[0]), max(seen, _LEAST_ROWS)))

    def _make_table(self) -> "AssessmentTable":
        if self._table is None:
            from ui.overview.table import AssessmentTable

            self._table = AssessmentTable()
            self._table.assessment_requested.connect(self.assessment_requested)
            self._column.insertWidget(2, self._table)
        return self._table

    def _choose_view(self, view: str) -> None:
        self._preferences.home_view = view
        self._show_view(view)

    def _forget(self, paths: object) -> None:
        assert isinstance(paths, tuple)
        from ui.files.recent_files import forget_files

        forget_files(self._preferences, paths)
        if self._shown is not None:
            self.show_files(self._shown[2])

    def _build(self) -> QWidget:
        inner = QWidget()
        inner.setObjectName("sheet")
        column = self._column
        inner.setLayout(column)
        column.setContentsMargins(0, 0, px(_BESIDE_BAR), px(20))
        column.setSpacing(px(16))
        self._choice = QWidget()
        row = self._choice_row = QHBoxLayout(self._choice)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._count)
        row.addStretch(1)
        column.addWidget(self._choice)
        column.addWidget(self._cards)
        column.addSpacing(px(4))
        column.addLayout(self._promise())
        column.addStretch(1)
        return inner

    def _promise(self) -> QHBoxLayout:
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
        return note
