"""Faults of an answers file: each named with its place, all at once."""

import json

import pytest

from tests.core.exchange.answer_files import WHOLE, read
from tests.strategies import lookup
from wb6assess.errors import ErrorCode, FileError
from wb6assess.exchange.answers import read_document


def problems_of(*args, **kwargs) -> tuple[str, ...]:
    with pytest.raises(FileError) as caught:
        read(*args, **kwargs)
    assert caught.value.code is ErrorCode.ANSWERS_INVALID
    return caught.value.problems


@pytest.mark.parametrize(
    ("item", "answer", "line"),
    [
        ("T-level", {"value": 7}, "answers.T-level.value: 7 is not a level; levels are 0 to 5"),
        ("T-level", {"value": -1}, "answers.T-level.value: -1 is not a level; levels are 0 to 5"),
        (
            "T-level",
            {"value": 3.5},
            "answers.T-level.value: a whole number from 0 to 5 is needed, not 3.5",
        ),
        (
            "T-level",
            {"value": "3"},
            'answers.T-level.value: a whole number from 0 to 5 is needed, not "3"',
        ),
        (
            "T-level",
            {"value": True},
            "answers.T-level.value: a whole number from 0 to 5 is needed, not true",
        ),
        (
            "T-yesno",
            {"value": True},
            'answers.T-yesno.value: "yes" or "no" in quotation marks is needed, not true',
        ),
        (
            "T-yesno",
            {"value": "ja"},
            'answers.T-yesno.value: "ja" is not an answer; answers are "yes" and "no"',
        ),
        (
            "T-single",
            {"value": "guid"},
            'answers.T-single.value: "guid": no such option; did you mean "guide"?',
        ),
        (
            "T-multi",
            {"value": "law"},
            'answers.T-multi.value: a list of option keys is needed, not "law"',
        ),
        (
            "T-multi",
            {"value": ["law", "zzz"]},
            'answers.T-multi.value: "zzz": no such option; known are law, guide, web',
        ),
        ("T-multi", {"value": ["law", "law"]}, "answers.T-multi.value: an option is chosen twice"),
        (
            "T-multi",
            {"value": ["law", 1]},
            "answers.T-multi.value: a list of option keys is needed, not a list",
        ),
        (
            "T-numeric",
            {"value": "12,5"},
            "answers.T-numeric.value: write the number with a decimal point, no comma or spaces",
        ),
        (
            "T-numeric",
            {"value": 1e30},
            "answers.T-numeric.value: the number is too large to be a sensible figure",
        ),
        ("T-text", {"value": 4}, "answers.T-text.value: a text in quotation marks is needed, not 4"),
        (
            "T-level",
            {"fields": {"f_date": "1.5.2024"}},
            "answers.T-level.fields.f_date: a text is not a date; write it like 2026-11-21",
        ),
        (
            "T-level",
            {"fields": {"f_grid": {"y2031": {"filed": 1}}}},
            'answers.T-level.fields.f_grid: "y2031" is no row; rows are y2024, y2025',
        ),
        (
            "T-level",
            {"fields": {"f_grid": {"y2024": 3}}},
            'answers.T-level.fields.f_grid: row "y2024" must be an object of numbers',
        ),
        (
            "T-level",
            {"fields": {"f_dat": "2024-05-01"}},
            'answers.T-level.fields.f_dat: the question has no such field; did you mean "f_date"?',
        ),
        (
            "T-yesno",
            {"fields": {"since": "2024"}},
            "answers.T-yesno.fields.since: the question has no such field",
        ),
        (
            "T-level",
            {"state": "dont_know", "value": 2},
            "answers.T-level: has a value and a state; only one of them can be",
        ),
        (
            "T-level",
            {"state": "dontknow"},
            'answers.T-level.state: "dontknow" is not known; did you mean "dont_know"?',
        ),
        (
            "T-level",
            {"confidence": "sure"},
            'answers.T-level.confidence: "sure" is not known; known are low, medium, high',
        ),
        (
            "T-level",
            {"level": 2},
            "answers.T-level.level: no such key; known are value, state, confidence, justification",
        ),
        (
            "T-level",
            {"justifcation": "x"},
            'answers.T-level.justifcation: no such key; did you mean "justification"?',
        ),
        ("T-level", 3, "answers.T-level: an object in braces is needed, not 3"),
        (
            "T-level",
            {"evidence": [{"kind": "law"}, {"kind": "rumour"}]},
            'answers.T-level.evidence[1].kind: "rumour" is not known',
        ),
        ("T-level", {"evidence": [{"title": "x"}]}, "answers.T-level.evidence[0].kind: is missing"),
        (
            "T-level",
            {"evidence": [{"kind": "law", "page": 12}]},
            "answers.T-level.evidence[0].page: a text in quotation marks is needed, not 12",
        ),
        (
            "T-level",
            {"evidence": [{"kind": "law", "file": "../../x"}]},
            "answers.T-level.evidence[0].file: a file name without folders is needed",
        ),
        (
            "T-level",
            {"evidence": [{"kind": "law", "file": ".."}]},
            "answers.T-level.evidence[0].file: a file name without folders is needed",
        ),
        (
            "T-level",
            {"evidence": [{"kind": "law", "sha256": "abc"}]},
            "answers.T-level.evidence[0].sha256: 64 digits 0-9 a-f are needed",
        ),
        (
            "T-level",
            {"comments": {"not an id": "x"}},
            "answers.T-level.comments: a text is not the id of a check or a query",
        ),
        (
            "T-level",
            {"justification": "x" * 100_001},
            "answers.T-level.justification: longer than 100,000 characters",
        ),
        (
            "T-level",
            {"justification": "half \ud83d"},
            "answers.T-level.justification: holds half a character; the text was damaged on its way",
        ),
        (
            "T-levl",
            {"value": 1},
            'answers.T-levl: no such question in drawn 2026.1; did you mean "T-level"?',
        ),
        ("V1", {"value": 6}, "answers.V1.value: 6 is not a level; levels are 0 to 5"),
    ],
)
def test_a_fault_is_named_with_its_place(item, answer, line):
    [found] = problems_of({item: answer})
    assert found.startswith(line)


@pytest.mark.parametrize(
    ("header", "line"),
    [
        ({"country": "Kosovo"}, "assessment.country: a country is two capital letters, such as XK"),
        ({"expert": "Jo Doe"}, "assessment.expert: an expert code is 1 to 40 letters"),
        ({"expert": "E01\n"}, "assessment.expert: an expert code is 1 to 40 letters"),
        ({"revision": 0}, "assessment.revision: revisions count from 1"),
        ({"revision": "3"}, 'assessment.revision: a whole number is needed, not "3"'),
        ({"revision": True}, "assessment.revision: a whole number is needed, not true"),
        ({"status": "final"}, 'assessment.status: "final" is not known'),
        ({"round": 2026}, "assessment.round: a text in quotation marks is needed, not 2026"),
        ({"updated_at": "2026-11-21T10:15:00"}, "assessment.updated_at: not a time with its zone"),
        ({"updated_at": "2026-13-21T10:15:00Z"}, "assessment.updated_at: not a time with its zone"),
        ({"updated_at": "0001-01-01T00:00:00+14:00"}, "assessment.updated_at: not a time with its zone"),
        ({"sample": "yes"}, 'assessment.sample: true or false is needed, not "yes"'),
        ({"name": "x"}, "assessment.name: no such key"),
    ],
)
def test_a_fault_of_the_header_is_named_with_its_place(header, line):
    [found] = problems_of(header=header)
    assert found.startswith(line)


def test_every_problem_is_listed_at_once():
    answers = {"T-level": {"value": 7}, "T-yesno": {"value": 1, "x": 2}, "nowhere": {}}
    problems = problems_of(answers, {"country": "xk"}, extra=1)
    assert [line.split(":")[0] for line in problems] == [
        "extra",
        "assessment.country",
        "answers.nowhere",
        "answers.T-level.value",
        "answers.T-yesno.x",
    ]


def test_no_answer_text_stands_in_a_problem():
    secret = "A ministry official told us this in confidence"
    for answer in ({"value": secret}, {"state": secret}, {"confidence": secret}, {"evidence": secret}):
        assert secret not in " ".join(problems_of({"T-level": answer}))


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        ("wb6assess-answers/2", "newer version"),
        ("something", '"format": "wb6assess-answers/1"'),
        (None, '"format": "wb6assess-answers/1"'),
    ],
)
def test_a_file_of_another_format_is_told_apart(found, reason):
    with pytest.raises(FileError) as caught:
        read(format=found)
    assert caught.value.code is ErrorCode.FILE_FORMAT_UNKNOWN
    assert reason in str(caught.value.facts["reason"])


@pytest.mark.parametrize(
    ("found", "code", "kind"),
    [
        ("wb6assess-consolidation/1", ErrorCode.HOLDS_RESULTS, "consolidation"),
        ("wb6assess-scores/1", ErrorCode.HOLDS_RESULTS, "scores"),
        ("wb6assess-\x1b[2J", ErrorCode.HOLDS_RESULTS, "a text"),
        ("wb6assess-decisions/1", ErrorCode.HOLDS_DECISIONS, "decisions"),
        ("wb6assess-queries/1", ErrorCode.HOLDS_QUERIES, "queries"),
        ("wb6assess-part/1", ErrorCode.HOLDS_PART, "part"),
    ],
)
def test_another_file_of_this_program_is_named(found, code, kind):
    with pytest.raises(FileError) as caught:
        read(format=found)
    assert (caught.value.code, caught.value.facts["kind"]) == (code, kind)


def test_a_file_without_header_or_answers_says_so():
    with pytest.raises(FileError) as caught:
        read_document(b'{"format": "wb6assess-answers/1"}', lookup, "x.json")
    assert caught.value.problems == ("assessment: is missing",)
    with pytest.raises(FileError) as caught:
        read_document(json.dumps(WHOLE | {"answers": []}).encode(), lookup, "x.json")
    assert caught.value.problems == ("answers: an object in braces is needed, not a list",)
