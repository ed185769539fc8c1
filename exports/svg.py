"""A chart as an SVG document, for screens and for pictures in Word."""

import re
from html import escape

from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Drawing

from exports import fonts


def as_svg(drawing: Drawing, alternative: str) -> str:
    """A chart as an SVG document with its alternative text, fonts named by family and weight."""
    fonts.ensure_fonts()
    source = str(renderSVG.drawToString(drawing))
    for name, family, weight in (
        ("NotoSans-Bold", "Noto Sans", "bold"),
        ("FiraGO-Bold", "FiraGO", "bold"),
        ("NotoSans", "Noto Sans", "normal"),
        ("FiraGO", "FiraGO", "normal"),
    ):
        source = source.replace(
            f"font-family: {name};", f"font-family: '{family}', sans-serif; font-weight: {weight};"
        )
    # A clip of the whole picture makes Qt paint it black.
    source = re.sub(r"<clipPath.*?</clipPath>", "", source, flags=re.DOTALL)
    source = re.sub(r'\s*style="clip-path: url\(#clip\)"', "", source)
    described = f"<desc>{escape(fonts.plain(alternative))}</desc>"
    return re.sub(r"<desc>.*?</desc>|<desc/>", lambda _: described, source, count=1, flags=re.DOTALL)
