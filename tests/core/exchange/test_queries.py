"""Files of queries are hostile until read: every fault is named, nothing else gets in."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import identities, said
from wb6assess.errors import ErrorCode, FileError
from wb6assess.exchange.queries import Return, read_return, write_return
from wb6assess.model.assessment import Identity
from wb6assess.model.query import Query, Spread

AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
KEY = Identity("XK", "drawn", "2026.1", "2026", "E01")
WHOLE = Return(
    KEY,
    2,
    "0a" * 32,
    AT,
    "A word.",
    (Query("q-1", KEY, "DRW-1.1", "Which article?", AT, 2),),
    (Spread("DRW-1.1", (0, 1, 2, 0, 0, 0), 2),),
)
RAW = json.loads(write_return(WHOLE))


def read(raw):
    return read_return(json.dumps(raw).encode(), "a.wb6q")


def problems(raw):
    with pytest.raises(FileError) as caught:
        read(raw)
    assert caught.value.code is ErrorCode.RETURN_INVALID
    return caught.value.problems


def test_a_file_comes_back_as_it_was():
    assert read_return(write_return(WHOLE), "a.wb6q") == WHOLE
    assert write_return(WHOLE) == write_return(read_return(write_return(WHOLE), "a.wb6q"))


moments = st.datetimes(datetime(2020, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
spreads = st.tuples(*[st.integers(0, 9)] * 6).filter(lambda counts: sum(counts) >= 3)


@given(
    identities,
    st.lists(st.tuples(said.map(str.strip).filter(bool), moments), max_size=3),
    st.lists(spreads, max_size=3),
    moments,
)
def test_every_return_survives_the_way(key, asked, counts, at):
    queries = tuple(
        Query(f"q{n}", key, "T-level", text, moment, 1) for n, (text, moment) in enumerate(asked)
    )
    shown = tuple(Spread(f"T{n}", each) for n, each in enumerate(counts))
    content = Return(key, 1, "0" * 64, at, "", queries, shown)
    assert read_return(write_return(content), "a.wb6q") == content


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (("queries", 0, "text"), " \n", "queries[0].text: asks nothing"),
        (("queries", 0, "text"), "x" * 10_001, "queries[0].text: longer than"),
        (("queries", 0, "asked_at"), "yesterday", "queries[0].asked_at: not a time"),
        (("queries", 0, "revision"), 0, "queries[0].revision: revisions count from 1"),
        (("queries", 0, "id"), "../x", "queries[0].id: letters"),
        (("queries", 0, "expert"), "E02", "queries[0].expert: no such key"),
        (("spreads", 0, "counts"), [1, 1, 0, 0, 0, 0], "spreads[0].counts: fewer than 3 experts"),
        (("spreads", 0, "counts"), [5], "spreads[0].counts: six counts"),
        (("spreads", 0, "counts"), [9, -4, 0, 0, 0, 0], "spreads[0].counts: six counts"),
        (("spreads", 0, "counts"), [10**9, 0, 0, 0, 0, 0], "spreads[0].counts: six counts"),
        (("spreads", 0, "own"), 5, "spreads[0].own: nobody chose that level"),
        (("spreads", 0, "own"), 7, "spreads[0].own: nobody chose that level"),
        (("spreads", 0, "own"), True, "spreads[0].own: a whole number is needed"),
        (("assessment", "expert"), "Ana Anić", "assessment.expert: an expert code is"),
        (("content_hash",), "short", "content_hash: 64 digits"),
        (("written_at",), "2026-11-22", "written_at: not a time"),
        (("note",), 5, "note: a text in quotation marks"),
        (("adresses",), [], "adresses: no such key"),
        (("note",), "\ud800", "note: holds half a character"),
    ],
)
def test_each_fault_is_named_with_its_place(path, value, said):
    raw = json.loads(json.dumps(RAW))
    *places, last = path
    part = raw
    for place in places:
        part = part[place]
    part[last] = value
    (found,) = problems(raw)
    assert found.startswith(said)


def test_nested_keys_are_compared_with_their_own_neighbours():
    raw = json.loads(json.dumps(RAW))
    raw["queries"][0]["indicatr"] = raw["queries"][0].pop("indicator")
    assert 'queries[0].indicatr: no such key; did you mean "indicator"?' in problems(raw)


def test_a_query_stands_once():
    assert problems({**RAW, "queries": RAW["queries"] * 2}) == ("queries: two of them have the id q-1",)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("wb6assess-queries/2", "newer version"),
        ("wb6assess-answers/1", 'it holds "answers"'),
        (None, "it does not say"),
    ],
)
def test_another_kind_of_file_is_named(name, said):
    with pytest.raises(FileError) as caught:
        read({**RAW, "format": name})
    assert caught.value.code is ErrorCode.NO_QUERIES
    assert said in caught.value.facts["reason"]
