"""What taking a file would do is known before anything changes."""

from wb6assess.model.assessment import Answer
from wb6assess.session.filling import FillPreview, fill_preview


def test_each_answer_is_new_changed_the_same_or_stays():
    here = {"A": Answer(1), "B": Answer(2), "C": Answer(3), "D": Answer()}
    coming = {"A": Answer(1), "B": Answer(4), "D": Answer(5), "E": Answer(0)}
    assert fill_preview(here, coming) == FillPreview(("D", "E"), ("B",), ("A",), ("C",))
