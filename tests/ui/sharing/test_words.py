"""Which words are set apart between two texts, and how part files are called."""

from hypothesis import given
from hypothesis import strategies as st

from ui.sharing.part_files import part_names
from ui.sharing.word_diff import changed_words
from wb6assess.model.assessment import Identity

TOKENS = ["law", "by-law", "2024", "is", "ë𝒜", "missing", ",", "\n"]
WORDS = st.lists(st.sampled_from(TOKENS), max_size=30)
KEY = Identity("AL", "fdi-screening", "2026.1", "2026", "E07")


def cut(text, spans):
    return [text[start : start + length] for start, length in spans]


def without(text, spans):
    for start, length in reversed(spans):
        text = text[:start] + text[start + length :]
    return "".join(text.split())


def test_changed_words_are_found_whole():
    one, other = "Adopted in 2024, not published.", "Adopted in 2025 and published."
    ours, theirs = changed_words(one, other)
    assert cut(one, ours) == ["2024, not"]
    assert cut(other, theirs) == ["2025 and"]


def test_nothing_is_set_apart_where_one_text_is_missing():
    assert changed_words("", "Adopted.") == ((), ())


def test_texts_too_long_to_compare_are_left_plain():
    assert changed_words("a " * 4_000, "b " * 4_000) == ((), ())


@given(WORDS, WORDS)
def test_what_is_not_set_apart_is_the_same_in_both(one, other):
    ours, theirs = " ".join(one), " ".join(other)
    found = changed_words(ours, theirs)
    if any(found):
        assert without(ours, found[0]) == without(theirs, found[1])


def test_every_colleague_gets_a_file_of_another_name():
    names = part_names(KEY, ["Ana", "ANA", "../../x", "Ћирилица", "!!!"])
    assert names["Ana"] == "fdi-screening_AL_E07_Ana.wb6part.json"
    assert names["../../x"] == "fdi-screening_AL_E07_x.wb6part.json"
    assert "Ћирилица" in names["Ћирилица"]
    assert len({name.casefold() for name in names.values()}) == len(names)
    assert not any("/" in name for name in names.values())
