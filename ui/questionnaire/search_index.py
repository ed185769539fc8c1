"""Searching a questionnaire: its texts, and what the expert wrote; folded once, not at every key."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ui.questionnaire.questions import CONTEXT, Questions
from ui.said import beside
from wb6assess.model.assessment import Answer

_BEFORE, _SNIPPET = 24, 160
"""Characters kept before a hit and in all."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Outline", text)


@dataclass(frozen=True, slots=True)
class Hit:
    """Where something was found: which part, the words around, the place of the hit in them."""

    part: str
    text: str
    start: int
    length: int


class SearchIndex:
    """Finds pages by everything that is asked there and everything answered there."""

    def __init__(self, questions: Questions) -> None:
        self._questions = questions
        self._asked: dict[str, str] = {}
        self.reword()
        self._written: dict[str, tuple[str, list[tuple[str, str]]]] = {}

    def reword(self) -> None:
        """The questions are in another language, or in two."""
        for page in self._questions.pages:
            texts = [text for _, text in self._questions.texts(page)]
            self._asked[page] = _folded((*texts, *filter(None, map(beside, texts))))

    def note(self, page: str, answers: Iterable[Answer]) -> None:
        """What the expert wrote on a page is different now."""
        parts = [part for answer in answers for part in _written(answer)]
        self._written[page] = (_folded(text for _, text in parts), parts)

    def matching(self, words: tuple[str, ...], pages: Iterable[str]) -> set[str]:
        """The pages that hold every word; words are folded already."""
        return {page for page in pages if self._holds(page, words)}

    def hit(self, page: str, words: tuple[str, ...]) -> Hit | None:
        """What to show of a page that was found; None when its title says it all."""
        own = self._written[page][1] if page in self._written else []
        asked = self._questions.texts(page)
        second = [(part or _tr("Title"), beside(text)) for part, text in asked if beside(text)]
        for part, text in (*own, *asked, *second):
            place = text.casefold().find(words[0])
            if place >= 0:
                return None if not part else _snippet(part, text, place, len(words[0]))
        return None

    def _holds(self, page: str, words: tuple[str, ...]) -> bool:
        asked = self._asked[page]
        written = self._written[page][0] if page in self._written else ""
        return all(word in asked or word in written for word in words)


def folded_words(text: str) -> tuple[str, ...]:
    """What was typed as words to look for."""
    return tuple(text.casefold().split())


def _folded(texts: Iterable[str]) -> str:
    return "\n".join(texts).casefold()


def _written(answer: Answer) -> list[tuple[str, str]]:
    parts = [(_tr("Justification"), answer.justification)]
    for piece in answer.evidence:
        words = (piece.title, piece.citation, piece.reference, piece.issuer, piece.quote, piece.file)
        parts.append((_tr("Evidence"), " · ".join(word for word in (*words, piece.url) if word)))
    texts = [answer.value, *answer.fields.values()]
    parts += [(_tr("Your answer"), text) for text in texts if isinstance(text, str)]
    parts += [(_tr("Your comment"), text) for text in answer.comments.values()]
    return [(part, text) for part, text in parts if text]


def _snippet(part: str, text: str, place: int, length: int) -> Hit:
    """The words around a hit, on one line."""
    begin = 0 if place <= _BEFORE else text.rfind(" ", 0, place - _BEFORE // 2) + 1
    shown = " ".join(text[begin : begin + _SNIPPET].split("\n"))
    lead = "… " if begin else ""
    return Hit(part, lead + shown, len(lead) + place - begin, length)


def written_on(questions: Questions, page: str, answers: Mapping[str, Answer]) -> list[Answer]:
    """The answers a page holds: its own, or those of every context question."""
    items = [field.id for field in questions.context] if page == CONTEXT else [page]
    return [answers[item] for item in items if item in answers]
