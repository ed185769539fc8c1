"""Every colour of the desktop by role; no widget knows a hex value."""

from dataclasses import dataclass, fields, replace
from typing import Any

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme.

    Attributes:
        name: "light", "dark" or "contrast".
        edge: Width of edges of controls and cards, in px.
        dark: Whether the theme is dark.
    """

    name: str
    dark: bool
    edge: int
    chrome: QColor
    surface: QColor
    sunken: QColor
    hover: QColor
    press: QColor
    line: QColor
    control: QColor
    ink: QColor
    ink2: QColor
    ink3: QColor
    accent: QColor
    on_accent: QColor
    tint: QColor
    tint_line: QColor
    focus: QColor
    block: QColor
    block_tint: QColor
    warn: QColor
    warn_tint: QColor
    ok: QColor
    info: QColor
    disabled: QColor
    track: QColor
    scrim: QColor

    @property
    def contrast(self) -> bool:
        """High contrast: no tints, 2 px edges."""
        return self.edge > 1

    def role(self, name: str) -> QColor:
        """The colour of a role by its name."""
        colour = getattr(self, name)
        assert isinstance(colour, QColor)
        return colour


_ROLES = tuple(item.name for item in fields(Tokens))[3:]


def _tokens(name: str, dark: bool, edge: int, hexes: str) -> Tokens:
    colours = {role: QColor(value) for role, value in zip(_ROLES, hexes.split(), strict=True)}
    return Tokens(name, dark, edge, **colours)


# Order: chrome surface sunken hover press line control, ink ink2 ink3, accent on_accent tint tint_line
# focus, block block_tint warn warn_tint ok info, disabled track scrim.
LIGHT = _tokens(
    "light",
    False,
    1,
    "#F3F2EF #FFFFFF #FAF9F7 #EFEEEA #E6E4DF #E1DFDA #8A8780 #1F1E1B #504D47 #68655E "
    "#3A4CC0 #FFFFFF #ECEEFB #ECEEFB #3A4CC0 #B3261E #FCEEEC #855400 #FBF3E1 #1E7046 #35607D "
    "#8F8C85 #DEDCD6 #66000000",
)
DARK = _tokens(
    "dark",
    True,
    1,
    "#1A1B1E #212226 #1D1E21 #2B2C31 #34353B #37383E #868791 #EDECE9 #C0BEBA #A3A19D "
    "#A9B4FF #14172B #2C3152 #2C3152 #A9B4FF #FF9E94 #3B2523 #EBBB66 #362C1B #82CFA3 #9CC4E0 "
    "#6E6F78 #3C3D44 #99000000",
)
CONTRAST = _tokens(
    "contrast",
    True,
    2,
    "#000000 #000000 #000000 #1F1F1F #333333 #FFFFFF #FFFFFF #FFFFFF #FFFFFF #E6E6E6 "
    "#FFE14D #000000 #000000 #FFE14D #00E5FF #FFB3AB #000000 #FFD27A #000000 #8CF0B4 #A8DCFF "
    "#A8A8A8 #5A5A5A #CC000000",
)

BAND_FILLS = {
    "early": (QColor("#FFFFCC"), QColor("#000000")),
    "some": (QColor("#A1DAB4"), QColor("#000000")),
    "moderate": (QColor("#41B6C4"), QColor("#000000")),
    "good": (QColor("#2C7FB8"), QColor("#000000")),
    "advanced": (QColor("#253494"), QColor("#FFFFFF")),
}
"""Band key -> fill and text, the same in all themes (methodology 11)."""

PROGRESS_FILLS = {
    "backsliding": (QColor("#B35806"), QColor("#FFFFFF")),
    "no progress": (QColor("#F7F7F7"), QColor("#000000")),
    "limited progress": (QColor("#D8DAEB"), QColor("#000000")),
    "some progress": (QColor("#B2ABD2"), QColor("#000000")),
    "good progress": (QColor("#8073AC"), QColor("#000000")),
    "very good progress": (QColor("#542788"), QColor("#FFFFFF")),
}
"""Word for a matched change -> fill and text, the same in all themes (methodology 11)."""

BAND_EDGE = QColor("#767676")
"""Edge of band cells on light ground; on dark ground it is `control`."""


def system_contrast(palette: QPalette) -> Tokens:
    """High contrast in the colours of the system's own contrast theme."""
    base, text = palette.color(QPalette.ColorRole.Window), palette.color(QPalette.ColorRole.WindowText)
    chosen = palette.color(QPalette.ColorRole.Highlight)
    grounds = ("chrome", "surface", "sunken", "tint", "block_tint", "warn_tint")
    inks = ("ink", "ink2", "ink3", "line", "control", "block", "warn", "ok", "info")
    both: dict[str, Any] = {**dict.fromkeys(grounds, base), **dict.fromkeys(inks, text)}
    return replace(
        CONTRAST,
        dark=base.lightness() < text.lightness(),
        **both,
        accent=chosen,
        tint_line=chosen,
        focus=chosen,
        on_accent=palette.color(QPalette.ColorRole.HighlightedText),
        hover=palette.color(QPalette.ColorRole.AlternateBase),
        press=palette.color(QPalette.ColorRole.Mid),
        disabled=palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText),
        track=palette.color(QPalette.ColorRole.Mid),
    )
