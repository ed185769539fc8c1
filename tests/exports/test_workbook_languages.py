"""A workbook in another language comes back: nothing is found by its wording."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from exports.assessment_xlsx import write_blank_workbook, write_workbook
from exports.workbook_reader import read_workbook
from tests.exports import drawn_workbooks as drawn
from tests.exports.drawn_questionnaire import DUTIES, every_type
from wb6assess.model.assessment import Answer, Confidence
from wb6assess.model.instrument import Instrument

ENGLISH = every_type()
_LETTERS = str.maketrans("abcdeghiklmnoprstuvz", "абцдегхиклмнопрстувз")


def cyrillic(text: str) -> str:
    """A hand-made translation: other letters, longer, with a semicolon that labels must survive."""
    return f"Љубав; {text.translate(_LETTERS)}" if text else text


def translated(value: Any) -> Any:
    """A questionnaire whose texts are in other letters; ids and keys stay."""
    names = {
        *("title", "question", "label", "text", "guide", "levels", "why", "message", "unit", "intro"),
        *("because", "at"),
    }
    if isinstance(value, tuple):
        return tuple(translated(part) for part in value)
    if not hasattr(value, "__dataclass_fields__"):
        return value
    changes: dict[str, Any] = {}
    for name in value.__dataclass_fields__:
        part = getattr(value, name)
        if name == "levels" and isinstance(part, tuple):
            changes[name] = tuple(cyrillic(text) for text in part)
        elif isinstance(part, str) and not hasattr(part, "value") and name in names:
            changes[name] = cyrillic(part)
        elif isinstance(part, tuple):
            changes[name] = translated(part)
    return replace(value, **changes)


@pytest.fixture(scope="module")
def serbian() -> Instrument:
    found: Instrument = replace(translated(ENGLISH), language="sr-Cyrl")
    assert found.by_id["T-1.4"].options[0].label.startswith("Љубав; ")
    return found


def type_row(sheet: Any, item: str, **cells: object) -> None:
    row = next(cell.row for cell in sheet["A"] if cell.value == item)
    for column, value in cells.items():
        sheet[f"{column}{row}"] = value


def test_an_empty_workbook_filled_in_another_language_is_read_with_the_english(
    serbian: Instrument, tmp_path: Path
) -> None:
    path = tmp_path / "blank.xlsx"
    write_blank_workbook(path, drawn.framework_for(serbian), serbian)
    book = openpyxl.load_workbook(path)
    label = {
        option.key: next(
            row[1].value
            for row in book["wb6"].iter_rows()
            if row[0].value == f"option.T-1.4.{option.key}"
        )
        for option in DUTIES
    }
    assert ";" not in "".join(label.values())
    book["Summary"]["B9"], book["Summary"]["B11"] = "Serbia", "E1"
    answers, facts = book["Answers"], book["Facts"]
    type_row(answers, "T-1.1", C=2, F="high", G="Разлог")
    type_row(answers, "T-1.2", C="yes")
    type_row(answers, "T-1.4", C=f"{label['guide']}; {label['law'].upper()}")
    type_row(answers, "T-1.5", C="top")  # a key is understood in every language
    type_row(facts, "T-1.1.basis", C=cyrillic("Draft; not public").replace(";", ","))
    book.save(path)
    document = read_workbook(path, lambda *_: ENGLISH)
    assert document.identity.country == "RS"
    assert dict(document.answers) == {
        "T-1.1": Answer(2, None, Confidence.HIGH, "Разлог", fields={"basis": "draft"}),
        "T-1.2": Answer("yes"),
        "T-1.4": Answer(("law", "guide")),
        "T-1.5": Answer("top"),
    }


@pytest.mark.parametrize("seed", range(6))
def test_answers_written_in_another_language_come_back_with_the_english(
    serbian: Instrument, seed: int, tmp_path: Path
) -> None:
    document = drawn.plain_document(ENGLISH, seed)
    write_workbook(tmp_path / "a.xlsx", drawn.report_of(document, serbian))
    back = read_workbook(tmp_path / "a.xlsx", lambda *_: ENGLISH)
    said = {item: answer for item, answer in document.answers.items() if not answer.empty}
    assert dict(back.answers) == said


def test_the_questions_stand_there_in_the_language_asked_for(
    serbian: Instrument, tmp_path: Path
) -> None:
    write_blank_workbook(tmp_path / "b.xlsx", drawn.framework_for(serbian), serbian)
    book = openpyxl.load_workbook(tmp_path / "b.xlsx", read_only=True)
    titles = [str(row[1]) for row in book["Guide"].iter_rows(min_row=6, values_only=True) if row[1]]
    assert titles
    assert all(title.startswith("Љубав") for title in titles if title != "Invented countries")
