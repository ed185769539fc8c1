"""Charts as pictures for Word: the drawing of the paper, rasterised.

python-docx takes no vector pictures. The drawing becomes a PDF of one page with our own fonts, and
PDFium makes the picture of it, the same on every machine; Qt is not needed.
"""

from io import BytesIO

from PIL.Image import Dither, Quantize
from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.pdfgen.canvas import Canvas

from exports import fonts

DPI = 220
_COLOURS = 128
_NEARLY, _WHITE = 252, 255


def png_of(drawing: Drawing) -> bytes:
    """A drawing as a PNG; the same drawing gives the same bytes."""
    import pypdfium2

    page = BytesIO()
    fonts.ensure_fonts()
    size = (drawing.width, drawing.height)
    canvas = Canvas(page, pagesize=size, invariant=1, initialFontName=fonts.REGULAR)  # type: ignore[arg-type]  # the stubs say a number
    renderPDF.draw(drawing, canvas, 0, 0)
    canvas.save()
    with pypdfium2.PdfDocument(page.getvalue()) as document:
        picture = document[0].render(scale=DPI / 72).to_pil()
    target = BytesIO()
    # Few colours are used; their edges need some shades. A third of the size.
    few = picture.convert("RGB").quantize(_COLOURS, Quantize.FASTOCTREE, dither=Dither.NONE)
    # The palette rounds; paper must stay white.
    few.putpalette([_WHITE if shade >= _NEARLY else shade for shade in few.getpalette() or ()])
    few.save(target, "PNG", dpi=(DPI, DPI))
    return target.getvalue()
