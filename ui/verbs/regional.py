"""The files of a regional result, written together."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from exports import regional_pdf, regional_xlsx
from exports.tidy.package import write_public_tidy, write_tidy
from ui.verbs.outcomes import decision_entry, file_entry
from wb6assess.files import replacing
from wb6assess.progress import SILENT, Progress
from wb6assess.reports.region_document import consolidation_document
from wb6assess.session.consolidation import Consolidation

Document = dict[str, Any]


def regional_document(consolidation: Consolidation) -> Document:
    """`wb6assess-consolidation/1` of a consolidation."""
    return consolidation_document(
        consolidation.analysis,
        consolidation.round,
        [file_entry(report) for report in consolidation.files],
        [decision_entry(judged) for judged in consolidation.decisions],
        sample=consolidation.sample,
        why_not_final=consolidation.why_not_final,
    )


class RegionalFile(StrEnum):
    """The files a regional result can be written to; the value ends the file's name."""

    WORKBOOK = ".xlsx"
    PAPER = ".pdf"
    DATA = ".json"


def file_name(kind: RegionalFile, round_id: str) -> str:
    """What a file of a round is called."""
    return f"regional_{round_id}{kind.value}"


def write_regional_files(
    folder: Path,
    consolidation: Consolidation,
    progress: Progress = SILENT,
    wanted: Collection[RegionalFile] = tuple(RegionalFile),
) -> tuple[dict[str, Any], list[Path]]:
    """Write the files that are wanted, each whole or not at all.

    Returns:
        The JSON document, and the paths.
    """
    document = regional_document(consolidation)
    kinds = [kind for kind in RegionalFile if kind in wanted]
    paths = []
    for done, kind in enumerate(kinds):
        path = folder / file_name(kind, consolidation.round)
        progress.step(done, len(kinds), path.name)
        match kind:
            case RegionalFile.WORKBOOK:
                regional_xlsx.write_consolidated(path, consolidation)
            case RegionalFile.PAPER:
                regional_pdf.write_regional(path, consolidation)
            case RegionalFile.DATA:
                _write_data(path, document)
        paths.append(path)
    progress.step(len(kinds), len(kinds))
    return document, paths


def _write_data(path: Path, document: dict[str, Any]) -> None:
    with replacing(path) as scratch:
        scratch.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", "utf-8")
