"""Workbooks people edited: tolerant where the meaning is clear, otherwise every problem by its cell."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from exports.assessment_xlsx import write_workbook
from exports.workbook_reader import read_workbook
from tests.exports import drawn_workbooks as drawn
from tests.exports.drawn_questionnaire import every_type
from wb6assess.errors import ErrorCode, FileError, InstrumentError
from wb6assess.model.assessment import Answer, Confidence, Document, Evidence, SpecialState

INSTRUMENT = every_type()
START = {
    "T-1.1": Answer(3, None, Confidence.LOW, "Because.", (Evidence("law", citation="Act 1"),)),
    "T-1.2": Answer("yes"),
}
Edit = Callable[[openpyxl.Workbook], Any]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    target = tmp_path / "filled.xlsx"
    write_workbook(target, drawn.report_of(drawn.document_of(INSTRUMENT, START), INSTRUMENT))
    return target


def after(path: Path, edit: Edit) -> Document:
    """The document after an edit in a spreadsheet program."""
    book = openpyxl.load_workbook(path)
    edit(book)
    book.save(path)
    return read_workbook(path, lambda *_: INSTRUMENT)


def problems(path: Path, edit: Edit) -> list[str]:
    with pytest.raises(FileError) as caught:
        after(path, edit)
    assert caught.value.code is ErrorCode.WORKBOOK_PROBLEMS
    return list(caught.value.problems)


def row_of(sheet: Worksheet, item: str) -> int:
    return next(cell.row for cell in sheet["A"] if cell.value == item)


def type_in(sheet: str, item: str, column: str, value: object) -> Edit:
    def edit(book: openpyxl.Workbook) -> None:
        book[sheet][f"{column}{row_of(book[sheet], item)}"] = value

    return edit


@pytest.mark.parametrize("typed", [4, 4.0, "4", " 4 ", "4.0", "4,0"])
def test_a_level_may_be_a_number_or_a_text(path: Path, typed: object) -> None:
    assert after(path, type_in("Answers", "T-1.1", "C", typed)).answers["T-1.1"].value == 4


@pytest.mark.parametrize("typed", ["37,5", "37.5", 37.5, " 37,50 "])
def test_numbers_may_carry_a_decimal_comma(path: Path, typed: object) -> None:
    assert after(path, type_in("Answers", "T-2.2", "C", typed)).answers["T-2.2"].value == "37.5"


@pytest.mark.parametrize("typed", ["2024-05-01", "1.5.2024", "01.05.2024.", date(2024, 5, 1), 45413])
def test_dates_may_be_dates_texts_or_serial_numbers(path: Path, typed: object) -> None:
    fields = after(path, type_in("Facts", "T-1.1.since", "C", typed)).answers["T-1.1"].fields
    assert fields["since"] == "2024-05-01"


@pytest.mark.parametrize(
    "typed", ["Law; Guidance, printed", "law;guide", "LAW ;guidance, printed;", "Law\nguide"]
)
def test_several_choices_may_be_labels_or_keys(path: Path, typed: str) -> None:
    assert after(path, type_in("Answers", "T-1.4", "C", typed)).answers["T-1.4"].value == (
        "law",
        "guide",
    )


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("N/A", SpecialState.NOT_APPLICABLE),
        (" Not  Applicable ", SpecialState.NOT_APPLICABLE),
        ("don’t know", SpecialState.DONT_KNOW),
        ("DONT_KNOW", SpecialState.DONT_KNOW),
    ],
)
def test_states_are_understood_in_common_spellings(path: Path, typed: str, state: SpecialState) -> None:
    assert after(path, type_in("Answers", "T-2.1", "E", typed)).answers["T-2.1"].state is state


def test_moved_rows_renamed_tabs_and_moved_columns_still_import(path: Path) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        for title in ("Answers", "Evidence", "Facts", "wb6"):
            book[title].title = f"{title} e vjetër"
        sheet = book["Answers e vjetër"]
        first, second = row_of(sheet, "T-1.1"), row_of(sheet, "T-2.2")
        for column in range(1, 12):
            one, two = sheet.cell(first, column), sheet.cell(second, column)
            one.value, two.value = two.value, one.value
        sheet.insert_cols(3)
        sheet.insert_rows(1)
        book.move_sheet("Evidence e vjetër", -2)

    assert dict(after(path, edit).answers) == START


def test_nothing_changes_when_only_the_spreadsheet_saved_it(path: Path) -> None:
    document = after(path, lambda book: None)
    assert dict(document.answers) == START
    assert (document.identity.expert, document.revision) == ("E01", 3)


def test_evidence_can_be_added_on_its_sheet(path: Path) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        for column, value in zip("ABDI", ("t-1.2", "Court", "Case 7/2025", 12), strict=True):
            book["Evidence"][f"{column}6"] = value

    answer = after(path, edit).answers["T-1.2"]
    assert answer.evidence == (Evidence("court", citation="Case 7/2025", page="12"),)


def test_a_comment_on_a_finding_is_taken(path: Path) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        book["Findings"][f"F{row_of(book['Findings'], 'X2')}"] = "The old law still applies."

    assert after(path, edit).answers["T-1.1"].comments == {"X2": "The old law still applies."}


def test_a_grid_is_read_cell_by_cell(path: Path) -> None:
    edit = type_in("Facts", "T-1.1.cases[y2025,filed]", "C", "12")
    assert after(path, edit).answers["T-1.1"].fields["cases"] == {"y2025": {"filed": 12}}


@pytest.mark.parametrize(
    ("edit", "cell", "words"),
    [
        (type_in("Answers", "T-1.1", "C", 7), "Answers!C6", "levels are whole numbers 0 to 5"),
        (type_in("Answers", "T-1.1", "C", "high"), "Answers!C6", "no level"),
        (type_in("Answers", "T-1.1", "C", "=2+1"), "Answers!C6", "formula"),
        (type_in("Answers", "T-1.1", "G", '="a"&"b"'), "Answers!G6", "formula"),
        (type_in("Answers", "T-1.1", "C", "#N/A"), "Answers!C6", "error value"),
        (type_in("Answers", "T-1.1", "E", "perhaps"), "Answers!E6", "no state"),
        (type_in("Answers", "T-1.1", "E", "don't know"), "Answers!E6", "both"),
        (type_in("Answers", "T-2.1", "E", "answered"), "Answers!C12", "no answer is given"),
        (type_in("Answers", "T-1.1", "F", "sure"), "Answers!F6", "no confidence"),
        (type_in("Answers", "T-1.2", "C", "maybe"), "Answers!C7", "not among the choices"),
        (type_in("Answers", "T-2.2", "C", "many"), "Answers!C13", "no number"),
        (type_in("Facts", "T-1.1.since", "C", "spring"), "Facts!C7", "no date"),
        (type_in("Answers", "T-1.1", "A", "T-9.9"), "Answers!A6", "no id of this questionnaire"),
        (type_in("Answers", "T-1.2", "A", "T-1.1"), "Answers!A7", "already stands in row 6"),
        (type_in("Evidence", "T-1.1", "B", "gossip"), "Evidence!B5", "no kind of evidence"),
        (type_in("Evidence", "T-1.1", "A", None), "Evidence!A5", "the id is missing"),
        (type_in("Answers", "T-1.1", "A", None), "Answers!A6", "the id of this row is missing"),
    ],
)
def test_what_cannot_be_understood_is_named_by_its_cell(
    path: Path, edit: Edit, cell: str, words: str
) -> None:
    found = problems(path, edit)
    assert any(line.startswith(f"{cell}:") and words in line for line in found), found


def test_merged_input_cells_are_named(path: Path) -> None:
    found = problems(path, lambda book: book["Answers"].merge_cells("G6:G7"))
    assert [line.partition(":")[0] for line in found] == ["Answers!G6", "Answers!G7"]


def test_a_deleted_row_is_named_instead_of_losing_its_answer(path: Path) -> None:
    found = problems(path, lambda book: book["Answers"].delete_rows(6))
    assert any("the row of T-1.1 is missing" in line for line in found)


def test_a_deleted_sheet_is_named(path: Path) -> None:
    found = problems(path, lambda book: book.remove(book["Evidence"]))
    assert any("the sheet Evidence is missing" in line for line in found)


def test_all_problems_come_at_once_in_reading_order(path: Path) -> None:
    def edit(book: openpyxl.Workbook) -> None:
        sheet = book["Answers"]
        sheet["C13"], sheet["C6"], sheet["F6"] = "many", 9, "sure"
        book["Evidence"]["B5"] = "gossip"

    cells = [line.partition(":")[0] for line in problems(path, edit)]
    assert cells == ["Answers!C6", "Answers!F6", "Answers!C13", "Evidence!B5"]


def test_messages_never_repeat_an_experts_text(path: Path) -> None:
    found = problems(
        path, type_in("Answers", "T-1.1", "C", "A long confidential explanation instead of a level")
    )
    assert "instead of a level" not in " ".join(found)


def test_a_workbook_of_another_version_is_refused_by_the_library(path: Path) -> None:
    def lookup(instrument: str, version: str) -> Any:
        raise InstrumentError(
            ErrorCode.INSTRUMENT_VERSION_UNKNOWN, instrument=instrument, version=version
        )

    with pytest.raises(InstrumentError) as caught:
        read_workbook(path, lookup)
    assert caught.value.facts["version"] == "2026.1"


@pytest.mark.parametrize("key", ["country", "expert", "revision", "status", "updated_at"])
def test_a_damaged_machine_sheet_is_refused(path: Path, key: str) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book["wb6"]
    sheet[f"B{row_of(sheet, key)}"] = "../../etc"
    book.save(path)
    with pytest.raises(FileError) as caught:
        read_workbook(path, lambda *_: INSTRUMENT)
    assert caught.value.code is ErrorCode.WORKBOOK_INVALID


def test_a_newer_form_of_workbook_is_foreign(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    book["wb6"]["B1"] = "wb6assess-workbook/2"
    book.save(path)
    with pytest.raises(FileError) as caught:
        read_workbook(path, lambda *_: INSTRUMENT)
    assert caught.value.code is ErrorCode.WORKBOOK_FOREIGN
