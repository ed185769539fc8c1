"""The pseudo-language: longer words, letters of the region, placeholders untouched; only on request."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.instruments.texts import LINES
from wb6assess.errors import ErrorCode, InstrumentError
from wb6assess.instruments.library import Library
from wb6assess.instruments.pseudo import PSEUDO, pseudo_instrument, pseudo_text
from wb6assess.instruments.reader import read_instrument
from wb6assess.instruments.translations import text_keys
from wb6assess.settings import questionnaires_folder

WORDS = st.lists(st.from_regex(r"[A-Za-z]{1,12}", fullmatch=True), min_size=1, max_size=12)


@given(WORDS)
def test_a_text_is_at_least_two_fifths_longer(words: list[str]) -> None:
    text = " ".join(words)
    assert len(pseudo_text(text)) >= 1.4 * len(text)


@pytest.mark.parametrize(
    "kept", ["{time}", "{}", "%n", "%1", "FDI-1.1", "2026", "<b>", "https://a.eu/b?c", "(*.xlsx *.json)"]
)
def test_what_is_filled_in_or_meant_for_programs_stays(kept: str) -> None:
    assert f" {kept} " in pseudo_text(f"Saved at {kept} today")


def test_the_key_of_a_menu_stays_before_its_letter() -> None:
    assert re.match(r"&Š", pseudo_text("&Search"))


@pytest.mark.parametrize("text", ["", " ", "5", "{n}", "·"])
def test_a_text_without_words_stays(text: str) -> None:
    assert pseudo_text(text) == text


def test_every_text_of_a_questionnaire_is_in_it_and_nothing_else_changes() -> None:
    english = read_instrument(LINES, "instrument.yaml")
    shown = pseudo_instrument(english)
    assert shown.language == PSEUDO
    assert shown.untranslated == frozenset()
    assert list(text_keys(shown)) == list(text_keys(english))
    assert [item.caps for item in english.indicators()] != [item.caps for item in shown.indicators()]
    assert list(shown.answerable()) == list(english.answerable())
    assert shown.digest == english.digest


def test_it_is_offered_only_on_request(monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library(questionnaires_folder())
    monkeypatch.delenv("WB6ASSESS_PSEUDO", raising=False)
    assert PSEUDO not in library.languages("fdi-screening")
    with pytest.raises(InstrumentError) as caught:
        library.instrument("fdi-screening", language=PSEUDO)
    assert caught.value.code is ErrorCode.LANGUAGE_UNKNOWN
    monkeypatch.setenv("WB6ASSESS_PSEUDO", "1")
    assert library.languages("fdi-screening")[-1] == PSEUDO
    assert library.instrument("fdi-screening", language=PSEUDO).language == PSEUDO
