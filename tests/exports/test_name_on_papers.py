"""An expert's real name: on papers where it is wished, nowhere else, and the digest never knows."""

import pytest
from pypdf import PdfReader

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
def test_the_name_stands_beside_the_round_when_wished(write, report, tmp_path):
    write(tmp_path / "a.pdf", report, name=NAME)
    assert f"round 2026 | {NAME}" in papers.words(tmp_path / "a.pdf")


@PAPERS
def test_without_the_wish_nothing_stands_there(write, report, tmp_path):
    write(tmp_path / "a.pdf", report)
    assert "round 2026 Expert" in papers.words(tmp_path / "a.pdf")


@PAPERS
def test_the_title_of_the_document_does_not_name_anybody(write, report, tmp_path):
    write(tmp_path / "a.pdf", report, name=NAME)
    assert NAME not in str(PdfReader(tmp_path / "a.pdf").metadata)


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
