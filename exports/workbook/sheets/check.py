"""The Check sheet: what the app published beside what the formulas give now (methodology 13)."""

from collections.abc import Iterator

from xlsxwriter.worksheet import Worksheet

from exports.workbook import measure
from exports.workbook.draft import A4, PORTRAIT, Column, Draft
from exports.workbook.live import Live, put
from exports.workbook.names import CHECK, SCORES, at, on, span
from exports.workbook.plan import FIRST_ROW, HEAD_ROW
from exports.workbook.sheets.scores import BAND, COVERAGE, PUBLISHED, published_result
from wb6assess.scoring.tree import NodeScore

ID, NAME, APP, HERE, APART, APP_BAND, HERE_BAND, APP_SHARE, HERE_SHARE, SHARE_APART = range(10)
DIFFERS = "differs"
SAME = "The formulas give exactly what the app published."
CHANGED = (
    "Answers were changed since the app wrote this file, or a formula was. Import it to score it anew."
)
_SHOWN = 7  # column of Scores with an indicator's score

COLUMNS = (
    Column(9, "Id"),
    Column(38, "Pillar or indicator"),
    Column(9, "App", style="head_score"),
    Column(11, "Formula", style="head_score"),
    Column(11, "Difference", style="head_score"),
    Column(8, "Band, app", style="head_centre"),
    Column(10, "Band, formula", style="head_centre"),
    Column(10, "Coverage, app", style="head_right"),
    Column(11, "Coverage, formula", style="head_right"),
    Column(11, "Difference", style="head_right"),
)


def write_check(draft: Draft) -> None:
    """Write the sheet; an empty questionnaire has nothing to compare."""
    sheet = draft.sheet(CHECK, COLUMNS)
    draft.heading(
        sheet, "Check", "What the app published when it wrote this file, and what the formulas give now."
    )
    sheet.set_row(HEAD_ROW, 26)
    row = FIRST_ROW
    for row, (item, title, source, node) in enumerate(_nodes(draft), FIRST_ROW):
        _write_name(draft, sheet, row, item, title)
        _write_node(draft, sheet, row, source, node)
    nodes = row
    for row, indicator in enumerate(draft.plan.instrument.indicators(), nodes + 1):
        _write_name(draft, sheet, row, indicator.id, indicator.title)
        score = draft.report.scores.indicators[indicator.id].score
        source = draft.plan.score_rows[indicator.id]
        _write_pair(draft, sheet, row, (APP, HERE, APART), score, on(SCORES, source, _SHOWN))
        for col in range(APP_BAND, len(COLUMNS)):
            put(sheet, row, col, None, draft.styles["middle"])
    for col in range(len(COLUMNS)):
        put(sheet, row + 1, col, None, draft.styles["end"])
    _write_verdict(draft, sheet, nodes, row)
    draft.band_colours(sheet, FIRST_ROW, nodes, APP_BAND)
    draft.band_colours(sheet, FIRST_ROW, nodes, HERE_BAND)
    sheet.freeze_panes(FIRST_ROW, 2)
    sheet.repeat_rows(HEAD_ROW)
    draft.page(sheet, A4, landscape=PORTRAIT)
    sheet.print_area(0, 0, row + 4, SHARE_APART)
    draft.protect(sheet)


def _nodes(draft: Draft) -> Iterator[tuple[str, str, int, NodeScore]]:
    """Id, title, row on Scores and result: the whole, then its pillars."""
    plan, scores = draft.plan, draft.report.scores
    domain = draft.report.framework.domain_of.get(plan.instrument.id)
    whole = domain.id if domain else plan.instrument.id
    yield whole, plan.instrument.title, plan.total_row, scores.domain
    for pillar in plan.instrument.pillars:
        yield pillar.id, pillar.title, plan.pillar_row(pillar), scores.pillars[pillar.id]


def _write_name(draft: Draft, sheet: Worksheet, row: int, item: str, title: str) -> None:
    put(sheet, row, ID, item, draft.styles["middle_id"])
    put(sheet, row, NAME, title, draft.styles["middle"])
    room = measure.column_points(COLUMNS[NAME].width)
    sheet.set_row(row, measure.height((title, room, 9, False)))


def _write_node(draft: Draft, sheet: Worksheet, row: int, source: int, node: NodeScore) -> None:
    result = published_result(node)
    _write_pair(draft, sheet, row, (APP, HERE, APART), result, on(SCORES, source, PUBLISHED))
    letter = node.band.letter if node.band else ""
    put(sheet, row, APP_BAND, letter, draft.styles["band"])
    put(sheet, row, HERE_BAND, Live(on(SCORES, source, BAND), letter), draft.styles["band"])
    shares = (APP_SHARE, HERE_SHARE, SHARE_APART)
    _write_pair(draft, sheet, row, shares, node.coverage, on(SCORES, source, COVERAGE), digits=9)


def _write_pair(
    draft: Draft,
    sheet: Worksheet,
    row: int,
    cols: tuple[int, int, int],
    value: float | str | None,
    source: str,
    digits: int = 1,
) -> None:
    """The app's value, the formula's, and how far they are apart after rounding to `digits`."""
    look = draft.styles["middle_score" if digits == 1 else "middle_full"]
    app, here, apart = cols
    a, b = at(row, app), at(row, here)
    given = "" if value is None else value
    put(sheet, row, app, given, look)
    put(sheet, row, here, Live(source, given), look)
    far = f"ABS(ROUND(ROUND({b}-{a},9),{digits}))"
    text = f'IF(COUNT({a},{b})=2,{far},IF(EXACT({a}&"",{b}&""),0,"{DIFFERS}"))'
    put(sheet, row, apart, Live(text, 0), look)


def _write_verdict(draft: Draft, sheet: Worksheet, nodes: int, last: int) -> None:
    """The largest difference and the number of cells that differ, with their names."""
    scores, shares = span(FIRST_ROW, last, APART), span(FIRST_ROW, nodes, SHARE_APART)
    bands = f"({span(FIRST_ROW, nodes, APP_BAND)}<>{span(FIRST_ROW, nodes, HERE_BAND)})"
    counted = [f'COUNTIF({cells},">0")+COUNTIF({cells},"{DIFFERS}")' for cells in (scores, shares)]
    count = f"{'+'.join(counted)}+SUMPRODUCT({bands}*1)"
    row, styles = last + 2, draft.styles
    for place, (label, formula) in enumerate(
        {
            "Largest absolute difference of a score": f"MAX({scores})",
            "Cells that differ": count,
        }.items(),
        row,
    ):
        put(sheet, place, NAME, label, styles["middle"])
        for col in (APP, HERE):
            put(sheet, place, col, None, styles["middle"])
        look = styles["middle_score" if place == row else "middle_count"]
        put(sheet, place, APART, Live(formula, 0), look)
    verdict = f'IF({at(row + 1, APART)}=0,"{SAME}","{CHANGED}")'
    put(sheet, row + 2, NAME, Live(verdict, SAME), styles["bold"])
    draft.name("check", CHECK, row, APART)
    draft.name("check_cells", CHECK, row + 1, APART)
