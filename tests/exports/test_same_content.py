"""PDF and Word of the regional report say the same: every sentence, name and figure of the content."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from exports.regional_pdf import write_regional
from exports.word import package
from exports.word.files import write_regional_docx
from tests.exports import papers, regions
from wb6assess.reports.figures import interval_text, score_text
from wb6assess.reports.region.rows import AgreementRow, FixRow, Regional

NOT_PRINTED = {
    "code", "key",  # only the program knows them
    "levels", "step", "next_level",  # parts of what is printed
    "said",  # of a brief
    "digest",  # in groups of eight
}  # fmt: skip


@pytest.fixture(scope="module")
def content() -> Regional:
    return regional().public


def regional():
    """Two fields, an earlier round, meetings, a country in progress, one without any file."""
    return regions.build(
        {"AL": 4, "BA": 3, "ME": 3, "MK": 3, "RS": 2},
        earlier=dict.fromkeys(("AL", "BA", "ME", "MK"), 3),
        decisions=(regions.decision("AL", "P-1.1", 100.0), regions.decision("AL", "Q-1.1", 0.0)),
        unsure={"Agent0.BA": ("P-1.1", "P-1.2", "P-1.3", "P-1.4", "P-2.1", "P-2.2", "P-2.3")},
    )


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What each says, seen or read aloud; without white space and case."""
    folder, result = tmp_path_factory.mktemp("both"), regional()
    write_regional(folder / "report.pdf", result)
    write_regional_docx(folder / "report.docx", result)
    texts = {"pdf": of_pdf(folder / "report.pdf"), "word": of_word(folder / "report.docx")}
    return {kind: squeezed(text) for kind, text in texts.items()}


def of_pdf(path: Path) -> str:
    described = " ".join(text for _, text in papers.structure(path))
    return " ".join(page.extract_text() for page in PdfReader(path).pages) + described


def of_word(path: Path) -> str:
    document = Document(str(path))
    described = " ".join(item.get("descr") or "" for item in document.element.iter(qn("wp:docPr")))
    return "".join(package.texts(document)) + described


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text).lower()


def printed(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text and figure of the content with the field it stands in."""
    if name in NOT_PRINTED or value is None or isinstance(value, bool):
        return
    if isinstance(value, FixRow):
        yield "step", value.step_words
    if isinstance(value, AgreementRow):
        yield from (("alpha", words) for words in (value.label, value.sign, value.units, value.reading))
        if value.interval is not None:
            yield "alpha", interval_text(value.interval, 2)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from printed(getattr(value, field.name), field.name)
    elif name == "interval" and isinstance(value, tuple):
        yield name, interval_text(value)
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from printed(item, name)
    elif isinstance(value, str):
        yield name, value
    elif isinstance(value, (Decimal, float)):
        yield name, score_text(value)


@pytest.mark.parametrize("kind", ["pdf", "word"])
def test_every_sentence_and_figure_of_the_content_is_printed(
    kind: str, said: dict[str, str], content: Regional
) -> None:
    missing = {(name, words) for name, words in printed(content) if squeezed(words) not in said[kind]}
    assert missing == set()


def test_the_comparison_notices_what_only_one_of_them_says(
    said: dict[str, str], content: Regional
) -> None:
    other = replace(content, certainty_text="A sentence nobody set.")
    assert [words for _, words in printed(other) if squeezed(words) not in said["word"]] == [
        "A sentence nobody set."
    ]


def test_each_score_stands_in_both_as_often(said: dict[str, str], content: Regional) -> None:
    """A figure of one country must not be found only because another one has the same."""
    for part in content.countries:
        for field in part.fields:
            for row in (field.score, *field.rows):
                line = squeezed(f"{row.label} {row.score.sign}")
                assert line in said["pdf"], line
                assert line in said["word"], line
