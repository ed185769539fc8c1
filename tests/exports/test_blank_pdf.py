"""The empty questionnaire on paper."""

from dataclasses import replace

from exports.blank_pdf import write_blank
from tests import builders
from tests.exports import papers
from wb6assess.model.conditions import AnswerRef, Compare, Op
from wb6assess.model.instrument import Column, Field, FieldType, Option, SkipEffect


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
