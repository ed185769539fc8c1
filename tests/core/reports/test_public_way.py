"""The way to the next band, and both versions of a limited score, in what the public reads."""

import pytest

from tests.exports import regions
from wb6assess.model.framework import Parameters
from wb6assess.reports.region.report import regional_of


def countries(mode):
    found = regions.build(
        dict.fromkeys(regions.SIX, 3), parameters=Parameters(evidence_mode=mode, mc_B=200)
    )
    content = regional_of(found.analysis, "2026", [], sample=False, why_not_final=())
    return found.analysis, content.countries


@pytest.fixture(scope="module")
def capped():
    return countries("cap")


def test_the_way_to_the_next_band_is_said_as_arithmetic(capped):
    analysis, parts = capped
    for part in parts:
        path = analysis.path(part.code)
        assert part.fixes_text.startswith("Points of the overall score.")
        if path is not None:
            assert f"the fewest are {len(path.steps)} one-level step" in part.fixes_text
            assert "not as advice" in part.fixes_text


def test_both_versions_are_printed_where_missing_evidence_limits_scores(capped):
    assert all("with unsupported indicators limited to 40" in part.text for part in capped[1])


def test_without_that_limit_there_is_one_version():
    assert not any("limited to 40" in part.text for part in countries("flag")[1])
