"""The queries that wait for a reply, by assessment; each line leads to its question."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.error_words import error_words
from ui.host import Host
from ui.marks import Mark
from ui.review.groups import Groups
from ui.review.review_state import Group, ReviewLine
from ui.theme import Style, px
from ui.widgets.button import Button, Kind
from ui.widgets.dialog import MarkedWords
from ui.widgets.ground import Pane
from ui.widgets.labels import Words
from ui.widgets.scrolled import Scrolled
from wb6assess.errors import AppError

if TYPE_CHECKING:
    from wb6assess.session.open_assessment import OpenAssessment
    from wb6assess.session.workspace import AssessmentInfo, Workspace


class QueriesRoom(Pane):
    """Queries of the coordinator, unanswered ones first in view; empty, it says where they come from."""

    def __init__(self, host: Host) -> None:
        super().__init__("surface")
        self._host = host
        self.setAccessibleName(self.tr("Queries to answer"))
        self._subtitle = Words("", Style.SMALL, "ink2")
        self._groups = Groups()
        self._groups.page_requested.connect(self._go)
        self._trouble = MarkedWords()
        self._none = Words("", Style.READING, "ink2", widest=560)
        self._open = Button(self.tr("Open file…"), Kind.PRIMARY)
        self._open.clicked.connect(host.open_file)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(32), px(22), px(12), 0)
        column.setSpacing(px(12))
        column.addWidget(Words(self.tr("Queries to answer"), Style.TITLE))
        column.addWidget(self._subtitle)
        column.addWidget(self._trouble)
        column.addWidget(self._none)
        column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._scrolled(), 1)

    def enter(self) -> None:
        """Show what waits now."""
        workspace = self._host.workspace
        assert workspace is not None  # a room is made only after that
        self._trouble.say("")
        # Home and the count in the sidebar stand as the replies do.
        self._host.show_assessments()
        waiting = [info for info in workspace.assessments() if info.queries]
        groups = tuple(self._read(waiting, workspace))
        self._groups.show_groups(groups)
        self._say(bool(groups))

    def _read(self, waiting: "list[AssessmentInfo]", workspace: "Workspace") -> Iterator[Group]:
        for info in waiting:
            try:
                yield self._group(info, workspace.open_assessment(info.id, alone=True))
            except AppError as error:
                self._trouble.say(error_words(error))

    def _group(self, info: "AssessmentInfo", opened: "OpenAssessment") -> Group:
        key = info.identity
        names = self._host.preferences.country_names
        country = names.get(key.country, key.country)
        title = f"{info.title} · {country} · {key.round} · {key.expert}"
        words = self.tr("1 query") if info.queries == 1 else self.tr("{n} queries")
        count = words.format(n=info.queries)
        if note := opened.coordinators_note:
            count += " · " + self.tr("Note: {note}").format(note=" ".join(note.split()))
        return Group(title, count, tuple(self._lines(opened)))

    def _lines(self, opened: "OpenAssessment") -> Iterator[ReviewLine]:
        instrument = opened.instrument
        for query in opened.queries:
            if query.reply:
                continue
            item = instrument.by_id.get(query.indicator)
            yield ReviewLine(
                mark=Mark.COMMENT,
                ids=query.indicator,
                title=item.title if item is not None else "",
                sentence=query.text,
                action=self.tr("Answer"),
                target=f"{opened.id} {query.indicator}",
            )

    def _say(self, any_left: bool) -> None:
        words = self.tr(
            "The coordinator asks about these answers. Your reply is written below the answer and goes"
            " back with the next revision."
        )
        self._subtitle.setText(words)
        self._subtitle.setVisible(any_left)
        none = self.tr(
            "No query waits for you. When the coordinator sends a file with queries (.wb6q), open it"
            " here."
        )
        self._none.setText(none)
        self._none.setAccessibleName(none)
        self._none.setVisible(not any_left)
        self._open.setVisible(not any_left)

    def _go(self, target: str) -> None:
        assessment, item = target.split(" ", 1)
        self._host.open_question(assessment, item)

    def _scrolled(self) -> QScrollArea:
        inner = QWidget()
        inner.setObjectName("sheet")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, px(8), px(10), px(24))
        column.addWidget(self._groups)
        column.addStretch(1)
        area = Scrolled(inner)
        area.keep_bar_room()
        return area
