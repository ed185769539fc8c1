"""The papers of the command line: record, forms in two languages or large type, grey prints."""

import pytest
from pypdf import PdfReader

from tests.flows.test_command_line import FDI, answers_file, library, made, run

__all__ = ["library", "run"]


@pytest.fixture
def assessment(run, library, tmp_path):
    """The id of an answered assessment."""
    identifier = made(run)
    assert run("fill", identifier, answers_file(tmp_path, library))[0] == 0
    return identifier


def test_export_writes_the_record_without_sensitive_parts(run, assessment, tmp_path):
    target = tmp_path / "record.pdf"
    assert run("export", assessment, "--record", target)[0] == 0
    first = PdfReader(target).pages[0].extract_text()
    assert "marked sensitive is left out" in " ".join(first.split())
    assert "SENSITIVE" not in first


def test_sensitive_parts_come_only_when_they_are_asked_for(run, assessment, tmp_path):
    target = tmp_path / "record.pdf"
    assert run("export", assessment, "--record", target, "--sensitive", "--grey")[0] == 0
    for page in PdfReader(target).pages:
        assert "SENSITIVE PARTS INCLUDED" in page.extract_text()


def test_blank_in_two_languages_and_large_type(run, tmp_path):
    target = tmp_path / "blank.pdf"
    assert run("blank", "fimi", "--pdf", target, "--second", "mk", "--large")[0] == 0
    assert "English / македонски" in PdfReader(target).pages[1].extract_text()


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "some-id", "--answers", "a.json", "--sensitive"),
        ("export", "some-id", "--answers", "a.json", "--grey"),
        ("blank", FDI, "--xlsx", "b.xlsx", "--large"),
        ("blank", FDI, "--pdf", "b.pdf", "--second", "en"),
    ],
)
def test_options_that_would_do_nothing_are_refused(run, arguments):
    assert run(*arguments)[0] == 2
