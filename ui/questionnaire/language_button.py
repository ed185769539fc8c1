"""The button in the top bar that says in which language the questionnaire is, and changes it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ui.icons import Icon
from ui.language import LANGUAGE_NAMES
from ui.questionnaire.wording import SOURCE, Languages
from ui.widgets.button import Button, Kind


@dataclass(frozen=True, slots=True)
class Offer:
    """A language and how much of the questionnaire is translated, in [0, 1]."""

    tag: str
    share: float


class LanguageButton(Button):
    """Shows the language; its menu has what there is, and the second language beside.

    A click takes the keyboard from nobody: one can switch in the middle of a sentence.

    Signals:
        chosen: Carries other `Languages`.
        menus_requested: The person wants other menus and buttons, too.
    """

    chosen = Signal(object)
    menus_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", Kind.QUIET, icon=Icon.LANGUAGE, parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._languages = Languages()
        self._offers: Callable[[], Sequence[Offer]] = tuple
        self._named = True
        self._say()
        self.clicked.connect(self.open_menu)

    def show_languages(self, languages: Languages, offers: Callable[[], Sequence[Offer]]) -> None:
        """Show what is read now; `offers` is asked when the menu opens."""
        self._languages, self._offers = languages, offers
        self._say()

    def show_name(self, named: bool) -> None:
        """In a cramped bar the picture alone; tooltip and name stay."""
        if named != self._named:
            self._named = named
            self._say()

    def open_menu(self) -> None:
        """Offer the languages below the button."""
        menu = self.menu_now()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def menu_now(self) -> QMenu:
        """The menu as it is now."""
        menu = QMenu(self)
        offers = self._offers()
        first, second = self._languages.first, self._languages.second
        menu.addSection(self.tr("Language of the questionnaire"))
        group = QActionGroup(menu)
        for offer in offers:
            languages = Languages(offer.tag, "" if second == offer.tag else second)
            self._add(menu, group, self._words(offer), languages, checked=offer.tag == first)
        menu.addSection(self.tr("Second language beside"))
        group = QActionGroup(menu)
        self._add(menu, group, self.tr("None"), Languages(first), checked=not second)
        for offer in offers:
            if offer.tag != first:
                languages = Languages(first, offer.tag)
                self._add(menu, group, self._words(offer), languages, checked=offer.tag == second)
        if len(offers) == 1:
            menu.addAction(self.tr("There is no translation yet")).setEnabled(False)
        menu.addSeparator()
        menu.addAction(self.tr("Language of menus and buttons…")).triggered.connect(self.menus_requested)
        return menu

    def _add(
        self, menu: QMenu, group: QActionGroup, words: str, languages: Languages, *, checked: bool
    ) -> None:
        action = QAction(words, menu)
        action.setCheckable(True)
        action.setChecked(checked)
        action.triggered.connect(lambda _on=False: self.chosen.emit(languages))
        group.addAction(action)
        menu.addAction(action)

    def _words(self, offer: Offer) -> str:
        name = language_name(offer.tag)
        if offer.tag == SOURCE:
            return name
        # Whole per cents, and never 100 while a text is missing.
        return self.tr("{language}, {n} % translated").format(language=name, n=int(100 * offer.share))

    def _say(self) -> None:
        first, second = self._languages.first, self._languages.second
        words = " · ".join(language_name(tag) for tag in (first, second) if tag)
        self.rename(words if self._named else "")
        name = self.tr("Language: {language}").format(language=words)
        self.setAccessibleName(name)
        self.setToolTip(self.tr("{name} (Ctrl+L)").format(name=name))


def language_name(tag: str) -> str:
    """A language in its own words."""
    return LANGUAGE_NAMES.get(tag, tag)
