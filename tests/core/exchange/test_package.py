"""The .wb6 package: sealed when written, judged before it is believed."""

import hashlib
import json
import stat
import struct
import tracemalloc
import unicodedata
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.strategies import EVERY_TYPE, lookup
from wb6assess.errors import ErrorCode, ExportError, FileError
from wb6assess.exchange import archive
from wb6assess.exchange.digest import content_hash
from wb6assess.exchange.package import read_package, write_package
from wb6assess.exchange.written import write_document
from wb6assess.model.assessment import Answer, Document, Evidence, Identity, Status

BYTES = b"%PDF-1.7 a law"
DIGEST = hashlib.sha256(BYTES).hexdigest()
DOCUMENT = Document(
    Identity("XK", EVERY_TYPE.id, EVERY_TYPE.version, "2026", "E01"),
    2,
    Status.SUBMITTED,
    {"T-level": Answer(3, evidence=(Evidence("law", file="zakon č. 5.pdf", sha256=DIGEST),))},
    updated_at=datetime(2026, 11, 21, 10, 15, tzinfo=UTC),
)


@pytest.fixture
def law(tmp_path):
    path = tmp_path / "law.pdf"
    path.write_bytes(BYTES)
    return path


@pytest.fixture
def package(tmp_path, law):
    path = tmp_path / "one.wb6"
    write_package(path, DOCUMENT, {DIGEST: law})
    return path


def _parts(path):
    with zipfile.ZipFile(path) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def _rewrite(path, change, *, compression=zipfile.ZIP_DEFLATED):
    parts = _parts(path)
    change(parts)
    with zipfile.ZipFile(path, "w", compression) as opened:
        for name, data in parts.items():
            opened.writestr(name, data)


def _edit_manifest(path, **changes):
    def change(parts):
        manifest = json.loads(parts["manifest.json"]) | changes
        parts["manifest.json"] = json.dumps(manifest).encode()

    _rewrite(path, change)


def _reason(path) -> str:
    with pytest.raises(FileError) as caught:
        read_package(path, lookup)
    assert caught.value.code is ErrorCode.PACKAGE_INVALID
    return str(caught.value.facts["reason"])


def test_a_package_reads_back_the_same(package):
    assert read_package(package, lookup) == DOCUMENT


def test_it_holds_manifest_answers_and_attachments_under_their_digests(package):
    parts = _parts(package)
    name = f"attachments/{DIGEST}-zakon č. 5.pdf"
    assert list(parts) == ["manifest.json", "answers.json", name]
    assert parts[name] == BYTES
    manifest = json.loads(parts["manifest.json"])
    assert manifest["files"] == {
        "answers.json": hashlib.sha256(write_document(DOCUMENT)).hexdigest(),
        name: DIGEST,
    }
    assert manifest["content_hash"] == content_hash(DOCUMENT)
    assert manifest["created_at"] == "2026-11-21T10:15:00Z"


def test_the_same_document_gives_the_same_bytes(tmp_path, package, law):
    again = tmp_path / "two.wb6"
    write_package(again, DOCUMENT, {DIGEST: law})
    assert again.read_bytes() == package.read_bytes()


def test_attachments_no_evidence_names_stay_out(tmp_path, law):
    path = tmp_path / "bare.wb6"
    write_package(path, replace(DOCUMENT, answers={}), {DIGEST: law})
    assert list(_parts(path)) == ["manifest.json", "answers.json"]


def test_an_attachment_that_changed_since_stops_the_export(tmp_path, law):
    law.write_bytes(b"another law")
    target = tmp_path / "one.wb6"
    with pytest.raises(ExportError) as caught:
        write_package(target, DOCUMENT, {DIGEST: law})
    assert caught.value.code is ErrorCode.EXPORT_CHECK_FAILED
    assert not target.exists()


def test_more_than_a_receiver_would_take_is_not_written(tmp_path, law):
    with law.open("wb") as stream:
        stream.truncate(200_000_001)
    with pytest.raises(ExportError) as caught:
        write_package(tmp_path / "one.wb6", DOCUMENT, {DIGEST: law})
    assert caught.value.code is ErrorCode.PACKAGE_TOO_LARGE
    assert not (tmp_path / "one.wb6").exists()


def test_hostile_attachment_names_are_defused(tmp_path, law):
    evidence = Evidence("law", file="../" * 60 + "a:b.pdf", sha256=DIGEST)
    path = tmp_path / "one.wb6"
    write_package(
        path, replace(DOCUMENT, answers={"T-level": Answer(evidence=(evidence,))}), {DIGEST: law}
    )
    name = list(_parts(path))[-1]
    assert name.startswith(f"attachments/{DIGEST}-")
    assert name.endswith("_a_b.pdf")
    assert name.count("/") == 1


@pytest.mark.parametrize(
    "name",
    [
        "../answers.json",
        "/etc/passwd",
        "attachments/../../x",
        f"attachments/{'a' * 64}-..\\x",
        "C:\\x",
        "notes.txt",
        "attachments/law.pdf",
    ],
)
def test_a_part_that_does_not_belong_is_refused(package, name):
    _rewrite(package, lambda parts: parts.update({name: b"x"}))
    assert "do not belong" in _reason(package)


def test_a_listed_part_that_is_missing_is_refused(package):
    _rewrite(package, lambda parts: parts.popitem())
    assert "not those its manifest lists" in _reason(package)


@pytest.mark.parametrize("name", ["manifest.json", "answers.json"])
def test_a_package_needs_both_files(package, name):
    _rewrite(package, lambda parts: parts.pop(name))
    assert _reason(package) == f"it holds no {name}"


def test_changed_answers_are_refused(package):
    other = write_document(replace(DOCUMENT, answers={"T-level": Answer(5)}))
    _rewrite(package, lambda parts: parts.update({"answers.json": other}))
    assert "changed after" in _reason(package)


def test_answers_changed_together_with_their_digest_do_not_match_the_seal(package):
    other = write_document(replace(DOCUMENT, answers={"T-level": Answer(5)}))

    def change(parts):
        manifest = json.loads(parts["manifest.json"])
        manifest["files"]["answers.json"] = hashlib.sha256(other).hexdigest()
        parts.update({"answers.json": other, "manifest.json": json.dumps(manifest).encode()})

    _rewrite(package, change)
    assert "do not match the digest" in _reason(package)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"format": "wb6assess-package/2"}, "newer version"),
        ({"format": "other"}, 'wrong at "format"'),
        ({"signature": {"key": "x"}}, "signed or encrypted"),
        ({"encryption": "age"}, "signed or encrypted"),
        ({"surprise": 1}, 'wrong at "surprise"'),
        ({"files": {"answers.json": "abc"}}, 'wrong at "files.answers.json"'),
    ],
)
def test_a_wrong_manifest_is_refused(package, change, reason):
    _edit_manifest(package, **change)
    assert reason in _reason(package)


def test_a_manifest_that_is_no_json_is_refused(package):
    _rewrite(package, lambda parts: parts.update({"manifest.json": b"{"}))
    assert "manifest.json" in _reason(package)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_truncated_package_is_refused(package, share):
    data = package.read_bytes()
    package.write_bytes(data[: int(len(data) * share)])
    assert "damaged or incomplete" in _reason(package)


def test_a_flipped_byte_anywhere_is_refused_or_harmless(package):
    """Every byte is covered by a checksum, a digest or the zip's own structure."""
    data = package.read_bytes()
    codes = set()
    for place in range(0, len(data), 7):
        package.write_bytes(data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :])
        try:
            assert read_package(package, lookup) == DOCUMENT
        except FileError as error:
            codes.add(error.code)
    assert codes == {ErrorCode.PACKAGE_INVALID}


def test_a_name_that_stands_twice_is_refused(package):
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(package, "a") as opened:
        opened.writestr("answers.json", b"{}")
    assert "same name twice" in _reason(package)


def test_a_bomb_is_refused_before_it_is_unpacked(package):
    _rewrite(package, lambda parts: parts.update({f"attachments/{DIGEST}-x": bytes(30_000_000)}))
    assert "far too large when unpacked" in _reason(package)


def test_too_many_parts_are_refused_before_they_are_listed(package):
    extra = {f"attachments/{number:064x}-x": b"" for number in range(2_100)}
    _rewrite(package, lambda parts: parts.update(extra), compression=zipfile.ZIP_STORED)
    assert "more than 2,000 parts" in _reason(package)


def test_a_long_directory_behind_the_64_bit_format_is_refused_before_it_is_read(package):
    """The short record at the end says three parts, the long one before it a directory of megabytes."""
    data = package.read_bytes()
    end = data.rindex(b"PK\x05\x06")
    entries, _, start = struct.unpack_from("<HII", data, end + 10)
    padded = data[start:end] + data[start:end] * 5_000
    long = struct.pack(
        "<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, entries, entries, len(padded), start
    )
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, start + len(padded), 1)
    package.write_bytes(data[:start] + padded + long + locator + data[end:])
    tracemalloc.start()
    assert "more than 2,000 parts" in _reason(package)
    assert tracemalloc.get_traced_memory()[1] < 4_000_000
    tracemalloc.stop()


def test_a_link_among_the_parts_is_refused(package):
    parts = _parts(package)
    with zipfile.ZipFile(package, "w") as opened:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name)
            entry.create_system = 3
            entry.external_attr = ((stat.S_IFLNK if "/" in name else stat.S_IFREG) | 0o644) << 16
            opened.writestr(entry, data)
    assert "link" in _reason(package)


@pytest.mark.parametrize("other", [str.upper, lambda name: unicodedata.normalize("NFD", name)])
def test_names_that_are_one_on_another_system_are_refused(package, other):
    def add_twin(parts):
        (name,) = [part for part in parts if part.startswith("attachments/")]
        head, shown = name[: -len("zakon č. 5.pdf")], "zakon č. 5.pdf"
        parts[head + other(shown)] = BYTES

    _rewrite(package, add_twin)
    assert "same name twice" in _reason(package)


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\x7f", "\x85"])
def test_a_name_that_would_be_read_otherwise_than_written_is_refused(package, sign):
    def rename(parts):
        (name,) = [part for part in parts if part.startswith("attachments/")]
        parts[f"attachments/{DIGEST}-{sign}fdp.exe"] = parts.pop(name)

    _rewrite(package, rename)
    assert "do not belong" in _reason(package)


def test_such_a_name_is_written_without_its_signs(tmp_path, law):
    odd = Evidence("law", file="zakon\u202efdp.exe", sha256=DIGEST)
    made = replace(DOCUMENT, answers={"T-level": Answer(3, evidence=(odd,))})
    path = tmp_path / "odd.wb6"
    write_package(path, made, {DIGEST: law})
    assert f"attachments/{DIGEST}-zakon_fdp.exe" in _parts(path)
    assert read_package(path, lookup) == made


@pytest.mark.parametrize("change", [{"created_at": "soon"}, {"app_version": "1.0\n\x1b[2J"}])
def test_a_manifest_says_when_and_by_what_in_plain_signs(package, change):
    _edit_manifest(package, **change)
    assert "its manifest is wrong at" in _reason(package)


def test_a_password_is_refused(package):
    data = bytearray(package.read_bytes())
    start = data.find(b"PK\x01\x02")
    while start >= 0:
        data[start + 8] |= 1
        start = data.find(b"PK\x01\x02", start + 4)
    package.write_bytes(bytes(data))
    assert "password" in _reason(package)


def test_a_package_that_is_too_large_is_refused_unread(package, monkeypatch):
    monkeypatch.setattr("wb6assess.exchange.package._LIMITS", archive.Limits(file=100))
    assert "larger than" in _reason(package)


def test_a_missing_package_is_missing(tmp_path):
    with pytest.raises(FileError) as caught:
        read_package(tmp_path / "none.wb6", lookup)
    assert caught.value.code is ErrorCode.FILE_MISSING


def test_a_part_packed_in_a_rare_way_is_refused(package):
    _rewrite(package, lambda parts: None, compression=zipfile.ZIP_BZIP2)
    assert "packed in a way" in _reason(package)


def test_a_package_larger_than_promised_when_unpacked_is_refused(package):
    """The directory's sizes are halved, so that a limit on them alone would be fooled."""
    data = bytearray(package.read_bytes())
    start = data.find(b"PK\x01\x02")
    while start >= 0:
        size = int.from_bytes(data[start + 24 : start + 28], "little")
        data[start + 24 : start + 28] = (size // 2).to_bytes(4, "little")
        start = data.find(b"PK\x01\x02", start + 4)
    package.write_bytes(bytes(data))
    assert "damaged or incomplete" in _reason(package)


def test_a_folder_is_no_package(tmp_path):
    (tmp_path / "x.wb6").mkdir()
    assert "not an ordinary file" in _reason(tmp_path / "x.wb6")


def test_a_full_disk_leaves_the_old_package(package, monkeypatch, law):
    before = package.read_bytes()

    def full(*args, **kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(zipfile.ZipFile, "writestr", full)
    with pytest.raises(ExportError) as caught:
        write_package(package, replace(DOCUMENT, revision=3), {DIGEST: law})
    assert caught.value.code is ErrorCode.DISK_FULL
    assert package.read_bytes() == before
    assert sorted(path.name for path in package.parent.iterdir()) == ["law.pdf", "one.wb6"]


def test_a_package_that_reads_back_differently_never_appears(tmp_path, monkeypatch, law):
    whole = zipfile.ZipFile.writestr

    def damaged(self, entry, data, *args, **kwargs):
        whole(self, entry, data.replace(b"law", b"low"), *args, **kwargs)

    monkeypatch.setattr(zipfile.ZipFile, "writestr", damaged)
    with pytest.raises(ExportError) as caught:
        write_package(tmp_path / "one.wb6", DOCUMENT, {DIGEST: law})
    assert caught.value.code is ErrorCode.EXPORT_CHECK_FAILED
    assert not (tmp_path / "one.wb6").exists()
