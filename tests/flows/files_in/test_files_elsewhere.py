"""Files of this program that belong elsewhere: told so, and where."""

import pytest

from tests.flows.files_in.made import document, run_import
from wb6assess.exchange.answers import write_document

NO_ANSWERS = {
    "decisions.json": ('{"format": "wb6assess-decisions/1", "decisions": []}', "--decisions"),
    "queries.wb6q": ('{"format": "wb6assess-queries/1", "queries": []}', "take-return"),
    "P1.wb6part.json": ('{"format": "wb6assess-part/1", "part": {}}', "joins it"),
    "regional.json": ('{"format": "wb6assess-consolidation/1"}', "holds no expert's answers"),
}


@pytest.mark.parametrize("name", NO_ANSWERS)
def test_a_named_file_that_belongs_elsewhere_is_refused_and_says_where(tmp_path, capsys, name):
    content, where = NO_ANSWERS[name]
    (tmp_path / name).write_text(content)
    code, told, _ = run_import(tmp_path, capsys, tmp_path / name)
    assert code == 1
    assert f"{name}: refused." in told
    assert where in told


def test_in_a_folder_what_belongs_elsewhere_has_its_line_and_stops_nothing(tmp_path, capsys):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "E01.json").write_bytes(write_document(document(1)))
    for name, (content, _) in NO_ANSWERS.items():
        (folder / name).write_text(content)
    code, told, _ = run_import(tmp_path, capsys, folder)
    assert code == 0
    lines = told.splitlines()
    for name in ("decisions.json", "queries.wb6q", "P1.wb6part.json"):
        (line,) = [line for line in lines if name in line and "not-a-submission" in line]
        assert NO_ANSWERS[name][1] in line
    assert "1 other file holds no expert's answers: 1 .json. Passed over." in lines
    assert "1 new, 4 passed over" in told


def test_an_import_that_could_take_nothing_fails_whatever_else_lay_there(tmp_path, capsys):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "broken.json").write_text("{")
    (folder / "letter.pdf").write_bytes(b"%PDF-1.4")
    code, _, said = run_import(tmp_path, capsys, folder)
    assert (code, "No file could be taken in" in said) == (1, True)
