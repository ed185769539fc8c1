"""What changed since an earlier round, as far as both rounds may be shown (methodology 8, 12.2)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from wb6assess.model.framework import Domain
from wb6assess.reports.figures import CONFIDENTIAL, INSUFFICIENT
from wb6assess.reports.notes import named
from wb6assess.reports.region.disclosure import (
    Cell,
    CountryDisclosure,
    country_disclosure,
    told_by,
)
from wb6assess.reports.region.public import OVERALL_TITLE, PublicRegion
from wb6assess.reports.region.rows import ChangeEntry, ChangePart, ProgressPart
from wb6assess.reports.region.words import progress_finding
from wb6assess.scoring.progress import Change, RoundProgress
from wb6assess.scoring.robustness import OVERALL
from wb6assess.scoring.rounds import ProgressWord


@dataclass(frozen=True)
class PublicProgress:
    """The changes of a region that has an earlier round."""

    region: PublicRegion
    progress: RoundProgress
    round: str

    def part(self) -> ProgressPart:
        """Everything the report says about the change."""
        return ProgressPart(self._title, self._text(), tuple(self._parts()))

    def entry(self, country: str, domain: str = OVERALL) -> ChangeEntry:
        """The change of a node; confidential where one of the two scores is."""
        name = named(self.region.framework.country_by_code[country])
        found = self.progress.domain(country, domain) if domain else self.progress.overall(country)
        if Cell.CONFIDENTIAL in self._cells(country, domain):
            return ChangeEntry(country, name, missing=CONFIDENTIAL)
        if found is None or found.word is None:
            total = found.total if found else None
            return ChangeEntry(country, name, total=total, missing=INSUFFICIENT)
        return ChangeEntry(
            country,
            name,
            found.before,
            found.now,
            found.word,
            found.interval,
            found.within_uncertainty,
            found.total,
            found.composition,
            self._fell(country, domain, found),
        )

    def _fell(self, country: str, domain: str, change: Change) -> tuple[str, ...]:
        """A fall must name what fell; only indicators whose own cells may be shown, in both rounds."""
        if change.word is not ProgressWord.BACKSLIDING:
            return ()
        keys = [domain] if domain else [d.id for d in self.region.domains() if d.weight > 0]
        now, then = self.region.disclosed[country], self._earlier[country]
        return tuple(
            item
            for key in keys
            if (country, key) in self.progress.matched
            for item in self.progress.fell(country, key)
            if now.indicators[key][item] is Cell.SHOWN
            and then.indicators[key].get(self.progress.origin(key, item)) is Cell.SHOWN
        )

    def _parts(self) -> Iterator[ChangePart]:
        owners: list[Domain | None] = [None, *self.region.domains()]
        if len(owners) == 2:  # one domain: the overall change would say the same twice
            owners = owners[1:]
        for owner in owners:
            key = OVERALL if owner is None else owner.id
            title = OVERALL_TITLE if owner is None else self.region.title(owner)
            rows = tuple(self.entry(country.code, key) for country in self.region.framework.countries)
            finding = progress_finding(title, rows)
            yield ChangePart(key, title, finding, rows, owner is not None and owner.weight <= 0)

    def _cells(self, country: str, domain: str) -> set[Cell]:
        """Cells of the node in both rounds, and what the matched scores would tell besides.

        The whole also gives a single hidden domain away, or the only one it can be compared with.
        """
        now, then = self.region.disclosed[country], self._earlier.get(country)
        if then is None:
            return {Cell.INSUFFICIENT}
        if domain:
            told = {Cell.CONFIDENTIAL} if self._matched_tells(country, domain) else set[Cell]()
            return {now.domains[domain], then.domains.get(domain, Cell.INSUFFICIENT)} | told
        inside = [owner.id for owner in self.region.domains() if owner.weight > 0]
        hidden = [key for key in inside if Cell.CONFIDENTIAL in self._cells(country, key)]
        matched = [key for key in hidden if self._weights(country, key)]
        alone = {Cell.CONFIDENTIAL} if 1 in {len(hidden), len(matched)} else set()
        return {now.overall, then.overall} | alone

    def _weights(self, country: str, domain: str) -> Mapping[str, float]:
        """Indicator -> its share of the matched scores."""
        known = (country, domain) in self.progress.matched
        return self.progress.weights(country, domain) if known else {}

    def _matched_tells(self, country: str, domain: str) -> bool:
        """Whether the matched score of either round is one mean too many."""
        weights = self._weights(country, domain)
        if not weights:
            return False
        before = {self.progress.origin(domain, item): share for item, share in weights.items()}
        return self._tells(weights, country, domain) or self._tells(before, country, domain, then=True)

    def _tells(
        self, weights: Mapping[str, float], country: str, domain: str, *, then: bool = False
    ) -> bool:
        earlier, today = self.progress.earlier, self.region
        region = earlier.region if then else today.analysis.region
        part = region.countries[country].domains[domain]
        instruments = earlier.instruments if then else today.instruments
        cells = self._earlier if then else today.disclosed
        instrument = instruments[part.domain.instrument]
        return told_by(weights, part, instrument, today.framework.parameters, cells[country])

    @cached_property
    def _earlier(self) -> Mapping[str, CountryDisclosure]:
        earlier = self.progress.earlier
        return {
            code: country_disclosure(country, self.region.framework, earlier.instruments)
            for code, country in earlier.region.countries.items()
        }

    @property
    def _title(self) -> str:
        known = self.region.framework.round_by_id.get(self.progress.earlier.id)
        return known.title if known else self.progress.earlier.id

    def _text(self) -> str:
        rounds = self.region.framework.round_by_id
        dates = [
            rounds[key].reference_date for key in (self.progress.earlier.id, self.round) if key in rounds
        ]
        found = [day for day in dates if day is not None]
        months = f" {_months(*found)} months lie between the rounds." if len(found) == 2 else ""
        return (
            "Matched indicators only; words follow fixed limits. “Within uncertainty”: the 90 % "
            f"interval of the change contains 0.{months}"
        )


def _months(earlier: date, later: date) -> int:
    return 12 * (later.year - earlier.year) + later.month - earlier.month
