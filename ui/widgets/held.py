"""Changing many parts of a page at once, laid out once."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

_Pairs = list[tuple[QLayout, QWidget]]
"""Layouts with the widgets whose parts they place, outer ones first."""


class Layouts:
    """All layouts inside a page."""

    def __init__(self, page: QWidget) -> None:
        self._page = page
        self._found: list[QLayout] = []
        self._placing: _Pairs = []

    @contextmanager
    def held(self, within: QWidget | None = None) -> Iterator[None]:
        """Keep all of them still while parts of the page come, go and change; then settle them.

        Showing a part of a visible page would lay out all its ancestors at once, for each part again;
        and a layout that settles before it knows of those inside it is thrown over by them. When
        nothing but `within` changes, only the layouts inside and around it are looked at.
        """
        held = self._all() if within is None else self._near(within)
        for layout, _ in held:
            layout.setEnabled(False)
        try:
            yield
        finally:
            for layout, _ in held:
                layout.setEnabled(True)
            self._settle(held)

    def _settle(self, held: _Pairs) -> None:
        # What is hidden lays itself out when it comes; most parts of a page wait for another question.
        seen = [(layout, widget) for layout, widget in held if widget.isVisibleTo(self._page)]
        # Each tells those around it that it may be higher now; then the page is as high as all of
        # them, and only then they get their places.
        for layout, widget in reversed(seen):
            layout.invalidate()
            widget.updateGeometry()
        self._resize()
        for layout, _ in (*seen, *reversed(seen)):
            layout.activate()

    def _all(self) -> _Pairs:
        found = self._page.findChildren(QLayout)
        if found != self._found:
            # A page keeps its parts, so this is rare; asking each layout takes long.
            self._found, self._placing = found, _with_widgets(found)
        return self._placing

    def _near(self, part: QWidget) -> _Pairs:
        """Those inside a part, and those of all that is around it."""
        around: list[QLayout] = []
        widget: QWidget | None = part
        while widget is not None and widget is not self._page:
            widget = widget.parentWidget()
            if widget is not None and (layout := widget.layout()) is not None:
                around.insert(0, layout)
        return _with_widgets([*around, *part.findChildren(QLayout)])

    def _resize(self) -> None:
        """Give a page that scrolls its height: its parts would be squeezed into the last one."""
        view, layout = self._page.parentWidget(), self._page.layout()
        if view is None or layout is None or not isinstance(view.parentWidget(), QScrollArea):
            return
        wide = view.width()
        self._page.resize(wide, max(view.height(), layout.totalHeightForWidth(wide)))


def _with_widgets(layouts: Iterable[QLayout]) -> _Pairs:
    """Without those inside another layout."""
    return [(layout, widget) for layout in layouts if isinstance(widget := layout.parent(), QWidget)]
