"""A table on the clipboard: as lines with tabs for spreadsheets, as HTML for text programs."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from ui.desk.table.content import Row, TableContent
from wb6assess.reports.desk.view_rows import harmless


def copy_tables(contents: Sequence[TableContent], notes: Sequence[str] = ()) -> None:
    """Put tables on the clipboard, one below the other, with what must be said of their figures."""
    data = QMimeData()
    data.setText("\n".join([*map(as_lines, contents), *map(harmless, notes)]))
    written = "".join(f"<p>{escape(note)}</p>" for note in notes)
    data.setHtml("".join(map(as_html, contents)) + written)
    QGuiApplication.clipboard().setMimeData(data)


def as_lines(content: TableContent) -> str:
    """Heads and rows, cells apart by tabs; ends with a line break."""
    lines = [[column.head for column in content.columns]]
    lines += [[cell.leaving for cell in row.cells] for row in content.rows]
    return "".join("\t".join(map(harmless, line)) + "\n" for line in lines)


def as_html(content: TableContent) -> str:
    """One table with its title as caption; figures at the right."""
    heads = "".join(f"<th>{escape(column.head)}</th>" for column in content.columns)
    rows = "".join(f"<tr>{_html_cells(content, row)}</tr>" for row in content.rows)
    return (
        f"<table><caption>{escape(content.title)}</caption>"
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _html_cells(content: TableContent, row: Row) -> str:
    cells = zip(content.columns, row.cells, strict=True)
    return "".join(
        f'<td style="text-align:{"right" if column.right else "left"}">{escape(cell.leaving)}</td>'
        for column, cell in cells
    )
