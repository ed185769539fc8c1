"""Exporting and opening files: each rule through the visible controls."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from exports.incoming import read_submission
from tests.ui.finding_widgets import control, shown
from ui.files.export_dialog import ExportDialog
from ui.files.open_file import OpenFile
from ui.files.outputs import Output, Wanted, Wishes, source_of, write_files
from ui.files.writer import Writer
from ui.preferences import Preferences
from wb6assess.errors import Cancelled
from wb6assess.exchange.answers import write_document
from wb6assess.model.assessment import Answer, Status
from wb6assess.session.samples import sample_answers

FILES = {
    "Scored workbook": "fdi-screening_AL_2026_E07_r1_draft.xlsx",
    "PDF summary": "fdi-screening_AL_2026_E07_r1_draft.pdf",
    "Full record to keep and sign (PDF)": "fdi-screening_AL_2026_E07_r1_draft_record.pdf",
    "Package for the coordinator": "fdi-screening_AL_2026_E07_r1_draft.wb6",
    "Answers for other programs (JSON)": "fdi-screening_AL_2026_E07_r1_draft.json",
    "Blank questionnaire on paper (PDF)": "fdi-screening_2026.1_blank.pdf",
    "Blank questionnaire to fill in a spreadsheet": "fdi-screening_2026.1_blank.xlsx",
}


def click(qtbot, part: QWidget) -> None:
    qtbot.mouseClick(part, Qt.MouseButton.LeftButton)


def words(root: QWidget) -> str:
    return "\n".join(label.text() for label in root.findChildren(QLabel) if label.isVisibleTo(root))


@pytest.fixture
def answered(opened):
    """A draft with answers."""
    opened.record_all(sample_answers(opened.instrument, "AL", "E07", 3, opened.parameters))
    return opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "files"


@pytest.fixture
def export(qtbot, appearance, answered, folder, tmp_path) -> ExportDialog:
    preferences = Preferences(tmp_path)
    preferences.output_folder = str(folder)
    dialog = ExportDialog(answered, preferences)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.fixture
def open_file(qtbot, appearance, workspace):
    def read(path: Path) -> OpenFile:
        dialog = OpenFile(path, workspace)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: not dialog.reading, timeout=30_000)
        return dialog

    return read


def test_every_kind_of_file_is_written_and_says_that_it_is_a_draft(qtbot, export, folder):
    assert "Revision 1 is not handed in" in words(export)
    for name in list(FILES)[2:]:
        click(qtbot, control(export, QAbstractButton, name))
    click(qtbot, control(export, QAbstractButton, "Write the files"))
    qtbot.waitUntil(lambda: bool(shown(export, QAbstractButton, "Open folder")), timeout=30_000)
    assert {path.name for path in folder.iterdir()} == set(FILES.values())


def test_exporting_leaves_the_draft_open(qtbot, export, answered, folder, library):
    click(qtbot, control(export, QAbstractButton, "Scored workbook"))
    click(qtbot, control(export, QAbstractButton, "PDF summary"))
    click(qtbot, control(export, QAbstractButton, "Answers for other programs (JSON)"))
    click(qtbot, control(export, QAbstractButton, "Write the files"))
    qtbot.waitUntil(lambda: bool(shown(export, QAbstractButton, "Open folder")), timeout=30_000)
    assert not answered.locked
    document = read_submission(folder / FILES["Answers for other programs (JSON)"], library)
    assert document.status is Status.DRAFT
    assert document.answers == answered.document().answers


def test_a_stopped_job_leaves_whole_files_or_none(answered, folder):
    wanted = [
        Wanted(Output.ANSWERS, folder / "a.json"),
        Wanted(Output.SUMMARY, folder / "b.pdf"),
        Wanted(Output.PACKAGE, folder / "c.wb6"),
    ]

    class StopsInTheSecond:
        seen = 0

        def step(self, done: int, total: int, what: str = "") -> None:
            self.seen += what == "b.pdf"
            if self.seen > 1:
                raise Cancelled

    written = write_files(source_of(answered, Wishes()), wanted, StopsInTheSecond())
    assert [path.name for path in written.done] == ["a.json"]
    assert [(item.wanted.path.name, item.error) for item in written.missing] == [
        ("b.pdf", None),
        ("c.wb6", None),
    ]
    assert [path.name for path in folder.iterdir()] == ["a.json"]


def test_a_long_job_shows_its_count_and_can_be_stopped(qtbot, appearance, answered, monkeypatch, folder):
    going_on = threading.Event()

    def slow(report, wanted, progress):
        progress.step(30, 100, "b.pdf")
        going_on.wait(10)
        progress.step(60, 100, "b.pdf")

    monkeypatch.setattr("ui.files.writer.write_files", slow)
    monkeypatch.setattr("ui.widgets.busy.LINE_MS", 10)
    monkeypatch.setattr("ui.widgets.busy.WORDS_MS", 20)
    writer = Writer(Preferences(folder))
    qtbot.addWidget(writer)
    writer.show()
    writer.start(source_of(answered, Wishes()), [Wanted(Output.SUMMARY, folder / "b.pdf")])
    qtbot.waitUntil(lambda: "Writing b.pdf, file 1 of 1" in words(writer))
    click(qtbot, control(writer, QAbstractButton, "Cancel"))
    with qtbot.waitSignal(writer.finished), qtbot.assertNotEmitted(writer.written):
        going_on.set()
    assert not writer.running


def test_a_file_says_what_it_is_before_anything_changes(open_file, answered, tmp_path):
    document = answered.document()
    more = {**document.answers, "FDI-1.1": Answer(1), "FDI-1.2": Answer(4)}
    path = tmp_path / "answers.json"
    path.write_bytes(write_document(replace(document, answers=more)))
    before = dict(answered.answers)
    dialog = open_file(path)
    assert "FDI screening · Albania · 2026 · E07 · revision 1, not handed in" in words(dialog)
    assert f"It holds {len(more)} answers." in words(dialog)
    option = control(dialog, QAbstractButton, "Fill the open assessment of E07, revision 1")
    assert "New answers: 0. Replaced: 2." in option.accessibleName()
    assert "Replaced are FDI-1.1, FDI-1.2." in option.accessibleName()
    assert answered.answers == before


def test_what_a_workbook_holds_besides_answers_is_said_before(open_file, answered, tmp_path):
    import openpyxl

    from exports.assessment_xlsx import write_workbook

    path = tmp_path / "filled.xlsx"
    write_workbook(path, answered.report())
    book = openpyxl.load_workbook(path)
    sheet = book["Answers"]
    row = next(row for row in range(5, sheet.max_row) if sheet.cell(row, 3).value is not None)
    sheet.row_dimensions[row].hidden = True
    book.save(path)
    assert f"answers stand in hidden rows ({row})" in words(open_file(path))


def test_filling_takes_every_answer_as_one_step(qtbot, open_file, answered, tmp_path):
    document = answered.document()
    path = tmp_path / "answers.json"
    changed = {"FDI-1.1": Answer(1), "FDI-1.2": Answer(4)}
    path.write_bytes(write_document(replace(document, answers=changed)))
    before = dict(answered.answers)
    dialog = open_file(path)
    with qtbot.waitSignal(dialog.filled) as filled:
        click(qtbot, control(dialog, QAbstractButton, "Take the answers"))
    assert filled.args == [answered.id]
    assert answered.answer("FDI-1.2") == Answer(4)
    answered.undo()
    assert answered.answers == before


def test_answers_the_file_no_longer_has_are_cleared_only_when_wished(
    qtbot, open_file, answered, tmp_path
):
    document = answered.document()
    path = tmp_path / "answers.json"
    rest = {item: answer for item, answer in document.answers.items() if item != "FDI-1.1"}
    path.write_bytes(write_document(replace(document, answers=rest)))
    before = dict(answered.answers)
    plain = open_file(path)
    click(qtbot, control(plain, QAbstractButton, "Take the answers"))
    assert answered.answers == before
    dialog = open_file(path)
    box = control(dialog, QAbstractButton, "Also clear what the file no longer has: FDI-1.1")
    click(qtbot, box)
    assert box.isChecked()
    click(qtbot, control(dialog, QAbstractButton, "Take the answers"))
    assert "FDI-1.1" not in answered.answers
    answered.undo()
    assert answered.answers == before


def test_another_experts_file_can_become_a_new_assessment(
    qtbot, open_file, answered, workspace, tmp_path
):
    document = answered.document()
    other = replace(document, identity=replace(document.identity, expert="E09"), sample=True)
    path = tmp_path / "answers.json"
    path.write_bytes(write_document(other))
    dialog = open_file(path)
    click(qtbot, control(dialog, QAbstractButton, "Make a new assessment of E09"))
    with qtbot.waitSignal(dialog.created) as created:
        click(qtbot, control(dialog, QAbstractButton, "Take the answers"))
    made = workspace.open_assessment(created.args[0])
    assert made.answers == answered.answers
    assert made.info.identity.expert == "E09"
    assert made.info.sample


def test_a_handed_in_assessment_takes_nothing_and_says_what_to_do(open_file, answered, tmp_path):
    path = tmp_path / "answers.json"
    path.write_bytes(write_document(answered.document()))
    answered.submit()
    dialog = open_file(path)
    assert "Revision 1 of this assessment is handed in here. Reopen it" in words(dialog)
    assert not control(dialog, QAbstractButton, "Take the answers").isEnabled()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"no answers", "is no answers file, workbook or package of this program"),
        (b'{"format": "wb6assess-answers/1"', "is not readable as an answers file"),
        (b"", "it is empty"),
        (b"PK\x03\x04 broken", "cannot be read as a workbook"),
    ],
)
def test_a_bad_file_ends_in_a_sentence_and_offers_nothing(
    open_file, workspace, tmp_path, content, sentence
):
    path = tmp_path / "file.xlsx"
    path.write_bytes(content)
    dialog = open_file(path)
    assert sentence in words(dialog)
    assert not shown(dialog, QAbstractButton, "Take the answers")
    assert workspace.assessments() == []


def test_somebody_elses_answers_fill_an_assessment_only_by_choice(open_file, answered, tmp_path):
    document = answered.document()
    other = replace(document, identity=replace(document.identity, expert="E08"))
    path = tmp_path / "answers.json"
    path.write_bytes(write_document(other))
    dialog = open_file(path)
    new = control(dialog, QAbstractButton, "Make a new assessment of E08")
    mine = control(dialog, QAbstractButton, "Fill the open assessment of E07, revision 1")
    assert new.isChecked()
    assert "These are the answers of E08, not of E07." in mine.accessibleName()


def test_invented_answers_say_what_they_make_of_an_assessment(qtbot, open_file, answered, tmp_path):
    document = answered.document()
    more = {**document.answers, "FDI-1.1": Answer(1)}
    path = tmp_path / "answers.json"
    path.write_bytes(write_document(replace(document, answers=more, sample=True)))
    dialog = open_file(path)
    option = control(dialog, QAbstractButton, "Fill the open assessment of E07, revision 1")
    assert "They are invented: the assessment becomes a sample for good." in option.accessibleName()
    click(qtbot, control(dialog, QAbstractButton, "Take the answers"))
    assert answered.info.sample
