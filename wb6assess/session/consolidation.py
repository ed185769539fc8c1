"""Many files become one dataset: decide which count, score the region (methodology 5, 9)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from wb6assess.errors import ErrorCode, InstrumentError
from wb6assess.exchange.merge import Conflict, MergedView, Resolution, sort_key, union, view_of
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer, Document, Identity, Status
from wb6assess.model.framework import Framework
from wb6assess.model.instrument import Instrument
from wb6assess.scoring.country import RegionScores, score_region
from wb6assess.session.file_reports import FileReport, Outcome
from wb6assess.session.intake import Collection, ReadFile, collect

__all__ = ["Collection", "Consolidation", "FileReport", "Outcome", "collect", "consolidate"]


@dataclass(frozen=True)
class Consolidation:
    """Several submissions made one dataset.

    Attributes:
        framework: Countries, domains, parameters.
        round: The round consolidated; empty when no file carries one.
        instruments: Instrument id -> the version that is scored, in framework order.
        files: One report per file, by path.
        effective: Key -> the document that is scored, in order of keys.
        conflicts: Same revision, different content; these experts are not scored.
        scores: Countries and region.
    """

    framework: Framework
    round: str
    instruments: Mapping[str, Instrument]
    files: tuple[FileReport, ...]
    effective: Mapping[Identity, Document]
    conflicts: tuple[Conflict, ...]
    scores: RegionScores

    @property
    def sample(self) -> bool:
        """Whether invented answers are among those scored; every output must say so."""
        return any(document.sample for document in self.effective.values())

    @property
    def why_not_final(self) -> tuple[str, ...]:
        """Sentences that say what stands between this result and a final one (methodology 9.3)."""
        return tuple(
            f"Revision {conflict.revision} of expert {conflict.key.expert} "
            f"({conflict.key.country}, {conflict.key.instrument}) exists with different content."
            for conflict in self.conflicts
        )

    @property
    def sources(self) -> tuple[FileReport, ...]:
        """The files behind the scored documents, each document once."""
        return tuple(report for report in self.files if report.outcome.counted)


def consolidate(
    collection: Collection, round_id: str | None = None, resolutions: Iterable[Resolution] = ()
) -> Consolidation:
    """Decide which documents count and score them.

    Args:
        collection: What was read.
        round_id: The round to consolidate; None takes the newest round the files carry.
        resolutions: Choices between conflicting files.
    """
    library = collection.library
    framework = library.framework
    chosen_round = round_id or _newest_round(collection, framework)
    versions = _scored_versions(collection, library, chosen_round)
    reports: dict[Path, FileReport] = {}
    inside: list[ReadFile] = []
    for file in collection.files:
        report = _outside(file, framework, chosen_round, versions)
        if report is None:
            inside.append(file)
        else:
            reports[file.path] = report
    view = view_of(union(_store_of(file) for file in inside), resolutions)
    reports |= {report.path: report for report in _inside(inside, view)}
    instruments = {item: library.instrument(item, version) for item, version in versions.items()}
    return Consolidation(
        framework=framework,
        round=chosen_round,
        instruments=instruments,
        files=tuple(reports[file.path] for file in collection.files),
        effective=view.effective,
        conflicts=view.conflicts,
        scores=score_region(framework, instruments, _submissions(view.effective)),
    )


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
        return FileReport(file.path, outcome, file.error)
    key = document.identity
    if key.country not in framework.country_by_code:
        return _report(file, Outcome.UNKNOWN_COUNTRY, country=key.country)
    if key.round != round_id:
        return _report(file, Outcome.OTHER_ROUND, round=key.round, scored_round=round_id)
    scored = versions[key.instrument]
    if key.instrument_version != scored:
        return _report(
            file, Outcome.OTHER_VERSION, version=key.instrument_version, scored_version=scored
        )
    return None


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


def _submissions(
    effective: Mapping[Identity, Document],
) -> Mapping[str, Mapping[str, Sequence[tuple[str, Mapping[str, Answer]]]]]:
    grouped: dict[str, dict[str, list[tuple[str, Mapping[str, Answer]]]]] = {}
    for key in sorted(effective, key=sort_key):
        experts = grouped.setdefault(key.country, {}).setdefault(key.instrument, [])
        experts.append((key.expert, effective[key].answers))
    return grouped
