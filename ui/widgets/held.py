"""Changing many parts of a page at once, laid out once."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


@contextmanager
def layouts_held(page: QWidget) -> Iterator[None]:
    """Keep all layouts inside `page` still while its parts come, go and change; then settle them.

    Showing a part of a visible page would lay out all its ancestors at once, for each part again;
    and a layout that settles before it knows of those inside it is thrown over by them.
    """
    held = [layout for layout in page.findChildren(QLayout) if isinstance(layout.parent(), QWidget)]
    for layout in held:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in held:
            layout.setEnabled(True)
        # What is hidden lays itself out when it comes; most parts of a page wait for another question.
        seen = [layout for layout in held if _inside(layout).isVisibleTo(page)]
        # Parents stand before their children in the list. Each tells those around it that it may be
        # higher now; then the page is as high as all of them, and only then they get their places.
        for layout in reversed(seen):
            layout.invalidate()
            _inside(layout).updateGeometry()
        _resize(page)
        for layout in (*seen, *reversed(seen)):
            layout.activate()


def _resize(page: QWidget) -> None:
    """Give a page in a scroll area its height: its parts would be squeezed into the last one."""
    view, layout = page.parentWidget(), page.layout()
    if view is None or layout is None or not isinstance(view.parentWidget(), QScrollArea):
        return
    page.resize(view.width(), max(view.height(), layout.totalHeightForWidth(view.width())))


def _inside(layout: QLayout) -> QWidget:
    """The widget whose parts a layout places."""
    widget = layout.parent()
    assert isinstance(widget, QWidget)
    return widget
