# ruff: noqa: E501 - tables of mistakes read best with one mistake a line
"""Text keys, digests of the English, and translation files with mistakes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.instruments.texts import LINES
from wb6assess.errors import InstrumentError
from wb6assess.instruments.reader import read_instrument
from wb6assess.instruments.translations import (
    Translation,
    read_translation,
    text_digest,
    text_keys,
    translated,
)

ENGLISH = read_instrument(LINES, "instrument.yaml")
KEYS = text_keys(ENGLISH)


def file_of(
    texts: dict[str, str], *, version: str = "2026.1", sources: dict[str, str] | None = None
) -> Translation:
    return Translation("small", version, "sq", "draft", texts, sources or {})


def test_every_text_has_a_key() -> None:
    assert KEYS["title"] == "A small questionnaire"
    assert KEYS["intro"] == "Answer what you know."
    assert KEYS["sources.ACT-1.status"] == "in force"
    assert KEYS["P-1.why"] == "Nothing works without it."
    assert KEYS["P-1.1.question"] == "Is an act in force?"
    assert KEYS["P-1.1.levels.5"] == "applied"
    assert KEYS["P-1.1.fields.basis.options.in_force"] == "In force"
    assert KEYS["P-1.1.fields.cases.rows.2024"] == "2024"
    assert KEYS["P-1.1.fields.cases.columns.filed"] == "Filed"
    assert KEYS["P-1.2.caps.0.because"] == "only a draft exists"
    assert KEYS["P-1.3.na_for.XK"] == "not a member of the organisation"
    assert KEYS["P-2.1.options.audit"] == "Audits"
    assert KEYS["P-2.2.unit"] == "days"
    assert KEYS["X1.message"] == "These two cannot both be true."
    assert KEYS["ready.title"] == "Readiness"
    assert KEYS["V-1.text"] == "A country with a draft."
    assert KEYS["C-1.options.will"] == "Will"
    assert "P-1.2.guide" not in KEYS


def test_a_full_translation_leaves_nothing_in_english() -> None:
    found = translated(ENGLISH, "sq", file_of({key: f"» {text}" for key, text in KEYS.items()}))
    assert found.untranslated == frozenset()
    assert set(text_keys(found)) == set(KEYS)
    assert all(text.startswith("» ") for text in text_keys(found).values())


@given(st.sets(st.sampled_from(sorted(KEYS))))
def test_what_is_missing_is_english_and_named(missing: set[str]) -> None:
    texts = {key: f"» {text}" for key, text in KEYS.items() if key not in missing}
    found = translated(ENGLISH, "sq", file_of(texts))
    assert found.untranslated == missing
    assert text_keys(found) == {
        key: text if key in missing else f"» {text}" for key, text in KEYS.items()
    }


def test_words_change_and_nothing_else() -> None:
    found = translated(ENGLISH, "sq", file_of(dict(KEYS)))
    assert replace(found, language="en") == ENGLISH


def test_a_changed_english_text_shows_the_translation_as_outdated() -> None:
    sources = {"P-1.title": text_digest("Law"), "P-2.title": text_digest("Former practice")}
    texts = {"P-1.title": "E drejta", "P-2.title": "Praktika"}
    found = translated(ENGLISH, "sq", file_of(texts, sources=sources, version="2025.1"))
    assert [pillar.title for pillar in found.pillars] == ["E drejta", "Practice"]


def test_without_a_digest_a_text_holds_for_its_version_only() -> None:
    texts = {"P-1.title": "E drejta"}
    assert translated(ENGLISH, "sq", file_of(texts)).pillars[0].title == "E drejta"
    assert translated(ENGLISH, "sq", file_of(texts, version="2025.1")).pillars[0].title == "Law"


def test_an_empty_translation_counts_as_missing() -> None:
    assert "P-1.title" in translated(ENGLISH, "sq", file_of({"P-1.title": ""})).untranslated


HEAD = 'format: wb6assess-translation/1\ninstrument: small\nversion: "2026.1"\nlanguage: sq\n'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEAD + "status: done\n", "sq.yaml:5 status: `done` is not one of draft, reviewed"),
        (HEAD + "text: {}\n", "sq.yaml:5 text: this key is not known here; did you mean `texts`?"),
        (HEAD + "texts:\n  P-1.title: 5\n", "sq.yaml:6 texts.P-1.title: `5` is read as a number; put it in quotes"),
        (HEAD + "sources: {a: xyz}\n", "sq.yaml:5 sources.a: `xyz` cannot be used; eight hexadecimal digits"),
        (HEAD.replace("sq", "albanian"), "sq.yaml:4 language: `albanian` cannot be used; a language is a tag"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_line_and_path(text: str, expected: str) -> None:
    with pytest.raises(InstrumentError) as caught:
        read_translation(text, "sq.yaml")
    assert caught.value.problems[0].startswith(expected), caught.value.problems


def test_a_right_file_is_read() -> None:
    found = read_translation(
        HEAD + "texts: {title: Një pyetësor}\nsources: {title: 0a1b2c3d}\n", "sq.yaml"
    )
    assert found.texts == {"title": "Një pyetësor"}
    assert found.sources == {"title": "0a1b2c3d"}
