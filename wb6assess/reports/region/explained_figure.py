"""How a figure beside the score came about: sub-indices, law, practice, institutions, interface."""

from collections.abc import Callable, Mapping

from wb6assess.model.instrument import Indicator, Instrument, SubIndex
from wb6assess.reports.json_parts import Json, figure_json
from wb6assess.scoring.beside import ASPECTS, Figure, index_weights, to_ceiling
from wb6assess.scoring.country_domain import CountryDomain
from wb6assess.scoring.states import AnswerSheet

Item = Callable[[Indicator], Json]
"""Explains one indicator."""

_TITLES = {
    "law": "Law in force",
    "practice": "Practice and results",
    "institution": "Institutions",
    "interface": "Interface with the EU",
}
GAP = "gap"


def explained_figure(
    wanted: str,
    domain: CountryDomain,
    instrument: Instrument,
    sheets: Mapping[str, AnswerSheet],
    item: Item,
) -> Json | None:
    """A sub-index by its id, or `DOMAIN:law` and the like, `DOMAIN:gap`; None for another node.

    Args:
        wanted: The node asked for.
        domain: The country's domain.
        instrument: Its questionnaire.
        sheets: Expert code -> answers, for companion fields.
        item: Explains an indicator.
    """
    for index in instrument.indices:
        if index.id == wanted:
            return _index(index, domain, instrument, sheets, item)
    owner, _, name = wanted.rpartition(":")
    if owner != domain.domain.id:
        return None
    if name == GAP:
        return _gap(domain, instrument, item)
    return _aspect(name, domain, instrument, item) if name in ASPECTS else None


def _gap(domain: CountryDomain, instrument: Instrument, item: Item) -> Json:
    gap = domain.aspects.gap
    return {
        "node": f"{domain.domain.id}:{GAP}",
        "kind": "gap",
        "title": "Law minus practice",
        "published": ":" if gap is None else float(gap),
        "parts": [_aspect(name, domain, instrument, item) for name in ("law", "practice")],
    }


def _aspect(name: str, domain: CountryDomain, instrument: Instrument, item: Item) -> Json:
    figure: Figure = getattr(domain.aspects, name)
    nominal = instrument.nominal_weights
    parts = [
        {**item(found), "in_figure": _part(domain, found, nominal[found.id])}
        for found in instrument.indicators()
        if found.aspect in ASPECTS[name] and nominal[found.id] > 0
    ]
    return _figure(f"{domain.domain.id}:{name}", _TITLES[name], figure, parts)


def _index(
    index: SubIndex,
    domain: CountryDomain,
    instrument: Instrument,
    sheets: Mapping[str, AnswerSheet],
    item: Item,
) -> Json:
    parts = []
    for key, weight in index_weights(index, instrument).items():
        found = instrument.by_id[key]
        part = _part(domain, found, weight, ceiling=index.relative_to_ceiling)
        if index.field:
            levels = {code: sheet.field_value(key, index.field) for code, sheet in sheets.items()}
            part |= {"field": index.field, "levels": levels, "score": None}
        parts.append({**item(found), "in_figure": part})
    return _figure(index.id, index.title, domain.indices[index.id], parts)


def _part(domain: CountryDomain, item: Indicator, weight: float, *, ceiling: bool = False) -> Json:
    """Weight and score with which an indicator enters the figure."""
    score = domain.results[item.id].score
    entering = to_ceiling(score, item) if ceiling and score is not None else score
    return {"weight": weight, "score": entering, "ceiling": item.ceiling if ceiling else None}


def _figure(node: str, title: str, figure: Figure, parts: list[Json]) -> Json:
    return {"node": node, "kind": "figure", "title": title, **figure_json(figure), "parts": parts}
