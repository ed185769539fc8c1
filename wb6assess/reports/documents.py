"""Scores and consolidations as the JSON documents of docs/formats.md."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from wb6assess.model.framework import METHODOLOGY, Framework, Parameters
from wb6assess.model.instrument import Instrument
from wb6assess.reports.assessment import AssessmentReport
from wb6assess.reports.wording import finding_message, published_sign
from wb6assess.scoring.beside import Figure, LawPractice
from wb6assess.scoring.consensus import Consensus
from wb6assess.scoring.country import CountryDomain, CountryScores, RegionalLine, RegionScores
from wb6assess.scoring.priorities import Priority
from wb6assess.scoring.states import IndicatorScore
from wb6assess.scoring.tree import NodeScore

Json = dict[str, Any]


def scores_document(report: AssessmentReport) -> Json:
    """`wb6assess-scores/1`: one assessment's scores."""
    scores = report.scores
    identity = report.document.identity
    return {
        "format": "wb6assess-scores/1",
        "methodology": METHODOLOGY,
        "parameters": _parameters(report.framework.parameters),
        "instrument": report.instrument.id,
        "instrument_version": report.instrument.version,
        "country": identity.country,
        "round": identity.round,
        "expert": identity.expert,
        "revision": report.document.revision,
        "sample": report.document.sample,
        "content_hash": report.content_hash,
        **_node(scores.domain),
        "geometric": scores.geometric,
        "progress": {
            "done": scores.progress.done,
            "asked": scores.progress.asked,
            "completeness": scores.progress.completeness,
        },
        "pillars": {key: _node(node) for key, node in scores.pillars.items()},
        "indicators": {key: _indicator(result) for key, result in scores.indicators.items()},
        "indices": {key: _figure(figure) for key, figure in scores.indices.items()},
        "law_practice": _law_practice(scores.aspects),
        "evidence_coverage": dict(scores.evidence),
        "priorities": _priorities(scores.priorities),
        "findings": [
            {
                "id": finding.id,
                "severity": finding.severity.value,
                "about": list(finding.about),
                "message": finding_message(finding),
            }
            for finding in scores.findings
        ],
    }


def consolidation_document(
    framework: Framework,
    instruments: Mapping[str, Instrument],
    round_id: str,
    files: Sequence[Mapping[str, str]],
    region: RegionScores,
    *,
    sample: bool,
    why_not_final: Sequence[str],
) -> Json:
    """`wb6assess-consolidation/1`: every country, and what stands in the way of "final".

    Args:
        framework: Domains, countries, parameters.
        instruments: Instrument id -> version scored.
        round_id: The round consolidated.
        files: One `{file, outcome, reason}` per file seen.
        region: The scores.
        sample: Whether invented answers are among them.
        why_not_final: Sentences; empty means final.
    """
    return {
        "format": "wb6assess-consolidation/1",
        "methodology": METHODOLOGY,
        "parameters": _parameters(framework.parameters),
        "framework": framework.id,
        "instruments": {item.id: item.version for item in instruments.values()},
        "round": round_id,
        "seed": framework.parameters.seed,
        "sample": sample,
        "files": [dict(file) for file in files],
        "countries": {code: _country(scores) for code, scores in region.countries.items()},
        "regional": {
            "overall": _regional(region.overall),
            "domains": {key: _regional(line) for key, line in region.domains.items()},
        },
        "final": not why_not_final,
        "why_not_final": list(why_not_final),
    }


def _country(country: CountryScores) -> Json:
    overall = country.overall
    return {
        "overall": {
            **_node(overall.node),
            "geometric": overall.geometric,
            "balance_penalty": _number(overall.balance_penalty),
            # Intervals and ranks come from resampling, which this version does not do yet.
            "interval": None,
            "rank_range": None,
        },
        "experts": len(country.experts),
        "domains": {key: _domain(domain) for key, domain in country.domains.items()},
        "priorities": [
            {"domain": key, **row}
            for key, domain in country.domains.items()
            for row in _priorities(domain.priorities)
        ],
    }


def _domain(domain: CountryDomain) -> Json:
    return {
        **_node(domain.score.node),
        "geometric": domain.score.geometric,
        "experts": len(domain.experts),
        "interval": None,
        "band_certainty": None,
        "alpha": None,
        "progress": None,
        "law_practice": _law_practice(domain.aspects),
        "evidence_coverage": domain.evidence,
        "indices": {key: _figure(figure) for key, figure in domain.indices.items()},
        "pillars": {key: _node(node) for key, node in domain.score.pillars.items()},
        "indicators": {key: _consensus(value) for key, value in domain.consensus.items()},
    }


def _consensus(value: Consensus) -> Json:
    spread = value.spread
    return {
        "state": value.state.value,
        "consensus": value.score,
        "median": spread and spread.median,
        "mean": spread and spread.mean,
        "confidence_mean": spread and spread.confidence_mean,
        "range": spread and spread.range,
        "iqr": spread and spread.iqr,
        "agree_share": spread and spread.agree_share,
        "agreement": value.agreement and value.agreement.value,
        "n": value.n,
        "n_na": value.n_na,
        "n_dk": value.n_dk,
        "flags": [flag.value for flag in value.flags],
        "decision": None,
    }


def _node(node: NodeScore) -> Json:
    sign = published_sign(node.status, node.published)
    return {
        "status": node.status.value,
        "score": node.score,
        "published": sign if node.published is None else float(node.published),
        "coverage": node.coverage,
        "provisional": node.provisional,
        "band": node.band and node.band.value,
    }


def _indicator(result: IndicatorScore) -> Json:
    cap = result.cap
    return {
        "state": result.state.value,
        "score": result.score,
        "uncapped": result.uncapped,
        "cap": cap and {"at": cap.at, "because": cap.because},
    }


def _figure(figure: Figure) -> Json:
    sign = published_sign(figure.status, figure.published)
    return {
        "status": figure.status.value,
        "score": figure.value,
        "published": sign if figure.published is None else float(figure.published),
        "coverage": figure.coverage,
        "scored": figure.scored,
    }


def _law_practice(aspects: LawPractice) -> Json:
    return {
        "law": _figure(aspects.law),
        "practice": _figure(aspects.practice),
        "institution": _figure(aspects.institution),
        "interface": _figure(aspects.interface),
        "gap": ":" if aspects.gap is None else float(aspects.gap),
    }


def _priorities(rows: Sequence[Priority]) -> list[Json]:
    return [
        {
            "indicator": row.indicator,
            "effective_weight": row.weight,
            "score": row.score,
            "gap": row.gap,
            "gain": row.gain,
        }
        for row in rows
    ]


def _regional(line: RegionalLine | None) -> Json | None:
    if line is None:
        return None
    return {
        "mean": float(line.mean),
        "median": float(line.median),
        "min": float(line.minimum),
        "max": float(line.maximum),
        "spread": float(line.spread),
        "n": line.n,
    }


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _parameters(parameters: Parameters) -> Json:
    """The parameters that differ from the defaults, as plain JSON."""
    return {name: _plain(value) for name, value in parameters.changed().items()}


def _plain(value: object) -> object:
    return (
        list(value)
        if isinstance(value, tuple)
        else value
        if isinstance(value, int | float)
        else str(value)
    )
