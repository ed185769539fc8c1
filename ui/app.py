"""Starting the desktop: one application, one window, the hooks around them."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ui.frame.main_window import MainWindow
from ui.language import Language
from ui.preferences import Preferences
from ui.start_clock import since_process_start_ms
from ui.theme import Appearance
from wb6assess.errors import AppError
from wb6assess.settings import data_folder, questionnaires_folder


def run(
    workspace_folder: Path | None = None,
    questionnaires: Path | None = None,
    *,
    quit_when_shown: bool = False,
) -> int:
    """Open the desktop and stay until it is closed; returns the exit code.

    Args:
        workspace_folder: Where the data lie; None for the usual place.
        questionnaires: The framework's folder; None for the one shipped.
        quit_when_shown: Leave as soon as the window answers input and print, as one JSON line, the
            milliseconds from process start to first paint and to ready.
    """
    folder = data_folder(workspace_folder)
    app = _application()
    preferences = Preferences(folder)
    appearance = Appearance(app, preferences.theme, preferences.percent)
    language = Language(app)
    language.choose(preferences.language)
    window = MainWindow(folder, questionnaires_folder(questionnaires), appearance, language)
    if quit_when_shown:
        window.ready.connect(lambda: _report_and_quit(window))
        window.stopped.connect(_give_up)
    window.show()
    return app.exec()


def _application() -> QApplication:
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("WB6 Assess")
    app.setDesktopFileName("wb6assess")
    return app


def _report_and_quit(window: MainWindow) -> None:
    """Once whatever waits is handled, input would be too: then the window is ready."""

    def report() -> None:
        import json

        times = {
            "first_paint_ms": round(window.first_paint_ms, 1),
            "ready_ms": round(since_process_start_ms(), 1),
        }
        sys.stdout.write(json.dumps(times) + "\n")
        sys.stdout.flush()
        window.close()
        QApplication.exit(0)

    QTimer.singleShot(0, window, report)


def _give_up(error: AppError) -> None:
    from ui.messages import sentence

    sys.stderr.write(sentence(error) + "\n")
    QApplication.exit(1)
