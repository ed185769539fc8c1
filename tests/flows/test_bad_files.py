"""Bad input: each file ends in one code with its reason, nothing is read that need not be."""

import json
import os
import shutil
import zipfile
from pathlib import Path

import pytest

from exports.incoming import read_submission
from ui.messages import sentence
from wb6assess.errors import AppError, ErrorCode, FileError
from wb6assess.instruments.library import Library
from wb6assess.settings import questionnaires_folder

FDI = "fdi-screening"


@pytest.fixture(scope="module")
def library() -> Library:
    return Library(questionnaires_folder())


@pytest.fixture
def answers(library, tmp_path):
    """Write an answers.json around the given answers; returns its path."""

    def write(given: dict, **header) -> Path:
        content = {
            "format": "wb6assess-answers/1",
            "assessment": {
                "country": "XK",
                "instrument": FDI,
                "instrument_version": library.versions(FDI)[0],
                "round": "2026",
                "expert": "E01",
                "revision": 1,
                "status": "submitted",
            }
            | header,
            "answers": given,
        }
        path = tmp_path / "answers.json"
        path.write_text(json.dumps(content), "utf-8")
        return path

    return write


def refusal(path: Path, library: Library) -> AppError:
    """The error of reading a file; its sentence must be whole."""
    with pytest.raises(AppError) as caught:
        read_submission(path, library)
    said = sentence(caught.value)
    assert "Nothing was changed" in said
    assert "(reason)" not in said
    assert "\n" not in said
    return caught.value


def raw(tmp_path: Path, data: bytes, name: str = "x.json") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def test_a_good_file_is_read_whatever_its_name(answers, library, tmp_path):
    path = answers({"FDI-1.1": {"value": 3}})
    renamed = shutil.copy(path, tmp_path / "answers.xlsx")
    assert read_submission(Path(renamed), library) == read_submission(path, library)


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ({"FDI-9.99": {"value": 3}}, "answers.FDI-9.99: no such question"),
        ({"FDI-1.1": {"value": 7}}, "answers.FDI-1.1.value: 7 is not a level; levels are 0 to 5"),
        ({"FDI-1.1": {"value": "three"}}, "answers.FDI-1.1.value: a whole number from 0 to 5"),
        ({"FDI-1.1": {"values": 3}}, "answers.FDI-1.1.values: no such key"),
        ({"FDI-1.1": [3]}, "answers.FDI-1.1: an object in braces is needed, not a list"),
    ],
)
def test_a_wrong_answer_is_named(answers, library, given, line):
    error = refusal(answers(given), library)
    assert error.code is ErrorCode.ANSWERS_INVALID
    assert error.problems[0].startswith(line)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", ErrorCode.FILE_FORMAT_UNKNOWN),
        (b"{", ErrorCode.JSON_INVALID),
        (b"[]", ErrorCode.JSON_INVALID),
        (b"\xef\xbb\xbfx", ErrorCode.JSON_INVALID),
        ("{}".encode("utf-16"), ErrorCode.JSON_INVALID),
        (b'{"a": 1, "a": 2}', ErrorCode.JSON_INVALID),
        (b'{"a": NaN}', ErrorCode.JSON_INVALID),
        (b'{"a":' + b"[" * 100_000, ErrorCode.JSON_INVALID),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, ErrorCode.JSON_INVALID),
        (b"{}", ErrorCode.FILE_FORMAT_UNKNOWN),
        (b'{"format": "wb6assess-answers/99"}', ErrorCode.FILE_FORMAT_UNKNOWN),
        (b"just some words", ErrorCode.FILE_FORMAT_UNKNOWN),
        (bytes(1000), ErrorCode.FILE_FORMAT_UNKNOWN),
        (b"%PDF-1.7", ErrorCode.FILE_FORMAT_UNKNOWN),
        (bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600), ErrorCode.WORKBOOK_INVALID),
        (b"PK\x03\x04", ErrorCode.WORKBOOK_INVALID),
    ],
    ids=lambda value: value[:16].decode("latin-1") if isinstance(value, bytes) else value.value,
)
def test_what_is_no_answers_file_is_refused(tmp_path, library, data, code):
    assert refusal(raw(tmp_path, data), library).code is code


def test_a_truncated_file_is_refused_wherever_it_was_cut(answers, library):
    path = answers({"FDI-1.1": {"value": 3, "justification": "Ligji č. 5"}})
    data = path.read_bytes()
    for length in range(1, len(data) - 1, 17):
        path.write_bytes(data[:length])
        assert refusal(path, library).code is ErrorCode.JSON_INVALID


def test_two_hundred_megabytes_are_refused_by_size(tmp_path, library):
    path = raw(tmp_path, b'{"format": "wb6assess-answers/1", "answers": {')
    os.truncate(path, 200_000_000)
    error = refusal(path, library)
    assert error.code is ErrorCode.FILE_TOO_LARGE
    assert error.facts["limit_mb"] == 50


def test_a_folder_called_like_a_file_is_refused(tmp_path, library):
    (tmp_path / "x.json").mkdir()
    assert refusal(tmp_path / "x.json", library).code is ErrorCode.FILE_FORMAT_UNKNOWN


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path, library):
    os.mkfifo(tmp_path / "x.json")
    assert refusal(tmp_path / "x.json", library).code is ErrorCode.FILE_FORMAT_UNKNOWN


def test_a_missing_file_is_missing(tmp_path, library):
    assert refusal(tmp_path / "none.json", library).code is ErrorCode.FILE_MISSING


def test_a_file_that_may_not_be_read_says_so(answers, library, monkeypatch):
    path = answers({})

    def forbidden(self, *args, **kwargs):
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", forbidden)
    with pytest.raises(FileError) as caught:
        read_submission(path, library)
    assert caught.value.code is ErrorCode.FILE_UNREADABLE


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ({"instrument": "no-such-thing"}, ErrorCode.INSTRUMENT_UNKNOWN),
        ({"instrument": "../fdi-screening"}, ErrorCode.ANSWERS_INVALID),
        ({"instrument_version": "1999.1"}, ErrorCode.INSTRUMENT_VERSION_UNKNOWN),
        ({"instrument_version": "../../x"}, ErrorCode.ANSWERS_INVALID),
        ({"expert": "Jane Doe"}, ErrorCode.ANSWERS_INVALID),
        ({"revision": 10**17}, ErrorCode.ANSWERS_INVALID),
    ],
)
def test_a_wrong_header_is_refused(answers, library, header, code):
    assert refusal(answers({}, **header), library).code is code


def test_faults_of_the_header_come_before_an_unknown_questionnaire(answers, library):
    error = refusal(answers({}, instrument_version="1999.1", country="Kosovo"), library)
    assert [line.split(":")[0] for line in error.problems] == ["assessment.country"]


def test_an_unknown_version_names_the_known_ones(answers, library):
    error = refusal(answers({}, instrument_version="1999.1"), library)
    assert error.facts["version"] == "1999.1"
    assert library.versions(FDI)[0] in str(error.facts["known"])


@pytest.mark.parametrize(
    ("member", "code", "reason"),
    [
        ("mimetype", ErrorCode.WORKBOOK_INVALID, "OpenDocument"),
        ("photo.jpg", ErrorCode.FILE_FORMAT_UNKNOWN, "something else"),
        ("manifest.json", ErrorCode.PACKAGE_INVALID, "holds no answers.json"),
    ],
)
def test_a_zip_file_of_another_kind_is_told_apart(tmp_path, library, member, code, reason):
    path = tmp_path / "x.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member, "x")
    error = refusal(path, library)
    assert error.code is code
    assert reason in str(error.facts["reason"])


def test_a_bomb_is_refused_by_its_directory(tmp_path, library):
    path = tmp_path / "x.wb6"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", bytes(150_000_000))
    error = refusal(path, library)
    assert error.code is ErrorCode.PACKAGE_INVALID
    assert "too large when unpacked" in str(error.facts["reason"])
