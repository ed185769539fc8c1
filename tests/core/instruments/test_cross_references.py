"""Checks that look at another questionnaire of the framework: read, kept and checked everywhere."""

from pathlib import Path

import pytest

from tests.core.instruments.texts import LINES, problems_of, with_line
from wb6assess.errors import InstrumentError
from wb6assess.instruments.checks import check_folder
from wb6assess.instruments.library import Library
from wb6assess.instruments.reader import read_stored

FRAMEWORK = """\
format: wb6assess-framework/1
id: own
title: Own assessment
countries: [{code: BA, name: Bosnia and Herzegovina}, {code: XK, name: Kosovo}]
domains:
  - {id: S, instrument: small}
  - {id: O, instrument: other}
"""
CROSSING = with_line(
    "when: {sum: [P-2.2.filed, P-2.2.decided], op: gt, ref: P-2.2}",
    "when: {all: [{id: R-1.1, op: ge, value: 3}, {not: {field: R-2.2.filed, op: gt, value: 1}}, "
    "{any: [{answered: R-1.2}, {sum: [R-2.2.decided, P-2.2], op: gt, ref: R-2.3}]}]}",
).replace("about: [P-2.2]", "about: [P-2.2, R-1.1]")
OTHER = (
    LINES.replace("id: small", "id: other").replace("P-", "R-").replace("V-", "W-").replace("C-", "D-")
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "framework.yaml").write_text(FRAMEWORK, encoding="utf-8")
    for name, text in (("small", CROSSING), ("other", OTHER)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "instrument.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def faults(path: Path) -> list[str]:
    return [str(problem) for problem in check_folder(path) if not problem.advice]


@pytest.mark.parametrize("place", ["", "small", "small/instrument.yaml"])
def test_a_check_may_look_at_another_questionnaire(folder: Path, place: str) -> None:
    assert faults(folder / place) == []
    assert Library(folder).instrument("small").checks[1].about == ("P-2.2", "R-1.1")


def test_without_the_other_questionnaire_the_name_is_unknown() -> None:
    assert any("there is no indicator or question `R-1.1`" in line for line in problems_of(CROSSING))


def test_a_kept_copy_needs_no_other_questionnaire(folder: Path) -> None:
    copy = read_stored(CROSSING, "copy")
    assert copy == Library(folder).instrument("small")


def test_a_kept_copy_with_another_fault_is_still_refused() -> None:
    with pytest.raises(InstrumentError) as caught:
        read_stored(CROSSING.replace("aspect: law", "aspect: laws"), "copy")
    assert all("aspect" in problem for problem in caught.value.problems)


def test_a_misspelt_own_question_is_a_fault_in_a_kept_copy_too() -> None:
    text = with_line("ask_if: {id: P-1.1, op: ge, value: 2}", "ask_if: {id: P-1.9, op: ge, value: 2}")
    with pytest.raises(InstrumentError):
        read_stored(text, "copy")


def test_an_older_version_may_name_what_the_other_questionnaire_no_longer_has(folder: Path) -> None:
    older = CROSSING.replace('"2026.1"', '"2025.1"').replace("R-1.1", "R-9.9")
    (folder / "small" / "instrument-2025.1.yaml").write_text(older, encoding="utf-8")
    assert Library(folder).instrument("small", "2025.1").version == "2025.1"
    assert [line for line in faults(folder) if "instrument-2025.1" in line] == []


def test_level_texts_repeated_in_another_questionnaire_are_told(folder: Path) -> None:
    found = [str(problem) for problem in check_folder(folder)]
    assert any(
        line.startswith("other/instrument.yaml:24 pillars[0].indicators[0].levels[0]: ")
        and line.endswith("the same text as level 0 of P-1.1 (small/instrument.yaml:24)")
        for line in found
    )
