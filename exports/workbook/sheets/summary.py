"""The Summary sheet: the score, the pillars, the chart and the notes that must go with them."""

from collections import Counter

from xlsxwriter.worksheet import Worksheet

from exports.workbook import measure
from exports.workbook.draft import A4, PORTRAIT, Column, Draft
from exports.workbook.lists import STATUSES
from exports.workbook.live import Live, put
from exports.workbook.names import MARK, SCORES, SUMMARY, on, span
from exports.workbook.plan import HEAD_ROW, IDENTITY_INPUTS, KEY_ROW, chart_height
from exports.workbook.sheets.chart import bar_chart
from exports.workbook.sheets.machine import status_counts
from exports.workbook.sheets.scores import (
    BAND,
    COVERAGE,
    PUBLISHED,
    STATUS,
    published_result,
)
from exports.workbook.validation import identity_rule
from exports.workbook.values import STATE_COLUMN
from wb6assess.model.framework import METHODOLOGY
from wb6assess.model.vocabulary import Severity
from wb6assess.reports.figures import PROVISIONAL, date_words, fingerprint, share_text
from wb6assess.reports.notes import reading_notes
from wb6assess.reports.wording import OWN_BANDS, band_words, severity_words, state_words
from wb6assess.scoring.numbers import published
from wb6assess.scoring.states import State
from wb6assess.scoring.tree import NodeScore, NodeStatus

COLUMNS = (
    *(Column(width, style="plain") for width in (13, 36, 11, 8, 11, 4, 40)),
    Column(10, style="plain"),
)
_KEYS = 7  # hidden column with the keys of identity inputs
_LAST = 6

_IDENTITY = {
    "country": ("Country", "Choose from the list"),
    "round": ("Round", "For example 2026"),
    "expert": ("Expert code", "1 to 40 letters, digits, . _ - ; no real name"),
    "status": ("Status", "“handed in” when it is complete"),
}
_COUNTED = (State.ANSWERED, State.DONT_KNOW, State.WITHHELD, State.NOT_APPLICABLE, State.UNANSWERED)


def write_summary(draft: Draft) -> None:
    """Write the sheet that opens first."""
    sheet = draft.sheet(SUMMARY, COLUMNS)
    draft.heading(sheet, _title(draft), _sub(draft))
    _write_verdict(draft, sheet)
    if draft.blank:
        _write_identity(draft, sheet)
    sheet.set_column(_KEYS, _KEYS, 10, None, {"hidden": True})
    row = _write_pillars(draft, sheet, draft.plan.summary_row)
    row = _write_chart(draft, sheet, row + 1)
    last = _write_notes(draft, sheet, row)
    sheet.set_first_sheet()
    sheet.activate()
    draft.page(sheet, A4, landscape=PORTRAIT)
    sheet.print_area(0, 0, last, _LAST)
    draft.protect(sheet)


def band_text(node: NodeScore) -> str:
    """The band in words, or why there is none."""
    if node.band is not None:
        return band_words(node.band)
    return "insufficient data" if node.status is NodeStatus.INSUFFICIENT else "not applicable"


def _title(draft: Draft) -> str:
    title = draft.report.instrument.title
    return title if draft.blank else f"{title}: {draft.report.country_name}"


def _sub(draft: Draft) -> str:
    document = draft.report.document
    if draft.blank:
        return "Empty questionnaire: fill the blue cells here and on the next sheets."
    stamp = document.updated_at
    when = f"{date_words(stamp.year, stamp.month, stamp.day)}, {stamp:%H:%M} UTC"
    words = {"draft": "draft, last changed", "submitted": "handed in", "withdrawn": "withdrawn"}
    return (
        f"Expert assessment, round {document.identity.round}. Expert {document.identity.expert}, "
        f"revision {document.revision}, {words[document.status.value]} {when}."
    )


def _score_refs(row: int) -> dict[int, str]:
    return {col: on(SCORES, row, col) for col in (COVERAGE, PUBLISHED, BAND, STATUS)}


def _words(draft: Draft, refs: dict[int, str], node: NodeScore) -> Live:
    """The words of a live band letter."""
    letters, words = (draft.plan.machine_span("list.band.E", "list.band.A", col) for col in (2, 1))
    known = f"INDEX({words},MATCH({refs[BAND]},{letters},0))"
    none = f'IF({refs[STATUS]}="insufficient","insufficient data","not applicable")'
    return Live(f'IF({refs[BAND]}="",{none},{known})', band_text(node))


def _provisional(refs: dict[int, str], node: NodeScore) -> Live:
    test = f"ROUND({refs[COVERAGE]},9)<ROUND(provisional,9)"
    return Live(
        f'IF(ISNUMBER({refs[PUBLISHED]}),IF({test},"{PROVISIONAL}",""),"")',
        PROVISIONAL if node.provisional else "",
    )


def _write_verdict(draft: Draft, sheet: Worksheet) -> None:
    styles, domain = draft.styles, draft.report.scores.domain
    refs = _score_refs(draft.plan.total_row)
    for col in range(_LAST + 1):
        title = {0: "Score", 2: "Band", 6: "Coverage and completeness"}.get(col)
        put(sheet, HEAD_ROW, col, title, styles["head_plain"])
        put(sheet, HEAD_ROW + 1, col, None, styles["verdict"])
    sheet.set_row(HEAD_ROW + 1, 42)
    put(sheet, HEAD_ROW + 1, 0, Live(refs[PUBLISHED], published_result(domain)), styles["big"])
    put(sheet, HEAD_ROW + 1, 1, _provisional(refs, domain), styles["verdict"])
    put(sheet, HEAD_ROW + 1, 2, _words(draft, refs, domain), styles["verdict"])
    put(sheet, HEAD_ROW + 1, 6, _completeness(draft, refs), styles["verdict_small"])
    put(sheet, HEAD_ROW + 2, 0, OWN_BANDS, styles["quiet_note"])


def _completeness(draft: Draft, refs: dict[int, str]) -> Live:
    rows = draft.plan.score_rows.values()
    counts = status_counts(draft.report.scores)
    share = f'IF({refs[COVERAGE]}="","z",ROUND(ROUND(100*{refs[COVERAGE]},9),0)&" %")'
    coverage = draft.report.scores.domain.coverage
    texts = [share_text(coverage, "z").replace("\u00a0", " ")]
    formulas = [share]
    if rows:
        states = span(min(rows), max(rows), STATE_COLUMN, SCORES)
        for state in _COUNTED:
            words = state_words(state)
            count = f'COUNTIF({states},"{state.value}")'
            formulas.append(f'IF({count}=0,"","; "&{count}&" {words}")')
            number = counts.get(state.value, 0)
            texts.append(f"; {number} {words}" if number else "")
    return Live("&".join(formulas), "".join(texts))


def _write_identity(draft: Draft, sheet: Worksheet) -> None:
    """Whose assessment this will be; the reader finds the cells by the keys in the hidden column."""
    put(sheet, KEY_ROW, _KEYS, f"{MARK}identity")
    put(sheet, KEY_ROW, 1, "value")
    styles, document = draft.styles, draft.report.document
    first = draft.plan.identity_row(IDENTITY_INPUTS[0])
    put(sheet, first - 1, 0, "To fill in first", styles["section"])
    rounds = list(draft.report.framework.round_by_id)
    values = {
        "round": rounds[-1] if len(rounds) == 1 else None,
        "status": STATUSES[document.status.value],
    }
    for name in IDENTITY_INPUTS:
        row = draft.plan.identity_row(name)
        label, hint = _IDENTITY[name]
        put(sheet, row, 0, label, styles["label_middle"])
        put(sheet, row, 1, values.get(name), styles["input_line"])
        put(sheet, row, 2, hint, styles["hint"])
        put(sheet, row, _KEYS, name)
        sheet.set_row(row, 18)
        # `wb6.status` is the status of the score.
        draft.name("assessment_status" if name == "status" else name, SUMMARY, row, 1)
    identity_rule(
        draft,
        sheet,
        draft.plan.identity_row("country"),
        1,
        "country",
        "Choose the country from the list.",
    )
    identity_rule(
        draft, sheet, draft.plan.identity_row("status"), 1, "status", "Choose “draft” or “handed in”."
    )


def _write_pillars(draft: Draft, sheet: Worksheet, row: int) -> int:
    """The table of pillars; returns the first row after it."""
    styles, plan = draft.styles, draft.plan
    put(sheet, row - 1, 0, "Pillars", styles["section"])
    heads = ("Id", "Pillar", "Score", "Band", "Coverage", "", "What the band says")
    looks = ("head", "head", "head_score", "head_centre", "head_right", "head", "head_indent")
    for col, (title, look) in enumerate(zip(heads, looks, strict=True)):
        put(sheet, row, col, title, styles[look])
    first = row + 1
    for row, pillar in enumerate(plan.instrument.pillars, first):
        node = draft.report.scores.pillars[pillar.id]
        refs = _score_refs(plan.pillar_row(pillar))
        put(sheet, row, 0, pillar.id, styles["middle_id"])
        put(sheet, row, 1, pillar.title, styles["middle"])
        _write_node(draft, sheet, row, refs, node)
        sheet.set_row(row, measure.height((pillar.title, measure.column_points(36), 9, False)) + 2)
    last = first + len(plan.instrument.pillars) - 1
    for col in range(_LAST + 1):
        put(sheet, last + 1, col, None, styles["end"])
    draft.band_colours(sheet, first, last, 3)
    return last + 2


def _write_node(draft: Draft, sheet: Worksheet, row: int, refs: dict[int, str], node: NodeScore) -> None:
    styles = draft.styles
    put(sheet, row, 2, Live(refs[PUBLISHED], published_result(node)), styles["middle_score"])
    put(sheet, row, 3, Live(refs[BAND], node.band.letter if node.band else ""), styles["band"])
    share = "" if node.coverage is None else float(published(100 * node.coverage, 0)) / 100
    rounded = f'IF({refs[COVERAGE]}="","",ROUND(ROUND(100*{refs[COVERAGE]},9),0)/100)'
    put(sheet, row, 4, Live(rounded, share), styles["middle_share"])
    put(sheet, row, 5, _provisional(refs, node), styles["middle"])
    put(sheet, row, 6, _words(draft, refs, node), styles["middle_small"])


def _write_chart(draft: Draft, sheet: Worksheet, row: int) -> int:
    put(sheet, row, 0, "Pillar scores, 0 to 100", draft.styles["section"])
    height = chart_height(len(draft.plan.instrument.pillars))
    sheet.insert_chart(row + 1, 0, bar_chart(draft, width=880, height=height), {"object_position": 2})
    return row + 2 + height // 20 + 1


def _write_notes(draft: Draft, sheet: Worksheet, row: int) -> int:
    """Findings, sources and the mandatory notes; returns the last row."""
    report, document = draft.report, draft.report.document
    instrument = report.instrument
    lines = [
        ("Findings", _findings(draft)),
        ("Instrument", f"{instrument.id} {instrument.version}, {instrument.title}"),
        ("Methodology", METHODOLOGY),
        ("Fingerprint", "not filled" if draft.blank else fingerprint(report.content_hash, 64)),
    ]
    notes = list(
        reading_notes(
            report.framework,
            (instrument,),
            document.identity.round,
            single=True,
            sample=document.sample,
        )
    )
    framework = report.framework
    # Nobody knows yet which country a blank workbook will be about.
    about = framework.country_by_code if draft.blank else [document.identity.country]
    notes += filter(None, [framework.note_on(about)])
    lines += [("Notes" if place == 0 else "", note) for place, note in enumerate(notes)]
    width = measure.column_points(100)
    for label, text in lines:
        put(sheet, row, 0, label, draft.styles["label"])
        for line in measure.lines_of(text, width, 9):
            put(sheet, row, 1, line, draft.styles["note"])
            row += 1
    return row


def _findings(draft: Draft) -> str:
    if draft.blank:
        return "see the sheets Answers and Findings, which notice them while you fill in"
    counts = Counter(finding.severity for finding in draft.report.scores.findings)
    if not counts:
        return "none"
    words = ", ".join(
        f"{severity_words(severity)} {counts[severity]}" for severity in Severity if counts[severity]
    )
    return f"{words}; counted when this file was written. See the last column of Answers."
