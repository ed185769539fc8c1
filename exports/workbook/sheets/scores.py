"""The Scores sheet: pillars and the whole by live formulas, parameters, one row per indicator."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from xlsxwriter.worksheet import Worksheet

from exports.workbook import measure
from exports.workbook.draft import A4, LANDSCAPE, Column, Draft
from exports.workbook.live import Live, put
from exports.workbook.names import SCORES, at, span
from exports.workbook.plan import FIRST_ROW, chart_height
from exports.workbook.sheets.chart import bar_chart
from exports.workbook.sheets.indicator_scores import write_indicators
from wb6assess.model.framework import Parameters
from wb6assess.model.instrument import Pillar
from wb6assess.model.vocabulary import Method
from wb6assess.scoring.bands import Band
from wb6assess.scoring.numbers import published
from wb6assess.scoring.tree import NodeScore, NodeStatus, balance_penalty

# Columns; K to N are numbers the total needs: 1 if used, 1 if counted, score and coverage or 0.
ID, NAME, WEIGHT, ANSWERED, APPLICABLE, COVERAGE, FULL, PUBLISHED, BAND, STATUS = range(10)
USED, COUNTS, SCORE_OR_0, COVERAGE_OR_0 = range(10, 14)

COLUMNS = (
    Column(9, "Id"),
    Column(36, "Pillar"),
    Column(9, "Weight", style="head_right"),
    Column(11, "Answered weight", style="head_right"),
    Column(11, "Applicable weight", style="head_right"),
    Column(11, "Coverage", style="head_right"),
    Column(13, "Score, full", style="head_right"),
    Column(10, "Score", style="head_score"),
    Column(8, "Band", style="head_centre"),
    Column(14, "Status", style="head_indent"),
    *(Column(9, style="plain") for _ in range(4)),
)

NAME_POINTS = measure.column_points(COLUMNS[NAME].width)

PARAMETERS: Mapping[str, str] = {
    "tau": "minimum coverage to publish a score",
    "provisional": "below this coverage a score is provisional (†)",
    "geo_delta": "shift of the geometric mean",
    "cut_some": "lower limit of “some level of preparation”",
    "cut_moderate": "lower limit of “moderately prepared”",
    "cut_good": "lower limit of “good level of preparation”",
    "cut_advanced": "lower limit of “well advanced”",
    "na_justification_min": "characters a reason for “not applicable” needs",
}


def write_scores(draft: Draft) -> None:
    """Write the sheet and define its names."""
    sheet = draft.sheet(SCORES, COLUMNS)
    plan = draft.plan
    draft.heading(
        sheet,
        "Scores",
        "Live: these cells recalculate when an answer changes. "
        "Published values are rounded once, as in methodology 3.6.",
    )
    sheet.set_row(3, 26)
    for pillar in plan.instrument.pillars:
        _write_pillar(draft, sheet, pillar)
    _write_total(draft, sheet)
    _write_beside(draft, sheet)
    draft.band_colours(sheet, FIRST_ROW, plan.total_row, BAND)
    put(sheet, plan.chart_row, 0, "Pillar scores, 0 to 100", draft.styles["section"])
    chart = bar_chart(draft, width=820, height=chart_height(len(plan.instrument.pillars)))
    sheet.insert_chart(plan.chart_row + 1, 0, chart, {"object_position": 2})
    _write_parameters(draft, sheet)
    write_indicators(draft, sheet)
    sheet.freeze_panes(FIRST_ROW, 2)
    # One page: the rows of indicators are helpers; Answers and Check print their scores.
    draft.page(sheet, A4, landscape=LANDSCAPE, high=1)
    sheet.print_area(0, 0, plan.parameter_row + plan.parameters, STATUS)
    draft.protect(sheet)


def parameter_values(parameters: Parameters) -> Mapping[str, float]:
    """Value of each named parameter."""
    cuts = zip(("cut_some", "cut_moderate", "cut_good", "cut_advanced"), parameters.cuts, strict=True)
    return {
        "tau": parameters.tau,
        "provisional": parameters.provisional,
        "geo_delta": parameters.geo_delta,
        **dict(cuts),
        "na_justification_min": parameters.na_justification_min,
    }


def aggregate_formula(method: Method, weights: str, used: str, scores: str) -> str:
    """Score of a node over ranges of weights, 1/0 and numbers (methodology 13).

    The weakest link is written without MINIFS, which spreadsheets before 2019 do not know; scores
    lie between 0 and 100.
    """
    if method is Method.MIN:
        return f"100-SUMPRODUCT(MAX(({weights}>0)*{used}*(100-{scores})))"
    if method is Method.GEOMETRIC:
        mean = f"SUMPRODUCT({weights},{used},LN({scores}+geo_delta))/SUMPRODUCT({weights},{used})"
        return f"EXP({mean})-geo_delta"
    return f"SUMPRODUCT({weights},{used},{scores})/SUMPRODUCT({weights},{used})"


def published_result(node: NodeScore) -> float | str:
    """What a published cell shows."""
    if node.published is not None:
        return float(node.published)
    return ":" if node.status is NodeStatus.INSUFFICIENT else "z"


def _write_pillar(draft: Draft, sheet: Worksheet, pillar: Pillar) -> None:
    plan, styles = draft.plan, draft.styles
    row, node = plan.pillar_row(pillar), draft.report.scores.pillars[pillar.id]
    method = pillar.method or draft.report.framework.parameters.methods.pillar
    put(sheet, row, ID, pillar.id, styles["middle_id"])
    put(sheet, row, NAME, pillar.title, styles["middle"])
    sheet.set_row(row, measure.height((pillar.title, NAME_POINTS, 9, False)))
    put(sheet, row, WEIGHT, pillar.weight, styles["middle_weight"])
    if pillar.indicators:
        first, last = plan.pillar_rows(pillar)
        weights, applicable, used, scores = (span(first, last, col) for col in (2, 3, 4, 6))
        sums = (f"SUMPRODUCT({weights},{used})", f"SUMPRODUCT({weights},{applicable})")
        has_weight, full = f"SUM({weights})=0", aggregate_formula(method, weights, used, scores)
    else:
        sums, has_weight, full = ("0", "0"), "TRUE", "0"
    counted, base = _weights_behind(draft, pillar)
    put(sheet, row, ANSWERED, Live(sums[0], counted), styles["middle_weight"])
    put(sheet, row, APPLICABLE, Live(sums[1], base), styles["middle_weight"])
    nothing = f'{has_weight},"empty",IF({at(row, APPLICABLE)}=0,"not_applicable"'
    _write_node(draft, sheet, row, node, full, nothing + ",{rest})", "middle")
    sheet.set_row(row, 18)
    for name, col in _NAMED:
        draft.name(name, SCORES, row, col, pillar.id)


_NAMED = (
    ("weight", WEIGHT),
    ("coverage", COVERAGE),
    ("score", FULL),
    ("published", PUBLISHED),
    ("band", BAND),
    ("status", STATUS),
)


def _weights_behind(draft: Draft, pillar: Pillar) -> tuple[float, float]:
    results = draft.report.scores.indicators
    items = [(item.score_weight, results[item.id]) for item in pillar.indicators]
    return (
        sum(weight for weight, result in items if result.score is not None),
        sum(weight for weight, result in items if result.state.applicable),
    )


def _write_node(
    draft: Draft, sheet: Worksheet, row: int, node: NodeScore, full: str, status: str, look: str
) -> None:
    """Columns from coverage to the helpers; `status` holds `{rest}` for the test of coverage."""
    styles = draft.styles
    looks = {
        COVERAGE: f"{look}_share",
        FULL: f"{look}_full",
        PUBLISHED: f"{look}_score",
        BAND: "band",
        STATUS: f"{look}_indent",
    }
    for col, content in node_cells(row, node, full, status):
        put(sheet, row, col, content, styles[looks.get(col, "helper")])


def node_cells(row: int, node: NodeScore, full: str, status: str) -> Iterator[tuple[int, Live]]:
    """Column and live content of a node, from coverage to the helpers (methodology 13).

    Args:
        row: Where it stands; the columns of answered and applicable weight are filled already.
        node: What the app computed.
        full: Formula of its score.
        status: Arguments of an IF that ends in `{rest}`, the test of coverage.
    """
    answered, applicable = at(row, ANSWERED), at(row, APPLICABLE)
    here, shown, state = at(row, FULL), at(row, PUBLISHED), at(row, STATUS)
    enough = f"AND({answered}>0,ROUND({at(row, COVERAGE)},9)>=ROUND(tau,9))"
    rest = f'IF({enough},"ok","insufficient")'
    coverage = node.coverage if node.coverage is not None else ""
    score = node.score if node.score is not None else ""
    ok = node.status is NodeStatus.OK
    yield COVERAGE, Live(f'IF({applicable}=0,"",{answered}/{applicable})', coverage)
    yield FULL, Live(f'IF({state}="ok",{full},"")', score)
    rounded = f'IF({state}="ok",ROUND(ROUND({here},9),1),IF({state}="insufficient",":","z"))'
    yield PUBLISHED, Live(rounded, published_result(node))
    yield BAND, band_of_cell(shown, node.band)
    yield STATUS, Live(f"IF({status.format(rest=rest)})", node.status.value)
    yield USED, Live(f'IF({state}="ok",1,0)', int(ok))
    counts = f'IF(OR({state}="ok",{state}="insufficient"),1,0)'
    yield COUNTS, Live(counts, int(node.status in {NodeStatus.OK, NodeStatus.INSUFFICIENT}))
    yield SCORE_OR_0, Live(f'IF({state}="ok",{here},0)', score or 0)
    covered = f'IF({state}="ok",{at(row, COVERAGE)},0)'
    yield COVERAGE_OR_0, Live(covered, (node.coverage or 0) if ok else 0)


def band_of_cell(shown: str, band: Band | None) -> Live:
    """Letter of the band of a published cell."""
    place = "+".join(f"({shown}>={name})" for name in list(PARAMETERS)[3:7])
    letters = '{"E","S","M","G","A"}'
    return Live(f'IF(ISNUMBER({shown}),INDEX({letters},1+{place}),"")', band.letter if band else "")


def _write_total(draft: Draft, sheet: Worksheet) -> None:
    plan, styles, scores = draft.plan, draft.styles, draft.report.scores
    row, domain = plan.total_row, draft.report.framework.domain_of.get(plan.instrument.id)
    put(sheet, row, ID, domain.id if domain else plan.instrument.id, styles["total"])
    put(sheet, row, NAME, plan.instrument.title, styles["total"])
    cells = {col: span(FIRST_ROW, row - 1, col) for col in range(WEIGHT, COVERAGE_OR_0 + 1)}
    weights, used, kept = cells[WEIGHT], cells[USED], cells[COUNTS]
    pairs = [(pillar.weight, scores.pillars[pillar.id]) for pillar in plan.instrument.pillars]
    put(
        sheet,
        row,
        WEIGHT,
        Live(f"SUM({weights})", sum(weight for weight, _ in pairs)),
        styles["total_weight"],
    )
    covered = sum(w * (node.coverage or 0) for w, node in pairs if node.status is NodeStatus.OK)
    base = sum(w for w, node in pairs if node.status in {NodeStatus.OK, NodeStatus.INSUFFICIENT})
    answered = f"SUMPRODUCT({weights},{used},{cells[COVERAGE_OR_0]})"
    put(sheet, row, ANSWERED, Live(answered, covered), styles["total_weight"])
    put(sheet, row, APPLICABLE, Live(f"SUMPRODUCT({weights},{kept})", base), styles["total_weight"])
    parameters = draft.report.framework.parameters
    method = (domain.method if domain else None) or parameters.methods.domain
    full = aggregate_formula(method, weights, used, cells[SCORE_OR_0])
    nothing = f'{at(row, APPLICABLE)}=0,IF(SUM({weights})=0,"empty","not_applicable"),{{rest}}'
    _write_node(draft, sheet, row, scores.domain, full, nothing, "total")
    sheet.set_row(row, 22)
    for name, col in _NAMED:
        draft.name(name, SCORES, row, col)


def _write_beside(draft: Draft, sheet: Worksheet) -> None:
    """The geometric score and the balance penalty, always shown beside the arithmetic one."""
    plan, styles, scores = draft.plan, draft.styles, draft.report.scores
    total, row = plan.total_row, plan.total_row + 1
    weights, used, values = (span(FIRST_ROW, total - 1, col) for col in (WEIGHT, USED, SCORE_OR_0))
    full = aggregate_formula(Method.GEOMETRIC, weights, used, values)
    ok = f'{at(total, STATUS)}="ok"'
    geometric = scores.geometric
    shown = float(published(geometric)) if geometric is not None else ":"
    put(sheet, row, NAME, "Aggregated geometrically", styles["helper_text"])
    result = geometric if geometric is not None else ""
    put(sheet, row, FULL, Live(f'IF({ok},{full},"")', result), styles["beside_full"])
    rounded = f'IF({ok},ROUND(ROUND({at(row, FULL)},9),1),":")'
    put(sheet, row, PUBLISHED, Live(rounded, shown), styles["beside_score"])
    penalty = balance_penalty(scores.domain, geometric)
    put(sheet, row + 1, NAME, "Balance penalty, 5 or more: uneven profile", styles["helper_text"])
    difference = f"ROUND(ROUND({at(total, PUBLISHED)}-{at(row, PUBLISHED)},9),1)"
    put(
        sheet,
        row + 1,
        PUBLISHED,
        Live(f'IF({ok},{difference},":")', _float(penalty)),
        styles["beside_score"],
    )
    draft.name("geometric", SCORES, row, FULL)
    draft.name("balance_penalty", SCORES, row + 1, PUBLISHED)


def _float(value: Decimal | None) -> float | str:
    return float(value) if value is not None else ":"


def _write_parameters(draft: Draft, sheet: Worksheet) -> None:
    row = draft.plan.parameter_row
    put(sheet, row, 0, "Parameters", draft.styles["section"])
    values = parameter_values(draft.report.framework.parameters)
    for place, (name, value) in enumerate(values.items(), row + 1):
        put(sheet, place, ID, name, draft.styles["label_middle"])
        put(sheet, place, WEIGHT, value, draft.styles["parameter"])
        put(sheet, place, ANSWERED, PARAMETERS[name], draft.styles["hint"])
        draft.book.define_name(name, f"='{SCORES}'!{at(place, WEIGHT)}")
