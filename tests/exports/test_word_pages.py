"""How Word files fall into pages, set by LibreOffice: a brief has two, a handout one."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from exports.house import COLOUR
from exports.word.blocks import Pages
from exports.word.brief import write_brief
from exports.word.files import write_country_brief, write_handout, write_regional_docx
from exports.word.furniture import furniture_of
from exports.word.handout import write_round_table
from exports.word.writing import write_word
from tests.exports import generated, papers
from tests.exports.spreadsheet import needs_libreoffice
from wb6assess.model.assessment import Document, Identity, Status
from wb6assess.model.vocabulary import Actor, Addressee
from wb6assess.progress import SILENT
from wb6assess.reports.region.asks import Ask
from wb6assess.reports.region.rows import Regional
from wb6assess.reports.region.steps import actor_words
from wb6assess.scoring.country import score_region
from wb6assess.session.desk.consolidation import Consolidation
from wb6assess.session.samples import sample_answers

pytestmark = [needs_libreoffice, pytest.mark.slow]


def sample_region() -> Consolidation:
    """Three invented experts in each country, all shipped questionnaires."""
    library = generated.library()
    framework = library.framework
    instruments = {item: library.instrument(item) for item in library.ids()}
    effective, submissions = {}, {}
    for country in framework.countries:
        for instrument in instruments.values():
            for number in range(3):
                expert = f"X-{country.code}-{number}"
                given = sample_answers(instrument, country.code, expert, 7, framework.parameters)
                identity = Identity(country.code, instrument.id, instrument.version, "2026", expert)
                effective[identity] = Document(
                    identity, 1, Status.SUBMITTED, given, updated_at=papers.WHEN, sample=True
                )
                listed = submissions.setdefault(country.code, {}).setdefault(instrument.id, [])
                listed.append((expert, given))
    scores = score_region(framework, instruments, submissions)
    return Consolidation(framework, "2026", instruments, (), effective, (), scores)


def pages(path: Path) -> list[str]:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    assert program
    profile = path.parent / "profile"
    command = [program, "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to", "pdf"]
    files = map(str, path.parent.glob("*.docx"))
    subprocess.run(
        [*command, "--outdir", str(path.parent), *files], check=True, capture_output=True, timeout=200
    )
    return [page.extract_text() for page in PdfReader(path.with_suffix(".pdf")).pages]


def longest(result: Consolidation) -> Regional:
    """The same, with the longest steps, names and sentences the shipped questionnaires can give."""
    content = result.public
    items = [item for part in result.instruments.values() for item in part.indicators() if item.levels]
    steps = sorted(
        ((text, item) for item in items for text in (item.levels or ())[1:]), key=lambda s: -len(s[0])
    )
    countries = []
    for place, part in enumerate(content.countries):
        fixes = [
            replace(row, id=item.id, title=item.title, step=text, actor=actor_words(Actor.JOINT))
            for row, (text, item) in zip(part.fixes, steps[10 * place :], strict=False)
        ]
        pillars = sorted(
            (row for field in part.fields for row in field.rows), key=lambda row: -len(row.label)
        )
        shares = ", ".join(f"22 % of the answers in {field.score.label}" for field in part.fields[1:])
        unknown = f"{shares} are “don't know” or withheld."
        countries.append(
            replace(
                part, text=f"{part.text} {unknown}", fixes=tuple(fixes), strongest=tuple(pillars[:3])
            )
        )
    first = f"{content.minute[0]} Its interval overlaps with those of every other country, each named."
    return replace(content, countries=tuple(countries), minute=(first, *content.minute[1:]))


def most_asks(result: Consolidation) -> list[Ask]:
    """Every answer of every question that leads to asks, for both addressees."""
    return [
        Ask(part.title, question.label, option.label, 3, 3, whom)
        for whom in (Addressee.GOVERNMENT, Addressee.EU)
        for part in result.instruments.values()
        for question in part.context
        if question.asked_of is not None
        for option in question.options or question.rows
    ]


def test_the_longest_brief_has_two_pages_and_the_longest_handout_one(tmp_path: Path) -> None:
    result = sample_region()
    content, asks = longest(result), most_asks(result)

    def write(name: str, story: Callable[[Pages], None]) -> int:
        target = tmp_path / name
        furniture = furniture_of(content, "part", COLOUR)
        write_word(target, furniture, "title", papers.WHEN, story, (), SILENT)
        return len(pages(target))

    part = content.countries[1]
    assert write("brief.docx", lambda made: write_brief(made, content, part, asks, COLOUR)) == 2
    assert write("handout.docx", lambda made: write_round_table(made, content, COLOUR)) == 1


def test_pages_of_the_shipped_questionnaires(tmp_path: Path) -> None:
    result = sample_region()
    write_country_brief(tmp_path / "brief.docx", result, "BA")
    write_handout(tmp_path / "handout.docx", result)
    write_regional_docx(tmp_path / "report.docx", result)
    brief = pages(tmp_path / "brief.docx")
    assert len(brief) == 2
    assert "What to fix first" in brief[1]
    assert "Asks to the EU" in brief[1]
    assert len(PdfReader(tmp_path / "handout.pdf").pages) == 1
    report = PdfReader(tmp_path / "report.pdf").pages
    assert 20 <= len(report) <= 50
    for number, page in enumerate(report, start=1):
        text = page.extract_text()
        assert f"{number} / {len(report)}" in text
        assert "SAMPLE" in text
