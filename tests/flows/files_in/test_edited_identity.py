"""Workbooks whose words or hidden sheet say whose they are otherwise than when they were made."""

import openpyxl
import pytest

from tests.flows.files_in.made import document, settled, typed, workbook
from ui.verbs.outcomes import file_reason
from wb6assess.session.desk.file_reports import Outcome


@pytest.mark.parametrize(
    ("place", "old", "new", "told"),
    [
        ("A2", "Expert E01,", "Expert E02,", "made for round 2026, expert E01, revision 1"),
        ("A2", "round 2026", "round 2025", "made for round 2026"),
        ("A2", "revision 1,", "revision 2,", "revision 1"),
        ("A1", ": Albania", ": Kosovo", "made for Albania"),
    ],
)
def test_a_workbook_whose_words_say_it_is_somebody_elses_is_refused(
    library, tmp_path, place, old, new, told
):
    path = workbook(tmp_path / "edited identity.xlsx", document(1), library)
    book = openpyxl.load_workbook(path)
    assert old in book["Summary"][place].value
    book["Summary"][place].value = book["Summary"][place].value.replace(old, new)
    book.save(path)
    (report,) = settled(library, tmp_path).values()
    assert report.outcome is Outcome.REFUSED
    assert f"Summary!{place}" in file_reason(report)
    assert told in file_reason(report)


def test_a_workbook_whose_hidden_sheet_was_edited_is_refused(library, tmp_path):
    path = workbook(tmp_path / "edited identity.xlsx", document(1), library)
    typed(path, "wb6", "AL", "XK")
    (report,) = settled(library, tmp_path).values()
    assert report.outcome is Outcome.REFUSED
    assert "hidden sheet wb6 was changed" in file_reason(report)


def test_other_words_on_the_summary_are_nobodys_business(library, tmp_path):
    path = workbook(tmp_path / "translated.xlsx", document(1), library)
    book = openpyxl.load_workbook(path)
    book["Summary"]["A1"].value = "Dvanaest pitanja"
    book["Summary"]["A2"].value = "Ekspert E01"
    book.move_sheet("Summary", 2)
    book.save(path)
    (report,) = settled(library, tmp_path).values()
    assert report.outcome is Outcome.ACCEPTED
