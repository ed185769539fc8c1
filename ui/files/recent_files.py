"""The files written lately: remembered on this computer, newest first."""

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ui.preferences import Preferences

KEPT = 12

PART = "part"
"""The kind of a part written for a colleague, or written back."""


@dataclass(frozen=True, slots=True)
class RecentFile:
    """One file: where it was written, what it is, when (UTC).

    `kind` is the ending that `ui.files.outputs.Output` gives; the list is shown before that is imported.
    """

    path: Path
    kind: str
    at: datetime


def recent_files(preferences: Preferences) -> tuple[RecentFile, ...]:
    """What is remembered; entries nobody can read any more are left out."""
    try:
        entries = json.loads(preferences.recent_files or "[]")
    except ValueError:
        return ()
    found = []
    for entry in entries if isinstance(entries, list) else []:
        with suppress(ValueError, KeyError, TypeError):
            at = datetime.fromisoformat(entry["at"]).astimezone(UTC)
            found.append(RecentFile(Path(entry["path"]), str(entry["kind"]), at))
    return tuple(found[:KEPT])


def remember_files(preferences: Preferences, files: Iterable[RecentFile]) -> None:
    """Put files at the top; the same path stands there once."""
    by_path = {file.path: file for file in (*recent_files(preferences), *files)}
    newest = sorted(by_path.values(), key=lambda file: file.at, reverse=True)
    _keep(preferences, newest)


def forget_files(preferences: Preferences, paths: Iterable[Path]) -> None:
    """Take files off the list; the files themselves stay where they are."""
    gone = set(paths)
    _keep(preferences, [file for file in recent_files(preferences) if file.path not in gone])


def _keep(preferences: Preferences, files: Iterable[RecentFile]) -> None:
    entries = [{"path": str(file.path), "kind": file.kind, "at": file.at.isoformat()} for file in files]
    preferences.recent_files = json.dumps(entries[:KEPT])
