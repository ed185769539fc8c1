"""Questionnaires as XLSForms: what stands where, and that pyxform takes them."""

from dataclasses import replace
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from exports.xlsform.reader import read_xlsform
from exports.xlsform.writer import write_xlsform
from tests.builders import LADDER, framework, indicator, instrument, pillar
from tests.core.instruments.texts import LINES
from tests.exports.xlsforms import xform_of
from wb6assess.instruments.library import Library
from wb6assess.instruments.reader import read_instrument
from wb6assess.instruments.translations import Translation, translated
from wb6assess.model.conditions import AnswerRef, Compare, CountryIs, FieldRef, Op
from wb6assess.model.instrument import Check, Column, Field, Instrument, Option, Vignette
from wb6assess.model.vocabulary import FieldType, IndicatorType, Severity, SkipEffect

QUESTIONNAIRES = Path(__file__).parents[2] / "questionnaires"


def rows(path: Path, sheet: str) -> list[dict[str, str]]:
    """Rows of a sheet by head, empty cells left out."""
    heads, *body = CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python()
    return [
        {str(h): str(cell) for h, cell in zip(heads, row, strict=True) if cell != ""} for row in body
    ]


def named(path: Path, name: str) -> dict[str, str]:
    return next(row for row in rows(path, "survey") if row.get("name") == name)


@pytest.fixture
def full() -> Instrument:
    """Every key of the format at least once."""
    return read_instrument("".join(LINES), "small")


def written(tmp_path: Path, content: Instrument, **translations: Instrument) -> Path:
    path = tmp_path / "form.xlsx"
    write_xlsform(path, framework(content), content, translations)
    return path


@pytest.mark.parametrize("item", Library(QUESTIONNAIRES).ids())
def test_shipped_questionnaires_convert_and_come_back_equal(tmp_path, item):
    library = Library(QUESTIONNAIRES)
    content = library.instrument(item)
    path = tmp_path / "form.xlsx"
    omitted = write_xlsform(path, library.framework, content)
    assert all("is asked elsewhere" in line for line in omitted)
    xform, warnings = xform_of(path)
    assert warnings == []
    assert xform.count("<repeat") == len(content.by_id)
    back = read_xlsform(path, 2026)
    assert back.losses == ()
    assert replace(back.instrument, digest="") == replace(content, digest="")


def test_every_key_of_the_format_comes_back(tmp_path, full):
    path = written(tmp_path, full)
    assert xform_of(path)[1] == []
    back = read_xlsform(path, 2026)
    assert replace(back.instrument, digest="") == replace(full, digest="")
    assert back.losses == ()


def test_an_indicator_is_a_choice_of_its_levels_with_scores(tmp_path, full):
    path = written(tmp_path, full)
    row = named(path, "P-1.1")
    assert row["type"] == "select_one P-1.1_levels"
    assert row["label::English (en)"] == "Is an act in force?"
    assert row["guidance_hint::English (en)"] == "Bills do not count."
    ladder = [choice for choice in rows(path, "choices") if choice["list_name"] == "P-1.1_levels"]
    assert [(choice["name"], choice["score"]) for choice in ladder] == [
        (str(level), str(20 * level)) for level in range(6)
    ]
    assert named(path, "P-1")["type"] == "begin_group"


def test_companions_carry_the_id(tmp_path, full):
    path = written(tmp_path, full)
    kinds = {name: named(path, f"P-1.1__{name}")["type"] for name in ("why", "conf", "ev", "state")}
    assert kinds == {
        "why": "text",
        "conf": "select_one wb6_confidence",
        "ev": "begin_repeat",
        "state": "select_one wb6_states_na_dk",
    }


def test_a_condition_asks_while_it_is_unknown(tmp_path, full):
    path = written(tmp_path, full)
    assert named(path, "P-1.2")["relevant"] == "${P-1.1} = '' or ${P-1.1} >= 2"
    assert named(path, "P-1.1__since")["relevant"] == (
        "${P-1.1__basis} = '' or ${P-1.1__basis} = 'in_force'"
    )


def test_a_grid_is_a_group_of_numbers(tmp_path, full):
    path = written(tmp_path, full)
    assert named(path, "P-1.1__cases")["type"] == "begin_group"
    cell = named(path, "P-1.1__cases__2024__filed")
    assert (cell["type"], cell["label::English (en)"]) == ("decimal", "2024: Filed")


def test_checks_are_notes_and_blocking_ones_stop(tmp_path, full):
    path = written(tmp_path, full)
    blocking, comment = named(path, "X1"), named(path, "X2")
    assert (blocking["type"], blocking["required"]) == ("note", "yes")
    assert "required" not in comment
    assert named(path, "X2__comment")["relevant"] == comment["relevant"]
    assert "count-non-empty(${P-1.1__ev__kind}) > 0" in blocking["relevant"]


def test_numbers_have_their_bounds_and_exclusive_choices_stay_alone(tmp_path, full):
    path = written(tmp_path, full)
    number = named(path, "P-2.2")
    assert (number["type"], number["constraint"]) == ("decimal", ". >= 0 and . <= 900")
    assert number["hint::English (en)"] == "days"
    tools = named(path, "P-2.1")["constraint"]
    assert tools == "(not(selected(., 'nothing')) or count-selected(.) = 1)"


def test_a_country_where_a_question_does_not_exist_reads_why(tmp_path, full):
    path = written(tmp_path, full)
    assert named(path, "P-1.3__na__XK")["relevant"] == "${wb6_country} = 'XK'"
    assert named(path, "P-1.3")["relevant"] == "${wb6_country} != 'XK'"


def test_names_that_meet_are_numbered_and_still_come_back(tmp_path):
    fields = (Field("why", FieldType.TEXT, "Why?"), Field("a.b", FieldType.TEXT, "B"))
    content = instrument(
        pillar(
            "P",
            indicator("A", fields=fields),
            indicator("A__why"),
            indicator("a__CONF"),
            indicator("data", fields=(Field("x", FieldType.DATE, "X"),)),
            indicator("wb6_country"),
        )
    )  # fmt: skip
    path = written(tmp_path, content)
    assert xform_of(path)[1] == []
    assert named(path, "A__why")["wb6_role"] == "answer"
    assert replace(read_xlsform(path, 2026).instrument, digest="") == content


def test_texts_that_survey_tools_would_take_for_references_come_back(tmp_path):
    words = 'Costs ${price} & <b>"more"</b>\n\nsecond – č Ж'
    content = instrument(
        replace(pillar("P", indicator("A", question=words, guide="3")), title="1e3"), title="007"
    )
    path = written(tmp_path, content)
    xform_of(path)
    assert replace(read_xlsform(path, 2026).instrument, digest="") == content


def test_a_form_in_several_languages_comes_back_with_its_translations(tmp_path, full):
    texts = {
        "P-1.title": "Ligji",
        "P-1.1.levels.2": "projekt",
        "P-1.1.fields.basis.options.none": "Asgjë",
        "sources.ACT-1.title": "Akti i parë",
        "X1.message": "Këto nuk pajtohen.",
        "P-1.2.caps.0.because": "ekziston vetëm një projekt",
        "P-1.3.na_for.XK": "nuk është anëtare",
    }
    albanian = translated(full, "sq", Translation("small", "2026.1", "sq", "draft", texts, {}))
    path = written(tmp_path, full, sq=albanian)
    assert named(path, "P-1")["label::Shqip (sq)"] == "Ligji"
    assert named(path, "P-2")["label::Shqip (sq)"] == "Practice"
    assert xform_of(path)[1] == []
    back = read_xlsform(path, 2026)
    assert [item.language for item in back.translations] == ["sq"]
    assert back.translations[0].texts == texts
    assert translated(back.instrument, "sq", back.translations[0]).pillars == albanian.pillars


def test_what_a_form_cannot_say_is_named_and_kept(tmp_path):
    elsewhere = Check("X", Compare(FieldRef("CYB-1.1", "n"), Op.GT, 3), Severity.WARN, "Odd.", ("A",))
    content = instrument(pillar("P", indicator("A")), checks=(elsewhere,))
    path = tmp_path / "form.xlsx"
    omitted = write_xlsform(path, framework(content), content)
    assert omitted == ("X: CYB-1.1.n is asked elsewhere",)
    assert not [row for row in rows(path, "survey") if row.get("wb6_role") in {"check", "checks"}]
    assert replace(read_xlsform(path, 2026).instrument, digest="") == content


def test_a_condition_on_a_skipped_indicator_looks_at_whether_it_is_asked(tmp_path):
    skip = {"skip_effect": SkipEffect.EXCLUDE}
    content = instrument(
        pillar(
            "P",
            indicator("A"),
            indicator("B", ask_if=Compare(AnswerRef("A"), Op.GE, 2), **skip),
            indicator("C", ask_if=Compare(AnswerRef("B"), Op.GE, 3), **skip),
            indicator("D", ask_if=Compare(AnswerRef("C"), Op.GE, 1), **skip),
        )
    )
    path = written(tmp_path, content)
    assert named(path, "C")["relevant"] == (
        "${B} >= 3 or ((${B} = '' or ${B} >= 3) and ${B__asked} = 1)"
    )
    assert named(path, "B__asked")["calculation"] == "if(${A} = '' or ${A} >= 2, 1, 0)"
    assert xform_of(path)[1] == []


def test_all_types_of_context_questions_and_vignettes_come_back(tmp_path):
    options = (Option("one", "One"), Option("none", "None of these", exclusive=True))
    grid = {"rows": (Column("y1", "Year 1"),), "columns": (Column("c", "Count"),)}
    content = instrument(
        pillar("P", indicator("A"), indicator("V", IndicatorType.VIGNETTE)),
        vignettes=(Vignette("W", "A land", "It has laws.", "A"), Vignette("W2", "B", "Text.", "V")),
        context=(
            Field("C1", FieldType.MULTI, "Which?", options, ask_if=CountryIs(("XK",))),
            Field("C2", FieldType.GRID, "Counts", unit="cases", plausible=(0, 10), **grid),
            Field("C3", FieldType.LEVEL, "How far?", levels=LADDER, na_for={"AL": "never there"}),
            Field("C4", FieldType.NUMERIC, "How many?", unit="people", plausible=(0.5, 1e15)),
            Field("C5", FieldType.YESNO, "Is it so?", sensitive=True),
        ),
    )
    path = written(tmp_path, content)
    assert xform_of(path)[1] == []
    assert named(path, "W")["type"] == "select_one A_levels"
    assert named(path, "W2")["type"] == "select_one wb6_levels"
    assert named(path, "C4")["constraint"] == ". >= 0.5 and . <= 1000000000000000"
    assert replace(read_xlsform(path, 2026).instrument, digest="") == content


def test_equal_questionnaires_give_equal_bytes(tmp_path, full):
    first = written(tmp_path, full).read_bytes()
    assert written(tmp_path, full).read_bytes() == first
