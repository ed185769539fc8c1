"""A region's scores after disclosure control: rows of tables and profiles of countries."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from wb6assess.model.framework import Country, Domain, Framework
from wb6assess.model.instrument import Aspect, Instrument
from wb6assess.reports.disclosure import Cell, CountryDisclosure, may_show_indicator
from wb6assess.reports.figures import (
    CONFIDENTIAL,
    INSUFFICIENT,
    NOT_APPLICABLE,
    level_text,
    score_text,
    share_text,
)
from wb6assess.reports.notes import named
from wb6assess.reports.regional_rows import (
    BandRow,
    CountryPart,
    DomainPart,
    FieldPart,
    FixRow,
    GapRow,
    PublicScore,
    ScoreRow,
)
from wb6assess.reports.regional_words import (
    country_sentences,
    domain_finding,
    gap_sentence,
    too_few_sentence,
)
from wb6assess.scoring.country import (
    CountryDomain,
    CountryScores,
    RegionalLine,
    RegionScores,
    regional_line,
)
from wb6assess.scoring.numbers import snapped
from wb6assess.scoring.priorities import Priority
from wb6assess.scoring.tree import NodeScore, NodeStatus

TOP_PRIORITIES = 5
_LEAST_FOR_GAP = 3
"""Scored indicators law and practice need each (methodology 7)."""
OVERALL = "Overall"


@dataclass(frozen=True)
class PublicRegion:
    """The scores with what may be shown of them."""

    framework: Framework
    instruments: Mapping[str, Instrument]
    scores: RegionScores
    disclosed: Mapping[str, CountryDisclosure]

    def countries(self) -> Iterator[tuple[Country, CountryScores, CountryDisclosure]]:
        """Every country with its scores and what may be shown of them."""
        for country in self.framework.countries:
            yield country, self.scores.countries[country.code], self.disclosed[country.code]

    def domains(self) -> list[Domain]:
        """Domains with a questionnaire; those with weight in the overall score come first."""
        present = [item for item in self.framework.domains if item.instrument in self.instruments]
        return sorted(present, key=lambda domain: domain.weight <= 0)

    def columns(self) -> list[tuple[str, str]]:
        """Heads of the band table with the domain's id; the overall column has none."""
        return [(OVERALL, ""), *((self._title(domain), domain.id) for domain in self.domains())]

    def columns_inside(self) -> list[str]:
        """Titles of the domains that make up the overall score."""
        return [self._title(domain) for domain in self.domains() if domain.weight > 0]

    def columns_outside(self) -> list[str]:
        """Titles of the domains shown beside it."""
        return [self._title(domain) for domain in self.domains() if domain.weight <= 0]

    def _title(self, domain: Domain) -> str:
        return self.instruments[domain.instrument].title

    def figures(self) -> Iterator[tuple[str, str]]:
        """Countries, instruments, indicators and experts, as number and words."""
        counted = sum(bool(country.experts) for country in self.scores.countries.values())
        experts = sum(len(country.experts) for country in self.scores.countries.values())
        indicators = sum(1 for item in self.instruments.values() for _ in item.indicators())
        yield str(counted), "country" if counted == 1 else "countries"
        yield str(len(self.instruments)), "instrument" if len(self.instruments) == 1 else "instruments"
        yield str(indicators), "indicators"
        yield str(experts), "experts, consolidated"

    def band_rows(self) -> Iterator[BandRow]:
        """The band table, one row per country."""
        for country, scores, cells in self.countries():
            shown = [_public(scores.overall.node, cells.overall)] + [
                _public(scores.domains[domain.id].score.node, cells.domains[domain.id])
                for domain in self.domains()
            ]
            yield BandRow(named(country), cells.in_progress, tuple(shown))

    def public_lines(self, rows: Sequence[BandRow]) -> list[RegionalLine | None]:
        """Regional lines over the shown scores only: a hidden one must not follow from the mean."""
        return [
            regional_line([row.scores[place].value for row in rows])
            for place in range(len(self.columns()))
        ]

    def domain_parts(self) -> Iterator[DomainPart]:
        """Each domain over the countries."""
        for owner in self.domains():
            key = owner.id
            rows, gaps = [], []
            for country, scores, cells in self.countries():
                domain = scores.domains[key]
                score = _public(domain.score.node, cells.domains[key])
                rows.append(ScoreRow("", named(country), score, _experts(domain, cells)))
                gaps.append(_gap_row(named(country), domain, cells))
            title = self._title(owner)
            few = _too_few(self.instruments[owner.instrument])
            said = [gap for gap in gaps if gap.law is not None or gap.practice is not None]
            yield DomainPart(
                title,
                domain_finding(title, [row.score.band for row in rows], len(rows)),
                tuple(rows),
                tuple(gaps) if said and not few else (),
                too_few_sentence(few) if few else gap_sentence(title, _readings(gaps)),
                beside=owner.weight <= 0,
            )

    def country_parts(self) -> Iterator[CountryPart]:
        """Each country's profile."""
        for country, scores, cells in self.countries():
            text = " ".join(country_sentences(named(country), scores, cells, self.framework))
            if cells.in_progress or not scores.experts:
                yield CountryPart(named(country), text)
                continue
            overall = _public(scores.overall.node, cells.overall)
            fields = [FieldPart(ScoreRow("", OVERALL, overall, str(len(scores.experts))))]
            fields += [self._field(owner, scores, cells) for owner in self.domains()]
            # With one domain the overall score would say the same twice.
            shown = fields if len(fields) > 2 else fields[1:]
            yield CountryPart(named(country), text, tuple(shown), tuple(self._fixes(scores, cells)))

    def _field(self, owner: Domain, scores: CountryScores, cells: CountryDisclosure) -> FieldPart:
        domain = scores.domains[owner.id]
        score = _public(domain.score.node, cells.domains[owner.id])
        rows = tuple(
            ScoreRow(
                pillar.id,
                pillar.title,
                _public(domain.score.pillars[pillar.id], cells.pillars[owner.id][pillar.id]),
                str(domain.contributors[pillar.id]),
            )
            for pillar in self.instruments[owner.instrument].pillars
        )
        head = ScoreRow("", self._title(owner), score, _experts(domain, cells))
        return FieldPart(head, rows, beside=owner.weight <= 0)

    def _fixes(self, scores: CountryScores, cells: CountryDisclosure) -> Iterator[FixRow]:
        """The first indicators to fix in what makes up the overall score.

        Those whose own value may be shown, by points of their domain's score times its weight.
        """
        weighted = [domain for domain in self.domains() if domain.weight > 0] or self.domains()
        rows = [
            (-row.gain * (owner.weight or 1.0), place, row, owner)
            for owner in weighted
            for place, row in enumerate(self._open_priorities(scores.domains[owner.id], cells))
        ]
        for _, _, row, owner in sorted(rows, key=lambda entry: (snapped(entry[0]), entry[1]))[
            :TOP_PRIORITIES
        ]:
            item = self.instruments[owner.instrument].by_id[row.indicator]
            levels = f"{level_text(row.score)} to {item.target}"
            yield FixRow(item.id, item.title, self._title(owner), levels, score_text(row.gain))

    def _open_priorities(self, domain: CountryDomain, cells: CountryDisclosure) -> Iterator[Priority]:
        instrument = self.instruments[domain.domain.instrument]
        if cells.domains[domain.domain.id] is not Cell.SHOWN:
            return
        k = self.framework.parameters.k_min_experts
        shown = cells.pillars[domain.domain.id]
        for row in domain.priorities:
            pillar = instrument.pillar_of[row.indicator].id
            if may_show_indicator(domain.consensus[row.indicator], k) and shown[pillar] is Cell.SHOWN:
                yield row


def _too_few(instrument: Instrument) -> str:
    """Of what the questionnaire asks too little for a gap: "", "law", "practice" or both."""
    aspects = [item.aspect for item in instrument.indicators() if item.scored]
    law = sum(aspect is Aspect.LAW for aspect in aspects)
    practice = sum(aspect in {Aspect.PRACTICE, Aspect.OUTCOME} for aspect in aspects)
    few = [name for name, n in (("law", law), ("practice", practice)) if n < _LEAST_FOR_GAP]
    return " and ".join(few)


def _readings(gaps: Sequence[GapRow]) -> list[Decimal | None]:
    return [None if gap.law is None or gap.practice is None else gap.law - gap.practice for gap in gaps]


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
