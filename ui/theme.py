"""The theme in force: tokens, type, sizes, palette and the one style sheet.

Widgets ask `tokens()`, `font()` and `px()` when they paint, so a change of theme is a repaint.
"""

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui.tokens import CONTRAST, DARK, LIGHT, Tokens, system_contrast

_BASE_PX = 13
_SYSTEM_FONT = "wb6assess_system_font"


class Style(StrEnum):
    """Type styles; `_SHAPES` has size, weight and line height at the base of 13 px."""

    DISPLAY = "display"
    TITLE = "title"
    HEADING = "heading"
    READING = "reading"
    RUNG = "rung"
    RUNG_CHOSEN = "rung-chosen"
    BODY = "body"
    BODY_MEDIUM = "body-medium"
    SECTION = "section"
    SMALL = "small"
    SMALL_STRONG = "small-strong"
    CAPTION = "caption"
    BADGE = "badge"
    TILE = "tile"
    MEETING_TITLE = "meeting-title"
    MEETING_RUNG = "meeting-rung"
    MEETING_RUNG_CHOSEN = "meeting-rung-chosen"
    MEETING_TEXT = "meeting-text"
    MEETING_STRONG = "meeting-strong"
    MEETING_HINT = "meeting-hint"
    MEETING_HINT_STRONG = "meeting-hint-strong"


_SHAPES: dict[Style, tuple[int, int, float]] = {
    Style.DISPLAY: (30, 600, 38),
    Style.TITLE: (22, 600, 30),
    Style.HEADING: (16, 600, 22),
    Style.READING: (15, 400, 21),
    Style.RUNG: (14, 400, 20),
    Style.RUNG_CHOSEN: (14, 500, 20),
    Style.BODY: (13, 400, 19),
    Style.BODY_MEDIUM: (13, 500, 19),
    Style.SECTION: (13, 600, 19),
    Style.SMALL: (12, 400, 18),
    Style.SMALL_STRONG: (12, 600, 18),
    Style.CAPTION: (11, 500, 16),
    Style.BADGE: (13, 700, 18),
    Style.TILE: (11, 700, 14),
    Style.MEETING_TITLE: (34, 600, 46),
    Style.MEETING_RUNG: (20, 400, 28),
    Style.MEETING_RUNG_CHOSEN: (20, 500, 28),
    Style.MEETING_TEXT: (18, 400, 25),
    Style.MEETING_STRONG: (18, 600, 25),
    Style.MEETING_HINT: (14, 400, 20),
    Style.MEETING_HINT_STRONG: (14, 600, 20),
}


class _Current:
    """What the whole application shares; set by `Appearance` only."""

    tokens: Tokens = LIGHT
    scale: float = 1.0


def tokens() -> Tokens:
    """The colours in force."""
    return _Current.tokens


def px(length: float) -> int:
    """A design length as it is at the person's font size."""
    return round(length * _Current.scale)


@cache
def font(style: Style) -> QFont:
    """The system's interface font in a type style, with tabular figures."""
    size, weight, _ = _SHAPES[style]
    result = QFont(QApplication.font())
    result.setPixelSize(px(size))
    result.setWeight(QFont.Weight(weight))
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


def line_height(style: Style) -> int:
    """Distance of two lines of text, in px; never less than the font itself needs."""
    return px(_SHAPES[style][2])


class Appearance(QObject):
    """Keeps palette and style sheet in step with the person's choice and the system's.

    Signals:
        changed: Colours are new; whoever caches pictures draws them again.
        resized: Letters have another size; pages must be built anew.
    """

    changed = Signal()
    resized = Signal()

    def __init__(self, app: QApplication, choice: str = "system", percent: int = 100) -> None:
        super().__init__(app)
        self._app = app
        self._system_palette = QPalette(app.palette())
        # A second appearance in one process must not grow on the first one's letters.
        kept = app.property(_SYSTEM_FONT)
        self._system_font = QFont(kept) if isinstance(kept, QFont) else QFont(app.font())
        app.setProperty(_SYSTEM_FONT, self._system_font)
        self.choice = choice
        self.percent = percent
        app.setStyle("Fusion")
        self._set_scale()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self.refresh)
        hints.accessibility().contrastPreferenceChanged.connect(self.refresh)
        self.refresh()

    def choose(self, choice: str) -> None:
        """Show "light", "dark", "contrast", or what the "system" says."""
        self.choice = choice
        self.refresh()

    def choose_size(self, percent: int) -> None:
        """Show letters at a share of the system's size, 90 to 200 %."""
        if percent == self.percent:
            return
        self.percent = percent
        self._set_scale()
        self.refresh()
        self.resized.emit()

    def _set_scale(self) -> None:
        info = QFontInfo(self._system_font)
        # Below the design's base captions would become unreadable, so the system's size only adds.
        _Current.scale = max(1.0, info.pixelSize() / _BASE_PX) * self.percent / 100
        font.cache_clear()
        base = QFont(self._system_font)
        base.setPixelSize(px(_BASE_PX))
        self._app.setFont(base)

    def refresh(self) -> None:
        """Work out the tokens anew and put them everywhere."""
        _Current.tokens = self._wanted()
        # Set before the palette: polishing reads the sheet, and twice would cost twice.
        self._app.setPalette(palette(_Current.tokens))
        self._app.setStyleSheet(style_sheet(_Current.tokens))
        self.changed.emit()

    def _wanted(self) -> Tokens:
        fixed = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
        if self.choice in fixed:
            return fixed[self.choice]
        hints = QGuiApplication.styleHints()
        if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
            return system_contrast(self._system_palette)
        return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT


def palette(t: Tokens) -> QPalette:
    """Every palette role from the tokens, so that native parts agree with painted ones."""
    role = QPalette.ColorRole
    active = {
        role.Window: t.chrome,
        role.WindowText: t.ink,
        role.Base: t.surface,
        role.AlternateBase: t.sunken,
        role.Text: t.ink,
        role.Button: t.surface,
        role.ButtonText: t.ink,
        role.BrightText: t.block,
        role.ToolTipBase: t.surface,
        role.ToolTipText: t.ink,
        role.PlaceholderText: t.ink3,
        role.Highlight: t.accent,
        role.HighlightedText: t.on_accent,
        role.Accent: t.accent,
        role.Link: t.accent,
        role.LinkVisited: t.accent,
        role.Light: t.surface,
        role.Midlight: t.hover,
        role.Mid: t.line,
        role.Dark: t.control,
        role.Shadow: t.control,
    }
    result = QPalette()
    for name, colour in active.items():
        result.setColor(name, colour)
    for name in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText):
        result.setColor(QPalette.ColorGroup.Disabled, name, t.disabled)
    return result


def style_sheet(t: Tokens) -> str:
    """The few parts that are not painted by us: fields, menus, scroll bars, tooltips."""
    names = {role: t.role(role).name() for role in _SHEET_ROLES}
    sizes = {
        "edge": t.edge,
        "pad_x": px(10) - t.edge,
        "pad_y": px(5) - t.edge,
        "focus_x": px(10) - 2,
        "focus_y": px(5) - 2,
        "text_x": px(8) - t.edge,
        "text_focus_x": px(8) - 2,
        "height": px(20),
        "radius": 6,
        "bar": px(10),
        "item_y": px(5),
        "item_x": px(12),
        "menu_y": px(4),
    }
    return _SHEET.format(**names, **sizes)


_SHEET_ROLES = (
    "chrome", "surface", "hover", "press", "line", "control", "ink", "ink2", "ink3", "accent",
    "on_accent", "focus", "block", "disabled", "tint",
)  # fmt: skip

# A focused field has a 2 px edge and so much less padding, otherwise its text would jump.
_SHEET = """
* {{ outline: 0; }}
QLineEdit, QPlainTextEdit, QTextEdit {{
  background: {surface}; color: {ink}; border: {edge}px solid {control}; border-radius: {radius}px;
  selection-background-color: {accent}; selection-color: {on_accent};
}}
QLineEdit {{ padding: {pad_y}px {pad_x}px; min-height: {height}px; }}
QPlainTextEdit, QTextEdit {{ padding: {pad_y}px {text_x}px; }}
QLineEdit:focus {{ border: 2px solid {focus}; padding: {focus_y}px {focus_x}px; }}
QPlainTextEdit:focus, QTextEdit:focus {{
  border: 2px solid {focus}; padding: {focus_y}px {text_focus_x}px;
}}
QLineEdit[wrong="true"] {{ border: 2px solid {block}; padding: {focus_y}px {focus_x}px; }}
QLineEdit:read-only, QPlainTextEdit:read-only, QTextEdit:read-only {{ border-color: {line}; }}
QLineEdit:disabled {{ color: {disabled}; border-color: {line}; }}
QMenuBar {{ background: {chrome}; color: {ink}; padding: 0px 8px; }}
QMenuBar::item {{ background: transparent; padding: {menu_y}px {item_x}px; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {hover}; }}
QMenuBar::item:pressed {{ background: {press}; }}
QMenu {{ background: {surface}; color: {ink}; border: {edge}px solid {control}; padding: 4px; }}
QMenu::item {{ padding: {item_y}px 28px {item_y}px 24px; border-radius: 4px; }}
QMenu::item:selected {{ background: {hover}; color: {ink}; }}
QMenu::item:disabled {{ color: {disabled}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QToolTip {{ background: {surface}; color: {ink}; border: {edge}px solid {control}; padding: 4px; }}
QScrollArea, QScrollArea > QWidget > QWidget#sheet {{ background: transparent; border: 0; }}
QAbstractItemView {{ background: {surface}; color: {ink}; border: {edge}px solid {control};
  selection-background-color: {hover}; selection-color: {ink}; padding: 4px; }}
QScrollArea#reader {{ border: 2px solid {surface}; }}
QScrollArea#reader:focus {{ border: 2px solid {focus}; }}
QTableView#assessments {{ background: transparent; border: 0; padding: 0; }}
QHeaderView {{ background: transparent; border: 0; padding: 0; }}
QHeaderView::section {{ background: {surface}; color: {ink3}; font-weight: 600; border: 0;
  border-bottom: 1px solid {control}; padding: {pad_y}px {pad_x}px; }}
QListView#outline {{ background: transparent; border: 0; padding: 0; }}
QScrollBar:vertical {{ background: transparent; width: {bar}px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: {bar}px; margin: 2px; }}
QScrollBar::handle {{ background: {control}; border-radius: 3px; min-height: 32px; min-width: 32px; }}
QScrollBar::handle:hover {{ background: {ink3}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
