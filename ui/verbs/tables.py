"""Scores as plain tables for a terminal."""

from ui.verbs.job import table
from wb6assess.reports.assessment import AssessmentReport
from wb6assess.reports.figures import share_text
from wb6assess.reports.wording import band_words, finding_message, published_sign, severity_words
from wb6assess.scoring.country import RegionScores
from wb6assess.scoring.tree import NodeScore


def scores_table(report: AssessmentReport) -> str:
    """Pillars, the whole, and what checks noticed."""
    instrument, scores = report.instrument, report.scores
    rows = [
        (pillar.id, pillar.title, *_node(scores.pillars[pillar.id])) for pillar in instrument.pillars
    ]
    rows.append(("", instrument.title, *_node(scores.domain)))
    identity = report.document.identity
    head = (
        f"{instrument.title}, {report.country_name}, round {identity.round}, {identity.expert}, "
        f"revision {report.document.revision} ({report.document.status.value})"
    )
    findings = [
        f"{severity_words(finding.severity)}: {', '.join(finding.about[:4])}: {finding_message(finding)}"
        for finding in scores.findings
    ]
    lines = [head, "", table(rows, ("pillar", "title", "score", "band", "coverage"))]
    if report.document.sample:
        lines.insert(1, "SAMPLE: these answers are invented.")
    return "\n".join([*lines, "", *findings]).rstrip()


def region_table(region: RegionScores) -> str:
    """Countries and their domains."""
    domains = list(region.domains)
    rows = []
    for code, country in region.countries.items():
        cells = [_score(country.domains[key].score.node) for key in domains]
        rows.append((code, str(len(country.experts)), *cells, _score(country.overall.node)))
    return table(rows, ("country", "experts", *domains, "overall"))


def _score(node: NodeScore) -> str:
    sign = published_sign(node.status, node.published)
    letter = f" {node.band.letter}" if node.band else ""
    return f"{sign}{'†' if node.provisional else ''}{letter}"


def _node(node: NodeScore) -> tuple[str, str, str]:
    sign = published_sign(node.status, node.published) + ("†" if node.provisional else "")
    band = band_words(node.band) if node.band else ""
    coverage = share_text(node.coverage, "")
    return sign, band, coverage
