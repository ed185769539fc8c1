"""A questionnaire as experts will meet it, in a workspace that is thrown away."""

import sys
import tempfile
from pathlib import Path

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from ui.marks import Mark
from ui.questionnaire.window import QuestionnaireWindow
from ui.theme import Appearance, px
from ui.widgets.notice import Notice
from wb6assess.instruments.library import Library
from wb6assess.session.workspace import Workspace

EXPERT = "PREVIEW"


class Preview(QMainWindow):
    """One questionnaire to try out; what is answered goes when the window closes."""

    def __init__(
        self, library: Library, instrument: str, country: str, parent: QWidget | None = None
    ) -> None:
        """Show `instrument` as experts of `country` see it."""
        super().__init__(parent)
        # Windows cannot remove a file that is open; what stays is emptied at the next start.
        self._folder = tempfile.TemporaryDirectory(prefix="wb6-preview-", ignore_cleanup_errors=True)
        self._workspace = Workspace.open(Path(self._folder.name), library)
        framework = library.framework
        made = self._workspace.new(
            country=country,
            instrument=instrument,
            expert=EXPERT,
            round=framework.rounds[-1].id,
            sample=True,
        )
        opened = self._workspace.open_assessment(made)
        page = QuestionnaireWindow(opened, opened.info.title, framework.country_by_code[country].name)
        page.home_requested.connect(self.close)
        page.review_requested.connect(self._say_no_review)
        note = self._note = Notice()
        note.say(Mark.INFO, self.tr("Preview. Nothing you try here is kept."), role="info")
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(note)
        column.addWidget(page, 1)
        self.setCentralWidget(middle)
        self.setWindowTitle(self.tr("Preview: {title}").format(title=opened.info.title))
        self.resize(px(1440), px(900))
        self.page = page
        page.setFocus()

    def _say_no_review(self) -> None:
        words = self.tr("Preview. It cannot be handed in, and nothing you try here is kept.")
        self._note.say(Mark.INFO, words, role="info")

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the thrown-away workspace go."""
        self.page.flush()
        self._workspace.close()
        self._folder.cleanup()
        self.deleteLater()
        super().closeEvent(event)


def run(library: Library, instrument: str, country: str) -> int:
    """Open the preview and stay until it is closed; returns the exit code."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    # The application's style belongs to its colours: both live as long as the window.
    appearance = Appearance(app, "system")
    window = Preview(library, instrument, country)
    window.show()
    code = app.exec()
    del appearance
    return code
