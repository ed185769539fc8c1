"""The Findings sheet: what checks notice now, and the expert's comments on it."""

from exports.workbook import measure
from exports.workbook.cells import shown_text
from exports.workbook.draft import A4, LANDSCAPE, Column, Draft
from exports.workbook.live import Live, put
from exports.workbook.names import FINDINGS
from exports.workbook.plan import FIRST_ROW, HEAD_ROW, MANY
from exports.workbook.sheets.findings_words import (
    ABOUT,
    COMMENT,
    ID,
    NOW,
    OPEN,
    SAYS,
    SEVERITY,
    now_cell,
    says_cell,
)
from wb6assess.reports.wording import severity_words

COLUMNS = (
    Column(22, "Id"),
    Column(16, "Severity"),
    Column(23, "About", "about"),
    Column(60, "What it says"),
    Column(12, "Now", style="head_indent"),
    Column(50, "Comment", "comment", "head_indent"),
)


def about_words(about: tuple[str, ...]) -> str:
    """The indicators a finding is about; the first one is always named, for it keeps the comment."""
    if len(about) <= MANY:
        return ", ".join(about)
    return f"{', '.join(about[:3])}, and {len(about) - 3} more"


def write_findings(draft: Draft) -> None:
    """Write the sheet; only questionnaires with checks or required grounds have one."""
    sheet = draft.sheet(FINDINGS, COLUMNS, "findings")
    draft.heading(
        sheet,
        "Findings",
        "Live: “open” blocks handing in, or needs a comment in the blue cell; "
        "an empty cell means that the check finds nothing.",
    )
    styles, plan = draft.styles, draft.plan
    room = [measure.column_points(item.width) for item in COLUMNS]
    for row, key in enumerate(plan.findings, FIRST_ROW):
        says = says_cell(draft, key)
        shown = says.result if isinstance(says, Live) else says
        comment = draft.inputs.sheet.answer(key.item).comments.get(key.id, "")
        now = Live('""', "") if key.severity is None else now_cell(draft, key, row)
        about = about_words(key.about)
        put(sheet, row, ID, key.id, styles["id"])
        put(sheet, row, SEVERITY, severity_words(key.severity) if key.severity else "", styles["body"])
        put(sheet, row, ABOUT, about, styles["body"])
        put(sheet, row, SAYS, says, styles["body"])
        put(sheet, row, NOW, now, styles["body_indent"])
        put(sheet, row, COMMENT, shown_text(comment), styles["input" if key.item else "body"])
        sheet.set_row(
            row,
            max(
                measure.height((str(shown), room[SAYS], 9, False)),
                measure.height((about, room[ABOUT], 9, False)),
                measure.height((comment[:4000], room[COMMENT] - 8, 9, False)),
            ),
        )
    last = FIRST_ROW + len(plan.findings) - 1
    for col in range(len(COLUMNS)):
        put(sheet, last + 1, col, None, styles["end"])
    rule = {"type": "cell", "criteria": "==", "value": f'"{OPEN}"', "format": styles["open"]}
    sheet.conditional_format(FIRST_ROW, NOW, last, NOW, rule)
    sheet.autofilter(HEAD_ROW, 0, last, COMMENT)
    sheet.freeze_panes(FIRST_ROW, 1)
    sheet.repeat_rows(HEAD_ROW)
    draft.page(sheet, A4, landscape=LANDSCAPE)
    sheet.print_area(0, 0, last + 1, COMMENT)
    draft.protect(sheet)
