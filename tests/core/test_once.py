"""What follows from a questionnaire alone is worked out once for each, by identity."""

from dataclasses import replace

from tests.builders import indicator, instrument, pillar
from wb6assess.model.once import once_for_each


def test_it_is_made_once_for_one_questionnaire_and_anew_for_an_equal_one():
    made = []
    about = once_for_each(lambda given: made.append(given) or object())
    one = instrument(pillar("P", indicator("a")))
    twin = replace(one)
    assert about(one) is about(one)
    assert about(twin) is not about(one)
    assert [id(given) for given in made] == [id(one), id(twin)]


def test_only_questionnaires_in_use_are_kept():
    about = once_for_each(lambda given: given.title)
    many = [instrument(pillar("P", indicator("a")), title=str(number)) for number in range(40)]
    assert [about(one) for one in many] == [str(number) for number in range(40)]
    assert [about(one) for one in many] == [str(number) for number in range(40)]
