"""One assessment's scores as a JSON document (docs/formats.md)."""

from wb6assess.model.framework import METHODOLOGY
from wb6assess.reports.assessment import AssessmentReport
from wb6assess.reports.json_parts import (
    Json,
    figure_json,
    law_practice_json,
    node_json,
    parameters_json,
    priorities_json,
)
from wb6assess.reports.wording import finding_message
from wb6assess.scoring.states import IndicatorScore


def scores_document(report: AssessmentReport) -> Json:
    """`wb6assess-scores/1`: one assessment's scores."""
    scores = report.scores
    identity = report.document.identity
    return {
        "format": "wb6assess-scores/1",
        "methodology": METHODOLOGY,
        "parameters": parameters_json(report.framework.parameters),
        "instrument": report.instrument.id,
        "instrument_version": report.instrument.version,
        "country": identity.country,
        "round": identity.round,
        "expert": identity.expert,
        "revision": report.document.revision,
        "sample": report.document.sample,
        "content_hash": report.content_hash,
        **node_json(scores.domain),
        "geometric": scores.geometric,
        "progress": {
            "done": scores.progress.done,
            "asked": scores.progress.asked,
            "completeness": scores.progress.completeness,
        },
        "pillars": {key: node_json(node) for key, node in scores.pillars.items()},
        "indicators": {key: _indicator(result) for key, result in scores.indicators.items()},
        "indices": {key: figure_json(figure) for key, figure in scores.indices.items()},
        "law_practice": law_practice_json(scores.aspects),
        "evidence_coverage": dict(scores.evidence),
        "priorities": priorities_json(scores.priorities),
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


def _indicator(result: IndicatorScore) -> Json:
    cap = result.cap
    return {
        "state": result.state.value,
        "score": result.score,
        "uncapped": result.uncapped,
        "cap": cap and {"at": cap.at, "because": cap.because},
    }
