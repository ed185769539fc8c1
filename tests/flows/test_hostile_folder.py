"""Fifty good files among twenty bad ones: the good are taken, each bad one is explained."""

import json
import os
import shutil
import unicodedata
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

from exports.assessment_xlsx import write_workbook
from exports.incoming import read_incoming
from tests.core.session.conftest import QUESTIONNAIRES
from ui.cli import main
from ui.verbs.outcomes import file_reason, summary_line
from wb6assess.exchange.answers import write_document
from wb6assess.exchange.digest import content_hash
from wb6assess.exchange.incoming import Incoming
from wb6assess.exchange.package import write_package
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer, Document, Identity, Status
from wb6assess.reports.assessment import assessment_report
from wb6assess.session.consolidation import collect, consolidate
from wb6assess.session.file_reports import FileReport, Oddity, Outcome
from wb6assess.session.workspace import Workspace

NAMES = ("Šćekić", "Çela", "Ђурић")


@pytest.fixture(scope="module")
def library():
    return Library(QUESTIONNAIRES)


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


# Odd, but no reason to refuse.


def settled(library, folder):
    return {
        report.path.name: report
        for report in consolidate(collect([folder], library, read=read_incoming), "2026").files
    }


def long_answers(number):
    return {
        "DRW-1.1": Answer(number),
        "DRW-1.2": Answer("yes"),
        "DRW-2.1": Answer(("letters",)),
        "DRW-2.2": Answer("12.5"),
        "DRW-C1": Answer("Anything else."),
    }


def test_one_code_in_two_countries_are_two_experts(library, tmp_path):
    for country in ("AL", "XK"):
        item = document(1 + len(country + country[0] * (country == "XK")), country, expert="E01")
        (tmp_path / f"{country}.json").write_bytes(write_document(item))
    reports = settled(library, tmp_path)
    assert {report.outcome for report in reports.values()} == {Outcome.ACCEPTED}
    assert not any(report.remarks for report in reports.values())


def test_the_same_answers_under_another_name_are_remarked(library, tmp_path, monkeypatch):
    monkeypatch.setattr("wb6assess.session.settling._ENOUGH_TO_COMPARE", 5)
    base = document(1)
    for name, country, expert, level in (
        ("one", "AL", "E01", 3),
        ("two", "XK", "E01", 3),
        ("three", "AL", "E03", 4),
    ):
        key = replace(base.identity, country=country, expert=expert)
        item = replace(base, identity=key, answers=long_answers(level))
        (tmp_path / f"{name}.json").write_bytes(write_document(item))
    reports = settled(library, tmp_path)
    assert reports["three.json"].remarks == ()
    (remark,) = reports["two.json"].remarks
    assert (remark.oddity, remark.facts) == (Oddity.SAME_ANSWERS, {"others": "one.json"})
    assert "one.json" in file_reason(reports["two.json"])


def test_a_time_still_to_come_is_remarked_and_decides_nothing(library, tmp_path):
    early = document(1)
    late = replace(early, updated_at=datetime(2126, 1, 1, tzinfo=UTC))
    second = replace(early, revision=2)
    (tmp_path / "late.json").write_bytes(write_document(late))
    (tmp_path / "second.json").write_bytes(write_document(second))
    reports = settled(library, tmp_path)
    assert reports["late.json"].outcome is Outcome.SUPERSEDED
    assert "2126-01-01" in file_reason(reports["late.json"])
    assert reports["second.json"].outcome is Outcome.SUPERSEDES


def test_composed_and_decomposed_texts_are_one_content(library, tmp_path):
    item = document(1)
    for form in ("NFC", "NFD"):
        text = unicodedata.normalize(form, write_document(item).decode())
        name = unicodedata.normalize(form, "Šćekić.json")
        folder = tmp_path / form
        folder.mkdir()
        (folder / name).write_text(text, "utf-8")
    reports = consolidate(collect([tmp_path], library, read=read_incoming), "2026").files
    assert sorted(report.outcome for report in reports) == [Outcome.ACCEPTED, Outcome.ALREADY_THERE]


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


# Files of this program that belong elsewhere.

NO_ANSWERS = {
    "decisions.json": ('{"format": "wb6assess-decisions/1", "decisions": []}', "--decisions"),
    "queries.wb6q": ('{"format": "wb6assess-queries/1", "queries": []}', "take-return"),
    "P1.wb6part.json": ('{"format": "wb6assess-part/1", "part": {}}', "joins it"),
    "regional.json": ('{"format": "wb6assess-consolidation/1"}', "holds no expert's answers"),
}


def run_import(tmp_path, capsys, *paths):
    where = ("--workspace", str(tmp_path / "desk"), "--questionnaires", str(QUESTIONNAIRES))
    code = main(["import", *map(str, paths), *where])
    said = capsys.readouterr()
    return code, said.out, said.err


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


# Workbooks that somebody worked on after they were handed in.


def typed(path, sheet, old, new):
    """Replace what stands in a cell, as a spreadsheet program would."""
    book = openpyxl.load_workbook(path)
    cells = [cell for row in book[sheet].iter_rows() for cell in row if cell.value == old]
    assert cells
    cells[0].value = new
    book.save(path)


def test_answers_edited_after_handing_in_are_remarked(library, tmp_path):
    path = workbook(tmp_path / "edited.xlsx", document(1), library)
    typed(path, "Answers", "Reason 1 of Çela.", "Another reason.")
    workbook(tmp_path / "untouched.xlsx", document(2), library)
    reports = settled(library, tmp_path)
    assert reports["untouched.xlsx"].remarks == ()
    (remark,) = reports["edited.xlsx"].remarks
    assert remark.oddity is Oddity.EDITED_SINCE
    assert reports["edited.xlsx"].outcome is Outcome.ACCEPTED
    assert "changed after this program wrote it" in file_reason(reports["edited.xlsx"])


def test_of_two_forms_of_a_revision_the_edited_one_is_known(library, tmp_path):
    for name in ("one.xlsx", "two.xlsx"):
        workbook(tmp_path / name, document(1), library)
    typed(tmp_path / "two.xlsx", "Answers", "Reason 1 of Çela.", "Another reason.")
    reports = settled(library, tmp_path)
    assert {report.outcome for report in reports.values()} == {Outcome.CONFLICT}
    assert [name for name, report in reports.items() if report.remarks] == ["two.xlsx"]


@pytest.mark.parametrize(
    ("place", "old", "new", "told"),
    [
        ("A2", "Expert E01,", "Expert E02,", "made for round 2026, expert E01, revision 1"),
        ("A2", "round 2026", "round 2025", "made for round 2026"),
        ("A2", "revision 1,", "revision 2,", "revision 1"),
        ("A1", ": Albania", ": Kosovo", "made for Albania"),
    ],
)
def test_a_workbook_whose_words_say_it_is_somebody_elses_is_refused(
    library, tmp_path, place, old, new, told
):
    path = workbook(tmp_path / "edited identity.xlsx", document(1), library)
    book = openpyxl.load_workbook(path)
    assert old in book["Summary"][place].value
    book["Summary"][place].value = book["Summary"][place].value.replace(old, new)
    book.save(path)
    (report,) = settled(library, tmp_path).values()
    assert report.outcome is Outcome.REFUSED
    assert f"Summary!{place}" in file_reason(report)
    assert told in file_reason(report)


def test_a_workbook_whose_hidden_sheet_was_edited_is_refused(library, tmp_path):
    path = workbook(tmp_path / "edited identity.xlsx", document(1), library)
    typed(path, "wb6", "AL", "XK")
    (report,) = settled(library, tmp_path).values()
    assert report.outcome is Outcome.REFUSED
    assert "hidden sheet wb6 was changed" in file_reason(report)


def test_other_words_on_the_summary_are_nobodys_business(library, tmp_path):
    path = workbook(tmp_path / "translated.xlsx", document(1), library)
    book = openpyxl.load_workbook(path)
    book["Summary"]["A1"].value = "Dvanaest pitanja"
    book["Summary"]["A2"].value = "Ekspert E01"
    book.move_sheet("Summary", 2)
    book.save(path)
    (report,) = settled(library, tmp_path).values()
    assert report.outcome is Outcome.ACCEPTED
