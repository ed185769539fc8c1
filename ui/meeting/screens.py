"""Which screen the meeting is shown on: at first one the desk is not on, where there is one."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication, QScreen, QShowEvent

from ui.desk.choices import WideBox, offer


def _tr(text: str) -> str:
    return QCoreApplication.translate("Meeting", text)


class ScreenBox(WideBox):
    """The screens there are now; follows what is plugged in and out and where the desk is moved."""

    def __init__(self) -> None:
        super().__init__(_tr("Screen"), 140, 280)
        self._wanted = ""
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)  # a widget exists
        app.screenAdded.connect(self._offer)
        app.screenRemoved.connect(self._offer)
        self.picked.connect(self._want)
        self._offer()

    @property
    def screen_chosen(self) -> QScreen | None:
        """The chosen screen; None when it is gone."""
        found = {screen.name(): screen for screen in QGuiApplication.screens()}
        return found.get(self.key or "")

    def showEvent(self, event: QShowEvent) -> None:
        """The desk may have been moved to another screen."""
        super().showEvent(event)
        self._offer()

    def _want(self, name: str) -> None:
        self._wanted = name

    def _offer(self, _screen: QScreen | None = None) -> None:
        screens, desk = QGuiApplication.screens(), self.window().screen()
        words = [
            (screen.name(), _words(place, screen, here=screen is desk and len(screens) > 1))
            for place, screen in enumerate(screens, start=1)
        ]
        others = [screen.name() for screen in screens if screen is not desk]
        names = [name for name, _ in words]
        first = (*others, *names)[0] if names else ""
        offer(self, words, self._wanted if self._wanted in names else first)


def _words(place: int, screen: QScreen, *, here: bool) -> str:
    size = screen.geometry()
    template = _tr("Screen {n}: {width} × {height}")
    if here:
        template = _tr("Screen {n}: {width} × {height}, with the desk")
    return template.format(n=place, width=size.width(), height=size.height())
