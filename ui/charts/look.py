"""How charts look on screen: the colours of the theme, rows as tall as those of tables."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from exports.house import COLOUR, Palette
from exports.look import Look, Words
from ui.theme import tokens
from wb6assess.scoring.rounds import ProgressWord

POINT = 1.6
"""Design px for a point: labels come out at the size of running text."""
_ROW = 21.0


def _tr(text: str) -> str:
    return QCoreApplication.translate("Charts", text)


def screen_palette() -> Palette:
    """Ground and ink of the theme; bands, countries, law and practice are the same everywhere."""
    t = tokens()
    return replace(
        COLOUR,
        paper=t.surface.name(),
        ink=t.ink.name(),
        caption=t.ink3.name(),
        bar=t.ink2.name(),
        soft=t.track.name(),
        hairline=t.line.name(),
        table_line=t.line.name(),
        axis=t.line.name(),
        axis_end=t.control.name(),
        hatch=t.control.name(),
        confidential=t.track.name(),
        chosen=t.tint.name(),
        band_edge=t.control.name() if t.dark else COLOUR.band_edge,
    )


def screen_look(chosen: str = "") -> Look:
    """The look in force; `chosen` is the row whose label is bold."""
    return Look(screen_palette(), words(), _ROW, True, chosen)


def words() -> Words:
    """What charts add to their rows, in the language of the interface."""
    return Words(
        score=_tr("Score"),
        band=_tr("Band"),
        indicator=_tr("Indicator"),
        levels=_tr("Level to target"),
        now=_tr("Now"),
        target=_tr("Target"),
        left_out=_tr("Left out"),
        source=_tr("Source"),
        law=_tr("Law"),
        practice=_tr("Practice"),
        gap=_tr("Gap"),
        reading=_tr("Reading"),
        change=_tr("Change"),
        word=_tr("Word"),
        ranks=_tr("Ranks"),
        alpha=_tr("Alpha"),
        interval=_tr("90 % interval"),
        units=_tr("Units"),
        limits=(_tr("tentative from 0.67"), _tr("reliable from 0.80")),
        within=_tr("within uncertainty"),
        incomparable=_tr("not comparable"),
        confidential=_tr("confidential"),
        insufficient=_tr("insufficient"),
        beside=(_tr("institutions"), _tr("interface")),
        beside_heads=(_tr("Institut."), _tr("Interface")),
        gaps=(_tr("large gap"), _tr("moderate gap"), _tr("balanced"), _tr("practice ahead")),
        progress=tuple(_short_progress(word) for word in ProgressWord),
    )


def _short_progress(word: ProgressWord) -> str:
    return {
        ProgressWord.BACKSLIDING: _tr("backsliding"),
        ProgressWord.NONE: _tr("no progress"),
        ProgressWord.LIMITED: _tr("limited"),
        ProgressWord.SOME: _tr("some"),
        ProgressWord.GOOD: _tr("good"),
        ProgressWord.VERY_GOOD: _tr("very good"),
    }[word]
