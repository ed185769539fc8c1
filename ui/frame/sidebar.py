"""The sidebar: my work, the coordinator's desk, and what stands by."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.icons import Icon
from ui.rooms import DESK, MY_WORK, Room
from ui.theme import Style, px
from ui.widgets.ground import Pane
from ui.widgets.keycap import key_names
from ui.widgets.labels import Line
from ui.widgets.sidebar_row import SidebarRow

WIDTH, RAIL = 228, 48


def room_keys(place: int) -> str:
    """The key that goes to the room at a place, counted from 0; "" beyond the ninth."""
    return f"Ctrl+{place + 1}" if place < 9 else ""


class Sidebar(Pane):
    """Rooms in groups, and preferences, manual, keys at the foot; one stop for Tab, arrows inside.

    Signals:
        room_requested: The person chose a room; carries its id.
        keys_requested: The person wants the list of keys.
        preferences_requested: The person wants the preferences.
        manual_requested: The person wants the manual.
    """

    room_requested = Signal(str)
    keys_requested = Signal()
    preferences_requested = Signal()
    manual_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("chrome", "r", parent)
        self._narrow = False
        self._rows: dict[str, SidebarRow] = {}
        self._heads: list[QWidget] = []
        self._groups = QVBoxLayout()
        self._groups.setContentsMargins(px(12), 0, px(12), 0)
        self._groups.setSpacing(px(2))
        self._foot: list[SidebarRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(12), 1, px(12))
        column.setSpacing(px(8))
        column.addWidget(self._scrolled(), 1)
        column.addLayout(self._make_foot())
        self._take_width()

    def show_rooms(self, rooms: Sequence[Room]) -> None:
        """Show other rooms."""
        while (item := self._groups.takeAt(0)) is not None:
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self._rows, self._heads = {}, []
        places = {room.id: place for place, room in enumerate(rooms)}
        for group, words in ((MY_WORK, self.tr("My work")), (DESK, self.tr("Coordinator's desk"))):
            inside = [room for room in rooms if room.group == group]
            if inside:
                self._add_head(words)
            for room in inside:
                self._add_room(room, places[room.id])
        self._groups.addStretch(1)
        self._settle_stop()

    def show_chosen(self, room: str) -> None:
        """Mark the room that is shown."""
        focused = any(row.hasFocus() for row in self._rows.values())
        for key, row in self._rows.items():
            row.setChecked(key == room)
            if key == room:
                self._area.ensureWidgetVisible(row, 0, px(8))
        self._settle_stop()
        if focused and room in self._rows:
            self._rows[room].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_count(self, room: str, count: int) -> None:
        """The figure at the right of a room; 0 shows none."""
        if row := self._rows.get(room):
            row.show_count(count)

    def show_narrow(self, narrow: bool) -> None:
        """A rail of icons, or the whole rows."""
        if narrow != self._narrow:
            self._narrow = narrow
            for row in self._all_rows():
                row.show_narrow(narrow)
            for head in self._heads:
                head.setVisible(not narrow)
            self._take_width()
            # A scroll bar would take the rail's room; wheel and arrows scroll without one.
            policies = Qt.ScrollBarPolicy
            self._area.setVerticalScrollBarPolicy(
                policies.ScrollBarAlwaysOff if narrow else policies.ScrollBarAsNeeded
            )

    def _take_width(self) -> None:
        self.setFixedWidth(px(RAIL if self._narrow else WIDTH))
        side = px(8)
        for layout in (self._groups, self._foot_column):
            layout.setContentsMargins(side, 0, side, 0)

    def _scrolled(self) -> QWidget:
        """Large letters in a low window: rooms scroll, the foot stays."""
        inner = QWidget()
        inner.setObjectName("sheet")
        inner.setLayout(self._groups)
        area = self._area = QScrollArea()
        # A viewport of our own paints no ground. Asking for Qt's own would make Python learn of every
        # kind of widget there is, which takes longer than the whole sidebar, before the first paint.
        area.setViewport(QWidget())
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _make_foot(self) -> QVBoxLayout:
        column = self._foot_column = QVBoxLayout()
        column.setSpacing(px(2))
        for icon, words, keys, requested in (
            (Icon.SETTINGS, self.tr("Preferences"), "Ctrl+,", self.preferences_requested),
            (Icon.GUIDE, self.tr("Manual"), "Ctrl+F1", self.manual_requested),
            (Icon.KEYBOARD, self.tr("Keyboard"), "Ctrl+/", self.keys_requested),
        ):
            row = SidebarRow(icon, words)
            row.setCheckable(False)
            row.show_right(key_names(keys))
            row.clicked.connect(requested)
            row.stepped.connect(self._step)
            self._foot.append(row)
            column.addWidget(row)
        return column

    def _add_head(self, words: str) -> None:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(px(12), px(12) if self._heads else 0, 0, px(4))
        row.addWidget(Line(words, Style.SMALL_STRONG, "ink2", stretch=True))
        head.setVisible(not self._narrow)
        self._heads.append(head)
        self._groups.addWidget(head)

    def _add_room(self, room: Room, place: int) -> None:
        row = SidebarRow(room.icon, room.title())
        if keys := room_keys(place):
            row.say_keys(key_names(keys))
        row.show_narrow(self._narrow)
        row.clicked.connect(lambda: self.room_requested.emit(room.id))
        row.stepped.connect(self._step)
        self._rows[room.id] = row
        self._groups.addWidget(row)

    # One stop for Tab: the chosen room, or where the arrows went.

    def _all_rows(self) -> list[SidebarRow]:
        return [*self._rows.values(), *self._foot]

    def _settle_stop(self, stop: QObject | None = None) -> None:
        rows = self._all_rows()
        chosen = stop or next((row for row in rows if row.isChecked()), rows[0])
        for row in rows:
            policy = Qt.FocusPolicy.StrongFocus if row is chosen else Qt.FocusPolicy.ClickFocus
            row.setFocusPolicy(policy)

    def _step(self, by: int) -> None:
        rows = self._all_rows()
        here = next((place for place, row in enumerate(rows) if row.hasFocus()), 0)
        row = rows[min(max(here + by, 0), len(rows) - 1)]
        self._settle_stop(row)
        row.setFocus(Qt.FocusReason.TabFocusReason)
        if row in self._rows.values():
            self._area.ensureWidgetVisible(row, 0, px(8))
