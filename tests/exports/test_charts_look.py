"""Charts take their colours, words and sizes from the look they are drawn in, at any width."""

import re
from dataclasses import fields, replace
from decimal import Decimal
from itertools import pairwise

import pytest

from exports import charts, fonts, house, svg
from exports.chart_rows import BarRow, DotRow, HeatCell, HeatRow, PairRow, RankRow, SourceRow, SwingRow
from exports.house import COLOUR, Palette
from exports.look import Look, Words
from exports.row_drawing import RowDrawing
from tests.exports.test_charts import printed, strings
from wb6assess.reports.region.rows import ChangeEntry
from wb6assess.scoring.bands import Band
from wb6assess.scoring.rounds import ProgressWord

NAMES = ("Albania", "Bosnia and Herzegovina", "Kosovo*")
CODES = ("AL", "BA", "XK")
SCORES = (Decimal("54.2"), Decimal("9.0"), None)
D = [Decimal(n) for n in (50, 45, 71)]

DOTS = [
    DotRow("", name, score, str(score or ":"), Band.MODERATE if score else None, ("49.0–58.1",),
           provisional=True, interval=(49.0, 58.1) if score else None, code=code,
           bordering=Band.GOOD if score else None)
    for code, name, score in zip(CODES, NAMES, SCORES, strict=True)
]  # fmt: skip
BARS = [BarRow("FDI-1.1", "Unavoidably long names of indicators", "", 4.8, "2.5", "5", 50.0, 100.0)]
PAIRS = [
    PairRow(name, D[0], D[1 + place % 2], D[2], interface=D[1], code=code)
    for place, (code, name) in enumerate(zip(CODES, NAMES, strict=True))
] + [PairRow("Serbia", None, None, None, code="RS"), PairRow("Montenegro", None, None, None, "c")]
SWINGS = [SwingRow("FDI-1.1", "General screening instrument in force", -4.0, 2.0, None)]
SOURCES = [SourceRow("Everything", 9.0, whole=True), SourceRow("Experts and thin ratings", 4.5)]
RANKS = [RankRow("Albania", (1, 3), code="AL"), RankRow("Serbia", None), RankRow("Kosovo*", (2, 2))]
CHANGES = [
    ChangeEntry("AL", "Albania", D[0], D[2], ProgressWord.VERY_GOOD, (8.0, 14.0)),
    ChangeEntry("BA", "Bosnia and Herzegovina", D[0], D[1], ProgressWord.BACKSLIDING, within=True),
    ChangeEntry("RS", "Serbia"),
]
HEAT = [HeatRow("P", "Pillar", (HeatCell("54.2", Band.MODERATE), HeatCell(":"), HeatCell("c")))]

EVERY = {
    "dots": lambda width, look: charts.dot_plot(
        DOTS, look, first="Country", columns=("90 % interval",), width=width, step=78
    ),
    "gains": lambda width, look: charts.gap_bars(BARS, look, heading="Gain in points", width=width),
    "pairs": lambda width, look: charts.law_practice(PAIRS, look, width=width),
    "swings": lambda width, look: charts.swing_bars(SWINGS, look, heading="Points", width=width),
    "sources": lambda width, look: charts.source_bars(SOURCES, look, width=width),
    "ranks": lambda width, look: charts.rank_ranges(RANKS, look, width=width),
    "arrows": lambda width, look: charts.arrows(CHANGES, look, before="2025", now="2026", width=width),
    "slopes": lambda width, look: charts.slopes(CHANGES, look, before="2025", now="2026", width=width),
}
FIXED = {
    "heat": lambda look: charts.heat_map(("AL", "BA", "ME"), HEAT, look),
    "change table": lambda look: charts.change_table(("Field",), [("Albania", CHANGES[:1])], look),
    "scale": lambda look: charts.band_scale(Decimal("54.2"), look),
    "dumbbell": lambda look: charts.dumbbell(PAIRS[0], look),
}


def own_palette() -> Palette:
    """Every role of ground and ink in a colour of its own; bands and countries as ever."""
    roles = [field.name for field in fields(Palette)][7:]
    return replace(
        COLOUR, **{role: f"#0{place:x}0{place:x}0{place:x}" for place, role in enumerate(roles, 1)}
    )


OWN = own_palette()


def colours(drawing: RowDrawing) -> set[str]:
    return set(re.findall(r"#[0-9a-f]{6}", svg.as_svg(drawing, "")))


def allowed(palette: Palette) -> set[str]:
    single = {
        value for field in fields(palette) if isinstance(value := getattr(palette, field.name), str)
    }
    mapped = {*palette.band_fill.values(), *palette.band_text.values(), *palette.country.values()}
    return {colour.lower() for colour in single | mapped}


@pytest.mark.parametrize("kind", [*EVERY, *FIXED])
@pytest.mark.parametrize("on_screen", [False, True])
def test_no_chart_has_a_colour_of_its_own(kind, on_screen):
    look = Look(OWN, on_screen=on_screen)
    drawing = EVERY[kind](480, look) if kind in EVERY else FIXED[kind](look)
    assert colours(drawing) <= allowed(OWN)


@pytest.mark.parametrize("kind", EVERY)
@pytest.mark.parametrize("width", [325, 342, 400, 482, 700])
def test_every_text_lies_inside_the_picture_at_any_width(kind, width):
    drawing = EVERY[kind](width, Look(on_screen=True, row=21, chosen="AL"))
    assert drawing.width == width
    for item in strings(drawing):
        assert item.x >= -0.01, item.text
        assert item.x + fonts.width(item.text, item.fontSize, item.fontName) <= width + 0.01, item.text


@pytest.mark.parametrize("kind", [kind for kind in EVERY if kind != "slopes"])
def test_rows_say_where_they_lie_and_what_they_are_about(kind):
    drawing = EVERY[kind](482, Look())
    places = drawing.places
    assert all(place.about for place in places)
    assert len({place.about for place in places}) == len(places)
    assert all(above.bottom == pytest.approx(below.top) for above, below in pairwise(places))
    assert 0 < places[0].top < places[-1].bottom <= drawing.height


@pytest.mark.parametrize("width", [325, 342, 400, 482, 700])
def test_law_and_practice_keep_an_axis_that_can_be_read(width):
    drawing = charts.law_practice(PAIRS, Look(on_screen=True), width=width)
    ticks = {item.text: item.x for item in strings(drawing) if item.text in {"0", "100"}}
    assert ticks["100"] - ticks["0"] > 100
    said = " ".join(printed(drawing))
    assert "45.0" in said
    assert "71.0" in said  # what stands beside the gap is never dropped


def test_the_chosen_row_is_bold_and_moves_nothing():
    plain, chosen = (
        charts.law_practice(PAIRS, Look(on_screen=True, chosen=code), width=482) for code in ("", "BA")
    )
    assert plain.places == chosen.places
    bold = [item.text for item in strings(chosen) if item.fontName == fonts.BOLD]
    assert "Bosnia and" in bold or "Bosnia and Herzegovina" in bold


def test_heads_are_in_the_readers_language():
    words = replace(Words(), law="Ligji", gap="Hendeku", gaps=("i madh", "mesatar", "baraz", "para"))
    assert {"Ligji", "Hendeku", "baraz"} <= printed(charts.law_practice(PAIRS, Look(words=words)))


def test_countries_have_their_marker_on_screen_and_ink_on_paper():
    paper, screen = (colours(EVERY["dots"](482, Look(on_screen=on))) for on in (False, True))
    assert house.COUNTRY["BA"].lower() in screen
    assert house.COUNTRY["BA"].lower() not in paper
