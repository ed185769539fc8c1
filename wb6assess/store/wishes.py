"""What somebody put before the next meeting of a round."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from wb6assess.model.meeting import Place
from wb6assess.store.desk_tables import WishRow


def add_wish(connection: Connection, wish_id: str, round_id: str, place: Place, at: datetime) -> None:
    """Keep a wish."""
    country, indicator = place
    connection.execute(
        insert(WishRow),
        {"id": wish_id, "round": round_id, "country": country, "indicator": indicator, "at": at},
    )


def load_wishes(connection: Connection, round_id: str) -> tuple[Place, ...]:
    """Open wishes of a round, each once, in the order they were made."""
    rows = connection.execute(
        select(WishRow.country, WishRow.indicator)
        .where(WishRow.round == round_id, WishRow.settled_at.is_(None))
        .order_by(WishRow.at, WishRow.id)
    )
    return tuple(dict.fromkeys((row.country, row.indicator) for row in rows))


def settle_wishes(connection: Connection, round_id: str, places: Iterable[Place], at: datetime) -> None:
    """A meeting was prepared with these in sight, whether it took them up or not."""
    for country, indicator in places:
        connection.execute(
            update(WishRow)
            .where(
                WishRow.round == round_id,
                WishRow.country == country,
                WishRow.indicator == indicator,
                WishRow.settled_at.is_(None),
            )
            .values(settled_at=at)
        )
