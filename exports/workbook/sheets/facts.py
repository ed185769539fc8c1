"""The Facts sheet: companion fields and context questions, one row each, grids one row a cell."""

from xlsxwriter.worksheet import Worksheet

from exports.workbook import lists, measure
from exports.workbook.cells import (
    Cell,
    cell_of,
    grid_cells,
    kind_of,
    number_cell,
    option_labels,
    shown_text,
)
from exports.workbook.draft import A3, LANDSCAPE, Column, Draft
from exports.workbook.live import Content, Live, put
from exports.workbook.names import FACTS, quoted
from exports.workbook.plan import FIRST_ROW, HEAD_ROW, FactKey, fact_keys
from exports.workbook.validation import answer_rule, confidence_rule, state_rule
from wb6assess.model.assessment import Value
from wb6assess.model.instrument import Field
from wb6assess.model.vocabulary import FieldType

ID, LABEL, ANSWER, HINT, STATE, CONFIDENCE, REASON = range(7)
NOT_ASKED = "Not asked with the present answers"
_INPUT_STYLES = {"date": "input_date", "numeric": "input_number", "grid": "input_number"}


def write_facts(draft: Draft) -> None:
    """Write the sheet; only questionnaires with facts have one."""
    columns = [
        Column(28, "Id"),
        Column(50, "Question"),
        Column(38, "Answer", "answer", "head_indent"),
        Column(38, "What to enter", style="head_indent"),
        Column(14, "State", "state", "head_indent"),
        Column(12, "Confidence", "confidence", "head_indent"),
        Column(30, "Justification", "justification", "head_indent"),
    ]
    sheet = draft.sheet(FACTS, columns, "facts")
    draft.heading(
        sheet,
        "Facts",
        "Facts beside the levels and context questions at the end; none of them is scored. "
        "Blue cells take input.",
    )
    for row, owner in draft.plan.fact_headings.items():
        _write_heading(draft, sheet, row, owner)
    room = [measure.column_points(column.width) for column in columns]
    first_context = None
    for fact in fact_keys(draft.plan.instrument):
        _write_fact(draft, sheet, fact, room)
        if not fact.field and first_context is None:
            first_context = draft.plan.fact_rows[fact.key]
    last = max(draft.plan.fact_rows.values())
    if first_context is not None:
        confidence_rule(draft, sheet, first_context, last, CONFIDENCE)
    for col in range(len(columns)):
        put(sheet, last + 1, col, None, draft.styles["end"])
    sheet.freeze_panes(FIRST_ROW, 2)
    sheet.repeat_rows(HEAD_ROW)
    draft.page(sheet, A3, landscape=LANDSCAPE)
    draft.keep_headings(sheet, columns, A3, draft.plan.fact_headings, last)
    sheet.print_area(0, 0, last + 1, REASON)
    draft.quiet(sheet, last, REASON)
    draft.protect(sheet)


def _write_heading(draft: Draft, sheet: Worksheet, row: int, owner: str) -> None:
    bold = draft.styles["pillar"]
    title = "Context"
    if owner:
        title = f"{owner}  {draft.plan.instrument.by_id[owner].title}"
    sheet.set_row(row, 18)
    for col in range(REASON + 1):
        put(sheet, row, col, title if col == LABEL else None, bold)


def _write_fact(draft: Draft, sheet: Worksheet, fact: FactKey, room: list[float]) -> None:
    styles, row = draft.styles, draft.plan.fact_rows[fact.key]
    answer = draft.inputs.sheet.answer(fact.item)
    value = answer.fields.get(fact.field) if fact.field else answer.value
    kind = kind_of(fact.question)
    context_head = kind == "grid" and fact.cell is None
    content = None if context_head else _cell(fact, value)
    label, hint = _label(fact), _hint(draft, fact)
    put(sheet, row, ID, fact.key, styles["id_small"])
    put(sheet, row, LABEL, label, styles["body"])
    style = "body" if context_head else _INPUT_STYLES.get(kind, "input")
    put(sheet, row, ANSWER, content, styles[style])
    put(sheet, row, HINT, hint, styles["caption_indent"])
    if not context_head:
        answer_rule(draft, sheet, row, ANSWER, fact.question, fact.place)
    if not fact.field and fact.cell is None:
        _write_context(draft, sheet, fact, row)
    else:
        for col in (STATE, CONFIDENCE, REASON):
            put(sheet, row, col, None, styles["body"])
    shown = hint.result if isinstance(hint, Live) else hint
    reason = answer.justification if not fact.field and fact.cell is None else ""
    sheet.set_row(
        row,
        max(
            measure.height((fact.key, room[ID], 8, False)),
            measure.height((label, room[LABEL], 9, False)),
            measure.height((str(content or "")[:4000], room[ANSWER] - 8, 9, False)),
            measure.height((str(shown), room[HINT] - 8, 8, False)),
            measure.height((reason[:4000], room[REASON] - 8, 9, False)),
        ),
    )
    if not fact.field and not fact.cell:
        draft.name("answer", FACTS, row, ANSWER, fact.item)


def _write_context(draft: Draft, sheet: Worksheet, fact: FactKey, row: int) -> None:
    answer = draft.inputs.sheet.answer(fact.item)
    style = draft.styles["input"]
    state = lists.STATES[answer.state] if answer.state else None
    put(sheet, row, STATE, state, style)
    put(sheet, row, CONFIDENCE, answer.confidence and answer.confidence.value, style)
    put(sheet, row, REASON, shown_text(answer.justification), style)
    state_rule(draft, sheet, row, STATE, withheld=fact.question.sensitive)


def _cell(fact: FactKey, value: Value | None) -> Cell:
    if value is None:
        return None
    if fact.cell is None:
        return cell_of(fact.question, value, option_labels(fact.question))
    number = grid_cells(value).get(fact.cell)  # type: ignore[arg-type]
    return None if number is None else number_cell(number)


def _label(fact: FactKey) -> str:
    if fact.cell is None:
        return fact.question.label
    row = next(item.label for item in fact.question.rows if item.key == fact.cell[0])
    column = next(item.label for item in fact.question.columns if item.key == fact.cell[1])
    return f"{fact.question.label}: {row}, {column}"


def _hint(draft: Draft, fact: FactKey) -> Content:
    """What to enter, or that the question is not asked with the present answers."""
    text = _what_to_enter(fact.question, whole_grid=fact.cell is None)
    key = f"{fact.item}.{fact.field}"
    if not fact.field or key not in draft.inputs.conditional_fields:
        return text
    cell = draft.plan.machine(f"asked.{key}")
    asked = draft.inputs.sheet.field_asked(fact.item, fact.field)
    return Live(f'IF({cell}=0,"{NOT_ASKED}",{quoted(text)})', text if asked else NOT_ASKED)


def figure(value: float) -> str:
    """A bound as people write it: no exponent, thousands apart."""
    return f"{value:,.10g}".replace(",", "\u00a0") if abs(value) < 1e10 else f"{value:g}"


def _what_to_enter(question: Field, *, whole_grid: bool) -> str:
    bounds = (
        f", {figure(question.plausible[0])} to {figure(question.plausible[1])}"
        if question.plausible
        else ""
    )
    unit = f" ({question.unit})" if question.unit else ""
    match question.type:
        case FieldType.SINGLE | FieldType.YESNO:
            return "Choose from the list"
        case FieldType.MULTI:
            return f"Several, separated by semicolons: {'; '.join(option_labels(question).values())}"
        case FieldType.GRID if whole_grid:
            return "Fill the rows below"
        case FieldType.NUMERIC | FieldType.GRID:
            return f"A number{unit}{bounds}"
        case FieldType.DATE:
            return "A date, for example 2026-09-30"
        case FieldType.LEVEL:
            return "; ".join(f"{level} {text}" for level, text in enumerate(question.levels)) or "0 to 5"
    return "Text"
