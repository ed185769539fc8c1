"""Example 4 of methodology 15, edge cases of 14, and the field's own package as a second opinion."""

from decimal import Decimal

import krippendorff
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wb6assess.scoring.reliability import Reading, ordinal_alpha
from wb6assess.scoring.streams import stream

SEED = 20240601
UNITS = [
    [int(digit) for digit in unit]
    for unit in ("333", "232", "44", "112", "010", "554", "32", "2", "434", "111", "343", "222")
]


def alpha(units, **more):
    return ordinal_alpha(units, label="alpha:CYB:XA", seed=SEED, **more)


def test_the_stream_is_pinned():
    assert stream(SEED, "mc").random(3).tolist() == [
        0.5869440456778352,
        0.5450793541067315,
        0.2570273043533937,
    ]


def test_example_4():
    found = alpha(UNITS)
    assert (found.units, found.ratings) == (11, 31)
    assert found.value == pytest.approx(0.883923961, abs=1e-9)
    assert found.published == Decimal("0.88")
    assert found.reading is Reading.RELIABLE
    assert found.standard_error == pytest.approx(0.054269108, abs=1e-9)
    assert found.interval == pytest.approx((0.695304168, 0.922462833), abs=1e-9)
    assert found.approximate


def test_no_variation_is_undefined_and_never_one():
    found = alpha([[3, 3], [3, 3, 3]])
    assert found.value is None
    assert found.published is None
    assert found.agreement == 1


def test_three_units_are_computed_but_not_printed():
    found = alpha([[1, 2], [2, 2], [4, 5]])
    assert found.value == pytest.approx(0.731182796, abs=1e-9)
    assert not found.reported
    assert found.published is None


def test_no_unit_with_two_ratings():
    assert alpha([[1], [2]]).units == 0


def test_systematic_disagreement_is_negative_and_printed():
    found = alpha([[0, 5]] * 12)
    assert found.value < 0
    assert found.published is not None


@given(
    st.lists(st.lists(st.integers(0, 5), min_size=2, max_size=5), min_size=2, max_size=15).filter(
        lambda units: len({level for unit in units for level in unit}) > 1
    )
)
def test_the_fields_own_package_finds_the_same(units):
    counts = np.array([np.bincount(unit, minlength=6) for unit in units])
    theirs = krippendorff.alpha(
        value_counts=counts, value_domain=list(range(6)), level_of_measurement="ordinal"
    )
    assert alpha(units, replicates=1).value == pytest.approx(theirs, abs=1e-9)
