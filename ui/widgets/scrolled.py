"""Parts that scroll: for reading they are a stop for Tab, around controls they are not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.widgets.quiet_bar import QuietBar


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

    def keep_bar_room(self) -> None:
        """Keep the place of the bar free, so that the sheet is as wide with it as without."""
        self.setVerticalScrollBar(QuietBar())
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def show_sheet(self, sheet: QWidget) -> None:
        """What scrolls; the window's ground shows through."""
        sheet.setObjectName("sheet")
        self.setWidget(sheet)
