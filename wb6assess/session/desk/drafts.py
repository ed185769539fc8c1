"""What meetings were deciding when they were left: it survives a restart, a crash, a full disk."""

from collections.abc import Mapping

from wb6assess.model.meeting import HalfDecided, Meeting, Place
from wb6assess.session.surroundings import Surroundings
from wb6assess.store import drafts as table


class Drafts:
    """What is half decided in the meetings of one workspace.

    What cannot be stored waits here and goes with the next that can.
    """

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._waiting: dict[tuple[str, str, Place], tuple[Meeting, HalfDecided]] = {}

    def keep(self, meeting: Meeting, place: Place, draft: HalfDecided) -> None:
        """Keep what is being decided at the place the meeting looks at.

        Raises:
            StorageError: it could not be stored; it is still here while the workspace is open.
        """
        key = meeting.round, meeting.id, place
        self._waiting.pop(key, None)
        self._waiting[key] = meeting, draft
        with self._around.database.writing() as connection:
            for (_, _, there), (of, words) in self._waiting.items():
                table.put_draft(connection, of, there, words)
        self._waiting.clear()

    def left(self, meeting: Meeting) -> Mapping[Place, HalfDecided]:
        """Place -> what was being decided there; the meeting was left at the last one."""
        with self._around.database.reading() as connection:
            found = dict(table.load_drafts(connection, meeting))
        for (round_id, name, place), (_, draft) in self._waiting.items():
            if (round_id, name) == (meeting.round, meeting.id):
                found.pop(place, None)
                found[place] = draft
        return found
