"""Parts that scroll: for reading they are a stop for Tab, around controls they are not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


class Scrolled(QScrollArea):
    """A sheet as wide as there is room, scrolled up and down."""

    def __init__(
        self, sheet: QWidget | None = None, name: str = "", parent: QWidget | None = None
    ) -> None:
        """With a name the keyboard stops here to read on; a sheet may be set later."""
        super().__init__(parent)
        if sheet is not None:
            self.show_sheet(sheet)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        if name:
            self.setObjectName("reader")  # the style sheet's word for one that shows its focus
            self.setAccessibleName(name)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_sheet(self, sheet: QWidget) -> None:
        """What scrolls; the window's ground shows through."""
        sheet.setObjectName("sheet")
        self.setWidget(sheet)
