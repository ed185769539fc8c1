"""Many files are read by several processes, with the same result as one after the other."""

import json
import subprocess
import sys

import pytest

from exports.incoming import read_incoming
from wb6assess.errors import Cancelled, ErrorCode, FileError
from wb6assess.exchange.answers import document_as_json
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer, Document, Identity, Status
from wb6assess.session.desk import many_files
from wb6assess.session.desk.intake import collect
from wb6assess.settings import questionnaires_folder


@pytest.fixture
def library():
    return Library(questionnaires_folder())


@pytest.fixture
def folder(tmp_path, library):
    for number in range(9):
        identity = Identity("AL", "fdi-screening", "2026.1", "2026", f"E{number:02}")
        document = Document(identity, 1, Status.SUBMITTED, {"FDI-1.1": Answer(number % 6)})
        text = json.dumps(document_as_json(document))
        (tmp_path / f"e{number}.json").write_text(text, encoding="utf-8")
    (tmp_path / "torn.json").write_text("{", encoding="utf-8")
    (tmp_path / "empty.xlsx").write_bytes(b"")
    return tmp_path


def told(collection):
    return [
        (file.path, file.document, file.content_hash, file.sha256, str(file.error), file.is_submission)
        for file in collection.files
    ]


def test_several_processes_find_what_one_finds(folder, library, monkeypatch):
    alone = collect([folder], library, read=read_incoming)
    monkeypatch.setattr(many_files, "WORTH_IT", 1)
    together = collect([folder], library, read=read_incoming)
    assert told(together) == told(alone)
    assert sum(file.document is not None for file in together.files) == 9


class StopAtThird:
    def step(self, done, total, what=""):
        if done == 3:
            raise Cancelled


def test_reading_by_several_processes_can_be_stopped(folder, library, monkeypatch):
    monkeypatch.setattr(many_files, "WORTH_IT", 1)
    with pytest.raises(Cancelled):
        collect([folder], library, StopAtThird(), read=read_incoming)


def test_an_error_from_another_process_says_the_same():
    import pickle

    error = FileError(ErrorCode.WORKBOOK_PROBLEMS, path="a.xlsx", count=2, problems=("A1", "B2"))
    back = pickle.loads(pickle.dumps(error))
    assert (type(back), str(back), back.problems) == (FileError, str(error), error.problems)


def test_reading_files_needs_no_database():
    code = (
        "import sys, exports.incoming, exports.workbook_reader, wb6assess.session.desk.intake\n"
        "sys.exit('sqlalchemy' in sys.modules or 'PySide6' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
