"""What is written as YAML reads back the same."""

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.instruments.texts import LINES
from wb6assess.instruments.library import Library
from wb6assess.instruments.reader import read_framework, read_instrument
from wb6assess.instruments.source import parse
from wb6assess.instruments.translations import Translation, read_translation, text_digest
from wb6assess.instruments.writer import (
    write_framework,
    write_instrument,
    write_translation,
    yaml_text,
)

QUESTIONNAIRES = Path(__file__).parents[3] / "questionnaires"

texts = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Z"), include_characters="\n "),
    max_size=150,
).map(lambda text: unicodedata.normalize("NFC", text)) | st.sampled_from(
    [
        "yes",
        "No",
        "null",
        "~",
        "08",
        "1e3",
        "2026-09-30",
        "1:30",
        "a: b",
        "a #b",
        "- a",
        "č ž",
        "=",
        "<<",
    ]
)
numbers = st.integers(-(10**9), 10**9) | st.floats(-1e6, 1e6).map(lambda value: value or 0.0)
data = st.recursive(
    texts | numbers | st.booleans(),
    lambda parts: st.lists(parts, max_size=4) | st.dictionaries(texts, parts, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(texts, data, min_size=1, max_size=4))
def test_data_read_back_the_same(written):
    source = parse(yaml_text(written), "written")
    assert source.data == written
    assert not source.problems


@pytest.mark.parametrize("item", Library(QUESTIONNAIRES).ids())
def test_shipped_questionnaires_read_back_equal(item):
    library = Library(QUESTIONNAIRES)
    before = library.instrument(item)
    others = [library.instrument(other) for other in library.ids() if other != item]
    foreign = frozenset(known for other in others for known in other.answerable())
    after = read_instrument(write_instrument(before), "written", foreign)
    assert replace(after, digest="") == replace(before, digest="")


def test_every_key_of_the_format_reads_back():
    before = read_instrument("".join(LINES), "small")
    text = write_instrument(before)
    after = read_instrument(text, "written")
    assert replace(after, digest="") == replace(before, digest="")
    assert write_instrument(after) == text


def test_the_text_looks_as_authors_write_it():
    text = yaml_text(
        {
            "id": "x",
            "version": "2026.1",
            "question": "word " * 30 + "end",
            "ask_if": {"field": "basis", "op": "eq", "value": "yes"},
            "fields": [{"id": "a", "type": "date", "label": "Since"}],
        }
    )
    assert 'version: "2026.1"\n' in text
    assert "question: >-\n  word word" in text
    assert 'ask_if: {field: basis, op: eq, value: "yes"}\n' in text
    assert "fields:\n  - {id: a, type: date, label: Since}\n" in text
    assert max(map(len, text.splitlines())) <= 101


def test_a_translation_and_a_framework_read_back_equal(small_framework):
    translation = Translation(
        "small", "2026.1", "sq", "draft", {"P-1.title": "Ligji"}, {"P-1.title": text_digest("Law")}
    )
    assert read_translation(write_translation(translation), "sq.yaml") == translation
    assert read_framework(write_framework(small_framework), "framework.yaml") == small_framework
