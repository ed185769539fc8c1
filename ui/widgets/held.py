"""Changing many parts of a page at once, laid out once."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QLayout, QWidget


@contextmanager
def layouts_held(page: QWidget) -> Iterator[None]:
    """Keep all layouts inside `page` still while its parts come, go and change; then settle them.

    Showing a part of a visible page would lay out all its ancestors at once, for each part again;
    and a layout that settles before those inside it is thrown over by them.
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
        # Parents stand before their children in the list: they give them their widths first, and take
        # over the heights that follow from these afterwards.
        for layout in (*seen, *reversed(seen)):
            layout.activate()


def _inside(layout: QLayout) -> QWidget:
    """The widget whose parts a layout places."""
    widget = layout.parent()
    assert isinstance(widget, QWidget)
    return widget
