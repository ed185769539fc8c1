"""Results of this program among files that come in: known by a mark in the workbook's properties."""

from pathlib import Path

from wb6assess.exchange.archive import UnsafeArchiveError, chunks, open_archive

CATEGORY = "WB6 Assess result"
"""The category of workbooks that hold no expert's answers to read back."""

_PROPERTIES = "docProps/core.xml"
_MARK = f"<cp:category>{CATEGORY}</cp:category>".encode()


def is_own_result(path: Path) -> bool:
    """Whether a workbook is a regional one or a comment matrix, as this program wrote it."""
    try:
        with open_archive(path) as archive:
            # A mark beyond the first piece is none of ours; nobody unpacks more for its sake.
            return _PROPERTIES in archive.namelist() and _MARK in next(chunks(archive, _PROPERTIES), b"")
    except UnsafeArchiveError:
        return False
