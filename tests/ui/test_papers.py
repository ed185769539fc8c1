"""Papers and blank forms from the desktop: what can be wished, where a name stands, what travels."""

import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget

from tests.ui.finding_widgets import control, shown
from ui.files.blank_dialog import BlankDialog
from ui.files.export_dialog import ExportDialog
from ui.files.open_file import OpenFile
from ui.files.recent_files import PART, recent_files
from ui.preferences import Preferences
from ui.sharing.share_dialog import ShareDialog
from wb6assess.instruments.pseudo import PSEUDO
from wb6assess.model.assessment import Answer, Evidence
from wb6assess.session.samples import sample_answers

NAME = "Sample Samplename"
TICK = f"Print my name on the papers: {NAME}"
WRITE = "Write the files"


def click(qtbot, part: QWidget) -> None:
    qtbot.mouseClick(part, Qt.MouseButton.LeftButton)


def words(root: QWidget) -> str:
    return "\n".join(label.text() for label in shown(root, QLabel))


def text_of(path: Path) -> str:
    if path.suffix == ".pdf":
        return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(path).pages)
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    return path.read_text()


@pytest.fixture
def preferences(tmp_path) -> Preferences:
    made = Preferences(tmp_path)
    made.output_folder = str(tmp_path / "files")
    return made


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "files"


@pytest.fixture
def answered(opened):
    opened.record_all(sample_answers(opened.instrument, "AL", "E07", 3, opened.parameters))
    return opened


@pytest.fixture
def export(qtbot, appearance, answered, preferences):
    def made() -> ExportDialog:
        dialog = ExportDialog(answered, preferences)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return made


def write(qtbot, dialog) -> None:
    click(qtbot, control(dialog, QAbstractButton, WRITE))
    qtbot.waitUntil(lambda: bool(shown(dialog, QAbstractButton, "Open folder")), timeout=60_000)


def test_a_name_stands_on_papers_alone_and_only_when_ticked(qtbot, export, preferences, folder):
    preferences.person = NAME
    dialog = export()
    for name in ("Full record", "Package", "Answers"):
        click(qtbot, control(dialog, QAbstractButton, name))
    assert "Your name is in none of these files." in words(dialog)
    click(qtbot, control(dialog, QAbstractButton, TICK))
    assert "Your name stands on the PDF papers, in no other file." in words(dialog)
    write(qtbot, dialog)
    named = {path.name: NAME in text_of(path) for path in folder.iterdir()}
    assert {name for name, there in named.items() if there} == {
        "fdi-screening_AL_2026_E07_r1_draft.pdf",
        "fdi-screening_AL_2026_E07_r1_draft_record.pdf",
    }
    assert len(named) == 5


def test_the_tick_is_off_the_next_time_and_not_offered_without_a_name(qtbot, export, preferences):
    preferences.person = NAME
    first = export()
    click(qtbot, control(first, QAbstractButton, TICK))
    second = export()
    assert not control(second, QAbstractButton, TICK).isChecked()
    preferences.person = ""
    dialog = export()
    assert not shown(dialog, QAbstractButton, "Print my name")
    assert "give it in the preferences first" in words(dialog)


def test_sensitive_parts_are_offered_with_the_record_and_change_its_name(qtbot, export, folder):
    dialog = export()
    sensitive = "Sensitive parts in the full record, too"
    assert not shown(dialog, QAbstractButton, sensitive)
    click(qtbot, control(dialog, QAbstractButton, "Full record"))
    click(qtbot, control(dialog, QAbstractButton, sensitive))
    assert "fdi-screening_AL_2026_E07_r1_draft_record_sensitive.pdf" in words(dialog)


def test_grey_is_offered_where_there_are_colours(qtbot, export):
    dialog = export()
    assert shown(dialog, QAbstractButton, "Papers for a printer without colour")
    click(qtbot, control(dialog, QAbstractButton, "PDF summary"))
    assert not shown(dialog, QAbstractButton, "Papers for a printer without colour")


def test_attached_files_travel_in_the_package_and_into_a_new_assessment(
    qtbot, answered, export, folder, workspace, tmp_path, library
):
    note = tmp_path / "note.pdf"
    note.write_bytes(b"%PDF attached")
    kept = answered.attach(note)
    item = Evidence("law", title="Act", file="note.pdf", sha256=kept.sha256)
    answered.record("FDI-1.1", Answer(3, justification="Because.", evidence=(item,)))
    dialog = export()
    for name in ("Scored workbook", "PDF summary", "Package"):
        click(qtbot, control(dialog, QAbstractButton, name))
    write(qtbot, dialog)
    (package,) = folder.iterdir()
    with type(workspace).open(tmp_path / "elsewhere", library) as other:
        opening = OpenFile(package, other)
        qtbot.addWidget(opening)
        opening.show()
        qtbot.waitUntil(lambda: not opening.reading, timeout=30_000)
        with qtbot.waitSignal(opening.created) as made:
            click(qtbot, control(opening, QAbstractButton, "Take the answers"))
        there = other.open_assessment(made.args[0])
        assert there.attachment_path(kept.sha256).read_bytes() == b"%PDF attached"


@pytest.fixture
def blank(qtbot, desktop, folder):
    desktop.preferences.output_folder = str(folder)
    desktop._commands.actions["blank"].trigger()
    dialog = desktop.findChildren(BlankDialog)[-1]
    qtbot.waitUntil(lambda: control(dialog, QComboBox, "Questionnaire").count() == 5, timeout=30_000)
    return dialog


def test_a_blank_questionnaire_needs_no_assessment(qtbot, desktop, blank, folder):
    click(qtbot, control(blank, QAbstractButton, "Blank questionnaire to fill in a spreadsheet"))
    click(qtbot, control(blank, QAbstractButton, "Blank questionnaire in large type"))
    write(qtbot, blank)
    assert {path.name for path in folder.iterdir()} == {
        "fdi-screening_2026.1_blank_large.pdf",
        "fdi-screening_2026.1_blank.xlsx",
    }
    assert desktop.workspace.assessments() == []
    blank.reject()


def test_two_languages_are_offered_where_there_are_two(qtbot, desktop, folder, monkeypatch):
    monkeypatch.setenv("WB6ASSESS_PSEUDO", "1")
    desktop.preferences.output_folder = str(folder)
    desktop._commands.actions["blank"].trigger()
    dialog = desktop.findChildren(BlankDialog)[-1]
    qtbot.waitUntil(lambda: bool(shown(dialog, QComboBox, "Second language")), timeout=30_000)
    second = control(dialog, QComboBox, "Second language")
    second.setCurrentIndex(second.findText("Pseudo"))
    second.picked.emit(second.key)
    name = f"fdi-screening_2026.1_blank_en-{PSEUDO}.pdf"
    assert name in words(dialog)
    write(qtbot, dialog)
    assert [path.name for path in folder.iterdir()] == [name]
    dialog.reject()


def test_parts_written_are_listed_among_the_recent_files(qtbot, opened, preferences, folder):
    dialog = ShareDialog(opened, opened.instrument, preferences)
    qtbot.addWidget(dialog)
    dialog.show()
    field = next(f for f in dialog.findChildren(QWidget) if "pillar 2" in f.accessibleName())
    qtbot.keyClicks(field, "Ana")
    click(qtbot, control(dialog, QAbstractButton, "Write one part"))
    qtbot.waitUntil(lambda: bool(recent_files(preferences)), timeout=30_000)
    (file,) = recent_files(preferences)
    assert file.kind == PART
    assert file.path.parent == folder
