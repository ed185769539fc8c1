"""Evidence that arrives, or is stored in another form, while the person writes."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QLabel, QLineEdit, QTextEdit

from tests.ui.finding_widgets import control, shown
from ui.evidence.list import EvidenceList
from wb6assess.model.assessment import Evidence

PAUSE_MS = 400


@pytest.fixture
def note(tmp_path) -> Path:
    path = tmp_path / "note.pdf"
    path.write_bytes(b"%PDF-1.7 a small note")
    return path


def take(window, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    window.findChild(EvidenceList)._take(mime)


def items(opened) -> tuple[Evidence, ...]:
    return opened.answer("FDI-1.1").evidence


def words(root) -> str:
    return "\n".join(label.text() for label in shown(root, QLabel))


def test_letters_in_two_characters_do_not_close_the_form(qtbot, window, opened):
    window.add_evidence()
    title = control(window, QLineEdit, "Title")
    title.insert("Zakoc\u030c")
    title.flush()
    window.follow()
    qtbot.keyClicks(title, " o kontroli")
    window.flush()
    assert [item.title for item in items(opened)] == ["Zako\u010d o kontroli"]
    assert title.hasFocus()


def test_a_file_that_arrives_keeps_the_open_form_and_what_is_being_typed(qtbot, window, opened, note):
    window.add_evidence()
    title = control(window, QLineEdit, "Title")
    take(window, note)
    qtbot.keyClicks(title, "Act 1")
    qtbot.waitUntil(lambda: any(item.file for item in items(opened)))
    qtbot.keyClicks(title, "/2026")
    window.flush()
    assert title.hasFocus()
    assert sorted((item.title, item.file) for item in items(opened)) == [
        ("", "note.pdf"),
        ("Act 1/2026", ""),
    ]


def test_a_file_that_arrives_takes_no_keyboard_from_who_writes_elsewhere(qtbot, window, opened, note):
    box = control(window, QTextEdit, "Justification")
    take(window, note)
    box.setFocus()
    qtbot.keyClicks(box, "Because ")
    qtbot.waitUntil(lambda: bool(items(opened)))
    qtbot.wait(50)
    assert box.hasFocus()


def test_a_file_attached_in_a_form_stays_with_what_is_typed_meanwhile(qtbot, window, opened, note):
    window.add_evidence()
    title = control(window, QLineEdit, "Title")
    qtbot.keyClicks(title, "Act")
    title.flush()
    window.findChild(EvidenceList)._form.file_chosen.emit(note)
    qtbot.keyClicks(title, " 1")
    title.flush()
    qtbot.waitUntil(lambda: any(item.file for item in items(opened)))
    assert [(item.title, item.file) for item in items(opened)] == [("Act 1", "note.pdf")]


def test_every_refused_file_of_a_drop_is_named(qtbot, window, opened, note, tmp_path):
    empty = tmp_path / "empty.pdf"
    empty.touch()
    take(window, note, tmp_path, empty, tmp_path / "gone.pdf")
    qtbot.waitUntil(lambda: bool(items(opened)) and "gone.pdf" in words(window))
    said = words(window)
    assert "is a folder" in said
    assert "empty.pdf holds nothing" in said
    assert len(items(opened)) == 1


def test_text_of_control_characters_alone_is_no_evidence(window, opened):
    mime = QMimeData()
    mime.setText("\x00\x01 ")
    window.findChild(EvidenceList)._take(mime)
    assert items(opened) == ()
    assert "There is no file, link or text to paste." in words(window)


def test_a_line_break_in_one_field_survives_editing_another(qtbot, window, opened):
    from ui.evidence.row import EvidenceRow
    from wb6assess.model.assessment import Answer

    opened.record("FDI-1.1", Answer(2, evidence=(Evidence("law", title="Act", quote="one\ntwo"),)))
    window.follow()
    control(window, EvidenceRow, "Evidence, grade A: Act").click()
    title = control(window, QLineEdit, "Title")
    title.setText("Act 2")
    title.flush()
    assert items(opened) == (Evidence("law", title="Act 2", quote="one\ntwo"),)


def test_letters_of_another_size_leave_the_keyboard_beside_the_evidence(qtbot, desktop, appearance):
    desktop.open_assessment(
        desktop.workspace.new(country="AL", instrument="fdi-screening", expert="E07", round="2026")
    )
    desktop.activateWindow()
    desktop.questionnaire.add_evidence()
    qtbot.keyClicks(control(desktop, QLineEdit, "Title"), "Half a ti")
    try:
        desktop.choose_size(125)
        qtbot.wait(50)
        (item,) = items(desktop.questionnaire.opened)
        assert item.title == "Half a ti"
        assert desktop.focusWidget().accessibleName() == "Add evidence"
    finally:
        appearance.choose_size(100)


def test_a_clipboard_that_was_never_filled_says_so(window, opened, monkeypatch):
    monkeypatch.setattr(QClipboard, "mimeData", lambda *_: None)
    window.paste_evidence()
    assert items(opened) == ()
    assert "There is no file, link or text to paste." in words(window)
