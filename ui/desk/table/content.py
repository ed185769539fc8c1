"""What a table holds: columns, rows of words with marks, and what to sort by."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ui.marks import Mark
from ui.theme import Style


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        key: Its name.
        head: Its title.
        share: How much of the spare width it takes; 0 keeps it as wide as its words.
        right: Numbers stand at the right edge.
        centre: Single digits and marks stand in the middle.
        spare: The higher, the sooner it goes when there is little room; 0 never goes.
        middle: Words, or a long title above digits, are cut in the middle, as file names are.
        tip: What the title means, where that needs saying.
    """

    key: str
    head: str
    share: int = 0
    right: bool = False
    centre: bool = False
    spare: int = 0
    middle: bool = False
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """Words, with a mark before them where there is one.

    Attributes:
        text: What is shown and copied.
        sort: What is sorted by; the words where it is None.
        mark: Drawn before the words.
        style: Weight of the words.
        role: Their colour.
        ticked: A box before the words, ticked or not; None for none.
        bars: Counts drawn as bars in place of the words, which say the same in `tip` and `written`.
        edged: A box around the words, for a value that stands apart.
        tip: More than the words say; made when somebody asks where that takes time.
        written: What is copied and exported instead of the words, where they lean on a mark or on
            today; the words where it is empty.
    """

    text: str = ""
    sort: float | str | None = None
    mark: Mark | None = None
    style: Style = Style.BODY
    role: str = "ink"
    ticked: bool | None = None
    edged: bool = False
    tip: str | Callable[[], str] = ""
    written: str = ""
    bars: tuple[int, ...] = ()

    @property
    def leaving(self) -> str:
        """What a copy says."""
        return self.written or self.text

    @property
    def tip_words(self) -> str:
        """The tip, or the words where there is none."""
        return (self.tip() if callable(self.tip) else self.tip) or self.text

    @property
    def order(self) -> tuple[bool, float, str]:
        """Sorts figures before words, and what is missing last."""
        if isinstance(self.sort, str) or (self.sort is None and self.text):
            return True, 0.0, str(self.sort if self.sort is not None else self.text).casefold()
        return self.sort is None, self.sort or 0.0, ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line; `key` names it, `spoken` makes what a screen reader says of the whole."""

    key: str
    cells: tuple[Cell, ...]
    spoken: Callable[[], str] | None = None


@dataclass(frozen=True, slots=True)
class TableContent:
    """A whole table with its title and the notes that belong to its figures."""

    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Row] = ()
    notes: tuple[str, ...] = field(default=())

    def said(self, row: Row) -> str:
        """A row as a sentence: heads and words, empty cells left out."""
        if row.spoken is not None:
            return row.spoken()
        parts = [
            f"{column.head} {cell.text}".strip()
            for column, cell in zip(self.columns, row.cells, strict=True)
            if cell.text
        ]
        return ", ".join(parts)
