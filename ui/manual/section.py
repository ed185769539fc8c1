"""What a page of the manual is made of."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Picture:
    """A part of the program as it looks now; `make` builds it anew, `words` say what it shows."""

    words: str
    make: Callable[[], QWidget]
    width: int = 560


Part = str | Picture


@dataclass(frozen=True, slots=True)
class Section:
    """A title and what stands below it."""

    title: str
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """Everything one can search for."""
        texts = [part if isinstance(part, str) else part.words for part in self.parts]
        return "\n".join((self.title, *texts))
