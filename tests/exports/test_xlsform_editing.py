"""A form of ours that somebody has edited in a spreadsheet program."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from exports.xlsform.reader import Converted, read_xlsform
from exports.xlsform.writer import write_xlsform
from tests.builders import framework
from tests.core.instruments.texts import LINES
from wb6assess.errors import InstrumentError
from wb6assess.instruments.reader import read_instrument
from wb6assess.model.conditions import AnswerRef, Compare, CountryIs, Not, Op

Cell = Callable[[str, str, str, str], None]


@pytest.fixture
def form(tmp_path):
    content = read_instrument("".join(LINES), "small")
    path = tmp_path / "form.xlsx"
    write_xlsform(path, framework(content), content)
    return path


def edited(path: Path, sheet: str, key: str, head: str, text: str | None) -> Converted:
    """Put a text into the column `head` of the row that has `key` in its second column."""
    book = load_workbook(path)
    rows = book[sheet]
    column = [cell.value for cell in rows[1]].index(head) + 1
    for row in range(2, rows.max_row + 1):
        if rows.cell(row, 2).value == key:
            rows.cell(row, column).value = text
    book.save(path)
    return read_xlsform(path, 2026)


def test_a_changed_text_is_taken(form):
    back = edited(form, "survey", "P-1.1", "label::English (en)", "Is a statute in force?")
    assert back.instrument.by_id["P-1.1"].question == "Is a statute in force?"
    assert back.losses == ()


def test_a_changed_score_is_taken(form):
    back = edited(form, "choices", "decree", "score", "33.5")
    assert back.instrument.by_id["P-1.3"].options[0].score == 33.5


def test_a_changed_condition_is_read_anew(form):
    back = edited(form, "survey", "P-1.2", "relevant", "${P-1.1} >= 4")
    assert back.instrument.by_id["P-1.2"].ask_if == Compare(AnswerRef("P-1.1"), Op.GE, 4)
    assert [loss.fate for loss in back.losses] == ["changed"]


def test_a_condition_on_the_country_is_read(form):
    back = edited(form, "survey", "P-2.1", "relevant", "not(${wb6_country} = 'AL')")
    assert back.instrument.by_id["P-2.1"].ask_if == Not(CountryIs(("AL",)))


def test_a_condition_that_cannot_be_read_leaves_the_earlier_one(form):
    back = edited(form, "survey", "P-1.2", "relevant", "regex(${P-1.1}, '[345]')")
    assert back.instrument.by_id["P-1.2"].ask_if == Compare(AnswerRef("P-1.1"), Op.GE, 2)
    assert "regex() has no counterpart" in str(back.losses[0])


def test_an_emptied_condition_is_gone(form):
    edited(form, "survey", "P-1.2", "relevant", None)
    back = edited(form, "survey", "P-1.2__group", "relevant", None)
    assert back.instrument.by_id["P-1.2"].ask_if is None
    assert back.instrument.by_id["P-1.2"].skip_effect is None


def test_a_row_added_by_hand_is_reported(form):
    book = load_workbook(form)
    book["survey"].insert_rows(9)
    book["survey"].cell(9, 1).value = "text"
    book["survey"].cell(9, 2).value = "mine"
    book.save(form)
    back = read_xlsform(form, 2026)
    assert [str(loss) for loss in back.losses] == [
        "lost    survey!9 mine: this row was added by hand; write it into the questionnaire itself"
    ]


def test_a_question_that_others_need_cannot_go_unnoticed(form):
    book = load_workbook(form)
    sheet = book["survey"]
    for row in range(sheet.max_row, 1, -1):
        if sheet.cell(row, 2).value == "P-1.1__basis":
            sheet.delete_rows(row)
    book.save(form)
    with pytest.raises(InstrumentError) as caught:
        read_xlsform(form, 2026)
    assert any("basis" in problem for problem in caught.value.problems)


def test_saving_in_another_program_changes_nothing(form):
    before = read_xlsform(form, 2026)
    load_workbook(form).save(form)
    assert read_xlsform(form, 2026) == before
