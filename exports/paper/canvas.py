"""The canvas of a paper: what flowables tell the page they lie on."""

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable


class PaperCanvas(Canvas):
    """Remembers what is open while a page fills; head and foot name it when the page is full."""

    part = ""
    part_of_page = ""
    item = ""
    item_of_page = ""
    foot_of_page = ""


def paper_under(flowable: Flowable) -> PaperCanvas:
    """The canvas a flowable is drawn on."""
    canvas = flowable.canv
    assert isinstance(canvas, PaperCanvas)
    return canvas
