"""The scored workbook of one assessment, and the empty one of a questionnaire (PRODUCT section 6).

Written with XlsxWriter so that every formula carries its result; read back and compared before it
takes its place. The same input gives the same bytes.
"""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC
from pathlib import Path

from xlsxwriter import Workbook

from exports import house
from exports.workbook.draft import Draft
from exports.workbook.plan import Plan
from exports.workbook.selfcheck import check_workbook
from exports.workbook.sheets import machine
from exports.workbook.sheets.answers import write_answers
from exports.workbook.sheets.check import write_check
from exports.workbook.sheets.evidence import write_evidence
from exports.workbook.sheets.facts import write_facts
from exports.workbook.sheets.findings import write_findings
from exports.workbook.sheets.guide import write_guide
from exports.workbook.sheets.machine import write_machine
from exports.workbook.sheets.scores import write_scores
from exports.workbook.sheets.summary import write_summary
from exports.workbook.styles import Styles
from exports.workbook.values import Inputs
from wb6assess.files import replacing
from wb6assess.model.assessment import Document, Identity, Status
from wb6assess.model.framework import Framework
from wb6assess.model.instrument import Instrument
from wb6assess.progress import SILENT, Progress
from wb6assess.reports.assessment import AssessmentReport, assessment_report
from wb6assess.scoring.states import AnswerSheet


def write_workbook(target: Path, report: AssessmentReport, progress: Progress = SILENT) -> None:
    """Write one assessment as a workbook with live formulas.

    Raises:
        ExportError: the target cannot be written, or what was written does not read back the same.
        Cancelled: from `progress`; nothing is left behind.
    """
    _write(target, report, progress, blank=False)


def write_blank_workbook(
    target: Path, framework: Framework, instrument: Instrument, progress: Progress = SILENT
) -> None:
    """Write an empty questionnaire of the same layout, to be filled in a spreadsheet program.

    The texts are in the language of `instrument`. Raises as `write_workbook`.
    """
    identity = Identity("", instrument.id, instrument.version, "", "")
    document = Document(identity, 1, Status.DRAFT, {})
    _write(target, assessment_report(framework, instrument, document, ""), progress, blank=True)


def _write(target: Path, report: AssessmentReport, progress: Progress, *, blank: bool) -> None:
    with replacing(target) as scratch:
        scratch.write_bytes(_rendered(report, progress, blank=blank))
        check_workbook(scratch, target, report, blank=blank)


def _rendered(report: AssessmentReport, progress: Progress, *, blank: bool) -> bytes:
    buffer = io.BytesIO()
    fonts = {"font_name": house.WORKBOOK_FONT, "font_size": 10}
    book = Workbook(buffer, {"in_memory": True, "default_format_properties": fonts})
    draft = _draft(book, report, blank=blank)
    sheets = _sheets(draft)
    for place, write in enumerate(sheets):
        progress.step(place, len(sheets) + 1, "workbook")
        write(draft)
    _describe(book, draft)
    book.close()
    progress.step(len(sheets), len(sheets) + 1, "workbook")
    return buffer.getvalue()


def _draft(book: Workbook, report: AssessmentReport, *, blank: bool) -> Draft:
    document = replace(
        report.document,
        answers={item: answer for item, answer in report.document.answers.items() if not answer.empty},
    )
    sheet = AnswerSheet(
        report.instrument,
        document.answers,
        document.identity.country,
        na_justification_min=report.framework.parameters.na_justification_min,
    )
    plan = Plan(report.instrument, document, blank)
    inputs = Inputs(plan, sheet)
    machine.reserve(plan, inputs, report.framework)
    return Draft(book, Styles(book), plan, report, inputs)


def _sheets(draft: Draft) -> list[Callable[[Draft], None]]:
    """The sheets in the order of their tabs."""
    sheets: list[Callable[[Draft], None]] = [write_summary, write_answers]
    if draft.plan.fact_rows:
        sheets.append(write_facts)
    sheets.append(write_evidence)
    if draft.plan.findings:
        sheets.append(write_findings)
    sheets += [write_scores, write_guide]
    if not draft.blank:
        sheets.append(write_check)
    return [*sheets, write_machine]


def _describe(book: Workbook, draft: Draft) -> None:
    """Document properties; the fixed creation date makes equal input equal bytes."""
    report = draft.report
    book.set_properties(
        {
            "title": draft.identity_line(),
            "subject": report.framework.title,
            "category": house.SAMPLE_TAG if report.document.sample else "",
            "comments": draft.fingerprint_words(),
            "created": report.document.updated_at.astimezone(UTC).replace(tzinfo=None),
        }
    )
