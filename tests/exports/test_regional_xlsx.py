"""The coordinator's workbook says what was computed, as text where people typed."""

from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest

from exports.incoming import read_incoming
from exports.regional.check import CHECK
from exports.regional_public_xlsx import write_public
from exports.regional_xlsx import write_consolidated
from exports.workbook.sheets.scores import published_result
from tests.exports import regions
from tests.exports.spreadsheet import differences, needs_libreoffice, recalculated
from wb6assess.exchange.answers import write_document
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer, Document, Identity, Status
from wb6assess.model.framework import Methods, Parameters
from wb6assess.model.vocabulary import Method
from wb6assess.scoring.numbers import published
from wb6assess.session.desk.consolidation import consolidate
from wb6assess.session.desk.intake import collect
from wb6assess.session.samples import sample_answers
from wb6assess.settings import questionnaires_folder

FDI = "fdi-screening"
NASTY = "=HYPERLINK(1)"


@pytest.fixture(scope="module")
def consolidation(tmp_path_factory):
    folder = tmp_path_factory.mktemp("in")
    library = Library(questionnaires_folder())
    instrument = library.instrument(FDI)
    for country in ("AL", "XK"):
        for expert in ("E01", "E02", "E03"):
            answers = sample_answers(instrument, country, expert, 3, library.framework.parameters)
            answers["FDI-1.1"] = Answer(3, justification=NASTY)
            identity = Identity(country, FDI, instrument.version, "2026", expert)
            document = Document(identity, 1, Status.SUBMITTED, answers, sample=True)
            (folder / f"{country}{expert}.json").write_bytes(write_document(document))
    return consolidate(collect([folder], library, read=read_incoming))


@pytest.fixture(scope="module")
def workbook(consolidation, tmp_path_factory) -> Path:
    target = tmp_path_factory.mktemp("out") / "regional.xlsx"
    write_consolidated(target, consolidation)
    return target


def test_the_band_table_shows_published_scores(consolidation, workbook):
    sheet = openpyxl.load_workbook(workbook, data_only=True)["Region"]
    rows = {row[0].value: row for row in sheet.iter_rows(min_row=5, max_row=10)}
    for code, country in consolidation.scores.countries.items():
        published = country.overall.node.published
        expected = ":" if published is None else float(published)
        assert rows[code][4].value == expected
    assert rows["XK"][1].value == "Kosovo*"


def test_typed_text_is_never_a_formula(workbook):
    sheet = openpyxl.load_workbook(workbook)["Ratings"]
    cells = [row[7] for row in sheet.iter_rows(min_row=5) if row[1].value == "FDI-1.1"]
    assert {cell.value for cell in cells} == {NASTY}
    assert {cell.data_type for cell in cells} == {"s"}


def test_every_page_says_that_answers_are_invented(workbook):
    for sheet in openpyxl.load_workbook(workbook).worksheets:
        assert "SAMPLE" in sheet.oddHeader.right.text


def test_no_sheet_is_hidden_and_every_file_is_a_source(consolidation, workbook):
    book = openpyxl.load_workbook(workbook)
    assert {sheet.sheet_state for sheet in book.worksheets} == {"visible"}
    names = [row[0].value for row in book["Sources"].iter_rows(min_row=5)]
    assert names == [report.path.name for report in consolidation.files]


def rows_of(workbook, sheet, first=5):
    cells = openpyxl.load_workbook(workbook, data_only=True)[sheet].iter_rows(
        min_row=first, values_only=True
    )
    return [row for row in cells if row[0]]


def test_every_score_stands_without_each_expert(consolidation, workbook):
    rows = rows_of(workbook, "Without each expert")
    assert [row[2] for row in rows if row[:2] == ("AL", "Overall")] == ["E01", "E02", "E03"]
    for found in consolidation.analysis.without_each_expert("AL", "FDI"):
        shown = next(
            row for row in rows if row[0] == "AL" and row[1] != "Overall" and row[2] == found.expert
        )
        assert shown[3:6] == (
            float(found.official.published), float(found.without.published), float(found.difference),
        )  # fmt: skip


def test_what_moves_a_field_stands_beside_what_moves_the_whole(consolidation, workbook):
    rows = {row[1]: row for row in rows_of(workbook, "Swings") if row[0] == "AL"}
    for swing in consolidation.analysis.swings("AL", "FDI"):
        down, up, _, removed = rows[swing.indicator][8:12]
        assert (down, up) == (float(published(swing.down)), float(published(swing.up)))
        assert removed == (None if swing.removed is None else float(published(swing.removed)))


def test_gains_of_a_field_stand_beside_those_of_the_whole(consolidation, workbook):
    rows = {row[1]: row for row in rows_of(workbook, "Priorities") if row[0] == "AL"}
    for entry in consolidation.analysis.priorities("AL", "FDI"):
        assert rows[entry.indicator][10] == pytest.approx(entry.gain)


def test_the_ten_largest_gains_of_each_score_are_drawn_as_bars(consolidation, workbook):
    rows = rows_of(workbook, "Gap bars")
    gains = [row[6] for row in rows if row[:2] == ("AL", "FDI screening")]
    entries = consolidation.analysis.priorities("AL", "FDI")[:10]
    assert gains == [float(published(entry.gain)) for entry in entries]
    charts = openpyxl.load_workbook(workbook)["Gap bars"]._charts
    assert len(charts) == len({row[:2] for row in rows})


METHODS = {
    "arithmetic": Parameters(),
    "geometric": Parameters(methods=Methods(Method.GEOMETRIC, Method.GEOMETRIC, Method.GEOMETRIC)),
    "weakest link": Parameters(methods=Methods(Method.MIN, Method.MIN, Method.MIN)),
    "evidence cap": Parameters(evidence_mode="cap"),
    "mean of experts": Parameters(consolidation="mean", tau=0.9, provisional=0.95),
}
UNSURE = {f"Agent{n}.AL": ("P-1.1", "P-1.2", "P-1.3", "P-1.4") for n in range(3)}


@needs_libreoffice
@pytest.mark.slow
def test_libreoffice_computes_what_the_app_published(tmp_path):
    results = {}
    for name, parameters in METHODS.items():
        results[f"{name}.xlsx"] = result = regions.build(
            {**dict.fromkeys(regions.SIX, 3), "RS": 0},
            earlier=dict.fromkeys(regions.SIX, 2),
            decisions=(regions.decision("AL", "P-2.1", 50.0), regions.decision("BA", "Q-1.1", 80.0)),
            unsure=UNSURE,
            parameters=parameters,
        )
        write_consolidated(tmp_path / f"{name}.xlsx", result)
    again = recalculated([tmp_path / name for name in results], tmp_path)
    for name, result in results.items():
        computed = openpyxl.load_workbook(again[name], data_only=True)
        compared = 0
        for code, country in result.scores.countries.items():
            shown = {row[0].value: row[7].value for row in computed[code].iter_rows(min_row=6)}
            nodes = {"": country.overall.node}
            nodes |= {key: part.score.node for key, part in country.domains.items()}
            for part in country.domains.values():
                nodes |= part.score.pillars
            shown[""] = computed[code]["H5"].value
            for key, node in nodes.items():
                assert shown[key] == published_result(node), (name, code, key)
                compared += node.published is not None
        assert compared > 30
        assert computed[CHECK]["E2"].value == 0
        assert differences(tmp_path / name, again[name]) == []


def test_a_changed_rating_would_change_the_score(workbook):
    """From the rating over median and pillar to the whole, every step is a formula."""
    book = openpyxl.load_workbook(workbook)
    assert book["Consensus"]["F5"].value.startswith("=MEDIAN('Ratings'!")
    assert book["Consensus"]["E5"].value == "=$F$5"
    formulas = [row[6].value for row in book["AL"].iter_rows(min_row=5)]
    assert sum("SUMPRODUCT" in str(formula) for formula in formulas) > 5
    assert sum("'Consensus'!" in str(formula) for formula in formulas) > 30


def test_parameters_are_named_cells_the_formulas_refer_to(workbook):
    book = openpyxl.load_workbook(workbook)
    assert {"tau", "geo_delta", "cut_good", "borderline", "seed", "mc_B"} <= set(book.defined_names)
    statuses = " ".join(str(row[9].value) for row in book["AL"].iter_rows(min_row=5))
    assert "ROUND(tau,9)" in statuses


def test_the_check_sheet_finds_no_difference(workbook):
    sheet = openpyxl.load_workbook(workbook, data_only=True)[CHECK]
    assert sheet["E2"].value == 0
    rows = list(sheet.iter_rows(min_row=5))
    assert len(rows) > 30
    assert all(row[2].value == row[3].value for row in rows)


def test_decisions_agreement_and_uncertainty_have_their_sheets():
    result = regions.build(
        dict.fromkeys(regions.SIX, 3),
        earlier=dict.fromkeys(regions.SIX, 3),
        decisions=(regions.decision("AL", "P-1.1", 100.0),),
    )
    with TemporaryDirectory() as folder:
        write_consolidated(Path(folder) / "all.xlsx", result)
        book = openpyxl.load_workbook(Path(folder) / "all.xlsx", data_only=True)
    texts = {
        sheet.title: [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]
        for sheet in book.worksheets
    }
    assert "Computed by the app, seed 20240601, 2000 replicates." in " ".join(
        map(str, texts["Robustness"])
    )
    assert regions.REASON in texts["Decisions"]
    assert "R3" in texts["Decisions"]
    assert "Matched change" not in texts["Progress"]
    change = result.analysis.progress.domain("AL", "FIELD-P")
    assert float(change.points) in texts["Progress"]
    low, high = result.analysis.robustness.node("AL").interval
    assert float(published(low)) in texts["Robustness"]
    assert float(published(high)) in texts["Charts"]
    assert len(texts["Swings"]) > 36
    assert "the country" in texts["Priorities"]
    assert "field-p" not in book.sheetnames


def test_a_region_without_any_submission_is_a_workbook_too(tmp_path):
    write_consolidated(tmp_path / "empty.xlsx", regions.build({}))
    write_consolidated(tmp_path / "again.xlsx", regions.build({}))
    assert (tmp_path / "empty.xlsx").read_bytes() == (tmp_path / "again.xlsx").read_bytes()
    write_public(tmp_path / "public.xlsx", regions.build({}))
