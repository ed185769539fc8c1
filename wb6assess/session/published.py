"""What of a result may be published: the regional report's rows and sentences."""

from typing import TYPE_CHECKING

from wb6assess.exchange.digest import content_hash
from wb6assess.reports.notes import named
from wb6assess.reports.region.report import regional_of
from wb6assess.reports.region.rows import Regional, Source
from wb6assess.session.finality_words import public_sentence

if TYPE_CHECKING:
    from wb6assess.session.consolidation import Consolidation

MAX_REASONS = 3


def published(consolidation: "Consolidation") -> Regional:
    """The report's rows and sentences, after disclosure control; for paper, Word and workbook alike.

    No expert codes, file names or paths are in it.
    """
    framework = consolidation.framework
    known = {
        report.document.identity: report.content_hash
        for report in consolidation.sources
        if report.document is not None
    }
    sources = [
        Source(
            named(framework.country_by_code[identity.country]),
            f"{identity.instrument} {identity.instrument_version}",
            known.get(identity) or content_hash(document),
            document.revision,
        )
        for identity, document in consolidation.effective.items()
    ]
    return regional_of(
        consolidation.analysis,
        consolidation.round,
        sources,
        sample=consolidation.sample,
        why_not_final=_why_not_final(consolidation),
    )


def _why_not_final(consolidation: "Consolidation") -> list[str]:
    """Public reasons, the most basic ones; no expert is named."""
    reasons = list(dict.fromkeys(map(public_sentence, consolidation.obstacles)))
    more = len(reasons) - MAX_REASONS
    return [*reasons[:MAX_REASONS], *([f"Further reasons: {more}."] if more > 0 else [])]
