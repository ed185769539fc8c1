"""Charts of uncertainty, progress and agreement show every value, in shapes and in words."""

from decimal import Decimal
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.graphics.shapes import Drawing, Line

from exports import axes, chart_rows, charts, fonts, house, marks, svg
from exports.chart_rows import (
    DotRow,
    HeatCell,
    HeatRow,
    PairRow,
    Panel,
    RankRow,
    SourceRow,
    SwingRow,
)
from exports.charts.progress import _spread
from tests.exports.test_charts import printed, strings
from wb6assess.reports.region.rows import AgreementRow, ChangeEntry
from wb6assess.scoring.bands import Band
from wb6assess.scoring.rounds import ProgressWord

LONG = "A name of many words that goes on and on " * 40
SURE = DotRow("", "Albania", Decimal("54.2"), "54.2", Band.MODERATE, (), interval=(49.04, 58.06))
HIDDEN = DotRow("", "Serbia", None, "c", None)
UP = ChangeEntry("AL", "Albania", Decimal("48.3"), Decimal("60.0"), ProgressWord.GOOD, (8.0, 14.0))
UNSURE = ChangeEntry(
    "BA", "Bosnia", Decimal("50.0"), Decimal("48.0"), ProgressWord.BACKSLIDING, (-6.0, 1.0), within=True
)
GONE = ChangeEntry("RS", "Serbia", None, None, None)
SWING = SwingRow("X-1", "First", -4.0, 2.0, None)
RANKS = [RankRow("Albania", (1, 3)), RankRow("Serbia", None, "c"), RankRow("Kosovo*", (2, 2))]
ALPHAS = [
    AgreementRow("Albania", Decimal("0.88"), "0.88", (0.695, 0.922), "11", "reliable"),
    AgreementRow("Serbia", None, "n.d.", None, "12", "no variation"),
]


def lines(drawing: Drawing, weight: float) -> list[Line]:
    return [item for item in drawing.contents if isinstance(item, Line) and item.strokeWidth == weight]


def test_an_interval_runs_between_its_ends_and_the_dot_stands_at_the_published_score():
    drawing = charts.dot_plot([SURE], first="Country", label_width=100, width=400)
    axis = axes.Axis(100, 400 - 74 - 100)
    (interval,) = lines(drawing, 1.5)
    assert (interval.x1, interval.x2) == (pytest.approx(axis.at(49.04)), pytest.approx(axis.at(58.06)))
    dots = [item for item in drawing.contents if getattr(item, "r", None) == 3.3]
    assert [item.cx for item in dots] == [pytest.approx(axis.at(54.2))]


def test_a_hidden_score_has_no_interval():
    drawing = charts.interval_panels(
        [Panel("Overall", (SURE, HIDDEN)), Panel("Field", (HIDDEN, HIDDEN))]
    )
    assert len(lines(drawing, 1.5)) == 1
    assert {"Overall", "Field", "Albania", "54.2", "c"} <= printed(drawing)


def test_words_for_a_dot_with_an_interval_name_its_ends():
    assert chart_rows.dot_plot_alt("Scores", [SURE, HIDDEN]) == (
        "Scores, 2 rows: Albania 54.2 (moderately prepared; 90 % interval 49.0–58.1); Serbia c."
    )


def test_swings_go_left_and_right_of_zero_in_proportion():
    drawing = charts.swing_bars([SWING], heading="Points of the overall score")
    down, up = [item for item in drawing.contents if getattr(item, "height", None) == 8]
    assert down.width == pytest.approx(2 * up.width)
    assert down.x + down.width == pytest.approx(up.x)
    assert {"–4.0", "+2.0", ":"} <= printed(drawing)
    assert chart_rows.swings_alt("Swings", [SWING]) == (
        "Swings, 1 indicator: X-1 First down –4.0, up +2.0, left out :."
    )


def test_ranks_print_their_range_or_the_sign():
    assert {"1–3", "c", "2"} <= printed(charts.rank_ranges(RANKS))
    assert "Albania 1–3; Serbia c; Kosovo* 2" in chart_rows.ranks_alt("Ranks", RANKS)


def test_agreement_prints_alpha_interval_units_and_reading():
    drawing = charts.reliability(ALPHAS)
    assert {"0.88", "0.70–0.92", "11", "reliable", "n.d.", "no variation"} <= printed(drawing)
    assert "–1" not in printed(drawing)


def test_a_narrow_chart_of_agreement_says_below_the_label_what_has_no_column():
    drawing = charts.reliability(ALPHAS, width=280)
    assert {"0.88", "0.70–0.92", "Units 11", "reliable", "n.d."} <= printed(drawing)
    assert "90 % interval" not in printed(drawing)


def test_short_labels_leave_a_page_room_for_long_readings_beside():
    label, reading = "Bosnia and Herzegovina", "low: a meeting must look"
    row = AgreementRow(label, Decimal("0.70"), "0.70", (0.6, 0.8), "9", reading)
    assert "90 % interval" in printed(charts.reliability([row]))


def test_a_long_reading_of_agreement_stays_on_the_chart():
    words = "tentative, approximate"
    row = AgreementRow("Serbia", Decimal("0.70"), "0.70", (0.6, 0.8), "11", words)
    drawing = charts.reliability([row])
    (text,) = [item for item in strings(drawing) if item.text == words]
    assert text.x + fonts.width(words, 7.5) <= drawing.width + 0.01


def test_the_axis_of_agreement_goes_below_zero_only_for_systematic_disagreement():
    negative = AgreementRow("Serbia", Decimal("-0.12"), "–0.12", (-0.3, 0.1), "11", "low")
    assert "–1" in printed(charts.reliability([negative]))


def test_widths_by_source_are_bars_from_zero():
    rows = [SourceRow("Everything", 8.0, whole=True), SourceRow("Weights", 2.0)]
    drawing = charts.source_bars(rows)
    whole, part = [item for item in drawing.contents if getattr(item, "height", None) == 8]
    assert whole.width == pytest.approx(4 * part.width)
    assert "Everything 8.0; Weights 2.0" in chart_rows.sources_alt("Widths", rows)


def test_a_change_prints_both_scores_sign_word_and_doubt():
    assert {"48.3", "60.0", "+11.7", "good", "within uncertainty", "–2.0", "not comparable"} <= printed(
        charts.arrows([UP, UNSURE, GONE], before="2025", now="2026")
    )
    assert chart_rows.changes_alt("Change", [UP, UNSURE, GONE]) == (
        "Change, 3 rows: Albania 48.3 to 60.0, +11.7 (good progress, 90 % interval 8.0–14.0); "
        "Bosnia 50.0 to 48.0, –2.0 (backsliding, 90 % interval –6.0 to 1.0, within uncertainty); "
        "Serbia :."
    )


def test_slopes_are_grey_within_uncertainty_and_leave_out_what_is_not_comparable():
    drawing = charts.slopes([UP, UNSURE, GONE], before="2025", now="2026")
    strokes = [item.strokeColor for item in lines(drawing, 1.4)]
    assert strokes == [marks.colour(house.COUNTRY["AL"]), marks.colour(house.AXIS_END)]
    assert "Serbia" not in printed(drawing)


@given(st.lists(st.floats(0, 200), min_size=1, max_size=6))
def test_labels_of_slopes_never_cover_each_other(places):
    placed = _spread(places, 0, 210)
    ordered = sorted(placed)
    assert all(later - earlier > 8.5 for earlier, later in pairwise(ordered))
    assert all(-1 <= y <= 211 for y in placed)


@pytest.mark.parametrize("word", ProgressWord)
def test_a_progress_sign_is_as_wide_as_it_says(word):
    left, _, right, _ = marks.progress(word, 10, 0).getBounds()
    assert left >= 10
    assert right <= 10 + marks.progress_width(word)


def test_every_country_has_its_own_shape():
    shapes = {code: tuple(getattr(marks.country(code, 0, 0), "points", ())) for code in house.COUNTRY}
    assert len(set(shapes.values())) == len(shapes)


def test_a_heat_map_prints_a_number_or_sign_in_every_cell():
    rows = [
        HeatRow(
            "F", "Field", (HeatCell("54.2", Band.MODERATE), HeatCell("c"), HeatCell(":")), strong=True
        )
    ]
    assert {"54.2", "M", "c", ":"} <= printed(charts.heat_map(("AL", "BA", "ME"), rows))
    narrow = charts.heat_map(
        [f"SAMPLE-E{n:02}" for n in range(30)], [HeatRow("", "I", (HeatCell("3"),) * 30)]
    )
    assert sum(item.text == "3" for item in strings(narrow)) == 30
    assert chart_rows.heat_map_alt("Map", ("AL", "BA", "ME"), rows) == (
        "Map, 1 row, 3 columns: Field AL 54.2, BA c, ME :."
    )


def test_law_and_practice_print_institutions_and_interface_beside():
    row = PairRow("Albania", Decimal(60), Decimal(30), Decimal("42.4"), interface=Decimal("11.1"))
    assert {"Institut.", "42.4", "Interface", "11.1"} <= printed(charts.law_practice([row]))
    bare = PairRow("Albania", Decimal(60), Decimal(30), None)
    assert not {"Institut.", "Interface"} & printed(charts.law_practice([bare]))


EVERY = {
    "dots": lambda name: charts.dot_plot([DotRow("", name, None, ":", None)], first="Country"),
    "panels": lambda name: charts.interval_panels([Panel(name, (DotRow("", name, None, "z", None),))]),
    "pairs": lambda name: charts.law_practice([PairRow(name, None, None, None)]),
    "arrows": lambda name: charts.arrows(
        [ChangeEntry("AL", name, None, None, None)], before="a", now="b"
    ),
    "sources": lambda name: charts.source_bars([SourceRow(name, 0.0)]),
    "swings": lambda name: charts.swing_bars([SwingRow("k", name, 0.0, 0.0, 0.0)], heading="h"),
    "ranks": lambda name: charts.rank_ranges([RankRow(name, None)]),
    "agreement": lambda name: charts.reliability([AgreementRow(name, None, ":", None, "0", "")]),
    "heat": lambda name: charts.heat_map(("AL",), [HeatRow("k", name, (HeatCell(":"),))]),
}


@pytest.mark.parametrize("kind", EVERY)
def test_a_long_name_grows_its_row_and_loses_no_word(kind):
    drawing = EVERY[kind](LONG)
    said = " ".join(item.text for item in strings(drawing))
    assert said.count("many") >= 40
    assert drawing.height > EVERY[kind]("A").height + 100


@pytest.mark.parametrize("kind", EVERY)
def test_every_chart_becomes_a_picture_for_screens(kind):
    source = svg.as_svg(EVERY[kind]("Name"), "Words & values")
    ET.fromstring(source.encode("utf-8"))
    assert "clip" not in source


def test_slopes_become_a_picture_for_screens_with_a_name_too_long():
    long = ChangeEntry("XK", LONG[:200], Decimal(20), Decimal(30), ProgressWord.GOOD)
    drawing = charts.slopes([long], before="2025", now="2026")
    ET.fromstring(svg.as_svg(drawing, "Words").encode("utf-8"))
    (label,) = [item for item in strings(drawing) if item.text.startswith("A name")]
    assert label.fontSize < 8
