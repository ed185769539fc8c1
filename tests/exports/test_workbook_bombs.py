"""Files made to exhaust a computer: refused within a second and 200 MB, each in its own process."""

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path

import pytest

from exports.assessment_xlsx import write_workbook
from tests.exports import drawn_workbooks as drawn
from tests.exports.drawn_questionnaire import every_type

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="only Linux tells the most memory of one process"
)

INSTRUMENT = every_type()
MAIN, STRINGS = "xl/worksheets/sheet2.xml", "xl/sharedStrings.xml"
LINKS = "xl/_rels/workbook.xml.rels"
SECONDS, MEGABYTES = 1.0, 200

Parts = dict[str, bytes]


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    path = tmp_path_factory.mktemp("good") / "good.xlsx"
    write_workbook(path, drawn.report_of(drawn.plain_document(INSTRUMENT, 2), INSTRUMENT))
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zip_bomb(parts: Parts) -> None:
    parts["xl/worksheets/sheet99.xml"] = b" " * 400_000_000


def many_parts(parts: Parts) -> None:
    parts.update({f"xl/media/{number}.xml": b"<x/>" for number in range(100_000)})


def large_strings(parts: Parts) -> None:
    parts[STRINGS] = b"<sst>" + b"<si><t>aaaaaaaaaaaaaaaa</t></si>" * 3_000_000 + b"</sst>"


def entity_bomb(parts: Parts) -> None:
    names = "abcdefghij"
    lines = ['<!ENTITY a "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa">']
    lines += [f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise(names)]
    bomb = f"<!DOCTYPE sst [{''.join(lines)}]>".encode()
    parts[STRINGS] = parts[STRINGS].replace(b"<sst", bomb + b"<sst", 1)


def outside_entity(parts: Parts) -> None:
    doctype = b'<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///dev/zero">]>'
    parts[STRINGS] = parts[STRINGS].replace(b"<sst", doctype + b"<sst", 1)


def ten_million_cells(parts: Parts) -> None:
    row = b"".join(b'<c r="%c%c1"><v>1</v></c>' % (65 + i // 26, 65 + i % 26) for i in range(500))
    parts[MAIN] = parts[MAIN].replace(b"</sheetData>", (b"<row>" + row + b"</row>") * 20_000)


def ten_million_bare_cells(parts: Parts) -> None:
    row = b"<row>" + b"<c/>" * 1000 + b"</row>"
    parts[MAIN] = parts[MAIN].replace(b"</sheetData>", row * 10_000 + b"</sheetData>")


# Just within the size a part may have:


def seven_million_bare_cells(parts: Parts) -> None:
    row = b"<row>" + b"<c/>" * 1000 + b"</row>"
    parts[MAIN] = parts[MAIN].replace(b"</sheetData>", row * 7_000 + b"</sheetData>")


def a_million_hidden_rows(parts: Parts) -> None:
    rows = b'<row r="9" hidden="1"/>' * 1_200_000
    parts[MAIN] = parts[MAIN].replace(b"</sheetData>", rows + b"</sheetData>")


def a_million_merged_areas(parts: Parts) -> None:
    merged = b'<mergeCell ref="A6:B7"/>' * 1_100_000
    parts[MAIN] = parts[MAIN].replace(
        b"</sheetData>", b"</sheetData><mergeCells>" + merged + b"</mergeCells>"
    )


def a_drawing_many_times(parts: Parts) -> None:
    one = b'<x Target="../drawings/drawing1.xml"/>'
    parts["xl/worksheets/_rels/sheet2.xml.rels"] = b"<R>" + one * 700_000 + b"</R>"


def far_corner(parts: Parts) -> None:
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    parts[MAIN] = parts[MAIN].replace(b"</sheetData>", far)


def far_corner_in_small_letters(parts: Parts) -> None:
    far = b'<row r="1048576"><c r="xfd1048576"><v>1</v></c></row></sheetData>'
    parts[MAIN] = parts[MAIN].replace(b"</sheetData>", far)


def a_row_no_program_has(parts: Parts) -> None:
    far = b'<row r="99999999"><c r="Z99999999"><v>1</v></c></row></sheetData>'
    parts[MAIN] = parts[MAIN].replace(b"</sheetData>", far)


def one_long_text_in_many_cells(parts: Parts) -> None:
    place = parts[STRINGS].count(b"<si>")
    text = b"<si><t>" + b"a" * 1_000_000 + b"</t></si></sst>"
    parts[STRINGS] = parts[STRINGS].replace(b"</sst>", text)
    cells = b"".join(
        b'<row r="%d"><c r="Z%d" t="s"><v>%d</v></c></row>' % (n, n, place) for n in range(900, 2900)
    )
    parts[MAIN] = parts[MAIN].replace(b"</sheetData>", cells + b"</sheetData>")


def outside_link(parts: Parts) -> None:
    parts["xl/externalLinks/externalLink1.xml"] = b"<externalLink/>"


def macros(parts: Parts) -> None:
    parts["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0" * 100


def broken_relation(parts: Parts) -> None:
    parts[LINKS] = parts[LINKS].replace(b"worksheets/sheet2.xml", b"worksheets/sheet77.xml")


def relation_out_of_the_file(parts: Parts) -> None:
    parts[LINKS] = parts[LINKS].replace(b"worksheets/sheet2.xml", b"../../../../etc/passwd")


def relations_without_end(parts: Parts) -> None:
    one = b'<Relationship Id="rId1" Type="x" Target="worksheets/sheet1.xml"/>'
    parts[LINKS] = b"<Relationships>" + one * 500_000 + b"</Relationships>"


def deep_drawing(parts: Parts) -> None:
    parts["xl/drawings/drawing1.xml"] = b"<drawingAnchor>" * 60_000


HARMFUL: tuple[Callable[[Parts], None], ...] = (
    zip_bomb,
    many_parts,
    large_strings,
    entity_bomb,
    outside_entity,
    ten_million_cells,
    ten_million_bare_cells,
    seven_million_bare_cells,
    a_million_hidden_rows,
    a_million_merged_areas,
    a_drawing_many_times,
    far_corner,
    far_corner_in_small_letters,
    a_row_no_program_has,
    one_long_text_in_many_cells,
    outside_link,
    macros,
    broken_relation,
    relation_out_of_the_file,
    relations_without_end,
    deep_drawing,
)


def packed(parts: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, part in parts.items():
            with archive.open(name, "w") as stream:
                stream.write(part)
    return target.getvalue()


def opened(path: Path) -> tuple[str, float, float]:
    """Error code, CPU seconds and most megabytes of a process that opens the file."""
    found = subprocess.run(
        [sys.executable, "-m", "tests.exports.opening", str(path)],
        check=True, capture_output=True, text=True, timeout=60,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    code, seconds, most = found.stdout.rsplit(maxsplit=2)
    return code, float(seconds), float(most)


@pytest.mark.parametrize("harm", HARMFUL, ids=lambda harm: harm.__name__)
def test_it_is_refused_within_a_second_and_200_megabytes(
    harm: Callable[[Parts], None], parts: Mapping[str, bytes], tmp_path: Path
) -> None:
    changed = dict(parts)
    harm(changed)
    path = tmp_path / "mail.xlsx"
    path.write_bytes(packed(changed))
    code, seconds, megabytes = opened(path)
    assert code == "workbook-invalid"
    assert seconds < SECONDS
    assert megabytes < MEGABYTES


def test_a_good_workbook_is_opened_by_the_same_measure(
    parts: Mapping[str, bytes], tmp_path: Path
) -> None:
    path = tmp_path / "mail.xlsx"
    path.write_bytes(packed(parts))
    code, seconds, megabytes = opened(path)
    assert code == "looked up"
    assert (seconds < SECONDS, megabytes < MEGABYTES) == (True, True)
