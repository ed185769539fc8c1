"""Methodology 9.3 and the documents of example 8."""

from itertools import permutations

import pytest

from wb6assess.exchange.digest import content_hash
from wb6assess.exchange.merge import Resolution, effective_view
from wb6assess.model.assessment import Answer, Document, Identity, Status

E1 = Identity("AL", "WB6", "1.0", "2025", "e1")
E2 = Identity("AL", "WB6", "1.0", "2025", "e2")


def _document(key, revision, level, status=Status.SUBMITTED):
    return Document(key, revision, status, {"a": Answer(level)})


D1, D2, D2B = _document(E1, 1, 3), _document(E1, 2, 4), _document(E1, 2, 5)
D3, D4 = _document(E2, 1, 2), _document(E2, 2, 2, Status.DRAFT)


@pytest.mark.parametrize(
    ("documents", "effective", "conflicts"),
    [
        ([D1, D3], {E1: 1, E2: 1}, []),
        ([D1, D2, D3, D4], {E1: 2, E2: 1}, []),
        ([D1, D2, D2B, D3], {E2: 1}, [(E1, 2)]),
    ],
)
def test_example_8_in_any_order_and_twice(documents, effective, conflicts):
    for order in permutations(documents):
        view = effective_view([*order, order[0]])
        assert {key: document.revision for key, document in view.effective.items()} == effective
        assert [(item.key, item.revision) for item in view.conflicts] == conflicts


def test_only_drafts_have_no_outcome():
    view = effective_view([D4])
    assert (view.effective, view.withdrawn, view.conflicts) == ({}, {}, ())


def test_a_withdrawal_of_the_highest_revision_leaves_nothing_scored():
    view = effective_view([D1, _document(E1, 2, 3, Status.WITHDRAWN)])
    assert E1 not in view.effective
    assert view.withdrawn[E1].revision == 2
    assert view.superseded == {content_hash(D1)}


def test_a_withdrawal_beside_a_submission_of_the_same_revision_is_a_conflict():
    view = effective_view([D2, _document(E1, 2, 4, Status.WITHDRAWN)])
    assert [conflict.key for conflict in view.conflicts] == [E1]


def test_a_higher_revision_clears_a_conflict():
    view = effective_view([D2, D2B, _document(E1, 3, 1)])
    assert view.effective[E1].revision == 3
    assert not view.conflicts


def test_a_resolution_clears_its_conflict_and_sets_the_other_aside():
    view = effective_view([D2, D2B], [Resolution(E1, 2, content_hash(D2B), "Confirmed by telephone")])
    assert view.effective == {E1: D2B}
    assert view.set_aside == {content_hash(D2)}
    assert not view.conflicts


@pytest.mark.parametrize(
    "records",
    [
        [(1, content_hash(D1))],
        [(2, "0" * 64)],
        [(2, content_hash(D2)), (2, content_hash(D2B))],
    ],
    ids=["lower revision", "unknown document", "contradictory"],
)
def test_a_void_resolution_leaves_the_conflict(records):
    given = [Resolution(E1, revision, digest, "Because") for revision, digest in records]
    view = effective_view([D1, D2, D2B], given)
    assert [conflict.revision for conflict in view.conflicts] == [2]
    assert not view.effective


def test_a_resolution_of_an_overtaken_revision_is_void():
    latest = _document(E1, 3, 1)
    view = effective_view([D2, D2B, latest], [Resolution(E1, 2, content_hash(D2), "Because")])
    assert view.effective == {E1: latest}


def test_a_resolution_needs_a_reason():
    with pytest.raises(ValueError, match="reason"):
        Resolution(E1, 2, content_hash(D2), "  ")


@pytest.mark.parametrize("key", ["round", "instrument_version", "instrument", "country", "expert"])
def test_each_part_of_the_key_keeps_documents_apart(key):
    parts = {name: getattr(E1, name) for name in E1.__dataclass_fields__}
    other = Identity(**{**parts, key: "other"})
    view = effective_view([D1, _document(other, 1, 3)])
    assert set(view.effective) == {E1, other}
