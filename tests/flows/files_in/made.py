"""Files of experts, as they come in."""

from datetime import UTC, datetime

import openpyxl

from exports.assessment_xlsx import write_workbook
from exports.incoming import read_incoming
from tests.core.session.conftest import QUESTIONNAIRES
from ui.cli import main
from wb6assess.exchange.digest import content_hash
from wb6assess.model.assessment import Answer, Document, Identity, Status
from wb6assess.reports.assessment import assessment_report
from wb6assess.session.desk.consolidation import collect, consolidate

NAMES = ("Šćekić", "Çela", "Ђурић")


def document(number, country="AL", **more):
    key = Identity(country, "drawn", "2026.1", "2026", more.pop("expert", f"E{number:02}"))
    answers = {
        "DRW-1.1": Answer(number % 6, justification=f"Reason {number} of {NAMES[number % 3]}."),
        "DRW-2.2": Answer(str(number + 0.5)),
    }
    at = datetime(2026, 11, 1, tzinfo=UTC)
    return Document(key, 1, more.pop("status", Status.SUBMITTED), answers, updated_at=at, **more)


def workbook(path, item, library):
    instrument = library.instrument("drawn")
    report = assessment_report(library.framework, instrument, item, content_hash(item))
    write_workbook(path, report)
    return path


def settled(library, folder):
    return {
        report.path.name: report
        for report in consolidate(collect([folder], library, read=read_incoming), "2026").files
    }


def run_import(tmp_path, capsys, *paths):
    where = ("--workspace", str(tmp_path / "desk"), "--questionnaires", str(QUESTIONNAIRES))
    code = main(["import", *map(str, paths), *where])
    said = capsys.readouterr()
    return code, said.out, said.err


def typed(path, sheet, old, new):
    """Replace what stands in a cell, as a spreadsheet program would."""
    book = openpyxl.load_workbook(path)
    cells = [cell for row in book[sheet].iter_rows() for cell in row if cell.value == old]
    assert cells
    cells[0].value = new
    book.save(path)
