"""Which of the documents read count in a round, and one report per file (methodology 9.3, 9.5)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from wb6assess.errors import ErrorCode, InstrumentError
from wb6assess.exchange.merge import MergedView, Resolution, union, view_of
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Document, Identity, Status
from wb6assess.model.framework import Framework
from wb6assess.model.instrument import Instrument
from wb6assess.session.desk.file_reports import FileReport, Outcome
from wb6assess.session.desk.intake import Collection, ReadFile
from wb6assess.session.desk.oddities import oddities_among


@dataclass(frozen=True)
class Settled:
    """A round's documents before they are scored.

    Attributes:
        round: Its id; empty when no file carries one.
        instruments: Instrument id -> the version that is scored, in framework order.
        files: One report per file, by path.
        view: Which documents count.
    """

    round: str
    instruments: Mapping[str, Instrument]
    files: tuple[FileReport, ...]
    view: MergedView


def settle(
    collection: Collection, round_id: str | None = None, resolutions: Iterable[Resolution] = ()
) -> Settled:
    """Decide which documents count.

    Args:
        collection: What was read.
        round_id: The round; None takes the newest round the files carry.
        resolutions: Choices between conflicting files.
    """
    library = collection.library
    chosen = round_id or _newest_round(collection, library.framework)
    versions = _scored_versions(collection, library, chosen)
    reports: dict[Path, FileReport] = {}
    inside: list[ReadFile] = []
    for file in collection.files:
        report = _outside(file, library.framework, chosen, versions)
        if report is None:
            inside.append(file)
        else:
            reports[file.path] = report
    view = view_of(union(_store_of(file) for file in inside), resolutions)
    reports |= {report.path: report for report in _inside(inside, view)}
    reports |= _with_remarks(inside, reports)
    instruments = {item: library.instrument(item, version) for item, version in versions.items()}
    files = tuple(reports[file.path] for file in collection.files)
    return Settled(chosen, instruments, files, view)


def _with_remarks(
    files: Sequence[ReadFile], reports: Mapping[Path, FileReport]
) -> Mapping[Path, FileReport]:
    """The reports of files with something odd about them, with sentences that say so."""
    among = oddities_among([file for file in files if reports[file.path].outcome.counted])
    remarks = {file.path: (*file.remarks, *among.get(file.path, ())) for file in files}
    return {path: replace(reports[path], remarks=found) for path, found in remarks.items() if found}


def _documents(collection: Collection, framework: Framework) -> list[Document]:
    """Handed-in documents of known countries; with none, the drafts."""
    known = [
        file.document
        for file in collection.files
        if file.document is not None and file.document.identity.country in framework.country_by_code
    ]
    return [document for document in known if document.status is not Status.DRAFT] or known


def _newest_round(collection: Collection, framework: Framework) -> str:
    order = {item.id: place for place, item in enumerate(framework.rounds)}
    rounds = {document.identity.round for document in _documents(collection, framework)}
    return max(rounds, key=lambda item: (order.get(item, -1), item), default="")


def _scored_versions(collection: Collection, library: Library, round_id: str) -> Mapping[str, str]:
    """Instrument id -> newest version among the round's files; where there are none, the newest."""
    carried: dict[str, set[str]] = {}
    for document in _documents(collection, library.framework):
        key = document.identity
        if key.round == round_id:
            carried.setdefault(key.instrument, set()).add(key.instrument_version)
    scored = {}
    for item in library.ids():
        try:
            versions = library.versions(item)
        except InstrumentError as error:
            if error.code is not ErrorCode.INSTRUMENT_UNKNOWN:
                raise
            continue  # a domain whose questionnaire is not written yet has no score
        present = (version for version in versions if version in carried.get(item, ()))
        scored[item] = next(present, versions[0])
    return scored


def _outside(
    file: ReadFile, framework: Framework, round_id: str, versions: Mapping[str, str]
) -> FileReport | None:
    """The report of a file that takes no part in the merge; None for one that does."""
    document = file.document
    if document is None:
        outcome = Outcome.REFUSED if file.is_submission else Outcome.NOT_A_SUBMISSION
        return FileReport(file.path, outcome, file.error, sha256=file.sha256)
    key = document.identity
    if key.country not in framework.country_by_code:
        return _report(file, Outcome.UNKNOWN_COUNTRY, country=key.country)
    if key.round != round_id or not _is_known(key.round, framework):
        scored = round_id if _is_known(round_id, framework) else framework.rounds[-1].id
        return _report(file, Outcome.OTHER_ROUND, round=key.round, scored_round=scored)
    version = versions[key.instrument]
    if key.instrument_version != version:
        return _report(
            file, Outcome.OTHER_VERSION, version=key.instrument_version, scored_version=version
        )
    return None


def _is_known(round_id: str, framework: Framework) -> bool:
    """A framework that names rounds has no others: a mistyped one must not make a round of its own."""
    return not framework.rounds or round_id in framework.round_by_id


def _inside(files: Sequence[ReadFile], view: MergedView) -> Iterator[FileReport]:
    revisions: dict[Identity, list[int]] = {}
    for document in view.documents.values():
        if document.status is not Status.DRAFT:
            revisions.setdefault(document.identity, []).append(document.revision)
    first: dict[str, Path] = {}
    for file in files:
        known = first.setdefault(file.content_hash, file.path)
        if known != file.path:
            yield _report(file, Outcome.ALREADY_THERE, same_as=known.name)
        elif file.document is not None:
            yield _merged(file, view, revisions.get(file.document.identity, ()))


def _merged(file: ReadFile, view: MergedView, revisions: Sequence[int]) -> FileReport:
    assert file.document is not None  # only files with one take part
    digest = file.content_hash
    if digest in view.drafts:
        return _report(file, Outcome.DRAFT)
    if digest in view.superseded:
        return _report(file, Outcome.SUPERSEDED, other_revision=str(max(revisions)))
    if any(digest in conflict.hashes for conflict in view.conflicts):
        return _report(file, Outcome.CONFLICT)
    if digest in view.set_aside:
        return _report(file, Outcome.SET_ASIDE)
    if file.document.status is Status.WITHDRAWN:
        return _report(file, Outcome.WITHDRAWN)
    earlier = [revision for revision in revisions if revision < file.document.revision]
    if earlier:
        return _report(file, Outcome.SUPERSEDES, other_revision=str(max(earlier)))
    return _report(file, Outcome.ACCEPTED)


def _report(file: ReadFile, outcome: Outcome, **facts: str) -> FileReport:
    assert file.document is not None  # refused files are reported by `_outside`
    key = file.document.identity
    known = {
        "country": key.country,
        "instrument": key.instrument,
        "expert": key.expert,
        "revision": str(file.document.revision),
    }
    return FileReport(
        file.path, outcome, None, known | facts, file.document, file.content_hash, file.sha256
    )


def _store_of(file: ReadFile) -> dict[str, Document]:
    assert file.document is not None  # only files with one take part
    return {file.content_hash: file.document}
