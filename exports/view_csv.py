"""A view of the desk as a CSV file that spreadsheet programs open as it is."""

import csv
from pathlib import Path

from wb6assess.files import replacing
from wb6assess.reports.desk.view_rows import View, csv_rows


def write_view_csv(target: Path, view: View) -> None:
    """Write the tables of a view; UTF-8 with the mark that makes Excel read it as such.

    Raises:
        ExportError: the target cannot be written.
    """
    with replacing(target) as scratch, scratch.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows(csv_rows(view))
