"""The chart of pillars in a window: the drawing of the summary, to copy and to save."""

from xml.etree import ElementTree as ET

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from exports.summary_charts import pillar_sketch, saved_picture
from tests.ui.finding_widgets import control
from ui.chart_dialog import ChartDialog, image_of
from ui.charts.drawn import DrawnChart
from wb6assess.session.samples import sample_answers


@pytest.fixture
def dialog(qtbot, appearance, opened):
    opened.record_all(sample_answers(opened.instrument, "AL", "E07", 3, opened.parameters))
    sketch = pillar_sketch(opened.report())
    made = ChartDialog(sketch, lambda: saved_picture(sketch))
    made.open()
    yield made
    made.done(0)


def test_the_chart_says_every_value_it_shows(dialog, opened):
    words = dialog.findChild(DrawnChart).accessibleDescription()
    for pillar in opened.instrument.pillars:
        published = opened.scores.pillars[pillar.id].published
        assert pillar.title in words
        assert published is None or str(published) in words


def test_a_copied_picture_is_on_white_paper_in_every_theme(dialog, opened):
    image = image_of(saved_picture(pillar_sketch(opened.report())))
    shades = {image.pixelColor(x, y).name() for x in range(0, image.width(), 5) for y in (30, 80, 120)}
    assert "#ffffff" in shades
    assert len(shades) > 3


def test_the_picture_is_copied_and_saved(qtbot, dialog, tmp_path):
    control(dialog, QAbstractButton, "Copy picture").click()
    assert not QApplication.clipboard().image().isNull()
    dialog.save_as(tmp_path / "pillars.svg")
    assert ET.fromstring((tmp_path / "pillars.svg").read_bytes()).tag.endswith("svg")
    dialog.save_as(tmp_path)
    assert any("folder" in label.text() for label in dialog.findChildren(type(dialog._said)))
