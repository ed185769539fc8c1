"""The list of keys over a scrim: searchable, printable; Esc closes."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.theme import Style, px, tokens
from ui.widgets.button import Button, Kind
from ui.widgets.keycap import KeyEntry, draw_keycap, key_names, keycap_width
from ui.widgets.labels import Line, Words
from ui.widgets.painted import draw_box
from ui.widgets.scroll_body import ScrollBody
from ui.widgets.search import SearchField


def _tr(text: str) -> str:
    return QCoreApplication.translate("KeyList", text)


def key_groups() -> list[tuple[str, list[KeyEntry]]]:
    """Every key by group: Answer, Move, Find, Assessment."""
    return [
        (
            _tr("Answer"),
            [
                KeyEntry(("0", "1", "2", "3", "4", "5"), _tr("choose a level")),
                KeyEntry(("N",), _tr("not applicable")),
                KeyEntry(("D",), _tr("don't know")),
                KeyEntry(("Left", "Right"), _tr("in Confidence: low to high")),
                KeyEntry(("Ctrl+E",), _tr("add evidence")),
                KeyEntry(("Ctrl+Shift+V",), _tr("paste a file, link or citation as evidence")),
                KeyEntry(("Ctrl+Shift+U",), _tr("use evidence again")),
                KeyEntry(("F",), _tr("flag to come back to")),
                KeyEntry(("Del",), _tr("take the answer back")),
                KeyEntry(("Ctrl+Z",), _tr("undo")),
                KeyEntry(("Ctrl+Shift+Z",), _tr("redo")),
                KeyEntry(("Ctrl+H",), _tr("history of this answer")),
            ],
        ),
        (
            _tr("Move"),
            [
                KeyEntry(("Alt+Left",), _tr("previous indicator")),
                KeyEntry(("Alt+Right",), _tr("next indicator")),
                KeyEntry(("Ctrl+Return",), _tr("next to do")),
                KeyEntry(("F6",), _tr("next pane")),
                KeyEntry(("Alt+Home",), _tr("home")),
                KeyEntry(("Ctrl+1", "Ctrl+2"), _tr("rooms of the sidebar, in order")),
                KeyEntry(("Tab",), _tr("next control")),
                KeyEntry(("Up", "Down"), _tr("within ladder and list")),
            ],
        ),
        (
            _tr("Find and look up"),
            [
                KeyEntry(("Ctrl+F",), _tr("search ids, titles, texts")),
                KeyEntry(("F1",), _tr("guide: anchors, evidence, levels")),
                KeyEntry(("Ctrl+L",), _tr("language of the questions")),
                KeyEntry(("Ctrl+Shift+L",), _tr("second language beside")),
                KeyEntry(("Ctrl+F1",), _tr("manual")),
                KeyEntry(("Ctrl+/",), _tr("this list")),
                KeyEntry(("Esc",), _tr("close, back")),
            ],
        ),
        (
            _tr("Assessment"),
            [
                KeyEntry(("Ctrl+N",), _tr("new assessment")),
                KeyEntry(("Ctrl+O",), _tr("open file")),
                KeyEntry(("Ctrl+Shift+E",), _tr("export")),
                KeyEntry(("Ctrl+P",), _tr("print a blank questionnaire")),
                KeyEntry(("Ctrl+Shift+S",), _tr("share with colleagues")),
                KeyEntry(("Ctrl+Shift+B",), _tr("take parts back, or write one back")),
                KeyEntry(("Ctrl+Shift+K",), _tr("compare with another copy")),
                KeyEntry(("Ctrl+,",), _tr("preferences")),
                KeyEntry(("Ctrl+Shift+Return",), _tr("review and hand in")),
            ],
        ),
    ]


def _spoken(entry: KeyEntry) -> str:
    return f"{', '.join(map(key_names, entry.keys))}: {entry.words}"


class _Caps(QWidget):
    """Several caps in a row."""

    def __init__(self, keys: tuple[str, ...]) -> None:
        super().__init__()
        self._keys = keys
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(sum(keycap_width(key) + px(4) for key in self._keys), px(22))

    def paintEvent(self, _event: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = 0
        for key in self._keys:
            draw_keycap(painter, key, x, self.height() / 2)
            x += keycap_width(key) + px(4)
        painter.end()


class KeyList(QWidget):
    """Covers its parent; the list stands in the middle."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Keyboard"))
        self._behind = parent
        self._before: QWidget | None = None
        self._trapping = False
        self._rows: list[tuple[str, tuple[QWidget, QWidget]]] = []
        self._find = SearchField()
        self._find.setPlaceholderText(self.tr("Find a command"))
        self._find.setAccessibleName(self.tr("Find a command"))
        self._find.textChanged.connect(self._filter)
        self._sheet = self._build()
        parent.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show the list and take the keyboard."""
        self._find.clear()
        self._before = self.window().focusWidget() if self.isHidden() else self._before
        self._trapping = True
        self.setGeometry(self._behind.rect())
        self.show()
        self.raise_()
        self._find.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Close; the keyboard goes back where it was."""
        self._trapping = False
        self.hide()
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays inside; the page behind must not take the keyboard."""
        if not self._trapping:
            # Qt itself asks when the part with the focus is hidden.
            return super().focusNextPrevChild(forward)
        stops = [
            part
            for part in self.findChildren(QWidget)
            if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        focused = self.focusWidget()
        place = stops.index(focused) if focused in stops else -1
        step = 1 if forward else -1
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(place + step) % len(stops)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; no other key gets through."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the list closes it."""
        if not self._sheet.geometry().contains(event.position().toPoint()):
            self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with the window."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._behind.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: object) -> None:
        """The scrim, then the sheet."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        t = tokens()
        painter.fillRect(self.rect(), t.scrim)
        edge = t.line if t.contrast or t.dark else None
        draw_box(painter, QRectF(self._sheet.geometry()), 10, fill=t.surface, edge=edge, width=t.edge)
        painter.end()

    def _build(self) -> QWidget:
        sheet = QWidget()
        sheet.setMaximumWidth(px(780))
        column = QVBoxLayout(sheet)
        column.setContentsMargins(px(28), px(22), px(28), px(20))
        column.setSpacing(px(14))
        head = QHBoxLayout()
        head.addWidget(Line(self.tr("Keyboard"), Style.HEADING))
        head.addStretch(1)
        paper = Button(self.tr("Print…"), Kind.QUIET)
        paper.clicked.connect(self._print)
        close = Button(self.tr("Close"))
        close.clicked.connect(self.leave)
        head.addWidget(paper)
        head.addWidget(close)
        column.addLayout(head)
        column.addWidget(self._find)
        inner = QWidget()
        lists = QHBoxLayout(inner)
        lists.setContentsMargins(0, 0, px(8), 0)
        lists.setSpacing(px(28))
        groups = key_groups()
        for half in (groups[0::2], groups[1::2]):
            lists.addLayout(self._half(half), 1)
        area = ScrollBody(inner, 900)
        # Reading on by keyboard needs the focus here: nothing inside takes it.
        area.setObjectName("reader")
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(self.tr("Keys"))
        area.setAccessibleDescription(
            "\n".join(_spoken(entry) for _, all_of in groups for entry in all_of)
        )
        column.addWidget(area, 1)
        hint = self.tr("Single letters and digits work whenever no text field has the focus.")
        column.addWidget(Words(hint, Style.SMALL, "ink2"))
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(sheet, 20)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(1)
        return sheet

    def _half(self, groups: list[tuple[str, list[KeyEntry]]]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(px(6))
        for title, entries in groups:
            column.addWidget(Line(title, Style.SECTION))
            table = QGridLayout()
            table.setHorizontalSpacing(px(12))
            table.setVerticalSpacing(px(4))
            table.setColumnMinimumWidth(0, px(130))
            table.setColumnStretch(1, 1)
            for y, entry in enumerate(entries):
                caps, words = _Caps(entry.keys), Words(entry.words, Style.BODY)
                table.addWidget(caps, y, 0, Qt.AlignmentFlag.AlignVCenter)
                table.addWidget(words, y, 1, Qt.AlignmentFlag.AlignVCenter)
                self._rows.append((entry.words.casefold(), (caps, words)))
            column.addLayout(table)
            column.addSpacing(px(8))
        column.addStretch(1)
        return column

    def _print(self) -> None:
        from ui.manual.key_paper import print_keys

        print_keys(self.tr("Keyboard"), key_groups(), self.window())

    def _filter(self, needle: str) -> None:
        for words, widgets in self._rows:
            for widget in widgets:
                widget.setVisible(needle.casefold().strip() in words)
