"""An author tries a questionnaire out; nothing is kept."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from tests.ui.finding_widgets import control
from ui.preview import Preview
from ui.preview_dialog import PreviewDialog
from wb6assess.instruments.library import Library
from wb6assess.settings import questionnaires_folder


@pytest.mark.parametrize("instrument", ["cybersecurity", "operational-integration"])
def test_a_preview_answers_and_leaves_nothing_behind(qtbot, instrument):
    preview = Preview(Library(questionnaires_folder()), instrument, "XK")
    qtbot.addWidget(preview)
    preview.show()
    folder = Path(preview._folder.name)
    assert folder.is_dir()
    preview.page.choose_level(3)
    assert len(preview.page.opened.answers) == 1
    preview.close()
    assert not folder.exists()


def test_the_menu_opens_a_preview(qtbot, desktop):
    desktop._commands.actions["preview"].trigger()
    dialog = desktop.findChildren(PreviewDialog)[-1]
    button = control(dialog, QAbstractButton, "Open the preview")
    qtbot.waitUntil(button.isEnabled)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    preview = desktop.findChildren(Preview)[-1]
    qtbot.waitUntil(preview.isVisible)
    assert preview.page.opened.info.identity.instrument == "fdi-screening"
    preview.close()
    assert desktop.workspace.assessments() == []
