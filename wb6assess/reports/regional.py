"""What the short regional report says in public: rows and sentences after disclosure control."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from wb6assess.model.framework import METHODOLOGY, Country, Framework
from wb6assess.model.instrument import Instrument
from wb6assess.reports.disclosure import (
    Cell,
    CountryDisclosure,
    country_disclosure,
    may_show_indicator,
)
from wb6assess.reports.figures import (
    CONFIDENTIAL,
    INSUFFICIENT,
    NOT_APPLICABLE,
    date_words,
    fingerprint,
    level_text,
    score_text,
    share_text,
)
from wb6assess.reports.notes import STATUS_NOTE, named, reading_notes
from wb6assess.reports.regional_rows import (
    BandRow,
    CountryDomainPart,
    CountryPart,
    DomainPart,
    FixRow,
    GapRow,
    PublicScore,
    Regional,
    ScoreRow,
    Source,
)
from wb6assess.reports.regional_words import (
    country_sentences,
    domain_finding,
    gap_sentence,
    in_one_minute,
)
from wb6assess.scoring.country import (
    CountryDomain,
    CountryScores,
    RegionalLine,
    RegionScores,
    regional_line,
)
from wb6assess.scoring.tree import NodeScore, NodeStatus

TOP_PRIORITIES = 5
OVERALL = "Overall"


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
    region = _Region(framework, instruments, scores, disclosed)
    # Inside a country the digests stand in their own order, which says nothing about experts.
    order = {named(country): place for place, country in enumerate(framework.countries)}
    digest = basis_digest(source.content_hash for source in sources)
    known = framework.round_by_id.get(round_id)
    title = known.title if known else round_id
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
            )
        ),
        facts=tuple(_facts(framework, instruments, round_id, why_not_final)),
        columns=tuple(name for name, _ in region.columns()),
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
        source="  |  ".join(
            [
                f"methodology {METHODOLOGY}",
                *(f"{item.id} {item.version}" for item in instruments.values()),
            ]
        ),
        sample=sample,
        draft=bool(why_not_final),
    )


@dataclass(frozen=True)
class _Region:
    """The scores with what may be shown of them."""

    framework: Framework
    instruments: Mapping[str, Instrument]
    scores: RegionScores
    disclosed: Mapping[str, CountryDisclosure]

    def countries(self) -> Iterator[tuple[Country, CountryScores, CountryDisclosure]]:
        for country in self.framework.countries:
            yield country, self.scores.countries[country.code], self.disclosed[country.code]

    def columns(self) -> list[tuple[str, str]]:
        """Heads of the band table with the domain's id; the overall column has none."""
        return [(OVERALL, "")] + [
            (self.instruments[domain.instrument].title, domain.id)
            for domain in self.framework.domains
            if domain.instrument in self.instruments
        ]

    def figures(self) -> Iterator[tuple[str, str]]:
        counted = sum(bool(country.experts) for country in self.scores.countries.values())
        experts = sum(len(country.experts) for country in self.scores.countries.values())
        indicators = sum(1 for item in self.instruments.values() for _ in item.indicators())
        yield str(counted), "country" if counted == 1 else "countries"
        yield str(len(self.instruments)), "instrument" if len(self.instruments) == 1 else "instruments"
        yield str(indicators), "indicators"
        yield str(experts), "experts, consolidated"

    def band_rows(self) -> Iterator[BandRow]:
        for country, scores, cells in self.countries():
            shown = [_public(scores.overall.node, cells.overall)] + [
                _public(domain.score.node, cells.domains[key]) for key, domain in scores.domains.items()
            ]
            yield BandRow(named(country), cells.in_progress, tuple(shown))

    def public_lines(self, rows: Sequence[BandRow]) -> list[RegionalLine | None]:
        """Regional lines over the shown scores only: a hidden one must not follow from the mean."""
        return [
            regional_line([row.scores[place].value for row in rows])
            for place in range(len(self.columns()))
        ]

    def domain_parts(self) -> Iterator[DomainPart]:
        for title, key in self.columns()[1:]:
            rows, gaps = [], []
            for country, scores, cells in self.countries():
                domain = scores.domains[key]
                score = _public(domain.score.node, cells.domains[key])
                rows.append(ScoreRow("", named(country), score, _experts(domain, cells)))
                gaps.append(_gap_row(named(country), domain, cells))
            bands = [row.score.band for row in rows]
            readings = [
                None if gap.law is None or gap.practice is None else gap.law - gap.practice
                for gap in gaps
            ]
            yield DomainPart(
                title,
                domain_finding(title, bands, len(rows)),
                tuple(rows),
                tuple(gaps),
                gap_sentence(title, readings),
            )

    def country_parts(self) -> Iterator[CountryPart]:
        for country, scores, cells in self.countries():
            text = " ".join(country_sentences(named(country), scores, cells, self.framework))
            if cells.in_progress or not scores.experts:
                yield CountryPart(named(country), text, ())
                continue
            parts = [self._country_domain(domain, cells) for domain in scores.domains.values()]
            yield CountryPart(named(country), text, tuple(parts))

    def _country_domain(self, domain: CountryDomain, cells: CountryDisclosure) -> CountryDomainPart:
        instrument = self.instruments[domain.domain.instrument]
        shown = cells.pillars[domain.domain.id]
        rows = tuple(
            ScoreRow(
                pillar.id,
                pillar.title,
                _public(domain.score.pillars[pillar.id], shown[pillar.id]),
                str(domain.contributors[pillar.id]),
            )
            for pillar in instrument.pillars
        )
        return CountryDomainPart(instrument.title, rows, tuple(self._fixes(domain, cells)))

    def _fixes(self, domain: CountryDomain, cells: CountryDisclosure) -> Iterator[FixRow]:
        """The first indicators to fix, of those whose own value may be shown."""
        instrument = self.instruments[domain.domain.instrument]
        if cells.domains[domain.domain.id] is not Cell.SHOWN:
            return
        k = self.framework.parameters.k_min_experts
        shown = [
            row
            for row in domain.priorities
            if may_show_indicator(domain.consensus[row.indicator], k)
            and cells.pillars[domain.domain.id][instrument.pillar_of[row.indicator].id] is Cell.SHOWN
        ]
        for row in shown[:TOP_PRIORITIES]:
            item = instrument.by_id[row.indicator]
            yield FixRow(
                item.id, item.title, f"{level_text(row.score)} to {item.target}", score_text(row.gain)
            )


def _public(node: NodeScore, cell: Cell) -> PublicScore:
    if cell is Cell.CONFIDENTIAL:
        return PublicScore(CONFIDENTIAL)
    if cell is Cell.NOT_APPLICABLE:
        return PublicScore(NOT_APPLICABLE)
    coverage = share_text(node.coverage)
    if cell is Cell.INSUFFICIENT or node.status is not NodeStatus.OK:
        return PublicScore(INSUFFICIENT, coverage=coverage)
    return PublicScore(score_text(node.published), node.published, node.band, coverage, node.provisional)


def _experts(domain: CountryDomain, cells: CountryDisclosure) -> str:
    return "" if cells.in_progress else str(len(domain.experts))


def _gap_row(name: str, domain: CountryDomain, cells: CountryDisclosure) -> GapRow:
    """Law against practice, only where the domain and all its pillars may be shown."""
    key = domain.domain.id
    hidden = Cell.CONFIDENTIAL in {cells.domains[key], *cells.pillars[key].values()}
    if hidden:
        return GapRow(name, None, None, None, CONFIDENTIAL)
    aspects = domain.aspects
    return GapRow(name, aspects.law.published, aspects.practice.published, aspects.institution.published)


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
