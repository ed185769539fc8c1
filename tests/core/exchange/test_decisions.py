"""Decisions files: read strictly, all problems at once, written in one form."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wb6assess.errors import ErrorCode, FileError
from wb6assess.exchange.decisions import read_decisions, write_decisions
from wb6assess.exchange.texts import tidy
from wb6assess.model.decision import Action, Decision, ReasonCode

RECORD = {
    "id": "d1", "country": "XK", "round": "2026", "instrument": "fdi-screening", "version": "2026.1",
    "indicator": "FDI-1.1", "action": "set", "score": 60, "reason_code": "R2",
    "reason": "Two experts had read level 4 as a draft law.", "evidence_refs": [], "meeting_id": "M1",
    "decided_at": "2026-11-21T10:15:00Z", "basis_hash": "", "supersedes": [],
}  # fmt: skip


def file(*records, **more):
    return json.dumps({"format": "wb6assess-decisions/1", "decisions": list(records), **more}).encode()


def problems(data):
    with pytest.raises(FileError) as caught:
        read_decisions(data, "F.json")
    assert caught.value.code is ErrorCode.DECISIONS_INVALID
    return list(caught.value.problems)


def without(*keys):
    return {key: value for key, value in RECORD.items() if key not in keys}


def test_a_record_is_read_with_all_its_keys():
    (read,) = read_decisions(file(RECORD), "F.json")
    assert read == Decision(
        "d1", "XK", "2026", "fdi-screening", "2026.1", "FDI-1.1", Action.SET,
        ReasonCode.LADDER_MISREAD, "Two experts had read level 4 as a draft law.", 60.0, (), "M1",
        datetime(2026, 11, 21, 10, 15, tzinfo=UTC),
    )  # fmt: skip


def test_what_has_a_default_may_be_left_out():
    optional = ("evidence_refs", "meeting_id", "decided_at", "basis_hash", "supersedes")
    (read,) = read_decisions(file(without(*optional)), "F.json")
    assert (read.basis_hash, read.supersedes) == ("", ())


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"levle": 3}, "no such key"),
        ({"id": ""}, "id: letters"),
        ({"country": "Kosovo"}, "country: a country is two capital letters"),
        ({"action": "sett"}, 'did you mean "set"?'),
        ({"score": None}, "score: is missing"),
        ({"score": 101}, "scores lie between 0 and 100"),
        ({"score": "sixty"}, "a number is needed"),
        ({"score": True}, "a number is needed"),
        ({"action": "na"}, "score: “na” has none"),
        ({"action": "revoke", "score": None}, "supersedes: is empty"),
        ({"reason_code": "R9"}, "reason_code"),
        ({"reason_code": None}, "reason_code"),
        ({"reason": "too short          "}, "at least 20 characters"),
        ({"decided_at": "yesterday"}, "not a time with its zone"),
        ({"basis_hash": "abc"}, "64 digits"),
        ({"supersedes": ["d1"]}, "names the record itself"),
        ({"supersedes": ["a b"]}, "ids of records"),
        ({"supersedes": [f"d{n}" for n in range(300)]}, "longer than any such list"),
        ({"evidence_refs": "OG 1"}, "a list in brackets"),
        ({"version": "two words"}, "like 2026.1"),
    ],
)
def test_each_fault_is_named_with_its_place(wrong, said):
    (line,) = problems(file({**RECORD, **wrong}))
    assert said in line
    assert line.startswith("decisions[0]")


def test_null_is_the_same_as_leaving_a_key_out():
    optional = ("evidence_refs", "meeting_id", "decided_at", "basis_hash", "supersedes")
    assert read_decisions(file({**RECORD, **dict.fromkeys(optional)}), "F.json") == read_decisions(
        file(without(*optional)), "F.json"
    )
    assert problems(file({**RECORD, "reason": None})) == ["decisions[0].reason: is missing"]


@pytest.mark.parametrize(("written", "score"), [("60", 60.0), ("33.333333333333336", 100 / 3)])
def test_a_score_may_be_decimal_text_as_in_answers(written, score):
    (read,) = read_decisions(file({**RECORD, "score": written}), "F.json")
    assert read.score == score


def test_all_problems_of_a_file_come_at_once():
    found = problems(file({**RECORD, "score": 101}, {"id": 1}, "nonsense", note="x"))
    assert found[0].startswith("note: no such key")
    assert any(line.startswith("decisions[0].score") for line in found)
    assert any(line.startswith("decisions[1].country: is missing") for line in found)
    assert any(line.startswith("decisions[2]: an object") for line in found)


def test_two_different_records_cannot_carry_one_id():
    assert problems(file(RECORD, {**RECORD, "score": 40})) == [
        "decisions: two different records carry the id d1"
    ]
    assert len(read_decisions(file(RECORD, RECORD), "F.json")) == 2


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", ErrorCode.NO_DECISIONS),
        (b"[]", ErrorCode.NO_DECISIONS),
        (b'{"format": "wb6assess-answers/1"}', ErrorCode.NO_DECISIONS),
        (b'{"format": "wb6assess-decisions/2"}', ErrorCode.NO_DECISIONS),
        (b'{"format": "wb6assess-decisions/1"}', ErrorCode.DECISIONS_INVALID),
        (b'{"format": "wb6assess-decisions/1", "decisions": {}}', ErrorCode.DECISIONS_INVALID),
        (file({**RECORD, "score": 1e400}).replace(b"Infinity", b"1e400"), ErrorCode.NO_DECISIONS),
        (file({**RECORD, "reason": "x" * 100_001}), ErrorCode.DECISIONS_INVALID),
        (file({**RECORD, "reason": "half a character: \ud800 here"}), ErrorCode.DECISIONS_INVALID),
    ],
)
def test_what_is_no_decisions_file_is_refused(data, code):
    with pytest.raises(FileError) as caught:
        read_decisions(data, "F.json")
    assert caught.value.code is code


texts = (
    st.text(min_size=20, max_size=60).map(lambda text: tidy(text).strip()).filter(lambda t: len(t) >= 20)
)
ids = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,20}", fullmatch=True)
refs = st.lists(texts, max_size=2).map(tuple)


@st.composite
def decisions(draw):
    action = draw(st.sampled_from(Action))
    own = draw(ids)
    others = draw(st.lists(ids.filter(lambda other: other != own), min_size=1, max_size=2, unique=True))
    scored = action is Action.SET or (action is Action.CONFIRM and draw(st.booleans()))
    return Decision(
        own, "XK", "2026", "drawn", "2026.1", "a", action, draw(st.sampled_from(ReasonCode)),
        draw(texts), draw(st.floats(0, 100)) if scored else None, draw(refs), draw(texts),
        draw(st.datetimes(timezones=st.just(UTC))),
        draw(st.sampled_from(["", "a" * 64])),
        tuple(sorted(others)) if action is Action.REVOKE else (),
    )  # fmt: skip


@given(st.lists(decisions(), max_size=4, unique_by=lambda record: record.id))
def test_what_is_written_is_read_again(records):
    data = write_decisions(records)
    read = read_decisions(data, "F.json")
    assert sorted(read, key=lambda r: r.id) == sorted(records, key=lambda r: r.id)
    assert write_decisions(reversed(read)) == data


def test_writing_takes_each_record_once():
    (read,) = read_decisions(file(RECORD), "F.json")
    assert write_decisions([read, read]) == write_decisions([replace(read)])
