"""Tidy data anybody may have: scores and consensus after disclosure control (methodology 12.2).

Rounded figures only, each shown, hidden or absent exactly as in the other public outputs.
"""

from collections.abc import Iterator

from wb6assess.reports.region.disclosure import Cell, CountryDisclosure
from wb6assess.reports.region.public import PublicRegion
from wb6assess.reports.region.rows import PublicScore
from wb6assess.reports.tidy.scores import NODE
from wb6assess.reports.tidy.tables import (
    COUNTRY,
    INSTRUMENT,
    ROUND,
    TO_ITEM,
    Row,
    Table,
    number,
    text,
    truth,
)
from wb6assess.scoring.country import CountryScores
from wb6assess.scoring.country_domain import CountryDomain
from wb6assess.scoring.numbers import published
from wb6assess.scoring.tree import NodeScore

_STATUS = text(
    "status",
    "Whether a figure stands there, and why not: too few experts, too little answered, not applicable.",
    tuple(cell.value for cell in Cell),
)


def public_scores(region: PublicRegion, round_id: str) -> Table:
    """One row for each country and node of the score tree."""
    return Table(
        "scores",
        "scores.csv",
        "Scores of countries: overall, by questionnaire, by pillar",
        (
            *NODE,
            _STATUS,
            number("published", "0–100, rounded to one decimal."),
            truth("provisional", "Published on thin coverage."),
            text("band", "Band of the published score."),
            number("low", "Lower end of the 90 % interval; overall and questionnaires."),
            number("high", "Upper end of the 90 % interval; overall and questionnaires."),
        ),
        ("country", "round", "node"),
        lambda: (
            row
            for country, scores, cells in region.countries()
            for row in _country(region, country.code, scores, cells, round_id)
        ),
    )


def public_consensus(region: PublicRegion, round_id: str) -> Table:
    """One row for each country and scored indicator; sensitive ones are confidential."""
    return Table(
        "consensus",
        "consensus.csv",
        "Value of each indicator in each country",
        (
            COUNTRY,
            ROUND,
            INSTRUMENT,
            text("item", "Id of the indicator."),
            _STATUS,
            number("consensus", "0–100, rounded to one decimal."),
            truth("validated", "Whether a meeting decided it."),
        ),
        ("country", "round", "instrument", "item"),
        lambda: (
            row
            for country, scores, cells in region.countries()
            for domain in scores.domains.values()
            for row in _items(region, country.code, domain, cells, round_id)
        ),
        (TO_ITEM,),
    )


def _country(
    region: PublicRegion, code: str, scores: CountryScores, cells: CountryDisclosure, round_id: str
) -> Iterator[Row]:
    yield (
        *(code, round_id, "overall", "overall", "", "", cells.overall.value),
        *_figures(region.score(code)),
    )
    for key, domain in scores.domains.items():
        name = domain.domain.instrument
        yield (
            *(code, round_id, "domain", name, name, "", cells.domains[key].value),
            *_figures(region.score(code, key)),
        )
        for pillar, node in domain.score.pillars.items():
            cell = cells.pillars[key][pillar]
            yield (
                *(code, round_id, "pillar", f"{name}/{pillar}", name, pillar, cell.value),
                *_node(node, cell),
            )


def _figures(score: PublicScore) -> Row:
    if score.value is None:
        return (None,) * 5
    low, high = score.interval or (None, None)
    return (
        float(score.value),
        score.provisional,
        score.band and score.band.value,
        None if low is None else float(published(low)),
        None if high is None else float(published(high)),
    )


def _node(node: NodeScore, cell: Cell) -> Row:
    if cell is not Cell.SHOWN or node.published is None:
        return (None,) * 5
    return float(node.published), node.provisional, node.band and node.band.value, None, None


def _items(
    region: PublicRegion, code: str, domain: CountryDomain, cells: CountryDisclosure, round_id: str
) -> Iterator[Row]:
    key = domain.domain.id
    instrument = region.instruments[domain.domain.instrument]
    for item, cell in cells.indicators[key].items():
        indicator = instrument.by_id[item]
        if not indicator.scored:
            continue
        value = domain.consensus[item].score
        shown = cell is Cell.SHOWN and value is not None
        yield (
            *(code, round_id, instrument.id, item, cell.value),
            float(published(value)) if shown and value is not None else None,
            item in domain.validation.in_force if shown else None,
        )
