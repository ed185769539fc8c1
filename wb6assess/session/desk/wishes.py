"""Indicators somebody put before the next meeting, whatever their rank; kept until it is prepared."""

from collections.abc import Iterable

from uuid6 import uuid7

from wb6assess.model.meeting import Place
from wb6assess.session.surroundings import Surroundings
from wb6assess.store import wishes as table


class Wishes:
    """What the next meetings of one workspace shall look at."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    def add(self, round_id: str, place: Place) -> None:
        """Put an indicator of a country before the next meeting of a round; once is enough."""
        with self._around.database.writing() as connection:
            if place not in table.load_wishes(connection, round_id):
                table.add_wish(connection, str(uuid7()), round_id, place, self._around.now())

    def open(self, round_id: str) -> tuple[Place, ...]:
        """What was wished and no meeting was prepared with yet, in that order."""
        with self._around.database.reading() as connection:
            return table.load_wishes(connection, round_id)

    def settle(self, round_id: str, places: Iterable[Place]) -> None:
        """A meeting was prepared with these in sight; it took them up or left them out."""
        with self._around.database.writing() as connection:
            table.settle_wishes(connection, round_id, places, self._around.now())
