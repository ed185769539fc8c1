"""What the coordinator sent back, page by page: queries to answer in place, and how all answered."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.dates import day_words
from ui.marks import Mark
from ui.questionnaire.page.remark import Note, Remark
from ui.questionnaire.questions import Questions
from wb6assess.model.assessment import Answer
from wb6assess.model.query import Spread, replies, reply_key

if TYPE_CHECKING:
    from wb6assess.session.open_assessment import OpenAssessment
    from wb6assess.session.returned import ReceivedQuery


def _tr(text: str) -> str:
    return QCoreApplication.translate("Returned", text)


class Returned:
    """The queries of one open assessment; replies are read from the answers as they are now."""

    def __init__(self, opened: "OpenAssessment", questions: Questions) -> None:
        self._opened, self._questions = opened, questions
        self.refresh()

    def refresh(self) -> None:
        """Another file may have been taken in."""
        self._by_item: dict[str, list[ReceivedQuery]] = {}
        for query in self._opened.queries:
            self._by_item.setdefault(query.indicator, []).append(query)
        self._item_of = {
            reply_key(query.id): item for item, asked in self._by_item.items() for query in asked
        }

    def item_of(self, key: str) -> str | None:
        """The question whose answer holds a reply; None when the key is no query's."""
        return self._item_of.get(key)

    def notes(self, item: str, answer: Answer) -> tuple[Note, ...]:
        """The queries about one question, each with its reply."""
        known = replies(answer)
        return tuple(
            Note(
                Remark(Mark.COMMENT, _sentence(query)),
                reply_key(query.id),
                known.get(query.id, ""),
                _tr("Your reply"),
            )
            for query in self._by_item.get(item, ())
        )

    def spread(self, item: str) -> Spread | None:
        """How the experts of the country rated a question, as last sent."""
        return self._opened.spread(item)

    def pages(self) -> dict[str, bool]:
        """Pages with queries, and whether one of them still waits for its reply."""
        found: dict[str, bool] = {}
        for item, asked in self._by_item.items():
            known = replies(self._opened.answer(item))
            waits = any(not known.get(query.id) for query in asked)
            page = self._questions.page_of(item)
            found[page] = found.get(page, False) or waits
        return found

    @property
    def counts(self) -> tuple[int, int]:
        """How many queries there are, and how many wait for their reply."""
        total = sum(map(len, self._by_item.values()))
        answered = sum(
            bool(replies(self._opened.answer(item)).get(query.id))
            for item, asked in self._by_item.items()
            for query in asked
        )
        return total, total - answered


def _sentence(query: "ReceivedQuery") -> str:
    day = day_words(query.asked_at, datetime.now(UTC), with_time=False)
    words = _tr("The coordinator asks about revision {n} ({day}): {text}")
    return words.format(n=query.revision, day=day, text=query.text)
