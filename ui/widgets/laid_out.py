"""Laying out a scrolled page at once, where its heights are needed before Qt comes to it."""

from PySide6.QtWidgets import QScrollArea


def lay_out(area: QScrollArea) -> None:
    """Give the page its height for the width there is, and every part its place."""
    page = area.widget()
    if page is None or (layout := page.layout()) is None:
        return
    layout.activate()
    wide = area.viewport().width()
    page.resize(wide, max(layout.heightForWidth(wide), area.viewport().height()))
    layout.activate()
