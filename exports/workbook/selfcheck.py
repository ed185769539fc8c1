"""Reading a workbook back before it counts as written."""

import math
from pathlib import Path

from exports.workbook.incoming.container import SheetPart, open_workbook
from exports.workbook.incoming.reading import document_from
from exports.workbook.names import SCORES
from exports.workbook.plan import FIRST_ROW
from exports.workbook.sheets.scores import COVERAGE, PUBLISHED, published_result
from wb6assess.errors import AppError, ErrorCode, ExportError
from wb6assess.model.assessment import Document
from wb6assess.reports.assessment import AssessmentReport
from wb6assess.scoring.tree import NodeScore


def check_workbook(path: Path, target: Path, report: AssessmentReport, *, blank: bool) -> None:
    """Compare a written workbook with what should be in it: answers and scores.

    Args:
        path: Where it lies while it is checked.
        target: Where it will stand, for the message.
        report: What should be in it.
        blank: Whether it is an empty questionnaire.

    Raises:
        ExportError: EXPORT_CHECK_FAILED; `reason` names what differs.
    """
    try:
        parts = open_workbook(path)
        if not blank:
            _compare(document_from(path, parts, lambda *_: report.instrument), report.document, target)
        _compare_scores(parts, report, target)
    except ExportError:
        raise
    except AppError as error:
        raise failed(target, error.problems[0] if error.problems else str(error)) from error


def failed(path: Path, reason: str) -> ExportError:
    """The file does not hold what it should."""
    return ExportError(ErrorCode.EXPORT_CHECK_FAILED, path=path, reason=reason)


def _compare(found: Document, wanted: Document, path: Path) -> None:
    given = {item: answer for item, answer in wanted.answers.items() if not answer.empty}
    for item in {**given, **found.answers}:
        if found.answers.get(item) != given.get(item):
            raise failed(path, item)
    for name in ("identity", "revision", "status", "assessment_id", "updated_at", "sample"):
        if getattr(found, name) != getattr(wanted, name):
            raise failed(path, name)


def _compare_scores(parts: list[SheetPart], report: AssessmentReport, path: Path) -> None:
    sheet = next((part for part in parts if part.name == SCORES), None)
    if sheet is None:
        raise failed(path, SCORES)
    nodes = [*report.scores.pillars.items(), (report.instrument.id, report.scores.domain)]
    for row, (item, node) in enumerate(nodes, FIRST_ROW):
        if not _same_node(sheet, row, node):
            raise failed(path, item)


def _same_node(sheet: SheetPart, row: int, node: NodeScore) -> bool:
    shown, coverage = sheet.cell(row, PUBLISHED), sheet.cell(row, COVERAGE)
    if shown != published_result(node):
        return False
    if node.coverage is None:
        return coverage in {"", None}
    return isinstance(coverage, float) and math.isclose(coverage, node.coverage, abs_tol=1e-12)
