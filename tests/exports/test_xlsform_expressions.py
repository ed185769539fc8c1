"""Which XPath becomes a condition, and what is said about the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.xlsform.conditions import Target, condition_from
from exports.xlsform.expression import UnreadableError

TARGETS = {
    "age": Target("id", "age", "numeric"),
    "members": Target("id", "members", "numeric"),
    "sex": Target("id", "sex", "single", {"1": "1", "2": "2", "-99": "minus_99"}),
    "water": Target("id", "water", "multi", {"tap": "tap", "well": "well"}),
    "name": Target("id", "name", "text"),
    "day": Target("id", "day", "date", indicator=False),
    "since": Target("field", "A.since", "date"),
    "land": Target("country", "land", "country"),
    "proof": Target("evidence", "A", "evidence"),
    "": Target("id", "own", "numeric"),
}


def resolve(name: str) -> Target:
    if name in TARGETS:
        return TARGETS[name]
    raise UnreadableError(f"${{{name}}} comes later")


READ = {
    "${age} > 18": {"id": "age", "op": "gt", "value": 18},
    "18 < ${age}": {"id": "age", "op": "gt", "value": 18},
    "${age}>=18.5": {"id": "age", "op": "ge", "value": 18.5},
    "${age} != -1": {"id": "age", "op": "ne", "value": -1},
    "${age} = '7'": {"id": "age", "op": "eq", "value": 7},
    "number(${age}) < 5": {"id": "age", "op": "lt", "value": 5},
    ". >= 0": {"id": "own", "op": "ge", "value": 0},
    "../age > 3": {"id": "age", "op": "gt", "value": 3},
    "/data/about/age > 3": {"id": "age", "op": "gt", "value": 3},
    "${age} > ${members}": {"id": "age", "op": "gt", "ref": "members"},
    "${age} + ${members} > 3": {"sum": ["age", "members"], "op": "gt", "value": 3},
    "(${age} + ${members}) = ${age}": {"sum": ["age", "members"], "op": "eq", "ref": "age"},
    "${sex} = 1": {"id": "sex", "op": "eq", "value": "1"},
    '${sex} != "2"': {"id": "sex", "op": "ne", "value": "2"},
    "${sex} > 1": {"id": "sex", "op": "in", "value": ["2"]},
    "selected(${sex}, '-99')": {"id": "sex", "op": "in", "value": ["minus_99"]},
    "selected(${water}, 'tap')": {"id": "water", "op": "in", "value": ["tap"]},
    "not(selected(${water},'tap'))": {"not": {"id": "water", "op": "in", "value": ["tap"]}},
    "${water} = 'tap'": {"id": "water", "op": "eq", "value": "tap"},
    "count-selected(${water}) > 0": {"answered": "water"},
    "${name} = ''": {"not": {"answered": "name"}},
    "'' != ${name}": {"answered": "name"},
    "${name} = 'x and y'": {"id": "name", "op": "eq", "value": "x and y"},
    "${day} >= date('2026-01-31')": {"id": "day", "op": "ge", "value": "2026-01-31"},
    "${since} < ${day}": {"field": "A.since", "op": "lt", "ref": "day"},
    "${land} != 'XK'": {"not": {"country": ["XK"]}},
    "count-non-empty(${proof}) > 0": {"has_evidence": "A"},
    "${age} > 1 and ${sex} = 1 or ${name} != ''": {
        "any": [
            {"all": [{"id": "age", "op": "gt", "value": 1}, {"id": "sex", "op": "eq", "value": "1"}]},
            {"answered": "name"},
        ]
    },
    "${age} > 1 and (${sex} = 1 or ${sex} = 2)": {
        "all": [
            {"id": "age", "op": "gt", "value": 1},
            {"any": [{"id": "sex", "op": "eq", "value": key} for key in ("1", "2")]},
        ]
    },
}
UNREAD = {
    "regex(., '[0-9]+')": "regex() has no counterpart",
    "today() > ${day}": "only answers can be compared",
    "${gone} = 1": "${gone} comes later",
    "${age} * 2 > 4": "only answers can be compared",
    "${sex} = 9": "“9” is no choice of sex",
    "${sex} > 5": "no choice of sex is > 5",
    "${water} > 2": "water cannot be compared in this way",
    "${name} > 'a'": "name cannot be compared in this way",
    "${age} = 'many'": "age is a number, “many” is none",
    "${age} = 99999999999999999999": "age is a number, “99999999999999999999” is none",
    "${day} > '31.1.2026'": "day cannot be compared in this way",
    "${day} != ''": "whether day is empty cannot be asked",
    "count-selected(${water}) > 1": "how many or how long has no counterpart",
    "${age} > 1 and": "“the end” is not understood here",
    "(${age} > 1": "“the end” stands where “)” is needed",
    "${age} > 1)": "“)” is not understood here",
    "${age} > 1 # 2": "“# 2” is not understood",
    "instance('x')/root/item[a=1]": "“[a=1]” is not understood",
    "${age}": "it is no comparison",
    "1 = 1": "only answers can be compared",
    "${age > 1": "“${age > 1” is not understood",
    "": "“the end” is not understood here",
    "(" * 100 + "1" + ")" * 100: "it is nested more than 40 deep",
}


@pytest.mark.parametrize("text", READ)
def test_common_expressions_are_read(text):
    assert condition_from(text, resolve) == READ[text]


@pytest.mark.parametrize("text", UNREAD, ids=lambda text: text[:20])
def test_the_rest_ends_in_a_sentence(text):
    with pytest.raises(UnreadableError) as caught:
        condition_from(text, resolve)
    assert str(caught.value) == UNREAD[text]


pieces = st.sampled_from([*"()<>=+-*.,'\"", "${age}", "and", "not", "1", " "])


@given(st.text(max_size=40) | st.lists(pieces).map("".join))
def test_any_text_is_a_condition_or_a_sentence(text):
    try:
        assert isinstance(condition_from(text, resolve), dict)
    except UnreadableError as error:
        said = str(error)
        assert said
