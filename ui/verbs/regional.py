"""The files of a regional result, written together."""

import json
from collections.abc import Callable, Collection, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from exports import regional_pdf, regional_public_xlsx, regional_xlsx
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
    """What a regional result can be written to."""

    WORKBOOK = "workbook"
    PUBLIC = "public"
    PAPER = "paper"
    DATA = "data"


_NAMES = {
    RegionalFile.WORKBOOK: "regional_{round}.xlsx",
    RegionalFile.PUBLIC: "regional_{round}_public.xlsx",
    RegionalFile.PAPER: "regional_{round}.pdf",
    RegionalFile.DATA: "regional_{round}.json",
}


def write_regional_files(
    folder: Path,
    consolidation: Consolidation,
    progress: Progress = SILENT,
    wanted: Collection[RegionalFile] = tuple(RegionalFile),
    *,
    grey: bool = False,
) -> tuple[Document, list[Path]]:
    """Write what is wanted, each file whole or not at all; `grey` for a grey printer.

    Returns:
        The JSON document, and the paths.
    """
    document = regional_document(consolidation)
    kinds = [kind for kind in RegionalFile if kind in wanted]
    written: list[Path] = []
    for done, kind in enumerate(kinds):
        path = folder / _NAMES[kind].format(round=consolidation.round)
        progress.step(done, len(kinds), path.name)
        written += _WRITERS[kind](path, consolidation, document, grey)
    progress.step(len(kinds), len(kinds))
    return document, written


def _write_workbook(
    path: Path, consolidation: Consolidation, _document: Document, grey: bool
) -> list[Path]:
    regional_xlsx.write_consolidated(path, consolidation, grey=grey)
    return [path]


def _write_public(
    path: Path, consolidation: Consolidation, _document: Document, grey: bool
) -> list[Path]:
    regional_public_xlsx.write_public(path, consolidation, grey=grey)
    return [path]


def _write_paper(
    path: Path, consolidation: Consolidation, _document: Document, grey: bool
) -> list[Path]:
    regional_pdf.write_regional(path, consolidation, grey=grey)
    return [path]


def _write_data(
    path: Path, _consolidation: Consolidation, document: Document, _grey: bool
) -> list[Path]:
    with replacing(path) as scratch:
        scratch.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return [path]


_WRITERS: Mapping[RegionalFile, Callable[[Path, Consolidation, Document, bool], list[Path]]] = {
    RegionalFile.WORKBOOK: _write_workbook,
    RegionalFile.PUBLIC: _write_public,
    RegionalFile.PAPER: _write_paper,
    RegionalFile.DATA: _write_data,
}
