"""What-if figures in words: always beside the official ones, never in their place."""

from collections.abc import Iterator, Mapping

from wb6assess.model.framework import Parameters
from wb6assess.reports.json_parts import Json, node_json, number_json
from wb6assess.reports.wording import published_sign
from wb6assess.scoring.whatif import Beside, Changes, WhatIf

BESIDE = "What-if figures stand beside the official ones and do not replace them."

_CONSOLIDATIONS = {
    "median": "median of the experts",
    "mean": "mean of the experts",
    "confidence": "mean of the experts weighted by their confidence",
}
_EVIDENCE = {
    "flag": "missing evidence is only reported",
    "cap": "indicators above level 2 without evidence of grade A or B count 40",
}


def change_words(changes: Changes, given: Parameters) -> Iterator[str]:
    """Every change as a clause: what it is instead of what."""
    if changes.consolidation not in {None, given.consolidation}:
        yield f"{_CONSOLIDATIONS[changes.consolidation]}, not {_CONSOLIDATIONS[given.consolidation]}"
    if changes.methods is not None:
        for level in ("pillar", "domain", "overall"):
            now, then = getattr(given.methods, level), getattr(changes.methods, level)
            if now is not then:
                yield f"{level} level: {then.value}, not {now.value}"
    if changes.evidence_mode not in {None, given.evidence_mode}:
        yield _EVIDENCE[changes.evidence_mode]
    for domain, weight in changes.domain_weights.items():
        yield f"weight of {domain} in the whole: {weight:g}"
    for (domain, pillar), weight in changes.pillar_weights.items():
        yield f"weight of {pillar} in {domain}: {weight:g}"


def versions_sentence(name: str, mode: str, found: Beside) -> str:
    """Both versions where missing evidence limits the official score (methodology 1.5).

    Args:
        name: Of the country and node ("Kosovo, FDI screening").
        mode: The evidence mode in force.
        found: The score in force, and the one of the other mode.
    """
    capped, open_ = (found.official, found.changed) if mode == "cap" else (found.changed, found.official)
    return (
        f"{name}: {published_sign(capped.status, capped.published)} with unsupported indicators limited "
        f"to 40, {published_sign(open_.status, open_.published)} without the limit."
    )


def what_if_json(found: Mapping[str, WhatIf]) -> Json:
    """Country code -> official and changed nodes with their difference."""
    return {
        code: {
            "overall": _beside(country.overall),
            "domains": {key: _beside(node) for key, node in country.domains.items()},
        }
        for code, country in found.items()
    }


def _beside(found: Beside) -> Json:
    return {
        "official": node_json(found.official),
        "changed": node_json(found.changed),
        "difference": number_json(found.difference),
    }
