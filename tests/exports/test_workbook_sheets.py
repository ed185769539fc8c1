"""What the workbook is made of: sheets, names, protection, drop-downs, page furniture."""

import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

from exports.assessment_xlsx import write_blank_workbook, write_workbook
from exports.workbook import measure
from tests.exports import drawn_workbooks as drawn
from tests.exports.drawn_questionnaire import every_type
from wb6assess.model.assessment import Answer, Evidence, Status
from wb6assess.reports.assessment import AssessmentReport

INSTRUMENT = every_type()


@pytest.fixture(scope="module")
def report() -> AssessmentReport:
    return drawn.report_of(drawn.plain_document(INSTRUMENT, 4), INSTRUMENT)


@pytest.fixture(scope="module")
def path(report: AssessmentReport, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("sheets") / "a.xlsx"
    write_workbook(target, report)
    return target


@pytest.fixture(scope="module")
def book(path: Path) -> openpyxl.Workbook:
    return openpyxl.load_workbook(path)


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()


def test_the_sheets_stand_in_reading_order_and_the_machine_sheet_is_hidden(
    book: openpyxl.Workbook,
) -> None:
    assert book.sheetnames == [
        *("Summary", "Answers", "Facts", "Evidence", "Findings", "Scores", "Guide", "Check", "wb6")
    ]
    assert [sheet.title for sheet in book if sheet.sheet_state != "visible"] == ["wb6"]


def test_answers_scores_and_parameters_have_names(book: openpyxl.Workbook) -> None:
    names = set(book.defined_names)
    for what in ("score", "published", "coverage", "band"):
        assert {f"wb6.{what}", f"wb6.{what}.T_1"} <= names
    assert {"wb6.answer.T_1.1", "wb6.score.T_1.1", "wb6.weight.T_1.1", "tau", "geo_delta"} <= names


def test_every_formula_carries_its_result(path: Path) -> None:
    """Viewers that do not calculate show the same numbers (methodology 13)."""
    with zipfile.ZipFile(path) as archive:
        sheets = [
            archive.read(name).decode() for name in archive.namelist() if "worksheets/sheet" in name
        ]
    assert sum(sheet.count("<f>") for sheet in sheets) > 400
    assert sum(len(re.findall("</f></c>", sheet)) for sheet in sheets) == 0


def test_only_input_cells_are_open_and_no_password_is_asked(book: openpyxl.Workbook) -> None:
    answers = book["Answers"]
    assert answers.protection.sheet
    assert answers.protection.password is None
    unlocked = {cell.column_letter for cell in answers[6] if not cell.protection.locked}
    assert unlocked == {"C", "E", "F", "G"}
    assert all(book[name].protection.sheet for name in book.sheetnames)


def test_every_drop_down_says_what_to_do_when_it_refuses(book: openpyxl.Workbook) -> None:
    rules = [rule for sheet in book for rule in sheet.data_validations.dataValidation]
    assert rules
    assert all(rule.error and rule.errorTitle for rule in rules)


def test_withheld_is_offered_on_sensitive_indicators_only(book: openpyxl.Workbook) -> None:
    rules = book["Answers"].data_validations.dataValidation
    lists = {str(rule.sqref): rule.formula1 for rule in rules}
    ordinary, sensitive = lists["E6"], lists["E8"]
    assert ordinary != sensitive


def test_pages_carry_identity_sample_and_fingerprint(report: AssessmentReport, tmp_path: Path) -> None:
    from dataclasses import replace

    sample = replace(report, document=replace(report.document, sample=True))
    write_workbook(tmp_path / "s.xlsx", sample)
    sheet = openpyxl.load_workbook(tmp_path / "s.xlsx")["Answers"]
    assert "SAMPLE – invented answers" in sheet.oddHeader.right.text
    assert "E01 revision 3" in sheet.oddHeader.left.text
    assert "Every type && more" in part(tmp_path / "s.xlsx", "xl/worksheets/sheet2.xml").replace(
        "&amp;", "&"
    )
    assert re.search(r"fingerprint ([0-9a-f]{4} ){3}[0-9a-f]{4}", sheet.oddFooter.left.text)


def test_a_draft_says_so_and_a_handed_in_workbook_does_not(tmp_path: Path) -> None:
    for status, shown in ((Status.DRAFT, True), (Status.SUBMITTED, False)):
        document = drawn.document_of(INSTRUMENT, {}, status=status)
        write_workbook(tmp_path / "d.xlsx", drawn.report_of(document, INSTRUMENT))
        header = openpyxl.load_workbook(tmp_path / "d.xlsx")["Scores"].oddHeader
        assert ("DRAFT" in (header.right.text or "")) is shown


def test_the_chosen_rung_stands_beside_the_level(path: Path, report: AssessmentReport) -> None:
    item, answer = next(
        (item, answer)
        for item, answer in report.document.answers.items()
        if isinstance(answer.value, int) and INSTRUMENT.by_id[item].levels
    )
    rows = openpyxl.load_workbook(path, data_only=True)["Answers"].iter_rows(values_only=True)
    says = next(row[3] for row in rows if row[0] == item)
    assert says == INSTRUMENT.by_id[item].levels[answer.value]  # type: ignore[index]


def test_a_cap_is_shown_with_its_reason_wherever_the_score_is(tmp_path: Path) -> None:
    answers = {"T-1.1": Answer(3, fields={"basis": "draft"}), "T-2.3": Answer(5)}
    document = drawn.document_of(INSTRUMENT, answers, "AL")
    write_workbook(tmp_path / "c.xlsx", drawn.report_of(document, INSTRUMENT))
    rows = openpyxl.load_workbook(tmp_path / "c.xlsx", data_only=True)["Answers"].iter_rows(
        values_only=True
    )
    row = next(row for row in rows if row[0] == "T-2.3")
    assert row[8] == 40
    assert "counts as level 2 at most: only a draft" in str(row[10])


def test_evidence_reads_in_one_line_beside_the_answer(tmp_path: Path) -> None:
    piece = Evidence("official_statistics", citation="Table 4", date="2026-05-01", page="12")
    document = drawn.document_of(INSTRUMENT, {"T-1.1": Answer(3, evidence=(piece,))})
    write_workbook(tmp_path / "e.xlsx", drawn.report_of(document, INSTRUMENT))
    shown = openpyxl.load_workbook(tmp_path / "e.xlsx", data_only=True)["Answers"]["H6"].value
    assert shown.strip() == "[1] official statistics: Table 4, 2026-05-01, p. 12"


def test_functions_are_known_to_spreadsheets_since_2010(path: Path) -> None:
    known = {
        *("IF", "AND", "OR", "NOT", "SUM", "SUMPRODUCT", "ROUND", "MIN", "MAX", "EXP", "LN", "INDEX"),
        *("MATCH", "VLOOKUP", "ISNUMBER", "IFERROR", "COUNTIF", "TRIM", "SUBSTITUTE", "LEFT", "MID"),
        *(
            "COUNT",
            "ABS",
            "LEN",
            "FIND",
            "LOWER",
            "UPPER",
            "EXACT",
            "CHAR",
            "INT",
            "VALUE",
            "YEAR",
            "MONTH",
            "DAY",
        ),
    }
    used = set()
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/sheet"):
                for formula in re.findall(r"<f>([^<]*)</f>", archive.read(name).decode()):
                    bare = re.sub(r"\"[^\"]*\"", "", formula.replace("&quot;", '"'))
                    used |= set(re.findall(r"([A-Z][A-Z0-9.]*)\(", bare))
    assert used - known == set()


def test_no_formula_or_text_is_too_long_for_excel(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    values = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
    formulas = [value for value in values if isinstance(value, str) and value.startswith("=")]
    assert max(len(value) for value in formulas) < 8192
    constants = [text for value in formulas for text in re.findall(r'"((?:[^"]|"")*)"', value)]
    assert max(len(text) for text in constants) <= 255


def test_the_chart_draws_bars_from_0_to_100_in_one_colour(path: Path) -> None:
    chart = part(path, "xl/charts/chart1.xml")
    assert 'barDir val="bar"' in chart
    assert "504D47" in chart
    assert '<c:max val="100"/>' in chart
    assert '<c:min val="0"/>' in chart


def test_properties_name_the_assessment_and_a_fixed_time(book: openpyxl.Workbook) -> None:
    assert "Kosovo" in book.properties.title or "round 2026" in book.properties.title
    assert book.properties.created.isoformat() == "2026-11-21T10:15:00"


def test_a_blank_workbook_has_no_fingerprint_and_nobodys_name(tmp_path: Path) -> None:
    path = tmp_path / "blank.xlsx"
    write_blank_workbook(path, drawn.framework_for(INSTRUMENT), INSTRUMENT)
    book = openpyxl.load_workbook(path, data_only=True)
    assert "fingerprint not filled" in book["Answers"].oddFooter.left.text
    values = [row[2] for row in book["Answers"].iter_rows(min_row=5, values_only=True)]
    assert set(values) == {None}
    assert {"wb6.country", "wb6.expert", "wb6.round"} <= set(book.defined_names)


def test_rows_are_high_enough_for_their_text() -> None:
    width = measure.column_points(37)
    short, long = "One line.", "Several lines. " * 20
    assert measure.line_count(short, width, 9) == 1
    assert 5 <= measure.line_count(long, width, 9) <= 12
    assert measure.height((long, width, 9, False)) > 5 * 9


def test_breaking_lines_loses_no_letter() -> None:
    text = "Zakon o провери улагања " + "x" * 300 + " end\nsecond paragraph"
    lines = measure.lines_of(text, 120, 9)
    assert "".join("".join(lines).split()) == "".join(text.split())
