"""Text fields that say when the person paused, so that every word is stored."""

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QKeyCombination,
    QMimeData,
    QObject,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from ui.theme import Style, font, line_height, px
from wb6assess.exchange.texts import tidy

PAUSE_MS = 300
LONGEST_MS = 700
"""Who writes on without a pause is stored, too: what was on screen a second ago is on the disk."""
_EVIDENCE_KEYS = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_E)
_LINE_ENDS = str.maketrans({"\u2029": "\n", "\u2028": "\n"})


class Pause(QObject):
    """Waits for the end of a word or sentence, but not for long.

    Signals:
        over: The person paused, or has been writing for as long as words may wait.
    """

    over = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pause, self._longest = QTimer(self), QTimer(self)
        for timer, lasts_ms in ((self._pause, PAUSE_MS), (self._longest, LONGEST_MS)):
            timer.setSingleShot(True)
            timer.setInterval(lasts_ms)
            timer.timeout.connect(self.over)

    def typed(self) -> None:
        """A key was pressed."""
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    @property
    def waiting(self) -> bool:
        """Whether something was typed that nobody heard of yet."""
        return self._longest.isActive()

    def stop(self) -> None:
        """All is said."""
        self._pause.stop()
        self._longest.stop()


class TextBox(QTextEdit):
    """Several lines of plain text that grow with their content.

    Signals:
        text_edited: The person paused or left the field; carries the text.
    """

    text_edited = Signal(str)

    def __init__(self, lines: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = lines
        self._shown = ""
        self._said = ""
        self._filling = False
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFont(font(Style.BODY))
        self._pause = Pause(self)
        self._pause.over.connect(self.flush)
        self.textChanged.connect(self._typed)
        self.document().setDocumentMargin(2)
        self._apply_line_height()
        self.forget_steps()
        self._fit()

    def show_text(self, text: str) -> None:
        """Show a text; emits nothing. The text already there keeps cursor and undo steps.

        What was typed a moment ago and is not said yet stays, unless the shown text is another one.
        """
        if text == self._shown and self.text() != self._said:
            return
        self._pause.stop()
        if text not in (self._shown, self.text()):
            self._filling = True
            self.setPlainText(text)
            self._apply_line_height()
            self.forget_steps()
            self._filling = False
        self._shown, self._said = text, self.text()
        self._fit()

    def show_anew(self) -> None:
        """Begin with nothing, for another question; what was typed is said before."""
        self._pause.stop()
        self._shown = self._said = self.text()
        self.show_text("")
        self.forget_steps()

    def forget_steps(self) -> None:
        """What was typed for another question cannot be undone here."""
        self.document().clearUndoRedoStacks()

    def flush(self) -> None:
        """Say what was typed since the last time, if anything."""
        self._pause.stop()
        text = self.text()
        if text != self._said:
            self._shown = self._said = text
            self.text_edited.emit(text)

    def take_composed(self) -> None:
        """What an input method is still composing becomes text; before the page is left."""
        if not self._composed():
            return
        QGuiApplication.inputMethod().commit()
        if composed := self._composed():
            event = QInputMethodEvent()
            event.setCommitString(composed)
            QCoreApplication.sendEvent(self, event)

    def text(self) -> str:
        """What stands here, in the one form in which texts are stored.

        Not `toPlainText`, which makes a space of every space that does not break.
        """
        return tidy(self.document().toRawText().translate(_LINE_ENDS))

    def _composed(self) -> str:
        return self.textCursor().block().layout().preeditAreaText()

    def event(self, event: QEvent) -> bool:
        """With nothing left to undo here, the key belongs to the questionnaire."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo)
            redo = event.matches(QKeySequence.StandardKey.Redo)
            document = self.document()
            if (undo and not document.isUndoAvailable()) or (redo and not document.isRedoAvailable()):
                event.ignore()
                return False
        return super().event(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Files are evidence, not text: the page below takes them."""
        return not any(url.isLocalFile() for url in source.urls()) and super().canInsertFromMimeData(
            source
        )

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as plain text."""
        self.textCursor().insertText(source.text())
        self._apply_line_height()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field stores it."""
        self.flush()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrapping changed; fit the height."""
        super().resizeEvent(event)
        self._fit()

    def _typed(self) -> None:
        self._fit()
        if not self._filling:
            self._pause.typed()

    def _apply_line_height(self) -> None:
        shape = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        shape.setLineHeight(line_height(Style.BODY), fixed)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(shape)

    def _fit(self) -> None:
        least = self._least * line_height(Style.BODY)
        content = max(least, round(self.document().size().height()) - 4)
        height = min(content, px(360)) + px(14)
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)


def take_composed(page: QWidget) -> None:
    """What an input method is composing on a page becomes text; before the page is left."""
    focused = QApplication.focusWidget()
    if focused is None or not page.isAncestorOf(focused):
        return
    if isinstance(focused, TextBox):
        focused.take_composed()
    elif isinstance(focused, QLineEdit):
        QGuiApplication.inputMethod().commit()


class LineField(QLineEdit):
    """One line of text.

    Signals:
        text_edited: The person paused, pressed Enter or left the field; carries the text.
    """

    text_edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setFont(font(Style.BODY))
        self._pause = Pause(self)
        self._pause.over.connect(self.flush)
        self.textEdited.connect(self._pause.typed)
        self.editingFinished.connect(self.flush)

    def show_text(self, text: str) -> None:
        """Show a text; emits nothing. What was typed and is not said yet stays."""
        if text == self._shown and self.text() != text:
            return
        self._pause.stop()
        self._shown = text
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    @property
    def said(self) -> str:
        """What was shown or said last; what is typed since then is still to be said."""
        return self._shown

    def show_anew(self) -> None:
        """Begin with nothing, for another question; what was typed is said before."""
        self._pause.stop()
        self._shown = self.text()
        self.show_text("")

    def flush(self) -> None:
        """Say what was typed since the last time, if anything."""
        self._pause.stop()
        if self.text() != self._shown:
            self._shown = self.text()
            self.text_edited.emit(self._shown)

    def event(self, event: QEvent) -> bool:
        """Ctrl+E adds evidence everywhere; some systems would go to the end of the line."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.keyCombination() == _EVIDENCE_KEYS
        ):
            event.ignore()
            return False
        return super().event(event)

    def mark_wrong(self, wrong: bool) -> None:
        """Show or take away the error edge."""
        if bool(self.property("wrong")) == wrong:
            return
        self.setProperty("wrong", wrong)
        self.style().unpolish(self)
        self.style().polish(self)

    def narrow(self, letters: int) -> None:
        """As wide as this many digits."""
        width = QFontMetricsF(self.font()).horizontalAdvance("0") * letters
        self.setFixedWidth(round(width) + px(22))
