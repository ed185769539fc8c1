"""The files an assessment is written to: their names, and the job that writes them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from wb6assess.errors import AppError, Cancelled
from wb6assess.model.assessment import Document, Identity, Status
from wb6assess.model.instrument import Instrument
from wb6assess.progress import Progress
from wb6assess.reports.assessment import AssessmentReport, assessment_report

if TYPE_CHECKING:
    from wb6assess.instruments.library import Library
    from wb6assess.session.open_assessment import OpenAssessment

SOURCE = "en"
"""Questionnaires are written in English; files in it carry no language in their names."""


class Output(StrEnum):
    """What can be written; the value is the file name's ending."""

    WORKBOOK = ".xlsx"
    SUMMARY = ".pdf"
    RECORD = "_record.pdf"
    PACKAGE = ".wb6"
    ANSWERS = ".json"
    BLANK = "_blank.pdf"
    BLANK_WORKBOOK = "_blank.xlsx"


PAPERS = frozenset({Output.SUMMARY, Output.RECORD})
"""What a name may stand on, and what is coloured."""

_WORDED = frozenset(
    {Output.WORKBOOK, Output.SUMMARY, Output.RECORD, Output.BLANK, Output.BLANK_WORKBOOK}
)


@dataclass(frozen=True, slots=True)
class Wishes:
    """How files are to look.

    Attributes:
        language: Tag of the questionnaire's language; "" for English.
        second: Tag of the language beside it on the blank questionnaire; "" for none.
        large: Large type on the blank questionnaire, for a meeting.
        grey: Papers for a grey printer.
        sensitive: The full record holds what was said to sensitive questions, too.
        name: The expert's real name for the papers; "" for none. It goes into no other file.
    """

    language: str = ""
    second: str = ""
    large: bool = False
    grey: bool = False
    sensitive: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """What files are written from.

    `attachments` maps a SHA-256 to where its bytes lie; `second` is the questionnaire in the second
    language.
    """

    report: AssessmentReport
    attachments: Mapping[str, Path] = field(default_factory=dict)
    second: Instrument | None = None
    wishes: Wishes = Wishes()


def source_of(opened: "OpenAssessment", wishes: Wishes) -> Source:
    """An open assessment as it is now.

    Raises:
        InstrumentError: LANGUAGE_UNKNOWN; INSTRUMENT_INVALID (a translation).
    """
    second = opened.in_language(wishes.second) if wishes.second else None
    return Source(opened.report(wishes.language), opened.attachments(), second, wishes)


def blank_source(library: "Library", instrument: str, wishes: Wishes) -> Source:
    """A questionnaire nobody has answered yet, for the blank forms alone.

    Raises:
        InstrumentError: as `Library.instrument`.
    """
    first = library.instrument(instrument, language=wishes.language or SOURCE)
    second = library.instrument(instrument, language=wishes.second) if wishes.second else None
    empty = Document(Identity("", first.id, first.version, "", ""), 1, Status.DRAFT, {})
    return Source(assessment_report(library.framework, first, empty, ""), {}, second, wishes)


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


def file_name(kind: Output, document: Document, wishes: Wishes = Wishes()) -> str:
    """Such as "fdi-screening_AL_2026_E07_r2.xlsx"; a revision that is not handed in says so.

    What makes the content another one is in the name: language, sensitive parts, large type.
    """
    key = document.identity
    stem, ending = kind.value.rsplit(".", 1)
    if kind is Output.RECORD and wishes.sensitive:
        stem += "_sensitive"
    if kind is Output.BLANK and wishes.large:
        stem += "_large"
    stem += _language_tag(kind, wishes)
    if kind in _EMPTY:
        return f"{key.instrument}_{key.instrument_version}{stem}.{ending}"
    draft = "_draft" if document.status is Status.DRAFT else ""
    who = f"{key.instrument}_{key.country}_{key.round}_{key.expert}"
    return f"{who}_r{document.revision}{draft}{stem}.{ending}"


def _language_tag(kind: Output, wishes: Wishes) -> str:
    if kind not in _WORDED:
        return ""
    first = wishes.language or SOURCE
    if kind is Output.BLANK and wishes.second:
        return f"_{first}-{wishes.second}"
    return "" if first == SOURCE else f"_{first}"


def handed_in(document: Document) -> Document:
    """The same revision as it will be called after handing in; for file names shown before."""
    return replace(document, status=Status.SUBMITTED)


def write_files(source: Source, wanted: Sequence[Wanted], progress: Progress) -> Written:
    """Write every file that can be written; one that fails does not keep the others back.

    A cancelled job leaves whole files or none, and says which are missing.
    """
    done: list[Path] = []
    missing: list[Missing] = []
    for place, item in enumerate(wanted):
        try:
            part = _Part(progress, place, len(wanted), item.path.name)
            part.step(0, 1)
            _write(source, item, part)
        except Cancelled:
            missing += [Missing(rest, None) for rest in wanted[place:]]
            break
        except AppError as error:
            missing.append(Missing(item, error))
        else:
            done.append(item.path)
    return Written(tuple(done), tuple(missing))


def _write(source: Source, item: Wanted, progress: Progress) -> None:
    # The document libraries take a while to load; nobody should wait for them before.
    report, wishes = source.report, source.wishes
    match item.kind:
        case Output.WORKBOOK:
            from exports.assessment_xlsx import write_workbook

            write_workbook(item.path, report, progress)
        case Output.SUMMARY:
            from exports.assessment_pdf import write_summary

            write_summary(item.path, report, progress, grey=wishes.grey, name=wishes.name)
        case Output.RECORD:
            from exports.record_pdf import write_record

            write_record(
                item.path, report, progress,
                sensitive=wishes.sensitive, grey=wishes.grey, name=wishes.name,
            )  # fmt: skip
        case Output.PACKAGE:
            from wb6assess.exchange.package import write_package

            write_package(item.path, report.document, source.attachments)
        case Output.ANSWERS:
            _write_answers(item.path, report)
        case Output.BLANK:
            from exports.blank_pdf import write_blank

            write_blank(
                item.path, report.framework, report.instrument, progress,
                second=source.second, large=wishes.large,
            )  # fmt: skip
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
