"""What the short regional report says in public: rows and sentences after disclosure control."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

from wb6assess.model.framework import METHODOLOGY
from wb6assess.model.instrument import Instrument
from wb6assess.reports.figures import INSUFFICIENT, date_words, fingerprint, score_text
from wb6assess.reports.notes import named, reading_notes
from wb6assess.reports.region.annex import agreement_part, method_part
from wb6assess.reports.region.country import PublicCountry
from wb6assess.reports.region.progress import PublicProgress
from wb6assess.reports.region.public import PublicRegion
from wb6assess.reports.region.rows import BandRow, ProgressPart, Regional, Source
from wb6assess.reports.region.score_words import indistinct_sentence, lower, number_words
from wb6assess.reports.region.words import in_one_minute, overall_sentence
from wb6assess.scoring.analysis import Analysis
from wb6assess.scoring.country import RegionalLine

READING = (
    (
        "Score",
        (
            "0 to 100, from levels 0–5 that experts chose on described ladders. It says how far a "
            "country is prepared in the view of the experts who rated it."
        ),
    ),
    (
        "Band",
        "Five words for a score, by fixed limits. The letter and the number stand in each cell.",
    ),
    (
        "90 % interval",
        (
            "How far the score could move with other weights, another way of aggregating and other "
            "experts of the same panel. Where two intervals overlap, the two are not distinguishable."
        ),
    ),
    (
        "Coverage",
        (
            "Answered share of the applicable weight. Evidence: share of what stands above level 2 that "
            "an official or other document supports."
        ),
    ),
)
"""How to read the report: a word and what it means."""


def basis_digest(content_hashes: Iterable[str]) -> str:
    """SHA-256 over the digests of all scored documents, in order: ties every regional output to them."""
    return hashlib.sha256("\n".join(sorted(content_hashes)).encode("ascii")).hexdigest()


def regional_of(
    analysis: Analysis,
    round_id: str,
    sources: Sequence[Source],
    *,
    sample: bool,
    why_not_final: Sequence[str],
) -> Regional:
    """Put a consolidation into public words and rows.

    Args:
        analysis: Countries and region, and everything beside their scores.
        round_id: The round.
        sources: The scored documents.
        sample: Whether invented answers are among them.
        why_not_final: Sentences; empty means final.
    """
    framework, instruments = analysis.framework, analysis.instruments
    region = PublicRegion(analysis)
    change = PublicProgress(region, analysis.progress, round_id) if analysis.progress else None
    progress = change.part() if change else None
    # Inside a country the digests stand in their own order, which says nothing about experts.
    order = {named(country): place for place, country in enumerate(framework.countries)}
    digest = basis_digest(source.content_hash for source in sources)
    known = framework.round_by_id.get(round_id)
    title = known.title if known else round_id
    inside, outside = region.titles(beside=False), region.titles(beside=True)
    bands, whole = region.band_rows, region.columns[0]
    return Regional(
        title=framework.title,
        subtitle=f"Regional report, round {title}",
        round=title,
        figures=tuple(region.figures()),
        minute=tuple(in_one_minute(region.columns, region.mentions(), _changed(progress))),
        facts=tuple(_facts(analysis, round_id, why_not_final)),
        columns=tuple(column.title for column in region.columns),
        beside=len(outside),
        overall_text=overall_sentence(framework, inside, outside),
        bands=bands,
        lines=tuple(_line_rows(region.lines, bands)),
        bands_finding=whole.finding,
        reading=READING,
        certainty_text=indistinct_sentence(whole.rows) or "No interval can be stated yet.",
        interval_note=interval_note(analysis),
        domains=tuple(region.domain_parts()),
        progress=progress,
        countries=tuple(
            PublicCountry(region, country, scores, cells, change).part()
            for country, scores, cells in region.countries()
        ),
        agreement=agreement_part(region),
        method=method_part(region),
        notes=tuple(
            reading_notes(framework, tuple(instruments.values()), round_id, single=False, sample=sample)
        ),
        status_note=framework.note_on(country.code for country in framework.countries),
        sources=tuple(
            sorted(sources, key=lambda item: (order[item.country], item.instrument, item.content_hash))
        ),
        digest=digest,
        fingerprint=fingerprint(digest),
        source=_basis(analysis),
        sample=sample,
        draft=bool(why_not_final),
    )


def interval_note(analysis: Analysis) -> str:
    """What a line with end ticks means."""
    return (
        f"Dot: published score. Line: 90 % interval from {analysis.robustness.draws:,} replicates in "
        "which weights, the way of aggregating and the panel of experts vary; it is not symmetric. “:” "
        "insufficient data (hatched), “c” confidential (grey), “z” not applicable (blank)."
    )


def _changed(progress: ProgressPart | None) -> str:
    """The front page's sentence about the change of the whole."""
    if progress is None:
        return ""
    return f"Since {progress.since}, on matched indicators, {lower(progress.parts[0].finding)}."


def _basis(analysis: Analysis) -> str:
    """What every page names: methodology, seed, questionnaires."""
    used = _questionnaires(analysis.instruments)
    return f"methodology {METHODOLOGY}  |  seed {analysis.robustness.seed}  |  {used}"


def _questionnaires(instruments: Mapping[str, Instrument]) -> str:
    """Which questionnaires were used; counted when they share a version: a foot has little room."""
    versions = {item.version for item in instruments.values()}
    if len(instruments) > 1 and len(versions) == 1:
        return f"{number_words(len(instruments))} questionnaires of {versions.pop()}"
    return "  |  ".join(f"{item.id} {item.version}" for item in instruments.values())


def _line_rows(
    lines: Sequence[RegionalLine | None], bands: Sequence[BandRow]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Regional figures of each column; without enough countries only how many have a score."""
    yield "Regional mean", tuple(score_text(line.mean if line else None) for line in lines)
    yield "Regional median", tuple(score_text(line.median if line else None) for line in lines)
    yield (
        "Lowest to highest",
        tuple(
            f"{score_text(line.minimum)}–{score_text(line.maximum)}" if line else INSUFFICIENT
            for line in lines
        ),
    )
    shown = [sum(row.scores[place].value is not None for row in bands) for place in range(len(lines))]
    counts = [line.n if line else count for line, count in zip(lines, shown, strict=True)]
    yield "Countries counted", tuple(f"{count} of {len(bands)}" for count in counts)


def _facts(analysis: Analysis, round_id: str, why_not_final: Sequence[str]) -> Iterator[tuple[str, str]]:
    framework, instruments = analysis.framework, analysis.instruments
    status = "final" if not why_not_final else f"draft. {' '.join(why_not_final)}"
    yield "Status", status
    known = framework.round_by_id.get(round_id)
    if known and known.cut_off:
        day = known.cut_off
        yield "Cut-off date", date_words(day.year, day.month, day.day)
    changed = "parameters changed, see the notes" if framework.parameters.changed() else "defaults"
    draws = f"seed {analysis.robustness.seed}, {analysis.robustness.draws:,} replicates"
    yield "Methodology", f"{METHODOLOGY}, {changed}, {draws}"
    yield "Instruments", ", ".join(f"{item.id} {item.version}" for item in instruments.values())
