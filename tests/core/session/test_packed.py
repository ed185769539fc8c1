"""Answers of many files are kept packed: the same to everybody, and a small part of the memory."""

import json
import pickle
import tracemalloc
from dataclasses import replace

import pytest
from hypothesis import given

from exports.incoming import read_incoming
from tests.strategies import documents
from wb6assess.exchange.answers import document_as_json
from wb6assess.exchange.digest import content_hash
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer, Document, Evidence, Identity, Status
from wb6assess.session.desk.consolidation import collect, consolidate
from wb6assess.session.desk.packed import PackedAnswers, packed, said
from wb6assess.settings import questionnaires_folder


@given(documents)
def test_packed_answers_are_the_same_to_whoever_looks(document):
    small = packed(document)
    assert small == document
    assert content_hash(small) == content_hash(document)
    assert list(small.answers) == list(document.answers)
    assert list(small.answers.values()) == list(document.answers.values())
    assert [small.answers[item] for item in small.answers] == list(document.answers.values())
    assert len(small.answers) == len(document.answers)


def test_what_was_not_answered_is_not_there():
    answers = PackedAnswers({"A-1": Answer(3)})
    assert "A-1" in answers
    assert "A-2" not in answers
    assert answers.get("A-2") is None
    with pytest.raises(KeyError):
        answers["A-2"]


@given(documents)
def test_what_was_said_is_told_without_unpacking(document):
    reworded = {item: replace(given, justification="x") for item, given in document.answers.items()}
    assert said(packed(document).answers) == said(document.answers) == said(reworded)


def test_another_value_is_another_thing_said():
    one, two, state = ({"A-1": answer} for answer in (Answer(3), Answer(4), Answer(state="dk")))
    assert len({said(one), said(two), said(PackedAnswers(state))}) == 3


@given(documents)
def test_packed_answers_travel_to_other_processes(document):
    small = packed(document)
    assert pickle.loads(pickle.dumps(small)) == document


def _long(number):
    """A whole questionnaire with reasons, facts and evidence, different for each expert."""
    library = Library(questionnaires_folder())
    instrument = library.instrument("fdi-screening")
    words = f"Sample reason {number}, written as such reasons are. " * 4
    evidence = (Evidence("law", f"Sample law {number}", "Article 1"),)
    return {
        item: Answer((number + place) % 6, justification=words, evidence=evidence)
        for place, item in enumerate(instrument.by_id)
    }


def _file(folder, number):
    country = ("AL", "BA", "ME", "MK", "RS", "XK")[number % 6]
    identity = Identity(country, "fdi-screening", "2026.1", "2026", f"E{number:03}")
    document = Document(identity, 1, Status.SUBMITTED, _long(number))
    path = folder / f"{number:03}.json"
    path.write_text(json.dumps(document_as_json(document)), encoding="utf-8")
    return path


def test_a_further_file_takes_a_few_kilobytes_of_memory(tmp_path):
    """What does not grow (questionnaires, rules) is there before; each answer unpacked takes 1.3 kB."""
    files = [_file(tmp_path, number) for number in range(48)]
    library = Library(questionnaires_folder())
    _retained(files[:12], library)
    few, many = _retained(files[:12], library), _retained(files, library)
    assert (many - few) / (len(files) - 12) < 10_000


def _retained(files, library):
    """Bytes a result holds."""
    tracemalloc.start()
    try:
        result = consolidate(collect(files, library, read=read_incoming))
        assert len(result.effective) == len(files)
        return tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
