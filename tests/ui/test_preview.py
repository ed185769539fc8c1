"""An author tries a questionnaire out; nothing is kept."""

from pathlib import Path

import pytest

from ui.preview import Preview
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
    preview.leave()
    assert not folder.exists()
