"""The list of assessments before SQLAlchemy is imported: the window shows it at once.

Importing the ORM takes longer than starting Qt. This look reads the same table through the standard
library, read-only, and is replaced by the real list as soon as the workspace is open.
"""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from wb6assess.model.assessment import Identity, Status
from wb6assess.store.files import DATABASE_FILE
from wb6assess.store.records import AssessmentInfo


def glance(folder: Path) -> list[AssessmentInfo] | None:
    """The assessments as last stored, newest edited first.

    None when there is nothing to look at yet, or when it cannot be read this way (a database after a
    crash, of another version, damaged): opening the workspace then says what is wrong.
    """
    path = folder / DATABASE_FILE
    if not path.is_file():
        return None
    try:
        address = f"{path.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=0)) as connection:
            connection.row_factory = sqlite3.Row
            rows = connection.execute(
                "SELECT *, (SELECT max(taken_at) FROM taken_return"
                " WHERE assessment_id = assessment.id) AS returned_at"
                " FROM assessment ORDER BY updated_at DESC, id DESC"
            )
            return [_info(row) for row in rows]
    except (sqlite3.Error, IndexError, ValueError):
        return None


def _info(row: sqlite3.Row) -> AssessmentInfo:
    names = ("country", "instrument", "instrument_version", "round", "expert")
    return AssessmentInfo(
        id=row["id"],
        identity=Identity(*(row[name] for name in names)),
        title=row["title"],
        revision=row["revision"],
        status=Status(row["status"]),
        created_at=_moment(row["created_at"]),
        updated_at=_moment(row["updated_at"]),
        submitted_at=_moment(row["submitted_at"]) if row["submitted_at"] else None,
        done=row["done"],
        asked=row["asked"],
        flagged=row["flagged"],
        blocking=row["blocking"],
        last_item=row["last_item"],
        sample=bool(row["sample"]),
        queries=row["queries"],
        returned_at=_moment(row["returned_at"]) if row["returned_at"] else None,
    )


def _moment(text: str) -> datetime:
    """Times are stored in UTC without their zone (`store.columns`)."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
