"""Whatever the numbers of experts: nothing hidden follows from what is shown (methodology 12.2)."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exports import regions
from wb6assess.model.instrument import Instrument
from wb6assess.model.vocabulary import Aspect
from wb6assess.reports.region.disclosure import Cell, CountryDisclosure, country_disclosure
from wb6assess.reports.region.published_means import MEANS
from wb6assess.scoring.tree import NodeStatus
from wb6assess.session.desk.consolidation import Consolidation

HIDDEN, SHOWN = Cell.CONFIDENTIAL, Cell.SHOWN
CODE = "AL"
ITEMS = [item for asked in regions.questionnaires(2) for item in asked.by_id]


@st.composite
def countries(draw: st.DrawFn) -> Consolidation:
    """One country with few experts, of whom each does not know some indicators; perhaps a meeting."""
    experts = draw(st.integers(0, 5))
    unsure = {
        f"Agent{number}.{CODE}": tuple(draw(st.lists(st.sampled_from(ITEMS), unique=True)))
        for number in range(experts)
    }
    met = draw(st.lists(st.sampled_from(ITEMS), unique=True, max_size=8))
    decisions = tuple(regions.decision(CODE, item, 60.0) for item in met)
    return regions.build({CODE: experts}, unsure=unsure, decisions=decisions)


def disclosed(result: Consolidation) -> CountryDisclosure:
    return country_disclosure(result.scores.countries[CODE], result.framework, result.instruments)


@settings(max_examples=60, deadline=None)
@given(countries())
def test_no_shown_mean_has_a_single_hidden_part(result: Consolidation) -> None:
    cells = disclosed(result)
    scores = result.scores.countries[CODE]
    if cells.overall is SHOWN:
        hidden = [key for key in scores.domains if cells.domains[key] is HIDDEN]
        assert len(hidden) != 1
    for key, domain in scores.domains.items():
        instrument = result.instruments[domain.domain.instrument]
        if cells.domains[key] is SHOWN:
            assert sum(cell is HIDDEN for cell in cells.pillars[key].values()) != 1
        for pillar in instrument.pillars:
            inside = [cells.indicators[key][item.id] for item in pillar.indicators]
            if cells.pillars[key][pillar.id] is SHOWN:
                assert inside.count(HIDDEN) != 1
        for aspects in MEANS:
            inside = [
                cells.indicators[key][i.id] for i in instrument.indicators() if i.aspect in aspects
            ]
            if inside.count(HIDDEN) == 1:  # nothing else could be hidden, so the mean itself is
                assert SHOWN not in inside


@settings(max_examples=150, deadline=None)
@given(countries())
def test_no_rating_of_few_follows_from_all_means_together(result: Consolidation) -> None:
    check_no_secret_follows(result)


def check_no_secret_follows(result: Consolidation) -> None:
    """The rank of the published means grows by one with each secret value added to them."""
    cells = disclosed(result)
    for key, domain in result.scores.countries[CODE].domains.items():
        if cells.domains[key] is not SHOWN:
            continue
        instrument = result.instruments[domain.domain.instrument]
        hidden = [item for item, cell in cells.indicators[key].items() if cell is HIDDEN]
        means = np.array(
            [[mean.get(item, 0.0) for item in hidden] for mean in _means(instrument, cells, key)]
        )
        for place, item in enumerate(hidden):
            if domain.consensus[item].n < 3 and item not in domain.validation.in_force:
                known = np.zeros((1, len(hidden)))
                known[0, place] = 1
                assert rank(np.vstack([means, known])) == rank(means) + 1, item


def _means(instrument: Instrument, cells: CountryDisclosure, key: str) -> list[dict[str, float]]:
    """Weights behind what is published of a domain: shown pillars, and the means of aspects."""
    found = [
        {item.id: 1.0 for item in pillar.indicators}
        for pillar in instrument.pillars
        if cells.pillars[key][pillar.id] is SHOWN
    ]
    if cells.hides_any(key):
        return found or [{}]
    for aspects in MEANS:
        group = [item.id for item in instrument.indicators() if item.aspect in aspects]
        if not cells.reveals_one(key, group):
            found.append({item: instrument.nominal_weights[item] for item in group})
    return found


def rank(rows: np.ndarray) -> int:
    return int(np.linalg.matrix_rank(rows)) if rows.size else 0


@pytest.mark.parametrize("base", [0, 1, 3])
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_trying_every_level_leaves_a_rating_of_few_open(base: int, data: st.DataObject) -> None:
    """Somebody outside knows the questions, how many rated each, and what is published of a pillar."""
    unsure = {
        f"Agent{number}.{CODE}": tuple(data.draw(st.lists(st.sampled_from(ITEMS), unique=True)))
        for number in range(4)
    }
    result = regions.build({CODE: 4}, unsure=unsure, base={CODE: base})
    cells = disclosed(result)
    for key, domain in result.scores.countries[CODE].domains.items():
        for pillar in result.instruments[domain.domain.instrument].pillars:
            scored = [i.id for i in pillar.indicators if domain.results[i.id].score is not None]
            hidden = [item for item in scored if cells.indicators[key][item] is HIDDEN]
            if cells.pillars[key][pillar.id] is not SHOWN or hidden == scored:
                continue
            value = {item: domain.results[item].score or 0.0 for item in scored}
            grids = [np.arange(0, 101, 20 if domain.consensus[item].n % 2 else 10) for item in hidden]
            sums = sum(np.meshgrid(*grids, indexing="ij")) if grids else np.zeros(())
            ways = np.argwhere(np.isclose(sums, sum(value[item] for item in hidden)))
            for place, item in enumerate(hidden):
                if domain.consensus[item].n < 3:
                    assert len(np.unique(ways[:, place])) > 1, item


@settings(max_examples=60, deadline=None)
@given(countries())
def test_a_shown_figure_has_three_experts_or_meetings_behind_it(result: Consolidation) -> None:
    cells = disclosed(result)
    for key, domain in result.scores.countries[CODE].domains.items():
        for item, cell in cells.indicators[key].items():
            if cell is SHOWN:
                assert domain.consensus[item].n >= 3 or item in domain.validation.in_force
        for pillar, cell in cells.pillars[key].items():
            decided = all(
                item.id in domain.validation.in_force or domain.results[item.id].score is None
                for found in result.instruments[domain.domain.instrument].pillars
                if found.id == pillar
                for item in found.indicators
            )
            if cell is SHOWN:
                assert domain.contributors[pillar] >= 3 or decided


@settings(max_examples=60, deadline=None)
@given(countries())
def test_nothing_is_shown_under_a_hidden_node(result: Consolidation) -> None:
    cells = disclosed(result)
    for key, cell in cells.domains.items():
        if cell is HIDDEN:
            assert SHOWN not in cells.pillars[key].values()
            assert SHOWN not in cells.indicators[key].values()
    for key, pillars in cells.pillars.items():
        domain = result.scores.countries[CODE].domains[key].domain
        for pillar in result.instruments[domain.instrument].pillars:
            if pillars[pillar.id] is HIDDEN:
                inside = {cells.indicators[key][item.id] for item in pillar.indicators}
                assert SHOWN not in inside


@settings(max_examples=60, deadline=None)
@given(countries())
def test_insufficient_data_is_said_before_confidentiality(result: Consolidation) -> None:
    cells = disclosed(result)
    if cells.in_progress:
        return
    for key, domain in result.scores.countries[CODE].domains.items():
        for pillar, node in domain.score.pillars.items():
            if node.status is NodeStatus.INSUFFICIENT:
                assert cells.pillars[key][pillar] is Cell.INSUFFICIENT


@pytest.mark.parametrize(
    "unknown", ["P-1.1 P-1.5 P-1.6 P-2.1 P-2.2 P-3.1 P-3.5", "P-1.1 P-1.4 P-1.5 P-2.1 P-2.3 P-2.5"]
)
def test_secrets_that_several_means_would_give_away_together_are_joined_by_others(unknown: str) -> None:
    items = tuple(unknown.split())
    unsure = {f"Agent0.{CODE}": items, f"Agent1.{CODE}": items}
    result = regions.build({CODE: 4}, fields=1, unsure=unsure)
    check_no_secret_follows(result)


def test_the_means_protected_are_those_published() -> None:
    assert frozenset[Aspect]().union(*MEANS) == frozenset(Aspect)
