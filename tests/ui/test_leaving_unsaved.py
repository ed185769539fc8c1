"""What the disk did not take is not lost by going elsewhere."""

import sqlite3
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QDialog, QMessageBox

from ui.evidence.desk import EvidenceDesk
from ui.frame.copies import HourlyCopies
from ui.frame.main_window import MainWindow
from wb6assess.errors import ErrorCode, StorageError
from wb6assess.session.evidence import Attachment
from wb6assess.session.open_assessment import OpenAssessment


@pytest.fixture
def full(desktop: MainWindow, monkeypatch) -> MainWindow:
    """An open questionnaire with an answer, on a disk that has just become full."""
    desktop.open_assessment(
        desktop.workspace.new(country="AL", instrument="fdi-screening", expert="E07", round="2026")
    )

    def refuse(*_args: object, **_more: object) -> None:
        raise StorageError(ErrorCode.DISK_FULL, path="workspace")

    monkeypatch.setattr(OpenAssessment, "record", refuse)
    desktop.questionnaire.choose_level(3)
    assert desktop.unsaved
    return desktop


@pytest.fixture
def asked(monkeypatch) -> list[str]:
    """What the person was asked; answered with Stay."""
    questions: list[str] = []

    def stay(box: QMessageBox) -> int:
        questions.append(box.text())
        assert box.defaultButton() is not None
        box.defaultButton().click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", stay)
    return questions


@pytest.mark.parametrize("go", ["go_home", "close", "other assessment"])
def test_leaving_asks_and_stays_unless_told_otherwise(full, asked, monkeypatch, go):
    if go == "other assessment":
        full.open_assessment(
            full.workspace.new(country="BA", instrument="fdi-screening", expert="E07", round="2026")
        )
    else:
        getattr(full, go)()
    assert len(asked) == 1
    assert full.questionnaire is not None
    assert full.questionnaire.editing.answer("FDI-1.1").value == 3
    monkeypatch.undo()
    full.close()
    assert len(asked) == 1, "the disk takes it again"


@pytest.mark.parametrize("command", ["export", "share", "compare"])
def test_no_file_is_written_without_what_is_on_screen_only(full, asked, monkeypatch, command):
    full._commands.actions[command].trigger()
    assert not [dialog for dialog in full.findChildren(QDialog) if dialog.isVisible()]
    assert full.questionnaire.parts.trouble.isVisibleTo(full.questionnaire)
    monkeypatch.undo()
    full.close()


def test_undo_takes_back_what_could_be_stored_at_a_second_try(full, asked, monkeypatch):
    full.questionnaire.undo()
    assert full.unsaved
    monkeypatch.undo()
    full.questionnaire.undo()
    assert full.questionnaire.opened.answer("FDI-1.1").empty
    assert full.questionnaire.opened.redo_item == "FDI-1.1"


def test_a_file_that_is_still_being_copied_is_waited_for(qtbot, desktop, asked, tmp_path, monkeypatch):
    desktop.open_assessment(
        desktop.workspace.new(country="AL", instrument="fdi-screening", expert="E07", round="2026")
    )
    arrived, attach = Event(), OpenAssessment.attach

    def slowly(opened: OpenAssessment, path: Path) -> Attachment:
        arrived.wait(30)
        return attach(opened, path)

    monkeypatch.setattr(OpenAssessment, "attach", slowly)
    file = tmp_path / "act.pdf"
    file.write_bytes(b"%PDF-1.7")
    page = desktop.questionnaire
    page.findChild(EvidenceDesk).attach("FDI-1.1", [file], ())
    desktop.go_home()
    assert asked == ["A file is still being copied; it is no evidence yet."]
    assert desktop.questionnaire is page
    arrived.set()
    qtbot.waitUntil(lambda: bool(page.opened.answer("FDI-1.1").evidence))
    desktop.go_home()
    assert len(asked) == 1
    assert desktop.questionnaire is None


def test_what_can_be_stored_after_all_needs_no_question(full, asked, monkeypatch):
    monkeypatch.undo()
    full.go_home()
    assert asked == []
    (info,) = full.workspace.assessments()
    assert info.done == 1


def test_after_a_defect_while_storing_nobody_is_told_that_all_is_safe(desktop, monkeypatch):
    desktop.open_assessment(
        desktop.workspace.new(country="AL", instrument="fdi-screening", expert="E07", round="2026")
    )

    def break_down(*_args: object, **_more: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(OpenAssessment, "record", break_down)
    with pytest.raises(ZeroDivisionError):
        desktop.questionnaire.editing.set_justification("FDI-1.1", "Words.")
    assert desktop.unsaved
    monkeypatch.undo()
    desktop.questionnaire.editing.save_again()
    assert desktop.questionnaire.opened.answer("FDI-1.1").justification == "Words."
    assert not desktop.unsaved


def test_the_first_days_work_is_copied_when_the_window_closes(desktop):
    desktop.workspace.new(country="AL", instrument="fdi-screening", expert="E07", round="2026")
    assert desktop.workspace.backups() == ()
    folder = desktop.folder
    desktop.close()
    (copy,) = (folder / "backups").glob("*.sqlite3")
    connection = sqlite3.connect(copy)
    assert connection.execute("SELECT count(*) FROM assessment").fetchone() == (1,)
    connection.close()


def test_every_hour_of_work_is_copied(qtbot, desktop):
    desktop.workspace.new(country="AL", instrument="fdi-screening", expert="E07", round="2026")
    desktop.findChild(HourlyCopies)._timer.timeout.emit()
    qtbot.waitUntil(lambda: len(desktop.workspace.backups()) == 1)
