"""The list of keys on paper, to lie beside the keyboard."""

from collections.abc import Sequence
from html import escape

from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.widgets.keycap import KeyEntry, key_names

_POINTS = 10
"""Size of letters; the screen's sizes are in px, which paper has many more of."""

_STYLE = "* {color: black} h1 {font-size: 16pt} h2 {font-size: 11pt}"


def print_keys(title: str, groups: Sequence[tuple[str, list[KeyEntry]]], parent: QWidget) -> None:
    """Ask for a printer and print; nothing happens when the person thinks better of it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if QPrintDialog(printer, parent).exec() == QDialog.DialogCode.Accepted:
        put_on_paper(printer, title, groups)


def put_on_paper(printer: QPrinter, title: str, groups: Sequence[tuple[str, list[KeyEntry]]]) -> None:
    """One sheet: two columns of groups, as on the screen."""
    halves = ("".join(map(_group, groups[start::2])) for start in (0, 1))
    columns = "".join(f'<td width="50%" valign="top">{half}</td>' for half in halves)
    document = QTextDocument()
    letters = QFont(QApplication.font())
    letters.setPointSize(_POINTS)
    document.setDefaultFont(letters)
    document.setDefaultStyleSheet(_STYLE)
    document.setHtml(f'<h1>{escape(title)}</h1><table width="100%"><tr>{columns}</tr></table>')
    document.print_(printer)


def _group(group: tuple[str, list[KeyEntry]]) -> str:
    name, entries = group
    rows = "".join(
        f"<tr><td>{escape(', '.join(map(key_names, entry.keys)))} &nbsp; </td>"
        f"<td>{escape(entry.words)}</td></tr>"
        for entry in entries
    )
    return f"<h2>{escape(name)}</h2><table>{rows}</table>"
