"""Files that change under the reader's hands, and names that are no text."""

import json
import os
from pathlib import Path

import pytest

from exports.incoming import read_incoming
from tests.core.session.conftest import QUESTIONNAIRES
from tests.flows.files_in.made import document, run_import
from ui.cli import main
from ui.verbs.outcomes import file_reason
from wb6assess.exchange.answers import write_document
from wb6assess.exchange.incoming import Incoming
from wb6assess.instruments.library import Library
from wb6assess.session.desk.consolidation import collect, consolidate
from wb6assess.session.desk.file_reports import Outcome
from wb6assess.session.workspace import Workspace


def test_a_file_that_vanishes_while_it_is_read_is_refused(library, tmp_path):
    path = tmp_path / "brief.json"
    path.write_bytes(write_document(document(1)))

    def read(place: Path, known: Library) -> Incoming:
        found = read_incoming(place, known)
        place.unlink()
        return found

    (report,) = consolidate(collect([tmp_path], library, read=read), "2026").files
    assert report.outcome is Outcome.REFUSED
    assert "There is no file" in file_reason(report)


def test_a_file_that_changes_while_it_is_read_is_refused(library, tmp_path):
    path = tmp_path / "growing.json"
    path.write_bytes(write_document(document(1)))

    def read(place: Path, known: Library) -> Incoming:
        found = read_incoming(place, known)
        place.write_bytes(place.read_bytes() + b"\n")
        return found

    (file,) = collect([path], library, read=read).files
    assert file.document is None
    assert "changed while it was read" in file_reason(
        consolidate(collect([path], library, read=read), "2026").files[0]
    )


# Names of files.


@pytest.mark.skipif(os.name != "posix", reason="other systems hold names as text")
def test_a_name_that_is_no_text_stops_nothing(tmp_path, capsys, library):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "E01.json").write_bytes(write_document(document(1)))
    odd = {b"\xd8\xe5\xeb\xea.json": write_document(document(2)), b"\xff.json": b"{"}
    for name, content in odd.items():
        (folder / os.fsdecode(name)).write_bytes(content)
    code, told, _ = run_import(tmp_path, capsys, folder)
    assert code == 0
    assert "2 new, 1 refused" in told
    assert r"\xd8\xe5\xeb\xea.json: accepted" in told
    where = ("--questionnaires", str(QUESTIONNAIRES), "--json")
    assert main(["merge", str(folder), "--out", str(tmp_path / "out"), *where]) == 0
    files = json.loads(capsys.readouterr().out)["files"]
    assert {file["outcome"] for file in files} == {"accepted", "refused"}
    with Workspace.open(tmp_path / "desk", library) as workspace:
        (refused,) = workspace.inbox.refusals.standing()
        assert refused.report.path.name == r"\xff.json"


@pytest.mark.skipif(os.name != "posix", reason="other systems refuse such names")
def test_a_name_cannot_write_into_the_list(tmp_path, capsys):
    path = tmp_path / "a\nE99.json: accepted.\x1b[2J\u202e.json"
    path.write_bytes(write_document(document(1)))
    _, told, _ = run_import(tmp_path, capsys, path)
    assert len(told.splitlines()) == 2
    assert "\x1b" not in told
    assert r"a\x0aE99.json: accepted.\x1b[2J\u202e.json: accepted" in told


@pytest.mark.skipif(os.name != "posix", reason="links take a right of their own elsewhere")
def test_a_link_to_a_folder_is_told_and_not_followed(tmp_path, capsys):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "E01.json").write_bytes(write_document(document(1)))
    (folder / "ring").symlink_to(folder)
    code, told, _ = run_import(tmp_path, capsys, folder)
    assert (code, "1 new, 1 refused" in told) == (0, True)
    assert "ring: refused." in told
    assert "it is a link to a folder; add that folder itself" in told
    code, told, _ = run_import(tmp_path, capsys, folder / "ring")  # named, it is that folder
    assert "1 already there" in told
