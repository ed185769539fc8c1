"""Changing many parts of a page at once, laid out once."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QWidget


@contextmanager
def layouts_held(*parts: QWidget) -> Iterator[None]:
    """Keep the layouts of `parts` still while their children come, go and change.

    Showing a child of a visible parent lays out all its ancestors at once, each time.
    """
    held = [layout for part in parts if (layout := part.layout()) is not None and layout.isEnabled()]
    for layout in held:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in held:
            layout.setEnabled(True)
            # Requests that came while it was held were lost.
            layout.invalidate()
