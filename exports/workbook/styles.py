"""Cell formats of the workbook by name; each is made once, when first used."""

from collections.abc import Mapping
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from exports import house
from wb6assess.scoring.bands import Band

_TOP: Mapping[str, Any] = {"valign": "top", "text_wrap": True}
_LINE: Mapping[str, Any] = {"top": 1, "top_color": house.TABLE_LINE}
_ROW = {**_TOP, **_LINE}
_SMALL: Mapping[str, Any] = {"font_size": 8, "font_color": house.CAPTION}
_INPUT: Mapping[str, Any] = {
    **_ROW,
    "bg_color": house.INPUT_FILL,
    "locked": False,
    "left": 1,
    "right": 1,
    "left_color": house.WHITE,
    "right_color": house.WHITE,
}
_TEXT_INPUT = {**_INPUT, "num_format": house.XLSX_TEXT, "align": "left", "indent": 1}
_HEAD: Mapping[str, Any] = {
    "bold": True,
    "font_color": house.CAPTION,
    "valign": "bottom",
    "text_wrap": True,
    "top": 2,
    "top_color": house.INK,
    "bottom": 1,
    "bottom_color": house.INK,
}
_BAND: Mapping[str, Any] = {
    "bold": True,
    "align": "center",
    "valign": "vcenter",
    "border": 1,
    "border_color": house.BAND_EDGE,
}
_TOTAL: Mapping[str, Any] = {
    "bold": True,
    "font_size": 10,
    "valign": "vcenter",
    "top": 1,
    "top_color": house.INK,
    "bottom": 2,
    "bottom_color": house.INK,
}
_MIDDLE: Mapping[str, Any] = {"valign": "vcenter", **_LINE}

STYLES: Mapping[str, Mapping[str, Any]] = {
    "plain": {},
    "title": {"bold": True, "font_size": 18},
    "sub": {"font_color": house.CAPTION, "valign": "top"},
    "section": {"bold": True, "font_size": 11},
    "head": _HEAD,
    "head_plain": {**_HEAD, "bottom": 0},
    "quiet_note": {"font_color": house.CAPTION, "valign": "vcenter"},
    "head_indent": {**_HEAD, "align": "left", "indent": 1},
    "head_right": {**_HEAD, "align": "right"},
    "head_score": {**_HEAD, "align": "right", "indent": 1},
    "head_centre": {**_HEAD, "align": "center"},
    "head_number": {**_HEAD, "align": "left", "indent": 1, "font_size": 11, "font_color": house.INK},
    "id": {**_ROW, "font_color": house.CAPTION},
    "id_small": {**_ROW, **_SMALL},
    "question": {**_ROW},
    "bold": {"bold": True},
    "small": {**_SMALL},
    "body": {**_ROW},
    "body_bold": {**_ROW, "bold": True},
    "caption": {**_ROW, **_SMALL},
    "caption_indent": {**_ROW, **_SMALL, "align": "left", "indent": 1},
    "caption_centre": {**_ROW, **_SMALL, "align": "center"},
    "body_indent": {**_ROW, "align": "left", "indent": 1},
    "middle_indent": {**_MIDDLE, "align": "left", "indent": 1},
    "pillar": {"bold": True, "bg_color": house.PILLAR_FILL, "valign": "vcenter", **_LINE},
    "pillar_why": {
        "bg_color": house.PILLAR_FILL,
        "valign": "vcenter",
        "font_color": house.CAPTION,
        **_LINE,
    },
    "rung": {**_ROW, "font_size": 8, "align": "left", "indent": 1},
    "beside_full": {"num_format": house.XLSX_FULL, "align": "right", "font_color": house.CAPTION},
    "beside_score": {"num_format": house.XLSX_SCORE, "align": "right", "indent": 1, "bold": True},
    "pillar_right": {
        "bg_color": house.PILLAR_FILL,
        "align": "right",
        "valign": "vcenter",
        "font_color": house.CAPTION,
        **_LINE,
    },
    "input": _TEXT_INPUT,
    "input_line": {**_TEXT_INPUT, "valign": "vcenter", "text_wrap": False},
    "input_small": {**_TEXT_INPUT, "font_size": 9},
    "input_level": {**_INPUT, "bold": True, "font_size": 13, "align": "center"},
    "input_number": {**_INPUT, "align": "left", "indent": 1},
    "input_date": {**_INPUT, "align": "left", "indent": 1, "num_format": "yyyy\\-mm\\-dd"},
    "figure": {**_ROW, "align": "right", "num_format": "0.##"},
    "score": {**_ROW, "align": "right", "num_format": house.XLSX_SCORE},
    "end": {"top": 1, "top_color": house.INK},
    "chosen": {
        "bold": True,
        "bg_color": house.INPUT_FILL,
        "left": 2,
        "left_color": house.INK,
    },
    "middle": {**_MIDDLE, "text_wrap": True},
    "middle_id": {**_MIDDLE, "font_color": house.CAPTION},
    "middle_small": {**_MIDDLE, "font_color": house.CAPTION, "align": "left", "indent": 1},
    "middle_weight": {**_MIDDLE, "num_format": "0.##", "align": "right", "font_color": house.CAPTION},
    "middle_count": {**_MIDDLE, "num_format": "0", "align": "right", "indent": 1, "bold": True},
    "middle_share": {**_MIDDLE, "num_format": house.XLSX_SHARE, "align": "right"},
    "middle_full": {
        **_MIDDLE,
        "num_format": house.XLSX_FULL,
        "align": "right",
        "font_color": house.CAPTION,
    },
    "middle_score": {
        **_MIDDLE,
        "num_format": house.XLSX_SCORE,
        "align": "right",
        "indent": 1,
        "bold": True,
    },
    "band": _BAND,
    "total": _TOTAL,
    "total_weight": {**_TOTAL, "num_format": "0.##", "align": "right"},
    "total_share": {**_TOTAL, "num_format": house.XLSX_SHARE, "align": "right"},
    "total_full": {**_TOTAL, "num_format": house.XLSX_FULL, "align": "right"},
    "total_score": {**_TOTAL, "num_format": house.XLSX_SCORE, "align": "right", "indent": 1},
    "total_indent": {**_TOTAL, "align": "left", "indent": 1},
    "helper": {"font_color": house.CAPTION, "num_format": "0.######", "align": "right"},
    "helper_text": {"font_color": house.CAPTION},
    "label_middle": {"bold": True, "font_color": house.CAPTION, "valign": "vcenter"},
    "hint": {"font_color": house.CAPTION, "valign": "vcenter", "align": "left", "indent": 1},
    "label": {"bold": True, "font_color": house.CAPTION, "valign": "top"},
    "note": {"font_color": house.INK, "valign": "top"},
    "big": {
        "bold": True,
        "font_size": 28,
        "align": "left",
        "valign": "vcenter",
        "num_format": house.XLSX_SCORE,
        "bottom": 1,
        "bottom_color": house.INK,
    },
    "verdict": {
        "bold": True,
        "font_size": 11,
        "valign": "vcenter",
        "bottom": 1,
        "bottom_color": house.INK,
    },
    "verdict_small": {"valign": "vcenter", "bottom": 1, "bottom_color": house.INK, "text_wrap": True},
    "parameter": {"align": "right", "num_format": "0.######"},
    **{
        f"band_{band.letter}": {"bg_color": house.BAND_FILL[band], "font_color": house.BAND_TEXT[band]}
        for band in Band
    },
    "quiet": {"font_color": house.CAPTION},
    "open": {"bold": True},
}


class Styles:
    """Formats of one workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[str, Format] = {}

    def __getitem__(self, name: str) -> Format:
        style = self._made.get(name)
        if style is None:
            given = STYLES[name]
            if name.startswith("band_") or name in {"chosen", "quiet", "open"}:
                # Conditional formats change what they name and nothing else.
                style = self._book.add_format(dict(given))
            else:
                base = {"font_name": house.WORKBOOK_FONT, "font_size": 9, "font_color": house.INK}
                style = self._book.add_format({**base, **given})
            self._made[name] = style
        return style
