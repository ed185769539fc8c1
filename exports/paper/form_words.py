"""The texts of a blank form, in one language or in two."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from exports import house
from exports.paper.forms import Choices
from exports.paper.styles import Flowable, paragraph
from exports.paper.tables import plain_table
from wb6assess.instruments.translations import text_keys
from wb6assess.model.framework import Framework
from wb6assess.model.instrument import Instrument

_GUTTER = 14.0
UNTRANSLATED = "(en)"
"""Stands after a text that has no translation."""


@dataclass(frozen=True)
class Form:
    """What a form is made from.

    Attributes:
        framework: Whose questionnaire it is.
        instrument: The questionnaire in the first language.
        second: The same version in a second language, set beside the first; or None.
        large: For reading at arm's length, in a meeting.
    """

    framework: Framework
    instrument: Instrument
    second: Instrument | None = None
    large: bool = False

    @property
    def aside(self) -> float:
        """Width of the column of boxes and digits."""
        return 58.0 if self.large else 34.0

    @property
    def width(self) -> float:
        """Width of the texts beside it."""
        return house.TEXT_WIDTH - self.aside

    @cached_property
    def _others(self) -> Mapping[str, str]:
        return text_keys(self.second) if self.second else {}

    def own(self, key: str, text: str) -> str:
        """A text in the first language, marked where it is English for want of a translation."""
        return f"{text} {UNTRANSLATED}" if text and key in self.instrument.untranslated else text

    def other(self, key: str) -> str:
        """The text in the second language, marked in the same way."""
        text = self._others.get(key, "")
        missing = self.second is not None and key in self.second.untranslated
        return f"{text} {UNTRANSLATED}" if missing else text

    def label(self, key: str, text: str) -> str:
        """A short text with its translation behind a stroke; "(en)" alone where there is none."""
        own = self.own(key, text)
        if self.second is None or not text:
            return own
        missing = key in self.second.untranslated
        return f"{own} {UNTRANSLATED}" if missing else f"{own} / {self.other(key)}"

    def words(
        self, text: str, use: str = "body", *, keep: bool = False, right: bool = False
    ) -> Flowable:
        """A paragraph in the form's size."""
        return paragraph(text, use, keep=keep, right=right, large=self.large)

    def cells(self, key: str, text: str, use: str) -> list[list[Flowable]]:
        """A text as cells of a row: its paragraphs, and those of the translation."""
        own = [self.words(part, use) for part in paragraphs(self.own(key, text))]
        if self.second is None:
            return [own]
        return [own, [self.words(part, use) for part in paragraphs(self.other(key))]]

    def columns(self, width: float) -> list[float]:
        """Widths of the cells of a text."""
        if self.second is None:
            return [width]
        return [(width + _GUTTER) / 2, (width - _GUTTER) / 2]

    def text(self, key: str, text: str, use: str, width: float) -> Flowable:
        """A text, with its translation in a second column where there is one."""
        cells = self.cells(key, text, use)
        if self.second is None and len(cells[0]) == 1:
            return cells[0][0]
        padding = _GUTTER if self.second else 0.0
        return plain_table([cells], self.columns(width), padding_right=padding)

    def choices(self, labels: Sequence[str]) -> Flowable:
        """Boxes to tick in running lines."""
        return Choices(labels, large=self.large)


def paragraphs(text: str) -> list[str]:
    """Folded YAML text holds one line per paragraph."""
    return [" ".join(part.split()) for part in text.split("\n") if part.strip()]
