"""Reading and writing files so that nothing half-written ever stands under the real name."""

import errno
import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wb6assess.errors import ErrorCode, ExportError, FileError

_ABANDONED_S = 3600
"""Seconds after which nobody works in a scratch folder any more."""


_UNSAYABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_RAW_BYTES = range(0xDC80, 0xDD00)
"""How Python keeps the bytes of a file name that are no text."""


def sayable(path: Path) -> Path:
    """The path as it may be printed and stored: what is no text or would break a line spelt out.

    Names of files come from other systems: old archives write them in another encoding, and nothing
    forbids a line end or a command for the terminal in them.
    """
    text = str(path)
    return Path(_UNSAYABLE.sub(_spelt_out, text)) if _UNSAYABLE.search(text) else path


def _spelt_out(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code & 0xFF:02x}" if code < 0xA0 or code in _RAW_BYTES else f"\\u{code:04x}"


def read_limited(path: Path, limit: int) -> bytes:
    """The bytes of a file from outside.

    Args:
        path: Where it lies.
        limit: Largest accepted size in bytes.

    Raises:
        FileError: missing, not a file, not readable, or larger than `limit`.
    """
    try:
        if path.is_dir():
            raise FileError(ErrorCode.FILE_FORMAT_UNKNOWN, path=path, reason="it is a folder")
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except FileNotFoundError as error:
        raise FileError(ErrorCode.FILE_MISSING, path=path) from error
    except OSError as error:
        raise FileError(ErrorCode.FILE_UNREADABLE, path=path) from error
    if len(data) > limit:
        raise FileError(ErrorCode.FILE_TOO_LARGE, path=path, limit_mb=limit // 10**6)
    return data


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A scratch path beside `target` that takes its place when the block ends without error.

    Write the whole file there, close it and check it; on leaving it is flushed to disk and renamed.
    On any error, `Cancelled` included, the scratch file is removed and `target` is as it was.

    Raises:
        ExportError: the folder is missing or read-only, the disk is full, the target is a folder or
            open in a program that locks it.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.is_dir():
            raise ExportError(ErrorCode.TARGET_IS_FOLDER, path=target)
        handle, name = tempfile.mkstemp(prefix=".wb6-", suffix=target.suffix, dir=target.parent)
    except OSError as error:
        raise export_error(error, target) from error
    os.close(handle)
    scratch = Path(name)
    try:
        yield scratch
        _flush(scratch)
        _take_place(scratch, target)
    except OSError as error:
        raise export_error(error, target) from error
    finally:
        scratch.unlink(missing_ok=True)


@contextmanager
def replacing_together(folder: Path) -> Iterator[Path]:
    """A scratch folder in `folder`; its files take their places together when the block ends well.

    Outputs that belong together are then never of two different runs. On any error, `Cancelled`
    included, `folder` holds what it held before.

    Raises:
        ExportError: as `replacing`, about the file as it would have been called.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _clear_abandoned(folder)
        scratch = Path(tempfile.mkdtemp(prefix=".wb6-", dir=folder))
    except OSError as error:
        raise export_error(error, folder) from error
    try:
        yield scratch
        _move_all(scratch, folder)
    except ExportError as error:
        raise _about_the_target(error, scratch, folder) from error
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _clear_abandoned(folder: Path) -> None:
    """Remove what a killed program left half done here: it may hold what experts wrote."""
    before = time.time() - _ABANDONED_S
    for left in folder.glob(".wb6-*"):
        if left.is_dir() and left.stat().st_mtime < before:
            shutil.rmtree(left, ignore_errors=True)


def _move_all(scratch: Path, folder: Path) -> None:
    files = sorted(path for path in scratch.rglob("*") if path.is_file())
    targets = [folder / path.relative_to(scratch) for path in files]
    for target in targets:
        _refuse_irreplaceable(target)
    for file, target in zip(files, targets, strict=True):
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            _take_place(file, target)
        except OSError as error:
            raise export_error(error, target) from error


def _refuse_irreplaceable(target: Path) -> None:
    """Find out before the first file moves that one of them cannot."""
    if target.is_dir():
        raise ExportError(ErrorCode.TARGET_IS_FOLDER, path=target)
    if not target.exists():
        return
    try:
        with target.open("rb+"):
            pass
    except OSError as error:
        # A file that may not be written can be replaced all the same, one that is open here cannot.
        if _locked_by_program(error):
            raise export_error(error, target) from error


def _about_the_target(error: ExportError, scratch: Path, folder: Path) -> ExportError:
    path = error.facts.get("path")
    if not isinstance(path, Path) or not path.is_relative_to(scratch):
        return error
    facts = {**error.facts, "path": folder / path.relative_to(scratch)}
    return ExportError(error.code, problems=error.problems, **facts)


def export_error(error: OSError, target: Path) -> ExportError:
    """What an operating-system error means for a person who wanted to write `target`."""
    codes = {
        errno.ENOSPC: ErrorCode.DISK_FULL,
        errno.EDQUOT: ErrorCode.DISK_FULL,
        errno.EFBIG: ErrorCode.DISK_FULL,
        errno.ENAMETOOLONG: ErrorCode.TARGET_NAME_TOO_LONG,
        errno.EISDIR: ErrorCode.TARGET_IS_FOLDER,
        errno.ETXTBSY: ErrorCode.TARGET_IN_USE,
    }
    if _locked_by_program(error):
        return ExportError(ErrorCode.TARGET_IN_USE, path=target)
    code = codes.get(error.errno or 0, ErrorCode.TARGET_NOT_WRITABLE)
    return ExportError(code, path=target)


def _locked_by_program(error: OSError) -> bool:
    """Windows answers 32 or 33 (sharing or lock violation) when a spreadsheet holds the file."""
    return getattr(error, "winerror", None) in {32, 33}


def _flush(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def _take_place(scratch: Path, target: Path) -> None:
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
    scratch.chmod(mode)
    scratch.replace(target)
    if os.name == "posix":
        # The rename itself must survive a power cut.
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
