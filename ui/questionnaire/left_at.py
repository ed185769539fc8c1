"""Where a person left a questionnaire, so that it opens just there the next time."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from ui.theme import px

if TYPE_CHECKING:
    from ui.questionnaire.window import QuestionnaireWindow

_BETWEEN, _LIST = "|", ","


@dataclass(frozen=True, slots=True)
class LeftAt:
    """The page, how far it is scrolled in design px, the folded pillars of the outline."""

    page: str
    scrolled: int = 0
    folded: tuple[str, ...] = ()

    def packed(self) -> str:
        """As one text, for the settings."""
        return _BETWEEN.join((self.page, str(self.scrolled), _LIST.join(self.folded)))


def left_at(packed: str) -> LeftAt | None:
    """What `LeftAt.packed` made; None for anything else."""
    parts = packed.split(_BETWEEN)
    if len(parts) != 3 or not parts[1].isdecimal():
        return None
    return LeftAt(parts[0], int(parts[1]), tuple(filter(None, parts[2].split(_LIST))))


def place_in(window: "QuestionnaireWindow") -> LeftAt:
    """Where the person is now."""
    scrolled = window.parts.page.verticalScrollBar().value()
    return LeftAt(window.page, round(scrolled / px(100) * 100), window.parts.outline.folded)


def go_back(window: "QuestionnaireWindow", place: LeftAt) -> None:
    """Scroll and fold as it was left; another page meanwhile begins at its top."""
    window.parts.outline.fold(place.folded)
    if window.page != place.page or not place.scrolled:
        return
    bar = window.parts.page.verticalScrollBar()

    def scroll() -> None:
        if window.page == place.page:
            bar.setValue(round(place.scrolled * px(100) / 100))

    # Heights are known once everything is laid out.
    QTimer.singleShot(0, bar, scroll)
