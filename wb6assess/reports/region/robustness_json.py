"""Uncertainty, agreement and progress as parts of JSON documents (docs/formats.md)."""

from wb6assess.reports.json_parts import Json, number_json
from wb6assess.scoring.progress import Change, RoundProgress
from wb6assess.scoring.raters import Reliability, Severity
from wb6assess.scoring.reliability import Alpha
from wb6assess.scoring.robustness import OVERALL, Robustness
from wb6assess.scoring.sensitivity import Path


def uncertainty_json(robustness: Robustness, country: str, domain: str = OVERALL) -> Json:
    """Interval, band certainty, rank range, widths by source; nulls where nothing is published."""
    found = robustness.node(country, domain)
    sure = found and found.certainty
    ranks = robustness.rank_range(country, domain)
    widths = robustness.widths(country, domain)
    return {
        "interval": found and list(found.interval),
        "band_certainty": sure and sure.share,
        "band_neighbour": sure and sure.neighbour and sure.neighbour.value,
        "borderline": sure and robustness.is_borderline(sure),
        "rank_range": ranks and list(ranks),
        "widths": widths
        and {
            "everything": widths.everything,
            "weights": widths.weights,
            "aggregation": widths.aggregation,
            "experts": widths.experts,
        },
    }


def reliability_json(found: Reliability) -> Json:
    """Alpha, and agreement of pairs on the other types."""
    return {
        "alpha": _alpha(found.alpha),
        "pair_agreement": [
            {"type": kind.value, "share": pairs.share, "pairs": pairs.pairs}
            for kind, pairs in found.others.items()
        ],
    }


def severity_json(found: Severity) -> Json:
    """How strict an expert is on vignettes; for coordinators only."""
    return {
        "country": found.country,
        "domain": found.domain,
        "expert": found.expert,
        "vignettes": found.vignettes,
        "value": found.value,
        "stands_apart": found.stands_apart,
    }


def change_json(change: Change, progress: RoundProgress | None) -> Json:
    """A matched change of one node."""
    return {
        "since": progress.earlier.id if progress else None,
        "change": ":" if change.points is None else float(change.points),
        "word": change.word and change.word.value,
        "now": number_json(change.now),
        "before": number_json(change.before),
        "total_change": number_json(change.total),
        "composition_effect": number_json(change.composition),
        "interval": change.interval and list(change.interval),
        "within_uncertainty": change.within_uncertainty,
    }


def path_json(path: Path | None) -> Json | None:
    """One-level steps to the next band."""
    if path is None:
        return None
    return {"cut": path.cut, "steps": list(path.steps), "score": path.score}


def _alpha(alpha: Alpha) -> Json:
    return {
        "value": alpha.value,
        "published": _alpha_sign(alpha),
        "reading": alpha.reading and alpha.reading.value,
        "units": alpha.units,
        "ratings": alpha.ratings,
        "interval": alpha.interval and list(alpha.interval),
        "dropped": alpha.dropped,
        "approximate": alpha.approximate,
        "standard_error": alpha.standard_error,
        "agreement": alpha.agreement,
    }


def _alpha_sign(alpha: Alpha) -> float | str:
    """Two decimals; "n.d." without variation, ":" with too few units."""
    if alpha.published is not None:
        return float(alpha.published)
    return "n.d." if alpha.reported and alpha.value is None else ":"
