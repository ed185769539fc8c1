"""Where printed sheets of a workbook break: never after a heading, never later than the page ends."""

from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.assessment_xlsx import write_workbook
from exports.workbook.page_breaks import page_starts
from tests.exports import generated

ROOM = 700.0
HEAD = 20.0
HEIGHTS = st.lists(st.sampled_from((15.0, 18.0, 60.0, 240.0)), min_size=1, max_size=80)


@given(HEIGHTS, st.data())
def test_no_page_ends_with_a_heading_and_none_is_overfull(
    heights: list[float], data: st.DataObject
) -> None:
    rows = len(heights)
    headings = {row for row in data.draw(st.sets(st.integers(0, rows - 1))) if row + 1 < rows}
    # Two headings may follow each other nowhere in a questionnaire.
    headings = {row for row in headings if row - 1 not in headings}
    starts = page_starts(headings, dict(enumerate(heights)), rows - 1, HEAD, ROOM)
    assert not {start - 1 for start in starts} & headings
    pages = list(zip([0, *starts], [*starts, rows], strict=True))
    for first, end in pages:
        used = sum(heights[first:end]) + (HEAD if first else 0)
        # The rule under a table may follow its last row beyond the reckoned end.
        assert used - heights[end - 1] <= ROOM


def test_hidden_rows_take_no_room() -> None:
    heights = dict.fromkeys(range(1, 400), 0.0)
    assert page_starts((), heights, 400, HEAD, ROOM) == []


@pytest.mark.parametrize("instrument", generated.instruments())
def test_no_heading_of_a_sheet_stands_at_a_page_end(instrument: str, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_workbook(path, next(generated.reports(instrument, range(2, 3))))
    book = openpyxl.load_workbook(path)
    content = generated.library().instrument(instrument)
    pillars = {pillar.id for pillar in content.pillars}
    for title in ("Answers", "Guide"):
        sheet = book[title]
        starts = [rule.id + 1 for rule in sheet.row_breaks.brk]
        assert starts
        assert not {sheet.cell(start - 1, 1).value for start in starts} & pillars
    facts = book["Facts"]
    before = [facts.cell(rule.id, 1).value for rule in facts.row_breaks.brk]
    assert None not in before  # a heading has its title beside the id column
