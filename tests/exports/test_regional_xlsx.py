"""The coordinator's workbook says what was computed, as text where people typed."""

import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from exports.incoming import read_submission
from exports.regional_xlsx import write_consolidated
from wb6assess.exchange.answers import write_document
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer, Document, Identity, Status
from wb6assess.session.consolidation import consolidate
from wb6assess.session.intake import collect
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
    return consolidate(collect([folder], library, read=read_submission))


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


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_computes_the_same_medians(workbook, tmp_path):
    profile = (tmp_path / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "ods"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(workbook)], check=True, capture_output=True)
    back = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "xlsx"]
    out = tmp_path / "back"
    subprocess.run(
        [*back, "--outdir", str(out), str(tmp_path / "regional.ods")], check=True, capture_output=True
    )
    ours = openpyxl.load_workbook(workbook, data_only=True)["Consensus"]
    theirs = openpyxl.load_workbook(out / "regional.xlsx", data_only=True)["Consensus"]
    compared = 0
    for mine, other in zip(ours.iter_rows(min_row=5), theirs.iter_rows(min_row=5), strict=False):
        assert (mine[1].value, mine[5].value) == (other[1].value, other[5].value)
        compared += mine[5].value is not None
    assert compared > 50
