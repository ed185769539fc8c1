"""Many files become one dataset: decide which count, score the region (methodology 5, 9)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from wb6assess.errors import InstrumentError
from wb6assess.exchange.merge import Conflict, Resolution, sort_key
from wb6assess.instruments.library import Library, version_key
from wb6assess.model.assessment import Answer, Document, Identity
from wb6assess.model.decision import Decision
from wb6assess.model.framework import Framework
from wb6assess.model.instrument import Instrument
from wb6assess.progress import SILENT, Part, Progress
from wb6assess.reports.meeting.items import Ground, figures_of
from wb6assess.reports.meeting.rows import AgendaItem
from wb6assess.reports.region.rows import Regional
from wb6assess.scoring.analysis import Analysis
from wb6assess.scoring.contribution import Contributions
from wb6assess.scoring.country import RegionScores, score_region
from wb6assess.scoring.decisions import Objection
from wb6assess.scoring.progress import Round, RoundProgress
from wb6assess.scoring.validation import Fate, Judged
from wb6assess.session.desk.file_reports import FileReport, Outcome
from wb6assess.session.desk.finality import Obstacle, obstacles
from wb6assess.session.desk.finality_words import sentence
from wb6assess.session.desk.intake import Collection, collect
from wb6assess.session.desk.published import published
from wb6assess.session.desk.report_options import EVERYTHING, ReportOptions
from wb6assess.session.desk.settling import Settled, settle

__all__ = [
    "Collection",
    "Consolidation",
    "FileReport",
    "Outcome",
    "ReportOptions",
    "collect",
    "consolidate",
]


_ROUNDS = 2
"""This one and an earlier one."""


@dataclass(frozen=True)
class Consolidation:
    """Several submissions made one dataset.

    Attributes:
        framework: Countries, domains, parameters (with the seed and number of draws asked for).
        round: The round consolidated; empty when no file carries one.
        instruments: Instrument id -> the version that is scored, in framework order.
        files: One report per file, by path.
        effective: Key -> the document that is scored, in order of keys.
        conflicts: Same revision, different content; these experts are not scored.
        scores: Countries and region.
        decisions: Every validation record with its fate, by id.
        earlier: The round before, scored, when files of one are there.
        chains: Instrument id -> its versions from now back to that round's.
    """

    framework: Framework
    round: str
    instruments: Mapping[str, Instrument]
    files: tuple[FileReport, ...]
    effective: Mapping[Identity, Document]
    conflicts: tuple[Conflict, ...]
    scores: RegionScores
    decisions: tuple[Judged, ...] = ()
    earlier: Round | None = field(default=None, repr=False)
    chains: Mapping[str, Sequence[Instrument]] = field(default_factory=dict, repr=False)

    @property
    def sample(self) -> bool:
        """Whether invented answers are among those scored; every output must say so."""
        return any(document.sample for document in self.effective.values())

    @cached_property
    def analysis(self) -> Analysis:
        """Intervals, agreement, progress, priorities."""
        progress = None
        if self.earlier is not None:
            now = Round(self.round, self.instruments, self.scores)
            progress = RoundProgress(self.framework, now, self.earlier, self.chains)
        return Analysis(self.framework, self.instruments, self.scores, progress)

    @cached_property
    def public(self) -> Regional:
        """What may be published, for all public files of a release together."""
        return published(
            self.analysis, self.round, self.effective, self.sources, self.obstacles, sample=self.sample
        )

    @cached_property
    def candidates(self) -> tuple[AgendaItem, ...]:
        """Every indicator a meeting could look at, without what experts wrote."""
        ground = Ground(self.framework, self.round, self.instruments, self.scores, self.effective)
        return tuple(figures_of(ground))

    @cached_property
    def obstacles(self) -> tuple[Obstacle, ...]:
        """What stands between this result and a final one."""
        return tuple(
            obstacles(self.conflicts, self.decisions, self.analysis, self.round, sample=self.sample)
        )

    @property
    def final(self) -> bool:
        """Nothing stands in the way of calling this result final."""
        return not self.obstacles

    @property
    def why_not_final(self) -> tuple[str, ...]:
        """Sentences for coordinators; they may name experts."""
        return tuple(map(sentence, self.obstacles))

    @property
    def sources(self) -> tuple[FileReport, ...]:
        """The files behind the scored documents, each document once."""
        return tuple(
            report
            for report in self.files
            if report.outcome.counted
            and report.document is not None
            and report.document.identity in self.effective
        )


def consolidate(
    collection: Collection,
    round_id: str | None = None,
    resolutions: Iterable[Resolution] = (),
    decisions: Iterable[Decision] = (),
    options: ReportOptions = EVERYTHING,
    progress: Progress = SILENT,
) -> Consolidation:
    """Decide which documents count and score them.

    Args:
        collection: What was read.
        round_id: The round to consolidate; None takes the newest round the files carry.
        resolutions: Choices between conflicting files.
        decisions: Validation records, of any round.
        options: What the result is about; whatever lies outside takes no part.
        progress: Told of every domain of every country; of the earlier round, too.

    Raises:
        Cancelled: by `progress`.
        AnswerError: COUNTRY_UNKNOWN among the options.
        InstrumentError: INSTRUMENT_UNKNOWN among the options; LANGUAGE_UNKNOWN, INSTRUMENT_INVALID.
    """
    framework = options.framework(collection.library.framework)
    options.refuse_unknown_instruments(collection.library.ids())
    chosen = tuple(resolutions)
    records = tuple(r for r in decisions if options.includes(r.country, r.instrument))
    now = _narrowed(settle(collection, round_id, chosen), options)
    scored = _scored(framework, now, records, collection.known, Part(progress, 0, _ROUNDS))
    before = _before(collection, framework, now.round, chosen, options)
    earlier = (
        _scored(framework, before, records, collection.known, Part(progress, 1, _ROUNDS))
        if before
        else None
    )
    return Consolidation(
        framework=framework,
        round=now.round,
        instruments={
            key: collection.library.in_language(instrument, options.language)
            for key, instrument in now.instruments.items()
        },
        files=now.files,
        effective=now.view.effective,
        conflicts=now.view.conflicts,
        scores=scored.region,
        decisions=_judged(scored, records),
        earlier=earlier,
        chains=_chains(collection.library, now, earlier) if earlier else {},
    )


def _narrowed(settled: Settled, options: ReportOptions) -> Settled:
    """What was settled, as far as it was chosen; the reports on files stay whole."""
    view = settled.view
    return replace(
        settled,
        instruments={
            key: item
            for key, item in settled.instruments.items()
            if not options.instruments or key in options.instruments
        },
        view=replace(
            view,
            effective={key: doc for key, doc in view.effective.items() if options.about(key)},
            conflicts=tuple(c for c in view.conflicts if options.about(c.key)),
        ),
    )


def _scored(
    framework: Framework,
    settled: Settled,
    records: Sequence[Decision],
    known: Contributions,
    progress: Progress,
) -> Round:
    region = score_region(
        framework,
        settled.instruments,
        _submissions(settled.view.effective),
        [record for record in records if record.round == settled.round],
        progress,
        known,
    )
    return Round(settled.round, settled.instruments, region)


def _before(
    collection: Collection,
    framework: Framework,
    round_id: str,
    resolutions: Sequence[Resolution],
    options: ReportOptions,
) -> Settled | None:
    """The latest round before this one that somebody handed something in for."""
    order = list(framework.round_by_id)
    before = order[: order.index(round_id)] if round_id in order else []
    carried = {file.document.identity.round for file in collection.files if file.document}
    for candidate in reversed([item for item in before if item in carried]):
        settled = _narrowed(settle(collection, candidate, resolutions), options)
        if settled.view.effective:
            return settled
    return None


def _chains(library: Library, now: Settled, earlier: Round) -> Mapping[str, tuple[Instrument, ...]]:
    """Versions from now back to the earlier round's; none where a version cannot be read."""
    chains = {}
    for key, instrument in now.instruments.items():
        then = earlier.instruments.get(key)
        if then is None or version_key(then.version) > version_key(instrument.version):
            continue
        low, high = version_key(then.version), version_key(instrument.version)
        try:
            chains[key] = tuple(
                library.instrument(key, version)
                for version in library.versions(key)
                if low <= version_key(version) <= high
            )
        except InstrumentError:
            continue  # nobody can say what happened in between
    return chains


def _judged(scored: Round, records: Iterable[Decision]) -> tuple[Judged, ...]:
    """Every record once with its fate; of other rounds and unknown cells, too."""
    found = [
        judged
        for country in scored.region.countries.values()
        for domain in country.domains.values()
        for judged in domain.validation.judged
    ]
    known = {judged.record for judged in found}
    for record in dict.fromkeys(records):
        if record.round != scored.id:
            found.append(Judged(record, Fate.OTHER_ROUND))
        elif record not in known:
            found.append(Judged(record, Fate.REFUSED, Objection.NOT_SCORED))
    return tuple(sorted(found, key=lambda judged: (judged.record.id, repr(judged.record))))


def _submissions(
    effective: Mapping[Identity, Document],
) -> Mapping[str, Mapping[str, Sequence[tuple[str, Mapping[str, Answer]]]]]:
    grouped: dict[str, dict[str, list[tuple[str, Mapping[str, Answer]]]]] = {}
    for key in sorted(effective, key=sort_key):
        experts = grouped.setdefault(key.country, {}).setdefault(key.instrument, [])
        experts.append((key.expert, effective[key].answers))
    return grouped
