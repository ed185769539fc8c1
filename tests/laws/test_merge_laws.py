"""Methodology 9.2, 9.3: merging is set union, the effective view a function of the set."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import identities
from wb6assess.exchange.merge import Resolution, addressed, effective_view, union
from wb6assess.model.assessment import Answer, Document, Status

# Few keys, revisions and levels, so that repetitions and conflicts are common.
small_documents = st.builds(
    Document,
    identity=identities,
    revision=st.integers(1, 3),
    status=st.sampled_from(Status),
    answers=st.builds(lambda level: {"T-level": Answer(level)}, st.integers(0, 2)),
    sample=st.booleans(),
)
stores = st.lists(small_documents, max_size=12)


@given(stores, st.data())
def test_neither_order_nor_repetition_of_files_matters(documents, data):
    again = data.draw(st.lists(st.sampled_from(documents), max_size=6)) if documents else []
    shuffled = data.draw(st.permutations([*documents, *again]))
    assert effective_view(shuffled) == effective_view(documents)


@given(stores, stores, stores)
def test_union_is_idempotent_commutative_associative_and_has_a_neutral_element(first, second, third):
    a, b, c = addressed(first), addressed(second), addressed(third)
    assert union([a, a]) == a == union([a, {}])
    assert union([a, b]) == union([b, a])
    assert union([union([a, b]), c]) == union([a, union([b, c])])


@given(stores, stores)
def test_merging_never_loses_a_document(first, second):
    both = union([addressed(first), addressed(second)])
    assert set(both) == set(addressed(first)) | set(addressed(second))
    assert effective_view([*first, *second]).documents == both


@given(stores)
def test_every_document_has_exactly_one_fate(documents):
    view = effective_view(documents)
    standing = set(addressed([*view.effective.values(), *view.withdrawn.values()]))
    disputed = {digest for conflict in view.conflicts for digest in conflict.hashes}
    fates = [standing, disputed, view.superseded, view.set_aside, view.drafts]
    assert sum(len(fate) for fate in fates) == len(view.documents)
    assert set().union(*fates) == set(view.documents)


@given(stores)
def test_a_key_is_effective_withdrawn_or_in_conflict_never_two_of_them(documents):
    view = effective_view(documents)
    keys = [*view.effective, *view.withdrawn, *(conflict.key for conflict in view.conflicts)]
    assert len(keys) == len(set(keys))
    handed_in = {item.identity for item in documents if item.status is not Status.DRAFT}
    assert set(keys) == handed_in


@given(stores)
def test_adding_drafts_changes_nothing_that_is_scored(documents):
    drafts = [replace(item, status=Status.DRAFT, revision=9) for item in documents]
    before, after = effective_view(documents), effective_view([*documents, *drafts])
    assert (after.effective, after.conflicts) == (before.effective, before.conflicts)


@given(stores, st.data())
def test_resolutions_in_any_order_give_the_same(documents, data):
    conflicts = effective_view(documents).conflicts
    records = [
        Resolution(conflict.key, conflict.revision, data.draw(st.sampled_from(conflict.hashes)), "why")
        for conflict in conflicts
        for _ in range(2)
    ]
    shuffled = data.draw(st.permutations(records))
    assert effective_view(documents, shuffled) == effective_view(documents, records)


@given(small_documents)
def test_what_is_invented_stays_marked_whichever_copy_arrives_first(document):
    copies = [replace(document, sample=False), replace(document, sample=True)]
    for order in (copies, copies[::-1]):
        [kept] = addressed(order).values()
        assert kept.sample
