"""The one way a string becomes print."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports import fonts

LETTERS = "ëç ËÇ šđčćž ŠĐČĆŽ ѓќљњџ ЃЌЉЊЏ ђћ ЂЋ ѐѝ „“ – — † € №"


def test_every_letter_of_the_region_is_set_in_noto():
    assert fonts.runs(LETTERS) == [(fonts.REGULAR, LETTERS)]
    assert fonts.unprintable([LETTERS]) == 0


@pytest.mark.parametrize("sign", "−≥≤→←")
def test_signs_noto_lacks_come_from_firago(sign):
    assert fonts.runs(f"a{sign}", fonts.BOLD) == [(fonts.BOLD, "a"), ("FiraGO-Bold", sign)]


def test_signs_no_font_has_become_question_marks_and_are_counted():
    assert fonts.plain("☐ ok 漢字") == "? ok ??"
    assert fonts.unprintable(["☐ ok 漢字", "plain"]) == 3


def test_control_and_direction_characters_vanish():
    assert fonts.plain("a\x00\x07\u202eb\u200b\ufeff") == "ab"


def test_a_decomposed_letter_is_composed():
    assert fonts.plain("e\u0308") == "ë"


def test_markup_cannot_be_smuggled_in():
    assert fonts.markup('<b>&"x"</b>') == '&lt;b&gt;&amp;"x"&lt;/b&gt;'


@given(st.text(max_size=80), st.floats(12, 120))
def test_wrapping_loses_nothing_and_no_line_is_too_wide(text, room):
    lines = fonts.wrap(text, room, 8.5)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(fonts.width(line, 8.5) <= room or len(line) == 1 for line in lines)


@given(st.text(max_size=60))
def test_everything_printed_has_a_glyph(text):
    printable = fonts.glyphs() | {ord("\n")} | {ord(sign) for sign in fonts.FROM_FIRAGO}
    assert {ord(sign) for sign in fonts.plain(text)} <= printable
