"""Files that are no workbook of ours, or mean harm: one clear error each, quickly."""

import contextlib
import io
import re
import time
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest

from exports.assessment_xlsx import write_workbook
from exports.workbook_reader import read_workbook
from tests.exports import drawn_workbooks as drawn
from tests.exports.drawn_questionnaire import every_type
from wb6assess.errors import ErrorCode, FileError
from wb6assess.model.assessment import Document

INSTRUMENT = every_type()
MAIN = "xl/worksheets/sheet2.xml"


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("good") / "good.xlsx"
    write_workbook(path, drawn.report_of(drawn.plain_document(INSTRUMENT, 2), INSTRUMENT))
    return path.read_bytes()


def changed(data: bytes, change: Callable[[dict[str, bytes]], object]) -> bytes:
    """The workbook with other parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return target.getvalue()


def refusal(tmp_path: Path, data: bytes) -> FileError:
    """The one error reading these bytes gives, within a second."""
    path = tmp_path / "mail.xlsx"
    path.write_bytes(data)
    start = time.perf_counter()
    with pytest.raises(FileError) as caught:
        read_workbook(path, lambda *_: INSTRUMENT)
    assert time.perf_counter() - start < 2  # a second, on a machine that does other things too
    return caught.value


@pytest.mark.parametrize("data", [b"", b"hello", b"\xff\xd8\xff", b"<html>", b'{"format": 1}'])
def test_a_file_that_is_no_workbook(tmp_path: Path, data: bytes) -> None:
    error = refusal(tmp_path, data)
    assert error.code is ErrorCode.WORKBOOK_INVALID
    assert "no Excel workbook" in str(error.facts["reason"])


def test_an_encrypted_or_old_workbook_says_so(tmp_path: Path) -> None:
    error = refusal(tmp_path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000)
    assert "password" in str(error.facts["reason"])


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        read_workbook(tmp_path / "none.xlsx", lambda *_: INSTRUMENT)
    assert caught.value.code is ErrorCode.FILE_MISSING
    with pytest.raises(FileError) as caught:
        read_workbook(tmp_path, lambda *_: INSTRUMENT)
    assert caught.value.code is ErrorCode.WORKBOOK_INVALID


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_truncated_workbook(tmp_path: Path, good: bytes, share: float) -> None:
    assert refusal(tmp_path, good[: int(len(good) * share)]).code is ErrorCode.WORKBOOK_INVALID


def test_flipped_bytes_never_crash(tmp_path: Path, good: bytes) -> None:
    path = tmp_path / "mail.xlsx"
    for place in range(100, len(good), len(good) // 40):
        path.write_bytes(good[:place] + bytes([good[place] ^ 0xFF]) + good[place + 1 :])
        # Anything but an error a person can act on would fail the test.
        with contextlib.suppress(FileError):
            read_workbook(path, lambda *_: INSTRUMENT)


def test_somebody_elses_workbook(tmp_path: Path) -> None:
    path = tmp_path / "other.xlsx"
    book = openpyxl.Workbook()
    book.active["A1"] = "Budget"
    book.save(path)
    with pytest.raises(FileError) as caught:
        read_workbook(path, lambda *_: INSTRUMENT)
    assert caught.value.code is ErrorCode.WORKBOOK_FOREIGN


def test_macros_and_links_to_other_files_are_refused(tmp_path: Path, good: bytes) -> None:
    macros = changed(good, lambda parts: parts.update({"xl/vbaProject.bin": b"x"}))
    assert "macros" in str(refusal(tmp_path, macros).facts["reason"])
    links = changed(good, lambda parts: parts.update({"xl/externalLinks/externalLink1.xml": b"<x/>"}))
    assert "links" in str(refusal(tmp_path, links).facts["reason"])


def test_an_entity_bomb_is_refused(tmp_path: Path, good: bytes) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'

    def plant(parts: dict[str, bytes]) -> None:
        parts["xl/sharedStrings.xml"] = parts["xl/sharedStrings.xml"].replace(b"<sst", bomb + b"<sst", 1)

    assert "entities" in str(refusal(tmp_path, changed(good, plant)).facts["reason"])


def test_a_zip_bomb_is_refused(tmp_path: Path, good: bytes) -> None:
    def inflate(parts: dict[str, bytes]) -> None:
        parts["xl/worksheets/sheet99.xml"] = b" " * 70_000_000

    assert "large" in str(refusal(tmp_path, changed(good, inflate)).facts["reason"])


def test_a_cell_at_the_far_corner_is_refused_before_memory_is(tmp_path: Path, good: bytes) -> None:
    def corner(parts: dict[str, bytes]) -> None:
        far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
        parts[MAIN] = parts[MAIN].replace(b"</sheetData>", far)

    assert "too large" in str(refusal(tmp_path, changed(good, corner)).facts["reason"])


def test_cells_without_addresses_are_refused(tmp_path: Path, good: bytes) -> None:
    def hide(parts: dict[str, bytes]) -> None:
        parts[MAIN] = parts[MAIN].replace(b"</sheetData>", b"<row><c><v>1</v></c></row></sheetData>")

    assert refusal(tmp_path, changed(good, hide)).code is ErrorCode.WORKBOOK_INVALID


def test_ten_million_cells_are_refused(tmp_path: Path, good: bytes) -> None:
    row = b"".join(b'<c r="%c%c1"><v>1</v></c>' % (65 + i // 26, 65 + i % 26) for i in range(500))

    def fill(parts: dict[str, bytes]) -> None:
        rows = b"<row>" + row + b"</row>"
        parts[MAIN] = parts[MAIN].replace(b"</sheetData>", rows * 4000 + b"</sheetData>")

    assert refusal(tmp_path, changed(good, fill)).code is ErrorCode.WORKBOOK_INVALID


@pytest.mark.parametrize(
    "name",
    [
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/worksheets/sheet8.xml",
        "xl/worksheets/sheet9.xml",
        MAIN,
    ],
)
def test_missing_or_broken_parts_are_refused(tmp_path: Path, good: bytes, name: str) -> None:
    assert refusal(tmp_path, changed(good, lambda parts: parts.pop(name))).code in {
        ErrorCode.WORKBOOK_INVALID,
        ErrorCode.WORKBOOK_FOREIGN,
        ErrorCode.WORKBOOK_PROBLEMS,
    }
    broken = changed(good, lambda parts: parts.update({name: b"<broken"}))
    assert refusal(tmp_path, broken).code in {
        ErrorCode.WORKBOOK_INVALID,
        ErrorCode.WORKBOOK_FOREIGN,
        ErrorCode.WORKBOOK_PROBLEMS,
    }


def test_an_encoding_nobody_knows_is_damage(tmp_path: Path, good: bytes) -> None:
    def garble(parts: dict[str, bytes]) -> None:
        name = "xl/_rels/workbook.xml.rels"
        parts[name] = parts[name].replace(b"UTF-8", b"jTF-8")

    error = refusal(tmp_path, changed(good, garble))
    assert error.code is ErrorCode.WORKBOOK_INVALID


def test_paths_out_of_the_archive_are_only_names(tmp_path: Path, good: bytes) -> None:
    path = tmp_path / "mail.xlsx"
    path.write_bytes(changed(good, lambda parts: parts.update({"../../evil.xml": b"<x/>"})))
    read_workbook(path, lambda *_: INSTRUMENT)
    assert not (tmp_path.parent.parent / "evil.xml").exists()


def test_only_the_sheets_that_were_judged_are_read(tmp_path: Path, good: bytes) -> None:
    def two_lists(parts: dict[str, bytes]) -> None:
        far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
        parts["xl/far/worksheets/sheet2.xml"] = parts[MAIN].replace(b"</sheetData>", far)
        parts["xl/far/workbook.xml"] = parts["xl/workbook.xml"]
        links = parts["xl/_rels/workbook.xml.rels"]
        parts["xl/far/_rels/workbook.xml.rels"] = links.replace(b'"worksheets/', b'"far/worksheets/')
        parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"xl/workbook.xml", b"xl/far/workbook.xml")

    path = tmp_path / "mail.xlsx"
    path.write_bytes(good)
    wanted = read_workbook(path, lambda *_: INSTRUMENT)
    path.write_bytes(changed(good, two_lists))
    assert read_workbook(path, lambda *_: INSTRUMENT) == wanted


def test_dates_counted_from_1904_are_the_days_the_program_shows(tmp_path: Path) -> None:
    def from_1904(parts: dict[str, bytes]) -> None:
        book = parts["xl/workbook.xml"]
        parts["xl/workbook.xml"] = book.replace(b"<workbookPr ", b'<workbookPr date1904="1" ')

    drawn_documents = (drawn.plain_document(INSTRUMENT, seed) for seed in range(20))
    usual = next(document for document in drawn_documents if _days(document))
    path = tmp_path / "mail.xlsx"
    write_workbook(path, drawn.report_of(usual, INSTRUMENT))
    path.write_bytes(changed(path.read_bytes(), from_1904))
    later = read_workbook(path, lambda *_: INSTRUMENT)
    four_years = timedelta(days=1462)
    assert _days(later) == {key: day + four_years for key, day in _days(usual).items()}


def _days(document: Document) -> dict[tuple[str, str], date]:
    """Every date among the facts."""
    return {
        (item, key): date.fromisoformat(str(value))
        for item, answer in document.answers.items()
        for key, value in answer.fields.items()
        if _is_day(value)
    }


def _is_day(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value) is not None


@pytest.mark.parametrize("program", ["prefixed", "attributes turned round"])
def test_sheets_written_in_another_way_hold_the_same_answers(
    tmp_path: Path, good: bytes, program: str
) -> None:
    def otherwise(part: bytes) -> bytes:
        if program == "prefixed":
            part = re.sub(rb"<(/?)(\w)", rb"<\1x:\2", part)
            return part.replace(b" xmlns=", b" xmlns:x=", 1)
        return re.sub(rb'<c r="(\w+)" s="(\d+)"', rb'<c s="\2" r="\1"', part)

    def rewritten(parts: dict[str, bytes]) -> None:
        for name in list(parts):
            if "worksheets/sheet" in name and name.endswith(".xml"):
                parts[name] = otherwise(parts[name])

    path = tmp_path / "mail.xlsx"
    path.write_bytes(good)
    wanted = read_workbook(path, lambda *_: INSTRUMENT)
    path.write_bytes(changed(good, rewritten))
    assert read_workbook(path, lambda *_: INSTRUMENT) == wanted
