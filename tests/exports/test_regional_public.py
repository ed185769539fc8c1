"""Nothing of a single expert leaves the coordinator's workbook (methodology 12.2)."""

import zipfile
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from exports.regional_pdf import write_regional
from exports.regional_public_xlsx import write_public
from exports.regional_xlsx import write_consolidated
from tests.exports import leaks, papers, regions
from wb6assess.errors import Cancelled
from wb6assess.progress import Progress
from wb6assess.reports.figures import CONFIDENTIAL
from wb6assess.reports.region.disclosure import Cell
from wb6assess.reports.region.indicators import public_indicators
from wb6assess.reports.region.public import PublicRegion

THREE = dict.fromkeys(regions.SIX, 3)
MIXED = {"AL": 4, "BA": 3, "ME": 3, "MK": 3, "RS": 2, "XK": 3}
MEETING = (
    regions.decision("AL", "P-1.1", 100.0),
    regions.decision("AL", "P-1.2", 100.0),
    regions.decision("AL", "P-1.3", 100.0),
    regions.decision("AL", "P-2.1", 100.0),
    regions.decision("AL", "P-2.2", 100.0),
)


@pytest.fixture(scope="module")
def result():
    return regions.build(MIXED, earlier=THREE, decisions=MEETING)


@pytest.fixture(scope="module")
def workbook(result, tmp_path_factory):
    target = tmp_path_factory.mktemp("public") / "public.xlsx"
    write_public(target, result)
    return target


@pytest.fixture(scope="module")
def paper(result, tmp_path_factory):
    target = tmp_path_factory.mktemp("public") / "report.pdf"
    write_regional(target, result)
    return target


def test_the_scanner_finds_what_the_coordinators_workbook_holds(result, tmp_path):
    write_consolidated(tmp_path / "all.xlsx", result)
    found = " ".join(leaks.leaked(tmp_path / "all.xlsx", leaks.secrets(result)))
    assert "Agent0.AL" in found
    assert "Words of Agent0.AL on P-1.1" in found
    assert regions.REASON in found


def test_no_part_of_the_public_workbook_holds_anything_of_an_expert(result, workbook):
    assert leaks.leaked(workbook, leaks.secrets(result)) == []


def test_no_page_and_no_property_of_the_report_holds_anything_of_an_expert(result, paper):
    assert leaks.leaked(paper, leaks.secrets(result, digests=False)) == []


def test_the_public_workbook_has_no_hidden_sheet_and_no_formula(workbook):
    book = openpyxl.load_workbook(workbook)
    assert {sheet.sheet_state for sheet in book.worksheets} == {"visible"}
    assert list(book.defined_names) == []
    with zipfile.ZipFile(workbook) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/"):
                assert b"<f>" not in archive.read(name)
    for sheet in book.worksheets:
        assert not any(column.hidden for column in sheet.column_dimensions.values())
        assert not any(row.hidden for row in sheet.row_dimensions.values())


def test_scores_of_a_country_in_progress_are_in_neither(result, workbook, paper):
    serbia = result.scores.countries["RS"]
    assert serbia.overall.node.published is not None
    rows = CalamineWorkbook.from_path(str(workbook)).get_sheet_by_name("Bands").to_python()
    cells = next(row for row in rows if row and row[0] == "Serbia")
    assert set(cells[1:4]) == {CONFIDENTIAL}
    assert "Serbia scores" not in papers.words(paper)


def test_intervals_stand_only_beside_shown_scores(result):
    content = result.public
    for row in content.bands:
        for score in row.scores:
            assert (score.interval is not None) == (score.value is not None)


def test_no_swing_gain_or_level_of_a_hidden_indicator_is_published():
    unsure = {"Agent0.AL": ("P-1.1", "P-1.2"), "Agent1.AL": ("P-1.1", "P-1.2")}
    result = regions.build(THREE, unsure=unsure)
    region = PublicRegion(result.analysis)
    hidden = {
        row.indicator
        for row in public_indicators(region)
        if row.country == "AL" and row.sign == CONFIDENTIAL
    }
    assert {"P-1.1", "P-1.2"} <= hidden
    albania = next(part for part in result.public.countries if part.code == "AL")
    assert hidden.isdisjoint(row.id for row in albania.fixes)
    assert hidden.isdisjoint(row.id for field in albania.fields for row in field.fixes)


def test_ranks_swings_and_scores_without_an_expert_are_in_no_public_output(workbook, paper):
    sheets = set(openpyxl.load_workbook(workbook).sheetnames)
    assert sheets.isdisjoint({"Robustness", "Swings", "Without each expert", "Severity", "Ratings"})
    said = "".join(page.extract_text() for page in PdfReader(paper).pages).lower()
    assert "without expert" not in said
    assert "rank range" not in said


def test_a_field_says_what_to_fix_first_only_where_its_score_is_shown(result):
    for part in result.public.countries:
        for field in part.fields:
            assert not field.fixes or field.score.score.value is not None
            assert [row.points for row in field.fixes] == sorted(
                (row.points for row in field.fixes), reverse=True
            )
    assert any(field.fixes for part in result.public.countries for field in part.fields)


def test_a_single_hidden_indicator_hides_a_second_in_its_pillar_and_among_its_kind():
    unsure = {"Agent0.AL": ("P-1.1",), "Agent1.AL": ("P-1.1",)}
    result = regions.build(THREE, unsure=unsure)
    cells = PublicRegion(result.analysis).disclosed["AL"].indicators["FIELD-P"]
    instrument = result.instruments["field-p"]
    hidden = {item for item, cell in cells.items() if cell is Cell.CONFIDENTIAL}
    assert "P-1.1" in hidden
    for pillar in instrument.pillars:
        assert len(hidden & {item.id for item in pillar.indicators}) != 1
    for aspect in {item.aspect for item in instrument.indicators()}:
        assert len({i for i in hidden if instrument.by_id[i].aspect is aspect}) != 1


def test_a_change_is_confidential_where_one_of_the_rounds_is():
    result = regions.build(THREE, earlier={**THREE, "AL": 2})
    parts = result.public.progress.parts
    for part in parts:
        albania = next(row for row in part.rows if row.code == "AL")
        assert (albania.missing, albania.points, albania.total) == (CONFIDENTIAL, None, None)
        assert any(row.word for row in part.rows)


def test_a_meeting_makes_a_country_of_few_experts_public_only_where_it_decided():
    instrument = regions.questionnaires(1)[0]
    everything = tuple(
        regions.decision("RS", item.id, 60.0) for item in instrument.pillars[0].indicators
    )
    result = regions.build({**THREE, "RS": 2}, decisions=everything, fields=1)
    disclosed = PublicRegion(result.analysis).disclosed["RS"]
    assert not disclosed.in_progress
    assert disclosed.domains["FIELD-P"] is Cell.CONFIDENTIAL
    whole = tuple(regions.decision("RS", item, 60.0) for item in instrument.by_id)
    result = regions.build({**THREE, "RS": 2}, decisions=whole, fields=1)
    disclosed = PublicRegion(result.analysis).disclosed["RS"]
    assert disclosed.overall is Cell.SHOWN
    assert set(disclosed.pillars["FIELD-P"].values()) == {Cell.SHOWN}


def test_experts_scores_of_a_country_of_few_stay_hidden_though_the_meetings_are_shown():
    instrument = regions.questionnaires(1)[0]
    whole = tuple(regions.decision("RS", item, 60.0) for item in instrument.by_id)
    result = regions.build({**THREE, "RS": 2}, decisions=whole, fields=1)
    serbia = next(part for part in result.public.countries if part.code == "RS")
    (row,) = serbia.validation
    assert (row.experts, row.difference, row.largest) == (CONFIDENTIAL, CONFIDENTIAL, "")
    assert row.validated == "60.0"


def test_the_public_workbook_shows_the_scores_the_report_prints(result, workbook):
    rows = CalamineWorkbook.from_path(str(workbook)).get_sheet_by_name("Bands").to_python()
    shown = {row[0]: row[1:] for row in rows if row}
    for line in result.public.bands:
        for score, cell in zip(line.scores, shown[line.country], strict=False):
            assert cell == (score.sign if score.value is None else float(score.value))


def test_charts_beside_a_table_do_not_shrink_its_print(workbook):
    sheet = openpyxl.load_workbook(workbook)["First to fix"]
    assert sheet.print_area == f"'First to fix'!$A$1:$J${sheet.max_row}"
    assert sheet._charts


def test_the_summary_is_one_printed_page(workbook):
    book = openpyxl.load_workbook(workbook)
    one, many = book["Summary"], book["Pillars"]
    assert one.sheet_properties.pageSetUpPr.fitToPage
    # One is what is meant where nothing is written; 0 takes as many pages as are needed.
    assert one.page_setup.fitToHeight in {None, 1}
    assert int(many.page_setup.fitToHeight) == 0


def test_every_page_of_both_workbooks_says_that_it_is_a_draft(result, workbook, tmp_path):
    write_consolidated(tmp_path / "all.xlsx", result)
    for path in (workbook, tmp_path / "all.xlsx"):
        for sheet in openpyxl.load_workbook(path).worksheets:
            assert "DRAFT" in sheet.oddHeader.right.text


@pytest.mark.parametrize("write", [write_public, write_consolidated, write_regional])
def test_the_same_consolidation_gives_the_same_bytes(write, result, tmp_path):
    for name in ("one", "two"):
        write(tmp_path / name, regions.build(MIXED, earlier=THREE, decisions=MEETING))
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


class Stopped(Progress):
    """Cancels at the second step."""

    def step(self, done, total, what=""):
        if done:
            raise Cancelled


@pytest.mark.parametrize("write", [write_public, write_consolidated, write_regional])
def test_a_cancelled_export_leaves_nothing(write, result, tmp_path):
    with pytest.raises(Cancelled):
        write(tmp_path / "half", result, Stopped())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("write", [write_public, write_consolidated])
def test_workbooks_for_a_grey_printer_are_grey(write, result, tmp_path):
    write(tmp_path / "grey.xlsx", result, grey=True)
    with zipfile.ZipFile(tmp_path / "grey.xlsx") as archive:
        styles = archive.read("xl/styles.xml").decode()
    assert "41B6C4" not in styles
    assert "969696" in styles


def test_a_meeting_that_moved_a_field_by_more_than_five_points_is_explained(result, paper):
    albania = next(part for part in result.public.countries if part.code == "AL")
    row = next(row for row in albania.validation if row.domain == "Field P")
    assert abs(Decimal(row.difference.replace("–", "-"))) > 5
    (words,) = albania.validation_text
    assert words.startswith("In Field P meetings moved the experts' score by +")
    assert "R3 evidence supplied later (five)" in words
    assert words in papers.words(paper)


@pytest.mark.parametrize("write", [write_public, write_consolidated, write_regional])
def test_names_of_any_length_fit_every_file(write, tmp_path):
    long = "A name that goes on & on " * 12
    result = regions.build(dict.fromkeys(regions.SIX, 3), earlier=THREE, decisions=MEETING)
    named = tuple(
        replace(country, name=f"{long}{country.code}") for country in result.framework.countries
    )
    framework = replace(result.framework, title=long, countries=named)
    path = tmp_path / ("report.pdf" if write is write_regional else "book.xlsx")
    write(path, replace(result, framework=framework))
    if write is write_regional:
        assert papers.words(path).count("goes on & on") > 100
    else:
        for sheet in openpyxl.load_workbook(path).worksheets:
            assert "DRAFT" in sheet.oddHeader.right.text


def test_reasons_why_it_is_a_draft_do_not_say_where_experts_are_apart():
    apart = regions.build({**THREE, "RS": 2}, fields=1)
    assert any("a meeting must look at" in words for words in apart.why_not_final)
    status = dict(apart.public.facts)["Status"]
    assert "Experts agree too little in some fields" in status
    assert "P-1" not in status


def test_without_any_score_the_front_page_says_so_once():
    content = regions.build({"AL": 1}).public
    assert content.minute[0] == "Overall: no country has a published score yet."
