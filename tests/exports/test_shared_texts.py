"""Texts of a workbook, counted once for each cell: never too few, however a number is written."""

import pytest

from exports.workbook.incoming.shared_texts import most_text, text_size

LONG = b"a" * 1000
STRINGS = b"<sst><si><t>short</t></si><si><t>" + LONG + b"</t></si></sst>"


def cells(written: bytes, count: int = 50) -> bytes:
    return b"".join(b'<c r="A%d" t="s"><v>%s</v></c>' % (row, written) for row in range(1, count + 1))


@pytest.mark.parametrize(
    "written",
    [
        *(b"1", b" 1 ", b"0000000000001", b"+1", b"&#49;", b"<!-- -->1", b"<![CDATA[1]]>"),
        *(b"1<!-- -->", b"<?x?>1"),
    ],
)
def test_a_long_text_counts_however_its_number_is_written(written: bytes) -> None:
    assert text_size([cells(written)], STRINGS) >= 50 * len(LONG)
    assert most_text([cells(written)], STRINGS) >= 50 * len(LONG)


def test_an_attribute_does_not_hide_a_number() -> None:
    sheet = cells(b"1").replace(b"<v>", b'<v x=">">')
    assert text_size([sheet], STRINGS) >= 50 * len(LONG)


@pytest.mark.parametrize(
    "strings",
    [
        b"<sst><si/><si><t>" + LONG + b"</t></si></sst>",
        b'<x:sst xmlns:x="m"><x:si><x:t>b</x:t></x:si><x:si ><x:t>' + LONG + b"</x:t></x:si></x:sst>",
        b"<sst><si><t>b</t></si><si><t>" + b"<!--<si>--><![CDATA[aaaaa]]>" * 200 + b"</t></si></sst>",
        b"<sst><si><t>b</t></si><si><t>" + b"aaaaa si&gt; si> " * 100 + b"</t></si></sst>",
    ],
)
def test_a_long_text_counts_however_it_is_written(strings: bytes) -> None:
    assert text_size([cells(b"1")], strings) >= 50 * 1000


def test_ordinary_cells_count_what_they_show() -> None:
    assert text_size([cells(b"0", 10)], STRINGS) == 10 * len(b"<si><t>short</t></si>")
    assert text_size([b'<c r="A1"><v>2.5</v></c><c r="A2" t="str"><v>words</v></c>'], STRINGS) == 0
    assert text_size([cells(b"7")], STRINGS) == 0
    assert text_size([cells(b"1")], b"") == 0
