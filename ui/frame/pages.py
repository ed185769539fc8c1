"""The middle of the main window: one page at a time."""

from PySide6.QtWidgets import QStackedWidget, QWidget


class Pages(QStackedWidget):
    """Rooms, the questionnaire, what stands over it."""

    def present(self, page: QWidget) -> None:
        """Show a page, a new one too."""
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.setCurrentWidget(page)

    def drop(self, page: QWidget | None) -> None:
        """Let a page go."""
        if page is not None:
            self.removeWidget(page)
            page.hide()
            page.deleteLater()
