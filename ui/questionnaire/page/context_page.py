"""The context questions on one page: never scored, at the end."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.questionnaire.page.facts import Facts, HalfTyped
from ui.questionnaire.page.finding_notes import FindingNotes
from ui.questionnaire.page.indicator_sheet import COLUMN
from ui.questionnaire.page.kept_in_view import KeptInView
from ui.questionnaire.page.remark import Note
from ui.questionnaire.tab_order import top_down
from ui.theme import Style, px
from ui.widgets.labels import Words
from ui.widgets.scrolled import Scrolled
from wb6assess.model.assessment import Answer
from wb6assess.model.instrument import Field


class ContextPage(Scrolled):
    """Shows every context question.

    Signals:
        context_edited: Question id and value (None when emptied).
        comment_edited: Key and text of a reply.
    """

    context_edited = Signal(str, object)
    comment_edited = Signal(str, str)

    def __init__(self, fields: tuple[Field, ...], country: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = fields
        sheet = QWidget()
        sheet.setObjectName("sheet")
        outer = QHBoxLayout(sheet)
        outer.setContentsMargins(px(32), px(20), px(32), px(20))
        outer.addStretch(1)
        holder = QWidget()
        holder.setMaximumWidth(px(COLUMN))
        outer.addWidget(holder, 100)
        outer.addStretch(1)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(Words(self.tr("Context questions"), Style.TITLE))
        hint = self.tr("They help to read the scores and are never scored themselves.")
        column.addWidget(Words(hint, Style.READING))
        column.addSpacing(px(10))
        self._facts = Facts(self.tr("About the country"), self.tr("not scored"))
        self._facts.show_fields(fields, country)
        self._facts.fact_edited.connect(self.context_edited)
        self._queries = FindingNotes()
        self._queries.comment_edited.connect(self.comment_edited)
        column.addWidget(self._queries)
        column.addWidget(self._facts)
        column.addStretch(1)
        self.show_sheet(sheet)

    def reword(self, fields: tuple[Field, ...]) -> None:
        """The same questions in other words; what is entered or being typed stays."""
        self._fields = fields
        with KeptInView(self):
            self._facts.reword(fields)

    def show_answers(self, answers: dict[str, Answer], *, locked: bool) -> None:
        """Show stored answers; emits nothing."""
        values = {key: answer.value for key, answer in answers.items() if answer.value is not None}
        asked = frozenset(field.id for field in self._fields)
        self._facts.show_values(values, asked, locked=locked)

    def show_queries(self, queries: tuple[Note, ...], *, locked: bool) -> None:
        """Show what the coordinator asks about these questions; emits nothing."""
        self._queries.show_notes(queries, locked=locked)

    def tab_parts(self) -> list[QWidget]:
        """What is on the page, in the order Tab goes through it."""
        return [*top_down(self._queries), *self._facts.tab_parts()]

    def half_typed(self) -> HalfTyped:
        """What stands here and is no answer yet."""
        return self._facts.half_typed()

    def type_again(self, texts: HalfTyped) -> None:
        """Put back what was half typed; emits nothing."""
        self._facts.type_again(texts)

    def flush(self) -> None:
        """Say what is still being typed."""
        self._facts.flush()
        self._queries.flush()
