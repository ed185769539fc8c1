"""Nothing half-written ever stands under the real name, and each obstacle has its code."""

import errno
import os
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest

from wb6assess.errors import AppError, Cancelled, ErrorCode
from wb6assess.files import export_error, read_limited, replacing, replacing_together


def leftovers(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def code_of(call) -> ErrorCode:
    with pytest.raises(AppError) as caught:
        call()
    return caught.value.code


def write(target: Path, content: str = "new") -> None:
    with replacing(target) as scratch:
        scratch.write_text(content, "utf-8")


def test_the_new_file_takes_the_place_of_the_old(tmp_path):
    target = tmp_path / "deep" / "a.txt"
    write(target, "old")
    write(target, "new")
    assert target.read_text("utf-8") == "new"
    assert leftovers(target.parent) == ["a.txt"]


@pytest.mark.parametrize("trouble", [Cancelled(), ValueError("defect"), OSError(errno.ENOSPC, "full")])
def test_any_trouble_leaves_the_old_file_and_nothing_else(tmp_path, trouble):
    target = tmp_path / "a.txt"
    write(target, "old")
    with suppress(Cancelled, ValueError, AppError), replacing(target) as scratch:
        scratch.write_text("half", "utf-8")
        raise trouble
    assert target.read_text("utf-8") == "old"
    assert leftovers(tmp_path) == ["a.txt"]


def test_permissions_of_the_old_file_stay(tmp_path):
    target = tmp_path / "a.txt"
    write(target)
    target.chmod(0o600)
    write(target)
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_folder_in_the_way_is_said(tmp_path):
    (tmp_path / "a.txt").mkdir()
    assert code_of(lambda: write(tmp_path / "a.txt")) is ErrorCode.TARGET_IS_FOLDER


def test_a_file_where_a_folder_should_be_is_not_writable(tmp_path):
    (tmp_path / "file").write_text("x")
    assert code_of(lambda: write(tmp_path / "file" / "a.txt")) is ErrorCode.TARGET_NOT_WRITABLE


def test_a_name_the_disk_cannot_hold_is_said(tmp_path):
    long_name = tmp_path / ("n" * 300 + ".txt")
    assert code_of(lambda: write(long_name)) is ErrorCode.TARGET_NAME_TOO_LONG
    assert leftovers(tmp_path) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_not_writable(tmp_path):
    tmp_path.chmod(0o500)
    try:
        assert code_of(lambda: write(tmp_path / "a.txt")) is ErrorCode.TARGET_NOT_WRITABLE
    finally:
        tmp_path.chmod(0o700)


def test_a_target_held_by_a_spreadsheet_program_is_said():
    error = OSError(errno.EACCES, "sharing violation")
    error.winerror = 32
    assert export_error(error, Path("a.xlsx")).code is ErrorCode.TARGET_IN_USE


@pytest.fixture
def tiny_disk(tmp_path):
    """A file system of 64 KiB; needs root and mount."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if (
        shutil.which("mount") is None
        or subprocess.run(command, capture_output=True, check=False).returncode
    ):
        pytest.skip("a small file system cannot be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_keeps_the_old_file(tiny_disk):
    target = tiny_disk / "a.txt"
    write(target, "old")
    assert code_of(lambda: write(target, "x" * 200_000)) is ErrorCode.DISK_FULL
    assert target.read_text("utf-8") == "old"
    assert leftovers(tiny_disk) == ["a.txt"]


def test_reading_stops_at_the_limit(tmp_path):
    path = tmp_path / "large"
    with path.open("wb") as stream:
        stream.truncate(10**9)
    assert code_of(lambda: read_limited(path, 1000)) is ErrorCode.FILE_TOO_LARGE
    (tmp_path / "small").write_bytes(b"x" * 1000)
    assert read_limited(tmp_path / "small", 1000) == b"x" * 1000


def test_missing_files_and_folders_are_told_apart(tmp_path):
    assert code_of(lambda: read_limited(tmp_path / "none", 10)) is ErrorCode.FILE_MISSING
    assert code_of(lambda: read_limited(tmp_path, 10)) is ErrorCode.FILE_FORMAT_UNKNOWN


def test_what_a_killed_program_left_is_cleared_but_not_what_another_is_writing(tmp_path):
    old, new = tmp_path / ".wb6-old", tmp_path / ".wb6-new"
    for left in (old, new):
        left.mkdir()
        (left / "answers.csv").write_text("words")
    os.utime(old, (0, 0))
    with replacing_together(tmp_path) as scratch:
        (scratch / "a.txt").write_text("whole")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".wb6-new", "a.txt"]
