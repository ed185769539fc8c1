"""What a person does when a questionnaire is shared."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QWidget

from tests.ui.finding_widgets import control
from ui.frame.main_window import MainWindow
from ui.sharing.compare_dialog import CompareDialog
from ui.sharing.compare_page import ComparePage
from ui.sharing.entry_list import EntryList
from wb6assess.exchange.answers import write_document
from wb6assess.model.assessment import Answer
from wb6assess.session.parts import write_part

ANA = ("FDI-2", "FDI-3")
MINE, HERS, HERS_TOO = "FDI-1.1", "FDI-2.1", "FDI-3.1"


def opened(window: MainWindow):
    return window.questionnaire.opened


def click(qtbot, part: QWidget) -> None:
    qtbot.mouseClick(part, Qt.MouseButton.LeftButton)


def words(root: QWidget) -> str:
    return "\n".join(label.text() for label in root.findChildren(QLabel) if label.isVisibleTo(root))


def command(window: MainWindow, name: str) -> None:
    action = window._commands.actions[name]
    assert action.isEnabled()
    action.trigger()


def the(window: MainWindow, kind: type):
    """The newest dialog or page of a kind."""
    return window.findChildren(kind)[-1]


def files(window: MainWindow) -> list[Path]:
    return sorted(Path(window.preferences.output_folder).iterdir())


def choose_file(monkeypatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))


def part_for_ana(window: MainWindow, tmp_path: Path, changes: dict[str, Answer]) -> Path:
    """A part as Ana sends it back, made without her window."""
    from wb6assess.exchange.parts import part_bytes

    path = tmp_path / "back.wb6part.json"
    part = write_part(path, opened(window), ANA, "Ana")
    answers = {**part.document.answers, **changes}
    path.write_bytes(part_bytes(replace(part, document=replace(part.document, answers=answers))))
    return path


def key(qtbot, page: QWidget, pressed: Qt.Key) -> None:
    qtbot.keyClick(control(page, EntryList, "Questions"), pressed)


def compare_with(qtbot, monkeypatch, window: MainWindow, path: Path) -> ComparePage:
    choose_file(monkeypatch, path)
    command(window, "compare")
    dialog = the(window, CompareDialog)
    with qtbot.waitSignal(dialog.chosen, timeout=30_000):
        click(qtbot, control(dialog, QAbstractButton, "Choose the file…"))
    return the(window, ComparePage)


def copy_of(window: MainWindow, path: Path, changes: dict[str, Answer]) -> Path:
    document = opened(window).document()
    path.write_bytes(write_document(replace(document, answers={**document.answers, **changes})))
    return path
