"""How Word files fall into pages, set by LibreOffice: a brief has two, a handout one."""

import shutil
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from exports.word.files import write_country_brief, write_handout, write_regional_docx
from tests.exports import generated, papers
from tests.exports.spreadsheet import needs_libreoffice
from wb6assess.model.assessment import Document, Identity, Status
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
    assert 20 <= len(report) <= 45
    for number, page in enumerate(report, start=1):
        text = page.extract_text()
        assert f"{number} / {len(report)}" in text
        assert "SAMPLE" in text
