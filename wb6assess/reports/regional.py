"""What the short regional report says in public: rows and sentences after disclosure control."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

from wb6assess.model.framework import METHODOLOGY, Framework
from wb6assess.model.instrument import Instrument
from wb6assess.reports.disclosure import country_disclosure
from wb6assess.reports.figures import INSUFFICIENT, date_words, fingerprint, score_text
from wb6assess.reports.notes import STATUS_NOTE, named, reading_notes
from wb6assess.reports.public_region import OVERALL, PublicRegion
from wb6assess.reports.regional_rows import Regional, Source
from wb6assess.reports.regional_words import (
    domain_finding,
    in_one_minute,
    number_words,
    overall_sentence,
)
from wb6assess.scoring.country import RegionalLine, RegionScores


def basis_digest(content_hashes: Iterable[str]) -> str:
    """SHA-256 over the digests of all scored documents, in order: ties every regional output to them."""
    return hashlib.sha256("\n".join(sorted(content_hashes)).encode("ascii")).hexdigest()


def regional_of(
    framework: Framework,
    instruments: Mapping[str, Instrument],
    round_id: str,
    scores: RegionScores,
    sources: Sequence[Source],
    *,
    sample: bool,
    why_not_final: Sequence[str],
) -> Regional:
    """Put a consolidation into public words and rows.

    Args:
        framework: Countries, domains, parameters.
        instruments: Instrument id -> the version scored.
        round_id: The round.
        scores: Countries and region.
        sources: The scored documents.
        sample: Whether invented answers are among them.
        why_not_final: Sentences; empty means final.
    """
    disclosed = {
        code: country_disclosure(country, framework, instruments)
        for code, country in scores.countries.items()
    }
    region = PublicRegion(framework, instruments, scores, disclosed)
    # Inside a country the digests stand in their own order, which says nothing about experts.
    order = {named(country): place for place, country in enumerate(framework.countries)}
    digest = basis_digest(source.content_hash for source in sources)
    known = framework.round_by_id.get(round_id)
    title = known.title if known else round_id
    inside, outside = region.columns_inside(), region.columns_outside()
    bands = tuple(region.band_rows())
    lines = region.public_lines(bands)
    domains = tuple(region.domain_parts())
    return Regional(
        title=framework.title,
        subtitle=f"Regional report, round {title}",
        round=title,
        figures=tuple(region.figures()),
        minute=tuple(
            in_one_minute(
                [name for name, _ in region.columns()],
                [[row.scores[place].band for row in bands] for place in range(len(region.columns()))],
                lines,
                len(bands),
                len(outside),
            )
        ),
        facts=tuple(_facts(framework, instruments, round_id, why_not_final)),
        columns=tuple(name for name, _ in region.columns()),
        beside=len(outside),
        overall_text=overall_sentence(framework, inside, outside),
        bands=bands,
        lines=tuple(_line_rows(lines, len(bands))),
        bands_finding=domain_finding(OVERALL, [row.scores[0].band for row in bands], len(bands)),
        domains=domains,
        countries=tuple(region.country_parts()),
        notes=tuple(
            reading_notes(framework, tuple(instruments.values()), round_id, single=False, sample=sample)
        ),
        status_note=STATUS_NOTE if any(item.footnote for item in framework.countries) else "",
        sources=tuple(
            sorted(sources, key=lambda item: (order[item.country], item.instrument, item.content_hash))
        ),
        digest=digest,
        fingerprint=fingerprint(digest),
        source=f"methodology {METHODOLOGY}  |  {_questionnaires(instruments)}",
        sample=sample,
        draft=bool(why_not_final),
    )


def _questionnaires(instruments: Mapping[str, Instrument]) -> str:
    """Which questionnaires were used; counted when they share a version: a foot has little room."""
    versions = {item.version for item in instruments.values()}
    if len(instruments) > 1 and len(versions) == 1:
        return f"{number_words(len(instruments))} questionnaires of {versions.pop()}"
    return "  |  ".join(f"{item.id} {item.version}" for item in instruments.values())


def _line_rows(lines: Sequence[RegionalLine | None], of: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "Regional mean", tuple(score_text(line.mean if line else None) for line in lines)
    yield "Regional median", tuple(score_text(line.median if line else None) for line in lines)
    yield (
        "Lowest to highest",
        tuple(
            f"{score_text(line.minimum)}–{score_text(line.maximum)}" if line else INSUFFICIENT
            for line in lines
        ),
    )
    yield "Countries counted", tuple(f"{line.n} of {of}" if line else INSUFFICIENT for line in lines)


def _facts(
    framework: Framework,
    instruments: Mapping[str, Instrument],
    round_id: str,
    why_not_final: Sequence[str],
) -> Iterator[tuple[str, str]]:
    status = "final" if not why_not_final else f"draft. {' '.join(why_not_final)}"
    yield "Status", status
    known = framework.round_by_id.get(round_id)
    if known and known.cut_off:
        day = known.cut_off
        yield "Cut-off date", date_words(day.year, day.month, day.day)
    changed = "parameters changed, see the notes" if framework.parameters.changed() else "defaults"
    yield "Methodology", f"{METHODOLOGY}, {changed}"
    yield "Instruments", ", ".join(f"{item.id} {item.version}" for item in instruments.values())
