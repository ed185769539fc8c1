"""What happens after a defect: the answers are safe, the person learns it, a report without answers."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QSysInfo,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtWidgets import QWidget

from wb6assess import __version__

_log = logging.getLogger("wb6assess.desktop")


class CrashHooks(QObject):
    """Catches what nobody caught, on every thread, and shows it on the main one.

    Signals:
        raised: Carries an exception; may come from any thread.
    """

    raised = Signal(object)

    def __init__(self, window: QWidget, all_saved: Callable[[], bool]) -> None:
        """`all_saved` says whether everything on the screen is on the disk, too."""
        super().__init__(window)
        self._window, self._all_saved = window, all_saved
        self._showing = False
        self.raised.connect(self.report, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over Python's and Qt's handlers."""
        sys.excepthook = self._python
        threading.excepthook = self._thread
        qInstallMessageHandler(_qt_message)

    def report(self, error: object) -> None:
        """Show one report; further ones only go to the log until it is closed."""
        assert isinstance(error, BaseException)
        text = report_text(error)
        _log.error("%s", text)
        if self._showing:
            return
        self._showing = True
        from ui.crash_dialog import CrashDialog

        dialog = CrashDialog(text, self._window, saved=self._all_saved())
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self._showing = False

    def _python(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.raised.emit(error.with_traceback(trace))

    def _thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.raised.emit(args.exc_value)


def report_text(error: BaseException) -> str:
    """Where it went wrong: places in the code and the kind of error, never values or answers."""
    lines = [
        f"WB6 Assess {__version__}",
        f"Python {sys.version.split()[0]}, Qt {qVersion()}, {QSysInfo.prettyProductName()}",
        type(error).__name__,
    ]
    for frame in traceback.extract_tb(error.__traceback__):
        place = frame.filename.replace("\\", "/").rsplit("/", 3)[1:]
        lines.append(f"  {'/'.join(place)}:{frame.lineno} {frame.name}")
    return "\n".join(lines)


def _qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    del context
    levels = {
        QtMsgType.QtDebugMsg: logging.DEBUG,
        QtMsgType.QtInfoMsg: logging.INFO,
        QtMsgType.QtWarningMsg: logging.WARNING,
        QtMsgType.QtCriticalMsg: logging.ERROR,
        QtMsgType.QtFatalMsg: logging.CRITICAL,
    }
    _log.log(levels.get(kind, logging.WARNING), "Qt: %s", message)
