"""backup, restore, doctor: nothing is lost, and what is wrong is said in one line each."""

import hashlib
import json
import sqlite3
import zipfile
from pathlib import Path

import pytest

from ui.cli import main
from ui.verbs.upkeep import LINES, line
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer, Evidence
from wb6assess.session import doctor as looks
from wb6assess.session.doctor import Finding, Look, Verdict
from wb6assess.session.workspace import Workspace
from wb6assess.store import attachments

QUESTIONNAIRES = Path(__file__).parents[1] / "data" / "drawn-questionnaires"
BYTES = b"%PDF-1.7 a law"
DIGEST = hashlib.sha256(BYTES).hexdigest()
NEW = {"country": "XK", "instrument": "drawn", "expert": "E01", "round": "2026"}


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "workspace"


@pytest.fixture
def run(folder, capsys):
    """Run one verb; returns exit code, standard output, standard error."""

    def call(*arguments: object) -> tuple[int, str, str]:
        given = (*arguments, "--workspace", folder, "--questionnaires", QUESTIONNAIRES)
        code = main([str(argument) for argument in given])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


def opened(folder) -> Workspace:
    return Workspace.open(folder, Library(QUESTIONNAIRES))


@pytest.fixture
def filled(folder, tmp_path):
    """A workspace with one answer and one attached file; closed."""
    law = tmp_path / "law.pdf"
    law.write_bytes(BYTES)
    with opened(folder) as workspace:
        assessment = workspace.open_assessment(workspace.new(**NEW))
        kept = assessment.attach(law)
        piece = Evidence("law", file=kept.file, sha256=kept.sha256)
        assessment.record("DRW-1.1", Answer(2, evidence=(piece,)))
    return folder


def database(folder) -> Path:
    return folder / "wb6assess.sqlite3"


def findings(run, code=0) -> dict[str, tuple[str, str]]:
    got, out, _ = run("doctor", "--json")
    assert got == code, out
    said = json.loads(out)["findings"]
    return {item["look"]: (item["verdict"], item["line"]) for item in said}


def test_all_is_well_with_a_workspace_in_use(run, filled):
    found = findings(run)
    assert list(found) == [look.value for look in Look]
    assert {verdict for verdict, _ in found.values()} <= {"fine", "advice"}
    assert "Assessments: 1;" in found["database"][1]
    assert "(1)" in found["attachments"][1]
    assert found["orphans"] == ("fine", "Attached files that nothing names any more: 0 (0.0 MB).")


def test_doctor_changes_nothing_and_needs_no_lock(run, filled):
    with opened(filled):
        before = {path: path.read_bytes() for path in filled.rglob("*") if path.is_file()}
        assert run("doctor")[0] == 0
        after = {path: path.read_bytes() for path in filled.rglob("*") if path.is_file()}
    assert {path.name for path in after} == {path.name for path in before}
    assert after[database(filled)] == before[database(filled)]


def test_a_folder_without_data_is_no_fault_and_is_not_made(run, folder):
    found = findings(run)
    assert found["workspace"] == ("fine", f"There are no data in {folder} yet.")
    assert not folder.exists()


def test_a_damaged_database_is_said_to_be_damaged_and_left_alone(run, filled):
    data = bytearray(database(filled).read_bytes())
    data[5000:30000] = b"\xa5" * 25000
    database(filled).write_bytes(data)
    code, out, err = run("doctor")
    assert code == 1
    assert "Not all is well" in err
    assert any(text.startswith("fault") and "database" in text for text in out.splitlines())
    assert database(filled).read_bytes() == data


def test_a_foreign_file_under_the_databases_name_is_named(run, folder):
    folder.mkdir()
    database(folder).write_text("something else entirely")
    assert findings(run, 1)["database"][0] == "fault"


def test_a_missing_database_with_backups_is_a_fault(run, filled):
    with opened(filled) as workspace:
        workspace.backup_now()
    database(filled).unlink()
    assert findings(run, 1)["workspace"][0] == "fault"


def test_rows_that_point_to_nothing_are_counted(run, filled):
    raw = sqlite3.connect(database(filled))
    raw.execute("PRAGMA foreign_keys = OFF")
    raw.execute("INSERT INTO flag VALUES ('nobody', 'DRW-1.1')")
    raw.commit()
    raw.close()
    verdict, text = findings(run, 1)["references"]
    assert (verdict, "nothing: 1." in text) == ("fault", True)


@pytest.mark.parametrize(
    ("version", "verdict", "says"),
    [("9999", "fault", "newer"), ("0001", "fine", "earlier")],
)
def test_tables_of_another_version_are_said_to_be_so(run, filled, version, verdict, says):
    raw = sqlite3.connect(database(filled))
    raw.execute("UPDATE alembic_version SET version_num = ?", (version,))
    raw.commit()
    raw.close()
    found = findings(run, 1 if verdict == "fault" else 0)["tables"]
    assert found[0] == verdict
    assert says in found[1]


def test_missing_and_changed_attachments_are_faults(run, filled):
    place = filled / "attachments" / DIGEST[:2] / DIGEST
    place.write_bytes(b"changed")
    assert "changed: 1" in findings(run, 1)["attachments"][1]
    place.unlink()
    assert "missing: 1" in findings(run, 1)["attachments"][1]


def test_files_nothing_names_are_advice_but_not_those_undo_may_bring_back(run, filled, tmp_path):
    (tmp_path / "stray.pdf").write_bytes(b"stray")
    with opened(filled) as workspace:
        (info,) = workspace.assessments()
        assessment = workspace.open_assessment(info.id)
        assessment.record("DRW-1.1", Answer(2))
        assessment.attach(tmp_path / "stray.pdf")
    verdict, text = findings(run)["orphans"]
    assert (verdict, "any more: 1 " in text) == ("advice", True)
    assert len(attachments.AttachmentFolder(filled).kept()) == 2


def test_a_full_disk_is_said_before_it_hurts(run, filled, monkeypatch):
    monkeypatch.setattr(looks, "LITTLE_BYTES", 10**18)
    assert findings(run)["disk"][0] == "advice"
    monkeypatch.setattr(looks, "TOO_LITTLE_BYTES", 10**18)
    assert findings(run, 1)["disk"][0] == "fault"


def test_questionnaires_that_cannot_be_read_are_faults(filled, tmp_path, capsys):
    folder = tmp_path / "other"
    (folder / "drawn").mkdir(parents=True)
    framework = (QUESTIONNAIRES / "framework.yaml").read_text(encoding="utf-8")
    (folder / "framework.yaml").write_text(framework, encoding="utf-8")
    (folder / "drawn" / "instrument.yaml").write_text("no longer readable: [")
    code = main(["doctor", "--workspace", str(filled), "--questionnaires", str(folder)])
    assert code == 1
    assert "fault" in capsys.readouterr().out


@pytest.mark.parametrize("key", LINES, ids=lambda key: "-".join(filter(None, key)))
def test_every_line_can_be_said(key):
    names = ["path", "assessments", "received", "size_mb", "problem", "count", "found"]
    names += ["newest", "missing", "changed", "free_mb", "versions"]
    text = line(Finding(key[0], Verdict.FAULT, key[1], dict.fromkeys(names, ("x",))))
    assert text.endswith(".")
    assert "{" not in text


def test_a_backup_brings_answers_and_attachments_back_elsewhere(run, filled, tmp_path, capsys):
    target = tmp_path / "copy.wb6backup"
    code, out, _ = run("backup", target, "--json")
    assert (code, json.loads(out)["attachments"]) == (0, 1)
    with zipfile.ZipFile(target) as archive:
        assert sorted(archive.namelist()) == [f"attachments/{DIGEST}", "wb6assess.sqlite3"]
    elsewhere = tmp_path / "elsewhere"
    assert main(["restore", str(target), "--workspace", str(elsewhere)]) == 0
    assert "stood there" not in capsys.readouterr().out
    with opened(elsewhere) as workspace:
        (info,) = workspace.assessments()
        assessment = workspace.open_assessment(info.id)
        assert assessment.answer("DRW-1.1").value == 2
        assert assessment.attachment_path(DIGEST).read_bytes() == BYTES


def test_a_backup_is_made_while_the_workspace_is_open(run, filled, tmp_path):
    with opened(filled) as workspace:
        (info,) = workspace.assessments()
        workspace.open_assessment(info.id).record("DRW-2.2", Answer(30))
        assert run("backup", tmp_path / "copy.wb6backup")[0] == 0
        assert run("restore", tmp_path / "copy.wb6backup")[0] == 1
        assert workspace.backup_now(tmp_path / "second.wb6backup").is_file()
    assert main(["restore", str(tmp_path / "copy.wb6backup"), "--workspace", str(tmp_path / "e")]) == 0
    with opened(tmp_path / "e") as workspace:
        (info,) = workspace.assessments()
        assert workspace.open_assessment(info.id).answer("DRW-2.2") == Answer(30)


def test_restoring_keeps_the_database_that_stood_there(run, filled, tmp_path):
    run("backup", tmp_path / "copy.wb6backup")
    with opened(filled) as workspace:
        workspace.new(**{**NEW, "expert": "E02"})
    code, out, _ = run("restore", tmp_path / "copy.wb6backup")
    assert code == 0
    with opened(filled) as workspace:
        assert [info.identity.expert for info in workspace.assessments()] == ["E01"]
    (replaced,) = filled.glob("wb6assess.replaced-*.sqlite3")
    assert replaced.name in out
    raw = sqlite3.connect(replaced)
    assert raw.execute("SELECT count(*) FROM assessment").fetchone() == (2,)
    raw.close()


def test_a_daily_copy_can_be_restored_too(run, filled):
    with opened(filled) as workspace:
        copy = workspace.backup_now()
        assert workspace.backups()[0] == copy
        workspace.new(**{**NEW, "expert": "E02"})
    assert run("restore", copy)[0] == 0
    with opened(filled) as workspace:
        assert len(workspace.assessments()) == 1


def test_a_backup_does_not_lie_in_the_data_folder(run, filled):
    for target in (database(filled), filled / "copy.wb6backup"):
        before = database(filled).read_bytes()
        code, _, err = run("backup", target)
        assert (code, "lost together" in err) == (1, True)
        assert database(filled).read_bytes() == before
    assert not (filled / "copy.wb6backup").exists()


def test_without_data_there_is_nothing_to_back_up(run, tmp_path):
    assert run("backup", tmp_path / "copy.wb6backup")[0] == 1
    assert not (tmp_path / "copy.wb6backup").exists()


def _with_parts(source: Path, target: Path, change) -> Path:
    with zipfile.ZipFile(source) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target


@pytest.mark.parametrize(
    "change",
    [
        lambda parts: parts.pop("wb6assess.sqlite3"),
        lambda parts: parts.update({"../outside": b"x"}),
        lambda parts: parts.update({f"attachments/../{DIGEST}": b"x"}),
        lambda parts: parts.update({f"attachments/{DIGEST}": b"another file"}),
        lambda parts: parts.update({"wb6assess.sqlite3": b"no database"}),
        lambda parts: parts.update({"wb6assess.sqlite3": parts["wb6assess.sqlite3"][:9000]}),
    ],
    ids=["no database", "path", "path in folder", "changed file", "foreign", "cut off"],
)
def test_a_hostile_or_damaged_backup_changes_nothing(run, filled, tmp_path, change):
    run("backup", tmp_path / "good.wb6backup")
    bad = _with_parts(tmp_path / "good.wb6backup", tmp_path / "bad.wb6backup", change)
    (filled / "attachments" / DIGEST[:2] / DIGEST).unlink()  # so that it would be taken
    before = database(filled).read_bytes()
    code, out, err = run("restore", bad)
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert database(filled).read_bytes() == before
    assert not list(filled.glob("*replaced*"))
    assert not list(filled.glob(".wb6-*"))
    assert attachments.AttachmentFolder(filled).kept() == ()
    assert not (tmp_path / "outside").exists()


def test_files_that_are_no_backup_are_refused(run, filled, tmp_path):
    (tmp_path / "notes.txt").write_text("notes")
    (tmp_path / "bomb.wb6backup").write_bytes(b"PK\x03\x04 cut off")
    for name in ("notes.txt", "bomb.wb6backup", "nothing.wb6backup", ""):
        assert run("restore", tmp_path / name)[0] == 1
    with opened(filled) as workspace:
        assert len(workspace.assessments()) == 1


def test_a_database_on_a_server_is_not_copied_as_a_file(run, filled, tmp_path, monkeypatch):
    monkeypatch.setenv("WB6ASSESS_DATABASE_URL", "postgresql://host/base")
    code, _, err = run("backup", tmp_path / "copy.wb6backup")
    assert (code, "server" in err) == (1, True)
