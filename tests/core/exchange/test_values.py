"""Values beside the ordinary: grids, unknown cells, long lists of options."""

from dataclasses import replace

import pytest

from tests.builders import indicator
from tests.strategies import EVERY_TYPE
from wb6assess.exchange.values import ValueRefusedError, value_from_json
from wb6assess.model.instrument import Option
from wb6assess.model.vocabulary import IndicatorType

GRID = EVERY_TYPE.context_by_id["f_grid"]


def test_empty_cells_and_rows_of_a_grid_are_absent():
    raw = {"y2024": {"filed": 2.50, "cleared": None}, "y2025": {}}
    assert value_from_json(raw, GRID) == {"y2024": {"filed": "2.5"}}


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        ({"y2024": {"lost": 1}}, '"lost" is no column; columns are filed, cleared'),
        ({"y2024": {"filed": "many"}}, "a number is needed in every cell"),
        ({"y2024": {"filed": True}}, "a number is needed in every cell"),
        ({"y2024": {"filed": [1]}}, "a number is needed in every cell"),
        ([1], "an object of rows, each an object of numbers, is needed, not a list"),
    ],
)
def test_a_wrong_grid_says_where(raw, why):
    with pytest.raises(ValueRefusedError, match=why.replace("[", r"\[")):
        value_from_json(raw, GRID)


def test_an_implausible_cell_does_not_hide_a_wrong_one():
    question = replace(GRID, plausible=(0.0, 10.0))
    with pytest.raises(ValueRefusedError, match="in every cell"):
        value_from_json({"y2024": {"filed": 99, "cleared": ["x"]}}, question)
    assert value_from_json({"y2024": {"filed": 99}}, question) == {"y2024": {"filed": 99}}


def test_many_options_are_not_all_listed():
    options = tuple(Option(f"k{number}", "x", score=0.0) for number in range(20))
    question = indicator("Q", IndicatorType.SINGLE, options=options)
    with pytest.raises(ValueRefusedError, match="k11 and 8 more"):
        value_from_json("other", question)


def test_a_number_with_too_many_digits_is_no_number():
    with pytest.raises(ValueRefusedError, match="is not a number"):
        value_from_json("1" * 30, EVERY_TYPE.by_id["T-numeric"])
