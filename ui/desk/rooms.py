"""The rooms of the coordinator's desk, in the order of the sidebar; imported after the first paint."""

from ui.rooms import Room


def desk_rooms() -> tuple[Room, ...]:
    """Every room; pages and what they need are imported when one is first visited."""
    return ()
