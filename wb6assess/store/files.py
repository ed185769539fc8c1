"""The files in a workspace folder: what they are called, how one takes the place of another."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

DATABASE_FILE = "wb6assess.sqlite3"
APPLICATION_ID = 0x57423641
""""WB6A" in the file's header: how we know a database of ours."""


@contextmanager
def taking_place(target: Path) -> Iterator[Path]:
    """A scratch path that becomes `target`, flushed, when the block ends without error."""
    scratch = target.with_name(f".{target.name}.part")
    scratch.unlink(missing_ok=True)
    try:
        yield scratch
        with scratch.open("rb+") as stream:
            os.fsync(stream.fileno())
        scratch.replace(target)
    finally:
        scratch.unlink(missing_ok=True)


def free_name(folder: Path, prefix: str, moment: datetime) -> Path:
    """A path nothing has yet: the prefix and the moment in UTC."""
    moment = moment.astimezone(UTC)
    while True:
        target = folder / f"{prefix}{moment:%Y%m%d-%H%M%S-%f}.sqlite3"
        if not target.exists():
            return target
        moment += timedelta(microseconds=1)
