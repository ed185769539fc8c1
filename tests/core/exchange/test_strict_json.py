"""JSON from outside: what Python's reader would let pass is refused with a reason."""

import pytest

from wb6assess.errors import ErrorCode, FileError
from wb6assess.exchange import strict_json
from wb6assess.exchange.strict_json import parse_object


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "ends too early"),
        (b"{", "ends too early"),
        (b'{"a": {"b": 1}', "ends too early"),
        (b'{"a": "text that never', "ends too early or a quotation mark is missing"),
        (b'{"a": 1,}', "its notation is broken at line 1"),
        (b'{\n "a" 1}', "its notation is broken at line 2, column 6"),
        (b'{"a": 1} {"b": 2}', "something follows after its end"),
        (b'{"a": NaN}', "NaN is not a number"),
        (b'{"a": -Infinity}', "-Infinity is not a number"),
        (b'{"a": 1e999}', "too large"),
        (b'{"a": 1234567890123456789}', "more than 18 digits"),
        (b'{"a": ' + b"9" * 5000 + b"}", "more than 18 digits"),
        (b'{"a": 1, "b": {"c": 1, "c": 2}}', 'the key "c" stands twice'),
        (b'{"a": "\xff"}', "line 1 is not UTF-8"),
        ('{"a": 1}'.encode("utf-16"), "UTF-16"),
        (b"[1, 2]", "not an object"),
        (b'"text"', "not an object"),
        (b'{"a": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "nested"),
        (b"[" * 100_000, "nested"),
        (b'{"a":' * 40 + b"1" + b"}" * 40, "nested"),
        (b'{"a": [' + b"{}," * 2_000_000 + b"{}]}", "millions of parts"),
    ],
    ids=lambda value: value[:24].decode("latin-1") if isinstance(value, bytes) else None,
)
def test_damage_is_refused_with_a_reason(data, reason):
    with pytest.raises(FileError) as caught:
        parse_object(data, "x.json")
    assert caught.value.code is ErrorCode.JSON_INVALID
    assert caught.value.facts["path"] == "x.json"
    assert reason in str(caught.value.facts["reason"])


def test_a_byte_order_mark_is_tolerated():
    assert parse_object(b'\xef\xbb\xbf{"a": 1}', "x.json") == {"a": 1}


def test_whole_numbers_stay_whole_and_decimals_decimal():
    assert repr(parse_object(b'{"a": 3, "b": 3.0}', "x.json")) == "{'a': 3, 'b': 3.0}"


def test_more_bytes_than_any_answers_need_are_refused(monkeypatch):
    monkeypatch.setattr(strict_json, "MAX_BYTES", 10)
    with pytest.raises(FileError) as caught:
        parse_object(b'{"a": "bcdef"}', "x.json")
    assert caught.value.code is ErrorCode.FILE_TOO_LARGE
