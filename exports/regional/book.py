"""The workbook of a consolidation while it is written: formats, sheet set-up, score cells."""

from collections.abc import Sequence

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from exports import house
from wb6assess.model.framework import METHODOLOGY
from wb6assess.reports.wording import published_sign
from wb6assess.scoring.bands import BANDS
from wb6assess.scoring.tree import NodeScore
from wb6assess.session.consolidation import Consolidation

HEAD_ROW = 3
FIRST_ROW = HEAD_ROW + 1


class Book:
    """Formats are made once; every sheet begins the same way."""

    def __init__(self, book: Workbook, data: Consolidation) -> None:
        self.book = book
        self.data = data
        caption = {"font_size": 9, "font_color": house.CAPTION}
        head = {**caption, "bold": True, "text_wrap": True, "top": 2, "bottom": 1, "valign": "bottom"}
        row = {"bottom": 1, "bottom_color": house.TABLE_LINE, "valign": "vcenter"}
        right = {**row, "align": "right"}
        self.title = self._format(font_size=18, bold=True)
        self.sub = self._format(**caption)
        self.note = self._format(**caption, text_wrap=True, valign="top")
        self.head = self._format(**head)
        self.head_right = self._format(**head, align="right")
        self.cell = self._format(**row, text_wrap=True)
        self.bold = self._format(**row, bold=True)
        self.group = self._format(bold=True, bg_color=house.PILLAR_FILL, bottom=1)
        self.score = self._format(**right, num_format=house.XLSX_SCORE)
        self.count = self._format(**right, num_format="0")
        self.share = self._format(**right, num_format=house.XLSX_SHARE)
        self.no_score = self._format(
            align="right", valign="vcenter", border=1, border_color=house.BAND_EDGE
        )
        self.legend = {
            band: self._format(
                bg_color=house.BAND_FILL[band],
                font_color=house.BAND_TEXT[band],
                bold=True,
                border=1,
                border_color=house.BAND_EDGE,
            )
            for band in BANDS
        }
        self.bands = {
            band: self._format(
                bg_color=house.BAND_FILL[band],
                font_color=house.BAND_TEXT[band],
                bold=True,
                num_format=f'"{band.letter}"  {house.XLSX_SCORE}',
                align="right",
                valign="vcenter",
                border=1,
                border_color=house.BAND_EDGE,
            )
            for band in BANDS
        }

    def _format(self, **properties: object) -> Format:
        return self.book.add_format({"font_name": house.WORKBOOK_FONT, "font_size": 10, **properties})

    def sheet(
        self, name: str, sub: str, widths: Sequence[float], heads: Sequence[str], numbers_from: int
    ) -> Worksheet:
        """A sheet with title, sub line and table head; columns from `numbers_from` on are numbers."""
        sheet = self.book.add_worksheet(name)
        sheet.hide_gridlines(2)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.set_row(0, 26)
        sheet.write_string(0, 0, name, self.title)
        sheet.write_string(1, 0, sub, self.sub)
        sheet.set_row(HEAD_ROW, 30)
        for column, head in enumerate(heads):
            made = self.head_right if column >= numbers_from else self.head
            sheet.write_string(HEAD_ROW, column, head, made)
        sheet.freeze_panes(FIRST_ROW, min(numbers_from, 2))
        self._page(sheet)
        return sheet

    def _page(self, sheet: Worksheet) -> None:
        sheet.set_paper(9)  # A4
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(HEAD_ROW)
        draft = "" if self.data.final else house.DRAFT_TAG
        tag = house.SAMPLE_TAG if self.data.sample else draft
        sheet.set_header(f"&L&8{self.data.framework.title}, round {self.data.round}&R&8&B{tag}")
        sheet.set_footer(f"&L&8methodology {METHODOLOGY}, coordinator's workbook&R&8&P / &N")

    def write_node(self, sheet: Worksheet, row: int, column: int, node: NodeScore) -> None:
        """The published score on its band's colour, with the letter; a sign where there is none."""
        if node.published is None or node.band is None:
            sheet.write_string(row, column, published_sign(node.status, None), self.no_score)
        else:
            sheet.write_number(row, column, float(node.published), self.bands[node.band])

    def write_texts(self, sheet: Worksheet, row: int, texts: Sequence[str], start: int = 0) -> None:
        """Texts side by side; never read as a formula or link."""
        for column, text in enumerate(texts, start=start):
            sheet.write_string(row, column, text, self.cell)
