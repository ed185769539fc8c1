"""One question with its answers side by side, facet by facet, and the choice between them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.answer_words import Question
from ui.sharing.entries import Column, Entry, Pick
from ui.sharing.facet_words import facet_name, facet_words
from ui.sharing.side_cell import SideCell
from ui.sharing.word_diff import changed_words
from ui.text import Span
from ui.theme import Style, px
from ui.widgets.labels import Line, Words
from ui.widgets.scrolled import Scrolled
from ui.widgets.segment import Choice, Segment
from wb6assess.model.assessment import Answer
from wb6assess.model.vocabulary import FieldType, IndicatorType
from wb6assess.session.copies import Facet

MIX = "mix"
_STACKED = 520
"""Below this width (design px) columns stand below each other."""
_LABEL = 24


class SideBySide(Scrolled):
    """Shows one entry and says what the person picked.

    Signals:
        picked: A column's number, or a mapping of facets to columns.
    """

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry: Entry | None = None
        self._pick: Pick | None = None
        self._cells: dict[tuple[Facet, int], SideCell] = {}
        self._rows: list[QBoxLayout] = []
        self._segment: Segment | None = None
        self._content = QWidget()
        self._column = QVBoxLayout()
        inner = QWidget()
        inner.setObjectName("sheet")
        self._holder = QVBoxLayout(inner)
        self._holder.setContentsMargins(px(24), px(4), px(24), px(24))
        self.show_sheet(inner)

    @property
    def segment(self) -> Segment | None:
        """Where the whole answer is chosen; None where there is nothing to choose."""
        return self._segment

    def show_nothing(self, words: str) -> None:
        """Say why there is no question."""
        self._begin(None)
        self._column.addWidget(Words(words, Style.READING, "ink2", widest=560))
        self._end()

    def show_entry(self, entry: Entry, question: Question | None, pick: Pick | None) -> None:
        """Show a question from its top."""
        self._begin(entry)
        self._column.addWidget(Line(entry.item, Style.SMALL_STRONG, "ink2"))
        self._column.addWidget(Words(entry.title, Style.HEADING))
        if entry.why:
            self._column.addWidget(Words(entry.why, Style.BODY, "ink2"))
        if entry.choosable:
            self._add_segment(entry)
        self._add_facets(entry, question)
        self.show_pick(pick)
        self._arrange()
        self._end()
        self.verticalScrollBar().setValue(0)

    def show_pick(self, pick: Pick | None) -> None:
        """Show what is chosen; emits nothing."""
        self._pick = pick
        for (facet, place), cell in self._cells.items():
            chosen = pick.get(facet, 0) if isinstance(pick, Mapping) else pick
            cell.setChecked(chosen == place)
        if self._segment is not None:
            key = "" if pick is None else MIX if isinstance(pick, Mapping) else str(pick)
            self._segment.show_key(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow sheets stack the columns."""
        super().resizeEvent(event)
        self._arrange()

    # How it is made.

    def _begin(self, entry: Entry | None) -> None:
        self._entry, self._segment = entry, None
        self._cells, self._rows = {}, []
        # Built aside and shown as a whole: parts added to what is visible would each be laid out.
        self._content.hide()
        self._content.deleteLater()
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(6))

    def _end(self) -> None:
        self._column.addStretch(1)
        self._holder.addWidget(self._content)
        self._content.show()

    def _add_segment(self, entry: Entry) -> None:
        choices = [
            Choice(str(place), f"{place + 1}  {_short(column.label)}")
            for place, column in enumerate(entry.columns)
        ]
        if entry.mixable:
            choices.append(Choice(MIX, self.tr("{n}  Part by part").format(n=len(choices) + 1)))
        self._segment = Segment(choices)
        self._segment.setAccessibleName(self.tr("Which answer to keep for {id}").format(id=entry.item))
        self._segment.chosen.connect(self._whole_chosen)
        self._column.addSpacing(px(4))
        self._column.addWidget(self._segment, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_facets(self, entry: Entry, question: Question | None) -> None:
        for facet in entry.facets:
            self._add_title(facet)
            self._add_row(facet, entry.columns, question)
        same = [facet for facet in Facet if facet not in entry.facets]
        for facet in same:
            if words := facet_words(question, facet, entry.columns[0].answer):
                self._add_title(facet, same=len(entry.columns))
                self._column.addWidget(Words(words, Style.BODY, "ink2"))
        if not entry.facets and all(column.answer == Answer() for column in entry.columns):
            self._column.addWidget(Words(self.tr("Nobody answered this yet."), Style.BODY, "ink2"))

    def _add_title(self, facet: Facet, *, same: int = 1) -> None:
        """`same` is how many columns share it."""
        words = facet_name(facet)
        if same > 1:
            shared = self.tr("{facet}, the same in both"), self.tr("{facet}, the same in all")
            words = shared[same > 2].format(facet=words)
        self._column.addSpacing(px(8))
        self._column.addWidget(Line(words, Style.SECTION))

    def _add_row(self, facet: Facet, columns: Sequence[Column], question: Question | None) -> None:
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(px(8))
        texts = [facet_words(question, facet, column.answer) for column in columns]
        for place, (column, text) in enumerate(zip(columns, texts, strict=True)):
            strong = _strong(texts, place) if _worded(facet, question) else ()
            cell = SideCell(column.label, facet_name(facet), text, strong)
            cell.clicked.connect(lambda _on=False, key=(facet, place): self._cell_clicked(*key))
            self._cells[facet, place] = cell
            row.addWidget(cell, 1)
        self._rows.append(row)
        self._column.addLayout(row)
        if len(set(texts)) == 1:
            hint = self.tr("They differ in details that are not shown, such as the attached file.")
            self._column.addWidget(Words(hint, Style.SMALL, "ink2"))

    def _arrange(self) -> None:
        across = QBoxLayout.Direction.LeftToRight
        stacked = self.width() < px(_STACKED)
        for row in self._rows:
            row.setDirection(QBoxLayout.Direction.TopToBottom if stacked else across)

    # What the person does.

    def _whole_chosen(self, key: str) -> None:
        if self._entry is None:
            return
        if key != MIX:
            self.picked.emit(int(key))
            return
        held = self._pick
        start = held if isinstance(held, int) else 0
        self.picked.emit(dict.fromkeys(self._entry.facets, start))

    def _cell_clicked(self, facet: Facet, place: int) -> None:
        if isinstance(self._pick, Mapping):
            self.picked.emit({**self._pick, facet: place})
        else:
            self.picked.emit(place)


def _worded(facet: Facet, question: Question | None) -> bool:
    """Whether its words are the expert's own; a level's text or an option is another one as a whole."""
    if facet is Facet.VALUE:
        return question is not None and question.type in {IndicatorType.TEXT, FieldType.TEXT}
    return facet is not Facet.CONFIDENCE


def _strong(texts: Sequence[str], place: int) -> tuple[Span, ...]:
    """What is set apart: against ours, or ours against the next."""
    if place:
        return changed_words(texts[0], texts[place])[1]
    return changed_words(texts[0], texts[1])[0]


def _short(label: str) -> str:
    return label if len(label) <= _LABEL else label[: _LABEL - 1].rstrip() + "…"
