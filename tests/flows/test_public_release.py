"""All public files of one release together: nobody is named, hidden figures are hidden everywhere."""

import csv

import pytest
from openpyxl import load_workbook

from tests.exports import regions
from tests.exports.leaks import leaked, secrets
from ui.verbs.regional import RegionalFile, left_from_before, write_regional_files
from wb6assess.errors import Cancelled, ExportError
from wb6assess.session.desk.consolidation import Consolidation

FEW = {"AL": 4, "BA": 3, "ME": 2, "MK": 3, "RS": 3, "XK": 1}
PUBLIC = tuple(kind for kind in RegionalFile if kind.public)
PRIVATE = tuple(kind for kind in RegionalFile if not kind.public)


def drawn() -> Consolidation:
    return regions.build(FEW, decisions=(regions.decision("AL", "P-1.1", 80.0),))


@pytest.fixture(scope="module")
def release(tmp_path_factory):
    """Every kind of file of one release, each written alone, with what it was made from."""
    result = drawn()
    folder = tmp_path_factory.mktemp("release")
    return result, {
        kind: write_regional_files(folder / "new" / kind.value, result, wanted=[kind])[1]
        for kind in RegionalFile
    }


def test_no_public_file_names_an_expert_or_repeats_a_word(release):
    result, written = release
    hidden = secrets(result, digests=False)
    found = {path.name: leaked(path, hidden) for kind in PUBLIC for path in written[kind]}
    assert {name: what for name, what in found.items() if what} == {}


def test_the_scanner_finds_what_the_coordinators_files_hold(release):
    result, written = release
    hidden = secrets(result, digests=False)
    for kind in PRIVATE:
        assert any(leaked(path, hidden) for path in written[kind]), kind


def test_tables_and_workbook_show_and_hide_the_same_scores(release):
    _, written = release
    (path,) = [path for path in written[RegionalFile.PUBLIC_TIDY] if path.name == "scores.csv"]
    with path.open(encoding="utf-8", newline="") as stream:
        overall = {
            row["country"]: row["published"]
            for row in csv.DictReader(stream)
            if row["kind"] == "overall"
        }
    cells = {
        str(cell.value)
        for sheet in load_workbook(written[RegionalFile.PUBLIC][0], read_only=True)
        for row in sheet.iter_rows()
        for cell in row
    }
    assert overall["XK"] == ""
    for code, value in overall.items():
        if value:
            assert value in cells or value.removesuffix(".0") in cells, code


def test_each_kind_can_be_written_alone_into_a_new_folder(release):
    _, written = release
    for kind, paths in written.items():
        assert paths, kind
        assert all(path.is_file() for path in paths)
        assert not [path for path in paths[0].parent.iterdir() if path.name.startswith(".wb6-")]


def test_a_stopped_release_leaves_the_earlier_one_whole(tmp_path):
    class Stop:
        def step(self, done, total, what=""):
            if done == 2:
                raise Cancelled

    (tmp_path / "regional_2026.xlsx").write_bytes(b"earlier")
    with pytest.raises(Cancelled):
        write_regional_files(tmp_path, drawn(), Stop())
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "regional_2026.xlsx": b"earlier"
    }


def test_a_file_that_cannot_take_its_place_stops_the_whole_release(tmp_path):
    (tmp_path / "regional_2026.json").mkdir()
    wanted = [RegionalFile.PUBLIC_TIDY, RegionalFile.DATA]
    with pytest.raises(ExportError) as caught:
        write_regional_files(tmp_path, drawn(), wanted=wanted)
    assert caught.value.facts["path"] == tmp_path / "regional_2026.json"
    assert [path.name for path in tmp_path.iterdir()] == ["regional_2026.json"]


def test_what_an_earlier_run_left_is_named_and_stays(tmp_path):
    briefs = tmp_path / "briefs_2026"
    for left in (briefs / "brief_ZZ_2026.docx", tmp_path / "regional_2026.pdf"):
        left.parent.mkdir(exist_ok=True)
        left.write_bytes(b"earlier")
    for other in (briefs / "notes.docx", briefs / "brief_AL_2025.docx", tmp_path / "regional_2025.pdf"):
        other.write_bytes(b"not of this round, or not ours")
    (tmp_path / "data_2026").mkdir()
    wanted = [RegionalFile.BRIEFS, RegionalFile.DATA]
    written = write_regional_files(tmp_path, drawn(), wanted=wanted)[1]
    assert left_from_before(tmp_path, "2026", written) == [
        tmp_path / "regional_2026.pdf",
        briefs / "brief_ZZ_2026.docx",
        tmp_path / "data_2026",
    ]
    assert (briefs / "brief_ZZ_2026.docx").read_bytes() == b"earlier"


def test_a_new_folder_holds_nothing_of_an_earlier_run(tmp_path):
    written = write_regional_files(tmp_path, drawn())[1]
    assert left_from_before(tmp_path, "2026", written) == []
