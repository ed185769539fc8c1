"""What the desk prints in the place of an alpha that has no value (methodology 5.4)."""

import pytest

from ui.desk.disagreement.tables import alpha_words, reading_words
from wb6assess.scoring.reliability import ordinal_alpha


@pytest.mark.parametrize(
    ("units", "sign", "words"),
    [(3, ":", "too few units"), (10, "n.d.", "no variation")],
)
def test_ratings_without_variation_are_named_so_only_where_there_are_enough(units, sign, words):
    alpha = ordinal_alpha([(2, 2, 2)] * units, label="alpha:test", seed=1)
    assert (alpha_words(alpha), reading_words(alpha)) == (sign, words)
