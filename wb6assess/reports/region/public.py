"""A region after disclosure control: which figure may be printed, and the tables over countries."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from wb6assess.model.framework import Country, Domain, Framework
from wb6assess.model.instrument import Instrument
from wb6assess.model.vocabulary import Aspect
from wb6assess.reports.figures import (
    CONFIDENTIAL,
    INSUFFICIENT,
    NOT_APPLICABLE,
    score_text,
    share_text,
)
from wb6assess.reports.notes import named
from wb6assess.reports.region.country_words import experts_words, validated_words
from wb6assess.reports.region.disclosure import Cell, CountryDisclosure, country_disclosure
from wb6assess.reports.region.rows import (
    BandRow,
    DomainPart,
    GapRow,
    PillarLine,
    PublicScore,
    ScoreRow,
)
from wb6assess.reports.region.score_words import highest_sentence, indistinct_sentence, mention
from wb6assess.reports.region.words import (
    Column,
    domain_finding,
    gap_sentence,
    too_few_sentence,
)
from wb6assess.scoring.analysis import Analysis
from wb6assess.scoring.beside import Figure
from wb6assess.scoring.country import CountryDomain, CountryScores, RegionalLine, regional_line
from wb6assess.scoring.robustness import OVERALL
from wb6assess.scoring.tree import NodeScore, NodeStatus

_LEAST_FOR_GAP = 3
"""Scored indicators law and practice need each (methodology 7)."""
OVERALL_TITLE = "Overall"


@dataclass(frozen=True)
class PublicRegion:
    """The scores and everything beside them, with what may be shown of them."""

    analysis: Analysis

    @property
    def framework(self) -> Framework:
        """Countries, domains, parameters."""
        return self.analysis.framework

    @property
    def instruments(self) -> Mapping[str, Instrument]:
        """Instrument id -> the version scored."""
        return self.analysis.instruments

    @cached_property
    def disclosed(self) -> Mapping[str, CountryDisclosure]:
        """Country code -> what may be printed of it."""
        return {
            code: country_disclosure(country, self.framework, self.instruments)
            for code, country in self.analysis.region.countries.items()
        }

    def countries(self) -> Iterator[tuple[Country, CountryScores, CountryDisclosure]]:
        """Every country with its scores and what may be shown of them."""
        for country in self.framework.countries:
            scores = self.analysis.region.countries[country.code]
            yield country, scores, self.disclosed[country.code]

    def domains(self) -> list[Domain]:
        """Domains with a questionnaire; those with weight in the overall score come first."""
        present = [item for item in self.framework.domains if item.instrument in self.instruments]
        return sorted(present, key=lambda domain: domain.weight <= 0)

    def title(self, domain: Domain) -> str:
        """Of the domain's questionnaire."""
        return self.instruments[domain.instrument].title

    def titles(self, *, beside: bool) -> list[str]:
        """Of the domains that make up the overall score, or of those beside it."""
        return [self.title(domain) for domain in self.domains() if (domain.weight <= 0) is beside]

    def score(self, country: str, domain: str = OVERALL) -> PublicScore:
        """A published score with its interval, or the sign in its place."""
        scores, cells = self.analysis.region.countries[country], self.disclosed[country]
        if domain == OVERALL:
            shown = public_score(scores.overall.node, cells.overall)
        else:
            shown = public_score(scores.domains[domain].score.node, cells.domains[domain])
        found = self.analysis.robustness.node(country, domain) if shown.value is not None else None
        if found is None:
            return shown
        unsure = self.analysis.robustness.is_borderline(found.certainty)
        return PublicScore(
            shown.sign,
            shown.value,
            shown.band,
            shown.coverage,
            shown.provisional,
            found.interval,
            found.certainty.neighbour if unsure else None,
        )

    def mentions(self, domain: str = OVERALL) -> Mapping[str, str]:
        """Country's name -> first mention of its score; only of shown ones."""
        found = {}
        for country, scores, _ in self.countries():
            shown = self.score(country.code, domain)
            if shown.value is not None:
                experts = scores.domains[domain].experts if domain else scores.experts
                validated = validated_words(scores, self.instruments)
                found[named(country)] = mention(shown, experts_words(len(experts)), validated)
        return found

    def figures(self) -> Iterator[tuple[str, str]]:
        """Countries, instruments, indicators and experts, as number and words."""
        region = self.analysis.region.countries.values()
        counted = sum(bool(country.experts) for country in region)
        experts = sum(len(country.experts) for country in region)
        indicators = sum(1 for item in self.instruments.values() for _ in item.indicators())
        found = {validated_words(country, self.instruments) for country in region if country.experts}
        standing = " and validated" if found == {"validated"} else ", partly validated"
        standing = "" if found <= {"not validated"} else standing
        yield str(counted), "country" if counted == 1 else "countries"
        yield str(len(self.instruments)), "instrument" if len(self.instruments) == 1 else "instruments"
        yield str(indicators), "indicators"
        yield str(experts), f"experts, consolidated{standing}"

    @cached_property
    def band_rows(self) -> tuple[BandRow, ...]:
        """The band table, one row per country."""
        keys = [OVERALL, *(domain.id for domain in self.domains())]
        return tuple(
            BandRow(
                named(country),
                cells.in_progress,
                tuple(self.score(country.code, key) for key in keys),
                country.code,
            )
            for country, _, cells in self.countries()
        )

    @cached_property
    def lines(self) -> tuple[RegionalLine | None, ...]:
        """Regional lines over the shown scores only: a hidden one must not follow from the mean."""
        rows = self.band_rows
        return tuple(
            regional_line([row.scores[place].value for row in rows])
            for place in range(len(self.domains()) + 1)
        )

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The band table by column, with gaps between law and practice."""
        names = [row.country for row in self.band_rows]
        columns = []
        for place, domain in enumerate([None, *self.domains()]):
            scores = [row.scores[place] for row in self.band_rows]
            gaps = () if domain is None else tuple(_reading(row) for row in self.gap_rows(domain))
            columns.append(
                Column(
                    OVERALL_TITLE if domain is None else self.title(domain),
                    tuple(zip(names, scores, strict=True)),
                    self.lines[place],
                    gaps,
                    beside=domain is not None and domain.weight <= 0,
                )
            )
        return tuple(columns)

    def gap_rows(self, owner: Domain) -> tuple[GapRow, ...]:
        """Law and practice by country; () where the questionnaire asks too little or nothing is said."""
        if _too_few(self.instruments[owner.instrument]):
            return ()
        rows = tuple(
            self.gap_row(named(country), country.code, scores.domains[owner.id])
            for country, scores, _ in self.countries()
        )
        return rows if any(row.law is not None or row.practice is not None for row in rows) else ()

    def gap_row(self, label: str, country: str, domain: CountryDomain) -> GapRow:
        """Law against practice; what would give a hidden value away is confidential."""
        key, cells = domain.domain.id, self.disclosed[country]
        instrument = self.instruments[domain.domain.instrument]

        def shown(figure: Figure, *aspects: Aspect) -> Decimal | None:
            behind = [i.id for i in instrument.indicators() if i.aspect in aspects and i.score_weight]
            return None if cells.reveals_one(key, behind) else figure.published

        if cells.hides_any(key):
            return GapRow(label, None, None, None, CONFIDENTIAL)
        aspects = domain.aspects
        law = shown(aspects.law, Aspect.LAW)
        practice = shown(aspects.practice, Aspect.PRACTICE, Aspect.OUTCOME)
        hidden = (law, practice) != (aspects.law.published, aspects.practice.published)
        return GapRow(
            label,
            law,
            practice,
            shown(aspects.institution, Aspect.INSTITUTION),
            CONFIDENTIAL if hidden else INSUFFICIENT,
            shown(aspects.interface, Aspect.INTERFACE),
        )

    def pillar_lines(self, owner: Domain) -> tuple[PillarLine, ...]:
        """Each pillar of a domain over the countries."""
        return tuple(
            PillarLine(
                pillar.id,
                pillar.title,
                tuple(
                    public_score(
                        scores.domains[owner.id].score.pillars[pillar.id],
                        cells.pillars[owner.id][pillar.id],
                    )
                    for _, scores, cells in self.countries()
                ),
            )
            for pillar in self.instruments[owner.instrument].pillars
        )

    def domain_parts(self) -> Iterator[DomainPart]:
        """Each domain over the countries."""
        for owner in self.domains():
            rows = tuple(
                ScoreRow(
                    "",
                    named(country),
                    self.score(country.code, owner.id),
                    experts_in(scores.domains[owner.id], cells),
                    evidence_in(scores.domains[owner.id], cells),
                )
                for country, scores, cells in self.countries()
            )
            title = self.title(owner)
            few = _too_few(self.instruments[owner.instrument])
            gaps = self.gap_rows(owner)
            stated = [_reading(row) for row in gaps] or [None] * len(rows)
            pairs = [(row.label, row.score) for row in rows]
            said = (
                highest_sentence("score", pairs, self.mentions(owner.id)),
                indistinct_sentence(pairs),
            )
            yield DomainPart(
                title,
                domain_finding([row.score.band for row in rows], len(rows)),
                rows,
                gaps,
                too_few_sentence(few) if few else gap_sentence(title, stated),
                beside=owner.weight <= 0,
                said=tuple(filter(None, said)),
                key=owner.id,
                pillars=self.pillar_lines(owner),
            )


def public_score(node: NodeScore, cell: Cell) -> PublicScore:
    """A node as its cell allows; without its interval."""
    if cell is Cell.CONFIDENTIAL:
        return PublicScore(CONFIDENTIAL)
    if cell is Cell.NOT_APPLICABLE:
        return PublicScore(NOT_APPLICABLE)
    coverage = share_text(node.coverage)
    if cell is Cell.INSUFFICIENT or node.status is not NodeStatus.OK:
        return PublicScore(INSUFFICIENT, coverage=coverage)
    return PublicScore(score_text(node.published), node.published, node.band, coverage, node.provisional)


def experts_in(domain: CountryDomain, cells: CountryDisclosure) -> str:
    """How many experts rated a domain; nothing while the country is in progress."""
    return "" if cells.in_progress else str(len(domain.experts))


def evidence_in(domain: CountryDomain, cells: CountryDisclosure) -> str:
    """Evidence coverage of a shown domain."""
    shown = cells.domains[domain.domain.id] is Cell.SHOWN
    return share_text(domain.evidence) if shown else ""


def _too_few(instrument: Instrument) -> str:
    """Of what the questionnaire asks too little for a gap: "", "law", "practice" or both."""
    aspects = [item.aspect for item in instrument.indicators() if item.scored]
    law = sum(aspect is Aspect.LAW for aspect in aspects)
    practice = sum(aspect in {Aspect.PRACTICE, Aspect.OUTCOME} for aspect in aspects)
    few = [name for name, n in (("law", law), ("practice", practice)) if n < _LEAST_FOR_GAP]
    return " and ".join(few)


def _reading(row: GapRow) -> Decimal | None:
    return None if row.law is None or row.practice is None else row.law - row.practice
