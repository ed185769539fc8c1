"""Charts say what they show, in shapes and in words."""

from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest
from reportlab.graphics.shapes import Drawing, Group, String

from exports import band_table, chart_rows, charts, fonts, house, svg
from exports.band_table import BandCell, BandLine
from exports.chart_rows import BarRow, DotGroup, DotRow, PairRow
from exports.profile_chart import profile
from wb6assess.scoring.bands import Band

DOTS = [
    DotRow("P1", "Law in force", Decimal("66.7"), "66.7", Band.GOOD, ("100 %",)),
    DotRow("P2", "Practice", None, ":", None, ("40 %",)),
    DotRow("P3", "Institutions", None, "z", None, ("z",)),
]


def strings(drawing: Drawing) -> list[String]:
    """Every text shape of a drawing."""
    found: list[String] = []

    def walk(group: Group) -> None:
        for item in group.contents:
            if isinstance(item, String):
                found.append(item)
            elif isinstance(item, Group):
                walk(item)

    walk(drawing)
    return found


def printed(drawing: Drawing) -> set[str]:
    return {item.text for item in strings(drawing)}


def test_a_dot_plot_prints_label_sign_band_and_columns_of_each_row():
    assert {"P1", "Law in force", "66.7", "100 %", ":", "z"} <= printed(
        charts.dot_plot(DOTS, first="Pillar", columns=("Coverage",))
    )


def test_a_long_label_wraps_and_grows_its_row():
    short = charts.dot_plot(DOTS[:1], first="Pillar")
    row = DotRow("P1", "word " * 60, Decimal("1.0"), "1.0", Band.EARLY)
    assert charts.dot_plot([row], first="Pillar").height > short.height + 50


def test_bars_are_proportional_to_the_gain():
    rows = [BarRow("a", "A", "", 4.0, "1", "5"), BarRow("b", "B", "", 2.0, "3", "5")]
    bars = [
        item.width
        for item in charts.gap_bars(rows, heading="Points").contents
        if getattr(item, "height", None) == 8
    ]
    assert bars[0] == pytest.approx(2 * bars[1])


def test_law_practice_rows_print_gap_and_reading():
    rows = [
        PairRow("Albania", Decimal("60.4"), Decimal("30.0"), Decimal("42.4")),
        PairRow("Serbia", None, Decimal("30.0"), None),
        PairRow("Kosovo*", None, None, None, "c"),
    ]
    assert {"30.4", "large", ":", "insufficient", "c", "confidential"} <= printed(
        charts.law_practice(rows)
    )


@pytest.mark.parametrize(
    ("law", "practice"), [("0.0", "0.0"), ("100.0", "100.0"), ("50.0", "51.0"), ("4.4", "31.3")]
)
def test_labels_of_a_dumbbell_stay_inside_the_picture(law, practice):
    row = PairRow("", Decimal(law), Decimal(practice), Decimal("43.6"))
    drawing = charts.dumbbell(row, width=283)
    for item in strings(drawing):
        if item.text[0].isalpha():
            assert item.x >= 0
            assert item.x + fonts.width(item.text, item.fontSize, item.fontName) <= 283.01


def test_the_band_table_shows_no_value_of_a_country_in_progress():
    shown = BandCell("55.7", Decimal("55.7"), Band.MODERATE)
    rows = [
        BandLine("Albania", in_progress=False, cells=(shown, BandCell(":"))),
        BandLine("Serbia", in_progress=True, cells=(BandCell("11.1"), BandCell("11.1"))),
    ]
    table = band_table.band_table(("Overall", "Field"), rows, [("Regional mean", ("55.7", ":"))])
    assert {"M", "55.7", ":", band_table.IN_PROGRESS} <= printed(table)
    assert "11.1" not in printed(table)
    assert "11.1" not in band_table.band_table_alt(("Overall", "Field"), rows)


def test_alternative_texts_name_every_value():
    assert chart_rows.dot_plot_alt("Scores", DOTS) == (
        "Scores, 3 rows: Law in force 66.7 (good level of preparation); Practice :; Institutions z."
    )


def test_svg_names_fonts_by_family_and_has_no_clip_of_the_whole_picture():
    source = svg.as_svg(charts.dot_plot(DOTS, first="Pillar"), "Every value & sign")
    ET.fromstring(source.encode("utf-8"))
    assert 'font-family="\'Noto Sans\', sans-serif" font-weight="bold"' in source
    assert "NotoSans" not in source
    assert "clip" not in source
    assert "<desc>Every value &amp; sign</desc>" in source


def band_heads(word: str, count: int) -> list[String]:
    names = ("Overall", *[word] * count)
    cells = tuple(BandCell("50.0", Decimal("50.0"), Band.MODERATE) for _ in names)
    drawing = band_table.band_table(names, [BandLine("Albania", False, cells)], [], beside=1)
    return [item for item in strings(drawing) if item.text == word]


def test_a_head_of_the_band_table_gets_smaller_before_its_word_is_cut():
    heads = band_heads("Disinformation", 6)
    assert len(heads) == 6
    assert all(6.4 <= item.fontSize < 7.5 for item in heads)
    assert all(fonts.width(item.text, item.fontSize, fonts.BOLD) < 58 for item in heads)


def test_a_head_that_would_be_tiny_is_set_upright():
    heads = band_heads("Counterdisinformation", 11)
    assert len(heads) == 11
    assert all(item.fontSize == 7.5 for item in heads)


def test_the_grey_palette_is_grey_and_keeps_letters_readable():
    def luminance(code: str) -> float:
        parts = [int(code[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        lines = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * lines[0] + 0.7152 * lines[1] + 0.0722 * lines[2]

    for band in Band:
        fill, text = house.GREY.band_fill[band], house.GREY.band_text[band]
        assert fill[1:3] == fill[3:5] == fill[5:7]
        light, dark = sorted((luminance(fill), luminance(text)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_a_profile_shows_every_field_and_pillar_and_says_what_is_beside():
    groups = [
        DotGroup(DOTS[0]),
        DotGroup(DotRow("", "FIMI", Decimal("40.0"), "40.0", Band.MODERATE), tuple(DOTS), "beside"),
    ]
    assert {"FIMI", "beside", "P2", "Practice", "66.7", ":", "z"} <= printed(profile(groups))
    assert "FIMI 40.0 (moderately prepared)" in chart_rows.profile_alt("Profile", groups)


def test_a_long_name_grows_its_row_of_the_band_table():
    cell = BandCell("55.7", Decimal("55.7"), Band.MODERATE)
    short, long = (
        band_table.band_table(("Overall",), [BandLine(name, False, (cell,))], [])
        for name in ("Albania", "many words " * 30)
    )
    assert long.height > short.height + 100
    assert " ".join(item.text for item in strings(long)).count("many") == 30


def test_the_axis_of_a_dot_plot_keeps_its_room_beside_long_names_and_many_columns():
    row = DotRow("", "word " * 40, Decimal("50.0"), "50.0", Band.MODERATE, ("a", "b", "c", "d"))
    drawing = charts.dot_plot([row], first="Country", columns=("A", "B", "C", "D"))
    ticks = {item.text: item.x for item in strings(drawing) if item.text in {"0", "100"}}
    assert ticks["100"] - ticks["0"] > 90
