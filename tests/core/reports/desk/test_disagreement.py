"""What a meeting should look at first, and what each expert delivered."""

import pytest

from tests import builders
from tests.builders import indicator, pillar
from tests.core.reports.desk.three_experts import EXPERTS, MADE, region
from wb6assess.model.assessment import Answer, Document, Identity, SpecialState, Status
from wb6assess.reports.desk.disagreement import contested, delivered
from wb6assess.scoring.country import score_region
from wb6assess.scoring.raters import Severity

DRAWN = {"drawn": MADE}


def test_only_what_experts_rate_differently_is_contested():
    (row,) = contested(region(), DRAWN, ["AL", "RS"])
    assert (row.country, row.instrument, row.indicator.id) == ("AL", "drawn", "b")
    assert (row.range, row.weight) == (100.0, pytest.approx(0.5))
    assert row.urgency == pytest.approx(50.0)
    assert (row.decided, row.stale) == (False, False)


def test_countries_not_asked_for_are_left_out():
    assert contested(region(), DRAWN, ["RS"]) == ()


def test_equal_urgency_goes_by_range_then_id_then_country():
    made = builders.instrument(
        pillar("P", indicator("a", weight=2), indicator("b"), indicator("c"), indicator("d", weight=0))
    )
    framework = builders.framework(made)
    low = {item: Answer(0) for item in "abcd"}
    # Weight times range: a 1/2 * 40, b and c 1/4 * 80; d counts nothing however far apart.
    high = {"a": Answer(2), "b": Answer(4), "c": Answer(4), "d": Answer(5)}
    given = {"drawn": [("E1", low), ("E2", high)]}
    scores = score_region(framework, {"drawn": made}, {"AL": given, "ME": given})
    found = contested(scores, {"drawn": made}, ["ME", "AL"])
    assert [(row.indicator.id, row.country) for row in found] == [
        ("b", "AL"), ("b", "ME"), ("c", "AL"), ("c", "ME"), ("a", "AL"), ("a", "ME"), ("d", "AL"),
        ("d", "ME"),
    ]  # fmt: skip


def effective(experts):
    return {
        key: Document(key, 2, Status.SUBMITTED, answers)
        for code, answers in experts.items()
        for key in [Identity("AL", "drawn", "2026.1", "2026", code)]
    }


def test_each_expert_is_listed_with_files_and_completeness():
    documents = dict(reversed(effective(EXPERTS).items()))
    first = Identity("AL", "drawn", "2026.1", "2026", "E1")
    strict = Severity("AL", "DRAWN", "E2", 5, 0.5)
    rows = delivered(documents, {first: 4}, region(), [strict])
    assert [(r.key.expert, r.revision, r.files, r.answered, r.asked) for r in rows] == [
        ("E1", 2, 4, 3, 3),
        ("E2", 2, 1, 2, 3),
        ("E3", 2, 1, 2, 3),
    ]
    assert [row.completeness for row in rows] == [1.0, pytest.approx(2 / 3), pytest.approx(2 / 3)]
    assert [row.severity for row in rows] == [None, strict, None]


def test_what_does_not_apply_is_not_asked():
    absent = Answer(state=SpecialState.NOT_APPLICABLE, justification="There is no such body in it.")
    experts = {"E1": {"a": Answer(1), "b": absent, "c": absent}}
    (row,) = delivered(effective(experts), {}, region(experts=experts), [])
    assert (row.answered, row.asked, row.completeness) == (1, 1, 1.0)


def test_an_expert_to_whom_nothing_applies_has_no_completeness():
    absent = Answer(state=SpecialState.NOT_APPLICABLE, justification="There is no such body in it.")
    experts = {"E1": dict.fromkeys("abc", absent)}
    (row,) = delivered(effective(experts), {}, region(experts=experts), [])
    assert (row.asked, row.completeness) == (0, None)
