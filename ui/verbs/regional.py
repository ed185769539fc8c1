"""The files of a regional result, written together."""

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from exports import regional_pdf, regional_public_xlsx, regional_xlsx
from exports.tidy.package import write_public_tidy, write_tidy
from exports.word.files import write_country_brief, write_handout, write_regional_docx
from ui.verbs.outcomes import decision_entry, file_entry
from wb6assess.files import replacing, replacing_together
from wb6assess.progress import SILENT, Progress, Within
from wb6assess.reports.region.document import consolidation_document
from wb6assess.session.desk.consolidation import Consolidation

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
    WORD = "word"
    BRIEFS = "briefs"
    HANDOUT = "handout"
    DATA = "data"
    TIDY = "tidy"
    PUBLIC_TIDY = "public-tidy"

    @property
    def public(self) -> bool:
        """Whether anybody may have it; the others stay with the coordinator."""
        return self not in {RegionalFile.WORKBOOK, RegionalFile.DATA, RegionalFile.TIDY}


_NAMES = {
    RegionalFile.WORKBOOK: "regional_{round}.xlsx",
    RegionalFile.PUBLIC: "regional_{round}_public.xlsx",
    RegionalFile.PAPER: "regional_{round}.pdf",
    RegionalFile.WORD: "regional_{round}.docx",
    RegionalFile.BRIEFS: "briefs_{round}",
    RegionalFile.HANDOUT: "round-table_{round}.docx",
    RegionalFile.DATA: "regional_{round}.json",
    RegionalFile.TIDY: "data_{round}",
    RegionalFile.PUBLIC_TIDY: "public_data_{round}",
}


def write_regional_files(
    folder: Path,
    consolidation: Consolidation,
    progress: Progress = SILENT,
    wanted: Collection[RegionalFile] = tuple(RegionalFile),
    *,
    grey: bool = False,
) -> tuple[Document, list[Path]]:
    """Write what is wanted, all of it or nothing; `grey` for a grey printer.

    A release is hidden and shown as a whole, so files of two runs must not stand side by side.

    Returns:
        The JSON document, and the paths.

    Raises:
        ExportError: one of them could not be written; nothing in the folder was changed.
        Cancelled: by `progress`; nothing was changed.
    """
    document = regional_document(consolidation)
    kinds = [kind for kind in RegionalFile if kind in wanted]
    written: list[Path] = []
    with replacing_together(folder) as scratch:
        for done, kind in enumerate(kinds):
            path = scratch / _NAMES[kind].format(round=consolidation.round)
            progress.step(done, len(kinds), path.name)
            within = Within(progress, done, len(kinds), path.name)
            written += _WRITERS[kind](path, _Job(consolidation, document, grey, within))
        progress.step(len(kinds), len(kinds))
        written = [folder / path.relative_to(scratch) for path in written]
    return document, written


def left_from_before(folder: Path, round_id: str, written: Collection[Path]) -> list[Path]:
    """What stands under our names and is not of this result: an earlier run wrote it.

    Nothing is moved or deleted, since somebody may be writing on in a brief; it is to be told. Of a
    folder none of whose files were written, the folder alone.
    """
    left: list[Path] = []
    for kind, name in _NAMES.items():
        path = folder / name.format(round=round_id)
        if path.is_file():
            left += [path] if path not in written else []
        elif path.is_dir() and not any(path in file.parents for file in written):
            left.append(path)
        elif kind is RegionalFile.BRIEFS:
            left += sorted(set(path.glob(f"brief_*_{round_id}.docx")) - set(written))
    return left


def _write_workbook(path: Path, job: "_Job") -> list[Path]:
    regional_xlsx.write_consolidated(path, job.result, job.progress, grey=job.grey)
    return [path]


def _write_public(path: Path, job: "_Job") -> list[Path]:
    regional_public_xlsx.write_public(path, job.result, job.progress, grey=job.grey)
    return [path]


def _write_paper(path: Path, job: "_Job") -> list[Path]:
    regional_pdf.write_regional(path, job.result, job.progress, grey=job.grey)
    return [path]


def _write_word(path: Path, job: "_Job") -> list[Path]:
    write_regional_docx(path, job.result, job.progress, grey=job.grey)
    return [path]


def _write_briefs(path: Path, job: "_Job") -> list[Path]:
    """One file for each country, in a folder of their own."""
    written = {
        country.code: path / f"brief_{country.code}_{job.result.round}.docx"
        for country in job.result.framework.countries
    }
    for code, brief in written.items():
        write_country_brief(brief, job.result, code, job.progress, grey=job.grey)
    return list(written.values())


def _write_handout(path: Path, job: "_Job") -> list[Path]:
    write_handout(path, job.result, job.progress, grey=job.grey)
    return [path]


def _write_data(path: Path, job: "_Job") -> list[Path]:
    with replacing(path) as scratch:
        scratch.write_text(json.dumps(job.document, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return [path]


def _write_tidy(path: Path, job: "_Job") -> list[Path]:
    return write_tidy(path, job.result, job.progress)


def _write_public_tidy(path: Path, job: "_Job") -> list[Path]:
    return write_public_tidy(path, job.result, job.progress)


@dataclass(frozen=True, slots=True)
class _Job:
    """What every writer gets; `progress` lets somebody stop in the middle of a file."""

    result: Consolidation
    document: Document
    grey: bool
    progress: Progress


_WRITERS: Mapping[RegionalFile, Callable[[Path, _Job], list[Path]]] = {
    RegionalFile.WORKBOOK: _write_workbook,
    RegionalFile.PUBLIC: _write_public,
    RegionalFile.PAPER: _write_paper,
    RegionalFile.WORD: _write_word,
    RegionalFile.BRIEFS: _write_briefs,
    RegionalFile.HANDOUT: _write_handout,
    RegionalFile.DATA: _write_data,
    RegionalFile.TIDY: _write_tidy,
    RegionalFile.PUBLIC_TIDY: _write_public_tidy,
}
