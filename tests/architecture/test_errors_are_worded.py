"""Every code a person can meet has a sentence that says what happened, what it means, what to do."""

import string

import pytest

from ui.messages import SENTENCES, sentence
from wb6assess.errors import AppError, ErrorCode


@pytest.mark.parametrize("code", ErrorCode)
def test_every_code_has_a_sentence(code):
    assert code in SENTENCES
    assert SENTENCES[code].rstrip().endswith(".")
    assert "!" not in SENTENCES[code]


@pytest.mark.parametrize("code", ErrorCode)
def test_a_missing_fact_never_loses_the_sentence(code):
    names = [name for _, name, _, _ in string.Formatter().parse(SENTENCES[code]) if name]
    text = sentence(AppError(code))
    assert text
    assert "{" not in text
    for name in names:
        assert name == "problem" or f"({name})" in text


def test_several_problems_are_counted_in_the_line():
    text = sentence(AppError(ErrorCode.ANSWERS_INVALID, problems=("one", "two", "three"), path="a.json"))
    assert "one (and 2 more)" in text
    assert "\n" not in text
