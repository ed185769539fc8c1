"""The Answers sheet: one row per indicator, to read and to fill; vignettes at the end."""

from xlsxwriter.worksheet import Worksheet

from exports.workbook import lists, measure
from exports.workbook.cells import cell_of, kind_of, option_labels, shown_text
from exports.workbook.draft import A3, LANDSCAPE, Column, Draft
from exports.workbook.live import Content, Live, put
from exports.workbook.names import ANSWERS, GUIDE, column
from exports.workbook.plan import (
    ANSWER,
    CONFIDENCE,
    EVIDENCE,
    FINDINGS,
    FIRST_ROW,
    HEAD_ROW,
    ID,
    QUESTION,
    REASON,
    SAYS,
    SCORE,
    STATE,
    WEIGHT,
)
from exports.workbook.sheets.evidence_words import evidence_cell
from exports.workbook.sheets.findings_words import findings_cell
from exports.workbook.validation import answer_rule, confidence_rule, state_rule
from wb6assess.model.assessment import Answer
from wb6assess.model.instrument import Indicator, Vignette
from wb6assess.model.vocabulary import IndicatorType

_NARROW = {"level", "yesno", "numeric"}


def columns(draft: Draft) -> list[Column]:
    """Widths as in the house style; the answer is wider where it may be words."""
    kinds = {kind_of(item) for item in draft.plan.instrument.indicators()}
    wide = not kinds <= _NARROW
    return [
        Column(9, "Id"),
        Column(37, "Indicator and question"),
        Column(18 if wide else 8, "Answer" if wide else "Level", "answer", "head_centre"),
        Column(28, "The level says", style="head_indent"),
        Column(15, "State", "state", "head_indent"),
        Column(12, "Confidence", "confidence", "head_indent"),
        Column(40, "Justification", "justification", "head_indent"),
        Column(31, "Evidence", style="head_indent"),
        Column(8, "Score", style="head_right"),
        Column(8, "Weight", style="head_right"),
        Column(26, "Findings", style="head_indent"),
    ]


def write_answers(draft: Draft) -> None:
    """Write the sheet, its drop-downs and one name per answer."""
    widths = columns(draft)
    sheet = draft.sheet(ANSWERS, widths, "answers")
    draft.heading(
        sheet,
        "Answers",
        "Blue cells take input. Level: pick 0–5 from the list; for “not applicable” or “don't know” "
        "leave the answer empty and set the state. Everything else is locked; no password.",
    )
    room = [measure.column_points(item.width) for item in widths]
    for pillar in draft.plan.instrument.pillars:
        _write_pillar(draft, sheet, pillar.id, pillar.title, pillar.weight)
        for item in pillar.indicators:
            _write_row(draft, sheet, item, room)
    if draft.plan.instrument.vignettes:
        _write_pillar(draft, sheet, "", "Invented countries", None)
        for vignette in draft.plan.instrument.vignettes:
            _write_row(draft, sheet, vignette, room)
    last = draft.plan.last_answer_row
    for col in range(FINDINGS + 1):
        put(sheet, last + 1, col, None, draft.styles["end"])
    confidence_rule(draft, sheet, FIRST_ROW, last, CONFIDENCE)
    sheet.freeze_panes(FIRST_ROW, 2)
    sheet.autofilter(HEAD_ROW, 0, last, FINDINGS)
    sheet.repeat_rows(HEAD_ROW)
    draft.page(sheet, A3, landscape=LANDSCAPE)
    draft.keep_headings(sheet, widths, A3, draft.plan.heading_rows.values(), last)
    sheet.print_area(0, 0, last + 1, FINDINGS)
    draft.quiet(sheet, last, FINDINGS)
    draft.protect(sheet)


def _write_pillar(draft: Draft, sheet: Worksheet, item: str, title: str, weight: float | None) -> None:
    row = draft.plan.heading_rows[item]
    bold, right = draft.styles["pillar"], draft.styles["pillar_right"]
    sheet.set_row(row, 18)
    put(sheet, row, ID, item, bold)
    put(sheet, row, QUESTION, title, bold)
    for col in range(ANSWER, FINDINGS + 1):
        put(sheet, row, col, weight if col == WEIGHT else None, right if col == WEIGHT else bold)


def _write_row(draft: Draft, sheet: Worksheet, item: Indicator | Vignette, room: list[float]) -> None:
    plan, styles = draft.plan, draft.styles
    row, answer = plan.answer_rows[item.id], draft.inputs.sheet.answer(item.id)
    question = item.text if isinstance(item, Vignette) else item.question
    labels = option_labels(item)
    value = None if answer.value is None else cell_of(item, answer.value, labels)
    kind = kind_of(item)
    style = {"level": "input_level", "numeric": "input_number", "text": "input_small"}.get(kind, "input")
    put(sheet, row, ID, item.id, styles["id"])
    _write_question(draft, sheet, row, item.title, question)
    put(sheet, row, ANSWER, value, styles[style])
    says = _says(draft, item, row)
    put(sheet, row, SAYS, says, styles["caption_indent"])
    put(sheet, row, STATE, _state(answer), styles["input"])
    put(sheet, row, CONFIDENCE, answer.confidence and answer.confidence.value, styles["input"])
    put(sheet, row, REASON, shown_text(answer.justification), styles["input"])
    evidence, findings = evidence_cell(draft, item.id), findings_cell(draft, item.id)
    put(sheet, row, EVIDENCE, evidence, styles["body_indent"])
    score, weight = _figures(draft, item)
    put(sheet, row, SCORE, score, styles["score"])
    put(sheet, row, WEIGHT, weight, styles["figure"])
    put(sheet, row, FINDINGS, findings, styles["caption_indent"])
    answer_rule(draft, sheet, row, ANSWER, item, item.id)
    state_rule(draft, sheet, row, STATE, withheld=isinstance(item, Indicator) and item.sensitive)
    draft.name("answer", ANSWERS, row, ANSWER, item.id)
    shown = says.result if isinstance(says, Live) else says
    sheet.set_row(
        row,
        max(
            measure.height((item.title, room[QUESTION], 9, True), (question, room[QUESTION], 8, False)),
            measure.height((str(shown or ""), room[SAYS] - 8, 8, False)),
            measure.height((str(value or ""), room[ANSWER] - 8, 9, False)),
            measure.height((answer.justification[:4000], room[REASON] - 8, 9, False)),
            measure.height((str(evidence.result).rstrip(), room[EVIDENCE] - 8, 9, False)),
            measure.height(
                (str(findings.result if findings else "").rstrip(), room[FINDINGS] - 8, 8, False)
            ),
        ),
    )


def _write_question(draft: Draft, sheet: Worksheet, row: int, title: str, question: str) -> None:
    styles = draft.styles
    if title and question:
        sheet.write_rich_string(
            row,
            QUESTION,
            styles["bold"],
            title,
            styles["small"],
            f"\n{question}",
            styles["question"],
        )
    else:
        put(sheet, row, QUESTION, title or question, styles["question"])


def _says(draft: Draft, item: Indicator | Vignette, row: int) -> Content:
    """The words of the chosen rung, live; for other types what to enter."""
    kind = kind_of(item)
    if isinstance(item, Vignette) or (kind == "level" and item.levels):
        owner = draft.plan.instrument.by_id[item.indicator] if isinstance(item, Vignette) else item
        value = draft.inputs.sheet.answer(item.id).value
        rung = (
            owner.levels[value] if isinstance(value, int) and value in range(len(owner.levels)) else ""
        )
        words = f"'{GUIDE}'!${column(2)}${row + 1}:${column(7)}${row + 1}"
        cell = f"${column(ANSWER)}${row + 1}"
        return Live(f'IF(ISNUMBER({cell}),IFERROR(INDEX({words},1,{cell}+1),""),"")', rung)
    return what_to_enter(item)


def what_to_enter(item: Indicator) -> str:
    """A hint for answers that are no levels."""
    match item.type:
        case IndicatorType.MULTI:
            return f"Several, separated by semicolons: {'; '.join(option_labels(item).values())}"
        case IndicatorType.NUMERIC:
            bounds = f", {item.plausible[0]:g} to {item.plausible[1]:g}" if item.plausible else ""
            return f"A number{f' ({item.unit})' if item.unit else ''}{bounds}"
        case IndicatorType.TEXT:
            return "Text"
        case _:
            return "Choose from the list"


def _state(answer: Answer) -> str | None:
    if answer.state is not None:
        return lists.STATES[answer.state]
    return lists.STATES["answered"] if answer.value is not None else None


def _figures(draft: Draft, item: Indicator | Vignette) -> tuple[Content, Content]:
    if isinstance(item, Vignette):
        return None, None
    score = draft.report.scores.indicators[item.id].score
    return (
        Live(draft.plan.score_cell(item.id, 7), "" if score is None else score),
        Live(draft.plan.score_cell(item.id, 2), item.score_weight),
    )
