"""The empty questionnaire on paper."""

from dataclasses import replace

import pytest
from pypdf import PdfReader

from exports.blank_pdf import write_blank
from tests import builders
from tests.exports import papers
from wb6assess.errors import Cancelled
from wb6assess.instruments.translations import Translation, text_keys, translated
from wb6assess.model.conditions import AnswerRef, Compare, Op
from wb6assess.model.instrument import Column, Field, Instrument, Option
from wb6assess.model.vocabulary import FieldType, SkipEffect


def test_every_question_and_rung_is_there(tmp_path, small_instrument, small_framework):
    target = tmp_path / "blank.pdf"
    write_blank(target, small_framework, small_instrument)
    text = papers.words(target)
    for indicator in small_instrument.indicators():
        assert indicator.title in text
        assert indicator.question in text
        for rung in indicator.levels:
            assert rung in text
    assert all("fingerprint not filled" in page for page in papers.pages(target))
    assert all(papers.fonts_of(target).values())


def test_conditions_are_written_out(tmp_path, small_instrument, small_framework):
    target = tmp_path / "blank.pdf"
    write_blank(target, small_framework, small_instrument)
    assert "Answer only if a is at least 5." in papers.words(target)


def test_facts_of_every_kind_are_asked(tmp_path):
    options = (Option("x", "First choice"), Option("y", "Second choice"))
    fields = (
        Field("a", FieldType.SINGLE, "One of them", options=options),
        Field("b", FieldType.MULTI, "Some of them", options=options),
        Field("c", FieldType.DATE, "Since when"),
        Field("d", FieldType.NUMERIC, "How long", unit="days"),
        Field("e", FieldType.YESNO, "Is it so"),
        Field("f", FieldType.TEXT, "In words"),
        Field("g", FieldType.LEVEL, "How far"),
        Field(
            "h",
            FieldType.GRID,
            "By year",
            rows=(Column("r", "Cases"),),
            columns=(Column("2024", "Year 2024"),),
        ),
    )
    condition = Compare(AnswerRef("i"), Op.GE, 2)
    asked = builders.indicator("i", fields=fields)
    gated = builders.indicator("j", ask_if=condition, skip_effect=SkipEffect.EXCLUDE)
    instrument = builders.instrument(builders.pillar("P", asked, gated), context=fields[:1])
    target = tmp_path / "blank.pdf"
    write_blank(target, builders.framework(instrument), instrument)
    text = papers.words(target)
    for field in fields:
        assert field.label in text
    for word in ("Second choice", "in days", "Year 2024", "Cases"):
        assert word in text


def test_a_long_question_does_not_run_into_the_foot(tmp_path):
    drawn = builders.indicator("i", guide="Explained at length. " * 200)
    instrument = builders.instrument(
        builders.pillar("P", replace(drawn, question="Asked at length? " * 60))
    )
    target = tmp_path / "blank.pdf"
    write_blank(target, builders.framework(instrument), instrument)
    assert papers.words(target).count("Explained at length.") == 200


LETTERS = "ë ç š đ č ć ž Ѓ ѓ Ќ ќ Љ Њ Џ Ђ Ћ"


def questions(count: int = 8) -> Instrument:
    """Questions with facts, so that most of them go on over a page."""
    fields = tuple(Field(f"f{place}", FieldType.TEXT, f"Fact {place}") for place in range(14))
    rungs = tuple(f"Rung number {level} of the ladder" for level in range(6))
    indicators = [builders.indicator(f"i{place}", fields=fields, levels=rungs) for place in range(count)]
    return builders.instrument(builders.pillar("P", *indicators), title="Questions")


def other_language(instrument: Instrument, **texts: str) -> Instrument:
    """A translation that says "mk" before every text, or what is given for a key; "" is missing."""
    said = {key: texts.get(key, f"мк {text}") for key, text in text_keys(instrument).items()}
    translation = Translation(instrument.id, instrument.version, "mk", "draft", said, {})
    return translated(instrument, "mk", translation)


def test_two_languages_stand_side_by_side(tmp_path):
    instrument = questions(1)
    target = tmp_path / "blank.pdf"
    second = other_language(instrument, **{"i0.question": LETTERS})
    write_blank(target, builders.framework(instrument), instrument, second=second)
    text = papers.words(target)
    for level in range(6):
        assert f"Rung number {level} of the ladder" in text
        assert f"мк Rung number {level} of the ladder" in text
    assert LETTERS in text
    assert "Fact 3 / мк Fact 3" in text
    assert "English / македонски" in text
    assert "(en)" not in text


def test_what_is_not_translated_is_marked(tmp_path):
    instrument = questions(1)
    target = tmp_path / "blank.pdf"
    second = other_language(instrument, **{"i0.levels.2": "", "i0.fields.f3.label": ""})
    write_blank(target, builders.framework(instrument), instrument, second=second)
    text = papers.words(target)
    assert text.count("Rung number 2 of the ladder") == 2
    assert "Rung number 2 of the ladder (en)" in text
    assert "Fact 3 (en)" in text
    assert text.count("(en)") == 2


@pytest.mark.parametrize("large", [False, True])
def test_no_ladder_is_split_and_no_heading_stands_alone(tmp_path, large):
    instrument = questions()
    target = tmp_path / "blank.pdf"
    write_blank(target, builders.framework(instrument), instrument, large=large)
    for page in papers.pages(target):
        counts = {page.count(f"Rung number {level} of the ladder") for level in range(6)}
        assert len(counts) == 1
    assert papers.orphan_heads(target) == []
    assert papers.outside_marks(target) == []


def test_facts_follow_their_question_and_pages_say_what_goes_on(tmp_path):
    instrument = questions()
    target = tmp_path / "blank.pdf"
    write_blank(target, builders.framework(instrument), instrument)
    pages = papers.pages(target)
    # A question with its facts takes more than one page, but not two.
    assert len(pages) < 2 * len(instrument.by_id)
    assert any("continued" in page for page in pages)


def test_nothing_to_be_read_is_small_in_large_type(tmp_path):
    instrument = questions(1)
    target = tmp_path / "blank.pdf"
    write_blank(target, builders.framework(instrument), instrument, large=True)
    sizes = papers.sizes_in_marks(target)
    assert min(sizes) >= 11
    assert {14.0, 13.5} <= sizes


def test_the_same_questionnaire_gives_the_same_bytes(tmp_path):
    instrument = questions(3)
    framework, second = builders.framework(instrument), other_language(instrument)
    for name in ("a.pdf", "b.pdf"):
        write_blank(tmp_path / name, framework, instrument, second=second)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_bookmarks_lead_to_pillars_and_questions(tmp_path):
    instrument = questions(2)
    target = tmp_path / "blank.pdf"
    write_blank(target, builders.framework(instrument), instrument)
    outline = PdfReader(target).outline
    assert [entry["/Title"] for entry in outline[2]] == ["i0 Title of i0", "i1 Title of i1"]


def test_stopping_leaves_nothing(tmp_path):
    class Stop:
        def step(self, done: int, total: int, what: str = "") -> None:
            raise Cancelled

    instrument = questions(2)
    with pytest.raises(Cancelled):
        write_blank(tmp_path / "blank.pdf", builders.framework(instrument), instrument, Stop())
    assert list(tmp_path.iterdir()) == []
