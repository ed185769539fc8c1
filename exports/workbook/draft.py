"""What every sheet of the workbook being written shares: report, plan, styles, page furniture."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from exports import house
from exports.workbook.live import PlainWorksheet, put
from exports.workbook.names import MARK, column, defined_names, on
from exports.workbook.page_breaks import DEFAULT_HEIGHT, page_room, page_starts
from exports.workbook.plan import HEAD_ROW, KEY_ROW, Plan
from exports.workbook.styles import Styles
from exports.workbook.values import Inputs
from wb6assess.model.assessment import Status
from wb6assess.model.finding import Finding
from wb6assess.model.framework import METHODOLOGY
from wb6assess.reports.assessment import AssessmentReport
from wb6assess.reports.figures import fingerprint
from wb6assess.scoring.bands import Band

_HEADER_LIMIT = 255
_CONTROL = re.compile("[\x00-\x1f]")
PORTRAIT, LANDSCAPE = False, True
A4, A3 = 9, 8
_PAPER = {A4: (595.3, 841.9), A3: (841.9, 1190.6)}
_LEFT, _RIGHT, _TOP, _BOTTOM = 0.6, 0.6, 0.75, 0.7
"""Margins in inches."""


@dataclass(frozen=True, slots=True)
class Column:
    """Width in characters, title, and the key the reader finds the column by."""

    width: float
    title: str = ""
    key: str = ""
    style: str = "head"


@dataclass
class Draft:
    """A workbook in the making."""

    book: Workbook
    styles: Styles
    plan: Plan
    report: AssessmentReport
    inputs: Inputs

    def __post_init__(self) -> None:
        instrument = self.report.instrument
        ids = [*instrument.answerable(), *(pillar.id for pillar in instrument.pillars)]
        self._names = defined_names(ids)
        self._lists: dict[str, str] = {}

    @property
    def blank(self) -> bool:
        """Whether this is an empty questionnaire."""
        return self.plan.blank

    @cached_property
    def findings(self) -> Mapping[tuple[str, str], Finding]:
        """The app's findings by id and, for its own rules, the indicator."""
        checks = {check.id for check in self.report.instrument.checks}
        return {
            (finding.id, "" if finding.id in checks else finding.about[0]): finding
            for finding in reversed(self.report.scores.findings)
            if finding.about or finding.id in checks
        }

    def identity_line(self) -> str:
        """Whose assessment of what, for page heads."""
        report, identity = self.report, self.report.document.identity
        if self.blank:
            return f"{report.instrument.title}, questionnaire {identity.instrument_version}"
        return (
            f"{report.instrument.title}, {report.country_name}, round {identity.round}, "
            f"{identity.expert} revision {report.document.revision}"
        )

    def fingerprint_words(self) -> str:
        """The fingerprint, or that there is none."""
        if self.blank:
            return "fingerprint not filled"
        return f"fingerprint {fingerprint(self.report.content_hash)}"

    def sheet(self, title: str, columns: Sequence[Column], mark: str = "") -> Worksheet:
        """A new sheet with widths, head row and the hidden row of keys."""
        sheet = self.book.add_worksheet(title, PlainWorksheet)
        sheet.hide_gridlines(2)
        for place, item in enumerate(columns):
            sheet.set_column(place, place, item.width)
            if item.title:
                put(sheet, HEAD_ROW, place, item.title, self.styles[item.style])
            elif item.style != "plain":
                put(sheet, HEAD_ROW, place, None, self.styles[item.style])
            if item.key:
                put(sheet, KEY_ROW, place, item.key)
        if mark:
            put(sheet, KEY_ROW, 0, MARK + mark)
        sheet.set_row(KEY_ROW, None, None, {"hidden": True})
        return sheet

    def heading(self, sheet: Worksheet, title: str, sub: str) -> None:
        """Title and the line under it."""
        sheet.set_row(0, 30)
        sheet.set_row(1, 26)
        put(sheet, 0, 0, title, self.styles["title"])
        put(sheet, 1, 0, sub, self.styles["sub"])

    def page(self, sheet: Worksheet, paper: int, *, landscape: bool, high: int = 0) -> None:
        """Print set-up: margins, one page wide, head and foot as on paper."""
        sheet.set_paper(paper)
        sheet.set_landscape() if landscape else sheet.set_portrait()
        sheet.fit_to_pages(1, high)
        sheet.set_margins(left=_LEFT, right=_RIGHT, top=_TOP, bottom=_BOTTOM)
        grey = f'"{house.WORKBOOK_FONT},Regular"&7&K{house.CAPTION[1:]}'
        tag = self._tag()
        sheet.set_header(_fitted(f"&L&{grey}", self.identity_line(), tag))
        instrument = self.report.instrument
        left = f"methodology {METHODOLOGY}   {instrument.id} {instrument.version}   "
        right = f"&R&{grey}&P / &N"
        sheet.set_footer(_fitted(f"&L&{grey}", left + self.fingerprint_words(), right))

    def keep_headings(
        self,
        sheet: Worksheet,
        columns: Sequence[Column],
        paper: int,
        headings: Collection[int],
        last: int,
    ) -> None:
        """Break a landscape sheet into pages so that no heading stands alone at the end of one."""
        margins = (72 * (_LEFT + _RIGHT), 72 * (_TOP + _BOTTOM))
        short, long = _PAPER[paper]
        room = page_room((long, short), margins, [item.width for item in columns])
        heights = {
            row: 0.0 if hidden else pixels * 0.75 for row, (pixels, hidden) in sheet.row_sizes.items()
        }
        head = heights.get(HEAD_ROW, DEFAULT_HEIGHT)
        sheet.set_h_pagebreaks(page_starts(headings, heights, last, head, room))

    def _tag(self) -> str:
        """SAMPLE or DRAFT at the right of the page head."""
        document = self.report.document
        words = house.SAMPLE_TAG if document.sample else ""
        if not words and not self.blank and document.status is Status.DRAFT:
            words = house.DRAFT_TAG
        return f'&R&"{house.WORKBOOK_FONT},Bold"&7&K{house.TAG_FILL[1:]}{words}' if words else ""

    def quiet(self, sheet: Worksheet, last: int, col: int) -> None:
        """No warning triangles beside pages and dates that are meant as text."""
        sheet.ignore_errors({"number_stored_as_text": f"A1:{column(col)}{last + 1}"})

    def protect(self, sheet: Worksheet) -> None:
        """Lock what breaks by typing; no password."""
        allowed = {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True}
        sheet.protect("", allowed)

    def band_colours(self, sheet: Worksheet, first: int, last: int, col: int) -> None:
        """Colour the letters of bands; the letter stays readable without colour."""
        for band in Band:
            rule = {
                "type": "cell",
                "criteria": "==",
                "value": f'"{band.letter}"',
                "format": self.styles[f"band_{band.letter}"],
            }
            sheet.conditional_format(first, col, last, col, rule)

    def name(self, what: str, sheet: str, row: int, col: int, item: str = "") -> None:
        """Define a name for a cell: `wb6.score`, `wb6.score.FDI_1`."""
        suffix = f".{self._names[item]}" if item else ""
        self.book.define_name(f"wb6.{what}{suffix}", "=" + on(sheet, row, col))

    def list_name(self, name: str, first: str, last: str) -> str:
        """Name a block of labels on the machine sheet, once; drop-downs refer to the name."""
        if name not in self._lists:
            safe = name.replace("-", "_")
            count = sum(known.casefold() == safe.casefold() for known in self._lists.values())
            self._lists[name] = f"{safe}__{count + 1}" if count else safe
            self.book.define_name(self._lists[name], f"={self.plan.machine_span(first, last)}")
        return self._lists[name]


def _fitted(begin: str, text: str, end: str) -> str:
    """A page head within the format's limit of 255 characters; ampersands are doubled."""
    shown = _CONTROL.sub(" ", text).replace("&", "&&")
    room = _HEADER_LIMIT - len(begin) - len(end) - 1
    if len(shown) > room:
        shown = shown[:room].rstrip("&")
    # A digit after a size or colour code would be read as part of it.
    return f"{begin} {shown}{end}"
