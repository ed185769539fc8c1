"""The files of a regional result, written together."""

import json
from pathlib import Path
from typing import Any

from exports import regional_pdf, regional_xlsx
from ui.verbs.outcomes import decision_entry, file_entry
from wb6assess.files import replacing
from wb6assess.progress import SILENT, Progress
from wb6assess.reports.region_document import consolidation_document
from wb6assess.session.consolidation import Consolidation


def regional_document(consolidation: Consolidation) -> dict[str, Any]:
    """`wb6assess-consolidation/1` of a consolidation."""
    return consolidation_document(
        consolidation.analysis,
        consolidation.round,
        [file_entry(report) for report in consolidation.files],
        [decision_entry(judged) for judged in consolidation.decisions],
        sample=consolidation.sample,
        why_not_final=consolidation.why_not_final,
    )


def write_regional_files(
    folder: Path, consolidation: Consolidation, progress: Progress = SILENT
) -> tuple[dict[str, Any], list[Path]]:
    """Write workbook, PDF and JSON; returns the JSON document and the paths."""
    document = regional_document(consolidation)
    workbook = folder / f"regional_{consolidation.round}.xlsx"
    paper = folder / f"regional_{consolidation.round}.pdf"
    data = folder / f"regional_{consolidation.round}.json"
    progress.step(0, 3, workbook.name)
    regional_xlsx.write_consolidated(workbook, consolidation)
    progress.step(1, 3, paper.name)
    regional_pdf.write_regional(paper, consolidation)
    progress.step(2, 3, data.name)
    with replacing(data) as scratch:
        scratch.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", "utf-8")
    progress.step(3, 3)
    return document, [workbook, paper, data]
