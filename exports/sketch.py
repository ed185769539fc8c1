"""A chart before it is known where it is shown: its rows, what they say, and how they are drawn."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:  # whoever only names a chart does not wait for ReportLab
    from exports.look import Look
    from exports.row_drawing import RowDrawing

Row = TypeVar("Row")


@dataclass(frozen=True, eq=False)
class Sketch(Generic[Row]):
    """What a window, a page and a saved picture draw alike.

    Attributes:
        title: Of the chart.
        rows: In order.
        draw: Rows, width in points and look -> the drawing.
        spoken: A row in words, with every value in it, in the reader's language.
        basis: What the drawing depends on beside its rows, width and look.
    """

    title: str
    rows: tuple[Row, ...]
    draw: Callable[[Sequence[Row], float, Look], RowDrawing]
    spoken: Callable[[Row], str]
    basis: Hashable = None

    @property
    def content(self) -> Hashable:
        """Equal for equal drawings, given width and look."""
        return self.title, self.rows, self.basis

    def described(self, rows: Sequence[Row] | None = None) -> str:
        """The chart, or some of its rows, for whoever cannot see it."""
        shown = self.rows if rows is None else rows
        return f"{self.title}: {'; '.join(map(self.spoken, shown))}."


AnySketch = Sketch[Any]
