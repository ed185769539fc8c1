"""Fifty good files among twenty bad ones: the good are taken, each bad one is explained."""

import json
import os
import shutil
import unicodedata
import zipfile
from pathlib import Path

import pytest

from exports.incoming import read_incoming
from tests.core.session.conftest import QUESTIONNAIRES
from tests.flows.files_in.made import NAMES, document, workbook
from ui.cli import main
from ui.verbs.outcomes import file_reason, summary_line
from wb6assess.exchange.answers import write_document
from wb6assess.exchange.package import write_package
from wb6assess.model.assessment import Status
from wb6assess.session.desk.consolidation import collect, consolidate
from wb6assess.session.desk.file_reports import FileReport, Outcome
from wb6assess.session.workspace import Workspace


@pytest.fixture(scope="module")
def good(tmp_path_factory, library):
    """Fifty submissions of every kind, in two folders; names in two forms of Unicode."""
    folder = tmp_path_factory.mktemp("good") / "from mail"
    (folder / "AL").mkdir(parents=True)
    for number in range(50):
        name = unicodedata.normalize("NFD" if number % 2 else "NFC", f"{NAMES[number % 3]} {number}")
        place = folder / "AL" if number % 5 else folder
        item = document(number, "AL" if number < 30 else "XK", expert=f"E{number % 30:02}")
        if number % 10 == 0:
            write_package(place / f"{name}.wb6", item, {})
        elif number % 3 == 0:
            workbook(place / f"{name}.xlsx", item, library)
        else:
            (place / f"{name}.json").write_bytes(write_document(item))
    return folder


def changed(item, **header):
    raw = json.loads(write_document(item))
    raw["assessment"] |= header
    return json.dumps(raw, ensure_ascii=False).encode()


def make_bad(folder, library):
    """Twenty files that must not be taken; gives name -> outcome and a word of the explanation."""
    whole = workbook(folder / "whole.xlsx", document(70), library)
    data = whole.read_bytes()
    whole.unlink()
    ole = bytes.fromhex("D0CF11E0A1B11AE1")
    bad = {
        "truncated.xlsx": (data[: len(data) // 2], "refused", "complete"),
        "truncated.json": (write_document(document(71))[:-40], "refused", "ends too early"),
        "encrypted by Excel.xlsx": (ole + bytes(4000), "refused", "password"),
        "renamed.xlsx": (ole + b"Workbook" + bytes(2000), "refused", "old .xls format"),
        "zero.xlsx": (b"", "refused", "empty"),
        "picture.xlsx": (b"\x89PNG\r\n\x1a\n" + bytes(100), "refused", "another kind"),
        "wrong instrument.json": (changed(document(72), instrument="no-such"), "refused", "no-such"),
        "wrong version.json": (changed(document(73), instrument_version="1999.1"), "refused", "1999.1"),
        "edited identity.json": (changed(document(74), expert="Ana Anić"), "refused", "expert code"),
        "edited level.json": (
            write_document(document(75)).replace(b'"value": 3', b'"value": 9'),
            "refused",
            "not a level",
        ),
        "unknown country.json": (changed(document(76), country="DE"), "unknown-country", "DE"),
        "other round.json": (changed(document(77), round="2031"), "other-round", "2031"),
        "draft.json": (write_document(document(78, status=Status.DRAFT)), "draft", "hand it in"),
        "same content.json": (write_document(document(1)), "already-there", "counted once"),
    }
    said = {}
    for name, (content, outcome, word) in bad.items():
        (folder / name).write_bytes(content)
        said[name] = (outcome, word)
    with zipfile.ZipFile(folder / "password.wb6", "w") as archive:
        archive.writestr("manifest.json", "{}")
    locked = bytearray((folder / "password.wb6").read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(mark) + place] |= 1  # the bit that says: encrypted
    (folder / "password.wb6").write_bytes(bytes(locked))
    said["password.wb6"] = ("refused", "password")
    with (folder / "huge.xlsx").open("wb") as stream:
        stream.write(b"PK\x03\x04")
        stream.truncate(300_000_000)
    said["huge.xlsx"] = ("refused", "large")
    (folder / "directory.xlsx").mkdir()
    said["directory.xlsx"] = ("refused", "folder")
    (folder / "vanished.xlsx").symlink_to(folder / "nowhere.xlsx")
    said["vanished.xlsx"] = ("refused", "There is no file")
    (folder / "no permission.xlsx").symlink_to("no permission.xlsx")  # a ring: even root may not read it
    said["no permission.xlsx"] = ("refused", "read")
    tampered = folder / "tampered.wb6"
    write_package(tampered, document(79), {})
    with zipfile.ZipFile(tampered) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["answers.json"] = parts["answers.json"].replace(b"Reason", b"Raison")
    with zipfile.ZipFile(tampered, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    said["tampered.wb6"] = ("refused", "changed")
    return said


@pytest.fixture
def mixed(good, library, tmp_path):
    folder = shutil.copytree(good, tmp_path / "mixed")
    said = make_bad(folder, library)
    assert len(said) == 20
    return folder, said


def state_of(folder):
    return {
        path.relative_to(folder): (path.lstat().st_size, path.lstat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
    }


def check(files, said):
    counted = [report for report in files if report.outcome.counted]
    assert len(counted) == 50
    assert not any(report.remarks for report in counted)
    others = {report.path.name: report for report in files if not report.outcome.counted}
    # Of two files of one content either may be the one that counts.
    others.pop("same content.json", None) or others.popitem()
    wanted = {name: told for name, told in said.items() if name != "same content.json"}
    assert {name: report.outcome.value for name, report in others.items()} == {
        name: outcome for name, (outcome, _) in wanted.items()
    }
    for name, (_, word) in wanted.items():
        reason = file_reason(others[name])
        assert word in reason, (name, reason)
        assert "\n" not in reason


def test_an_import_takes_fifty_and_explains_twenty(mixed, library, tmp_path):
    folder, said = mixed
    before = state_of(folder)
    with Workspace.open(tmp_path / "desk", library) as workspace:
        look = workspace.inbox.look([folder], read_incoming)
        assert workspace.inbox.intakes() == []
        taken = workspace.inbox.take_in([folder], read_incoming)
        assert [report.outcome for report in look.files] == [report.outcome for report in taken.files]
        check(taken.files, said)
        assert len(workspace.inbox.consolidate("2026").effective) == 50
        (intake,) = workspace.inbox.intakes()
        # Drafts, other rounds and countries are kept and listed, too.
        assert intake.files == 54
        kept = [path for path in (tmp_path / "desk" / "attachments").rglob("*") if path.is_file()]
        refused = {report.path.name for report in taken.files if report.outcome is Outcome.REFUSED}
        assert {item.report.path.name for item in workspace.inbox.refusals.standing()} == refused
        assert len(kept) == len({report.sha256 for report in taken.files if report.document})
    assert state_of(folder) == before


def test_a_merge_takes_the_same_fifty(mixed, good, library):
    folder, said = mixed
    result = consolidate(collect([folder], library, read=read_incoming), "2026")
    check(result.files, said)
    clean = consolidate(collect([good], library, read=read_incoming), "2026")
    assert result.scores == clean.scores


def test_the_command_line_says_one_line_for_each(mixed, tmp_path, capsys):
    folder, _ = mixed
    where = ("--workspace", str(tmp_path / "desk"), "--questionnaires", str(QUESTIONNAIRES))
    assert main(["import", str(folder), *where, "--json"]) == 0
    document_ = json.loads(capsys.readouterr().out)
    assert len(document_["files"]) == 70
    assert document_["counts"]["accepted"] == 50
    assert all(file["reason"] for file in document_["files"])


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_nobody_may_read_is_explained(good, library, tmp_path):
    folder = shutil.copytree(good, tmp_path / "mixed")
    path = next(folder.glob("*.json"))
    path.chmod(0)
    files = collect([folder], library, read=read_incoming).files
    assert sum(file.document is not None for file in files) == 49


def test_the_summary_counts_in_plain_words():
    outcomes = [Outcome.ACCEPTED] * 3 + [Outcome.SUPERSEDES] * 2 + [Outcome.CONFLICT, Outcome.REFUSED]
    reports = [FileReport(Path("x"), outcome) for outcome in outcomes]
    assert summary_line(reports) == "3 new, 2 newer revisions, 1 file in conflict, 1 refused"
    assert {
        outcome for outcome in Outcome if not summary_line([FileReport(Path("x"), outcome)])
    } == set()
