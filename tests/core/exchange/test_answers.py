"""Reading answers.json: every fault is refused by name, all of them at once."""

import copy
import json
from datetime import UTC, datetime

import pytest

from tests.strategies import EVERY_TYPE, lookup
from wb6assess.errors import ErrorCode, FileError
from wb6assess.exchange.answers import answers_from_json, read_document, write_document
from wb6assess.exchange.digest import content_hash
from wb6assess.model.assessment import Answer, Confidence, Document, Evidence, Identity, Status
from wb6assess.model.assessment import SpecialState as State

HEADER = {
    "id": "0198c1de",
    "country": "XK",
    "instrument": "drawn",
    "instrument_version": "2026.1",
    "round": "2026",
    "expert": "E01",
    "revision": 3,
    "status": "submitted",
    "updated_at": "2026-11-21T10:15:00Z",
}
WHOLE = {"format": "wb6assess-answers/1", "assessment": HEADER, "answers": {}}


def _file(answers=None, header=None, **top):
    content = copy.deepcopy(WHOLE) | top
    content["assessment"] |= header or {}
    content["answers"] = answers or {}
    return json.dumps(content).encode()


def _read(*args, **kwargs) -> Document:
    return read_document(_file(*args, **kwargs), lookup, "x.json")


def _problems(*args, **kwargs) -> tuple[str, ...]:
    with pytest.raises(FileError) as caught:
        _read(*args, **kwargs)
    assert caught.value.code is ErrorCode.ANSWERS_INVALID
    return caught.value.problems


def test_a_whole_file_is_read():
    given = {
        "value": 3,
        "confidence": "high",
        "justification": "Neni 4",
        "evidence": [{"kind": "law", "citation": "04/L-220", "page": "12"}],
        "fields": {"f_date": "2024-05-01"},
        "comments": {"X1": "Still true"},
    }
    document = _read({"T-level": given, "T-yesno": {"state": "dont_know"}}, {"sample": True})
    assert document == Document(
        Identity("XK", "drawn", "2026.1", "2026", "E01"),
        3,
        Status.SUBMITTED,
        {
            "T-level": Answer(
                3,
                None,
                Confidence.HIGH,
                "Neni 4",
                (Evidence("law", citation="04/L-220", page="12"),),
                {"f_date": "2024-05-01"},
                {"X1": "Still true"},
            ),
            "T-yesno": Answer(state=State.DONT_KNOW),
        },
        "0198c1de",
        datetime(2026, 11, 21, 10, 15, tzinfo=UTC),
        sample=True,
    )


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
    [found] = _problems({item: answer})
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
    [found] = _problems(header=header)
    assert found.startswith(line)


def test_every_problem_is_listed_at_once():
    answers = {"T-level": {"value": 7}, "T-yesno": {"value": 1, "x": 2}, "nowhere": {}}
    problems = _problems(answers, {"country": "xk"}, extra=1)
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
        assert secret not in " ".join(_problems({"T-level": answer}))


@pytest.mark.parametrize(
    ("raw", "held"),
    [
        (3, 3),
        (3.0, 3),
        (-0.0, 0),
        (0.1, "0.1"),
        (1e-7, "0.0000001"),
        ("1.50", "1.5"),
        ("3.0", 3),
        ("-0", 0),
        ("12", 12),
        (9007199254740993, 9007199254740993),
        ("9007199254740993", 9007199254740993),
    ],
)
def test_numbers_have_one_form_however_they_were_written(raw, held):
    value = _read({"T-numeric": {"value": raw}}).answers["T-numeric"].value
    assert (value, type(value)) == (held, type(held))


@pytest.mark.parametrize("raw", [3, 3.0])
def test_a_level_is_the_same_number_with_and_without_a_decimal_point(raw):
    value = _read({"T-level": {"value": raw}}).answers["T-level"].value
    assert (value, type(value)) == (3, int)


def test_choices_stand_in_the_order_of_the_questionnaire():
    assert _read({"T-multi": {"value": ["web", "law"]}}).answers["T-multi"].value == ("law", "web")


def test_texts_are_composed_and_have_one_kind_of_line_end():
    answer = {"justification": "c\u030c\r\nx\x0b\x00y\ttab"}
    assert _read({"T-level": answer}).answers["T-level"].justification == "č\nxy\ttab"


@pytest.mark.parametrize("value", [-5, 5000])
def test_a_soft_fault_is_kept_for_the_findings_to_show(value):
    assert _read({"T-numeric": {"value": value}}).answers["T-numeric"].value == value


def test_nothing_said_is_no_answer():
    given = {"T-level": {}, "T-text": {"value": "", "justification": "", "evidence": [], "state": None}}
    assert _read(given).answers == {}


def test_a_time_with_an_offset_is_kept_in_utc():
    document = _read(header={"updated_at": "2026-11-21T12:15:00+02:00"})
    assert document.updated_at == datetime(2026, 11, 21, 10, 15, tzinfo=UTC)


def test_the_identifier_and_the_time_may_be_left_out():
    content = copy.deepcopy(WHOLE)
    del content["assessment"]["id"], content["assessment"]["updated_at"]
    document = read_document(json.dumps(content).encode(), lookup, "x.json")
    assert document.assessment_id == ""


def test_equal_answers_written_differently_have_one_digest():
    first = _read({"T-multi": {"value": ["web", "law"]}, "T-numeric": {"value": "1.50"}, "T-level": {}})
    second = _read({"T-numeric": {"value": 1.5}, "T-multi": {"value": ["law", "web"], "evidence": []}})
    assert content_hash(first) == content_hash(second)


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
        _read(format=found)
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
        _read(format=found)
    assert (caught.value.code, caught.value.facts["kind"]) == (code, kind)


def test_a_file_without_header_or_answers_says_so():
    with pytest.raises(FileError) as caught:
        read_document(b'{"format": "wb6assess-answers/1"}', lookup, "x.json")
    assert caught.value.problems == ("assessment: is missing",)
    with pytest.raises(FileError) as caught:
        read_document(json.dumps(WHOLE | {"answers": []}).encode(), lookup, "x.json")
    assert caught.value.problems == ("answers: an object in braces is needed, not a list",)


def test_answers_alone_are_read_for_the_store():
    assert answers_from_json({"T-level": {"value": 2}}, EVERY_TYPE) == {"T-level": Answer(2)}
    with pytest.raises(FileError) as caught:
        answers_from_json({"T-level": {"value": 9}}, EVERY_TYPE)
    assert caught.value.problems == ("answers.T-level.value: 9 is not a level; levels are 0 to 5",)


def test_written_files_are_sorted_readable_and_end_with_a_line():
    data = write_document(_read({"T-text": {"value": "Zaštita"}, "T-level": {"value": 0}}))
    assert data.endswith(b"}\n")
    assert "Zaštita".encode() in data
    assert list(json.loads(data)["answers"]) == ["T-level", "T-text"]
    assert json.loads(data)["answers"]["T-level"] == {"value": 0}
