"""An assessment begins: its row, its first answers and their history, in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from wb6assess.model.assessment import Identity
from wb6assess.model.instrument import Instrument
from wb6assess.store import assessments as table
from wb6assess.store.history import Edit, write_edits
from wb6assess.store.parts import save_part
from wb6assess.store.records import Kind, PartOf


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a new assessment starts with.

    Attributes:
        id: Its id.
        edits: Its first answers, each from nothing.
        revision: 1, or that of the colleague's copy it is a part of.
        part: Set when it is a part of a colleague's.
    """

    id: str
    identity: Identity
    instrument: Instrument
    at: datetime
    edits: Sequence[Edit] = ()
    sample: bool = False
    revision: int = 1
    part: PartOf | None = None


def begin(connection: Connection, new: Beginning) -> None:
    """Write a new draft; the questionnaire's copy is already stored."""
    table.create_assessment(
        connection,
        new.id,
        new.identity,
        new.instrument,
        new.at,
        sample=new.sample,
        revision=new.revision,
    )
    if new.part is not None:
        save_part(connection, new.id, new.part)
    if new.edits:
        info = table.find_assessment(connection, new.id)
        assert info is not None  # written above, in this transaction
        write_edits(connection, info, Kind.FILL, 1, new.at, new.edits)
        table.touch(connection, new.id, new.edits[-1].item, new.at)
