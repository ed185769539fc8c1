"""What two rounds have in common, as arrays for the resampling of a change (methodology 8)."""

from collections.abc import Mapping

from wb6assess.model.framework import Framework
from wb6assess.model.instrument import Instrument
from wb6assess.scoring.consensus import Rating
from wb6assess.scoring.country import CountryScores
from wb6assess.scoring.country_domain import CountryDomain
from wb6assess.scoring.panels import Layout, bools, floats, rating_grids
from wb6assess.scoring.rounds import Matched, Origin
from wb6assess.scoring.states import State
from wb6assess.scoring.uncertainty import Panel

_NOTHING = Rating(State.UNANSWERED, None, 2)


def matched_panel(
    framework: Framework,
    arranged: Layout,
    country: CountryScores,
    matched: Mapping[str, Matched],
    comes_from: Mapping[str, Mapping[str, Origin]],
    *,
    overall_ok: bool,
) -> Panel:
    """One round of a country, with everything that is not matched left out.

    Args:
        framework: Parameters.
        arranged: The order of today's questionnaires.
        country: Its scores in that round.
        matched: Domain id -> matched trees.
        comes_from: Instrument id -> today's id -> origin; empty for today's round.
        overall_ok: Whether every core domain is comparable.
    """
    capping = framework.parameters.evidence_mode == "cap"
    columns = []
    for domain, instrument in arranged.domains:
        found = matched.get(domain.id)
        back = comes_from.get(instrument.id, {})
        columns.append(
            _Columns(country.domains.get(domain.id), instrument, found, back, capping=capping)
        )
    trees = [(column.tree, column.instrument) for column in columns]
    grids = [rating_grids(column.ratings(), list(column.instrument.by_id)) for column in columns]
    nodes = [
        tree.pillars[pillar.id].score is not None if tree else False
        for tree, instrument in trees
        for pillar in instrument.pillars
    ]
    return Panel(
        code=country.code,
        ratings=tuple(scores for scores, _ in grids),
        confidences=tuple(confidences for _, confidences in grids),
        final=floats([value for column in columns for value in column.final()]),
        validated=bools([on for column in columns for on in column.validated()]),
        unsupported=bools([on for column in columns for on in column.unsupported()]),
        pillar_ok=bools(nodes),
        domain_ok=bools([tree is not None and tree.node.score is not None for tree, _ in trees]),
        overall_ok=overall_ok,
    )


class _Columns:
    """One domain's matched indicators of one round under today's ids."""

    def __init__(
        self,
        part: CountryDomain | None,
        instrument: Instrument,
        matched: Matched | None,
        back: Mapping[str, Origin],
        *,
        capping: bool,
    ) -> None:
        self.instrument = instrument
        self.tree = matched.now if matched else None
        self._capping = capping
        self._part = part
        items = matched.items if matched and self.tree and part else ()
        self._origin = {item: back.get(item, Origin(item)) for item in items}

    def ratings(self) -> Mapping[str, Mapping[str, Rating]]:
        if self._part is None:
            return {}
        return {
            code: {item: self._rating(item, rated) for item in self.instrument.by_id}
            for code, rated in self._part.ratings.items()
        }

    def final(self) -> list[float]:
        return [self._score(item) for item in self.instrument.by_id]

    def validated(self) -> list[bool]:
        part = self._part
        return [
            part is not None
            and item in self._origin
            and part.consensus[self._origin[item].item].state is State.VALIDATED
            for item in self.instrument.by_id
        ]

    def unsupported(self) -> list[bool]:
        part = self._part
        return [
            self._capping
            and part is not None
            and item in self._origin
            and not part.supported[self._origin[item].item]
            for item in self.instrument.by_id
        ]

    def _rating(self, item: str, rated: Mapping[str, Rating]) -> Rating:
        origin = self._origin.get(item)
        if origin is None:
            return _NOTHING
        old = rated[origin.item]
        score = None if old.score is None else origin.score(old.score)
        return Rating(old.state, score, old.confidence)

    def _score(self, item: str) -> float:
        origin = self._origin.get(item)
        if origin is None or self._part is None:
            return float("nan")
        score = self._part.results[origin.item].score
        return float("nan") if score is None else origin.score(score)
