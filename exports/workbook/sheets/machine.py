"""The hidden sheet `wb6`: identity, lists, formulas that read inputs, values kept exactly.

Every row has its key in column A; readers go by keys, never by position.
"""

from collections.abc import Iterator, Sequence
from typing import cast

from xlsxwriter.worksheet import Worksheet

from exports.workbook import kept, lists, seal
from exports.workbook.cells import Cell, option_labels
from exports.workbook.draft import Draft
from exports.workbook.live import Content, Live, PlainWorksheet, put
from exports.workbook.names import FORMAT, IDENTITY_KEYS, MACHINE, SEAL, SUMMARY, on
from exports.workbook.plan import Plan
from exports.workbook.values import Inputs, choice_questions
from wb6assess.model.assessment import EVIDENCE_GRADES
from wb6assess.model.framework import METHODOLOGY, Framework
from wb6assess.scoring.scores import AssessmentScores

Row = tuple[str, list[Content]]


def reserve(plan: Plan, inputs: Inputs, framework: Framework) -> None:
    """Give every row its place; formulas on other sheets point there."""
    for key in IDENTITY_KEYS:
        plan.machine_row(key)
    for name, words in lists.all_lists(framework):
        for code in words:
            plan.machine_row(f"list.{name}.{code}")
    for item in plan.instrument.answerable():
        plan.machine_row(f"id.{item}")
    for owner, question in choice_questions(plan.instrument):
        for option in question.options:
            plan.machine_row(f"option.{owner}.{option.key}")
    inputs.reserve()


def write_machine(draft: Draft) -> None:
    """Write and hide the sheet."""
    sheet = draft.book.add_worksheet(MACHINE, PlainWorksheet)
    words = dict([*_identity(draft), *_words(draft)])
    # What is sealed are texts; formulas stand further right.
    words[SEAL] = [seal.seal({key: [cast("list[Cell]", cells)] for key, cells in words.items()})]
    rows: list[tuple[str, Sequence[Content]]] = [*words.items(), *draft.inputs.rows()]
    for key, cells in rows:
        _write(sheet, draft.plan.machine_row(key), key, cells)
    for row, (place, part, exact) in enumerate(kept.kept_values(draft.plan), draft.plan.machine_rows):
        _write(sheet, row, "kept", [place, part, *kept.pieces(exact)])
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 8, 22)
    sheet.protect("")
    sheet.hide()


def _write(sheet: Worksheet, row: int, key: str, cells: Sequence[Content]) -> None:
    sheet.write_string(row, 0, key)
    for col, content in enumerate(cells, 1):
        if content is not None and content != "":
            put(sheet, row, col, content)


def _words(draft: Draft) -> Iterator[Row]:
    for name, words in lists.all_lists(draft.report.framework):
        for place, (code, label) in enumerate(words.items(), 1):
            grade = EVIDENCE_GRADES[code].value if name == "kind" else None
            yield f"list.{name}.{code}", [label, code, grade, None, None, place]
    for item in draft.plan.instrument.answerable():
        yield f"id.{item}", [item]
    yield from _options(draft)


def _identity(draft: Draft) -> Iterator[Row]:
    document, report = draft.plan.document, draft.report
    identity, blank = document.identity, draft.blank
    values: dict[str, Content] = {
        "format": FORMAT,
        "country": identity.country,
        "round": identity.round,
        "expert": identity.expert,
        "instrument": identity.instrument,
        "instrument_version": identity.instrument_version,
        "instrument_digest": report.instrument.digest,
        "language": report.instrument.language,
        "methodology": METHODOLOGY,
        "framework": report.framework.id,
        "assessment_id": document.assessment_id,
        "revision": document.revision,
        "status": document.status.value,
        "sample": "yes" if document.sample else "no",
        "updated_at": "" if blank else document.updated_at.isoformat(),
        "content_hash": "" if blank else report.content_hash,
    }
    if blank:
        chosen = on(SUMMARY, draft.plan.identity_row("country"), 1)
        values["country"] = Live(f'IF({chosen}="","",UPPER(LEFT(TRIM({chosen}),2)))', "")
    for key, value in values.items():
        yield key, [value]


def _options(draft: Draft) -> Iterator[Row]:
    inputs, sheet = draft.inputs, draft.inputs.sheet
    live = {*inputs.needed_fields, *inputs.needed_others, *draft.plan.instrument.by_id}
    for owner, question in choice_questions(draft.plan.instrument):
        labels = option_labels(question)
        value = None
        multi = question.type.value == "multi" and owner in live
        if multi:
            answer = sheet.answer(owner)
            value = answer.value
            if owner in inputs.needed_fields:
                indicator, field_id = owner.rsplit(".", 1)
                value = sheet.answer(indicator).fields.get(field_id)
        for place, option in enumerate(question.options, 1):
            flag = inputs.option_flag(question, owner, option.key, value) if multi else None
            score = option.score if option.score is not None else option.points
            yield (
                f"option.{owner}.{option.key}",
                [labels[option.key], option.key, score or 0, int(option.exclusive), flag, place],
            )


def status_counts(scores: AssessmentScores) -> dict[str, int]:
    """How many indicators are in each state."""
    counts: dict[str, int] = {}
    for result in scores.indicators.values():
        counts[result.state.value] = counts.get(result.state.value, 0) + 1
    return counts
