"""The same answers and the same seed give the same tables in every process (methodology 16.4).

Figures are compared to six decimals: processors differ in the last bits of logarithms. The digests are
golden: another one means that a published number changed, which the changelog must say.
"""

import hashlib
import json
import os
import subprocess
import sys

import pytest

from tests.core.scoring.example_seven import FRAMEWORK, SUBMISSIONS, analysis
from tests.laws.test_second_implementation import random_case
from wb6assess.reports.json_parts import Json
from wb6assess.reports.region.document import consolidation_document
from wb6assess.reports.region.whatif import what_if_json
from wb6assess.scoring.analysis import Analysis
from wb6assess.scoring.country import score_region
from wb6assess.scoring.whatif import Changes

GOLDEN = {
    "consolidation": "71e74b41afd698f2f35273605b40abd3b48c0b1515159fa98a35600a2efea2d6",
    "sensitivity": "5ed2b73164eeaf8234de56200061f64dd28a3e3c7f968c7d98cf2d69e09dae77",
    "random": "e806df1044d1691865c45b8d9ff64ef639351cec379c3340d2bd07a861d229cd",
}


def plain(value):
    """Numbers to six decimals, keys as they are: their order is part of a document."""
    if isinstance(value, float):
        return round(value, 6) + 0.0
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    return value


def digest(document: object) -> str:
    text = json.dumps(plain(document), ensure_ascii=True, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()


_FIGURES = {
    "countries", "overall", "domains", "pillars", "indicators", "regional",
    "status", "score", "published", "coverage", "geometric", "balance_penalty", "interval",
    "band_certainty", "rank_range", "widths", "everything", "weights", "aggregation", "experts",
    "alpha", "value", "standard_error", "law_practice", "law", "practice", "institution", "gap",
    "consensus", "mean", "confidence_mean", "iqr", "agree_share", "priorities", "indicator", "gain",
    "path", "steps", "min", "max", "spread", "not_distinguishable",
}  # fmt: skip
"""Keys of a consolidation that hold figures; further keys may come without changing a digest."""


def whole(found: Analysis) -> Json:
    """The figures of a consolidation."""
    document = consolidation_document(found, "2026", [], sample=False, why_not_final=())
    figures = _only_figures({key: document[key] for key in ("countries", "regional")}, named=True)
    assert isinstance(figures, dict)
    return figures


def _only_figures(part: object, *, named: bool = False) -> object:
    """Keys of `_FIGURES`, and every id under the keys that hold ids."""
    if isinstance(part, list | tuple):
        return [_only_figures(one) for one in part]
    if not isinstance(part, dict):
        return part
    return {
        key: _only_figures(value, named=key in {"countries", "domains", "pillars", "indicators"})
        for key, value in part.items()
        if named or key in _FIGURES
    }


def sensitivity(found: Analysis) -> Json:
    """Swings, leaving out, what-if of every country."""
    tables: Json = {}
    for code in found.region.countries:
        tables[code] = {
            "swings": [[s.indicator, s.up, s.down, s.removed] for s in found.swings(code)],
            "own": [[s.indicator, s.swing] for s in found.swings(code, "D1")],
            "without": [
                [row.expert, str(row.without.published)] for row in found.without_each_expert(code)
            ],
            "gaps": list(found.information_gaps(code)),
        }
    return {**tables, "what_if": what_if_json(found.what_if(Changes("mean", evidence_mode="cap")))}


def random_tables() -> list[Json]:
    """Rich random cases with all types, states, methods and parameters."""
    tables = []
    for seed in (3, 14, 15, 92, 65):
        framework, instruments, submissions, decisions = random_case(seed)
        region = score_region(framework, instruments, submissions, decisions)
        tables.append(whole(Analysis(framework, instruments, region)))
    return tables


def digests() -> dict[str, str]:
    found = analysis()
    return {
        "consolidation": digest(whole(found)),
        "sensitivity": digest(sensitivity(found)),
        "random": digest(random_tables()),
    }


@pytest.mark.parametrize("hash_seed", ["0", "1", "4242"])
def test_every_process_gives_the_same_tables(hash_seed):
    program = (
        "import json; from tests.laws.test_determinism import digests; print(json.dumps(digests()))"
    )
    other = subprocess.run(
        [sys.executable, "-c", program],
        check=True, capture_output=True, text=True, env={**os.environ, "PYTHONHASHSEED": hash_seed},
    )  # fmt: skip
    assert json.loads(other.stdout) == GOLDEN


def test_this_process_gives_the_golden_tables():
    assert digests() == GOLDEN


def test_countries_and_experts_may_arrive_in_any_order():
    turned = {
        country: {key: list(reversed(given)) for key, given in reversed(domains.items())}
        for country, domains in reversed(SUBMISSIONS.items())
    }
    assert digest(whole(analysis(FRAMEWORK, turned))) == GOLDEN["consolidation"]
