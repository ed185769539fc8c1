"""What-if figures in words: always beside the official ones, never in their place."""

from collections.abc import Mapping

from wb6assess.reports.json_parts import Json, node_json, number_json
from wb6assess.reports.wording import published_sign
from wb6assess.scoring.whatif import Beside, WhatIf


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
