"""The report after a defect: first that the answers are safe, then what may be sent."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.theme import Style, px
from ui.widgets.button import Button
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Words

_LINES = 180
"""Height of the report in design px."""


class CrashDialog(Dialog):
    """Says first that the answers are safe; and where they are when the disk did not take them."""

    def __init__(self, text: str, parent: QWidget | None = None, *, saved: bool = True) -> None:
        safe = self.tr("Your answers are saved")
        if not saved:
            safe = self.tr("Your last changes are still on the screen, but not saved yet")
        super().__init__(safe, self.tr("Go on"), 600, parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self._text = text
        what = self.tr(
            "The last action failed because of a defect in the program. You can go on. If it happens"
            " again, start the program anew and send this report; it holds no answers."
        )
        self.body.addWidget(Words(what, Style.BODY))
        box = QPlainTextEdit(text)
        box.setReadOnly(True)
        box.setTabChangesFocus(True)
        box.setAccessibleName(self.tr("Report"))
        box.setFixedHeight(px(_LINES))
        self.body.addWidget(box)
        copy = Button(self.tr("Copy the report"))
        copy.clicked.connect(self._copy)
        self.footer.insertWidget(0, copy)
        self.leave.setVisible(False)
        self.primary.clicked.connect(self.accept)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
