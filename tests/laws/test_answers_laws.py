"""Answers files: what is written reads back the same, and equal answers have equal digests."""

import json

from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import documents, lookup
from wb6assess.exchange.answers import document_as_json, read_document, write_document
from wb6assess.exchange.digest import content_hash


@given(documents)
def test_a_written_document_reads_back_the_same(document):
    assert read_document(write_document(document), lookup, "answers.json") == document


@given(documents)
def test_writing_twice_gives_the_same_bytes(document):
    data = write_document(document)
    assert write_document(read_document(data, lookup, "answers.json")) == data


@given(documents, st.randoms(use_true_random=False))
def test_order_of_keys_and_spelling_of_characters_do_not_change_the_digest(document, random):
    def shuffled(part):
        if isinstance(part, dict):
            pairs = list(part.items())
            random.shuffle(pairs)
            return {key: shuffled(value) for key, value in pairs}
        return [shuffled(item) for item in part] if isinstance(part, list) else part

    data = json.dumps(shuffled(document_as_json(document)), ensure_ascii=random.random() < 0.5)
    again = read_document(data.encode(), lookup, "answers.json")
    assert content_hash(again) == content_hash(document)
