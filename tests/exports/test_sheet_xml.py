"""What is found in the XML of a sheet: the quick search and the careful one say the same."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.workbook.incoming.sheet_xml import SheetXml
from wb6assess.exchange.archive import UnsafeArchiveError

LETTERS = st.one_of(st.sampled_from("ABCDEFGZ"), st.sampled_from(["AA", "AZ", "XFD"]))
ROWS = st.one_of(st.integers(1, 12), st.sampled_from([999, 1_000, 9_999, 10_000, 1_048_576]))
WITHIN = {"": "<v>1</v>", "f": "<f>1+1</f><v>2</v>", "spaced": ' \n<f t="shared" si="0"/><v>2</v>'}
AFTER = ("", ' s="3"', ' s="3" t="e"', ' t="e" vm="1"', ' t="s"')


@st.composite
def cells(draw: st.DrawFn) -> list[str]:
    """Cells as nearly every program writes them."""
    places = draw(st.lists(st.tuples(LETTERS, ROWS), unique=True, max_size=12))
    found = []
    for letters, row in places:
        after, within = draw(st.sampled_from(AFTER)), draw(st.sampled_from(sorted(WITHIN.values())))
        found.append(f'<c r="{letters}{row}"{after}>{within}</c>')
        if draw(st.booleans()):
            found.append(f'<row r="{row}" hidden="1"/>')
    return found


def sheet(content: list[str], prefix: str = "") -> SheetXml:
    """The part of a worksheet; with a prefix every element has it."""
    text = f"<cols><col/></cols><sheetData>{''.join(content)}</sheetData><cfRule/>"
    if prefix:
        text = re.sub(r"<(/?)(\w)", rf"<\1{prefix}:\2", text)
    return SheetXml(text.encode())


@given(cells())
def test_a_prefix_changes_nothing_but_the_way_it_is_searched(content: list[str]) -> None:
    quick, careful = sheet(content), sheet(content, "x")
    assert quick.plain
    assert not careful.plain
    for name in ("formulas", "errors", "pictures", "hidden_rows", "area"):
        assert getattr(quick, name) == getattr(careful, name)


@given(cells())
def test_no_cell_lies_beyond_what_the_quick_look_promises(content: list[str]) -> None:
    found = sheet(content)
    reach = 1e12 if found.reach is None else found.reach
    assert found.area <= reach
    cornered = sheet([*content, '<c r="Z999"><v>1</v></c>'])
    assert cornered.reach is None or cornered.reach >= 26 * 999


@given(cells(), cells())
def test_there_are_never_more_cells_than_were_counted(first: list[str], second: list[str]) -> None:
    content = [*first, *second]
    assert sheet(content).crowd >= len(content)
    assert sheet(content, "x").crowd >= len(content)


@pytest.mark.parametrize(
    "odd", ['<c r="a1"/>', '<c r="A01"/>', '<c r="A10000000"/>', "<c r='A1'/>", '<c s="1"/>', "<c/>"]
)
def test_a_cell_written_otherwise_is_looked_at_closely_and_refused(odd: str) -> None:
    found = sheet(['<c r="A1"><v>1</v></c>', odd])
    assert found.reach is None
    assert not found.plain
    with pytest.raises(UnsafeArchiveError, match="without an address"):
        _ = found.area


def test_an_address_behind_other_attributes_is_found() -> None:
    found = sheet(['<c s="1" r="B7"><f>1</f></c>'])
    assert found.formulas == {(6, 1)}
    assert found.area == 14
