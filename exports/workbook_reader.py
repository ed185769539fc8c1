"""Reading a workbook of one assessment, filled by hand in a spreadsheet program or written here.

Tables are found by hidden keys and ids, never by position or wording. Nothing is taken unless
everything can be: every problem is listed by its cell.
"""

from pathlib import Path

from exports.workbook.incoming.container import open_workbook
from exports.workbook.incoming.reading import Filled, Lookup, filled_from
from wb6assess.model.assessment import Document


def read_workbook(path: Path, lookup: Lookup) -> Document:
    """The document a workbook carries.

    An edited workbook keeps its recorded identity, revision and status; that its content changed is
    seen by whoever compares digests.

    Args:
        path: Where it lies.
        lookup: Gives the instrument of an id and version, or raises.

    Raises:
        FileError: WORKBOOK_INVALID (no workbook, damaged, hostile; `reason`), WORKBOOK_FOREIGN (a
            workbook of something else), WORKBOOK_PROBLEMS with every problem by its cell.
        InstrumentError: made for an unknown questionnaire or another version of it.
    """
    return read_filled(path, lookup).document


def read_filled(path: Path, lookup: Lookup) -> Filled:
    """The document with remarks on what is not taken or easily overlooked; raises as `read_workbook`."""
    return filled_from(path, open_workbook(path), lookup)
