"""What of a result may be published: the regional report's rows and sentences."""

from collections.abc import Iterable, Mapping

from wb6assess.exchange.digest import content_hash
from wb6assess.model.assessment import Document, Identity
from wb6assess.reports.notes import named
from wb6assess.reports.region.report import regional_of
from wb6assess.reports.region.rows import Regional, Source
from wb6assess.scoring.analysis import Analysis
from wb6assess.session.desk.file_reports import FileReport
from wb6assess.session.desk.finality import Obstacle
from wb6assess.session.desk.finality_words import public_sentence

MAX_REASONS = 3


def published(
    analysis: Analysis,
    round_id: str,
    effective: Mapping[Identity, Document],
    files: Iterable[FileReport],
    hindered: Iterable[Obstacle],
    *,
    sample: bool,
) -> Regional:
    """Everything after disclosure control; for paper, Word and workbook alike.

    No expert codes, file names or paths are in it. `files` know the digests of their documents.
    """
    known = {
        report.document.identity: report.content_hash for report in files if report.document is not None
    }
    countries = analysis.framework.country_by_code
    sources = [
        Source(
            named(countries[identity.country]),
            f"{identity.instrument} {identity.instrument_version}",
            known.get(identity) or content_hash(document),
            document.revision,
        )
        for identity, document in effective.items()
    ]
    reasons = _why_not_final(hindered)
    return regional_of(analysis, round_id, sources, sample=sample, why_not_final=reasons)


def _why_not_final(hindered: Iterable[Obstacle]) -> list[str]:
    """Public reasons, the most basic ones; no expert is named."""
    reasons = list(dict.fromkeys(map(public_sentence, hindered)))
    more = len(reasons) - MAX_REASONS
    return [*reasons[:MAX_REASONS], *([f"Further reasons: {more}."] if more > 0 else [])]
