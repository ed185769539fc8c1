"""One row per indicator on Scores: weight, applicable, scored, score, cap, state, what blocks.

These are the helper columns W, P, U and S of methodology 13, all in full precision.
"""

from xlsxwriter.worksheet import Worksheet

from exports.workbook import measure
from exports.workbook.cells import NOTHING_CHOSEN
from exports.workbook.draft import Draft
from exports.workbook.live import Live, number, put
from exports.workbook.names import ANSWERS, SCORES, at, on, quoted
from exports.workbook.plan import ANSWER
from exports.workbook.values import STATE_COLUMN
from wb6assess.model.finding import Finding
from wb6assess.model.instrument import Indicator
from wb6assess.model.values import Fault
from wb6assess.model.vocabulary import Direction, IndicatorType, Polarity, Severity, SkipEffect
from wb6assess.reports.wording import finding_message
from wb6assess.scoring.findings import Rule
from wb6assess.scoring.states import IndicatorScore, State

ID, TITLE, W, P, U, UNCAPPED, S, SHOWN, CAP = range(9)
BLOCKS = STATE_COLUMN + 1

_TITLE_POINTS = measure.column_points(36)

_HEADS = {
    W: "Weight W",
    P: "Applicable P",
    U: "Scored U",
    UNCAPPED: "Before caps",
    S: "Score S",
    SHOWN: "Score",
    CAP: "Capped at",
    STATE_COLUMN: "State",
}
_BLOCKING = {
    Rule.VALUE_INVALID,
    Rule.NA_NOT_ALLOWED,
    Rule.NA_REASON_MISSING,
    Rule.WITHHELD_NOT_ALLOWED,
}
_FAULT_OF = {
    IndicatorType.NUMERIC: Fault.IMPLAUSIBLE,
    IndicatorType.MULTI: Fault.EXCLUSIVE_COMBINED,
    IndicatorType.LEVEL: Fault.NOT_A_LEVEL,
    IndicatorType.VIGNETTE: Fault.NOT_A_LEVEL,
}
BOTH = "Both an answer and a state are given; clear one of them."


def write_indicators(draft: Draft, sheet: Worksheet) -> None:
    """Write the table and name every indicator's score."""
    row, styles = draft.plan.score_head, draft.styles
    put(sheet, row, ID, "Id", styles["head"])
    put(sheet, row, TITLE, "Indicator", styles["head"])
    for col in range(W, BLOCKS):
        align = {STATE_COLUMN: "head_indent", SHOWN: "head_score"}.get(col, "head_right")
        put(sheet, row, col, _HEADS[col], styles[align])
    sheet.set_row(row, 26)
    for item in draft.plan.instrument.indicators():
        _write_indicator(draft, sheet, item)


def _write_indicator(draft: Draft, sheet: Worksheet, item: Indicator) -> None:
    styles, row = draft.styles, draft.plan.score_rows[item.id]
    result = draft.report.scores.indicators[item.id]
    state = at(row, STATE_COLUMN)
    applicable = f'IF(OR({state}="not_applicable",{state}="skipped_exclude"),0,1)'
    scored = f'IF(OR({state}="answered",{state}="skipped_zero"),1,0)' if item.scored else "0"
    uncapped = f'IF({state}="answered",{_score(draft, item)},IF({state}="skipped_zero",0,""))'
    score = "" if result.score is None else result.score
    put(sheet, row, ID, item.id, styles["middle_id"])
    put(sheet, row, TITLE, item.title, styles["middle"])
    sheet.set_row(row, measure.height((item.title, _TITLE_POINTS, 9, False)))
    put(sheet, row, W, item.score_weight, styles["middle_weight"])
    put(sheet, row, P, Live(applicable, int(result.state.applicable)), styles["middle_weight"])
    put(sheet, row, U, Live(scored, int(result.score is not None)), styles["middle_weight"])
    before = "" if result.uncapped is None else result.uncapped
    put(sheet, row, UNCAPPED, Live(uncapped, before) if item.scored else None, styles["middle_full"])
    put(sheet, row, S, Live(_counted(draft, item, row), score or 0), styles["middle_full"])
    shown = f'IF({at(row, U)}=1,{at(row, S)},"")'
    put(sheet, row, SHOWN, Live(shown, score), styles["middle_score"])
    put(sheet, row, CAP, _cap(draft, item, result), styles["middle_weight"])
    put(sheet, row, STATE_COLUMN, Live(_state(draft, item), result.state.value), styles["middle_indent"])
    blocking = _blocking(draft.report.scores.findings, item.id)
    put(sheet, row, BLOCKS, Live(_blocks(draft, item), blocking), styles["helper_text"])
    draft.name("score", SCORES, row, SHOWN, item.id)
    draft.name("state", SCORES, row, STATE_COLUMN, item.id)
    draft.name("weight", SCORES, row, W, item.id)


def _score(draft: Draft, item: Indicator) -> str:
    """Score of a valid value, before caps (methodology 1.3)."""
    key = f"value.{item.id}"
    value, choice = draft.plan.machine(key), draft.plan.machine(key, 3)
    match item.type:
        case IndicatorType.LEVEL:
            return f"20*{value}"
        case IndicatorType.YESNO:
            good = "no" if item.polarity is Polarity.NEGATIVE else "yes"
            return f"IF({value}={quoted(good)},100,0)"
        case IndicatorType.SINGLE:
            return f"INDEX({_options(draft, item, 3)},{choice})"
        case IndicatorType.MULTI:
            return _multi(draft, item)
        case IndicatorType.NUMERIC if item.thresholds:
            sign = ">=" if item.direction is Direction.HIGHER else "<="
            met = "+".join(
                f"(ROUND({value},9){sign}ROUND({number(threshold)},9))" for threshold in item.thresholds
            )
            return f"20*({met})"
        case IndicatorType.NUMERIC if item.worst is not None and item.best is not None:
            width = number(item.best - item.worst)
            return f"100*MIN(1,MAX(0,({value}-({number(item.worst)}))/({width})))"
    return '""'


def _multi(draft: Draft, item: Indicator) -> str:
    points, exclusive, flags = (_options(draft, item, col) for col in (3, 4, 5))
    full = item.full_points
    if full is None:
        full = sum(max(0.0, option.points or 0.0) for option in item.options)
    share = f"SUMPRODUCT({points},{flags})/({number(full)})"
    return f"IF(SUMPRODUCT({exclusive},{flags})>0,0,100*MIN(1,MAX(0,{share})))"


def _options(draft: Draft, item: Indicator, col: int) -> str:
    first, last = item.options[0].key, item.options[-1].key
    return draft.plan.machine_span(f"option.{item.id}.{first}", f"option.{item.id}.{last}", col)


def _counted(draft: Draft, item: Indicator, row: int) -> str:
    """The score after caps and, where the framework says so, the evidence rule; 0 without one."""
    score = at(row, UNCAPPED)
    if item.caps:
        score = f'IF({at(row, CAP)}="",{score},MIN({score},20*{at(row, CAP)}))'
    if draft.report.framework.parameters.evidence_mode == "cap":
        support = draft.plan.machine(f"value.{item.id}", 8)
        score = f"IF(AND(ROUND({score},9)>40,{support}=0),40,{score})"
    return f"IF({at(row, U)}=1,{score},0)"


def _cap(draft: Draft, item: Indicator, result: IndicatorScore) -> Live | None:
    if not item.caps:
        return None
    limits = ",".join(
        f"IF({draft.inputs.truth(f'cond.cap.{item.id}.{place}')}=1,{cap.at},9)"
        for place, cap in enumerate(item.caps)
    )
    state = at(draft.plan.score_rows[item.id], STATE_COLUMN)
    true = draft.inputs.sheet.cap(item) if result.state is State.ANSWERED else None
    text = f'IF({state}="answered",IF(MIN({limits})=9,"",MIN({limits})),"")'
    return Live(text, true.at if true else "")


def _state(draft: Draft, item: Indicator) -> str:
    """How the indicator counts (methodology 1.1, 1.2)."""
    inputs, key = draft.inputs, f"value.{item.id}"
    value, enough, given = (draft.plan.machine(key, col) for col in (1, 5, 6))
    answer = on(ANSWERS, draft.plan.answer_rows[item.id], ANSWER)
    na = f'IF({enough}=1,"not_applicable","unanswered")' if item.na_allowed else '"unanswered"'
    withheld = '"withheld"' if item.sensitive else '"unanswered"'
    text = (
        f'IF(AND({given}<>"",{answer}<>""),"unanswered",IF({given}="not_applicable",{na},'
        f'IF({given}="withheld",{withheld},IF({given}="dont_know","dont_know",'
        f'IF({value}="","unanswered","answered")))))'
    )
    if item.ask_if is not None:
        truth = inputs.truth(f"cond.ask.{item.id}")
        cascade = inputs.skipped_references(item.ask_if)
        skipped = f"OR({truth}=0,AND({truth}=0.5,{cascade}))" if cascade else f"{truth}=0"
        zero = item.skip_effect is SkipEffect.SCORE_ZERO
        text = f'IF({skipped},"{State.SKIPPED_ZERO if zero else State.SKIPPED_EXCLUDE}",{text})'
    if item.na_for:
        text = f'IF({inputs.is_country(item.na_for)},"not_applicable",{text})'
    return text


def _blocks(draft: Draft, item: Indicator) -> str:
    """The sentence of what stops handing in, or an empty text."""
    key = f"value.{item.id}"
    value, enough, given = (draft.plan.machine(key, col) for col in (1, 5, 6))
    state = at(draft.plan.score_rows[item.id], STATE_COLUMN)
    answer = on(ANSWERS, draft.plan.answer_rows[item.id], ANSWER)
    na = f'IF({enough}=1,"",{_says(Rule.NA_REASON_MISSING)})'
    if not item.na_allowed:
        na = _says(Rule.NA_NOT_ALLOWED)
    withheld = '""' if item.sensitive else _says(Rule.WITHHELD_NOT_ALLOWED)
    fault = _FAULT_OF.get(item.type, Fault.UNKNOWN_OPTION)
    says = _says(Rule.VALUE_INVALID, fault=fault.value)
    if item.type is IndicatorType.MULTI:
        nothing = _says(Rule.VALUE_INVALID, fault=Fault.NOTHING_CHOSEN.value)
        says = f"IF(TRIM({answer})={quoted(NOTHING_CHOSEN)},{nothing},{says})"
    invalid = f'IF(AND({answer}<>"",{value}=""),{says},"")'
    text = (
        f'IF(AND({given}<>"",{answer}<>""),{quoted(BOTH)},IF({given}="not_applicable",{na},'
        f'IF({given}="withheld",{withheld},{invalid})))'
    )
    text = f'IF(LEFT({state},4)="skip","",{text})'
    return f'IF({draft.inputs.is_country(item.na_for)},"",{text})' if item.na_for else text


def _says(rule: Rule, **facts: str) -> str:
    return quoted(finding_message(Finding(rule, Severity.BLOCK, (), facts=facts)))


def _blocking(findings: tuple[Finding, ...], item: str) -> str:
    for finding in findings:
        if finding.id in _BLOCKING and finding.about == (item,):
            return finding_message(finding)
    return ""
