"""The Guide sheet: the ladder of every indicator with its anchors, in the rows of Answers."""

from collections.abc import Iterable

from xlsxwriter.worksheet import Worksheet

from exports.workbook import measure
from exports.workbook.cells import kind_of
from exports.workbook.draft import A3, LANDSCAPE, Column, Draft
from exports.workbook.live import Live, put
from exports.workbook.names import ANSWERS, GUIDE, column, on
from exports.workbook.plan import ANSWER, FIRST_ROW, HEAD_ROW
from wb6assess.model.instrument import Indicator, Instrument, Vignette

LEVELS, ANCHORS, COUNTS, GUIDANCE, CHOSEN = 2, 8, 9, 10, 11
COLUMNS = (
    Column(9, "Id"),
    Column(24, "Indicator"),
    *(Column(width, style="head_number") for width in (21, 21, 22, 22, 22, 22)),
    Column(26, "Legal anchors", style="head_indent"),
    Column(20, "Evidence that counts", style="head_indent"),
    Column(60, "How levels differ", style="head_indent"),
)


def write_guide(draft: Draft) -> None:
    """Write the sheet; the chosen rung is marked by a live rule."""
    sheet = draft.sheet(GUIDE, COLUMNS)
    draft.heading(
        sheet,
        "Guide",
        "The ladder of every indicator: six rungs, lowest first. Read the words, not the numbers.",
    )
    styles, plan = draft.styles, draft.plan
    for level in range(6):
        put(sheet, HEAD_ROW, LEVELS + level, level, styles["head_number"])
    room = [measure.column_points(item.width) for item in COLUMNS]
    for pillar in plan.instrument.pillars:
        _heading(draft, sheet, plan.heading_rows[pillar.id], pillar.id, pillar.title, pillar.why)
        for item in pillar.indicators:
            _row(draft, sheet, plan.answer_rows[item.id], _texts(plan.instrument, item), room)
    if plan.instrument.vignettes:
        _heading(draft, sheet, plan.heading_rows[""], "", "Invented countries", "")
        for vignette in plan.instrument.vignettes:
            texts = _vignette_texts(plan.instrument, vignette)
            _row(draft, sheet, plan.answer_rows[vignette.id], texts, room)
    last = plan.last_answer_row
    for col in range(len(COLUMNS)):
        put(sheet, last + 1, col, None, styles["end"])
    shown, rung = f"${column(CHOSEN)}{FIRST_ROW + 1}", f"{column(LEVELS)}{FIRST_ROW + 1}"
    chosen = f'AND(ISNUMBER({shown}),{shown}={column(LEVELS)}${HEAD_ROW + 1},{rung}<>"")'
    rule = {"type": "formula", "criteria": f"={chosen}", "format": styles["chosen"]}
    sheet.conditional_format(FIRST_ROW, LEVELS, last, LEVELS + 5, rule)
    _write_chosen(draft, sheet)
    sheet.freeze_panes(FIRST_ROW, 2)
    sheet.repeat_rows(HEAD_ROW)
    draft.page(sheet, A3, landscape=LANDSCAPE)
    draft.keep_headings(sheet, COLUMNS, A3, plan.heading_rows.values(), last)
    sheet.print_area(0, 0, last + 1, GUIDANCE)
    draft.protect(sheet)


def anchor_words(instrument: Instrument, item: Indicator) -> str:
    """Where the indicator is founded, law that does not yet apply marked."""
    lines = []
    for anchor in item.anchors:
        source = instrument.source_by_id.get(anchor.source)
        title = source.title if source else anchor.source
        lines.append(f"{'forward: ' if anchor.forward else ''}{title}, {anchor.at}")
    return "\n".join(lines)


def _write_chosen(draft: Draft, sheet: Worksheet) -> None:
    """The levels once more in a hidden column: rules may not look at other sheets in every Excel."""
    for item, row in draft.plan.answer_rows.items():
        question = draft.plan.instrument.by_id.get(item)
        if question is None or kind_of(question) == "level":
            value, cell = draft.inputs.sheet.answer(item).value, on(ANSWERS, row, ANSWER)
            level = value if isinstance(value, int) else ""
            put(sheet, row, CHOSEN, Live(f'IF(ISNUMBER({cell}),{cell},"")', level))
    sheet.set_column(CHOSEN, CHOSEN, 4, None, {"hidden": True})


def _heading(draft: Draft, sheet: Worksheet, row: int, item: str, title: str, why: str) -> None:
    bold, small = draft.styles["pillar"], draft.styles["pillar_why"]
    sheet.set_row(row, 18)
    for col in range(len(COLUMNS)):
        text = {0: item, 1: title, 2: why}.get(col)
        put(sheet, row, col, text, small if col == 2 else bold)


def _texts(instrument: Instrument, item: Indicator) -> list[str]:
    levels = list(item.levels) if item.levels else _other_scale(item)
    kinds = ", ".join(kind.replace("_", " ") for kind in item.evidence)
    anchors = anchor_words(instrument, item)
    return [item.id, item.title, *levels, *[""] * (6 - len(levels)), anchors, kinds, item.guide]


def _other_scale(item: Indicator) -> list[str]:
    """What the answer means where there is no ladder, in the first cells."""
    if item.options:
        return ["; ".join(option.label for option in item.options)]
    if item.thresholds:
        return ["", *(f"{threshold:g} {item.unit}".strip() for threshold in item.thresholds)]
    if item.worst is not None and item.best is not None:
        return [
            f"{item.worst:g} {item.unit}".strip(),
            "",
            "",
            "",
            "",
            f"{item.best:g} {item.unit}".strip(),
        ]
    return []


def _vignette_texts(instrument: Instrument, vignette: Vignette) -> list[str]:
    levels = instrument.by_id[vignette.indicator].levels
    return [vignette.id, vignette.title, *levels, *[""] * (6 - len(levels)), "", "", vignette.text]


def _row(draft: Draft, sheet: Worksheet, row: int, texts: Iterable[str], room: list[float]) -> None:
    styles = draft.styles
    heights = []
    for col, text in enumerate(texts):
        look = (
            "id"
            if col == 0
            else "body_bold"
            if col == 1
            else "rung"
            if col < ANCHORS
            else "caption_indent"
        )
        put(sheet, row, col, text, styles[look])
        # The chosen rung turns bold: measure as if.
        heights.append(
            measure.height(
                (text, room[col] - (8 if col >= LEVELS else 0), 9 if col < LEVELS else 8, col < ANCHORS)
            )
        )
    sheet.set_row(row, max(heights))
