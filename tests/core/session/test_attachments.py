"""Attached files: kept once under their digest, carried in packages, never opened as programs."""

import hashlib
import os
import shutil
from pathlib import Path

import pytest

from tests.core.session.conftest import NEW
from wb6assess.errors import AppError, ErrorCode, ExportError, FileError
from wb6assess.exchange.package import read_package, write_package
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer, Evidence
from wb6assess.session.evidence import shown_name
from wb6assess.session.workspace import Workspace
from wb6assess.store import attachments

BYTES = b"%PDF-1.7 a law"
DIGEST = hashlib.sha256(BYTES).hexdigest()


@pytest.fixture
def law(tmp_path):
    path = tmp_path / "zakon č. 5.pdf"
    path.write_bytes(BYTES)
    return path


def _code(call, *args) -> ErrorCode:
    with pytest.raises(AppError) as caught:
        call(*args)
    return caught.value.code


def _files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_a_file_is_kept_under_its_digest_and_named_without_its_folder(assessment, folder, law):
    kept = assessment.attach(law)
    assert (kept.file, kept.sha256, kept.size) == ("zakon č. 5.pdf", DIGEST, len(BYTES))
    place = assessment.attachment_path(DIGEST)
    assert place == folder / "attachments" / DIGEST[:2] / DIGEST
    assert place.read_bytes() == BYTES
    law.unlink()
    assert assessment.attachment_path(DIGEST).read_bytes() == BYTES


def test_the_same_content_is_kept_once(assessment, folder, law, tmp_path):
    again = tmp_path / "another name.pdf"
    again.write_bytes(BYTES)
    assert assessment.attach(law).sha256 == assessment.attach(again).sha256
    assert _files(folder / "attachments") == [DIGEST]


def test_a_damaged_copy_is_mended_by_attaching_the_file_again(assessment, law):
    place = assessment.attachment_path(assessment.attach(law).sha256)
    place.write_bytes(b"damaged")
    assessment.attach(law)
    assert place.read_bytes() == BYTES


def test_what_is_too_large_is_refused_with_its_size(assessment, folder, tmp_path):
    path = tmp_path / "large.pdf"
    with path.open("wb") as stream:
        stream.truncate(attachments.LIMIT_BYTES + 1)
    with pytest.raises(FileError) as caught:
        assessment.attach(path)
    assert caught.value.code is ErrorCode.ATTACHMENT_TOO_LARGE
    assert (caught.value.facts["limit_mb"], caught.value.facts["size_mb"]) == (25, 26)
    assert _files(folder / "attachments") == []


def test_a_file_that_grows_while_it_is_read_is_refused(assessment, folder, law, monkeypatch):
    monkeypatch.setattr(attachments, "LIMIT_BYTES", 3)
    real = os.fstat

    def small(handle):
        found = list(real(handle))
        found[6] = 1  # the size
        return os.stat_result(found)

    monkeypatch.setattr(attachments.os, "fstat", small)
    assert _code(assessment.attach, law) is ErrorCode.ATTACHMENT_TOO_LARGE
    monkeypatch.undo()
    assert _files(folder / "attachments") == []


@pytest.mark.skipif(os.name == "nt", reason="devices and pipes are POSIX's")
def test_folders_devices_and_pipes_are_refused_without_waiting(assessment, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("/dev/zero")
    for path in (tmp_path, tmp_path / "pipe", tmp_path / "link"):
        assert _code(assessment.attach, path) is ErrorCode.ATTACHMENT_NOT_A_FILE
    assert _code(assessment.attach, tmp_path / "nothing") is ErrorCode.FILE_MISSING
    assert _code(assessment.attach, Path("a\0b")) is ErrorCode.FILE_UNREADABLE


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_to_an_ordinary_file_is_as_good_as_the_file(assessment, law, tmp_path):
    (tmp_path / "link.pdf").symlink_to(law)
    assert assessment.attach(tmp_path / "link.pdf").sha256 == DIGEST


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("law.pdf", "law.pdf"),
        ("..", "file"),
        ("a\\b:c.pdf", "a_b_c.pdf"),
        ("line\nbreak.pdf", "line_break.pdf"),
        ("half\udcff.pdf", "half\ufffd.pdf"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_names_are_made_fit_for_every_system(name, shown):
    assert shown_name(name) == shown


def test_a_digest_from_outside_is_no_path(assessment):
    for hostile in ("../../etc/passwd", "", "ab", "/etc/passwd", DIGEST.upper()):
        assert assessment.attachment_path(hostile) is None


def test_only_documents_are_opened_and_only_as_a_copy(assessment, folder, law, tmp_path):
    kept = assessment.attach(law)
    piece = Evidence("law", file=kept.file, sha256=kept.sha256)
    for _ in range(2):
        copy = assessment.opening_copy(piece)
        assert (copy.name, copy.read_bytes()) == (kept.file, BYTES)
    assert copy != assessment.attachment_path(DIGEST)
    for name in ("run.exe", "law.pdf.desktop", "no ending", "macro.xlsm"):
        hostile = Evidence("law", file=name, sha256=DIGEST)
        assert _code(assessment.opening_copy, hostile) is ErrorCode.ATTACHMENT_NOT_OPENED
    missing = Evidence("law", file="x.pdf", sha256="0" * 64)
    assert _code(assessment.opening_copy, missing) is ErrorCode.ATTACHMENT_MISSING


def test_copies_for_other_programs_go_when_the_workspace_is_closed(workspace, assessment, folder, law):
    kept = assessment.attach(law)
    assessment.opening_copy(Evidence("law", file=kept.file, sha256=kept.sha256))
    (folder / "attachments" / ".arriving-x").write_bytes(b"left by a crash")
    workspace.close()
    assert _files(folder / "attachments") == [DIGEST]


def test_saving_a_copy_never_writes_over_the_kept_files(assessment, law, tmp_path):
    kept = assessment.attach(law)
    piece = Evidence("law", file=kept.file, sha256=kept.sha256)
    assessment.save_attachment(piece, tmp_path / "copy.pdf")
    assert (tmp_path / "copy.pdf").read_bytes() == BYTES
    with pytest.raises(ExportError):
        assessment.save_attachment(piece, assessment.attachment_path(DIGEST))


def test_evidence_used_twice_is_listed_once_with_its_questions(assessment):
    shared, own = Evidence("law", citation="Art. 1"), Evidence("report", title="Report")
    assessment.record("DRW-2.1", Answer(("letters",), evidence=(own, shared)))
    assessment.record("DRW-1.1", Answer(2, evidence=(shared,)))
    assert [(use.evidence, use.items) for use in assessment.evidence_items()] == [
        (shared, ("DRW-1.1", "DRW-2.1")),
        (own, ("DRW-2.1",)),
    ]


@pytest.fixture
def package(assessment, law, tmp_path):
    kept = assessment.attach(law)
    assessment.record("DRW-1.1", Answer(2, evidence=(Evidence("law", file=kept.file, sha256=DIGEST),)))
    document = assessment.document()
    places = assessment.attachments(document)
    assert list(places) == [DIGEST]
    write_package(tmp_path / "one.wb6", document, places)
    return tmp_path / "one.wb6"


def test_a_package_brings_its_attachments_into_another_workspace(package, questionnaires, tmp_path):
    with Workspace.open(tmp_path / "other", Library(questionnaires)) as other:
        document = read_package(package, other.library.instrument)
        filled = other.open_assessment(other.new(**NEW))
        filled.fill(document.answers, package)
        assert filled.attachment_path(DIGEST).read_bytes() == BYTES
        assert filled.answers == document.answers


def test_a_new_assessment_takes_the_attachments_of_its_package(package, questionnaires, tmp_path):
    with Workspace.open(tmp_path / "other", Library(questionnaires)) as other:
        document = read_package(package, other.library.instrument)
        made = other.open_assessment(other.new(**NEW, answers=document.answers, source=package))
        assert made.attachment_path(DIGEST).read_bytes() == BYTES


def test_a_file_that_is_no_package_brings_answers_only(assessment, tmp_path):
    (tmp_path / "answers.json").write_text("{}")
    evidence = (Evidence("law", file="law.pdf", sha256=DIGEST),)
    assessment.fill({"DRW-1.1": Answer(2, evidence=evidence)}, tmp_path / "answers.json")
    assert assessment.answer("DRW-1.1").evidence == evidence
    assert assessment.attachments() == {}


def test_nothing_is_filled_from_a_package_with_another_files_bytes(
    package, questionnaires, tmp_path, monkeypatch
):
    from wb6assess.exchange import package as reader

    with Workspace.open(tmp_path / "other", Library(questionnaires)) as other:
        document = read_package(package, other.library.instrument)
        monkeypatch.setattr(reader, "chunks", lambda archive, name: [b"exchanged meanwhile"])
        filled = other.open_assessment(other.new(**NEW))
        assert _code(filled.fill, document.answers, package) is ErrorCode.PACKAGE_INVALID
        assert filled.answers == {}
        assert _files(tmp_path / "other" / "attachments") == []


def test_what_nothing_names_is_listed_and_stays(assessment, folder, law):
    assessment.attach(law)
    kept = attachments.AttachmentFolder(folder)
    assert [path.name for path in kept.orphans(())] == [DIGEST]
    assert kept.orphans([DIGEST]) == ()
    assert kept.intact(DIGEST)
    shutil.rmtree(folder / "attachments")
    assert not kept.intact(DIGEST)
