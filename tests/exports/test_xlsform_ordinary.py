"""Ordinary XLSForms as questionnaires: what comes in, and what the loss report says."""

import pytest

from exports.xlsform.reader import Converted, read_xlsform
from tests.exports.xlsforms import Sheet, draw, household, xform_of
from wb6assess.errors import ErrorCode, FileError
from wb6assess.model.conditions import All, Answered, AnswerRef, Compare, Not, Op
from wb6assess.model.vocabulary import FieldType, IndicatorType, Severity

LISTS: Sheet = [
    ["list name", "name", "label"],
    ["level", 1, "Low"],
    ["level", 2, "Middle"],
    ["level", 3, "High"],
    ["only", "one", "One"],
]


@pytest.fixture
def survey(tmp_path) -> Converted:
    return read_xlsform(household(tmp_path / "household.xlsx"), 2026)


OF_THE_SURVEY = (
    *("region", "town", "members", "children", "visited", "about", "water", "sources", "daily"),
    *("hours", "remarks", "code", "person", "first_name", "age", "started", "tap", "per_head"),
    *("place", "photo", "thanks"),
)


def convert(
    tmp_path, *rows: list[object], heads: list[object] | None = None, **more: Sheet
) -> Converted:
    first = list(heads or ("type", "name", "label", "relevant", "constraint"))
    return read_xlsform(draw(tmp_path / "drawn.xlsx", survey=[first, *rows], **more), 2026)


def lines(converted: Converted) -> list[str]:
    return [str(loss) for loss in converted.losses]


def test_the_drawn_survey_is_a_form(tmp_path):
    xform_of(household(tmp_path / "household.xlsx"))


def test_groups_are_pillars_and_inner_groups_stand_in_them(survey):
    found = {item.id: [each.id for each in item.indicators] for item in survey.instrument.pillars}
    assert found == {
        "about": ["region", "town", "members", "children"],
        "water": ["sources", "daily", "hours", "remarks", "code"],
        "person": ["first_name", "age"],
    }


def test_questions_without_scores_are_informational(survey):
    region = survey.instrument.by_id["region"]
    assert (region.type, region.weight) == (IndicatorType.SINGLE, 0)
    assert {option.key: option.score for option in region.options} == {"north": 0, "south": 0}
    assert survey.instrument.by_id["sources"].type is IndicatorType.MULTI


def test_conditions_of_groups_hold_for_what_is_inside(survey):
    assert survey.instrument.by_id["hours"].ask_if == All(
        (
            Compare(AnswerRef("members"), Op.GT, 0),
            Compare(AnswerRef("sources"), Op.IN, ("tap",)),
            Compare(AnswerRef("daily"), Op.EQ, "no"),
            Compare(AnswerRef("members"), Op.GE, 2),
        )
    )


def test_constraints_are_bounds_or_checks(survey):
    assert survey.instrument.by_id["members"].plausible == (1, 30)
    check = next(item for item in survey.instrument.checks if item.about == ("children",))
    assert check.when == Compare(AnswerRef("children"), Op.GT, AnswerRef("members"))
    assert (check.severity, check.message) == (Severity.BLOCK, "No more children than people.")


def test_or_other_is_a_choice_with_a_text(survey):
    sources = survey.instrument.by_id["sources"]
    assert [option.key for option in sources.options] == ["tap", "well", "other"]
    assert sources.fields[0].ask_if == Compare(AnswerRef("sources"), Op.IN, ("other",))


def test_dates_stand_at_the_end(survey):
    assert [(item.id, item.type) for item in survey.instrument.context] == [("visited", FieldType.DATE)]


def test_an_opening_note_is_the_introduction(survey):
    assert survey.instrument.intro == "This survey is about water."


def test_other_languages_are_translations(survey):
    by_tag = {item.language: item.texts for item in survey.translations}
    assert set(by_tag) == {"sq", "sr-Cyrl"}
    assert by_tag["sq"]["members.question"] == "Sa veta jetojnë këtu?"
    assert by_tag["sr-Cyrl"]["sources.options.well"] == "Бунар"
    assert by_tag["sq"]["intro"] == "Kjo anketë është për ujin."


def test_every_row_and_column_that_has_no_place_is_named(survey):
    told = lines(survey)
    for piece in (
        "lost    survey!2 started: type start has no counterpart",
        "lost    survey!5 region: no counterpart for required",
        "lost    survey!6 town: no counterpart for choice_filter",
        "changed choices!6 -99: the name became the key `minus_99`",
        "changed survey!13 tap: an inner group; its questions stand in the outer one: “The tap”",
        "lost    survey!17 per_head: type calculate has no counterpart",
        "lost    survey!18 remarks: no counterpart for appearance",
        "lost    survey!21 person: questions are asked once here, not repeated",
        "lost    survey!25 place: type geopoint has no counterpart: “Where is the house?”",
        "lost    survey!26 photo: type image has no counterpart: “A picture of the meter”",
        "lost    survey!27 thanks: type note has no counterpart: “Thank you.”",
        "lost    choices!4 town: no counterpart for the column region of the list",
        "lost    choices!11 colours: no question uses this list",
        "lost    settings!2 style: the setting has no counterpart",
        "changed settings!2 version: version “20250412” became 2025.1",
    ):
        assert piece in told
    assert any("remarks: relevant `${per_head} > 3` cannot be kept" in line for line in told)
    assert any("code: constraint `regex(., '^[0-9]{6}$')` cannot be kept" in line for line in told)


def test_no_row_disappears(survey, tmp_path):
    """Each question of the form is in the questionnaire, and each other row in the report."""
    there = {*survey.instrument.answerable(), *(pillar.id for pillar in survey.instrument.pillars)}
    named = {loss.name for loss in survey.losses}
    for name in OF_THE_SURVEY:
        assert name in there | named


def test_questions_outside_groups_make_a_pillar(tmp_path):
    back = convert(tmp_path, ["text", "a", "What?"], ["begin_group", "g", "G"], ["text", "b", "And?"],
                   ["end_group"], ["text", "c", "Else?"])  # fmt: skip
    assert [(item.id, len(item.indicators)) for item in back.instrument.pillars] == [
        ("general", 1),
        ("g", 1),
        ("general_2", 1),
    ]


def test_order_of_numbered_choices_becomes_a_list(tmp_path):
    back = convert(
        tmp_path,
        ["select_one level", "a", "How?"],
        ["text", "b", "Why?", "${a} >= 2"],
        ["text", "c", "Why not?", "${a} = '1'"],
        choices=LISTS,
    )
    assert back.instrument.by_id["b"].ask_if == Compare(AnswerRef("a"), Op.IN, ("2", "3"))
    assert back.instrument.by_id["c"].ask_if == Compare(AnswerRef("a"), Op.EQ, "1")


def test_an_empty_answer_is_an_unanswered_question(tmp_path):
    back = convert(
        tmp_path,
        ["text", "a", "What?"],
        ["text", "b", "Why?", "${a} != ''"],
        ["text", "c", "Why not?", "string-length(${a}) = 0"],
    )
    assert back.instrument.by_id["b"].ask_if == Answered("a")
    assert back.instrument.by_id["c"].ask_if == Not(Answered("a"))


def test_a_condition_on_a_later_question_is_lost_and_said(tmp_path):
    back = convert(tmp_path, ["text", "a", "What?", "${b} = 'x'"], ["text", "b", "Why?"])
    assert back.instrument.by_id["a"].ask_if is None
    assert any("${b} comes later or is not in the form" in line for line in lines(back))


def test_choices_with_scores_keep_them(tmp_path):
    lists: Sheet = [["list_name", "name", "label", "score"], ["l", "a", "A", 0], ["l", "b", "B", 62.5]]
    back = convert(tmp_path, ["select_one l", "q", "Which?"], choices=lists)
    question = back.instrument.by_id["q"]
    assert question.weight == 1
    assert [option.score for option in question.options] == [0, 62.5]


def test_a_list_of_one_is_a_text(tmp_path):
    back = convert(tmp_path, ["select_one only", "a", "How?"], choices=LISTS)
    assert back.instrument.by_id["a"].type is IndicatorType.TEXT
    assert any("the list only has one choice here" in line for line in lines(back))


def test_names_that_cannot_be_ids_are_changed_and_said(tmp_path):
    long = "a_very_long_name_that_somebody_thought_necessary"
    back = convert(
        tmp_path,
        ["text", "_1st", "One?"],
        ["text", long, "Two?"],
        ["text", "naïve", "Three?"],
        ["text", "_1ST", "Four?", "${naïve} = 'x'"],
    )
    assert list(back.instrument.by_id) == ["q_1st", long[:40], "na_ve", "q_1ST_2"]
    assert sum("the name became the id" in line for line in lines(back)) == 4


def test_old_spellings_are_understood(tmp_path):
    back = convert(
        tmp_path,
        ["begin group", "g", "Gruppe", "Group"],
        ["select one from level", "a", "Wie?", "How?"],
        ["select1 level", "b", "Was?", "What?", "selected(${a}, '2')"],
        ["add select multiple prompt using level", "c", "Wo?", "Where?"],
        ["int", "d", "Wie viele?", "How many?"],
        ["end group"],
        heads=["type", "name", "label:Deutsch", "Label::English", "bind::relevant", "Required"],
        choices=[["list name", "value", "label::English"], *[["level", n, f"L{n}"] for n in (1, 2, 3)]],
    )
    assert [item.type.value for item in back.instrument.indicators()] == [
        "single",
        "single",
        "multi",
        "numeric",
    ]
    assert back.instrument.by_id["b"].ask_if is not None
    assert back.translations[0].language == "de"
    assert back.translations[0].texts["a.question"] == "Wie?"


def test_a_form_in_one_unnamed_language_is_taken_for_english_and_said(tmp_path):
    back = convert(tmp_path, ["text", "a", "What?"])
    assert back.instrument.language == "en"
    assert any("taken for English" in line for line in lines(back))


def test_a_form_without_english_keeps_its_language(tmp_path):
    back = convert(
        tmp_path, ["text", "a", "Çfarë?"], heads=["type", "name", "label::Shqip (sq)"],
        settings=[["default_language"], ["Shqip (sq)"]],
    )  # fmt: skip
    assert back.instrument.language == "sq"
    assert back.instrument.by_id["a"].question == "Çfarë?"


def test_texts_in_a_language_nobody_knows_are_named_once(tmp_path):
    back = convert(
        tmp_path, ["text", "a", "What?", "Wha?"], ["text", "b", "Who?", "Whu?"],
        heads=["type", "name", "label::English", "label::Elvish"],
    )  # fmt: skip
    (line,) = [line for line in lines(back) if "Elvish" in line]
    assert line.startswith("lost    survey!2 Elvish: every text in “Elvish” is in a language without")


def test_long_labels_are_shortened_for_the_title_only(tmp_path):
    label = "Please tell us in as many words as you like how the water in your village has been"
    back = convert(tmp_path, ["text", "a", f"{label} since the year before last?"])
    question = back.instrument.by_id["a"]
    assert question.question.startswith(label)
    assert question.title.endswith("…")
    assert len(question.title) <= 80


def test_a_form_of_notes_alone_is_refused(tmp_path):
    with pytest.raises(FileError) as caught:
        convert(tmp_path, ["note", "a", "Read this."])
    assert caught.value.code is ErrorCode.XLSFORM_INVALID
