"""What charts need before the first one is drawn: ReportLab, and the fonts they are set in."""

from functools import cache

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase


def prepare() -> None:
    """Load what takes a while; away from the window, where there is time."""
    from exports import charts, fonts

    _ = charts
    fonts.ensure_fonts()


@cache
def offer_fonts() -> None:
    """Let Qt set the very letters that widths were measured with; on the main thread."""
    from exports import fonts

    for data in fonts.files():
        QFontDatabase.addApplicationFontFromData(QByteArray(data))
