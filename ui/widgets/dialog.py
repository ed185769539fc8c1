"""What our dialogs share: a title, a body, an error in place, buttons below."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.error_words import error_words, problem_lines
from ui.marks import Mark
from ui.theme import Style, px, tokens
from ui.widgets.announce import announce
from ui.widgets.button import Button, Kind
from ui.widgets.ground import MarkSign, Pane
from ui.widgets.labels import Words
from wb6assess.errors import AppError


class MarkedWords(QWidget):
    """A mark and a sentence; hidden while there is nothing to say."""

    def __init__(self, mark: Mark = Mark.BLOCKS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = MarkSign(mark, 16)
        self._words = Words("", Style.BODY)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.setVisible(False)

    def say(self, text: str, mark: Mark | None = None) -> None:
        """Show a sentence, or hide when it is empty."""
        if mark is not None:
            self._sign.show_mark(mark)
        self._words.setText(text)
        if text != self._words.accessibleName():
            self._words.setAccessibleName(text)
            announce(self, text)
        self.setVisible(bool(text))

    def text(self) -> str:
        """The sentence shown."""
        return self._words.text()


class Scrim(QWidget):
    """Dims a window while a dialog stands before it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(window.rect())
        window.installEventFilter(self)
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with the window."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: object) -> None:
        """A flat shade."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens().scrim)
        painter.end()


class Dialog(QDialog):
    """A sheet with a title; `body` takes the parts, `trouble` an error, `footer` the buttons.

    Enter presses `primary` unless another part uses the key; Esc closes.
    """

    def __init__(self, title: str, primary: str, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setFixedWidth(px(width))
        self._scrim: Scrim | None = None
        self.primary = Button(primary, Kind.PRIMARY)
        self.leave = Button(self.tr("Cancel"))
        self.leave.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self.trouble = MarkedWords()
        ground = Pane("surface")
        column = QVBoxLayout(ground)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(12))
        column.addWidget(Words(title, Style.TITLE))
        self.body = QVBoxLayout()
        self.body.setSpacing(px(12))
        column.addLayout(self.body, 1)
        column.addWidget(self.trouble)
        self._details = Words("", Style.SMALL, "ink2")
        self._details.setVisible(False)
        column.addWidget(self._details)
        self.footer = QHBoxLayout()
        self.footer.setSpacing(px(8))
        self.footer.addStretch(1)
        self.footer.addWidget(self.leave)
        self.footer.addWidget(self.primary)
        column.addLayout(self.footer)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ground)

    def show_error(self, error: AppError) -> None:
        """Say what could not be done, with the single faults below."""
        self.trouble.say(error_words(error))
        lines = problem_lines(error)
        self._details.setText(lines)
        self._details.setVisible(bool(lines))

    def event(self, event: QEvent) -> bool:
        """A sentence that appears makes room for itself; layouts of windows do not wrap text."""
        done = super().event(event)
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Show}:
            self._fit()
        return done

    def setVisible(self, visible: bool) -> None:
        """Show it at its first part: Qt would begin with Cancel, which is made before the parts."""
        if visible and (last := self._last_stop()) is not None:
            # Qt takes a ring of parts as ordered wherever it begins, so Cancel must not come first.
            for button in (self.primary, self.leave):
                self.setTabOrder(last, button)
        super().setVisible(visible)

    def _last_stop(self) -> QWidget | None:
        """The last part Tab comes to before the two buttons of every dialog."""
        part = self.previousInFocusChain()
        while part is not None and part is not self:
            if part.focusPolicy() != Qt.FocusPolicy.NoFocus and part not in {self.leave, self.primary}:
                return part
            part = part.previousInFocusChain()
        return None

    def showEvent(self, event: QShowEvent) -> None:
        """Dim the window behind."""
        super().showEvent(event)
        if (behind := self.parentWidget()) is not None and self._scrim is None:
            self._scrim = Scrim(behind.window())

    def hideEvent(self, event: QHideEvent) -> None:
        """The window behind is itself again."""
        super().hideEvent(event)
        if self._scrim is not None:
            self._scrim.hide()
            self._scrim.deleteLater()
            self._scrim = None

    def _fit(self) -> None:
        layout = self.layout()
        assert layout is not None  # set in the constructor
        height = layout.totalHeightForWidth(self.width())
        if height > 0 and height != self.height():
            self.setMinimumHeight(min(height, self.screen().availableGeometry().height() - px(40)))
            self.resize(self.width(), height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter means the primary button; it is no push button of Qt's, so Qt does not know."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            if self.primary.isEnabled() and self.primary.isVisible():
                self.primary.click()
            return
        super().keyPressEvent(event)


def labelled(label: str, field: QWidget, hint: str = "") -> QVBoxLayout:
    """A field below its label, with a hint under it."""
    column = QVBoxLayout()
    column.setSpacing(px(4))
    words = Words(label, Style.SMALL, "ink2")
    words.setBuddy(field)
    column.addWidget(words)
    column.addWidget(field)
    if hint:
        column.addWidget(Words(hint, Style.SMALL, "ink2"))
    if not field.accessibleName():
        field.setAccessibleName(label)
    return column
