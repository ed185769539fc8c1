"""Reaching controls as a person with a screen reader does: by their accessible name."""

from typing import TypeVar

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

_LOOKS, _PAUSE_MS = 100, 20

Part = TypeVar("Part", bound=QWidget)


def shown(root: QWidget, kind: type[Part], name: str = "") -> list[Part]:
    """Visible controls of a kind whose accessible name begins with `name`."""
    return [
        part
        for part in root.findChildren(kind)
        if part.isVisibleTo(root) and part.accessibleName().startswith(name)
    ]


def control(root: QWidget, kind: type[Part], name: str) -> Part:
    """The one visible control that is called so; a beginning will do where it is unmistakable.

    What is added to a window that stands already appears with the next turn of the event loop, on a
    busy machine a little later: like a person, it looks again before it gives up.
    """
    found: list[Part] = []
    for _ in range(_LOOKS):
        begun = shown(root, kind, name)
        found = [part for part in begun if part.accessibleName() == name] or begun
        if len(found) == 1:
            break
        QTest.qWait(_PAUSE_MS)
    assert len(found) == 1, f"{len(found)} controls are called {name!r}"
    return found[0]
