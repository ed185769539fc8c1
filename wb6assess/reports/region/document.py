"""A consolidation as a JSON document (docs/formats.md)."""

from collections.abc import Mapping, Sequence

from wb6assess.model.decision import Decision
from wb6assess.model.framework import METHODOLOGY
from wb6assess.reports.json_parts import (
    Json,
    figure_json,
    law_practice_json,
    node_json,
    number_json,
    parameters_json,
    priorities_json,
)
from wb6assess.reports.region.robustness_json import (
    change_json,
    path_json,
    reliability_json,
    severity_json,
    uncertainty_json,
)
from wb6assess.reports.region.sensitivity import first_fixes
from wb6assess.reports.region.steps import next_step_json
from wb6assess.reports.region.whatif import what_if_json
from wb6assess.scoring.analysis import Analysis
from wb6assess.scoring.consensus import Consensus
from wb6assess.scoring.country import CountryScores, RegionalLine
from wb6assess.scoring.country_domain import CountryDomain
from wb6assess.scoring.whatif import evidence_versions


def consolidation_document(
    analysis: Analysis,
    round_id: str,
    files: Sequence[Mapping[str, str]],
    decisions: Sequence[Mapping[str, object]] = (),
    *,
    sample: bool,
    why_not_final: Sequence[str],
) -> Json:
    """`wb6assess-consolidation/1`: every country, and what stands in the way of "final".

    Args:
        analysis: The scores and everything beside them.
        round_id: The round consolidated.
        files: One `{file, outcome, reason}` per file seen.
        decisions: One record per validation decision, with its `fate`.
        sample: Whether invented answers are among them.
        why_not_final: Sentences; empty means final.
    """
    framework, region, raters = analysis.framework, analysis.region, analysis.raters
    capping = framework.parameters.evidence_mode == "cap"
    return {
        "format": "wb6assess-consolidation/1",
        "methodology": METHODOLOGY,
        "parameters": parameters_json(framework.parameters),
        "framework": framework.id,
        "instruments": {item.id: item.version for item in analysis.instruments.values()},
        "round": round_id,
        "earlier_round": analysis.progress.earlier.id if analysis.progress else None,
        "seed": analysis.robustness.seed,
        "draws": analysis.robustness.draws,
        "sample": sample,
        "files": [dict(file) for file in files],
        "decisions": [dict(record) for record in decisions],
        "countries": {code: _country(scores, analysis) for code, scores in region.countries.items()},
        "regional": {
            "overall": _regional(region.overall),
            "domains": {key: _regional(line) for key, line in region.domains.items()},
            "reliability": [
                {"domain": key, **reliability_json(found)} for key, found in raters.by_domain.items()
            ],
            "severity": [severity_json(found) for found in raters.severities],
            "not_distinguishable": [list(pair) for pair in analysis.robustness.not_distinguishable()],
        },
        "without_evidence_cap": what_if_json(evidence_versions(framework, analysis.instruments, region))
        if capping
        else None,
        "final": not why_not_final,
        "why_not_final": list(why_not_final),
    }


def _country(country: CountryScores, analysis: Analysis) -> Json:
    overall, code = country.overall, country.code
    fixes = {fix.indicator: fix.next for fix in first_fixes(analysis, code)}
    priorities = priorities_json(analysis.priorities(code))
    experts = country.experts_overall.node.published
    change = analysis.progress.overall(code) if analysis.progress else None
    return {
        "overall": {
            **node_json(overall.node),
            "geometric": overall.geometric,
            "balance_penalty": number_json(overall.balance_penalty),
            **uncertainty_json(analysis.robustness, code),
            "experts_published": number_json(experts),
            "progress": change and change_json(change, analysis.progress),
            "path": path_json(analysis.path(code)),
        },
        "experts": len(country.experts),
        "domains": {key: _domain(code, domain, analysis) for key, domain in country.domains.items()},
        "priorities": [
            {
                "domain": analysis.domain_of_item[row["indicator"]],
                **row,
                **next_step_json(fixes[row["indicator"]]),
            }
            for row in priorities
        ],
    }


def _domain(code: str, domain: CountryDomain, analysis: Analysis) -> Json:
    key = domain.domain.id
    reliability = reliability_json(analysis.raters.by_country[key, code])
    return {
        **node_json(domain.score.node),
        "geometric": domain.score.geometric,
        "experts": len(domain.experts),
        **uncertainty_json(analysis.robustness, code, key),
        **reliability,
        "progress": _progress(code, key, analysis),
        "law_practice": law_practice_json(domain.aspects),
        "evidence_coverage": domain.evidence,
        "validation": _validation(domain),
        "indices": {item: figure_json(figure) for item, figure in domain.indices.items()},
        "pillars": {item: node_json(node) for item, node in domain.score.pillars.items()},
        "indicators": {item: _consensus(item, domain) for item in domain.consensus},
        "priorities": priorities_json(domain.priorities),
        "information_gaps": list(domain.information_gaps),
        "path": path_json(analysis.path(code, key)),
    }


def _progress(code: str, domain: str, analysis: Analysis) -> Json | None:
    if analysis.progress is None:
        return None
    change = analysis.progress.domain(code, domain)
    if change is None:
        return None
    matched = analysis.progress.matched[code, domain]
    return {
        **change_json(change, analysis.progress),
        "matched": len(matched.items),
        "match_coverage": matched.coverage,
        "fell": list(analysis.progress.fell(code, domain)),
    }


def _validation(domain: CountryDomain) -> Json:
    moved, found = domain.moved, domain.validation
    largest = moved.largest
    return {
        "decided": len(found.in_force),
        "experts_published": number_json(domain.experts_score.node.published),
        "difference": number_json(domain.adjustment),
        "up": moved.up,
        "down": moved.down,
        "to_na": moved.to_na,
        "filled": moved.filled,
        "largest": largest and {"indicator": largest[0], "change": largest[1]},
        "stale": sorted(found.stale),
        "conflicts": sorted(found.conflicts),
    }


def _consensus(item: str, domain: CountryDomain) -> Json:
    value, experts = domain.consensus[item], domain.experts_consensus[item]
    decision = domain.validation.in_force.get(item)
    return {
        "state": value.state.value,
        "consensus": value.score,
        "experts_value": experts.score,
        **_spread(value),
        "agreement": value.agreement and value.agreement.value,
        "n": value.n,
        "n_na": value.n_na,
        "n_dk": value.n_dk,
        "flags": [flag.value for flag in value.flags],
        "decision": decision and decision_json(decision, stale=item in domain.validation.stale),
    }


def decision_json(decision: Decision, *, stale: bool) -> Json:
    """The record that decides a value, in short."""
    return {
        "id": decision.id,
        "action": decision.action.value,
        "score": decision.score,
        "reason_code": decision.reason_code.value,
        "reason": decision.reason,
        "meeting_id": decision.meeting,
        "stale": stale,
    }


def _spread(value: Consensus) -> Json:
    spread = value.spread
    return {
        "median": spread and spread.median,
        "mean": spread and spread.mean,
        "confidence_mean": spread and spread.confidence_mean,
        "range": spread and spread.range,
        "iqr": spread and spread.iqr,
        "agree_share": spread and spread.agree_share,
    }


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
