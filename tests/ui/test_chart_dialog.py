"""The chart of pillars in a window: the drawing of the summary, to copy and to save."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from exports.summary_charts import pillar_picture
from tests.ui.finding_widgets import control
from ui.chart_dialog import ChartDialog, Picture
from wb6assess.session.samples import sample_answers


@pytest.fixture
def dialog(qtbot, appearance, opened):
    opened.record_all(sample_answers(opened.instrument, "AL", "E07", 3, opened.parameters))
    made = ChartDialog(*pillar_picture(opened.report()))
    made.open()
    yield made
    made.done(0)


def test_the_picture_says_every_value_it_shows(dialog, opened):
    words = dialog.findChild(Picture).accessibleName()
    for pillar in opened.instrument.pillars:
        published = opened.scores.pillars[pillar.id].published
        assert pillar.title in words
        assert published is None or str(published) in words


def test_the_drawing_is_on_paper_in_every_theme(dialog):
    image = dialog.findChild(Picture).image()
    shades = {image.pixelColor(x, y).name() for x in range(0, image.width(), 5) for y in (30, 80, 120)}
    assert "#ffffff" in shades
    assert len(shades) > 3


def test_the_picture_is_copied_and_saved(qtbot, dialog, tmp_path):
    control(dialog, QAbstractButton, "Copy picture").click()
    assert not QApplication.clipboard().image().isNull()
    dialog.save_as(tmp_path / "pillars.svg")
    assert (tmp_path / "pillars.svg").read_text("utf-8").lstrip().startswith("<?xml")
    dialog.save_as(tmp_path)
    assert any("folder" in label.text() for label in dialog.findChildren(type(dialog._said)))
