"""Facts take no more room than they need, and say how many of them are filled in."""

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from tests.ui.finding_widgets import control, shown
from ui.widgets.fields import Editor, MultiEditor
from ui.widgets.labels import Words
from wb6assess.model.assessment import Answer

ORIGIN = "Cases of the three years by origin of the investor"


def open_page(window, page: str) -> None:
    window.go_to(page)
    for _ in range(5):
        QApplication.processEvents()


def cell(window, row: str) -> QLineEdit:
    return control(window, QLineEdit, f"{ORIGIN}: {row}, ")


def test_a_long_table_stands_in_two_halves_where_there_is_room(window):
    open_page(window, "FDI-5.4")
    left, right, below = cell(window, "EU"), cell(window, "Gulf states"), cell(window, "Russia")
    assert left.y() == right.y() < below.y()
    assert left.x() == below.x() < right.x()
    window.resize(720, 900)
    open_page(window, "FDI-5.4")
    assert left.x() == right.x()
    assert left.y() < below.y() < right.y()


def test_figures_stand_near_the_names_they_belong_to(window):
    window.resize(760, 900)
    open_page(window, "FDI-5.4")
    figure = cell(window, "EU")
    (name,) = [label for label in shown(figure.parentWidget(), QLabel) if label.text() == "EU"]
    assert figure.x() - name.x() <= 320


def test_what_is_not_asked_leaves_no_gap(window, opened):
    opened.record("FDI-1.1", Answer(2))
    open_page(window, "FDI-1.1")
    blocks = [part.parentWidget() for part in shown(window.parts.indicator, Editor)]
    short = [block for block in blocks if block.width() < 500]
    rows: dict[int, int] = {}
    for block in short:
        rows[block.y()] = rows.get(block.y(), 0) + 1
    # Two beside each other, but for the last one before something that needs the whole width.
    wide = len(blocks) - len(short)
    assert sum(count == 1 for count in rows.values()) <= wide + 1


def test_short_choices_stand_beside_each_other(window):
    open_page(window, "FDI-1.4")
    editors = shown(window.parts.indicator, MultiEditor)
    inputs = next(part for part in editors if part.name == "Inputs covered now")
    assert len({box.y() for box in inputs.findChildren(type(inputs._pool[0])) if box.isVisible()}) == 1


def test_the_head_counts_what_is_filled_in(window, opened):
    opened.record("FDI-5.4", Answer(2))
    open_page(window, "FDI-5.4")
    said = [label.text() for label in shown(window.parts.indicator, QLabel)]
    assert any(words.startswith("0 of ") and "not scored" in words for words in said)
    field = next(f for f in opened.instrument.by_id["FDI-5.4"].fields if f.type == "numeric")
    window.editing.set_fact("FDI-5.4", field.id, 12)
    open_page(window, "FDI-5.4")
    said = [label.text() for label in shown(window.parts.indicator, QLabel)]
    assert any(words.startswith("1 of ") for words in said)


def test_every_line_of_a_head_ends_above_its_figures(appearance):
    head = Words("Filings received", right=True)
    head.resize(84, head.heightForWidth(84))
    picture = head.grab().toImage()
    ground = picture.pixelColor(0, 0)
    half = picture.height() // 2
    ends = [
        max(x for y in rows for x in range(picture.width()) if picture.pixelColor(x, y) != ground)
        for rows in (range(half), range(half, picture.height()))
    ]
    assert min(ends) >= picture.width() - 3
    head.deleteLater()
