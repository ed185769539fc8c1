"""The files an assessment is written to: their names, and the job that writes them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from wb6assess.errors import AppError, Cancelled
from wb6assess.model.assessment import Status
from wb6assess.progress import Progress
from wb6assess.reports.assessment import AssessmentReport


class Output(StrEnum):
    """What can be written; the value is the file name's ending."""

    WORKBOOK = ".xlsx"
    SUMMARY = ".pdf"
    PACKAGE = ".wb6"
    ANSWERS = ".json"
    BLANK = "_blank.pdf"
    BLANK_WORKBOOK = "_blank.xlsx"


_EMPTY = {Output.BLANK, Output.BLANK_WORKBOOK}


@dataclass(frozen=True, slots=True)
class Wanted:
    """One file to write."""

    kind: Output
    path: Path


@dataclass(frozen=True, slots=True)
class Missing:
    """A file that was not written: why, or None when the person stopped the job first."""

    wanted: Wanted
    error: AppError | None


@dataclass(frozen=True, slots=True)
class Written:
    """What became of the files."""

    done: tuple[Path, ...]
    missing: tuple[Missing, ...]


def wanted_again(written: Written, folder: Path) -> tuple[Wanted, ...]:
    """The missing files once more, in this folder."""
    return tuple(
        Wanted(missing.wanted.kind, folder / missing.wanted.path.name) for missing in written.missing
    )


def file_name(kind: Output, report: AssessmentReport) -> str:
    """Such as "fdi-screening_AL_E07_r2.xlsx"; a revision that is not handed in says so."""
    key = report.document.identity
    if kind in _EMPTY:
        return f"{key.instrument}_{key.instrument_version}{kind}"
    draft = "_draft" if report.document.status is Status.DRAFT else ""
    return f"{key.instrument}_{key.country}_{key.expert}_r{report.document.revision}{draft}{kind}"


def handed_in(report: AssessmentReport) -> AssessmentReport:
    """The same revision as it will be called after handing in; for file names shown before."""
    return replace(report, document=replace(report.document, status=Status.SUBMITTED))


def write_files(report: AssessmentReport, wanted: Sequence[Wanted], progress: Progress) -> Written:
    """Write every file that can be written; one that fails does not keep the others back.

    A cancelled job leaves whole files or none, and says which are missing.
    """
    done: list[Path] = []
    missing: list[Missing] = []
    for place, item in enumerate(wanted):
        try:
            part = _Part(progress, place, len(wanted), item.path.name)
            part.step(0, 1)
            _write(report, item, part)
        except Cancelled:
            missing += [Missing(rest, None) for rest in wanted[place:]]
            break
        except AppError as error:
            missing.append(Missing(item, error))
        else:
            done.append(item.path)
    return Written(tuple(done), tuple(missing))


def _write(report: AssessmentReport, item: Wanted, progress: Progress) -> None:
    # The document libraries take a while to load; nobody should wait for them before.
    match item.kind:
        case Output.WORKBOOK:
            from exports.assessment_xlsx import write_workbook

            write_workbook(item.path, report, progress)
        case Output.SUMMARY:
            from exports.assessment_pdf import write_summary

            write_summary(item.path, report, progress)
        case Output.PACKAGE:
            from wb6assess.exchange.package import write_package

            write_package(item.path, report.document, {})
        case Output.ANSWERS:
            _write_answers(item.path, report)
        case Output.BLANK:
            from exports.blank_pdf import write_blank

            write_blank(item.path, report.framework, report.instrument, progress)
        case Output.BLANK_WORKBOOK:
            from exports.assessment_xlsx import write_blank_workbook

            write_blank_workbook(item.path, report.framework, report.instrument, progress)


def _write_answers(path: Path, report: AssessmentReport) -> None:
    from wb6assess.exchange.answers import write_document
    from wb6assess.files import replacing

    with replacing(path) as scratch:
        scratch.write_bytes(write_document(report.document))


class _Part:
    """One file's steps, told as steps of the whole job."""

    def __init__(self, progress: Progress, place: int, files: int, name: str) -> None:
        self._progress, self._place, self._files, self._name = progress, place, files, name

    def step(self, done: int, total: int, what: str = "") -> None:
        """Pass on in hundredths of a file."""
        del what
        share = round(100 * done / total) if total else 0
        self._progress.step(100 * self._place + min(share, 100), 100 * self._files, self._name)
