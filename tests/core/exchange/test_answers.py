"""Answers as JSON: what is read, and how it is written."""

import copy
import json
from datetime import UTC, datetime

import pytest

from tests.core.exchange.answer_files import WHOLE, read
from tests.strategies import EVERY_TYPE, lookup
from wb6assess.errors import FileError
from wb6assess.exchange.answers import answers_from_json, read_document, write_document
from wb6assess.exchange.digest import content_hash
from wb6assess.model.assessment import Answer, Confidence, Document, Evidence, Identity, Status
from wb6assess.model.assessment import SpecialState as State


def test_a_whole_file_is_read():
    given = {
        "value": 3,
        "confidence": "high",
        "justification": "Neni 4",
        "evidence": [{"kind": "law", "citation": "04/L-220", "page": "12"}],
        "fields": {"f_date": "2024-05-01"},
        "comments": {"X1": "Still true"},
    }
    document = read({"T-level": given, "T-yesno": {"state": "dont_know"}}, {"sample": True})
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
    value = read({"T-numeric": {"value": raw}}).answers["T-numeric"].value
    assert (value, type(value)) == (held, type(held))


@pytest.mark.parametrize("raw", [3, 3.0])
def test_a_level_is_the_same_number_with_and_without_a_decimal_point(raw):
    value = read({"T-level": {"value": raw}}).answers["T-level"].value
    assert (value, type(value)) == (3, int)


def test_choices_stand_in_the_order_of_the_questionnaire():
    assert read({"T-multi": {"value": ["web", "law"]}}).answers["T-multi"].value == ("law", "web")


def test_texts_are_composed_and_have_one_kind_of_line_end():
    answer = {"justification": "c\u030c\r\nx\x0b\x00y\ttab"}
    assert read({"T-level": answer}).answers["T-level"].justification == "č\nxy\ttab"


@pytest.mark.parametrize("value", [-5, 5000])
def test_a_soft_fault_is_kept_for_the_findings_to_show(value):
    assert read({"T-numeric": {"value": value}}).answers["T-numeric"].value == value


def test_nothing_said_is_no_answer():
    given = {"T-level": {}, "T-text": {"value": "", "justification": "", "evidence": [], "state": None}}
    assert read(given).answers == {}


def test_a_time_with_an_offset_is_kept_in_utc():
    document = read(header={"updated_at": "2026-11-21T12:15:00+02:00"})
    assert document.updated_at == datetime(2026, 11, 21, 10, 15, tzinfo=UTC)


def test_the_identifier_and_the_time_may_be_left_out():
    content = copy.deepcopy(WHOLE)
    del content["assessment"]["id"], content["assessment"]["updated_at"]
    document = read_document(json.dumps(content).encode(), lookup, "x.json")
    assert document.assessment_id == ""


def test_equal_answers_written_differently_have_one_digest():
    first = read({"T-multi": {"value": ["web", "law"]}, "T-numeric": {"value": "1.50"}, "T-level": {}})
    second = read({"T-numeric": {"value": 1.5}, "T-multi": {"value": ["law", "web"], "evidence": []}})
    assert content_hash(first) == content_hash(second)


def test_answers_alone_are_read_for_the_store():
    assert answers_from_json({"T-level": {"value": 2}}, EVERY_TYPE) == {"T-level": Answer(2)}
    with pytest.raises(FileError) as caught:
        answers_from_json({"T-level": {"value": 9}}, EVERY_TYPE)
    assert caught.value.problems == ("answers.T-level.value: 9 is not a level; levels are 0 to 5",)


def test_written_files_are_sorted_readable_and_end_with_a_line():
    data = write_document(read({"T-text": {"value": "Zaštita"}, "T-level": {"value": 0}}))
    assert data.endswith(b"}\n")
    assert "Zaštita".encode() in data
    assert list(json.loads(data)["answers"]) == ["T-level", "T-text"]
    assert json.loads(data)["answers"]["T-level"] == {"value": 0}
