"""One process per workspace: a lock of the operating system, which dies with its process."""

import errno
import json
import os
import socket
import sys
from contextlib import suppress
from datetime import datetime
from io import FileIO
from pathlib import Path

from wb6assess.errors import ErrorCode, StorageError
from wb6assess.store.database import translated

LOCK_FILE = "wb6assess.lock"

# What the systems answer when somebody else holds a lock; anything else is a faulty folder.
_HELD = {errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK}


class WorkspaceLock:
    """Held from construction to `release`; killing the process releases it too."""

    def __init__(self, folder: Path, since: datetime) -> None:
        """Take the lock.

        Args:
            folder: The workspace; exists.
            since: Now; shown to whoever comes second.

        Raises:
            StorageError: WORKSPACE_IN_USE with `pid`, `host` and `since` of the first one (question
                marks when it is only just starting).
            OSError: the folder cannot be written.
        """
        self._stream = FileIO(folder / LOCK_FILE, "a+")
        try:
            self._take(folder)
            self._write_holder(since)
        except (OSError, StorageError):
            self._stream.close()
            raise

    def release(self) -> None:
        """Let the next one in. The file stays: removing it could take away somebody's lock."""
        if not self._stream.closed:
            self._stream.truncate(0)
            _unlock(self._stream)
            self._stream.close()

    def _take(self, folder: Path) -> None:
        try:
            _lock(self._stream)
        except OSError as error:
            if error.errno not in _HELD:
                raise
            holder = _read_holder(self._stream)
            raise StorageError(
                ErrorCode.WORKSPACE_IN_USE,
                path=folder,
                pid=holder["pid"],
                host=holder["host"],
                since=_moment(holder["since"]),
            ) from error

    def _write_holder(self, since: datetime) -> None:
        moment = since.isoformat(timespec="seconds")
        holder = {"pid": os.getpid(), "host": socket.gethostname(), "since": moment}
        self._stream.truncate(0)
        self._stream.write(json.dumps(holder).encode())


def lock_workspace(folder: Path, moment: datetime) -> WorkspaceLock:
    """Make the folder if it is new and take its lock.

    Raises:
        StorageError: WORKSPACE_IN_USE, WORKSPACE_NOT_WRITABLE, DISK_FULL.
    """
    with translated(folder):
        folder.mkdir(parents=True, exist_ok=True)
        return WorkspaceLock(folder, moment)


def _read_holder(stream: FileIO) -> dict[str, str]:
    holder = {"pid": "?", "host": "?", "since": "?"}
    # Between its lock and its first line the other one has not said who it is.
    with suppress(ValueError, OSError):
        stream.seek(0)
        found = json.loads(stream.read(4096) or b"{}")
        if isinstance(found, dict):
            holder.update({name: str(found[name]) for name in holder if name in found})
    return holder


def _moment(text: str) -> datetime | str:
    with suppress(ValueError):
        return datetime.fromisoformat(text)
    return text


if sys.platform == "win32":
    import msvcrt

    # Far behind the text, which others may read while we hold the lock.
    _PLACE = 1 << 30

    def _lock(stream: FileIO) -> None:
        stream.seek(_PLACE)
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)

    def _unlock(stream: FileIO) -> None:
        stream.seek(_PLACE)
        msvcrt.locking(stream.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(stream: FileIO) -> None:
        # flock, not lockf: the latter is lost when any other handle of this file is closed.
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock(stream: FileIO) -> None:
        fcntl.flock(stream, fcntl.LOCK_UN)
