"""The control that fits the question: ladder, choices, number or text."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.text import text_width
from ui.theme import Style, px
from ui.widgets.column import Column
from ui.widgets.fields import Editor, MultiEditor
from ui.widgets.ground import CardFrame
from ui.widgets.ladder import Ladder, LadderState, RungText
from ui.widgets.polished import polish
from ui.widgets.typed_fields import NumericEditor, TextEditor
from wb6assess.model.assessment import Value
from wb6assess.model.instrument import Indicator
from wb6assess.model.vocabulary import IndicatorType

_ON_LADDER = {IndicatorType.LEVEL, IndicatorType.VIGNETTE, IndicatorType.YESNO, IndicatorType.SINGLE}


class AnswerArea(Column):
    """Shows the answer to one question and says what the expert chose.

    Signals:
        value_chosen: Carries the value; None when the expert took it back.
    """

    value_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.ladder = Ladder()
        self.ladder.level_chosen.connect(self._rung_chosen)
        self.ladder.cleared.connect(lambda: self.value_chosen.emit(None))
        self._card = CardFrame()
        self._card_column = QVBoxLayout(self._card)
        self._card_column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.addWidget(self.ladder)
        column.addWidget(self._card)
        self._editor: Editor | None = None
        self._editors: dict[IndicatorType, Editor] = {}
        self._type = IndicatorType.LEVEL

    def show_question(self, indicator: Indicator, ladder: LadderState) -> None:
        """Become the control for another question; `ladder` says which notes will stand on it."""
        self._type = indicator.type
        on_ladder = indicator.type in _ON_LADDER
        self.ladder.setVisible(on_ladder)
        self._card.setVisible(not on_ladder)
        self._editor = None if on_ladder else self._editor_for(indicator.type)
        for editor in self._editors.values():
            editor.setVisible(editor is self._editor)
        if self._editor is None:
            self.ladder.setAccessibleName(indicator.title)
            self.ladder.show_rungs(self._rungs(indicator), self._notes_room(indicator, ladder))
        else:
            self._editor.show_question(indicator, indicator.title)

    def make_ready(self, indicator: Indicator) -> Iterator[None]:
        """Make its editor, if there is none of its type yet."""
        if indicator.type not in _ON_LADDER and indicator.type not in self._editors:
            editor = self._editor_for(indicator.type)
            editor.setVisible(False)
            polish(editor)
            yield

    def reword(self, indicator: Indicator, ladder: LadderState) -> None:
        """The same question in other words; keyboard, choice and what is being typed stay."""
        if self._editor is None:
            self.ladder.setAccessibleName(indicator.title)
            self.ladder.show_rungs(self._rungs(indicator), self._notes_room(indicator, ladder))
        else:
            self._editor.reword(indicator, indicator.title)

    def show_answer(self, value: Value | None, ladder: LadderState, *, locked: bool) -> None:
        """Show what is stored; emits nothing."""
        if self._editor is None:
            self.ladder.show_state(ladder, locked=locked)
        else:
            self._editor.show_value(value)
            self._editor.lock(locked)

    def choose_level(self, level: int) -> None:
        """A digit key; only levels listen to it."""
        if self._type in {IndicatorType.LEVEL, IndicatorType.VIGNETTE}:
            self.ladder.choose(str(level))

    def flush(self) -> None:
        """Say what is still being typed."""
        if self._editor is not None:
            self._editor.flush()

    def half_typed(self) -> dict[str, str]:
        """What stands here and is no answer yet."""
        return self._editor.half_typed() if self._editor is not None else {}

    def type_again(self, texts: Mapping[str, str]) -> None:
        """Put back what was half typed; emits nothing."""
        if self._editor is not None:
            self._editor.type_again(texts)

    def focus(self) -> None:
        """Put the keyboard where answering happens."""
        (self.ladder if self._editor is None else self._editor).setFocus()

    def _rungs(self, indicator: Indicator) -> list[RungText]:
        match indicator.type:
            case IndicatorType.YESNO:
                return [RungText("yes", "", self.tr("Yes")), RungText("no", "", self.tr("No"))]
            case IndicatorType.SINGLE:
                return [RungText(option.key, "", option.label) for option in indicator.options]
            case _:
                return [RungText(str(n), str(n), text) for n, text in enumerate(indicator.levels)]

    def _notes_room(self, indicator: Indicator, ladder: LadderState) -> dict[str, int]:
        """Free from the start where a cap may show, so that no row moves when it does."""
        words = self.tr("counts as {level}").format(level=5)
        rooms = {str(cap.at): _note_room(words) for cap in indicator.caps}
        if ladder.last:
            # The check of a chosen row stands at the right of this note.
            room = _note_room(ladder.last_words) + px(16 + 8)
            rooms[ladder.last] = rooms.get(ladder.last, 0) + room
        return rooms

    def _editor_for(self, kind: IndicatorType) -> Editor:
        """The editor of a type, made once."""
        if kind not in self._editors:
            editor = self._new_editor(kind)
            editor.value_edited.connect(self.value_chosen)
            self._editors[kind] = editor
            self._card_column.addWidget(editor)
        return self._editors[kind]

    def _new_editor(self, kind: IndicatorType) -> Editor:
        match kind:
            case IndicatorType.MULTI:
                return MultiEditor(self._card)
            case IndicatorType.NUMERIC:
                return NumericEditor(self._card)
            case _:
                return TextEditor(lines=5, parent=self._card)

    def _rung_chosen(self, key: str) -> None:
        self.value_chosen.emit(
            key if self._type in {IndicatorType.YESNO, IndicatorType.SINGLE} else int(key)
        )


def _note_room(words: str) -> int:
    """Px that a note beside a row takes: words, mark, and the gaps around."""
    return text_width(words, Style.SMALL) + px(16 + 5 + 12)
