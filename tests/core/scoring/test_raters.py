"""Agreement and severity from answers (methodology 5.4, 5.5; example 4)."""

import pytest

from tests.builders import indicator, instrument, pillar
from wb6assess.model.assessment import Answer, SpecialState
from wb6assess.model.conditions import AnswerRef, Compare, Op
from wb6assess.model.framework import Country, Domain, Framework
from wb6assess.model.instrument import Cap, Vignette
from wb6assess.model.vocabulary import IndicatorType
from wb6assess.scoring.country import score_region
from wb6assess.scoring.raters import Raters
from wb6assess.scoring.reliability import Reading

UNITS = ["333", "232", "44", "112", "010", "554", "32", "2", "434", "111", "343", "222"]


def region(codes, made, submissions):
    framework = Framework(
        "drawn",
        "Drawn",
        tuple(Country(code, code) for code in codes),
        (Domain("CYB", made.id, 1, core=True),),
    )
    scored = score_region(framework, {made.id: made}, submissions)
    return Raters(framework, {made.id: made}, scored)


def by_expert(made, units):
    return [
        (
            f"E{n}",
            {
                item: Answer(int(unit[n]))
                for item, unit in zip(made.by_id, units, strict=False)
                if n < len(unit)
            },
        )
        for n in range(3)
    ]


TWELVE = instrument(pillar("P", *(indicator(f"i{n:02}") for n in range(12))))


def test_example_4_from_answers_with_its_stream():
    found = region(["XA"], TWELVE, {"XA": {"drawn": by_expert(TWELVE, UNITS)}})
    alpha = found.by_country["CYB", "XA"].alpha
    assert alpha.value == pytest.approx(0.883923961, abs=1e-9)
    assert alpha.interval == pytest.approx((0.695304168, 0.922462833), abs=1e-9)
    assert alpha.reading is Reading.RELIABLE
    assert alpha.approximate


def test_regional_units_are_indicators_in_countries():
    half = [by_expert(TWELVE, UNITS[:6]), by_expert(TWELVE, UNITS[6:])]
    found = region(["AL", "XK"], TWELVE, {"AL": {"drawn": half[0]}, "XK": {"drawn": half[1]}})
    assert found.by_domain["CYB"].alpha.value == pytest.approx(0.883923961, abs=1e-9)
    assert not found.by_country["CYB", "AL"].alpha.reported
    assert not found.by_country["CYB", "XK"].alpha.reported


def test_special_states_are_missing_ratings():
    answers = {item: Answer(state=SpecialState.DONT_KNOW) for item in TWELVE.by_id}
    more = [*by_expert(TWELVE, UNITS), ("E9", answers)]
    found = region(["XA"], TWELVE, {"XA": {"drawn": more}})
    assert found.by_country["CYB", "XA"].alpha.value == pytest.approx(0.883923961, abs=1e-9)


def test_agreement_looks_at_raw_levels_below_no_cap():
    never = Cap(Compare(AnswerRef("i00"), Op.GE, 0), 0, "Nothing counts.")
    made = instrument(pillar("P", *(indicator(f"i{n:02}", caps=(never,)) for n in range(12))))
    found = region(["XA"], made, {"XA": {"drawn": by_expert(made, UNITS)}})
    assert found.by_country["CYB", "XA"].alpha.value == pytest.approx(0.883923961, abs=1e-9)


def test_other_types_report_equal_pairs():
    made = instrument(
        pillar("P", indicator("y", IndicatorType.YESNO), indicator("n", IndicatorType.NUMERIC,
               worst=0.0, best=10.0))
    )  # fmt: skip
    experts = [
        ("E1", {"y": Answer("yes"), "n": Answer(5)}),
        ("E2", {"y": Answer("yes"), "n": Answer("5.0")}),
        ("E3", {"y": Answer("no")}),
    ]
    others = region(["XA"], made, {"XA": {"drawn": experts}}).by_country["CYB", "XA"].others
    assert (others[IndicatorType.YESNO].share, others[IndicatorType.YESNO].pairs) == (1 / 3, 3)
    assert (others[IndicatorType.NUMERIC].share, others[IndicatorType.NUMERIC].pairs) == (1.0, 1)
    assert set(others) == {IndicatorType.YESNO, IndicatorType.NUMERIC}


def test_severity_compares_with_all_experts_of_the_region():
    made = instrument(
        pillar("P", indicator("i")),
        vignettes=tuple(Vignette(f"V{n}", "Drawn", "It screens.", "i") for n in range(4)),
    )

    def given(level, n=4):
        return {f"V{place}": Answer(level) for place in range(n)}

    found = region(
        ["AL", "XK"],
        made,
        {
            "AL": {"drawn": [("E1", given(2)), ("E2", given(3))]},
            "XK": {"drawn": [("E1", given(3)), ("E2", given(4)), ("E3", given(5, 3))]},
        },
    )
    rows = {(row.country, row.expert): row for row in found.severities}
    assert rows["AL", "E1"].value == -1.0
    assert rows["AL", "E1"].stands_apart
    assert rows["AL", "E2"].value == 0.0 == rows["XK", "E1"].value
    assert rows["XK", "E3"].value is None
    assert not rows["XK", "E3"].stands_apart
