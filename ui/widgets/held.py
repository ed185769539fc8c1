"""Changing many parts of a page at once, laid out once."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


@contextmanager
def layouts_held(page: QWidget, within: QWidget | None = None) -> Iterator[None]:
    """Keep all layouts inside `page` still while its parts come, go and change; then settle them.

    Showing a part of a visible page would lay out all its ancestors at once, for each part again;
    and a layout that settles before it knows of those inside it is thrown over by them. When nothing
    but `within` changes, only the layouts inside and around it are looked at.
    """
    found = [*_around(within, page), *within.findChildren(QLayout)] if within else None
    found = page.findChildren(QLayout) if found is None else found
    held = [layout for layout in found if isinstance(layout.parent(), QWidget)]
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


def _around(part: QWidget, page: QWidget) -> list[QLayout]:
    """The layouts of the page and of all that is around a part, from outside to inside."""
    found: list[QLayout] = []
    around: QWidget | None = part
    while around is not None and around is not page:
        around = around.parentWidget()
        if around is not None and (layout := around.layout()) is not None:
            found.insert(0, layout)
    return found


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
