"""How every paper and workbook of the project looks: colours, measures, sizes, number formats.

Only constants: no document library is imported here, so workbooks, PDFs and charts can all share it.
Colours are hex strings, lengths are points. Number formats are those of `reports.figures`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from wb6assess.scoring.bands import Band
from wb6assess.scoring.rounds import ProgressWord

# Bands: a ramp that darkens steadily, so that a grey printer keeps the order (methodology 11).
BAND_FILL: Mapping[Band, str] = {
    Band.EARLY: "#FFFFCC",
    Band.SOME: "#A1DAB4",
    Band.MODERATE: "#41B6C4",
    Band.GOOD: "#2C7FB8",
    Band.ADVANCED: "#253494",
}
# Pure black, not ink: on the "good" blue only pure black reaches 4.5:1.
BAND_TEXT: Mapping[Band, str] = {
    **dict.fromkeys((Band.EARLY, Band.SOME, Band.MODERATE, Band.GOOD), "#000000"),
    Band.ADVANCED: "#FFFFFF",
}
BAND_GREY: Mapping[Band, str] = {
    Band.EARLY: "#F7F7F7",
    Band.SOME: "#CCCCCC",
    Band.MODERATE: "#969696",
    Band.GOOD: "#636363",
    Band.ADVANCED: "#252525",
}
BAND_GREY_TEXT: Mapping[Band, str] = {
    **dict.fromkeys((Band.EARLY, Band.SOME, Band.MODERATE), "#000000"),
    Band.GOOD: "#FFFFFF",
    Band.ADVANCED: "#FFFFFF",
}
BAND_EDGE = "#767676"

INK = "#1F1E1B"
CAPTION = "#68655E"
BAR = "#504D47"
INPUT_FILL = "#ECEEFB"
PILLAR_FILL = "#F3F2EF"
HAIRLINE = "#E1DFDA"
TABLE_LINE = "#C4C1BB"
AXIS = "#BAB7B0"
AXIS_END = "#8A8780"
GUIDE_LINE = "#D9D6CF"
TAG_FILL = "#B35806"
TAG_TEXT = "#FFFFFF"
WHITE = "#FFFFFF"
LAW = "#0072B2"
PRACTICE = "#D55E00"
NO_DATA_HATCH = "#767676"
CONFIDENTIAL_FILL = "#E0E0E0"

# Only where rows are not labelled; always with the country's own marker shape (methodology 11).
COUNTRY: Mapping[str, str] = {
    "AL": "#0072B2",
    "BA": "#E69F00",
    "ME": "#009E73",
    "MK": "#CC79A7",
    "RS": "#D55E00",
    "XK": "#56B4E9",
}
COUNTRY_GREY: Mapping[str, str] = {
    "AL": "#252525",
    "BA": "#FFFFFF",
    "ME": "#636363",
    "MK": "#FFFFFF",
    "RS": "#969696",
    "XK": "#252525",
}
PROGRESS_FILL: Mapping[ProgressWord, str] = dict(
    zip(
        ProgressWord,
        ("#B35806", "#F7F7F7", "#D8DAEB", "#B2ABD2", "#8073AC", "#542788"),
        strict=True,
    )
)
PROGRESS_GREY: Mapping[ProgressWord, str] = dict(
    zip(
        ProgressWord,
        ("#5A5A5A", "#F7F7F7", "#DCDCDC", "#B8B8B8", "#8C8C8C", "#3C3C3C"),
        strict=True,
    )
)
PROGRESS_TEXT: Mapping[ProgressWord, str] = {
    word: "#FFFFFF" if word in {ProgressWord.BACKSLIDING, ProgressWord.VERY_GOOD} else "#000000"
    for word in ProgressWord
}


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by role: those that carry meaning beside their words, then ground and ink.

    `country` is keyed by country code; `chosen` tints a chosen row; `soft` fills a lighter bar.
    What is not named is that of paper.
    """

    band_fill: Mapping[Band, str]
    band_text: Mapping[Band, str]
    law: str
    practice: str
    tag: str
    chosen: str
    country: Mapping[str, str]
    paper: str = WHITE
    ink: str = INK
    caption: str = CAPTION
    bar: str = BAR
    soft: str = AXIS
    hairline: str = HAIRLINE
    table_line: str = TABLE_LINE
    axis: str = AXIS
    axis_end: str = AXIS_END
    band_edge: str = BAND_EDGE
    hatch: str = NO_DATA_HATCH
    confidential: str = CONFIDENTIAL_FILL


COLOUR = Palette(BAND_FILL, BAND_TEXT, LAW, PRACTICE, TAG_FILL, INPUT_FILL, COUNTRY)
GREY = Palette(BAND_GREY, BAND_GREY_TEXT, INK, INK, CAPTION, "#EDEDED", COUNTRY_GREY)
"""For papers meant for a grey printer (methodology 11)."""

SAMPLE_TAG = "SAMPLE – invented answers"
DRAFT_TAG = "DRAFT"

# Page, DOCUMENTS: A4, text 170 mm wide in six columns of 25 mm with gutters of 4 mm.
PAGE_WIDTH = 595.28
PAGE_HEIGHT = 841.89
MM = 72 / 25.4
MARGIN = 20 * MM
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN
READING_WIDTH = 150 * MM

RULE_STRONG = 0.8
RULE = 0.4
RULE_THIN = 0.25

WORKBOOK_FONT = "Arial"
XLSX_SCORE = "0.0"
XLSX_SHARE = "0 %"
XLSX_FULL = "0.000000"
XLSX_TEXT = "@"
