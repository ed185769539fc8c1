"""Making parts ready to be shown: reading the style sheet takes as long as making them."""

from PySide6.QtWidgets import QWidget


def polish(part: QWidget) -> None:
    """Let the style look at a part and all inside it now, not when it is first shown."""
    for each in (part, *part.findChildren(QWidget)):
        each.ensurePolished()
