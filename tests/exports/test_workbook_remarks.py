"""What a person should know before taking a workbook, and what makes it untrustworthy."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from PIL import Image as Pixels

from exports.assessment_xlsx import write_blank_workbook, write_workbook
from exports.workbook.incoming.reading import Filled
from exports.workbook_reader import read_filled, read_workbook
from tests.exports import drawn_workbooks as drawn
from tests.exports.drawn_questionnaire import every_type
from wb6assess.errors import ErrorCode, FileError
from wb6assess.model.assessment import Answer

INSTRUMENT = every_type()
START = {"T-1.1": Answer(3, justification="Because."), "T-1.2": Answer("yes")}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    target = tmp_path / "filled.xlsx"
    write_workbook(target, drawn.report_of(drawn.document_of(INSTRUMENT, START), INSTRUMENT))
    return target


def after(path: Path, edit: Callable[[openpyxl.Workbook], Any]) -> Filled:
    book = openpyxl.load_workbook(path)
    edit(book)
    book.save(path)
    return read_filled(path, lambda *_: INSTRUMENT)


def row_of(sheet: Any, item: str) -> int:
    return next(cell.row for cell in sheet["A"] if cell.value == item)


def test_a_workbook_as_written_needs_no_remark(path: Path) -> None:
    assert read_filled(path, lambda *_: INSTRUMENT).remarks == ()
    assert after(path, lambda book: None).remarks == ()


def test_answers_in_hidden_rows_are_taken_and_named(path: Path) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        for row in (6, 8):  # nothing is answered in row 8
            book["Answers"].row_dimensions[row].hidden = True

    found = after(path, edit)
    assert dict(found.document.answers) == START
    assert found.remarks == (
        "Answers: answers stand in hidden rows (6); they are taken too. Show the rows to check them.",
    )


def test_pasted_pictures_are_named_where_they_lie(path: Path) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        pixels = io.BytesIO()
        Pixels.new("RGB", (4, 4)).save(pixels, "PNG")
        book["Answers"].add_image(Image(pixels), "G6")

    found = after(path, edit)
    assert dict(found.document.answers) == START
    (remark,) = found.remarks
    assert remark.startswith(
        "Answers: pictures or text boxes lie on the sheet (G6); they are not taken."
    )


def test_notes_pinned_to_cells_are_named(path: Path) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        book["Answers"]["G7"].comment = Comment("Ask the ministry.", "E01")

    (remark,) = after(path, edit).remarks
    assert remark.startswith("Answers: notes are pinned to cells (G7); they are not taken.")
    assert "ministry" not in remark


def test_a_picture_placed_in_a_cell_is_a_problem_of_that_cell(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet2.xml"
    before, _, rest = parts[sheet].partition(b'<c r="G7"')
    style, _, rest = rest.partition(b"/>")
    parts[sheet] = before + b'<c r="G7"' + style + b' t="e" vm="1"><v>#VALUE!</v></c>' + rest
    with zipfile.ZipFile(path, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    with pytest.raises(FileError) as caught:
        read_workbook(path, lambda *_: INSTRUMENT)
    assert list(caught.value.problems) == [
        "Answers!G7: a picture stands in this cell; clear it and give the picture as evidence"
    ]


def test_a_questionnaire_edited_under_the_same_version_is_named(path: Path) -> None:
    found = read_filled(path, lambda *_: replace(INSTRUMENT, digest="e" * 64))
    assert dict(found.document.answers) == START
    (remark,) = found.remarks
    assert "edited since this workbook was made" in remark


def change(key: str, column: str, value: object) -> Callable[[openpyxl.Workbook], None]:
    def edit(book: openpyxl.Workbook) -> None:
        book["wb6"][f"{column}{row_of(book['wb6'], key)}"] = value

    return edit


@pytest.mark.parametrize(
    "edit",
    [
        change("expert", "B", "E02"),
        change("content_hash", "B", "0" * 64),
        change("instrument_version", "B", "2027.1"),
        change("option.T-1.5.low", "B", "Top"),
        change("option.T-1.5.low", "C", "top"),
        change("list.country.AL", "C", "BA"),
        change("seal", "B", None),
        lambda book: book["wb6"].delete_rows(row_of(book["wb6"], "option.T-1.4.law")),
    ],
)
def test_a_changed_machine_sheet_is_refused(
    path: Path, edit: Callable[[openpyxl.Workbook], None]
) -> None:
    with pytest.raises(FileError) as caught:
        after(path, edit)
    assert caught.value.code is ErrorCode.WORKBOOK_INVALID
    assert "hidden sheet wb6 was changed" in str(caught.value.facts["reason"])


def test_a_sorted_machine_sheet_is_as_good_as_before(path: Path) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        sheet = book["wb6"]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        sheet.delete_rows(1, sheet.max_row)
        for row in [rows[0], *reversed(rows[1:])]:
            sheet.append(row)

    assert dict(after(path, edit).document.answers) == START


def test_an_empty_questionnaire_keeps_its_seal_when_its_country_is_chosen(tmp_path: Path) -> None:
    path = tmp_path / "blank.xlsx"
    write_blank_workbook(path, drawn.framework_for(INSTRUMENT), INSTRUMENT)

    def edit(book: openpyxl.Workbook) -> None:
        book["Summary"]["B9"], book["Summary"]["B11"] = "AL – Albania", "E1"
        # What a spreadsheet program would have computed there.
        book["wb6"][f"B{row_of(book['wb6'], 'country')}"] = "AL"

    assert after(path, edit).document.identity.country == "AL"
