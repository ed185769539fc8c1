"""Where Tab goes: as the eye does, through parts in their order, never caught inside one.

Qt keeps one chain in the order parts were made, and mending it each time parts come and go breaks it
once some hand their focus on to others. So the next stop is worked out when Tab is pressed.
"""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def move_focus(parts: Iterable[QWidget], forward: bool) -> bool:
    """Go to the next stop after the one with the focus, round at the end; False when there is none.

    Args:
        parts: What is on the page, in reading order; hidden parts are passed over.
        forward: Tab; otherwise Shift+Tab.
    """
    here = QApplication.focusWidget()
    stops = [stop for part in parts for stop in _stops(part, here)]
    others = [stop for stop in stops if stop is not here]
    if not others:
        return False
    # From outside, Tab begins at the first stop and Shift+Tab at the last.
    place = stops.index(here) if here in stops else (-1 if forward else 0)
    target = stops[(place + (1 if forward else -1)) % len(stops)]
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    target.setFocus(reason)
    return True


def _stops(part: QWidget, here: QWidget | None) -> Iterator[QWidget]:
    """Stops of a part as they stand there; the one with the focus counts wherever it is."""
    if not part.isVisible():
        return
    window = part.window()
    for stop in (part, *part.findChildren(QWidget)):
        stands = stop.focusPolicy() & Qt.FocusPolicy.TabFocus or stop is here
        if stands and stop.focusProxy() is None and _reachable(stop, window):
            yield stop


def _reachable(stop: QWidget, window: QWidget) -> bool:
    # The lists of drop-downs are windows of their own.
    return stop.isEnabled() and stop.isVisible() and stop.window() is window


def top_down(widget: QWidget) -> list[QWidget]:
    """The children of a list in the order they stand, not in which they were made."""
    children = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return sorted(children, key=lambda child: (child.y(), child.x()))
