"""The levels experts chose, on paper: dots for few, columns in proportion for many."""

import pytest
from reportlab.graphics.shapes import Circle, Rect

from exports.level_dots import level_dots
from wb6assess.reports.meeting.rows import LevelCount


def drawn(kind, *experts):
    counts = [LevelCount(float(level), n) for level, n in enumerate(experts)]
    return [part for part in level_dots(counts, 120).contents if isinstance(part, kind)]


def test_each_of_a_few_experts_is_a_dot():
    assert len(drawn(Circle, 5, 1, 2)) == 8
    assert not drawn(Rect, 5, 1, 2)


def test_the_columns_of_many_are_in_proportion():
    columns = drawn(Rect, 40, 10, 4)
    assert [column.height / columns[0].height for column in columns] == pytest.approx([1, 0.25, 0.1])
    assert not drawn(Circle, 40, 10, 4)
