"""The languages the questions are shown in, and the button that changes them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.questionnaire.following import Following
from ui.questionnaire.language_button import LanguageButton, Offer
from ui.questionnaire.questions import Questions
from ui.questionnaire.wording import Languages, offered, share_translated, worded

if TYPE_CHECKING:
    from wb6assess.session.open_assessment import OpenAssessment


class ShownLanguages(QObject):
    """Keeps questions, page and button in the same languages.

    Attributes:
        languages: What the questions are shown in.

    Signals:
        chosen: The person chose other languages; carries `Languages`.
    """

    chosen = Signal(object)

    def __init__(
        self,
        opened: "OpenAssessment",
        questions: Questions,
        following: Following,
        button: LanguageButton,
    ) -> None:
        super().__init__(button)
        self.languages = Languages()
        self._beside = ""
        self._opened, self._questions = opened, questions
        self._following, self._button = following, button
        button.chosen.connect(self._choose)
        button.show_languages(self.languages, self._offers)

    def show(self, languages: Languages) -> None:
        """Show the questions in other languages; those this questionnaire lacks are left out."""
        languages = offered(self._opened, languages)
        self._beside = languages.second or self._beside
        if languages == self.languages:
            return
        self.languages = languages
        self._questions.reword(worded(self._opened, languages))
        self._following.reword(languages.first)
        self._button.show_languages(languages, self._offers)

    def toggle_second(self) -> None:
        """Show the second language again, or for the first time the first there is; or no longer."""
        if self.languages.second:
            self._choose(Languages(self.languages.first))
            return
        known = [tag for tag in self._opened.languages() if tag != self.languages.first]
        if known:
            second = self._beside if self._beside in known else known[0]
            self._choose(Languages(self.languages.first, second))

    def _choose(self, languages: object) -> None:
        assert isinstance(languages, Languages)
        self.show(languages)
        self.chosen.emit(self.languages)

    def _offers(self) -> list[Offer]:
        return [Offer(tag, share_translated(self._opened, tag)) for tag in self._opened.languages()]
