"""A country's profile after disclosure control."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from wb6assess.model.framework import Country, Domain
from wb6assess.reports.figures import CONFIDENTIAL, level_text, score_text, signed_text
from wb6assess.reports.notes import named
from wb6assess.reports.region.country_words import (
    country_sentences,
    explained_change,
    moved_words,
    widest_gap,
)
from wb6assess.reports.region.disclosure import Cell, CountryDisclosure
from wb6assess.reports.region.progress import PublicProgress
from wb6assess.reports.region.public import (
    OVERALL_TITLE,
    PublicRegion,
    evidence_in,
    experts_in,
    public_score,
)
from wb6assess.reports.region.readiness import advocacy_row, readiness_gap
from wb6assess.reports.region.rows import (
    CountryPart,
    FieldPart,
    FixRow,
    GapRow,
    OpennessRow,
    ScoreRow,
    ValidationRow,
)
from wb6assess.reports.region.score_words import number_words
from wb6assess.reports.region.sensitivity import (
    FirstFix,
    first_fixes,
    way_sentence,
    way_up,
)
from wb6assess.reports.region.steps import actor_words
from wb6assess.reports.region.whatif import versions_sentence
from wb6assess.scoring.country import CountryDomain, CountryScores
from wb6assess.scoring.whatif import evidence_versions

TOP_FIXES, FIELD_FIXES = 10, 5
_PILLARS = 3


@dataclass(frozen=True)
class PublicCountry:
    """One country of a region."""

    region: PublicRegion
    country: Country
    scores: CountryScores
    cells: CountryDisclosure
    progress: PublicProgress | None = None

    @property
    def _k(self) -> int:
        """Experts a public figure needs at least."""
        return self.region.framework.parameters.k_min_experts

    def part(self) -> CountryPart:
        """Its profile; only a sentence while nothing of it is published."""
        name, region = named(self.country), self.region
        overall = region.score(self.country.code)
        text = list(
            country_sentences(
                name, self.scores, self.cells, region.framework, region.instruments, overall
            )
        )
        if self.cells.in_progress or not self.scores.experts:
            return CountryPart(name, " ".join(text), code=self.country.code)
        gaps = tuple(self._gaps())
        text += filter(None, [widest_gap(gaps), self._without_evidence_cap()])
        strongest, weakest = self._extremes()
        rows = [self._validation(owner) for owner in region.domains()]
        return CountryPart(
            name,
            " ".join(text),
            tuple(self._fields()),
            tuple(self._fix(row) for row in self._fixes()[:TOP_FIXES]),
            self.country.code,
            self._fixes_text(),
            strongest,
            weakest,
            gaps,
            tuple(row for row, _ in filter(None, rows)),
            tuple(said for _, said in filter(None, rows) if said),
            self._unknown(),
            tuple(self._openness()),
        )

    def _fields(self) -> Iterator[FieldPart]:
        code, owners = self.country.code, self.region.domains()
        # With one domain the overall score would say the same twice.
        if len(owners) > 1:
            count = str(len(self.scores.experts))
            row = ScoreRow("", OVERALL_TITLE, self.region.score(code), count)
            yield FieldPart(row, change=self.progress.entry(code) if self.progress else None)
        for owner in owners:
            domain = self.scores.domains[owner.id]
            instrument = self.region.instruments[owner.instrument]
            pillars = tuple(
                ScoreRow(
                    pillar.id,
                    pillar.title,
                    public_score(
                        domain.score.pillars[pillar.id], self.cells.pillars[owner.id][pillar.id]
                    ),
                    str(domain.contributors[pillar.id]),
                )
                for pillar in instrument.pillars
            )
            head = ScoreRow(
                "",
                instrument.title,
                self.region.score(code, owner.id),
                experts_in(domain, self.cells),
                evidence_in(domain, self.cells),
            )
            change = self.progress.entry(code, owner.id) if self.progress else None
            fixes = self._field_fixes(owner) if len(owners) > 1 else ()
            yield FieldPart(head, pillars, owner.weight <= 0, change, fixes)

    def _extremes(self) -> tuple[tuple[ScoreRow, ...], tuple[ScoreRow, ...]]:
        """The pillars with the highest and the lowest shown scores, never the same in both."""
        shown = [row for field in self._fields() for row in field.rows if row.score.value is not None]
        count = min(_PILLARS, len(shown) // 2)
        ordered = sorted(shown, key=lambda row: -(row.score.value or Decimal(0)))
        return tuple(ordered[:count]), tuple(reversed(ordered[len(ordered) - count :]))

    def _gaps(self) -> Iterator[GapRow]:
        for owner in self.region.domains():
            if self.region.gap_rows(owner):
                domain = self.scores.domains[owner.id]
                yield self.region.gap_row(self.region.title(owner), self.country.code, domain)

    def _fixes(self) -> list[FirstFix]:
        """By points of the overall score."""
        return [
            row
            for row in first_fixes(self.region.analysis, self.country.code)
            if self.cells.overall is Cell.SHOWN
            and self.cells.indicators[row.domain][row.indicator] is Cell.SHOWN
        ]

    def _field_fixes(self, owner: Domain) -> tuple[FixRow, ...]:
        """By points of the domain's own score; none where that one is hidden."""
        if self.cells.domains[owner.id] is not Cell.SHOWN:
            return ()
        rows = first_fixes(self.region.analysis, self.country.code, owner.id)
        cells = self.cells.indicators[owner.id]
        shown = [self._fix(row) for row in rows if cells[row.indicator] is Cell.SHOWN]
        return tuple(shown[:FIELD_FIXES])

    def _fixes_text(self) -> str:
        """What gains are points of, and how far the next band is.

        The path to it would count steps of indicators whose values may be hidden.
        """
        way = way_up(self.region.analysis, self.country.code)
        said = "Points of the overall score. Arithmetic, not advice."
        if way is None or way.distance is None or self.cells.overall is not Cell.SHOWN:
            return said
        inside = [owner.id for owner in self.region.domains() if owner.weight > 0]
        if any(Cell.CONFIDENTIAL in self.cells.indicators[key].values() for key in inside):
            return f"{said} The next band is {score_text(way.distance)} points away."
        said = said.removesuffix(" Arithmetic, not advice.") if way.path else said
        return f"{said} {way_sentence(way, self.region.framework.parameters.cuts)}"

    def _without_evidence_cap(self) -> str:
        """Both versions of the overall score where missing evidence limits it (methodology 1.5)."""
        region, mode = self.region, self.region.framework.parameters.evidence_mode
        if mode != "cap" or self.cells.overall is not Cell.SHOWN:
            return ""
        both = evidence_versions(region.framework, region.instruments, region.analysis.region)
        return versions_sentence(
            f"{named(self.country)}, overall", mode, both[self.country.code].overall
        )

    def _fix(self, row: FirstFix) -> FixRow:
        owner = next(item for item in self.region.domains() if item.id == row.domain)
        return FixRow(
            row.indicator,
            row.title,
            self.region.title(owner),
            f"{row.level} to {row.target}",
            score_text(row.gain),
            row.level,
            str(row.target),
            row.gain,
            row.next.text if row.next else "",
            actor_words(row.next.actor) if row.next else "",
            str(row.next.level or "") if row.next else "",
        )

    def _validation(self, owner: Domain) -> tuple[ValidationRow, str] | None:
        """What meetings did to a shown domain; None where none met."""
        domain = self.scores.domains[owner.id]
        if not domain.validation.in_force or self.cells.domains[owner.id] is not Cell.SHOWN:
            return None
        difference = domain.adjustment
        title = self.region.title(owner)
        if self._experts_hidden(domain):
            row = ValidationRow(
                title,
                CONFIDENTIAL,
                score_text(domain.score.node.published),
                CONFIDENTIAL,
                moved_words(domain),
                "",
            )
            return row, ""
        largest = self._largest(domain)
        row = ValidationRow(
            title,
            score_text(domain.experts_score.node.published),
            score_text(domain.score.node.published),
            signed_text(difference),
            moved_words(domain),
            largest,
        )
        return row, "" if difference is None else explained_change(title, domain, difference, largest)

    def _experts_hidden(self, domain: CountryDomain) -> bool:
        """Whether the experts' own score, or the difference, would give few experts' ratings away.

        The largest change is told; what few rated must not be the only one left.
        """
        changed = [
            item
            for item, value in domain.consensus.items()
            if value.score != domain.experts_consensus[item].score
        ]
        lonely = [item for item in changed if domain.experts_consensus[item].n < self._k]
        told = self._largest(domain) not in {"", CONFIDENTIAL}
        return len(domain.experts) < self._k or (bool(lonely) and len(changed) - told <= 1)

    def _largest(self, domain: CountryDomain) -> str:
        """The largest single change; confidential where few experts rated it."""
        if domain.moved.largest is None:
            return ""
        item, change = domain.moved.largest
        shown = self.cells.indicators[domain.domain.id][item] is Cell.SHOWN
        if domain.experts_consensus[item].n < self._k or not shown:
            return CONFIDENTIAL
        code = domain.validation.in_force[item].reason_code.value
        levels = level_text(abs(change))
        many = "level" if levels == "1" else "levels"
        return f"{item}, {levels} {many} {'up' if change > 0 else 'down'} ({code})"

    def _unknown(self) -> str:
        """How many indicators nobody could answer, by shown domain."""
        counts = [
            (self.region.title(owner), len(self.scores.domains[owner.id].information_gaps))
            for owner in self.region.domains()
            if self.cells.domains[owner.id] is not Cell.CONFIDENTIAL
        ]
        open_ = [f"{number_words(count)} in {title}" for title, count in counts if count]
        return f"Information gaps, indicators without a value: {', '.join(open_)}." if open_ else ""

    def _openness(self) -> Iterator[OpennessRow]:
        for owner in self.region.domains():
            domain = self.scores.domains[owner.id]
            gap = readiness_gap(self.region.instruments[owner.instrument], domain)
            few = min(domain.field_experts.values(), default=0) < self._k
            if gap is None or gap.points is None or few or self.cells.hides_any(owner.id):
                continue
            yield advocacy_row(named(self.country), gap, gap.points)
