"""Joining two copies: each side is reachable whole, nothing else is made up."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import documents
from wb6assess.exchange.compare import Changed, Facet, Side, compare, joined
from wb6assess.exchange.written import answers_as_json
from wb6assess.model.assessment import Answer

sides = st.sampled_from(Side)
choices = sides | st.dictionaries(st.sampled_from(Facet), sides)


@given(documents, documents)
def test_choosing_one_side_everywhere_gives_that_side(ours, theirs):
    items = {*ours.answers, *theirs.answers}
    assert joined(ours, theirs, {}) == ours.answers
    assert joined(ours, theirs, dict.fromkeys(items, Side.OURS)) == ours.answers
    assert joined(ours, theirs, dict.fromkeys(items, Side.THEIRS)) == theirs.answers
    every = dict.fromkeys(items, dict.fromkeys(Facet, Side.THEIRS))
    assert joined(ours, theirs, every) == theirs.answers


@given(documents)
def test_a_copy_does_not_differ_from_itself(document):
    assert compare(document, document) == ()
    assert compare(document, document, replace(document, answers={})) == ()


@given(documents, documents)
def test_taking_theirs_where_something_differs_is_enough(ours, theirs):
    different = {difference.item: Side.THEIRS for difference in compare(ours, theirs)}
    assert answers_as_json(joined(ours, theirs, different)) == answers_as_json(theirs.answers)


@given(documents, documents, documents)
def test_the_sides_mirror_each_other(ours, theirs, base):
    mirror = {Changed.OURS: Changed.THEIRS, Changed.THEIRS: Changed.OURS}
    there = {item.item: item for item in compare(ours, theirs, base)}
    back = {item.item: item for item in compare(theirs, ours, base)}
    assert set(there) == set(back)
    for item, difference in there.items():
        facets = {facet: mirror.get(seen, seen) for facet, seen in difference.facets.items()}
        assert back[item].facets == facets


@given(documents, documents)
def test_what_only_one_side_changed_is_proposed_from_that_side(ours, base):
    """With an unchanged copy on one side there is nothing to decide."""
    for mine, other, result in ((ours, base, ours), (base, ours, ours)):
        found = compare(mine, other, base)
        proposed = {difference.item: difference.proposed for difference in found}
        assert None not in proposed.values()
        assert answers_as_json(joined(mine, other, proposed)) == answers_as_json(result.answers)


@given(documents, documents, st.data())
def test_every_facet_of_a_joined_answer_is_one_of_the_two(ours, theirs, data):
    items = sorted({*ours.answers, *theirs.answers})
    drawn = {item: data.draw(choices) for item in items}
    result = joined(ours, theirs, drawn)
    for item in items:
        answer = result.get(item, Answer())
        mine, other = ours.answers.get(item, Answer()), theirs.answers.get(item, Answer())
        pairs = [(side.value, side.state) for side in (mine, other)]
        assert (answer.value, answer.state) in pairs
        for facet in set(Facet) - {Facet.VALUE}:
            wanted = getattr(answer, facet)
            assert wanted in (getattr(mine, facet), getattr(other, facet))
