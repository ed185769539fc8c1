"""What was typed in one go as one change: each pause of the keyboard is an entry of its own."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wb6assess.session.open_assessment import HistoryEntry

_TYPED = "edit"


def written_in_one_go(entries: Iterable["HistoryEntry"]) -> list["HistoryEntry"]:
    """Entries of one answer, oldest first; those of one step from its first state to its last.

    What was typed and taken away again in the same go is left out.
    """
    joined: list[HistoryEntry] = []
    for entry in entries:
        before = joined[-1] if joined else None
        if (
            before is not None
            and entry.kind == before.kind == _TYPED
            and (entry.revision, entry.step) == (before.revision, before.step)
        ):
            joined[-1] = replace(before, at=entry.at, after=entry.after)
        else:
            joined.append(entry)
    return [entry for entry in joined if entry.before != entry.after]
