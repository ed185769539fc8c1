"""How a number of a consolidation came about: its sources put beside the scores."""

from wb6assess.exchange.digest import content_hash
from wb6assess.reports.json_parts import Json
from wb6assess.reports.region.explanation import Given, Sources, explanation
from wb6assess.scoring.robustness import Robustness
from wb6assess.session.desk.consolidation import Consolidation


def explained(
    found: Consolidation,
    country: str,
    node: str,
    draw: int | None = None,
    robustness: Robustness | None = None,
) -> Json | None:
    """A node down to every answer behind it; None when there is no such node.

    Args:
        found: The result that is explained.
        country: Country code.
        node: "overall", the id of a domain, questionnaire, pillar, indicator or sub-index, or a figure
            of a domain such as `FDI:gap`.
        draw: Number of a replicate to open up, from 1.
        robustness: Other draws than the result's own.
    """
    analysis = found.analysis if robustness is None else found.analysis.drawn_by(robustness)
    return explanation(analysis, country, node, found.round, sources_of(found), draw)


def sources_of(found: Consolidation) -> Sources:
    """Every document that counts, with its file and digest."""
    files = {report.content_hash: str(report.path) for report in found.sources}
    sources = {}
    for key, document in found.effective.items():
        digest = content_hash(document)
        given = Given(document, digest, files.get(digest, ""))
        sources[key.country, key.instrument, key.expert] = given
    return sources
