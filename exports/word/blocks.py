"""What Word pages are built from: heads, running text, captions, tables, pictures with their words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import TypeVar

from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from reportlab.graphics.shapes import Drawing

from exports import house
from exports.paper.parts import Chart
from exports.word import sheet
from exports.word.picture import png_of
from wb6assess.progress import SILENT, Progress

Row = TypeVar("Row")

_TALLEST = 640.0
"""Points a picture may be tall, so that head and caption stay with it on a page."""

_WHOLE = 12
"""Rows of a table that never parts: a longer one may go on after a page break."""

_HEADS = {"Cell Number": "Column Head Number", "Cell Band": "Column Head Band"}


@dataclass
class Pages:
    """A Word file in the making.

    Attributes:
        document: What is written into.
        progress: Told of every picture and table.
        pictures: How many there are so far.
    """

    document: WordDocument
    progress: Progress = SILENT
    pictures: int = 0
    _counts: dict[str, int] = field(default_factory=dict)

    def say(self, text: str, style: str = "Normal", *, keep: bool = False) -> Paragraph | None:
        """A paragraph; an empty text makes none. `keep` holds it with what follows."""
        if not text:
            return None
        paragraph = self._paragraph(style, text)
        paragraph.paragraph_format.keep_with_next = keep or None
        return paragraph

    def head(self, text: str, level: int = 1, *, new_page: bool = False) -> None:
        """A heading that stays with what follows."""
        paragraph = self._paragraph(f"Heading {level}", text)
        paragraph.paragraph_format.page_break_before = new_page or None

    def caption(self, words: str, what: str = "Figure", style: str = "Caption") -> None:
        """A numbered caption; Word can list them."""
        number = self._counts[what] = self._counts.get(what, 0) + 1
        paragraph = self._paragraph(style, f"{what} ")
        add_field(paragraph, f"SEQ {what} \\* ARABIC", str(number))
        paragraph.add_run(plain(f". {words}"))

    def chart(self, chart: Chart[Row], words: str, share: float = 1.0) -> None:
        """A chart as a picture, in parts where it is taller than a page; `share` of its own size."""
        rest: list[Chart[Row]] = [chart]
        while rest:
            part = rest.pop(0)
            parts = part.split(0, _TALLEST) if part.drawing.height > _TALLEST else []
            if len(parts) > 1:
                rest = parts
                continue
            self._picture(part.drawing, part.alternative(part.rows), share)
        self.caption(words)

    def _picture(self, drawing: Drawing, alternative: str, share: float) -> None:
        self.pictures += 1
        self.progress.step(self.pictures, 0, f"picture {self.pictures}")
        paragraph = self._paragraph("Figure")
        scale = min(share, house.TEXT_WIDTH / drawing.width, 1.1 * _TALLEST / drawing.height)
        stream = BytesIO(png_of(drawing))
        shape = paragraph.add_run().add_picture(stream, width=Pt(drawing.width * scale))
        named = shape._inline.docPr  # noqa: SLF001 - the library has no other way to give a text
        named.set("descr", plain(alternative))
        named.set("name", f"Chart {self.pictures}")
        for side in ("distT", "distB", "distL", "distR"):
            shape._inline.set(side, "0")  # noqa: SLF001 - or LibreOffice moves it aside

    def table(
        self,
        head: Sequence[str],
        rows: Sequence[Sequence[str]],
        widths: Sequence[float],
        *,
        looks: Mapping[int, str] | None = None,
        caption: str = "",
    ) -> Table:
        """A table with a head that repeats and rows that do not split.

        Args:
            head: Titles of the columns.
            rows: Texts of the cells.
            widths: Of the columns in points.
            looks: Column -> the style of its cells, where it is not "Cell".
            caption: Stands above.
        """
        if caption:
            self.caption(caption, "Table", "Table Caption")
        self.progress.step(self.pictures, 0, caption)
        table: Table = self.document.add_table(0, len(widths), sheet.TABLE)
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
        _fix_widths(table, widths)
        styles = [(looks or {}).get(place, "Cell") for place in range(len(widths))]
        titles = [_HEADS.get(style, "Column Head") for style in styles]
        _add_row(table, head, titles, widths, repeat=True)
        for place, row in enumerate(rows, start=1):
            _add_row(table, row, styles, widths, keep=place < len(rows) <= _WHOLE)
        self._after_table()
        return table

    def plain_table(self, rows: Sequence[Sequence[tuple[str, str]]], widths: Sequence[float]) -> Table:
        """Texts with their styles in columns without rules."""
        table: Table = self.document.add_table(0, len(widths), sheet.COLUMNS)
        table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
        _fix_widths(table, widths)
        for row in rows:
            texts, styles = [text for text, _ in row], [style for _, style in row]
            _add_row(table, texts, styles, widths)
        self._after_table()
        return table

    def _after_table(self) -> None:
        """Two tables in a row would become one."""
        self._paragraph("Gap")

    def _paragraph(self, style: str, text: str = "") -> Paragraph:
        paragraph = self.document.add_paragraph(plain(text))
        _set_style(paragraph, style)
        return paragraph


def letter_cell(cell: _Cell, letter: str, words: str, fill: str, ink: str) -> None:
    """A cell of a band: its letter in bold, then the score; the colour says the same."""
    paragraph = cell.paragraphs[0].clear()
    for run in (paragraph.add_run(letter, sheet.LETTER), paragraph.add_run(plain(f"  {words}"))):
        run.font.color.rgb = RGBColor.from_string(ink[1:])
    cell._tc.get_or_add_tcPr().append(shading(fill))  # noqa: SLF001 - the library knows no shading


def shading(fill: str) -> BaseOxmlElement:
    """A coloured ground, for the properties of a cell or a run."""
    ground = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill[1:])):
        ground.set(qn(f"w:{name}"), value)
    return ground


def add_field(paragraph: Paragraph, code: str, shown: str) -> None:
    """A field that Word fills anew, with the text it shows until then."""
    simple = OxmlElement("w:fldSimple")
    simple.set(qn("w:instr"), f" {code} ")
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = shown
    run.append(text)
    simple.append(run)
    paragraph._p.append(simple)  # noqa: SLF001 - the library knows no fields


def plain(text: str) -> str:
    """A text without control characters, which XML cannot hold."""
    return "".join(sign if sign >= " " or sign in "\n\t" else " " for sign in text)


def _set_style(paragraph: Paragraph, style: str) -> None:
    """By name, the library would search all styles for every paragraph and cell."""
    paragraph._p.style = sheet.style_id(style)  # noqa: SLF001


def _fix_widths(table: Table, widths: Sequence[float]) -> None:
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)


def _add_row(
    table: Table,
    texts: Sequence[str],
    styles: Sequence[str],
    widths: Sequence[float],
    *,
    repeat: bool = False,
    keep: bool = False,
) -> None:
    """A row; `repeat` makes it a head, `keep` holds it on the page of the next one."""
    row = table.add_row()  # type: ignore[no-untyped-call]
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - the library has neither of the two
    properties.append(OxmlElement("w:cantSplit"))
    if repeat:
        properties.append(OxmlElement("w:tblHeader"))
    for cell, text, style, width in zip(row.cells, texts, styles, widths, strict=True):
        cell.width = Pt(width)
        paragraph = cell.paragraphs[0]
        _set_style(paragraph, style)
        paragraph.paragraph_format.keep_with_next = keep or None
        paragraph.add_run(plain(text))
