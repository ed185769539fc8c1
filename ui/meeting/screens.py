"""Which screen the meeting is shown on: a second one at first, where there is one."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication, QScreen

from ui.desk.choices import WideBox, offer


def _tr(text: str) -> str:
    return QCoreApplication.translate("Meeting", text)


class ScreenBox(WideBox):
    """The screens there are now; follows what is plugged in and out."""

    def __init__(self) -> None:
        super().__init__(_tr("Screen"), 140, 280)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)  # a widget exists
        app.screenAdded.connect(self._offer)
        app.screenRemoved.connect(self._offer)
        self._offer()

    @property
    def screen_chosen(self) -> QScreen | None:
        """The chosen screen; None when it is gone."""
        screens = QGuiApplication.screens()
        place = int(self.key or 0)
        return screens[place] if place < len(screens) else None

    def _offer(self, _screen: QScreen | None = None) -> None:
        screens = QGuiApplication.screens()
        words = []
        for place, screen in enumerate(screens):
            size = screen.geometry()
            text = _tr("Screen {n}: {width} × {height}").format(
                n=place + 1, width=size.width(), height=size.height()
            )
            words.append((str(place), text))
        offer(self, words, str(len(screens) - 1))
