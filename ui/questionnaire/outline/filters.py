"""Which rows the outline shows: the usual filters as a segment, the rarer ones in a menu."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from ui.icons import Icon
from ui.marks import Mark
from ui.questionnaire.outline.filter import Shown
from ui.theme import Style, px
from ui.widgets.button import Button, Kind
from ui.widgets.labels import Words
from ui.widgets.segment import Choice, Segment

_USUAL = (Shown.ALL, Shown.TODO, Shown.FLAGGED, Shown.FINDINGS)
_RARE = (Shown.LOW, Shown.BARE, Shown.PARKED, Shown.QUERIES)


class Filters(QWidget):
    """Shows the chosen filter with its count.

    Signals:
        chosen: The expert picked another filter; carries it.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = Shown.ALL
        self._segment = Segment(
            [
                Choice(Shown.ALL, self.tr("All")),
                Choice(Shown.TODO, self.tr("To do"), 0, Mark.TODO),
                Choice(Shown.FLAGGED, self.tr("Flagged"), 0, Mark.FLAGGED),
                Choice(Shown.FINDINGS, self.tr("Findings"), 0, Mark.LOOK),
            ],
            stretch=True,
        )
        self._segment.setAccessibleName(self.tr("Show"))
        self._segment.chosen.connect(lambda key: self.choose(Shown(key)))
        self.more = Button("", Kind.QUIET, icon=Icon.MORE)
        """Opens the rarer filters; stands elsewhere, so that the usual ones keep their words."""
        self.more.setCheckable(True)
        self.more.setAccessibleName(self.tr("More filters"))
        self.more.setToolTip(self.tr("More filters"))
        self.more.clicked.connect(self._open_menu)
        self._names = {
            Shown.LOW: self.tr("Low confidence"),
            Shown.BARE: self.tr("No evidence"),
            Shown.PARKED: self.tr("Kept aside"),
            Shown.QUERIES: self.tr("Queries"),
        }
        self._menu = QMenu(self)
        self._actions = self._fill_menu()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._segment, 1)
        self.choose(Shown.ALL, quietly=True)

    def show_counts(self, counts: Mapping[Shown, int]) -> None:
        """Show other counts."""
        self._segment.show_counts([None, *(counts[shown] for shown in _USUAL[1:])])
        for shown, action in self._actions.items():
            action.setText(f"{self._names[shown]}\t{counts[shown]}")

    def choose(self, shown: Shown, *, quietly: bool = False) -> None:
        """Choose a filter for the expert."""
        self.shown = shown
        usual = shown in _USUAL
        self._segment.show_key(shown if usual else "")
        self.more.setChecked(not usual)
        name = self._names.get(shown)
        self.more.setAccessibleName(
            self.tr("More filters: {name}").format(name=name) if name else self.tr("More filters")
        )
        for key, action in self._actions.items():
            action.setChecked(key is shown)
        if not quietly:
            self.chosen.emit(shown)

    def _fill_menu(self) -> Mapping[Shown, QAction]:
        group = QActionGroup(self._menu)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        actions: dict[Shown, QAction] = {}
        for shown in _RARE:
            action = self._menu.addAction(self._names[shown])
            action.setCheckable(True)
            action.triggered.connect(lambda on, key=shown: self.choose(key if on else Shown.ALL))
            group.addAction(action)
            actions[shown] = action
        return actions

    def _open_menu(self) -> None:
        # The button shows what is chosen, not that it was pressed.
        self.more.setChecked(self.shown in _RARE)
        self._menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))


class FilterLine(QWidget):
    """One sentence about what is shown, or that nothing is, with the way back to everything.

    Signals:
        all_requested: The expert wants every row back.
    """

    all_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(4), px(2), px(8), px(2))
        self._words = Words("", Style.SMALL, "ink2")
        self._all = Button(self.tr("Show all"), Kind.LINK)
        self._all.clicked.connect(self.all_requested)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._all)
        self.setVisible(False)

    def say(self, shown: Shown, text: str, found: int) -> None:
        """What the filter and the search show now."""
        sentence = self._searched(text, found) if text else self._filtered(shown, found)
        self._words.setText(sentence)
        self._words.setAccessibleName(sentence)
        self.setVisible(bool(sentence))

    def _searched(self, text: str, found: int) -> str:
        if not found:
            return self.tr("Nothing contains “{text}”.").format(text=text)
        if found == 1:
            return self.tr("1 place with “{text}”").format(text=text)
        return self.tr("{n} places with “{text}”").format(n=found, text=text)

    def _filtered(self, shown: Shown, found: int) -> str:
        nothing = {
            Shown.TODO: self.tr("Nothing is left to do."),
            Shown.FLAGGED: self.tr("No indicator is flagged."),
            Shown.FINDINGS: self.tr("No findings."),
            Shown.LOW: self.tr("No answer has low confidence."),
            Shown.BARE: self.tr("Every answer has evidence."),
            Shown.PARKED: self.tr("Nothing is kept aside."),
            Shown.QUERIES: self.tr("The coordinator asked nothing."),
        }
        if not found:
            return nothing.get(shown, "")
        rare = {
            Shown.LOW: self.tr("Low confidence: {n}"),
            Shown.BARE: self.tr("Answered without evidence: {n}"),
            Shown.PARKED: self.tr("Answered, but not asked now: {n}"),
            Shown.QUERIES: self.tr("Pages with queries of the coordinator: {n}"),
        }
        return rare[shown].format(n=found) if shown in rare else ""
