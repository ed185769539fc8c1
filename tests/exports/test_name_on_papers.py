"""An expert's real name: on papers where it is wished, nowhere else, and the digest never knows."""

import pytest

from exports.assessment_pdf import write_summary
from exports.record_pdf import write_record
from tests.exports import papers

NAME = "Ђорђе Пример-Äßëç (sample)"
PAPERS = pytest.mark.parametrize("write", [write_summary, write_record])


@pytest.fixture
def report():
    asked = papers.questionnaire()
    return papers.report(asked, papers.answers(asked))


@PAPERS
def test_the_name_stands_below_the_code_when_wished(write, report, tmp_path):
    write(tmp_path / "a.pdf", report, name=NAME)
    assert f"E01 {NAME}" in papers.words(tmp_path / "a.pdf")


@PAPERS
def test_without_the_wish_there_is_no_line_for_a_name(write, report, tmp_path):
    write(tmp_path / "a.pdf", report)
    assert "Expert Revision" in papers.words(tmp_path / "a.pdf")


@PAPERS
def test_a_very_long_name_wraps_and_is_all_there(write, report, tmp_path):
    name = "Sample-" * 17
    write(tmp_path / "a.pdf", report, name=name)
    assert name.replace(" ", "") in papers.words(tmp_path / "a.pdf").replace(" ", "")


@PAPERS
def test_the_fingerprint_is_that_of_the_answers_alone(write, report, tmp_path):
    write(tmp_path / "a.pdf", report)
    write(tmp_path / "b.pdf", report, name=NAME)
    for path in ("a.pdf", "b.pdf"):
        assert papers.HASH[:4] in papers.words(tmp_path / path)
