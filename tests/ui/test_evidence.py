"""Evidence from outside: dropped, pasted, attached, used again, opened, removed."""

import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QTextEdit

from tests.ui.finding_widgets import control, shown
from ui.evidence.form import EvidenceForm
from ui.evidence.intake import intake
from ui.evidence.list import EvidenceList
from ui.evidence.reuse import ReuseDialog
from ui.evidence.row import EvidenceRow
from ui.evidence.words import all_kinds, may_open
from ui.widgets.check_row import CheckRow
from wb6assess.model.assessment import EVIDENCE_GRADES, Answer, Evidence

LAW = Evidence("law", title="Act on screening", reference="Gazette 1/2026", issuer="Parliament")


@pytest.fixture
def note(tmp_path) -> Path:
    path = tmp_path / "note on the draft.pdf"
    path.write_bytes(b"%PDF-1.7 a small note")
    return path


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def text(words: str) -> QMimeData:
    mime = QMimeData()
    mime.setText(words)
    return mime


def drop(part, mime: QMimeData) -> None:
    actions, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(part, QDragEnterEvent(QPoint(5, 5), actions, mime, buttons, none))
    QApplication.sendEvent(part, QDropEvent(QPointF(5, 5), actions, mime, buttons, none))


def pasted(mime: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(mime)


def words(root) -> str:
    return "\n".join(label.text() for label in shown(root, QLabel))


def items(opened) -> tuple[Evidence, ...]:
    return opened.answer("FDI-1.1").evidence


def evidence_of(window) -> EvidenceList:
    return window.findChild(EvidenceList)


def test_a_dropped_file_is_copied_into_the_workspace_under_its_hash(qtbot, window, opened, note):
    drop(evidence_of(window), files(note))
    qtbot.waitUntil(lambda: bool(items(opened)))
    (item,) = items(opened)
    assert item.file == note.name
    assert item.sha256 == hashlib.sha256(note.read_bytes()).hexdigest()
    assert opened.attachment_path(item.sha256).read_bytes() == note.read_bytes()
    assert note.exists()
    # What was added can be given a title at once.
    qtbot.waitUntil(lambda: bool(shown(window, QLineEdit, "Title")))


def test_a_file_dropped_anywhere_on_the_page_becomes_evidence(qtbot, window, opened, note):
    drop(window.parts.indicator.viewport(), files(note))
    qtbot.waitUntil(lambda: bool(items(opened)))
    assert opened.answer("FDI-1.1").justification == ""


def test_a_text_field_leaves_files_to_the_page(window, note):
    box = control(window, QTextEdit, "Justification")
    assert not box.canInsertFromMimeData(files(note))
    assert box.canInsertFromMimeData(text("words"))


def test_a_file_that_is_too_large_is_refused_with_a_sentence(qtbot, window, opened, note, monkeypatch):
    monkeypatch.setattr("wb6assess.store.attachments.LIMIT_BYTES", 5)
    drop(evidence_of(window), files(note))
    qtbot.waitUntil(lambda: "MB can be attached" in words(window))
    assert items(opened) == ()


def test_a_folder_is_refused_with_a_sentence(qtbot, window, opened, tmp_path):
    drop(evidence_of(window), files(tmp_path))
    qtbot.waitUntil(lambda: "cannot be attached" in words(window))
    assert items(opened) == ()


def test_a_file_reaches_its_own_question_though_the_page_was_left(qtbot, window, opened, note):
    drop(evidence_of(window), files(note))
    window.go_to("FDI-2.1")
    qtbot.waitUntil(lambda: bool(items(opened)))
    assert opened.answer("FDI-2.1").evidence == ()
    assert not shown(window, QLineEdit, "Title"), "no form opens on a page it does not belong to"


def test_a_pasted_link_becomes_a_web_page_or_an_eu_document(window, opened):
    pasted(text("https://eur-lex.europa.eu/eli/reg/2019/452/oj https://example.org/a"))
    window.paste_evidence()
    assert [(item.kind, item.url) for item in items(opened)] == [
        ("eu_document", "https://eur-lex.europa.eu/eli/reg/2019/452/oj"),
        ("web", "https://example.org/a"),
    ]


def test_ctrl_v_in_the_list_pastes_a_citation(qtbot, window, opened):
    pasted(text("Law on foreign investment,\n  Official Gazette 12/2024, Art. 14"))
    add = control(window, QAbstractButton, "Add evidence")
    qtbot.keyClick(add, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    (item,) = items(opened)
    assert item.kind == "law"
    assert item.citation == "Law on foreign investment, Official Gazette 12/2024, Art. 14"


def test_ctrl_v_in_a_field_pastes_text_into_the_field(qtbot, window, opened):
    pasted(text("only words"))
    window.add_evidence()
    title = control(window, QLineEdit, "Title")
    qtbot.keyClick(title, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert title.text() == "only words"
    title.flush()
    assert len(items(opened)) == 1


def test_a_picture_or_nothing_on_the_clipboard_says_what_to_do(window, opened):
    mime = QMimeData()
    mime.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    pasted(mime)
    window.paste_evidence()
    assert "once it is saved as a file" in words(window)
    pasted(QMimeData())
    window.paste_evidence()
    assert "There is no file, link or text to paste." in words(window)
    assert items(opened) == ()


@pytest.mark.parametrize(
    ("words", "kind", "url"),
    [
        ("See https://example.org/x, page 3", "report", "https://example.org/x"),
        ("Regulation (EU) 2019/452", "law", ""),
        ("Interview notes", "report", ""),
    ],
)
def test_a_citation_is_read_with_its_link(words, kind, url):
    (piece,) = intake(text(words), ()).pieces
    assert (piece.kind, piece.url) == (kind, url)


def test_an_attached_file_can_be_added_in_the_form(qtbot, window, opened, note, monkeypatch):
    chosen = lambda *_args, **_more: (str(note), "")  # noqa: E731
    monkeypatch.setattr("ui.evidence.form.QFileDialog.getOpenFileName", chosen)
    window.add_evidence()
    qtbot.keyClicks(control(window, QLineEdit, "Title"), "Note")
    qtbot.mouseClick(control(window, QAbstractButton, "Attach a file"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(items(opened)) and bool(items(opened)[0].file))
    (item,) = items(opened)
    assert (item.title, item.file) == ("Note", note.name)


def test_another_questions_evidence_is_found_and_used_again(qtbot, window, opened):
    other = Evidence("report", title="Annual report")
    opened.record("FDI-2.1", Answer(3, evidence=(LAW, other)))
    window.show_again()
    qtbot.mouseClick(control(window, QAbstractButton, "Use evidence again"), Qt.MouseButton.LeftButton)
    dialog = window.findChildren(ReuseDialog)[-1]
    assert len(shown(dialog, CheckRow)) == 2
    qtbot.keyClicks(control(dialog, QLineEdit, "Search evidence"), "gazette 1")
    (row,) = shown(dialog, CheckRow)
    assert "FDI-2.1" in row.text()
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(control(dialog, QAbstractButton, "Use it here"), Qt.MouseButton.LeftButton)
    assert items(opened) == (LAW,)
    assert opened.answer("FDI-2.1").evidence == (LAW, other)


def test_what_stands_here_already_is_not_offered_again(qtbot, window, opened):
    opened.record("FDI-2.1", Answer(3, evidence=(LAW,)))
    opened.record("FDI-1.1", Answer(3, evidence=(LAW,)))
    window.show_again()
    window.reuse_evidence()
    dialog = window.findChildren(ReuseDialog)[-1]
    assert not shown(dialog, CheckRow)
    assert "No other question has evidence" in words(dialog)


def test_removing_is_one_step_of_undo_however_soon_after_typing(qtbot, window, opened):
    opened.record("FDI-1.1", Answer(3, evidence=(LAW,)))
    window.show_again()
    qtbot.waitUntil(lambda: bool(shown(window, EvidenceRow, "Evidence, grade A: Act on screening")))
    row = control(window, EvidenceRow, "Evidence, grade A: Act on screening")
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(shown(window, QLineEdit, "Title")))
    qtbot.keyClicks(control(window, QLineEdit, "Title"), "!")
    qtbot.mouseClick(control(window, QAbstractButton, "Remove evidence"), Qt.MouseButton.LeftButton)
    assert items(opened) == ()
    window.undo()
    assert len(items(opened)) == 1


def menu_entries(row: EvidenceRow) -> dict[str, object]:
    return {action.text(): action for action in row.menu().actions() if action.text()}


def test_the_menu_of_an_item_opens_saves_edits_and_removes(
    qtbot, window, opened, note, tmp_path, monkeypatch
):
    seen = []
    monkeypatch.setattr("ui.evidence.desk.QDesktopServices.openUrl", seen.append)
    copy = tmp_path / "copy.pdf"
    monkeypatch.setattr("ui.evidence.list.QFileDialog.getSaveFileName", lambda *_args: (str(copy), ""))
    kept = opened.attach(note)
    item = Evidence("report", title="Note", file=kept.file, sha256=kept.sha256)
    opened.record("FDI-1.1", Answer(3, evidence=(item,)))
    window.show_again()
    qtbot.waitUntil(lambda: bool(shown(window, EvidenceRow)))
    row = control(window, EvidenceRow, "Evidence, grade B: Note")
    assert note.name in row.accessibleName()
    entries = menu_entries(row)
    assert list(entries) == ["Edit", "Open file", "Save a copy of the file…", "Remove"]
    entries["Open file"].trigger()
    (url,) = seen
    shown_copy = Path(url.toLocalFile())
    assert shown_copy.read_bytes() == note.read_bytes()
    assert shown_copy != opened.attachment_path(kept.sha256), "the kept file itself is never opened"
    entries["Save a copy of the file…"].trigger()
    assert copy.read_bytes() == note.read_bytes()
    entries["Remove"].trigger()
    assert items(opened) == ()


def test_a_program_is_kept_but_never_started(qtbot, window, opened, tmp_path, monkeypatch):
    seen = []
    monkeypatch.setattr("ui.evidence.desk.QDesktopServices.openUrl", seen.append)
    program = tmp_path / "setup.exe"
    program.write_bytes(b"MZ")
    kept = opened.attach(program)
    item = Evidence("report", file=kept.file, sha256=kept.sha256)
    opened.record("FDI-1.1", Answer(3, evidence=(item,)))
    window.show_again()
    qtbot.waitUntil(lambda: bool(shown(window, EvidenceRow)))
    menu_entries(control(window, EvidenceRow, "Evidence"))["Open file"].trigger()
    assert seen == []
    assert "could start a program" in words(window)


def test_a_file_that_is_not_here_says_so_and_cannot_break_the_page(qtbot, window, opened):
    item = Evidence("report", title="Lost", file="lost.pdf", sha256="0" * 64)
    opened.record("FDI-1.1", Answer(3, evidence=(item,)))
    window.show_again()
    qtbot.waitUntil(lambda: bool(shown(window, EvidenceRow)))
    row = control(window, EvidenceRow, "Evidence")
    assert "not here" in row.accessibleName()
    menu_entries(row)["Open file"].trigger()
    assert "is not in this workspace" in words(window)


def test_a_handed_in_revision_takes_nothing(window, opened, note):
    drop_area = evidence_of(window)
    drop_area._locked = True
    drop(drop_area, files(note))
    drop_area.add()
    drop_area.reuse()
    assert items(opened) == ()
    assert not window.findChildren(ReuseDialog)


def test_every_kind_shows_its_grade():
    kinds = all_kinds()
    assert set(kinds) == set(EVIDENCE_GRADES)
    assert kinds["law"] == "Law, grade A"


@pytest.mark.parametrize("url", ["file:///etc/passwd", "javascript:alert(1)", "/usr/bin/x"])
def test_only_web_addresses_are_opened(url):
    assert not may_open(url)


def test_the_whole_form_comes_into_sight(qtbot, window):
    """With its buttons, also on a page that is scrolled to its end by the guide."""
    window.go_to("FDI-1.4")
    window.toggle_guide()
    QApplication.processEvents()
    window.add_evidence()
    form = window.findChildren(EvidenceForm)[-1]
    view = window.parts.page.viewport()

    def seen() -> bool:
        top = form.mapTo(view, QPoint(0, 0)).y()
        return top >= 0 and top + form.height() <= view.height()

    qtbot.waitUntil(seen)
